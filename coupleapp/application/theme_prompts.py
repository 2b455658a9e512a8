"""Another question of the theme a session is on, and of no other."""

from collections.abc import Sequence

from coupleapp.application.library import Library
from coupleapp.application.planning import another_prompt, freely
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.defaults import DEPTH_START
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.programme.own_themes import OwnWords, gone
from coupleapp.domain.programme.programme import Cue, Theme


class ThemePrompts:
    """The questions beside the one on the table."""

    def __init__(self, library: Library, themes: ThemeWeeks, own_words: OwnWords) -> None:
        """Read them here; ``own_words`` stand where a theme of the couple's own is gone."""
        self._library = library
        self._themes = themes
        self._own_words = own_words

    def another(self, leader: SessionLeader) -> PromptCard:
        """A question that was not on the table yet."""
        theme, state = self._theme(leader), leader.state
        if theme is None:
            return gone(self._own_words)
        cards = state.plan.cards
        # No deeper than what was to be asked in this place.
        depth = cards[state.plan.card_at(state.index)].depth if cards else DEPTH_START
        return another_prompt(theme, self._themes.questions(depth), self._seen(leader))

    def freely(self, leader: SessionLeader) -> PromptCard:
        """No question, only the theme."""
        theme = self._theme(leader)
        return gone(self._own_words) if theme is None else freely(theme)

    def to_come(self, leader: SessionLeader) -> tuple[PromptCard, ...]:
        """The question on the table, and each that comes when it is put aside, to none at all."""
        theme, state = self._theme(leader), leader.state
        cards = [] if state.prompt is None else [state.prompt]
        if theme is None or state.prompt is None or state.prompt.id is None:
            return (*cards, self.freely(leader))
        seen = self._seen(leader)
        depth = state.plan.cards[state.plan.card_at(state.index)].depth
        while cards[-1].id is not None:
            cards.append(
                another_prompt(theme, self._themes.questions(depth), (*seen, *_ids(cards)))
            )
        return tuple(cards)

    def title(self, leader: SessionLeader) -> str:
        """What the talk is about: its theme, or else its kind; empty where both are gone."""
        theme, kind = self._theme(leader), leader.state.plan.format_id
        if theme is not None:
            return theme.title
        formats = self._library.programme.formats
        return next((one.title for one in formats if one.id == kind), "")

    def cues(self) -> tuple[Cue, ...]:
        """The lines for the listener, some about advice."""
        return self._library.programme.cues

    def _seen(self, leader: SessionLeader) -> tuple[str, ...]:
        """Those that were on the table, or are to be."""
        state = leader.state
        there = [] if state.prompt is None else [state.prompt]
        return (*state.seen, *_ids([*there, *state.plan.cards]))

    def _theme(self, leader: SessionLeader) -> Theme | None:
        """None where it went with its pack, or was deleted, while the talk waited."""
        return self._themes.find(leader.state.plan.theme_id)


def _ids(cards: Sequence[PromptCard]) -> tuple[str, ...]:
    return tuple(card.id for card in cards if card.id)
