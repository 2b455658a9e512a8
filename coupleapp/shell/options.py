"""What the command line asked for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupleapp.application.ports import Clock
from coupleapp.desktop.clock import RehearsalClock, SystemClock


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for.

    Attributes:
        background: Start without a window and wait for the evening.
        data_dir: Where the data lie; None for the usual place.
        speed: Clock seconds in one real second.
        now: The rehearsal's beginning; None for the real time.
    """

    background: bool = False
    data_dir: Path | None = None
    speed: float = 1.0
    now: datetime | None = None

    @property
    def rehearsal(self) -> bool:
        """Whether the clock is not the real one."""
        return self.speed != 1.0 or self.now is not None


def clock_for(options: Options) -> Clock:
    """The real clock, or a rehearsal's."""
    real = SystemClock()
    return RehearsalClock(options.now, options.speed, real.zone()) if options.rehearsal else real
