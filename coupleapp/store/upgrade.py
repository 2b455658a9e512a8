"""Brings the tables of a file to the form this Nearer knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from coupleapp.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "r0011"
"""The newest revision in ``migrations``."""

MIGRATIONS = "coupleapp.store:migrations"


@dataclass(frozen=True, slots=True)
class Migrations:
    """What is known of how the tables became what they are."""

    config: "Config"

    def reach(self, revision: str) -> bool:
        """Apply every migration up to this revision; False where there is none of that name."""
        from alembic import command
        from alembic.script import ScriptDirectory

        scripts = ScriptDirectory.from_config(self.config)
        if revision not in {script.revision for script in scripts.walk_revisions()}:
            return False
        command.upgrade(self.config, revision)
        return True


def migrations_of(connection: Connection, scripts: str = MIGRATIONS) -> Migrations:
    """The migrations in this folder, applied to this connection."""
    # Costs more than all the rest of a start in which there is nothing to do.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", scripts)
    config.attributes["connection"] = connection
    return Migrations(config)


def make_tables(database: Database) -> None:
    """Make the tables of a file that has none.

    Raises:
        StoreError: It could not be done; the file is as it was.
    """
    with database.migration() as connection:
        migrations_of(connection).reach(HEAD)


def migrate(
    database: Database, back_up: Callable[[], object], to: str = HEAD, scripts: str = MIGRATIONS
) -> None:
    """Bring sound tables of an older Nearer up to date after a verified copy: ``back_up``.

    Raises:
        StoreError: It could not be done; the file is as it was.
    """
    back_up()
    with database.migration() as connection:
        migrations_of(connection, scripts).reach(to)
