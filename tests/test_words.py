"""Every word a person reads can be translated, and is said the way the house speaks."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

PACKAGE = Path(str(files("coupleapp")))
QML_FILES = sorted((PACKAGE / "ui" / "qml").rglob("*.qml"))
PY_FILES = sorted(PACKAGE.rglob("*.py"))

# Words that sound like a leaflet, a coach or a form.
NOT_OURS = re.compile(
    r"\b(journey|toxic|narcissis|trigger|boundar|communicate|streak|score|goal|should|must|"
    r"always|never|great job|journal|missed|failed|error|invalid|oops)\w*",
    re.IGNORECASE,
)


def translated(path: Path) -> list[str]:
    """The literal text of every ``translate`` call in a Python file; anything else fails."""
    texts = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        called = isinstance(node, ast.Call) and getattr(
            node.func, "id", getattr(node.func, "attr", "")
        )
        if called == "translate" and len(node.args) > 1:
            context, text = node.args[0], node.args[1]
            assert isinstance(context, ast.Constant), f"{path.name}:{node.lineno}"
            assert isinstance(text, ast.Constant), f"{path.name}:{node.lineno}"
            texts.append(text.value)
    return texts


def in_qml(path: Path) -> list[str]:
    source = path.read_text("utf-8")
    calls = re.findall(r"qsTr\((.)", source)
    assert set(calls) <= {'"'}, f"{path.name}: qsTr takes a literal"
    return re.findall(r'qsTr\("((?:[^"\\]|\\.)*)"', source)


def every_text() -> list[str]:
    texts = [text for path in PY_FILES for text in translated(path)]
    return texts + [text for path in QML_FILES for text in in_qml(path)]


def test_translate_and_qstr_take_literals_only():
    assert len(every_text()) > 150


def test_no_word_in_qml_escapes_translation():
    bare = re.compile(r'^\s*(?:text|label|hint|question|title|words):\s*"([^"]*[A-Za-z]{2}[^"]*)"')
    for path in QML_FILES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = bare.match(line)
            assert not found or found.group(1) == "Nearer", f"{path.name}:{number} {line.strip()}"


def test_the_house_speaks_plainly():
    texts = every_text()
    assert [text for text in texts if NOT_OURS.search(text)] == []
    assert [text for text in texts if "  " in text] == []
    assert [text for text in texts if re.search(r"!|\band/or\b", text)] == []


def test_the_check_would_find_an_f_string(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text('translate("X", f"Hello {name}")')
    with pytest.raises(AssertionError):
        translated(wrong)
