"""Wakes up at the right time and asks what is due. What is due is decided in the domain."""

import logging
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    JobExecutionEvent,
)
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from coupleapp.application.ports import Clock, StoreError
from coupleapp.domain.reminders.kinds import Outlook

log = logging.getLogger(__name__)

HEARTBEAT_MS = 30_000
"""How late a reminder may be after the computer slept or its clock was set."""

SETTLE_MS = 30_000
"""How long somebody who opens the lid is left in peace."""

JUMP_S = 5.0
"""A wall clock that moves so much more or less than the computer ran was set, or slept."""

_LEAST_MS = 250
_JOB = "next reminder"


class Asked(Protocol):
    def look(self) -> Outlook: ...


class Reminders(QObject):
    """Emits ``due`` while a reminder is due; whoever shows it has to claim it first.

    The scheduler is only an alarm clock: it keeps nothing, and its thread touches nothing of ours
    but a signal. A heartbeat sees what no alarm clock can: a sleep, a clock that was set, a new
    time zone. It only compares clocks, so that a computer at rest stays at rest.

    Signals:
        due: The ``Reminder`` that is due now.
    """

    due = Signal(object)
    _woke = Signal()

    def __init__(self, clock: Clock, asked: Asked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asked = asked
        self._scheduler: BackgroundScheduler | None = None
        self._next: datetime | None = None
        self._waits = False
        self._seen = _Seen(clock)
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(self._ms(HEARTBEAT_MS))
        self._heartbeat.timeout.connect(self._beat)
        self._settle = QTimer(self, singleShot=True)
        self._settle.setInterval(self._ms(SETTLE_MS))
        self._settle.timeout.connect(self.check)
        # Emitted on the scheduler's thread, received on ours.
        self._woke.connect(self.check, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        if self._scheduler is not None:
            return
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._scheduler.add_listener(
            _report, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES
        )
        self._scheduler.start()
        self._seen = _Seen(self._clock)
        self._heartbeat.start()
        self.check()

    def stop(self) -> None:
        """Stop for good. Does not wait: a job does nothing but emit a signal."""
        self._heartbeat.stop()
        self._settle.stop()
        if self._scheduler is not None:
            # WORKAROUND for APScheduler 3.11: shut down while its thread is handing a job out, it
            # no longer finds that job and the thread dies of it. Removing waits for the hand-out.
            self._scheduler.remove_all_jobs()
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    @Slot()
    def check(self) -> None:
        """Ask what is due now, and set the alarm for the next time it may change.

        For anything that may have changed the answer: a choice, a "later", the end of a session.
        """
        if self._scheduler is None or self._settle.isActive():
            return  # a last wake-up that was still on its way when we stopped
        try:
            outlook = self._asked.look()
        except StoreError as error:
            log.warning("reminders could not be read: %s", type(error).__name__)
            self._waits = True  # the next heartbeat tries again
            return
        self._waits, self._next = bool(outlook.due), outlook.look_again
        self._set_alarm()
        for reminder in outlook.due[:1]:
            self.due.emit(reminder)

    @Slot()
    def _beat(self) -> None:
        if self._scheduler is None:
            return
        self._scheduler.wakeup()
        slept, changed = self._seen.look()
        if slept:
            self._settle.start()
        elif changed or self._waits or (self._next is not None and self._clock.now() >= self._next):
            self.check()

    def _set_alarm(self) -> None:
        if self._scheduler is None or self._next is None:
            return
        wait = (self._next - self._clock.now()) / self._clock.speed
        self._scheduler.add_job(
            self._woke.emit,
            # Without a zone of its own the trigger would ask tzlocal, which may raise.
            DateTrigger(datetime.now(UTC) + wait, timezone=UTC),
            id=_JOB,
            replace_existing=True,
        )

    def _ms(self, ms: int) -> int:
        return max(_LEAST_MS, round(ms / self._clock.speed))


class _Seen:
    """What the clocks said when they were last looked at."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wall, self._ran, self._zone = self._now()

    def look(self) -> tuple[bool, bool]:
        """Whether the computer slept (or its clock was set forward), and whether all is new."""
        wall, ran, zone = self._now()
        ahead = (wall - self._wall).total_seconds() - (ran - self._ran)
        other_zone = str(zone) != str(self._zone)
        self._wall, self._ran, self._zone = wall, ran, zone
        return ahead >= JUMP_S, ahead <= -JUMP_S or other_zone

    def _now(self) -> tuple[datetime, float, tzinfo]:
        return self._clock.now(), self._clock.monotonic(), self._clock.zone()


def _report(event: JobExecutionEvent) -> None:
    # On a thread of the scheduler's, which would otherwise keep it to itself.
    if event.code == EVENT_JOB_ERROR:
        log.error("a wake-up failed: %s", type(event.exception).__name__)
    else:
        log.error("a wake-up was missed")
