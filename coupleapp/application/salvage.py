"""What a damaged notebook still holds that is newer than the copy in its place.

Nothing of it comes back by itself, but for what one partner keeps alone: that is kept for them
without a word, once, and never shown here. What is left stays in the file that was put aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.looking import Content, moment_of
from coupleapp.application.notebook import NotebookStore
from coupleapp.application.ports import (
    KeyMissing,
    SecretNeeded,
    SecretRefused,
    SessionStore,
    StoreTooNew,
)
from coupleapp.domain.agreements.life import ImpossibleLifeError, fold
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.lock import Secret
from coupleapp.domain.notebook import NotebookEntry

Closed = KeyMissing | StoreTooNew
"""Why a damaged file was not opened; it is looked at again at each start."""


class Mark(Enum):
    """What is noted of a damaged file, once and for good."""

    DECIDED = auto()
    """They have decided what of it they keep."""

    OWN_KEPT = auto()
    """What each keeps alone was kept for them."""

    ASKED = auto()
    """It was said to them that it is closed."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk; without its events where they could not all be read."""

    session: PastSession
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Readable:
    """What could be read in a damaged file, each thing whole."""

    entries: tuple[NotebookEntry, ...] = ()
    agreements: tuple[AgreementLog, ...] = ()
    talks: tuple[Talk, ...] = ()


class DamagedFiles(Protocol):
    """What was put aside because it was damaged. Every method may raise a ``StoreError``."""

    def files(self) -> tuple[Path, ...]:
        """Where they lie, the newest first."""

    def read(self, file: Path) -> Readable:
        """What can still be read in this one; it is not touched.

        Raises:
            KeyMissing: Nothing here opens it now; by its kind what would.
            StoreTooNew: A newer Nearer wrote it.
        """

    def open(self, file: Path, secret: Secret) -> None:
        """Let this open it for as long as the notebook is open.

        Raises:
            SecretRefused: It opens something else.
            KeyMissing: It takes something else.
        """

    def keep_sealed(self, file: Path) -> None:
        """Keep what a partner has sealed in it for themselves, as sealed as it is."""

    def here(self) -> Mapping[str, datetime]:
        """When each line, agreement and talk that is here was last changed, UTC, by its id."""


class SalvageMarks(Protocol):
    """What is noted of damaged files. Every method may raise a ``StoreError``."""

    def marked(self, file: Path, mark: Mark) -> bool:
        """Whether this was noted of it."""

    def mark(self, file: Path, mark: Mark) -> None:
        """Note it."""


class PutBack(Protocol):
    """Takes agreements in that were made before."""

    def put_back(self, log: AgreementLog) -> None:
        """Keep it as it was, with what has become of it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One thing that can be kept.

    Attributes:
        id: Its own, never reused.
        content: What is shown of it.
        kept: What is kept.
    """

    id: str
    content: Content
    kept: NotebookEntry | AgreementLog | Talk


@dataclass(frozen=True, slots=True)
class Found:
    """What one look has found.

    Attributes:
        saved: What both may read that is not here, or is newer; the newest first.
        read: The files that were read.
        closed: The files that were not opened, and why.
    """

    saved: tuple[Saved, ...] = ()
    read: tuple[Path, ...] = ()
    closed: Mapping[Path, Closed] = field(default_factory=dict)

    @property
    def why_closed(self) -> Closed | None:
        """Why one of them was not opened; first what can be typed. None where all were."""
        closed = sorted(self.closed.values(), key=lambda one: not isinstance(one, SecretNeeded))
        return closed[0] if closed else None


class Salvage:
    """Over the open notebook and the damaged files beside it. For any thread."""

    def __init__(
        self,
        damaged: DamagedFiles,
        notebook: NotebookStore,
        sessions: SessionStore,
        agreements: PutBack,
        marks: SalvageMarks,
    ) -> None:
        self._damaged = damaged
        self._notebook = notebook
        self._sessions = sessions
        self._agreements = agreements
        self._marks = marks

    def files(self) -> tuple[Path, ...]:
        """The damaged files that were put aside, the newest first.

        Raises:
            StoreError: The folder could not be read.
        """
        return self._damaged.files()

    def waits(self) -> bool:
        """Whether they have not decided yet about one of them.

        Raises:
            StoreError: It could not be read.
        """
        return any(not self._marks.marked(file, Mark.DECIDED) for file in self.files())

    def asks(self, found: Found) -> bool:
        """Whether they can do something about a closed one, and it was not said to them yet.

        Raises:
            StoreError: It could not be read.
        """
        can = [file for file, why in found.closed.items() if _can_be_opened(why)]
        return any(not self._marks.marked(file, Mark.ASKED) for file in can)

    def done(self, found: Found) -> None:
        """They have decided about what they were shown; it can be looked at again.

        About what was not opened nobody can decide: it is looked at again at each start, but they
        are not asked again for what opens it.

        Raises:
            StoreError: It could not be noted.
        """
        for file, why in found.closed.items():
            if _can_be_opened(why):
                self._marks.mark(file, Mark.ASKED)
        for file in found.read:
            self._marks.mark(file, Mark.DECIDED)

    def open(self, found: Found, secret: Secret) -> None:
        """Let this open what was not opened.

        Raises:
            SecretRefused: It opens none of them.
            StoreError: It could not be tried.
        """
        tried = [file for file, why in found.closed.items() if isinstance(why, KeyMissing)]
        refused = 0
        for file in tried:
            try:
                self._damaged.open(file, secret)
            except KeyMissing:
                refused += 1
        if tried and refused == len(tried):
            raise SecretRefused("it opens none of them")

    def look(self) -> Found:
        """Read them; what each keeps alone is kept for them.

        Raises:
            StoreError: It could not be looked for.
        """
        here, saved, read = self._damaged.here(), dict[str, Saved](), list[Path]()
        closed: dict[Path, Closed] = {}
        for file in self.files():
            try:
                readable = self._damaged.read(file)
            except (KeyMissing, StoreTooNew) as error:
                closed[file] = error
                continue
            for one in _newer(readable, here):
                saved.setdefault(one.id, one)
            self._keep_own(file, readable.entries)
            read.append(file)
        newest = sorted(saved.values(), key=lambda one: moment_of(one.content), reverse=True)
        return Found(tuple(newest), tuple(read), closed)

    def keep(self, saved: Sequence[Saved]) -> None:
        """Keep these with their own dates; what is here already is not kept twice.

        Raises:
            StoreError: One could not be kept; those before it are.
        """
        here = dict(self._damaged.here())
        # A line and an agreement refer to their talk, and a line to the one it stands below.
        in_order = sorted(saved, key=lambda one: moment_of(one.content))
        for one in sorted(in_order, key=lambda one: not isinstance(one.kept, Talk)):
            match one.kept:
                case NotebookEntry():
                    self._keep_line(one.kept, here)
                case AgreementLog() if one.id not in here:
                    self._agreements.put_back(one.kept)
                case Talk() if one.id not in here:
                    self._sessions.append(one.kept.session, 0, one.kept.events)
                case _:
                    continue
            here.setdefault(one.id, moment_of(one.content))

    def _keep_line(self, entry: NotebookEntry, here: dict[str, datetime]) -> None:
        if entry.session_id not in here:
            entry = replace(entry, session_id=None)
        if entry.answers not in here:
            entry = replace(entry, answers=None)
        if entry.id not in here:
            self._notebook.add(entry)
        elif _changed(entry) > here[entry.id]:
            self._notebook.put_back(entry)
        else:
            return
        here[entry.id] = _changed(entry)

    def _keep_own(self, file: Path, entries: Iterable[NotebookEntry]) -> None:
        """Once: what its author deletes later does not come back."""
        if self._marks.marked(file, Mark.OWN_KEPT):
            return
        here = dict(self._damaged.here())
        for entry in entries:
            if entry.private:
                self._keep_line(entry, here)
        self._damaged.keep_sealed(file)
        self._marks.mark(file, Mark.OWN_KEPT)


def _can_be_opened(why: Closed) -> bool:
    """By what somebody types, or by a newer Nearer; a keyring is only late."""
    return isinstance(why, SecretNeeded | StoreTooNew)


def _newer(readable: Readable, here: Mapping[str, datetime]) -> Iterable[Saved]:
    for entry in readable.entries:
        known = here.get(entry.id)
        if (
            not entry.private
            and entry.binned_at is None
            and (known is None or _changed(entry) > known)
        ):
            yield Saved(entry.id, entry, entry)
    for log in readable.agreements:
        if log.agreement_id in here:
            continue
        try:
            yield Saved(log.agreement_id, fold(log.events), log)
        except ImpossibleLifeError:
            continue
    for talk in readable.talks:
        session = talk.session
        if session.talked and session.ended_at is not None and session.id not in here:
            yield Saved(session.id, session, talk)


def _changed(entry: NotebookEntry) -> datetime:
    return entry.changed_at or entry.written_at
