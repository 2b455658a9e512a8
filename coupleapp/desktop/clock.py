"""The time as the computer has it, and a time to rehearse with."""

import time
from datetime import UTC, datetime, timedelta, tzinfo

import tzlocal


class SystemClock:
    speed = 1.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def zone(self) -> tzinfo:
        """Read anew each time (under a millisecond), because people travel with laptops."""
        try:
            return tzlocal.reload_localzone()
        except (LookupError, ValueError, OSError, UserWarning):
            # tzlocal gives up on odd set-ups that the C library still understands. What is left
            # knows today's offset, but not when the clocks change.
            return datetime.now().astimezone().tzinfo or UTC


class RehearsalClock:
    """A clock that begins where it is told and runs faster or slower than the real one."""

    def __init__(self, start: datetime | None, speed: float, zone: tzinfo) -> None:
        """``start``: aware, None is now; ``speed``: clock seconds in a real one, more than 0."""
        self.speed = speed
        self._zone = zone
        self._began = time.monotonic()
        self._start = (start or datetime.now(UTC)).astimezone(UTC)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed())

    def monotonic(self) -> float:
        return self._began + self._elapsed()

    def zone(self) -> tzinfo:
        return self._zone

    def _elapsed(self) -> float:
        return (time.monotonic() - self._began) * self.speed
