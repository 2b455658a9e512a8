"""A sitting of a pack needs no code: whatever is read as one is played to its end."""

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format, Sitting
from coupleapp.domain.guided_session import Refusal, decide, evolve
from coupleapp.domain.guided_session import commands as c
from coupleapp.packs import PackInvalid, read_pack
from tests.domain.guided_session.sessions import a_way_on, moment, plan_of
from tests.packs.mutations import RICH, TEMPLATE, damaged

MOST_COMMANDS = 3_000


def play(kind: Format, first: Seat) -> int:
    """With nothing special happening; how many commands it took."""
    state, count = None, 0
    command = c.Begin(plan_of(kind, first))
    while state is None or not state.over:
        decision = decide(state, command, moment(count))
        assert not isinstance(decision, Refusal), (command, decision)
        for event in decision:
            state = evolve(state, event)
        count += 1
        assert count < MOST_COMMANDS, f"it stays at {state.step}"
        command = a_way_on(state)
    return count


@pytest.mark.parametrize("first", list(Seat))
@pytest.mark.parametrize("raw", [RICH, TEMPLATE], ids=["rich", "template"])
def test_every_sitting_of_a_pack_is_played_to_its_end(raw, first):
    kinds = read_pack(raw, "a").addition.formats
    assert kinds
    for kind in kinds:
        most = 3 if kind.sitting is Sitting.ALONE else 200
        assert 1 < play(kind, first) < most


@pytest.mark.slow
def test_what_damage_made_of_a_sitting_is_refused_or_played_to_its_end():
    played: set[tuple[object, ...]] = set()
    for raw in damaged(20261125, 3_000):
        try:
            pack = read_pack(raw, "a")
        except PackInvalid:
            continue
        for kind in pack.addition.formats:
            shape = (kind.steps, kind.sitting)
            if shape not in played:
                played.add(shape)
                play(kind, Seat.LEFT)
    assert len(played) > 30
