"""What a start costs, and what it leaves on the terminal."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.store import Store
from coupleapp.store.connection import refuse_other_libraries

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


@pytest.mark.slow
def test_alembic_is_loaded_only_when_there_is_something_to_migrate(folder: Path):
    assert _start(folder) == ["False", "True"]
    assert _start(folder) == ["False", "False"]


def test_a_closed_store_leaves_one_file_and_its_keys_twice(folder: Path, store: Store):
    store.drafts.remember_draft("a", "b")
    store.close()

    keys = {"keys.json", "keys-second.json", "key", "key-second"}
    assert {path.name for path in folder.iterdir()} == {"nearer.db", *keys}


def test_a_library_that_cannot_encrypt_is_refused():
    with (
        closing(sqlite3.connect(":memory:")) as plain,
        pytest.raises(RuntimeError, match="encrypt"),
    ):
        refuse_other_libraries(plain)
