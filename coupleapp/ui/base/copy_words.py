"""How far the work on the copies is, in words."""

from PySide6.QtCore import QCoreApplication

from coupleapp.application.copy_progress import Doing, Progress

translate = QCoreApplication.translate


def reading_words() -> str:
    """They are being read, and nobody knows yet how many there are."""
    return translate("CopyWords", "Reading through your copies …")


def progress_words(progress: Progress) -> str:
    match progress.doing:
        case Doing.WRITING:
            return translate("CopyWords", "Writing the copy …")
        case Doing.READING_BACK:
            return translate("CopyWords", "Reading it back …")
        case Doing.LOOKING_THROUGH:
            return translate(
                "CopyWords", "Reading through your copies: {done} of {of} done …"
            ).format(done=progress.done, of=progress.of)
        case Doing.SECOND_PLACE:
            return translate(
                "CopyWords", "Bringing them to the second place: {done} of {of} …"
            ).format(done=progress.done, of=progress.of)
