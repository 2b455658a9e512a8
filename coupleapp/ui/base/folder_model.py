"""What is shown when something stands against the folder itself: what it is, and what to do."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.folder import Doubt, FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

FolderTrouble = FolderHeld | FolderUnlockable | FolderDoubtful


@dataclass(frozen=True, slots=True)
class FolderProps:
    """``act_words``: on the first button; ``asks``: whether it goes on, else it tries again."""

    title: str = ""
    words: str = ""
    folder: str = ""
    act_words: str = ""
    asks: bool = False


def derive_folder_props(trouble: FolderTrouble, folder: str) -> FolderProps:
    again = translate("FolderModel", "Try again")
    match trouble:
        case FolderHeld():
            return FolderProps(
                translate("FolderModel", "Nearer is open already"),
                translate(
                    "FolderModel",
                    "It does not answer just now. Nearer keeps trying by itself, and your words "
                    "are safe. If it stays like this, restart the computer.",
                ),
                folder,
                again,
            )
        case FolderUnlockable():
            return FolderProps(
                translate("FolderModel", "Nearer cannot open here"),
                translate(
                    "FolderModel",
                    "On this drive nobody can tell whether your notebook is open twice. Nothing "
                    "was changed. Move the folder to a drive in this computer, then try again.",
                ),
                folder,
                again,
            )
        case FolderDoubtful():
            title, words = _question(trouble)
            go_on = translate("FolderModel", "Go on")
            return FolderProps(title, words, folder, go_on, asks=True)


def _question(asked: FolderDoubtful) -> tuple[str, str]:
    title, words = _questions()[asked.doubt]
    return title.format(name=asked.name), words.format(name=asked.name)


def _questions() -> dict[Doubt, tuple[str, str]]:
    return {
        Doubt.SYNCED: (
            translate("FolderModel", "Your folder is copied by {name}"),
            translate(
                "FolderModel",
                "{name} may copy your notebook while Nearer writes in it. That can damage it. "
                "A folder outside of {name} is safer.",
            ),
        ),
        Doubt.NETWORK: (
            translate("FolderModel", "Your folder is on a network drive"),
            translate(
                "FolderModel",
                "If the connection breaks while Nearer writes, your notebook can be damaged. "
                "A folder on this computer is safer.",
            ),
        ),
        Doubt.OTHER_OWNER: (
            translate("FolderModel", "This folder belongs to somebody else"),
            translate(
                "FolderModel",
                "Another user of this computer owns it. They could take your notebook away, and "
                "one of you may not be able to open it later. A folder of your own is safer.",
            ),
        ),
        Doubt.OTHER_COMPUTER: (
            translate("FolderModel", "Your notebook is open on another computer"),
            translate(
                "FolderModel",
                "The computer “{name}” seems to have it open. If both write in it, words can get "
                "lost. Close Nearer there first, then start it here.",
            ),
        ),
    }


@QmlElement
class FolderModel(ViewModel):
    Props = FolderProps

    again = Signal()
    goneOn = Signal()
    left = Signal()

    @Slot()
    def act(self) -> None:
        (self.goneOn if self.props.asks else self.again).emit()

    @Slot()
    def quit(self) -> None:
        self.left.emit()
