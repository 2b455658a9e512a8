"""What the one who listens is told: as long as it holds, and never in place of something else."""

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.parts import Role
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Wish
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.house import PROGRAMME

PROMISE = "would like your thoughts, when this is said."
WISHES = ("Just listen.", "Comfort is wished for.", "Ideas are welcome.")
WITH_ADVICE = [
    kind.id
    for kind in PROGRAMME.formats
    if any(part.advice for step in kind.steps for part in (*step.parts, *step.closing))
]


def pause_and_come_back(house):
    """To the first word after the pause, with the floor still where it was."""
    for command in (
        pc.AskPause(Seat.LEFT),
        pc.StartPause(PauseKind.THINK, 10),
        pc.SayReady(Seat.LEFT),
        pc.SayReady(Seat.RIGHT),
    ):
        house.session.do(command)
    assert house.step == "recap"
    house.settle()


def moments_of(house, kind, wish):
    """Every moment of the turns, the thoughts asked for as soon as they can be."""
    house.sit_down_until(kind, s.InTurn)
    while not house.session.leader.state.over:
        state = house.session.leader.state
        if state.turn is None:
            house.session.do(a_way_on(state))
            continue
        if house.session.props.can_ask_thoughts and wish is Wish.IDEAS:
            house.session.do(tc.AskThoughts(state.turn.speaker))
        house.settle()
        yield house.session.leader.state
        named = isinstance(state.step, s.Wishing)
        state = house.session.leader.state
        house.session.do(tc.NameWish(state.turn.speaker, wish) if named else a_way_on(state))


@pytest.mark.parametrize("kind", WITH_ADVICE)
def test_a_recap_shows_no_advice_card_and_no_wish(house, kind):
    """In whichever part of the turn the pause came."""
    cards = 0
    for _ in moments_of(house, kind, Wish.IDEAS):
        cards += house.says("Another card")
        pause_and_come_back(house)
        assert not house.says("Another card")
        assert not any(words in house.names() for words in WISHES[1:])
        assert house.says("Welcome back.")
        while house.session.leader.state.pause is not None:
            house.session.do(a_way_on(house.session.leader.state))
    assert cards


@pytest.mark.parametrize("kind", WITH_ADVICE)
def test_thoughts_are_promised_only_while_their_part_is_ahead(house, kind):
    promised = 0
    for state in moments_of(house, kind, Wish.IDEAS):
        turn = state.turn
        course = state.spec.course(closing=turn.closing)
        ahead = [*course[turn.part + 1 :], *(() if turn.closing else state.spec.closing)]
        said = house.says(PROMISE)
        promised += said
        assert not said or any(part.advice for part in ahead)
    assert promised


@pytest.mark.parametrize("wish", [Wish.LISTEN, Wish.COMFORT])
@pytest.mark.parametrize("kind", ["outside_stress", "deep_dialogue"])
def test_a_wish_stands_only_where_the_listener_listens(house, kind, wish):
    shown = 0
    for state in moments_of(house, kind, wish):
        step, part = state.step, state.part
        said = any(words in house.names() for words in WISHES)
        shown += said
        assert not said or (isinstance(step, s.Talking) and part.by is Role.SPEAKER)
    assert bool(shown) == (kind == "outside_stress")
