"""PyInstaller takes every QML module of the wheel; here go only those that our pages import."""

import json
import subprocess
from pathlib import Path, PurePath

from PyInstaller.utils.hooks.qt import add_qt6_dependencies, pyside6_library_info

PAGES = Path(__file__).parents[2] / "coupleapp" / "ui" / "qml"
MODULES = Path(pyside6_library_info.location["QmlImportsPath"])
SCANNER = Path(pyside6_library_info.location["LibraryExecutablesPath"]) / "qmlimportscanner"


def scanned() -> set[Path]:
    """Where the modules lie that the pages import, and those that these import."""
    command = [SCANNER, "-rootPath", PAGES, "-importPath", MODULES]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = [Path(one["path"]) for one in json.loads(told) if "path" in one]
    return {path for path in found if path.is_relative_to(MODULES)}


def module_of(source: str) -> Path:
    """The nearest folder that says it is a module."""
    return next(one for one in Path(source).parents if (one / "qmldir").exists())


def kept(files: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(source, str(PurePath(to))) for source, to in files if module_of(source) in wanted]


wanted = scanned()
hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
qml_binaries, qml_datas = pyside6_library_info.collect_qtqml_files()
binaries += kept(qml_binaries)
datas += kept(qml_datas)
