"""Brings the tables of a file to the form this Nearer knows."""

from collections.abc import Callable

from coupleapp.application.ports import StoreTooNew
from coupleapp.store.database import Database

HEAD = "r0008"
"""The newest revision in ``migrations``."""

MIGRATIONS = "coupleapp.store:migrations"


def bring_up_to_date(database: Database, back_up: Callable[[], object]) -> None:
    """Make the tables, or migrate those of an older Nearer after a verified copy: ``back_up``.

    Raises:
        StoreTooNew: A newer Nearer wrote them.
        StoreError: It could not be done; the file is as it was.
    """
    revision = database.revision()
    if revision != HEAD:
        migrate(database, revision, back_up)


def migrate(
    database: Database,
    revision: str | None,
    back_up: Callable[[], object],
    migrations: str = MIGRATIONS,
) -> None:
    """Apply every migration after ``revision``, all or none."""
    # Costs more than all the rest of a start in which there is nothing to do.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", migrations)
    if revision is not None:
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if revision not in known:
            raise StoreTooNew(f"the tables have revision {revision}")
        back_up()
    with database.migration() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
