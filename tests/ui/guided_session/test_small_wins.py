"""Small wins that happened: in this kind of sitting, in this one, by whoever is given them."""

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.ui.guided_session.small_wins import OFFERED, offered
from tests.domain.guided_session.sessions import a_way_on, shipped_formats
from tests.domain.guided_session.test_deeds import until
from tests.ui.house import PROGRAMME

WINS = PROGRAMME.small_wins
BY_ID = {win.id: win.text for win in WINS}
CAME_BACK, NOT_YET, SOFTER = BY_ID["came_back"], BY_ID["not_yet"], BY_ID["softer"]
ORDINARY = {None, Deed.SPOKE, Deed.SAID_BACK, Deed.UNDERSTOOD}
SESSIONS = [f"{n:06x}" for n in range(0, 400, 7)]


def to_the_round(house):
    while house.step != "closing_round":
        house.session.do(a_way_on(house.session.leader.state))
    house.settle()


def given_by(house, name):
    """What is offered to this partner in the closing round, to give to the other."""
    closing = house.models.closing_round_model
    closing.write({"Maya": "left", "Tomas": "right"}[name])
    closing.turnTo("small_win")
    house.settle()
    shown = closing.props.small_wins
    assert all(house.says(words) for words in shown)
    closing.back()
    return shown


def test_after_a_quiet_evening_nothing_is_offered_that_did_not_happen(house):
    house.sit_down_until("theme_talk", s.Talking)
    to_the_round(house)
    conditional = {win.text for win in WINS if win.after in {Deed.CAME_BACK, Deed.NOT_YET}}
    for name in ("Maya", "Tomas"):
        assert not conditional & set(given_by(house, name))


def test_coming_back_from_a_pause_is_offered_first(house):
    house.sit_down_until("theme_talk", s.Introducing)
    house.session.do(pc.AskPause(Seat.LEFT))
    house.session.do(pc.StartPause(PauseKind.THINK, 10))
    to_the_round(house)
    for name in ("Maya", "Tomas"):
        assert CAME_BACK in given_by(house, name)


def test_not_yet_is_given_to_the_one_who_said_it(house):
    house.sit_down_until("theme_talk", s.HeardCheck)
    house.session.do(tc.CheckHeard(Seat.RIGHT, Heard.NOT_YET))
    to_the_round(house)
    assert given_by(house, "Maya")[0] == NOT_YET
    assert NOT_YET not in given_by(house, "Tomas")


def test_the_softer_question_is_offered_where_it_was_chosen(house):
    house.sit_down_until("theme_talk", s.Introducing)
    house.session.soften()
    to_the_round(house)
    assert SOFTER in given_by(house, "Maya")


@pytest.mark.parametrize("session_id", SESSIONS[:8])
@pytest.mark.parametrize("kind", [one.id for one in shipped_formats()])
def test_nothing_is_offered_that_does_not_fit(kind, session_id):
    """At every moment of every sitting, to both; and always a handful."""
    walk = until(kind, object)
    texts = {win.text: win for win in WINS}
    while not walk.state.over:
        for giver in Seat:
            did = {deed for seat, deed in walk.state.deeds if seat is giver.other}
            shown = offered(WINS, walk.state, session_id, giver)
            assert len(set(shown)) == OFFERED
            found = [texts[one] for one in shown]
            assert all(win.fits(kind, did) for win in found)
            special = [win.after not in ORDINARY for win in found]
            assert special == sorted(special, reverse=True)
        walk.on()


def test_every_line_comes_some_evening():
    walk = until("theme_talk", s.ClosingRound)
    seen = {one for each in SESSIONS for one in offered(WINS, walk.state, each, Seat.LEFT)}
    did = {deed for seat, deed in walk.state.deeds if seat is Seat.RIGHT}
    fitting = {win.text for win in WINS if win.fits("theme_talk", did)}
    assert seen == fitting
