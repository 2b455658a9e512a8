"""What the one who listens is told: as long as it holds, and never in place of something else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.parts import Role
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Wish
from coupleapp.domain.keys import KeyPlace
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.base.strokes import press_at
from tests.ui.house import PROGRAMME

LISTENS = "Listen for one feeling. Say it back as a guess."
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


class TestSayingBack:
    """The listener's task is in sight while it is needed, and one question has its own time."""

    QUESTION = "One question, if you like"

    @pytest.fixture(params=[(), (Seat.LEFT, Seat.RIGHT)], ids=["spoken", "typed"])
    def saying_back(self, house, request):
        house.use.couples.choose(replace(house.use.couples.settings, typed=request.param))
        house.sit_down_until("theme_talk", s.SayingBack)
        return house

    def test_the_task_of_the_question_stays(self, saying_back):
        task = "Say it back as a guess."
        assert task in saying_back.session.leader.state.prompt.listener
        assert task in saying_back.names()
        saying_back.click(self.QUESTION)
        saying_back.settle()
        assert task not in saying_back.names(), "they ask now, and say back afterwards"

    def test_to_listen_for_something_was_before(self, house):
        card = replace(house.use.sitting_down.begin().state.prompt, listener=LISTENS)
        house.sit_down_until("theme_talk", s.Introducing)
        house.session.do(c.ChangePrompt(card))
        house.session.beginTurns()
        house.settle()
        assert house.says("Listen for one feeling.")
        assert not house.says("Say it back as a guess."), "that comes later"
        house.session.press(house.session.props.talker)
        house.settle()
        assert house.says("Say it back as a guess.")
        assert not house.says("Listen for one feeling.")

    def test_the_key_says_what_happens_and_leads_back_to_saying_back(self, house):
        house.sit_down_until("theme_talk", s.SayingBack)
        house.wait_for("I've said it back")
        house.click(self.QUESTION)
        house.wait_for("Asked and answered")
        assert "I've said it back" not in house.names()
        press_at(house.frame, KeyPlace.KEY_F, "f")
        assert (house.step, house.session.props.question) == ("mirror", False)
        house.wait_for("I've said it back")
        press_at(house.frame, KeyPlace.KEY_F, "f")
        assert house.step == "heard"

    def test_one_question_has_time_of_its_own(self, saying_back):
        pace = 3 if saying_back.session.props.types else 1
        saying_back.click(self.QUESTION)
        assert saying_back.session.props.limit_ms == pace * 30_000
        saying_back.wait_for("Maya, one question, if you like")
        assert saying_back.step == "mirror"

    def test_it_is_asked_once(self, saying_back):
        saying_back.click(self.QUESTION)
        assert self.QUESTION not in saying_back.names()
        saying_back.session.press("left")
        saying_back.settle()
        assert self.QUESTION not in saying_back.names()
        saying_back.session.press("left")
        saying_back.settle()
        saying_back.click("Not yet")
        assert saying_back.step == "mirror"
        assert self.QUESTION not in saying_back.names()

    def test_it_is_reached_by_the_keyboard_alone(self, saying_back):
        saying_back.tab_to(self.QUESTION)
        saying_back.key(Qt.Key.Key_Space)
        assert saying_back.session.props.question

    def test_what_was_typed_stays_when_a_question_is_asked(self, house):
        house.use.couples.choose(replace(house.use.couples.settings, typed=(Seat.LEFT,)))
        house.sit_down_until("theme_talk", s.SayingBack)
        house.type("You said")
        house.click(self.QUESTION)
        assert house.models.compose_controls.typed == "You said"

    def test_its_time_is_in_proportion_to_what_they_chose(self, house):
        house.use.couples.choose(replace(house.use.couples.settings, speak_s=180))
        house.sit_down_until("theme_talk", s.SayingBack)
        house.click(self.QUESTION)
        assert house.session.props.limit_ms == 60_000

    def test_without_timers_there_is_none_here_either(self, house):
        house.use.couples.choose(replace(house.use.couples.settings, timers=False))
        house.sit_down_until("theme_talk", s.SayingBack)
        house.click(self.QUESTION)
        assert house.session.props.limit_ms == 0

    def test_it_is_offered_only_while_somebody_says_back(self, house):
        house.sit_down_until("theme_talk", s.Talking)
        house.settle()
        assert not house.says(self.QUESTION)
