"""Breath patterns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """Seconds of each phase of one breath.

    In 3 to 5.5 s, out 4 to 8 s, holds 0 to 4 s: at 4.5 to 8 breaths a minute (Lehrer and
    Gevirtz 2014; Lalanza et al. 2023), the out-breath never shorter than the in-breath
    (Van Diest et al. 2014; Laborde et al. 2021).

    Raises:
        ValueError: A phase is out of its range.
    """

    in_s: float
    out_s: float
    hold_in_s: float = 0.0
    hold_out_s: float = 0.0

    def __post_init__(self) -> None:
        if not (3 <= self.in_s <= 5.5 and self.in_s <= self.out_s <= 8 and self.out_s >= 4):
            raise ValueError("in is 3 to 5.5 seconds, out is 4 to 8 and not shorter than in")
        if not (0 <= self.hold_in_s <= 4 and 0 <= self.hold_out_s <= 4):
            raise ValueError("a hold is 0 to 4 seconds")

    @property
    def cycle_s(self) -> float:
        """Length of one whole breath."""
        return self.in_s + self.hold_in_s + self.out_s + self.hold_out_s


SLOW = BreathPattern(in_s=4, out_s=6)
"""Six breaths a minute, longer out than in, no hold: the default (Van Diest et al. 2014)."""
