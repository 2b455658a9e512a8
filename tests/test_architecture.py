"""The house as it was drawn: who knows whom, how long things get, what nobody may do."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coupleapp.ui.base.view_model import camel

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "coupleapp"
FONTS = ROOT / "resources" / "fonts"

MOST_MODULE_LINES = 320
MOST_CLASS_LINES = 230

NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
    "urllib3",
    "webbrowser",
    "websockets",
    "xmlrpc",
}
OUTSIDE_WORLD = {"io", "os", "pathlib", "platform", "random", "shutil", "sys", "tempfile", "time"}
QT_NETWORK = {
    "QtHttpServer",
    "QtNetwork",
    "QtNetworkAuth",
    "QtWebChannel",
    "QtWebEngineCore",
    "QtWebEngineQuick",
    "QtWebSockets",
    "QtWebView",
}
# Local sockets: by one a second start shows the window of the first, by the other sound is played.
MAY_IMPORT_QT_NETWORK = {
    "coupleapp/desktop/single_instance.py",
    "coupleapp/desktop/sound_server.py",
}
MAY_LOOK_WHERE_IT_LIES = "coupleapp/desktop/resources.py"

PINNED = re.compile(r"[A-Za-z0-9][\w.-]*==[0-9][\w.]*(; python_version (<|>=) '3\.\d+')?")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules() -> Iterator[tuple[str, str, ast.Module]]:
    """Each module of the package: its name, its text, its tree."""
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 50
    for path in found:
        text = path.read_text("utf-8")
        yield name_of(path), text, ast.parse(text)


def qml_files() -> Iterator[tuple[str, str, str]]:
    """Each QML file: its name, its text, and its code without comments and strings."""
    found = sorted(PACKAGE.rglob("*.qml"))
    assert len(found) > 30
    not_code = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|//[^\n]*|/\*.*?\*/", re.DOTALL)
    for path in found:
        text = path.read_text("utf-8")
        yield name_of(path), text, not_code.sub("''", text)


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module this one imports, wherever in it, with what is taken from packages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def run(*command: str) -> None:
    """A tool of the environment the tests run in."""
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [tool, *command[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


# -- tools


@pytest.mark.parametrize(
    "command",
    [
        ("lint-imports", "--no-logo"),
        ("ruff", "check", "--quiet", "--output-format", "concise"),
        ("ruff", "format", "--check", "--quiet"),
        pytest.param(("mypy",), marks=pytest.mark.slow),
    ],
    ids=["arrows", "ruff", "format", "types"],
)
def test_tool_finds_nothing(command):
    run(*command)


def test_every_room_is_in_the_contracts():
    """What import-linter is asked is what the house promises."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    linter = project["tool"]["importlinter"]
    layers = [contract for contract in linter["contracts"] if contract["type"] == "layers"]
    contracts = {contract["type"]: contract for contract in linter["contracts"]}
    assert linter["include_external_packages"]
    assert all(contract["exhaustive"] for contract in layers)
    assert [contract["containers"] for contract in layers] == [
        ["coupleapp"],
        ["coupleapp.ui"],
        ["coupleapp.domain"],
    ]
    assert "ui | store | packs | desktop | reminders" in layers[0]["layers"]
    rules = contracts["forbidden"]
    assert set(rules["source_modules"]) == {"coupleapp.domain", "coupleapp.application"}
    assert set(rules["forbidden_modules"]) >= {
        "PySide6",
        "sqlmodel",
        "sqlalchemy",
        "alembic",
        "apscheduler",
        "pydantic",
    }
    assert contracts["protected"]["allowed_importers"] == ["coupleapp.store"]
    assert all("ignore_imports" not in contract for contract in linter["contracts"])
    assert project["tool"]["mypy"]["strict"] is True


def test_the_rules_and_use_cases_know_python_only():
    foreign = {
        f"{name}: {module}"
        for name, _, tree in modules()
        if name.startswith(("coupleapp/domain/", "coupleapp/application/"))
        for module in imported(tree)
        if module.partition(".")[0] not in sys.stdlib_module_names | {"coupleapp"}
    }
    assert foreign == set()


def test_the_rules_read_neither_clock_nor_disk():
    reading = set()
    for name, _, tree in modules():
        if name.startswith("coupleapp/domain/"):
            roots = {module.partition(".")[0] for module in imported(tree)}
            reading |= {f"{name}: {root}" for root in roots & OUTSIDE_WORLD}
            reading |= {
                f"{name}:{node.lineno} {node.attr}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}
                if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}
            }
    assert reading == set()


def test_no_class_name_stands_twice_in_a_layer():
    named: dict[tuple[str, str], list[str]] = {}
    for name, _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                layer = name.split("/")[1]
                named.setdefault((layer, node.name), []).append(f"{name}:{node.lineno}")
    assert {key: places for key, places in named.items() if len(places) > 1} == {}


# -- size


def test_whatever_has_a_curtain_can_be_left():
    """Every page can; one that hides something has to say what it lets go of."""
    curtains = {
        name: {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for name, _, tree in modules()
        if "/ui/" in name
    }
    hiding = {name for name, methods in curtains.items() if "openCurtain" in methods}
    assert len(hiding) == 5
    assert {name for name in hiding if "leave" not in curtains[name]} == set()


def test_modules_are_short():
    long = {
        name: count
        for name, text, _ in modules()
        if (count := text.count("\n")) > MOST_MODULE_LINES
    }
    assert long == {}, f"more than {MOST_MODULE_LINES} lines"


def test_classes_are_short():
    long = {
        f"{name}:{node.lineno} {node.name}": lines
        for name, _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_CLASS_LINES
    }
    assert long == {}, f"more than {MOST_CLASS_LINES} lines"


def test_qml_files_are_short():
    long = {
        name: count
        for name, text, _ in qml_files()
        if (count := text.count("\n")) > MOST_MODULE_LINES
    }
    assert long == {}, f"more than {MOST_MODULE_LINES} lines"


# -- what nobody may do


def test_the_command_line_is_read_before_anything_heavy():
    heavy = ("PySide6", "shiboken6", "sqlmodel", "sqlalchemy", "pydantic", "apscheduler", "keyring")
    script = "import sys, coupleapp.console.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "coupleapp" in loaded
    assert loaded.isdisjoint(heavy), sorted(loaded.intersection(heavy))


def test_only_one_module_looks_where_it_lies():
    looking = {
        f"{name}:{node.lineno}"
        for name, _, tree in modules()
        if name != MAY_LOOK_WHERE_IT_LIES
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in {"__file__", "__path__"})
        or (isinstance(node, ast.Attribute) and node.attr in {"__file__", "__path__"})
    }
    assert looking == set()


def test_nothing_speaks_to_a_network():
    speaking = set()
    for name, _, tree in modules():
        for module in imported(tree):
            root, _, rest = module.partition(".")
            in_qt = rest.partition(".")[0] if root == "PySide6" else ""
            if root in NETWORK or (in_qt in QT_NETWORK and name not in MAY_IMPORT_QT_NETWORK):
                speaking.add(f"{name}: {module}")
    assert speaking == set()


@pytest.mark.parametrize("name", sorted(MAY_IMPORT_QT_NETWORK))
def test_those_that_may_import_qt_network_take_local_sockets_only(name):
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    taken = {module for module in imported(tree) if "QtNetwork" in module}
    assert taken
    assert taken <= {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


def test_qml_speaks_to_no_network():
    pattern = re.compile(r"XMLHttpRequest|WebSocket|WebEngine|WebView|https?://|openUrlExternally")
    assert [name for name, text, _ in qml_files() if pattern.search(text)] == []


def test_no_input_method_learns_what_they_write():
    fields = re.compile(r"\b(TextArea|TextField|TextEdit|TextInput) \{")
    open_ones = [name for name, _, code in qml_files() if fields.search(code)]
    assert [name for name in open_ones if "ImhSensitiveData" not in (ROOT / name).read_text()] == []
    assert len(open_ones) == 4


def test_qml_has_no_untyped_variables():
    assert [name for name, _, code in qml_files() if re.search(r"\bvar\b", code)] == []


def test_qml_reads_every_field_of_a_row():
    """What a model says of a row, and nothing shows, is believed to be shown."""
    controls = "coupleapp/ui/qml/Nearer/controls"
    folders: dict[str, set[str]] = {}
    for name, _, code in qml_files():
        read = re.findall(r"\brequired\s+(?:property\s+\w+\s+)?(\w+)", code)
        folders.setdefault(name.rpartition("/")[0], set()).update(read)
    rows = {
        f"{name} {node.name}": {
            camel(field.target.id)
            for field in node.body
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        }
        for name, _, tree in modules()
        for node in ast.walk(tree)
        if "/ui/" in name and isinstance(node, ast.ClassDef) and node.name.endswith("Row")
    }
    assert len(rows) > 20
    unread = {
        row: min((said - read - folders[controls] for read in folders.values()), key=len)
        for row, said in rows.items()
    }
    assert {row: fields for row, fields in unread.items() if fields} == {}


# Each is told by Qt or set before there is a model, and none of them is a place in the app.
COMPARED_AS_WORDS = {"Qt.platform.os", "theme.scheme"}

A_WORD = r"\"(?:\\.|[^\"\\])+\""
WORD_COMPARED = re.compile(
    rf"(?P<left>[\w.\[\]()]+)\s*[!=]==?\s*{A_WORD}|{A_WORD}\s*[!=]==?\s*(?P<right>[\w.]+)"
    rf"|\bcase\s+{A_WORD}|\[[^\]]*{A_WORD}[^\]]*\]\s*\.(?:includes|indexOf)\("
)
SENTENCE_CHOSEN = re.compile(r"\?(?!\.)[^?;{}\n]*qsTr\(|\breturn\b[^;\n]*qsTr\(")


def words_compared(text: str) -> list[str]:
    """What of this QML compares something with a word."""
    return [
        found.group()
        for found in WORD_COMPARED.finditer(text)
        if (found["left"] or found["right"] or "").lstrip("(") not in COMPARED_AS_WORDS
    ]


def sentences_chosen(text: str) -> list[str]:
    """What of this QML says one thing or another. A question mark in a sentence is none of it."""
    plain = re.sub(r"(?<=qsTr\()\"(?:\\.|[^\"\\])*\"", '""', text)
    return [found.group() for found in SENTENCE_CHOSEN.finditer(plain)]


def test_qml_compares_with_names_the_linter_knows():
    """A stage, a page or a seat is an enum: misspelt as a word it would be silence."""
    compared = {name: found for name, text, _ in qml_files() if (found := words_compared(text))}
    assert compared == {}


def test_qml_chooses_no_sentence():
    chosen = {name: found for name, text, _ in qml_files() if (found := sentences_chosen(text))}
    assert chosen == {}


@pytest.mark.parametrize(
    "wrong",
    [
        'visible: root.stage === "speak"',
        'visible: "left" != root.seat',
        'if (modelData[0] == "all")',
        'case "curtain":',
        'visible: ["keep", "change"].includes(root.way)',
    ],
)
def test_a_word_compared_is_found(wrong):
    assert words_compared(wrong)


@pytest.mark.parametrize(
    "fine",
    ['visible: text !== ""', "case Qt.Key_F:", "a.includes(b)", 'if (Qt.platform.os === "x")'],
)
def test_what_is_no_such_comparison_is_left_alone(fine):
    assert not words_compared(fine)


@pytest.mark.parametrize(
    "wrong",
    [
        'text: open ? qsTr("Close") : qsTr("Open")',
        'return qsTr("speaks");',
        'x: a ? "" : qsTr("b")',
    ],
)
def test_a_chosen_sentence_is_found(wrong):
    assert sentences_chosen(wrong)


def test_a_question_is_no_choice():
    assert not sentences_chosen('text: qsTr("Was that it?")\nlabel: qsTr("Yes")')


def test_nothing_moves_outside_the_window_s_clock():
    """Animators ran at 400 frames a second on a display without vsync."""
    assert [name for name, _, code in qml_files() if re.search(r"\b\w*Animator\b", code)] == []


def test_qml_says_where_its_names_come_from():
    unbound = [
        name
        for name, text, _ in qml_files()
        if "pragma ComponentBehavior: Bound" not in text and "pragma Singleton" not in text
    ]
    assert unbound == []


# -- what is handed on


def test_the_licence_is_mit():
    words = " ".join((ROOT / "LICENSE").read_text("utf-8").split())
    assert words.startswith("MIT License Copyright (c) ")
    assert "Permission is hereby granted, free of charge, to any person" in words
    assert "shall be included in all copies or substantial portions of the Software." in words
    assert 'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND' in words
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT"
    assert project["license-files"] == ["LICENSE"]


def test_each_font_keeps_its_licence():
    families = {p.stem.partition("-")[0] for p in FONTS.iterdir() if p.suffix in {".otf", ".ttf"}}
    assert families == {"Inter", "Vollkorn"}
    for family in families:
        words = " ".join((FONTS / f"OFL-{family}.txt").read_text("utf-8").split())
        assert words.startswith("Copyright ")
        assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in words
        assert "PERMISSION & CONDITIONS" in words


def test_the_versions_are_exact_and_have_no_address():
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not PINNED.fullmatch(line)] == []
    assert [line for line in lines if "//" in line or "@" in line] == []
    assert len(pins) == len(set(pins))


def test_everything_asked_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    text = (ROOT / "packaging" / "constraints.txt").read_text("utf-8")
    pinned = {canonical(line) for line in text.splitlines() if PINNED.fullmatch(line)}
    assert {canonical(requirement) for requirement in asked} <= pinned


def canonical(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()
