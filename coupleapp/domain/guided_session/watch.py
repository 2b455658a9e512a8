"""A watch that can stand: what every timed step is measured by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds of the session's clock; a stopped one keeps what it has.

    Attributes:
        spent: Seconds before ``since``.
        since: The session clock when it was last started, None while it stands.
    """

    spent: float = 0.0
    since: float | None = None

    def elapsed(self, clock: float) -> float:
        """Seconds run up to ``clock``."""
        return self.spent + (0.0 if self.since is None else max(0.0, clock - self.since))

    def started(self, clock: float) -> "Stopwatch":
        """The same time, running from ``clock`` on."""
        return self if self.since is not None else Stopwatch(self.spent, clock)

    def stopped(self, clock: float) -> "Stopwatch":
        """The same time, standing."""
        return Stopwatch(self.elapsed(clock))
