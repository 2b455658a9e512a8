"""A misspelt slot, an unused import or an unqualified name in QML fails here, not on an evening."""

import pkgutil
import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from coupleapp import ui
from tests.ui.base import qml_types

QML = Path(str(files("coupleapp.ui"))) / "qml"


def models() -> list[type[QObject]]:
    """Every Python type that QML knows, so that no list of them has to be kept."""
    found = []
    for module in pkgutil.walk_packages(ui.__path__, "coupleapp.ui."):
        there = vars(import_module(module.name))
        if "QML_IMPORT_NAME" in there:
            own = (
                kind for kind in there.values() if getattr(kind, "__module__", "") == module.name
            )
            found += [kind for kind in own if isinstance(kind, type) and issubclass(kind, QObject)]
    return found


def tool(name: str) -> str:
    return str(Path(sys.executable).parent / f"pyside6-{name}")


@pytest.fixture(scope="module")
def imports(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("imports")
    module = folder / "Nearer" / "Models"
    module.mkdir(parents=True)
    described = qml_types.write(folder, models())
    subprocess.run(
        [
            tool("qmltyperegistrar"),
            "--generate-qmltypes",
            str(module / "models.qmltypes"),
            "--import-name",
            "Nearer.Models",
            "--major-version",
            "1",
            "--minor-version",
            "0",
            "-o",
            str(folder / "unused.cpp"),
            str(described),
        ],
        check=True,
        capture_output=True,
    )
    (module / "qmldir").write_text("module Nearer.Models\ntypeinfo models.qmltypes\n")
    return folder


def lint(imports: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool("qmllint"), "-I", str(imports), "-I", str(QML), "-W", "0", *map(str, paths)],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_our_qml_is_clean(imports):
    done = lint(imports, *sorted(QML.rglob("*.qml")))
    assert done.returncode == 0, done.stderr + done.stdout


def test_a_misspelt_slot_is_found(imports, tmp_path):
    page = tmp_path / "Wrong.qml"
    page.write_text(
        "import QtQuick\nimport Nearer.Models\n"
        "Item { id: root\nrequired property SessionModel session\n"
        "Component.onCompleted: root.session.agrea() }\n"
    )
    done = lint(imports, page)
    assert done.returncode != 0
    assert "agrea" in done.stderr + done.stdout


def test_every_file_of_the_module_is_named_in_it():
    module = QML / "Nearer"
    named = {
        line.split()[-1] for line in (module / "qmldir").read_text().splitlines() if ".qml" in line
    }
    assert named == {p.relative_to(module).as_posix() for p in module.rglob("*.qml")}
