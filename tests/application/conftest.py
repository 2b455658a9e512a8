from collections.abc import Iterator
from pathlib import Path

import pytest

from coupleapp.store import Store, open_store
from tests.application.hands import HandClock
from tests.store.helpers import quick


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "nearer"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = quick(open_store(folder, []))
    yield store
    store.close()
