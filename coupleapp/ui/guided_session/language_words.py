"""What the careful opening says about what it noticed, and where to show it."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.words.language import Remark, RemarkKind

translate = QCoreApplication.translate


def remark_words(remark: Remark) -> str:
    """One gentle question or offer; the writer may leave it."""
    match remark.kind:
        case RemarkKind.NAME_CALLING:
            return translate(
                "language", "This word may hurt more than it tells. What did you see or hear?"
            )
        case RemarkKind.YOU_ARE:
            return translate("language", "Could this be said as what you saw?")
        case RemarkKind.YOU_MAKE_ME:
            return translate("language", "Could this begin with “I felt”?")
        case RemarkKind.THOUGHT_AS_FEELING:
            return translate(
                "language", "This may be a thought. Is there a feeling beside it, in one word?"
            )
        case RemarkKind.SHOULD:
            return translate("language", "Could this be a wish, one that can be declined?")
        case RemarkKind.ABSOLUTE:
            return translate("language", "Could this be told as one time that you remember?")
        case RemarkKind.SEVERAL_EVENTS:
            return translate(
                "language", "This may be more than one moment. Which one would you like to tell?"
            )
        case RemarkKind.TOO_LONG:
            return translate(
                "language", "Two short sentences are easier to take in. What can wait?"
            )
    assert_never(remark.kind)
