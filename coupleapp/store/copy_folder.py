"""The first place of the copies: a folder beside the open file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from coupleapp.application.copies import Copy, Holding
from coupleapp.application.copy_progress import Told, nobody
from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.ports import StoreLost
from coupleapp.store.copies import (
    COPIES,
    RESTORED,
    copy_name,
    counted,
    envelope_beside,
    found_copies,
    make_copy,
    named_in,
    written_at,
)
from coupleapp.store.database import Database
from coupleapp.store.errors import known_errors
from coupleapp.store.files import make_durable
from coupleapp.store.put_aside import put_aside_of, remove_put_aside


class CopyFolder:
    """``application.copies.CopyShelf`` over an open file."""

    def __init__(self, database: Database, openers: Sequence[Opener]) -> None:
        self._database = database
        self._openers = openers
        self._vaults = {one.vault for one in openers if isinstance(one, KnownKey)}
        self._folder = database.path.parent

    def place(self) -> Path:
        return self._folder / COPIES

    def made(self) -> tuple[datetime, ...]:
        with known_errors():
            return tuple(sorted(at for _, at, aside in named_in(self.place()) if not aside))

    def make(self, at: datetime, told: Told = nobody) -> datetime:
        with known_errors():
            if not self._database.in_place:
                # The envelope beside it is another one's by now.
                raise StoreLost("another file has taken the place of the open one")
        return make_copy(self._database, at, told)

    def remove(self, made: Sequence[datetime]) -> None:
        paths = [self.place() / copy_name(at) for at in made]
        with known_errors():
            if not self.place().exists():
                return
            # The envelopes last: a copy without one could not be read, and would be listed.
            for these in (paths, [envelope_beside(path) for path in paths]):
                for path in these:
                    path.unlink(missing_ok=True)
                make_durable(self.place())

    def changed(self) -> bool:
        """A copy has the time at which the file was written last: see ``make_copy``."""
        with known_errors():
            newest = max(self.made(), default=None)
            if newest is None:
                return True
            return written_at(self.place() / copy_name(newest)) != written_at(self._database.path)

    def restored(self) -> datetime | None:
        try:
            return datetime.fromisoformat((self.place() / RESTORED).read_text("ascii"))
        except (OSError, ValueError):
            return None

    def present(self) -> Holding:
        with known_errors():
            return counted(self._database)

    def found(self, told: Told = nobody) -> tuple[Copy, ...]:
        return found_copies(self._folder, self._openers, told)

    def put_aside(self) -> int:
        with known_errors():
            return len(put_aside_of(self._vaults, self._folder))

    def remove_put_aside(self) -> None:
        with known_errors():
            remove_put_aside(self._vaults, self._folder)
