"""Themes and questions of the couple's own: added, changed, deleted, and at once in the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from coupleapp.application.library import Library
from coupleapp.application.planning import card
from coupleapp.application.ports import Clock
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX, OWN_QUESTION_MAX, OWN_THEMES_MOST, OWN_TITLE_MAX
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.programme.own_themes import (
    OWN,
    OwnQuestion,
    OwnTheme,
    OwnWords,
    addition_of,
    freely_about,
    gone,
)
from coupleapp.domain.words.lines import LineRefused, clean_line

SOURCE = "own"
"""The source under which the library knows them."""


class OwnThemeStore(Protocol):
    """Themes and questions of their own."""

    def own_themes(self) -> tuple[OwnTheme, ...]:
        """All of them, oldest first."""

    def own_questions(self) -> tuple[OwnQuestion, ...]:
        """All of them, oldest first."""

    def keep_theme(self, theme: OwnTheme, freely: PromptCard) -> None:
        """Keep a new one, or write over the one with this id; nothing of the old words stays.

        ``freely`` stands on the table where it is talked about without a question.
        """

    def delete_theme(self, theme_id: str, instead: PromptCard) -> None:
        """Delete it for good, with its own questions; nothing of its words stays in the file.

        ``instead`` stands in the sessions on it, where its words stood.
        """

    def keep_question(self, question: OwnQuestion, card: PromptCard) -> None:
        """Keep a new one, or write over the one with this id; nothing of the old words stays."""

    def delete_question(self, question: OwnQuestion, instead: PromptCard) -> None:
        """Delete it for good; nothing of its words stays in the file."""


class FieldRefused(LineRefused):
    """A line of a form that cannot be kept; what was typed stays where it is.

    ``field`` is "title", "intent", "text", "softer" or "listener"; ``most`` is in characters.
    """

    def __init__(self, field: str, most: int, refused: LineRefused) -> None:
        super().__init__(refused.fault, refused.length)
        self.field = field
        self.most = most


class OwnFull(ValueError):
    """There are ``OWN_THEMES_MOST`` themes of their own already; nothing was kept."""


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What was typed for a question, and how deep it goes, 1 to 5; only ``text`` is needed."""

    text: str
    softer: str = ""
    listener: str = ""
    depth: int = 1


class OwnThemes:
    """What the couple has added to the programme."""

    def __init__(
        self,
        store: OwnThemeStore,
        library: Library,
        clock: Clock,
        new_id: Callable[[], str],
        words: OwnWords,
    ) -> None:
        """Put all that is kept into the library."""
        self._store = store
        self._library = library
        self._clock = clock
        self._new_id = new_id
        self._words = words
        self._put()

    def themes(self) -> tuple[OwnTheme, ...]:
        """Their themes, oldest first."""
        return self._store.own_themes()

    def questions(self) -> tuple[OwnQuestion, ...]:
        """Their questions, oldest first."""
        return self._store.own_questions()

    def add_theme(self, title: str, intent: str, author: Seat | None) -> OwnTheme:
        """Add a theme.

        Raises:
            FieldRefused: A line is empty or too long; nothing was kept.
            OwnFull: There are enough; nothing was kept.
        """
        if len(self.themes()) >= OWN_THEMES_MOST:
            raise OwnFull
        named = _title(title), _intent(intent)
        return self._keep_theme(OwnTheme(OWN + self._new_id(), *named, author, self._clock.now()))

    def change_theme(
        self, theme: OwnTheme, title: str, intent: str, author: Seat | None
    ) -> OwnTheme:
        """Write over a theme; see ``add_theme``.

        Raises:
            FieldRefused: A line is empty or too long; the old one stands.
        """
        changed = replace(theme, title=_title(title), intent=_intent(intent), author=author)
        return self._keep_theme(changed)

    def delete_theme(self, theme: OwnTheme) -> None:
        """Delete a theme for good, with its own questions."""
        self._store.delete_theme(theme.id, gone(self._words))
        self._put()

    def add_question(self, theme_id: str, typed: QuestionWords, author: Seat | None) -> OwnQuestion:
        """Add a question to a theme of theirs or of ours.

        Raises:
            FieldRefused: It is empty, or a line is too long; nothing was kept.
            ValueError: The theme is not there, or the depth is out of range.
        """
        if theme_id not in {theme.id for theme in self._library.programme.themes}:
            raise ValueError("a question is for a theme that is there")
        return self._keep_question(
            OwnQuestion(
                OWN + self._new_id(),
                theme_id,
                typed.depth,
                *_clean(typed),
                author,
                self._clock.now(),
            )
        )

    def change_question(
        self, question: OwnQuestion, typed: QuestionWords, author: Seat | None
    ) -> OwnQuestion:
        """Write over a question; it stays with its theme.

        Raises:
            FieldRefused: It is empty, or a line is too long; the old one stands.
            ValueError: The depth is out of range.
        """
        text, softer, listener = _clean(typed)
        return self._keep_question(
            replace(
                question,
                text=text,
                softer=softer,
                listener=listener,
                depth=typed.depth,
                author=author,
            )
        )

    def delete_question(self, question: OwnQuestion) -> None:
        """Delete a question for good."""
        self._store.delete_question(question, gone(self._words))
        self._put()

    def _keep_theme(self, theme: OwnTheme) -> OwnTheme:
        self._store.keep_theme(theme, freely_about(theme, self._words))
        self._put()
        return theme

    def _keep_question(self, question: OwnQuestion) -> OwnQuestion:
        self._store.keep_question(question, card(question.as_prompt(self._words)))
        self._put()
        return question

    def _put(self) -> None:
        self._library.put(SOURCE, addition_of(self.themes(), self.questions(), self._words))


def _title(typed: str) -> str:
    return _line("title", typed, OWN_TITLE_MAX, needed=True)


def _intent(typed: str) -> str:
    return _line("intent", typed, LINE_MAX, needed=True)


def _clean(typed: QuestionWords) -> tuple[str, str, str]:
    return (
        _line("text", typed.text, OWN_QUESTION_MAX, needed=True),
        _line("softer", typed.softer, OWN_QUESTION_MAX),
        _line("listener", typed.listener, LINE_MAX),
    )


def _line(field: str, typed: str, most: int, *, needed: bool = False) -> str:
    try:
        return clean_line(typed, needed=needed, most=most)
    except LineRefused as refused:
        raise FieldRefused(field, most, refused) from None
