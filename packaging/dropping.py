"""Reads ``drop.txt``: what PyInstaller finds and the packages go without."""

import re
from fnmatch import fnmatch
from pathlib import Path, PurePath

LINES = (Path(__file__).with_name("drop.txt")).read_text("utf-8").splitlines()
RULES = [line.partition(" :")[0].strip() for line in LINES if line and line[0] != "#"]
MODULES = [rule.removeprefix("import ") for rule in RULES if rule.startswith("import ")]
PATTERNS = [rule for rule in RULES if not rule.startswith("import ")]


def dropped(name: str) -> bool:
    """Whether a file, as it would lie below the program's folder, is left out."""
    return any(fnmatch(as_on_linux(name), pattern) for pattern in PATTERNS)


def as_on_linux(name: str) -> str:
    """Where it would lie on Linux: Qt's wheels differ in this, and the list is one for all."""
    path = PurePath(name).as_posix().replace("\\", "/")
    path = re.sub(r"^PySide6/(plugins|qml|translations)/", r"PySide6/Qt/\1/", path)
    path = re.sub(r"^PySide6/([^/]+\.dll)$", r"PySide6/Qt/lib/lib\1", path)
    return re.sub(r"^PySide6/Qt/lib/Qt(\w+)\.framework/", r"PySide6/Qt/lib/libQt6\1/", path)


def without_dropped(files: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Without what is left out, and without links that would lead there."""
    return [
        (to, source, kind)
        for to, source, kind in files
        if not dropped(to) and not (kind == "SYMLINK" and dropped(source))
    ]
