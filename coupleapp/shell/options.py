"""What the command line asked for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupleapp.application.ports import Clock
from coupleapp.desktop.clock import RehearsalClock, SystemClock


@dataclass(frozen=True, slots=True)
class Options:
    """``speed``: clock seconds in a real one; ``now``: where a rehearsal begins, None is now."""

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
