"""What a damaged notebook still holds that is newer than the copy in its place.

Nothing of it comes back by itself, but for what one partner keeps alone: that is kept for them
without a word, once, and never shown here. What is left stays in the file that was put aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.looking import Content, moment_of
from coupleapp.application.ports import (
    DraftStore,
    KeyMissing,
    NotebookStore,
    SecretNeeded,
    SecretRefused,
    SessionStore,
)
from coupleapp.domain.agreements.life import ImpossibleLifeError, fold
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.lock import Secret
from coupleapp.domain.notebook import NotebookEntry

_DONE = "salvage:done:"
_OWN = "salvage:own:"
_ASKED = "salvage:asked:"


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
        """When each line, agreement and talk that is here was last changed, by its id."""


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


class Salvage:
    """Over the open notebook and the damaged files beside it."""

    def __init__(
        self,
        damaged: DamagedFiles,
        notebook: NotebookStore,
        sessions: SessionStore,
        agreements: PutBack,
        marks: DraftStore,
    ) -> None:
        self._damaged = damaged
        self._notebook = notebook
        self._sessions = sessions
        self._agreements = agreements
        self._marks = marks
        self._closed: dict[Path, KeyMissing] = {}
        self._read: set[Path] = set()

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
        return any(not self._marks.draft(_DONE + file.name) for file in self.files())

    @property
    def closed(self) -> KeyMissing | None:
        """Why one of them could not be opened when it was last looked; first what can be typed."""
        closed = sorted(self._closed.values(), key=lambda one: not isinstance(one, SecretNeeded))
        return closed[0] if closed else None

    def asks(self) -> bool:
        """Whether one of them takes what somebody types, and they have not been asked yet.

        Raises:
            StoreError: It could not be read.
        """
        takes = [file for file, why in self._closed.items() if isinstance(why, SecretNeeded)]
        return any(not self._marks.draft(_ASKED + file.name) for file in takes)

    def done(self) -> None:
        """They have decided; what is left stays where it is, and can be looked at again.

        About what could not be opened nobody can decide: it is looked at again at each start, but
        they are not asked again for what opens it.

        Raises:
            StoreError: It could not be noted.
        """
        for file in self.files():
            if file in self._closed:
                self._marks.remember_draft(_ASKED + file.name, "yes")
            elif file in self._read:
                self._marks.remember_draft(_DONE + file.name, "yes")

    def open(self, secret: Secret) -> None:
        """Let this open what could not be opened.

        Raises:
            SecretRefused: It opens none of them.
            StoreError: It could not be tried.
        """
        refused: list[KeyMissing] = []
        tried = list(self._closed)
        for file in tried:
            try:
                self._damaged.open(file, secret)
            except KeyMissing as error:
                refused.append(error)
        if tried and len(refused) == len(tried):
            raise SecretRefused("it opens none of them")

    def look(self) -> tuple[Saved, ...]:
        """What both may read in them that is not here, or is newer; the newest first.

        What could not be opened is not among it: see ``closed``.

        Raises:
            StoreError: It could not be looked for.
        """
        here, found = self._damaged.here(), dict[str, Saved]()
        closed: dict[Path, KeyMissing] = {}
        for file in self.files():
            try:
                readable = self._damaged.read(file)
            except KeyMissing as error:
                closed[file] = error
                continue
            for saved in _newer(readable, here):
                found.setdefault(saved.id, saved)
            self._keep_own(file, readable.entries)
            self._read.add(file)
        self._closed = closed
        return tuple(sorted(found.values(), key=lambda one: moment_of(one.content), reverse=True))

    def keep(self, saved: Sequence[Saved]) -> None:
        """Keep these with their own dates; what is here already is not kept twice.

        Raises:
            StoreError: One could not be kept; those before it are.
        """
        # A line and an agreement refer to their talk.
        for one in sorted(saved, key=lambda one: not isinstance(one.kept, Talk)):
            here = self._damaged.here()
            match one.kept:
                case NotebookEntry():
                    self._keep_line(one.kept, here)
                case AgreementLog() if one.id not in here:
                    self._agreements.put_back(one.kept)
                case Talk() if one.id not in here:
                    self._sessions.append(one.kept.session, 0, one.kept.events)
                case _:
                    pass

    def _keep_line(self, entry: NotebookEntry, here: Mapping[str, datetime]) -> None:
        if entry.session_id not in here:
            entry = replace(entry, session_id=None)
        if entry.id not in here:
            self._notebook.add(entry)
        elif _changed(entry) > here[entry.id]:
            self._notebook.change(entry)

    def _keep_own(self, file: Path, entries: Iterable[NotebookEntry]) -> None:
        """Once: what its author deletes later does not come back."""
        if self._marks.draft(_OWN + file.name):
            return
        here = self._damaged.here()
        for entry in entries:
            if entry.private:
                self._keep_line(entry, here)
        self._damaged.keep_sealed(file)
        self._marks.remember_draft(_OWN + file.name, "yes")


def _newer(readable: Readable, here: Mapping[str, datetime]) -> Iterable[Saved]:
    for entry in readable.entries:
        known = here.get(entry.id)
        if not entry.private and (known is None or _changed(entry) > known):
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
