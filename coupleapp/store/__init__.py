"""The only room that speaks SQL: one encrypted file for each couple."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coupleapp.application.ports import SecretKeeper
from coupleapp.store.activities import SqlActivities
from coupleapp.store.agreements import SqlAgreements
from coupleapp.store.couple import SqlCouple
from coupleapp.store.database import PATIENCE_MS, Database, open_database
from coupleapp.store.drafts import SqlDrafts
from coupleapp.store.errors import known_errors
from coupleapp.store.evenings import SqlEvenings
from coupleapp.store.files import make_folder
from coupleapp.store.needs import SqlNeeds
from coupleapp.store.notebook import SqlNotebook
from coupleapp.store.own_themes import SqlOwnThemes
from coupleapp.store.packs import SqlPacks
from coupleapp.store.plans import SqlAppointments, SqlRituals
from coupleapp.store.programme import SqlProgramme
from coupleapp.store.sessions import SqlSessions
from coupleapp.store.upgrade import bring_up_to_date
from coupleapp.store.vault import KeptIn, open_vault

__all__ = ["FILE_NAME", "KeptIn", "Store", "open_store"]

FILE_NAME = "nearer.db"


@dataclass(frozen=True, slots=True)
class Store:
    """One open file, and a store for each aggregate in it; each call is one unit of work."""

    folder: Path
    kept_in: KeptIn
    sessions: SqlSessions
    notebook: SqlNotebook
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
    database: Database

    def close(self) -> None:
        """Take out what was erased, and let the file go."""
        self.database.scrub()
        self.database.close()


def open_store(
    folder: Path, keepers: Sequence[SecretKeeper], patience_ms: int = PATIENCE_MS
) -> Store:
    """Open the file in this folder; make both where they are missing.

    ``patience_ms``: how long another program may hold the file. Of the ``keepers`` of the key the
    first is the best; the key file is always the last.

    Raises:
        StoreError: It cannot be opened, and was left as it is.
    """
    path = folder / FILE_NAME
    with known_errors():
        make_folder(folder)
        vault = open_vault(folder, path, keepers)
    database = open_database(path, vault.key, patience_ms)
    try:
        bring_up_to_date(database)
        database.scrub()
    except BaseException:
        database.close()
        raise
    return Store(
        folder=folder,
        kept_in=vault.kept_in,
        sessions=SqlSessions(database),
        notebook=SqlNotebook(database),
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
        database=database,
    )
