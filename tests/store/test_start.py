"""What a start costs, and what it leaves on the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from coupleapp.store import Store

_START = """
import sys
from pathlib import Path
from coupleapp.store import open_store
print("alembic" in sys.modules)
open_store(Path(sys.argv[1]), []).close()
print("alembic" in sys.modules)
"""


def _start(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _START, folder],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_alembic_is_loaded_only_when_there_is_something_to_migrate(folder: Path):
    assert _start(folder) == ["False", "True"]
    assert _start(folder) == ["False", "False"]


def test_a_closed_store_leaves_one_file_and_its_keys(folder: Path, store: Store):
    store.drafts.remember_draft("a", "b")
    store.close()

    assert {path.name for path in folder.iterdir()} == {"nearer.db", "keys.json", "key"}


@pytest.mark.parametrize("library", ["cipher", "old"])
def test_another_library_is_refused(library: str):
    """Whatever the system's own SQLite is: it cannot encrypt."""
    import sqlite3
    from contextlib import closing

    from coupleapp.store import database

    if library == "cipher":
        with closing(sqlite3.connect(":memory:")) as plain, pytest.raises(RuntimeError):
            database._refuse_other_libraries(plain)
