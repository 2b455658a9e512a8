"""The only room that speaks SQL: one encrypted file for each couple."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from coupleapp.application.copies import Holding
from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.ports import KeptKind, StoreError, StoreLost
from coupleapp.store.activities import SqlActivities
from coupleapp.store.agreements import SqlAgreements
from coupleapp.store.copies import (
    any_copy,
    check_copy,
    envelope_beside,
    found_copies,
    make_copy,
    write_copy,
)
from coupleapp.store.copy_folder import CopyFolder
from coupleapp.store.couple import SqlCouple
from coupleapp.store.database import PATIENCE_MS, Database, open_database
from coupleapp.store.doubled import second_of
from coupleapp.store.drafts import SqlDrafts
from coupleapp.store.envelope import ENVELOPE
from coupleapp.store.errors import known_errors
from coupleapp.store.evenings import SqlEvenings
from coupleapp.store.files import FILE_NAME, make_durable, make_empty, make_folder
from coupleapp.store.lock import EnvelopeLock
from coupleapp.store.locked_evening import read_locked_evening, write_locked_evening
from coupleapp.store.looking import asked_for_copies, forget_looks, holding_now, look_into
from coupleapp.store.needs import SqlNeeds
from coupleapp.store.notebook import SqlNotebook
from coupleapp.store.own_pages import SqlOwnPages
from coupleapp.store.own_themes import SqlOwnThemes
from coupleapp.store.packs import SqlPacks
from coupleapp.store.plans import SqlAppointments, SqlRituals
from coupleapp.store.programme import SqlProgramme
from coupleapp.store.put_aside import remove_half_done
from coupleapp.store.renewing import earlier_keys, renew_key
from coupleapp.store.restoring import Restored, restore_copy
from coupleapp.store.salvage import DamagedFolder
from coupleapp.store.salvage_marks import SqlSalvageMarks
from coupleapp.store.second_place import SecondFolder
from coupleapp.store.sessions import SqlSessions
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.upgrade import HEAD, make_tables, migrate
from coupleapp.store.vault import Vault, keepers_among, open_proven, settle

__all__ = [
    "FILE_NAME",
    "Restored",
    "SecondFolder",
    "Store",
    "anything_kept",
    "asked_for_copies",
    "check_store",
    "envelope_beside",
    "forget_looks",
    "found_copies",
    "holding_now",
    "look_into",
    "open_store",
    "read_locked_evening",
    "renew_key",
    "restore_copy",
    "second_place_in",
    "write_copy",
    "write_locked_evening",
]

_FIRST_START = "first-start"
"""Stands beside the file until it has its tables: what is empty then was never anything else."""


@dataclass(frozen=True, slots=True)
class Store:
    """One open file, and a store for each aggregate in it; each call is one unit of work."""

    folder: Path
    vault: Vault
    earlier: tuple[KnownKey, ...]
    sessions: SqlSessions
    notebook: SqlNotebook
    own_pages: SqlOwnPages
    couple: SqlCouple
    evenings: SqlEvenings
    drafts: SqlDrafts
    appointments: SqlAppointments
    rituals: SqlRituals
    activities: SqlActivities
    packs: SqlPacks
    agreements: SqlAgreements
    needs: SqlNeeds
    programme: SqlProgramme
    own_themes: SqlOwnThemes
    copies: CopyFolder
    second_place: SecondFolder
    damaged: DamagedFolder
    salvage_marks: SqlSalvageMarks
    lock: EnvelopeLock
    database: Database

    @property
    def known(self) -> tuple[KnownKey, ...]:
        """What opens the notebook and its copies again, without asking anybody."""
        return (self.vault.known, *self.earlier)

    def left_aside(self, kinds: Iterable[KeptKind]) -> int:
        """How many rows of these kinds were met that cannot be read, and are still there."""
        return self.database.left_aside_now(kinds)

    def follow_left_aside(self, told: Callable[[], None]) -> None:
        """Call this whenever another row is met that cannot be read, from whatever thread."""
        self.database.left_aside.told = told

    def close(self) -> None:
        """Take out what was erased, and let the file go."""
        self.database.scrub()
        self.database.close()


def _now() -> datetime:
    return datetime.now(UTC)


def anything_kept(folder: Path) -> bool:
    """Whether a couple has something here, or had; nothing is opened."""
    envelope = folder / ENVELOPE
    kept = (folder / FILE_NAME, envelope, second_of(envelope))
    return any(path.exists() for path in kept) or any_copy(folder)


def check_store(folder: Path, openers: Sequence[Opener]) -> Holding:
    """Read all of the file without changing it, and what it holds.

    Raises:
        StoreError: It is not whole, or cannot be opened.
    """
    path = folder / FILE_NAME
    with known_errors():
        if _is_gone(path):
            raise StoreLost(f"{FILE_NAME} is gone or empty")
        return open_proven(folder, path, openers, partial(check_copy, path))[1]


def second_place_in(folder: Path, openers: Sequence[Opener]) -> tuple[SecondFolder, str]:
    """The second place of a notebook that stays closed, and where it is.

    Empty for none, and where it was closed by an earlier Nearer.

    Raises:
        StoreError: The notebook is not whole, or cannot be opened.
    """
    path = folder / FILE_NAME

    def chosen(key: bytes) -> tuple[str, tuple[KnownKey, ...]]:
        with closing(Database(path, key)) as database:
            if database.revision() != HEAD:
                return "", ()
            return SqlCouple(database).settings().second_place, earlier_keys(database)

    with known_errors():
        vault, (place, earlier) = open_proven(folder, path, openers, chosen)
    return SecondFolder(folder, [vault.known, *earlier]), place


def open_store(
    folder: Path,
    openers: Sequence[Opener],
    patience_ms: int = PATIENCE_MS,
    now: Callable[[], datetime] = _now,
) -> Store:
    """Open the file in this folder; make both where there was never one.

    ``patience_ms``: how long another program may hold the file. What somebody typed is proven; of
    the other ``openers`` the first is the best, and the key file always the last. ``now``: the
    time a copy is named by.

    Raises:
        StoreError: It cannot be opened, and was left as it is.
    """
    path, first_start = folder / FILE_NAME, folder / _FIRST_START
    with known_errors():
        make_folder(folder)
        if not anything_kept(folder) and not first_start.exists():
            make_empty(first_start)
        first = first_start.exists()
        if not first and anything_kept(folder) and _is_gone(path):
            raise StoreLost(f"{FILE_NAME} is gone or empty")
        vault, database = open_proven(
            folder, path, openers, lambda key: open_database(path, key, patience_ms)
        )
    try:
        with known_errors():
            settle(folder, vault)
            remove_half_done(folder)
        if first and database.revision() is None:
            make_tables(database)
        elif refuse_unsound(database) != HEAD:
            migrate(database, lambda: make_copy(database, now()))
            refuse_unsound(database)
        database.scrub()
        earlier = earlier_keys(database)
        with known_errors():
            second_place = SecondFolder(folder, [vault.known, *earlier])
            spread = partial(_spread_there, database, second_place)
            keepers = keepers_among(openers)
            lock = EnvelopeLock(folder, vault, keepers, earlier=earlier, second_place=spread)
        lock.spread()
        if first:
            with known_errors():
                # What is lost from now on was not empty before.
                first_start.unlink(missing_ok=True)
                make_durable(folder)
    except BaseException:
        database.close()
        raise
    known: list[Opener] = [vault.known, *earlier, *keepers_among(openers)]
    # A damaged file may have been opened by another.
    damaged = [*known, *(one for one in openers if isinstance(one, KnownKey))]
    return Store(
        folder=folder,
        vault=vault,
        earlier=earlier,
        sessions=SqlSessions(database),
        notebook=SqlNotebook(database),
        own_pages=SqlOwnPages(database),
        couple=SqlCouple(database),
        evenings=SqlEvenings(database),
        drafts=SqlDrafts(database),
        appointments=SqlAppointments(database),
        rituals=SqlRituals(database),
        activities=SqlActivities(database),
        packs=SqlPacks(database),
        agreements=SqlAgreements(database),
        needs=SqlNeeds(database),
        programme=SqlProgramme(database),
        own_themes=SqlOwnThemes(database),
        copies=CopyFolder(database, known),
        second_place=second_place,
        salvage_marks=SqlSalvageMarks(SqlDrafts(database)),
        damaged=DamagedFolder(database, {vault.id, *(one.vault for one in earlier)}, damaged),
        lock=lock,
        database=database,
    )


def _spread_there(database: Database, second_place: SecondFolder) -> None:
    """Bring the envelopes in the second place up to those here, if there is such a place."""
    # If not now, then when copies are brought there.
    with suppress(StoreError):
        place = SqlCouple(database).settings().second_place
        if place:
            second_place.spread(Path(place))


def _is_gone(path: Path) -> bool:
    return not path.exists() or path.stat().st_size == 0
