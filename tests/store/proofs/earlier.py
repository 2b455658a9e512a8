"""Files of earlier revisions, as the code of their time has written them: ``files/r000N.sql``.

No Nearer ever stopped at r0004, r0005 or r0006, which came together with r0007: these three are a
file of r0007, taken back to what the migrations make on their way.

Before a release with new tables: ``coupleapp --self-test --keep FOLDER`` writes one of today, and
``python -m tests.store.proofs.earlier FOLDER`` says it as SQL. That of r0010 is the one of r0009,
with a talk and a new key by the code of 0.1.0. ``test_released.py`` holds all of them as they are.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from coupleapp.store import FILE_NAME
from coupleapp.store.database import Database, open_database
from coupleapp.store.upgrade import HEAD
from coupleapp.store.vault import open_vault

FILES = Path(__file__).parents[1] / "files"
KEPT = tuple(sorted(path.stem for path in FILES.glob("r*.sql")))
"""Of each revision that was released the file of its time, today's among them."""
REVISIONS = tuple(revision for revision in KEPT if revision != HEAD)
"""Those that have to be brought up to date."""


def write_earlier(revision: str, folder: Path) -> None:
    """A whole folder with a file of this revision in it."""
    folder.mkdir(exist_ok=True)
    key = open_vault(folder, folder / FILE_NAME, []).key
    with closing(open_database(folder / FILE_NAME, key)) as made:
        with made.migration() as link:
            for line in (FILES / f"{revision}.sql").read_text("utf-8").splitlines():
                link.connection.driver_connection.execute(line)
        assert made.revision() == revision


def as_sql(folder: Path) -> Iterator[str]:
    """One statement a line."""
    key = open_vault(folder, folder / FILE_NAME, []).key
    with closing(Database(folder / FILE_NAME, key)) as database:
        made = database.read(
            "SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type DESC, rowid"
        )
        for _, _, sql in made:
            yield " ".join(sql.split()) + ";"
        for table in [name for name, kind, _ in made if kind == "table"]:
            columns = [f'"{row[1]}"' for row in database.read(f"PRAGMA table_info({table})")]
            quoted = ", ".join(f"replace(quote({name}), char(10), '\\n')" for name in columns)
            for row in database.read(f"SELECT {quoted} FROM {table} ORDER BY rowid"):  # noqa: S608
                values = [f"replace({v}, '\\n', char(10))" if "\\n" in v else v for v in row]
                yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(values)});"  # noqa: S608


if __name__ == "__main__":
    print(*as_sql(Path(sys.argv[1])), sep="\n")
