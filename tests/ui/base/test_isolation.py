"""A name of any script stands inside a sentence without turning it around."""

from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject
from PySide6.QtQml import QQmlEngine

from coupleapp.ui.base.isolation import isolated

TURNS = ["נועה", "أحمد", "ا ب", "Maya נ", "יעל 🙂", "٣", "ﷺ", "𐤀"]
STAYS = ["Maya", "Zoë", "美咲", "O'Neil", "", "Łukasz 2", "🙂", "한결", "Σοφία"]


@pytest.fixture
def names(qapp):
    engine = QQmlEngine()
    engine.addImportPath(str(Path(str(files("coupleapp.ui"))) / "qml"))
    yield engine.singletonInstance("Nearer", "Names")
    engine.deleteLater()


@pytest.mark.parametrize("name", TURNS + STAYS)
def test_what_reads_from_the_right_is_set_apart(name):
    assert isolated(name) == (f"\u2068{name}\u2069" if name in TURNS else name)


@pytest.mark.parametrize("name", TURNS + STAYS)
def test_the_same_in_what_is_drawn(names, name):
    drawn = QMetaObject.invokeMethod(names, "isolated", Q_RETURN_ARG(str), Q_ARG(str, name))
    assert drawn == isolated(name)
