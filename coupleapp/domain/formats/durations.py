"""The times a pack wishes for the talks on its own themes."""

from dataclasses import dataclass

from coupleapp.domain.checks import require_within
from coupleapp.domain.defaults import CHUNKS_BOUNDS, PACK_SAY_BACK_S, SPEAK_S_BOUNDS


@dataclass(frozen=True, slots=True)
class Durations:
    """How a theme talk is timed; what is None stays as the format has it.

    Attributes:
        speak_s: Seconds of one chunk, 30 to 180 (short turns, Sprecher et al. 2013).
        say_back_s: Seconds to say it back, 20 to 90. Design.
        chunks: Chunks of each turn, 1 to 5. Design.

    Raises:
        ValueError: A number is out of its range.
    """

    speak_s: int | None = None
    say_back_s: int | None = None
    chunks: int | None = None

    def __post_init__(self) -> None:
        for name, bounds in (
            ("speak_s", SPEAK_S_BOUNDS),
            ("say_back_s", PACK_SAY_BACK_S),
            ("chunks", CHUNKS_BOUNDS),
        ):
            value: int | None = getattr(self, name)
            if value is not None:
                require_within(name, value, bounds)
