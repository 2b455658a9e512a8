"""Synthesises the five tones of Nearer. Running it again gives the very same bytes."""

import array
import math
import sys
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
PEAK = 10 ** (-9 / 20)  # -9 dBFS


@dataclass(frozen=True)
class Note:
    """One voice of a tone.

    Attributes:
        begin_hz: Pitch at the start.
        end_hz: Pitch at the end; the glide between is eased.
        loudness: Relative to the other voices.
        starts_s: When it comes in.
    """

    begin_hz: float
    end_hz: float
    loudness: float = 1.0
    starts_s: float = 0.0


@dataclass(frozen=True)
class Recipe:
    """What a tone is made of; every voice stays between 300 and 700 Hz."""

    length_s: float
    attack_s: float
    notes: tuple[Note, ...]


TONES = {
    "turn_end": Recipe(0.46, 0.06, (Note(440, 440), Note(660, 660, 0.28))),
    "pause_end": Recipe(0.48, 0.06, (Note(392, 392), Note(523.25, 523.25, 0.8, starts_s=0.13))),
    "breath_in": Recipe(0.48, 0.14, (Note(330, 495), Note(440, 660, 0.18))),
    "breath_out": Recipe(0.48, 0.1, (Note(495, 330), Note(660, 440, 0.18))),
    "evening": Recipe(
        0.49,
        0.07,
        (Note(349.23, 349.23), Note(440, 440, 0.7, 0.07), Note(523.25, 523.25, 0.55, 0.14)),
    ),
}


def ease(x: float) -> float:
    """A raised cosine from 0 to 1."""
    return 0.5 - 0.5 * math.cos(math.pi * min(1.0, max(0.0, x)))


def voice(note: Note, recipe: Recipe) -> Callable[[float], float]:
    """The note's loudness over the time since the tone began: soft in, warm decay, soft out."""
    length = recipe.length_s - note.starts_s
    release = length * 0.45

    def loudness(at: float) -> float:
        t = at - note.starts_s
        if t < 0:
            return 0.0
        swell = ease(t / recipe.attack_s) * math.exp(-3.2 * max(0.0, t - recipe.attack_s))
        return note.loudness * swell * ease((length - t) / release)

    return loudness


def samples(recipe: Recipe) -> Sequence[float]:
    """The tone, unscaled: each voice with its own swell, its phase summed from its pitch."""
    count = round(recipe.length_s * RATE)
    mixed = [0.0] * count
    for note in recipe.notes:
        loudness = voice(note, recipe)
        phase = 0.0
        for i in range(count):
            at = i / RATE
            mixed[i] += loudness(at) * math.sin(phase)
            pitch = note.begin_hz + (note.end_hz - note.begin_hz) * ease(at / recipe.length_s)
            phase += 2 * math.pi * pitch / RATE
    return mixed


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, recipe in TONES.items():
        mixed = samples(recipe)
        scale = PEAK * 32767 / max(map(abs, mixed))
        pcm = array.array("h", (round(s * scale) for s in mixed))
        if sys.byteorder == "big":
            pcm.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(pcm.tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/sounds"))
