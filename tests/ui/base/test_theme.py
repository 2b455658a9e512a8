"""Colours anybody can read."""

from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine

PAIRS = [
    ("ink", "surface"),
    ("ink", "surfaceDeep"),
    ("ink", "surfaceRaised"),
    ("inkSoft", "surface"),
    ("inkSoft", "surfaceDeep"),
    ("inkSoft", "surfaceRaised"),
    ("accentInk", "accent"),
]
SIGNS = [
    ("partnerLeft", "surface"),
    ("partnerRight", "surface"),
    ("focus", "surface"),
    ("edge", "surface"),
    ("edge", "surfaceDeep"),
    ("edge", "surfaceRaised"),
]


@pytest.fixture
def theme(qapp):
    engine = QQmlEngine()
    engine.addImportPath(str(Path(str(files("coupleapp.ui"))) / "qml"))
    yield engine.singletonInstance("Nearer", "Theme")
    engine.deleteLater()


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_every_text_can_be_read(theme, scheme, least):
    theme.setProperty("scheme", scheme)
    for ink, ground in PAIRS:
        measured = contrast(theme.property(ink), theme.property(ground))
        assert measured >= least, (scheme, ink, ground, round(measured, 2))


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_sign_stands_out(theme, scheme):
    """WCAG 1.4.11: 3:1 for what is not text."""
    theme.setProperty("scheme", scheme)
    for sign, ground in SIGNS:
        assert contrast(theme.property(sign), theme.property(ground)) >= 3.0


def test_reduced_motion_moves_nothing_across_the_screen(theme):
    theme.setProperty("reducedMotion", True)
    assert theme.property("slow") == 0
    assert theme.property("quick") == 0


def test_contrast_is_measured_as_wcag_does():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
