"""Where another question comes from, while a guided session runs."""

from collections.abc import Sequence
from typing import Protocol

from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.programme.programme import Cue


class Prompts(Protocol):
    """A theme's questions and the lines for whoever does not talk."""

    def another(self, leader: SessionLeader) -> PromptCard:
        """A question of the same theme that was not on the table yet."""
        ...

    def freely(self, leader: SessionLeader) -> PromptCard:
        """No question, only the theme."""
        ...

    def title(self, leader: SessionLeader) -> str:
        """What the talk is about."""
        ...

    def to_come(self, leader: SessionLeader) -> Sequence[PromptCard]:
        """The question on the table, and each that may come instead of it."""
        ...

    def cues(self) -> Sequence[Cue]: ...
