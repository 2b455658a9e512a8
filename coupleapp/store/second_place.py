"""The copies once more, in a folder of the couple's choice: ``application.second_place``.

Their names are those of the first place. A stick may hold another couple's copies, too: what has
no envelope of this notebook beside it is neither read nor replaced nor removed. What another
computer brought of this notebook is read, and otherwise let be as well.
"""

import hashlib
import logging
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from coupleapp.application.lock import KnownKey
from coupleapp.application.ports import StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_shelf import (
    PlaceAway,
    PlaceFault,
    PlaceRefused,
    SecondNote,
)
from coupleapp.store.bringer import Bringer, brought_by, marked
from coupleapp.store.copies import (
    COPIES,
    check_copy,
    copy_beside,
    copy_name,
    envelope_beside,
    envelopes,
    made_by_name,
    named_in,
)
from coupleapp.store.envelope import Envelope, envelope_in, read_envelope, vault_in
from coupleapp.store.errors import known_errors
from coupleapp.store.files import (
    FILE_NAME,
    make_durable_if_it_can,
    make_empty,
    put_in_place,
    read_if_may,
    write_whole,
)
from coupleapp.store.patience import Patience, bounded
from coupleapp.store.second_note import NOTE, read_note, write_note

logger = logging.getLogger(__name__)

_ALONE = timedelta(days=1)
"""How long an envelope may lie without its copy: what syncs the folder may bring it first."""


class SecondFolder:
    """``application.second_shelf.SecondShelf`` beside this folder's copies."""

    def __init__(self, folder: Path, known: Sequence[KnownKey]) -> None:
        """``known``: the keys of this notebook, that of today first."""
        self._folder = folder
        self._today = known[0].vault
        self._keys = {one.vault: one.key for one in known}
        self._bringer = Bringer(folder)
        self.patience = Patience()

    @property
    def size(self) -> int:
        """In bytes, that of a copy, about."""
        with suppress(OSError):
            return (self._folder / FILE_NAME).stat().st_size
        return 0

    def told_apart_by(self, computer: bytes) -> None:
        """Let a folder that was copied to another computer be another one there."""
        self._bringer.computer = computer

    def refuse(self, place: Path) -> None:
        try:
            with known_errors():
                self._refuse(place)
        except StoreFull as error:
            raise PlaceRefused(PlaceFault.FULL) from error
        except StoreReadOnly as error:
            raise PlaceRefused(PlaceFault.READ_ONLY) from error
        except (StoreError, OSError) as error:
            raise PlaceRefused(PlaceFault.FAILS) from error

    @bounded
    def _refuse(self, place: Path) -> None:
        if not place.is_absolute() or not place.is_dir():
            raise PlaceRefused(PlaceFault.NO_FOLDER)
        inside = place.resolve().is_relative_to(self._folder.resolve())
        # Nor beside another couple's, where they would be taken for their copies.
        if inside or (place / FILE_NAME).exists():
            raise PlaceRefused(PlaceFault.FIRST_PLACE)
        attempt = place / f"nearer.{self._today[:8]}.new"
        attempt.unlink(missing_ok=True)
        make_empty(attempt)
        try:
            # A full drive still takes an empty file.
            attempt.write_bytes(b"?")
        finally:
            attempt.unlink()

    @bounded
    def made(self, place: Path) -> tuple[datetime, ...]:
        with _there(place):
            return self._made(place)

    @bounded
    def own(self, place: Path) -> tuple[datetime, ...]:
        with _there(place):
            beside = {at: envelope_beside(place / copy_name(at)) for at in self._made(place)}
            return tuple(at for at, envelope in beside.items() if self._is_own(envelope))

    @bounded
    def settle(self, place: Path) -> None:
        with _there(place):
            for draft in place.glob(f"nearer-*.{self._bringer.begin()}.new"):
                draft.unlink(missing_ok=True)
            self._spread(place)
            made = self._made(place)
            for envelope in self._own_envelopes(place) if made else ():
                path = copy_beside(envelope)
                at = made_by_name(path)
                if not path.exists() and at is not None and at < made[-1] - _ALONE:
                    envelope.unlink(missing_ok=True)

    def spread(self, place: Path) -> None:
        """Bring the envelopes there up to those here; what cannot be done now, ``settle`` does."""
        try:
            self._spread_now(place)
        except StoreError as error:
            logger.info("the second place waits: %s", type(error).__name__)

    @bounded
    def _spread_now(self, place: Path) -> None:
        with _there(place):
            self._spread(place)

    @bounded
    def write(self, place: Path, at: datetime) -> bool:
        source, path = self._folder / COPIES / copy_name(at), place / copy_name(at)
        try:
            with known_errors():
                sealed = envelope_beside(source).read_bytes()
            check_copy(source, self._keys[envelope_in(sealed).vault])
        except (FileNotFoundError, KeyError, StoreError):
            logger.info("%s is not whole and goes nowhere else", source.name)
            return False
        with _there(place):
            if self._is_taken(path):
                logger.info("%s is another's there", path.name)
                return False
            mark = self._bringer.begin()
            draft, envelope = self._draft(path), envelope_beside(path)
            half_done = [draft, self._draft(envelope)]
            try:
                _copy(source, draft)
                _read_back(draft, source)
                if not path.exists():
                    half_done.append(envelope)
                self._write(envelope, marked(envelope_in(sealed), mark))
                put_in_place(draft, path, make_durable_if_it_can)
            except BaseException:
                for left in half_done:
                    # Nor does that work where the stick is gone.
                    with suppress(OSError):
                        left.unlink(missing_ok=True)
                raise
        return True

    @bounded
    def remove(self, place: Path, at: datetime) -> None:
        path = place / copy_name(at)
        with _there(place):
            if self._is_own(envelope_beside(path)):
                path.unlink(missing_ok=True)
                # Last: without it nobody knows whose the copy is.
                make_durable_if_it_can(place)
                envelope_beside(path).unlink(missing_ok=True)
                make_durable_if_it_can(place)

    @bounded
    def readable(self, place: Path, at: datetime) -> bool:
        try:
            with _there(place):
                path = place / copy_name(at)
                sealed = envelope_beside(path).read_bytes()
                check_copy(path, self._keys[envelope_in(sealed).vault])
        except PlaceAway:
            raise
        except StoreError:
            # A stick that wears out says so of one file, and not of others.
            return False
        return True

    def note(self) -> SecondNote:
        return read_note(self._note)

    def keep(self, note: SecondNote) -> None:
        with known_errors():
            if note != self.note():
                self._note.parent.mkdir(mode=0o700, exist_ok=True)
                write_note(self._note, note)

    @property
    def _note(self) -> Path:
        return self._folder / COPIES / NOTE

    def _draft(self, path: Path) -> Path:
        """Told from those of others, who may be writing there just now."""
        return path.with_name(f"{path.name}.{self._bringer.mark()}.new")

    def _made(self, place: Path) -> tuple[datetime, ...]:
        named = [(path, at) for path, at, aside in named_in(place) if not aside]
        return tuple(sorted(at for path, at in named if self._is_ours(envelope_beside(path))))

    def _is_ours(self, envelope: Path) -> bool:
        return vault_in(read_if_may(envelope)) in self._keys

    def _is_own(self, envelope: Path) -> bool:
        data = read_if_may(envelope)
        if data is None or vault_in(data) not in self._keys:
            return False
        mark, here = brought_by(data), self._folder / COPIES / copy_beside(envelope).name
        # An earlier Nearer left no mark on what it brought.
        return mark == self._bringer.mark() if mark else here.exists()

    def _is_taken(self, path: Path) -> bool:
        envelope = envelope_beside(path)
        return (path.exists() or envelope.exists()) and not self._is_own(envelope)

    def _own_envelopes(self, place: Path) -> list[Path]:
        return [one for one in place.glob("nearer-*.keys.json") if self._is_own(one)]

    def _spread(self, place: Path) -> None:
        here, mark = self._envelopes_here(), self._bringer.mark()
        for path in self._own_envelopes(place) if mark else ():
            before = envelope_in(data := path.read_bytes())
            now = marked(here.get(before.vault, before), mark)
            if data != now:
                self._write(path, now)

    def _envelopes_here(self) -> dict[str, Envelope]:
        """What opens the copies of each key now, by its vault: what lies there follows it."""
        beside = [data for path in envelopes(self._folder) if (data := read_if_may(path))]
        found = {vault: envelope_in(data) for data in beside if (vault := vault_in(data))}
        now = read_envelope(self._folder)
        return {**found, now.vault: now}

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data, self._draft(path), make_durable_if_it_can)


@contextmanager
def _there(place: Path) -> Iterator[None]:
    """Turn whatever this drive says into a ``StoreError``: it may be pulled out at any moment."""
    try:
        with known_errors():
            if not _is_there(place):
                raise PlaceAway("it is not there")
            yield
    except (OSError, StoreError) as error:
        if not _is_there(place):
            raise PlaceAway(str(error)) from error
        if isinstance(error, StoreError):
            raise
        raise StoreError(error.strerror) from error


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False


def _copy(source: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    make_empty(draft)
    with source.open("rb") as here, draft.open("rb+") as there:
        shutil.copyfileobj(here, there)
        there.flush()
        os.fsync(there.fileno())
        if hasattr(os, "posix_fadvise"):
            # Else it would be read back from memory.
            os.posix_fadvise(there.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _read_back(draft: Path, source: Path) -> None:
    if _digest(draft) != _digest(source):
        raise StoreError(f"{draft.name} is not what was written")


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
