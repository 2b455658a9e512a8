"""What is in ``resources`` is what the scripts in ``packaging`` make, and is as it should be."""

import array
import math
import runpy
import sys
import wave
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QImage, QPainter

from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.sound import Tone

RESOURCES = resource_folder()
PACKAGING = Path(__file__).parents[2] / "packaging"


def script(name: str) -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / name))


def pcm(tone: Tone) -> list[int]:
    with wave.open(str(RESOURCES / "sounds" / f"{tone}.wav")) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (44_100, 2, 1)
        samples = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tolist()


def pitch(samples: list[int]) -> float:
    """In Hz, from how often the wave rises through nothing."""
    return 44_100 * sum(a < 0 <= b for a, b in pairwise(samples)) / len(samples)


def test_the_sounds_are_made_again_byte_by_byte(tmp_path: Path) -> None:
    script("make_sounds.py")["write"](tmp_path)
    for tone in Tone:
        made, kept = tmp_path / f"{tone}.wav", RESOURCES / "sounds" / f"{tone}.wav"
        assert made.read_bytes() == kept.read_bytes()


@pytest.mark.parametrize("tone", Tone)
def test_a_sound_is_short_soft_and_without_a_click(tone: Tone) -> None:
    samples = pcm(tone)
    assert len(samples) < 22_050
    loudest = max(map(abs, samples))
    assert 20 * math.log10(loudest / 32_767) == pytest.approx(-9, abs=0.1)
    attack = next(i for i, s in enumerate(samples) if abs(s) > loudest / 2) / 44_100
    assert attack > 0.02
    assert max(map(abs, samples[:44])) < loudest / 100
    assert max(map(abs, samples[-44:])) < loudest / 100


@pytest.mark.parametrize("tone", Tone)
def test_a_sound_stays_between_300_and_700_hz(tone: Tone) -> None:
    samples = pcm(tone)
    inside = sum(_strength(samples, hz) for hz in range(300, 701, 10))
    outside = sum(_strength(samples, hz) for hz in (*range(60, 260, 10), *range(760, 1600, 20)))
    assert outside < 0.02 * inside


def _strength(samples: list[int], hz: float) -> float:
    """Energy at one pitch (Goertzel 1958)."""
    turn = 2 * math.cos(2 * math.pi * hz / 44_100)
    before = last = 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    return before * before + last * last - turn * before * last


def test_breathing_in_rises_and_breathing_out_falls() -> None:
    for tone, rises in ((Tone.BREATH_IN, True), (Tone.BREATH_OUT, False)):
        samples = pcm(tone)
        third = len(samples) // 3
        assert (pitch(samples[-third:]) > pitch(samples[:third]) * 1.15) is rises
        assert (pitch(samples[-third:]) < pitch(samples[:third]) / 1.15) is not rises


@pytest.fixture(scope="module")
def lights() -> dict[str, Any]:
    return script("make_lights.py")


@pytest.mark.parametrize("name", ["left", "right", "calm"])
def test_the_lights_are_made_again_pixel_by_pixel(lights: dict[str, Any], name: str) -> None:
    kept = QImage(str(RESOURCES / "lights" / f"glow_{name}.png"))
    kept.convertTo(QImage.Format.Format_RGBA8888)
    assert kept.constBits().tobytes() == lights["rgba"](name, *lights["LIGHTS"][name])


@pytest.mark.parametrize("name", ["left", "right", "calm"])
@pytest.mark.parametrize(("background", "strength"), [("#0e1a20", 1.0), ("#faf5ec", 0.62)])
def test_a_light_scaled_up_three_times_shows_no_steps(
    name: str, background: str, strength: float
) -> None:
    """Where a step would be a ring of one colour, neighbours on the ring differ."""
    light = QImage(str(RESOURCES / "lights" / f"glow_{name}.png"))
    screen = QImage(768, 768, QImage.Format.Format_RGB32)
    screen.fill(background)
    painter = QPainter(screen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(strength)
    # The lower right quarter, so that the light's middle is in the corner.
    painter.drawImage(screen.rect(), light, light.rect().adjusted(256, 256, 0, 0))
    painter.end()
    for radius in range(120, 520, 40):
        ring = [
            screen.pixelColor(round(radius * math.cos(a)), round(radius * math.sin(a))).getRgb()
            for a in (math.radians(d / 4) for d in range(361))
        ]
        for channel in range(3):
            levels = [colour[channel] for colour in ring]
            assert len(set(levels)) > 1, f"a flat ring at {radius}"
            assert max(levels) - min(levels) <= 8, f"grain that can be seen at {radius}"


def test_a_light_ends_before_its_border() -> None:
    for name in ("left", "right", "calm"):
        light = QImage(str(RESOURCES / "lights" / f"glow_{name}.png"))
        assert light.size().toTuple() == (512, 512)
        edge = [(i, j) for i in range(512) for j in (0, 511)]
        assert all(light.pixelColor(x, y).alpha() == 0 for x, y in edge)
        assert all(light.pixelColor(y, x).alpha() == 0 for x, y in edge)
        assert light.pixelColor(256, 256).alpha() > 100


def test_the_icon_is_the_drawing_as_pixels() -> None:
    icon = QImage(str(RESOURCES / "icons" / "nearer.png"))
    assert icon.size().toTuple() == (256, 256)
    assert icon.pixelColor(2, 2).alpha() == 0
    left, right = icon.pixelColor(75, 128), icon.pixelColor(185, 128)
    assert left.red() > left.green() > left.blue(), "amber on the left"
    assert right.green() > right.red(), "teal on the right"


@pytest.mark.parametrize(
    ("file", "family", "weight", "italic"),
    [
        ("Inter-Light.otf", "Inter", QFont.Weight.Light, False),
        ("Inter-Regular.otf", "Inter", QFont.Weight.Normal, False),
        ("Inter-Medium.otf", "Inter", QFont.Weight.Medium, False),
        ("Inter-SemiBold.otf", "Inter", QFont.Weight.DemiBold, False),
        ("Vollkorn-Regular.ttf", "Vollkorn", QFont.Weight.Normal, False),
        ("Vollkorn-Medium.ttf", "Vollkorn", QFont.Weight.Medium, False),
        ("Vollkorn-Italic.ttf", "Vollkorn", QFont.Weight.Normal, True),
    ],
)
def test_a_font_loads_under_the_name_the_pages_use(
    qapp: QGuiApplication, file: str, family: str, weight: QFont.Weight, italic: bool
) -> None:
    number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / file))
    assert family in QFontDatabase.applicationFontFamilies(number)
    font = QFont(family, 12, weight, italic)
    found = QFontInfo(font)
    assert (found.family(), found.weight(), found.italic()) == (family, weight, italic)


@pytest.mark.parametrize("family", ["Inter", "Vollkorn"])
def test_a_font_brings_its_licence_and_its_makers(family: str) -> None:
    text = (RESOURCES / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert f"The {family} Project Authors" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "OTHER DEALINGS IN THE FONT SOFTWARE." in text
