"""The ladder over a real file: what both wish, and what is read when a session is planned."""

from datetime import time, timedelta
from itertools import count

import pytest

from coupleapp.application.couples import Couples
from coupleapp.application.depth import Depths
from coupleapp.application.planning import plan_session
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings, chance_of
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.programme.questions import Questions
from coupleapp.domain.settings import Settings
from coupleapp.store import open_store
from tests.application.hands import new_id, play_through, press_on, sessions_of, write_protected
from tests.application.test_planning import FORMATS, PROGRAMME, TALK

DAY = 86_400


def a_lot(*, light: bool = False, back: int | None = None) -> str:
    wanted = (light, back)
    found = (str(n) for n in count())
    return next(n for n in found if (chance_of(n).light, chance_of(n).back) == wanted)


QUIET = a_lot()


class Life:
    """A couple that has begun five weeks ago, whose lots are known."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock = store, clock
        self.lots = [QUIET]
        couples = Couples(store.couple, clock)
        couples.begin("Maya", "Tomas", time(21))
        clock.pass_time(35 * DAY)
        self.depths = Depths(store.programme, store.sessions, couples, clock, lambda: self.lots[-1])

    def talk(self, kind=TALK, *, stopped=False, too_much=False):
        """One session, well for both; its plan."""
        reading, history = self.depths.read(kind), self.store.sessions.history()
        theme, questions = PROGRAMME.themes[0], Questions(reading.depth)
        plan = plan_session(kind, theme, history, Settings(), None, questions, light=reading.light)
        leader = sessions_of(self.store, self.clock).begin(plan)
        if stopped or too_much:
            for _ in range(8):
                press_on(leader)
            if too_much:
                leader.handle(pc.AskPause(Seat.LEFT))
                leader.handle(pc.StartPause(PauseKind.FLOODED, 30))
            leader.handle(c.Stop())
            leader.handle(c.LeaveStopped())
        else:
            play_through(leader, self.clock)
        self.clock.pass_time(DAY)
        return plan


@pytest.fixture
def life(store, clock):
    return Life(store, clock)


@pytest.mark.slow
def test_up_the_ladder_and_every_fourth_is_light(life):
    for seat in Seat:
        life.depths.wish(seat, 3)
    plans = [life.talk() for _ in range(12)]
    assert [plan.depth for plan in plans] == [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3]
    assert [plan.suits_light for plan in plans] == [False, False, False, True] * 3
    lighter = [past.lighter for past in life.store.sessions.history()]
    assert lighter == [False, False, False, True] * 3
    assert life.depths.so_far() == 3


@pytest.mark.slow
def test_as_nobody_says_anything_it_stays_easy(life):
    assert [life.talk().depth for _ in range(12)] == [1, 1, 1] + [2] * 9


@pytest.mark.slow
def test_a_wish_for_less_holds_from_the_next_session_on_and_shows_in_no_other_way(life):
    for seat in Seat:
        life.depths.wish(seat, 5)
    for _ in range(8):
        life.talk()
    assert life.depths.so_far() == 3
    life.depths.wish(Seat.RIGHT, 1)
    assert life.depths.so_far() == 3
    assert life.talk().depth == 1
    assert life.depths.so_far() == 1


def test_how_deep_each_was_planned_is_told_by_its_day(life):
    assert life.depths.planned() == ()
    for _ in range(2):
        life.talk(stopped=True)
    life.talk(FORMATS["outside_view"])
    first, second = life.depths.planned()
    assert (first[1], second[1]) == (1, 1)
    assert second[0] - first[0] == timedelta(days=1)


def test_stop_leaves_it_where_it_is_and_too_much_leads_a_step_back(life):
    for _ in range(4):
        life.talk()
    assert life.talk(stopped=True).depth == 2
    assert life.talk(too_much=True).depth == 2
    assert life.talk().depth == 1


def test_what_is_deeper_than_they_may_now_suits_something_lighter(life):
    deep = FORMATS["unseen_moments"]
    assert life.depths.read(deep).light
    assert not life.depths.read(TALK).light
    assert life.talk(deep).suits_light


def test_the_lot_decides_too(life):
    life.lots.append(a_lot(light=True))
    assert life.talk().suits_light
    for _ in range(3):
        life.lots.append(QUIET)
        life.talk()
    life.lots.append(a_lot(back=0))
    assert life.depths.read(TALK).depth == 1
    life.lots.append(QUIET)
    assert life.depths.read(TALK).depth == 2


def test_on_the_same_day_it_stays_lighter(life):
    life.lots.append(a_lot(light=True))
    life.talk()
    life.clock.pass_time(-DAY)
    life.lots.append(QUIET)
    assert life.depths.read(TALK).light
    life.clock.pass_time(DAY)
    assert not life.depths.read(TALK).light


def test_on_the_same_day_chance_is_not_drawn_again_until_it_goes_deeper(life):
    for _ in range(3):
        life.talk()
    life.lots.append(a_lot(back=0))
    assert life.talk().depth == 1
    life.clock.pass_time(-DAY + 3600)
    life.lots.append(QUIET)
    assert life.depths.read(TALK).depth == 1
    life.clock.pass_time(DAY)
    assert life.depths.read(TALK).depth == 2


def test_the_first_weeks_are_gentle(life):
    for seat in Seat:
        life.depths.wish(seat, 5)
    life.clock.pass_time(-30 * DAY)
    assert [life.talk().depth for _ in range(12)] == [1, 1, 1] + [2] * 9


def test_in_a_rehearsal_nothing_is_left_to_chance(life):
    life.depths.rehearsal = True
    life.lots.append(a_lot(light=True, back=4))
    plans = [life.talk(FORMATS["at_ease"]) for _ in range(5)]
    assert not any(plan.suits_light for plan in plans)
    assert [plan.depth for plan in plans] == [1, 1, 1, 2, 2]


def test_what_each_wishes_is_kept_and_written_over(life, folder):
    assert life.store.programme.ceilings() == Ceilings(2, 2)
    life.depths.wish(Seat.LEFT, 4)
    with pytest.raises(ValueError, match="1 to 5"):
        life.depths.wish(Seat.LEFT, 6)
    with write_protected(life.store), pytest.raises(StoreError):
        life.depths.wish(Seat.LEFT, 1)
    assert life.store.programme.ceilings() == Ceilings(4, 2)
    life.store.close()
    again = open_store(folder, [])
    assert again.programme.ceilings() == Ceilings(4, 2)
    again.close()


def test_before_there_is_a_couple_it_is_gentle(store, clock):
    depths = Depths(store.programme, store.sessions, Couples(store.couple, clock), clock, new_id)
    store.programme.keep_ceilings(Ceilings(5, 5))
    assert depths.read(TALK).depth == 1
    assert timedelta(days=1).total_seconds() == DAY


def test_how_deep_it_went_last_is_what_is_open_by(life):
    assert life.depths.so_far() == 1
    for seat in Seat:
        life.depths.wish(seat, 3)
    for _ in range(4):
        life.talk()
    assert life.depths.so_far() == 2
