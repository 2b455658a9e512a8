"""What it costs to keep one event of a session: ``pytest --benchmark-only tests/store``."""

from itertools import count
from pathlib import Path

import pytest

from coupleapp.store import connection, open_store
from tests.store.helpers import began, past, said_back

FRAME_S = 0.016


@pytest.mark.parametrize(
    "journal",
    [
        connection.JOURNAL,
        ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA fullfsync = ON"),
    ],
    ids=["delete-extra", "wal-full"],
)
def test_one_event(folder: Path, journal: tuple[str, ...], benchmark, monkeypatch):
    monkeypatch.setattr(connection, "JOURNAL", journal)
    store = open_store(folder, [])
    store.sessions.append(past(), 0, [began()])
    numbers = count(1)

    def keep() -> None:
        number = next(numbers)
        store.sessions.append(past(), number, [said_back(number)])

    benchmark.pedantic(keep, rounds=1000, warmup_rounds=20)
    store.close()

    slowest = sorted(benchmark.stats.stats.data)[-10]
    benchmark.extra_info["p99_ms"] = round(slowest * 1000, 2)
    assert slowest < FRAME_S
