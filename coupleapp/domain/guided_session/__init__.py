"""A guided session: one sitting of two people, as events and the state they fold to."""

from collections.abc import Iterable

from coupleapp.domain.guided_session.commands import Command, Refusal, Why
from coupleapp.domain.guided_session.decide import can_lighten, decide
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.evolve import ImpossibleEventError, evolve
from coupleapp.domain.guided_session.plan import Moment, Plan, PromptCard
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.turns import can_ask_thoughts, has_place_for_thoughts

__all__ = [
    "Command",
    "Event",
    "GuidedSession",
    "ImpossibleEventError",
    "Moment",
    "Plan",
    "PromptCard",
    "Refusal",
    "Why",
    "can_ask_thoughts",
    "can_lighten",
    "decide",
    "evolve",
    "fold",
    "has_place_for_thoughts",
]


def fold(events: Iterable[Event]) -> GuidedSession | None:
    """The state after all these events; None when there are none.

    Raises:
        ImpossibleEventError: The events are not the log of a guided session.
    """
    state: GuidedSession | None = None
    for event in events:
        state = evolve(state, event)
    return state
