"""Linux and the BSDs: a desktop entry in the autostart folder.

Not every desktop looks there (a bare window manager does not), and none tells whether it does.
Two paths are beyond it: systemd (252 to 257), which reads the entry for GNOME and KDE, finds no
program with "%" in its path and gives up at a backslash, though both are written by the book.
"""

import configparser
import re
from collections.abc import Sequence
from pathlib import Path

from coupleapp import APP_ID
from coupleapp.desktop.autostart.base import (
    AutostartState,
    NotExpressible,
    WrittenEntry,
    write_whole,
)

_GROUP = "Desktop Entry"
_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_ESCAPED_IN_QUOTES = re.compile(r'(["`$\\])')
_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


class XdgAutostart(WrittenEntry):
    def __init__(self, command: Sequence[str], folder: Path, name: str) -> None:
        self._command = command
        self._path = folder / f"{name}.desktop"

    def state(self) -> AutostartState:
        try:
            entry = self._entry()
        except (FileNotFoundError, NotADirectoryError):
            return AutostartState.OFF
        except OSError:
            return AutostartState.UNKNOWN
        if "Exec" not in entry:
            return AutostartState.OFF
        # "Hidden" is the specification's word for "the person does not want it"; the other is
        # what the settings of GNOME, MATE and Cinnamon write.
        if _says(entry, "Hidden", "true") or _says(entry, "X-GNOME-Autostart-enabled", "false"):
            return AutostartState.REFUSED
        return AutostartState.ON

    def _starts_us(self) -> bool:
        return self._entry().get("Exec") == exec_line(self._command)

    def _remove(self) -> None:
        self._path.unlink()

    def _entry(self) -> dict[str, str]:
        """What stands in the entry; nothing if it is none."""
        parser = configparser.RawConfigParser(
            delimiters=("=",), comment_prefixes=("#",), strict=False
        )
        parser.optionxform = str  # type: ignore[method-assign,assignment]
        try:
            parser.read_string(self._path.read_text("utf-8"))
        except (configparser.Error, UnicodeDecodeError):
            return {}
        return dict(parser[_GROUP]) if parser.has_section(_GROUP) else {}

    def _write(self) -> None:
        lines = (
            f"[{_GROUP}]",
            "Type=Application",
            "Name=Nearer",
            f"Icon={APP_ID}",
            f"Exec={exec_line(self._command)}",
            # An entry whose program is gone is passed over instead of failing at every login.
            f"TryExec={self._command[0].translate(_ESCAPES)}",
            "Terminal=false",
            "StartupNotify=false",
        )
        try:
            content = ("\n".join(lines) + "\n").encode("utf-8")
        except UnicodeEncodeError:  # a path on Linux may be any bytes
            raise NotExpressible from None
        write_whole(self._path, content)


def exec_line(command: Sequence[str]) -> str:
    """The command as the value of Exec (Desktop Entry Specification 1.5, "The Exec key")."""
    return " ".join(_word(word) for word in command)


def _word(word: str) -> str:
    # Three layers, innermost first: the quotes of Exec, its field codes, and the escapes that
    # hold for every string in a desktop file.
    if not _PLAIN.fullmatch(word):
        word = '"' + _ESCAPED_IN_QUOTES.sub(r"\\\1", word) + '"'
    return word.replace("%", "%%").translate(_ESCAPES)


def _says(entry: dict[str, str], key: str, answer: str) -> bool:
    return entry.get(key, "").strip().lower() == answer
