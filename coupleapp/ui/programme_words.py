"""The programme in words: how far they have come, whose theme it is, what is said by itself."""

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.own_themes import OwnWords, is_own
from coupleapp.domain.programme import Theme

translate = QCoreApplication.translate


def own_words() -> OwnWords:
    """What is said where they have said nothing about something of their own."""
    return OwnWords(
        freely=translate("programme", "Talk as you like about “{title}”."),
        softer=translate("programme", "Say one thing about it, however small."),
        listener=translate("programme", "Listen for one feeling. Say it back as a guess."),
        gone=translate("programme", "Talk as you like."),
    )


def in_a_sentence(theme: Theme) -> str:
    """The title as it stands in the middle of a sentence; theirs stays as they wrote it."""
    title = theme.title
    return title if is_own(theme.id) else title[:1].lower() + title[1:]
