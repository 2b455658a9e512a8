"""The times a pack wishes for the talks on its own themes."""

from dataclasses import dataclass

from coupleapp.domain.defaults import PACK_CHUNKS, PACK_SAY_BACK_S, PACK_SPEAK_S
from coupleapp.domain.formats.parts import within


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
            ("speak_s", PACK_SPEAK_S),
            ("say_back_s", PACK_SAY_BACK_S),
            ("chunks", PACK_CHUNKS),
        ):
            value: int | None = getattr(self, name)
            if value is not None:
                within(name, value, bounds)
