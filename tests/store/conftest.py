from collections.abc import Iterator
from pathlib import Path

import pytest

from coupleapp.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "nearer"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = open_store(folder, [])
    yield store
    store.close()
