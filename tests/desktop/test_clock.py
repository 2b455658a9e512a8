import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coupleapp.application.ports import Clock
from coupleapp.desktop import clock as clock_module
from coupleapp.desktop.clock import RehearsalClock, SystemClock

TOKYO = ZoneInfo("Asia/Tokyo")


def test_the_system_clock_tells_aware_utc() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)
    assert clock.speed == 1.0
    assert clock.monotonic() <= clock.monotonic()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TZ")
def test_a_new_zone_is_seen_while_running(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    at = datetime(2026, 7, 1, tzinfo=UTC)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert at.astimezone(clock.zone()).hour == 9
    monkeypatch.setenv("TZ", "America/New_York")
    assert at.astimezone(clock.zone()).hour == 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TZ")
def test_a_zone_nobody_knows_does_not_stop_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Land")
    zone = SystemClock().zone()
    now = datetime.now(UTC)
    assert now.astimezone(zone).utcoffset() == now.astimezone().utcoffset()


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds of the real monotonic clock, to be moved by hand."""
    seconds = [100.0]
    monkeypatch.setattr(clock_module.time, "monotonic", lambda: seconds[0])
    return seconds


def test_a_rehearsal_begins_where_it_is_told_and_runs_faster(real: list[float]) -> None:
    start = datetime(2026, 7, 1, 21, 0, tzinfo=TOKYO)
    clock: Clock = RehearsalClock(start, 60.0, TOKYO)
    assert clock.now() == start
    began = clock.monotonic()
    real[0] += 30
    assert clock.now() == start + timedelta(minutes=30)
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() - began == 1800
    assert clock.zone() is TOKYO
    assert clock.speed == 60.0


def test_a_rehearsal_without_a_start_begins_now() -> None:
    clock = RehearsalClock(None, 1.0, UTC)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
