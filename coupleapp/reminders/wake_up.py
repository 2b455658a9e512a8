"""Wakes up at the right time and asks what is due. What is due is decided in the domain."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from coupleapp.application.ports import Clock, StoreError
from coupleapp.domain.rituals import LOOK_BACK, ShownReminder, due, next_moment

log = logging.getLogger(__name__)

HEARTBEAT_MS = 30_000
"""How late a reminder may be after the computer slept or its clock was set."""

_LEAST_MS = 250
_JOB = "next reminder"


class Reminders(QObject):
    """Emits ``due`` while a reminder is due; whoever shows it has to claim it first.

    The scheduler is only an alarm clock: it keeps nothing, and its thread touches nothing of ours
    but a signal. A heartbeat sees what no alarm clock can: a sleep, a clock that was set, a new
    time zone.

    Signals:
        due: A ``Reminder`` that is due now.
    """

    due = Signal(object)
    _woke = Signal()

    def __init__(
        self,
        clock: Clock,
        evening: Callable[[], time | None],
        history: Callable[[date], Sequence[ShownReminder]],
        parent: QObject | None = None,
        *,
        waits_until: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._evening = evening
        self._history = history
        self._waits_until = waits_until
        self._scheduler: BackgroundScheduler | None = None
        self._heartbeat = QTimer(self)
        self._heartbeat.setInterval(max(_LEAST_MS, round(HEARTBEAT_MS / clock.speed)))
        self._heartbeat.timeout.connect(self._beat)
        # Emitted on the scheduler's thread, received on ours.
        self._woke.connect(self.check, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to wake up."""
        if self._scheduler is not None:
            return
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._scheduler.add_listener(_report, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        self._scheduler.start()
        self._heartbeat.start()
        self.check()

    def stop(self) -> None:
        """Stop for good. Does not wait: a job does nothing but emit a signal."""
        self._heartbeat.stop()
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
        if self._scheduler is None:
            return  # a last wake-up that was still on its way when we stopped
        now, zone, at = self._clock.now(), self._clock.zone(), self._evening()
        try:
            history = self._history(now.astimezone(zone).date() - LOOK_BACK)
            until = self._waits_until()
        except StoreError as error:
            log.warning("reminders could not be read: %s", type(error).__name__)
            return  # the next heartbeat tries again
        for reminder in due(now, zone, at, history, until):
            self.due.emit(reminder)
        self._set_alarm(next_moment(now, zone, at, history, until), now)

    @Slot()
    def _beat(self) -> None:
        if self._scheduler is not None:
            self._scheduler.wakeup()
        self.check()

    def _set_alarm(self, moment: datetime | None, now: datetime) -> None:
        if self._scheduler is None or moment is None:
            return
        wait = (moment - now) / self._clock.speed
        self._scheduler.add_job(
            self._woke.emit,
            # Without a zone of its own the trigger would ask tzlocal, which may raise.
            DateTrigger(datetime.now(UTC) + wait, timezone=UTC),
            id=_JOB,
            replace_existing=True,
        )


def _report(event: JobExecutionEvent) -> None:
    # On a thread of the scheduler's, which would otherwise keep it to itself.
    if event.code == EVENT_JOB_MISSED:
        log.error("a wake-up was missed")
    else:
        log.error("a wake-up failed: %s", type(event.exception).__name__)
