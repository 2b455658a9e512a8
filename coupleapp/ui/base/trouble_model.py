"""What is shown when the notebook cannot be opened: one sentence, and one thing to do."""

import errno
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application import ports
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TroubleProps:
    """What it is, what is safe and what to do, and where."""

    title: str = ""
    words: str = ""
    folder: str = ""


def derive_trouble_props(error: Exception, folder: str) -> TroubleProps:
    title = translate("TroubleModel", "Nearer cannot open just now")
    match error:
        case ports.StoreTooNew():
            words = translate(
                "TroubleModel",
                "Your notebook was written by a newer Nearer. Nothing was changed. "
                "Install the newer one to open it.",
            )
        case ports.StoreLost():
            words = translate(
                "TroubleModel",
                "Your notebook is not where it was, or its file is empty. Nothing was changed, "
                "and no new one was made in its place.",
            )
        case ports.StoreIncomplete():
            words = translate(
                "TroubleModel",
                "A part of your notebook is missing from its file. The file was left exactly "
                "as it is.",
            )
        case ports.StoreMismatched():
            words = translate(
                "TroubleModel",
                "Your notebook's file says it is of another version than it is, so it was not "
                "opened. The file was left exactly as it is.",
            )
        case ports.StoreDamaged():
            words = translate(
                "TroubleModel",
                "Your notebook could not be read. The file was left exactly as it is.",
            )
        case ports.PassphraseNeeded():
            words = translate(
                "TroubleModel",
                "Your notebook is locked with a passphrase. Nothing was changed. Try again where "
                "you can type it.",
            )
        case ports.SheetNeeded():
            words = translate(
                "TroubleModel",
                "The key of your notebook was not found on this computer, but your recovery sheet "
                "opens it. Nothing was changed. Try again where you can type it.",
            )
        case ports.SecretRefused():
            words = translate(
                "TroubleModel",
                "That does not open this notebook. Nothing was changed; please try again.",
            )
        case ports.KeyMissing():
            words = translate(
                "TroubleModel",
                "Your notebook is here, but its key was not found on this computer. Nothing was "
                "changed. If it is kept by the keyring, unlock the keyring and try again.",
            )
        case ports.StoreLocked():
            words = translate(
                "TroubleModel",
                "Another program is using your notebook. Close it, then try again.",
            )
        case ports.StoreReadOnly() | PermissionError() | OSError(errno=errno.EROFS):
            words = translate(
                "TroubleModel",
                "Nearer may not write to its folder. Nothing was changed. Allow writing there, "
                "then try again.",
            )
        case ports.ProgrammeMissing():
            words = translate(
                "TroubleModel",
                "The themes that belong to Nearer could not be read. Your notebook is untouched. "
                "Please install Nearer again.",
            )
        case FileExistsError() | NotADirectoryError():
            words = translate(
                "TroubleModel",
                "There is something else where Nearer keeps its folder, or a link to a drive that "
                "is away. Nothing was changed. Connect the drive, or move it away, then try again.",
            )
        case ports.StoreFull() | OSError(errno=errno.ENOSPC | errno.EDQUOT | errno.EFBIG):
            words = translate("TroubleModel", "The disk is full. Free some space, then try again.")
        case OSError(errno=errno.ENAMETOOLONG):
            words = translate(
                "TroubleModel",
                "That name is longer than this computer can take. Choose a shorter one, then try "
                "again.",
            )
        case OSError(errno=errno.ENOENT | errno.ELOOP | errno.ENODEV | errno.ENOTCONN):
            words = translate(
                "TroubleModel",
                "This computer does not let Nearer use its folder. Nothing was changed. If it lies "
                "on a stick or a drive, connect that, then try again.",
            )
        case _:
            words = translate(
                "TroubleModel",
                "Something inside Nearer went wrong. What you have kept is still there. "
                "Try again, or restart the computer.",
            )
    return TroubleProps(title, words, folder)


@QmlElement
class TroubleModel(ViewModel):
    Props = TroubleProps

    again = Signal()
    left = Signal()

    @Slot()
    def tryAgain(self) -> None:
        self.again.emit()

    @Slot()
    def quit(self) -> None:
        self.left.emit()
