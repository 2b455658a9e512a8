"""With a real scheduler and a clock that jumps."""

import logging
import subprocess
import sys
import textwrap
import threading
import time as real_time
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coupleapp.application.ports import StoreLocked
from coupleapp.domain.rituals import Reminder, ReminderKind, ShownReminder, window_of
from coupleapp.reminders import Reminders

BERLIN = ZoneInfo("Europe/Berlin")
AT = time(21, 30)
TONIGHT = date(2026, 7, 1)
BEGINS, ENDS = window_of(TONIGHT, AT, BERLIN)
REMINDER = Reminder(ReminderKind.APPRECIATION, TONIGHT)


class JumpingClock:
    """Stands still, or runs with the real time, and jumps when told."""

    def __init__(self, at: datetime, speed: float = 1.0, *, runs: bool = False) -> None:
        self.at = at
        self.speed = speed
        self._began = real_time.monotonic() if runs else None

    def now(self) -> datetime:
        if self._began is None:
            return self.at
        return self.at + timedelta(seconds=real_time.monotonic() - self._began)

    def monotonic(self) -> float:
        return real_time.monotonic()

    def zone(self) -> tzinfo:
        return BERLIN


class Evenings:
    """What the store knows, and a receiver that claims."""

    def __init__(self, clock: JumpingClock, *, claims: bool = True) -> None:
        self.clock = clock
        self.claims = claims
        self.at: time | None = AT
        self.history: list[ShownReminder] = []
        self.seen: list[Reminder] = []
        self.threads: set[int] = set()
        self.asked_since: date | None = None

    def since(self, since: date) -> list[ShownReminder]:
        self.asked_since = since
        return [known for known in self.history if known.evening >= since]

    def receive(self, reminder: Reminder) -> None:
        self.seen.append(reminder)
        self.threads.add(threading.get_ident())
        if self.claims:
            self.history = [ShownReminder(reminder.kind, reminder.evening, self.clock.now())]


Build = Callable[..., tuple[Reminders, Evenings]]


@pytest.fixture
def build(qapp: QGuiApplication) -> Iterator[Build]:
    built: list[Reminders] = []

    def make(clock: JumpingClock, *, claims: bool = True) -> tuple[Reminders, Evenings]:
        evenings = Evenings(clock, claims=claims)
        reminders = Reminders(clock, lambda: evenings.at, evenings.since)
        reminders.due.connect(evenings.receive)
        built.append(reminders)
        return reminders, evenings

    yield make
    for reminders in built:
        reminders.stop()


def test_a_start_inside_the_window_reminds_at_once_and_once(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS + timedelta(minutes=5)))
    reminders.start()
    reminders.check()
    assert evenings.seen == [REMINDER]
    assert evenings.asked_since is not None
    assert evenings.asked_since < TONIGHT - timedelta(days=1)


def test_the_alarm_rings_when_the_window_opens(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(milliseconds=300), runs=True)
    reminders, evenings = build(clock)
    reminders.start()
    assert evenings.seen == []
    # The heartbeat beats every 30 s, so this can only be the alarm.
    with qtbot.waitSignal(reminders.due, timeout=5_000):
        pass
    assert evenings.seen == [REMINDER]
    assert evenings.threads == {threading.get_ident()}, "received in the thread of the windows"
    assert clock.now() - BEGINS < timedelta(seconds=3)


def test_a_sleep_of_eight_hours_is_noticed_by_the_heartbeat(qtbot: QtBot, build: Build) -> None:
    # At this speed the alarm is set for half a minute from now, the heartbeat is 250 ms.
    clock = JumpingClock(BEGINS - timedelta(hours=8), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    assert evenings.seen == []
    clock.at += timedelta(hours=8, minutes=20)
    with qtbot.waitSignal(reminders.due, timeout=5_000):
        pass
    assert evenings.seen == [REMINDER]


def test_a_sleep_past_the_window_reminds_of_nothing(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(hours=1), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    clock.at = ENDS
    evenings.asked_since = None
    qtbot.waitUntil(lambda: evenings.asked_since is not None)
    assert evenings.seen == []


def test_a_clock_set_back_reminds_of_nothing_twice(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS, speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    clock.at = BEGINS - timedelta(hours=1)
    reminders.check()
    clock.at = BEGINS + timedelta(minutes=1)
    evenings.asked_since = None
    qtbot.waitUntil(lambda: evenings.asked_since is not None)
    assert evenings.seen == [REMINDER]


def test_what_nobody_claims_stays_due(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS), claims=False)
    reminders.start()
    reminders.check()
    assert evenings.seen == [REMINDER, REMINDER]


def test_later_is_an_alarm_of_its_own(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS, runs=True)
    reminders, evenings = build(clock)
    reminders.start()
    soon = clock.now() + timedelta(milliseconds=300)
    evenings.history = [ShownReminder(ReminderKind.APPRECIATION, TONIGHT, BEGINS, soon)]
    reminders.check()
    assert len(evenings.seen) == 1
    with qtbot.waitSignal(reminders.due, timeout=5_000):
        pass
    assert evenings.seen == [REMINDER, REMINDER]


def test_switched_off_and_on_again(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS))
    evenings.at = None
    reminders.start()
    assert evenings.seen == []
    evenings.at = AT
    reminders.check()
    assert evenings.seen == [REMINDER]


def test_a_store_that_cannot_be_read_is_asked_again(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    clock = JumpingClock(BEGINS)
    answers: list[Exception] = [StoreLocked("somebody's words")]

    def history(since: date) -> list[ShownReminder]:
        if answers:
            raise answers.pop()
        return []

    reminders = Reminders(clock, lambda: AT, history)
    seen: list[Reminder] = []
    reminders.due.connect(seen.append)
    reminders.start()
    assert seen == []
    assert "StoreLocked" in caplog.text
    assert "words" not in caplog.text
    reminders.check()
    reminders.stop()
    assert seen == [REMINDER]


def test_a_zone_nobody_knows_does_not_stop_the_alarm(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Land")
    import tzlocal.unix

    monkeypatch.setattr(tzlocal.unix, "_cache_tz", None)
    monkeypatch.setattr(tzlocal.unix, "_cache_tz_name", None)
    reminders, evenings = build(JumpingClock(BEGINS))
    reminders.start()
    assert evenings.seen == [REMINDER]


def test_a_job_that_raises_is_reported(
    qtbot: QtBot, build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    reminders, _ = build(JumpingClock(BEGINS))
    reminders.start()
    assert reminders._scheduler is not None
    with caplog.at_level(logging.ERROR):
        reminders._scheduler.add_job(lambda: 1 // 0)
        qtbot.waitUntil(lambda: "a wake-up failed: ZeroDivisionError" in caplog.messages)


def test_stopping_waits_for_no_job_and_can_be_done_twice(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS), claims=False)
    reminders.start()
    running, done = threading.Event(), threading.Event()

    def work() -> None:
        running.set()
        done.wait(30)

    assert reminders._scheduler is not None
    reminders._scheduler.add_job(work)
    assert running.wait(5)
    began = real_time.monotonic()
    reminders.stop()
    reminders.stop()
    assert real_time.monotonic() - began < 2
    done.set()
    evenings.seen.clear()
    reminders.check()
    assert evenings.seen == [], "a wake-up that comes after the end is nothing"


def test_it_can_be_started_again(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS), claims=False)
    for _ in range(2):
        reminders.start()
        reminders.start()
        reminders.stop()
    assert evenings.seen == [REMINDER, REMINDER]


QUITTING = textwrap.dedent("""
    import sys
    from datetime import UTC, datetime, time
    from PySide6.QtCore import QCoreApplication, QTimer
    from coupleapp.reminders import Reminders

    class Clock:
        speed = 1.0
        def now(self): return datetime.now(UTC)
        def zone(self): return UTC

    app = QCoreApplication([])
    reminders = Reminders(Clock(), lambda: time(21, 30), lambda since: [], app)
    reminders.start()
    app.aboutToQuit.connect(reminders.stop)
    QTimer.singleShot(50, app.quit)
    sys.exit(app.exec())
""")


def test_quitting_ends_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", QUITTING], capture_output=True, text=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
