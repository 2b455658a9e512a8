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
from coupleapp.domain.reminders.due import due, next_moment, window_of
from coupleapp.domain.reminders.kinds import (
    Outlook,
    Reminder,
    ReminderKind,
    ShownReminder,
    Standing,
)
from coupleapp.domain.settings import Settings
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
        self.ran = 0.0
        self.speed = speed
        self.where: tzinfo = BERLIN
        self._began = real_time.monotonic() if runs else None

    def now(self) -> datetime:
        if self._began is None:
            return self.at
        return self.at + timedelta(seconds=real_time.monotonic() - self._began)

    def monotonic(self) -> float:
        return self.ran if self._began is None else real_time.monotonic()

    def zone(self) -> tzinfo:
        return self.where


class Asked:
    """One who knows what is due, and a receiver that claims."""

    def __init__(self, clock: JumpingClock, *, claims: bool = True) -> None:
        self.clock = clock
        self.claims = claims
        self.settings = Settings(evening=AT, invite_at=None)
        self.shown: tuple[ShownReminder, ...] = ()
        self.seen: list[Reminder] = []
        self.threads: set[int] = set()
        self.asked = 0

    def standing(self) -> Standing:
        return Standing(since=TONIGHT - timedelta(days=30), shown=self.shown)

    def look(self) -> Outlook:
        self.asked += 1
        now, zone, standing = self.clock.now(), self.clock.zone(), self.standing()
        return Outlook(
            due(now, zone, self.settings, standing),
            next_moment(now, zone, self.settings, standing),
        )

    def receive(self, reminder: Reminder) -> None:
        self.seen.append(reminder)
        self.threads.add(threading.get_ident())
        if self.claims:
            self.shown = (ShownReminder(reminder.kind, reminder.evening, self.clock.now()),)


Build = Callable[..., tuple[Reminders, Asked]]


@pytest.fixture
def build(qapp: QGuiApplication) -> Iterator[Build]:
    built: list[Reminders] = []

    def make(clock: JumpingClock, *, claims: bool = True) -> tuple[Reminders, Asked]:
        asked = Asked(clock, claims=claims)
        reminders = Reminders(clock, asked)
        reminders.due.connect(asked.receive)
        built.append(reminders)
        return reminders, asked

    yield make
    for reminders in built:
        reminders.stop()


def test_a_start_inside_the_window_reminds_at_once_and_once(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS + timedelta(minutes=5)))
    reminders.start()
    reminders.check()
    assert evenings.seen == [REMINDER]


def test_the_alarm_rings_when_the_window_opens(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(milliseconds=300), runs=True)
    reminders, evenings = build(clock)
    reminders.start()
    assert evenings.seen == []
    # The heartbeat beats every 30 s, so this can only be the alarm.
    with qtbot.waitSignal(reminders.due, timeout=60_000):
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
    with qtbot.waitSignal(reminders.due, timeout=60_000):
        pass
    assert evenings.seen == [REMINDER]


def test_somebody_who_opens_the_lid_is_left_in_peace_for_a_moment(
    qtbot: QtBot, build: Build
) -> None:
    clock = JumpingClock(BEGINS - timedelta(hours=8), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    clock.at += timedelta(hours=8, minutes=20)
    qtbot.waitUntil(reminders._settle.isActive)
    reminders.check()
    assert evenings.seen == []
    qtbot.waitUntil(lambda: evenings.seen == [REMINDER])


def test_a_sleep_past_the_window_reminds_of_nothing(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(hours=1), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    clock.at = ENDS
    before = evenings.asked
    qtbot.waitUntil(lambda: evenings.asked > before)
    assert evenings.seen == []


def test_a_clock_set_back_reminds_of_nothing_twice(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS, speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    before = evenings.asked
    clock.at = BEGINS - timedelta(hours=1)
    qtbot.waitUntil(lambda: evenings.asked > before)
    before = evenings.asked
    clock.at = BEGINS + timedelta(minutes=1)
    qtbot.waitUntil(lambda: evenings.asked > before)
    assert evenings.seen == [REMINDER]


def test_another_zone_is_noticed_while_it_runs(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(hours=1), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    clock.where = ZoneInfo("Europe/Helsinki")
    qtbot.waitUntil(lambda: evenings.seen == [REMINDER])


def test_a_computer_at_rest_is_not_asked_at_every_beat(qtbot: QtBot, build: Build) -> None:
    clock = JumpingClock(BEGINS - timedelta(hours=3), speed=1_000)
    reminders, evenings = build(clock)
    reminders.start()
    before, beats = evenings.asked, []
    reminders._heartbeat.timeout.connect(lambda: beats.append(1))
    qtbot.waitUntil(lambda: len(beats) >= 3)
    assert evenings.asked == before


def test_what_is_held_is_offered_again_at_each_beat(qtbot: QtBot, build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS, speed=1_000), claims=False)
    reminders.start()
    qtbot.waitUntil(lambda: len(evenings.seen) >= 3)
    assert set(evenings.seen) == {REMINDER}


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
    evenings.shown = (ShownReminder(ReminderKind.APPRECIATION, TONIGHT, BEGINS, soon),)
    reminders.check()
    assert len(evenings.seen) == 1
    with qtbot.waitSignal(reminders.due, timeout=60_000):
        pass
    assert evenings.seen == [REMINDER, REMINDER]


def test_switched_off_and_on_again(build: Build) -> None:
    reminders, evenings = build(JumpingClock(BEGINS))
    evenings.settings = Settings(evening=None, invite_at=None)
    reminders.start()
    assert evenings.seen == []
    evenings.settings = Settings(evening=AT, invite_at=None)
    reminders.check()
    assert evenings.seen == [REMINDER]


def test_a_store_that_cannot_be_read_is_asked_again(
    qtbot: QtBot, build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    reminders, evenings = build(JumpingClock(BEGINS, speed=1_000))
    answer, troubles = evenings.look, [StoreLocked("somebody's words")]

    def look_or_not() -> Outlook:
        if troubles:
            raise troubles.pop()
        return answer()

    evenings.look = look_or_not  # type: ignore[method-assign]
    reminders.start()
    assert evenings.seen == []
    assert "StoreLocked" in caplog.text
    assert "words" not in caplog.text
    qtbot.waitUntil(lambda: evenings.seen == [REMINDER])


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
    assert running.wait(60)
    began = real_time.monotonic()
    reminders.stop()
    reminders.stop()
    assert real_time.monotonic() - began < 15
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
    import time
    from datetime import UTC, datetime, timedelta
    from PySide6.QtCore import QCoreApplication, QTimer
    from coupleapp.domain.reminders.kinds import Outlook
    from coupleapp.reminders import Reminders

    class Clock:
        speed = 1.0
        def now(self): return datetime.now(UTC)
        def monotonic(self): return time.monotonic()
        def zone(self): return UTC

    class Asked:
        def look(self): return Outlook((), datetime.now(UTC) + timedelta(hours=1))

    app = QCoreApplication([])
    reminders = Reminders(Clock(), Asked(), app)
    reminders.start()
    app.aboutToQuit.connect(reminders.stop)
    QTimer.singleShot(50, app.quit)
    sys.exit(app.exec())
""")


def test_quitting_ends_the_process() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", QUITTING], capture_output=True, text=True, timeout=120, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
