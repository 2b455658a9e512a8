"""What was copied in Nearer, for QML: it does not outlast the one who was alone with the screen."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CopiedText(QObject):
    @Slot()
    def forget(self) -> None:
        forget_copied()


def forget_copied() -> None:
    """Take it out of the clipboard; what another program has put there stays."""
    clipboard = QGuiApplication.clipboard()
    if is_ours(clipboard):
        clipboard.clear()
    # What is only marked can be pasted, too, on X11.
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def is_ours(clipboard: QClipboard) -> bool:
    """Whether it was copied here."""
    return clipboard.ownsClipboard()
