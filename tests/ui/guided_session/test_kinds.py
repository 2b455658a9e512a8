"""Choosing together, finding words in peace, and what is for one alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import PAUSES_NOTED
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.setback import SETBACK
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.house import PROGRAMME, Role, name_of
from tests.ui.notebook.test_notebook_page import look_at

Key = Qt.Key
KINDS = {kind.id: kind for kind in PROGRAMME.formats}


def begin(house, kind, who=None):
    house.sit_down(KINDS[kind], who)
    house.settle()


def rows(house):
    """Every kind's card; those that are not open are behind a line."""
    house.turn_to("talks")
    house.settle()
    if house.says(MORE) and not any(i.state().disabled for i in house.seen()):
        house.click(MORE)
        house.settle()
    return [i for i in house.seen() if i.role() == Role.Button and title_of(i) in TITLES]


def title_of(card):
    return "Theme talk" if name_of(card) == THEME else name_of(card)


LISTED = [kind for kind in PROGRAMME.formats if kind.id != SETBACK]
TITLES = {kind.title for kind in LISTED}
THEME = PROGRAMME.themes[0].title
"""On the card of the theme talk."""


def test_every_kind_is_there_with_its_length_depth_and_purpose(house):
    house.click("Talks")
    house.wait_for("What would be good for you both tonight?")
    found = {title_of(row): row.text(row_description()) for row in rows(house)}
    assert set(found) == TITLES
    for kind in LISTED:
        words = found[kind.title]
        assert f"about {kind.minutes} minutes" in words
        assert kind.purpose in words
        assert kind.caution in words


def row_description():
    from PySide6.QtGui import QAccessible

    return QAccessible.Text.Description


MORE = "More, for another time"
LATER, RESTS = "It opens a little later.", "It rests for now."


def closed_kinds(house):
    return {
        title_of(row): row.text(row_description()) for row in rows(house) if row.state().disabled
    }


def test_tender_kinds_are_shown_and_come_later(house):
    house.click("Talks")
    closed = closed_kinds(house)
    assert set(closed) == {k.title for k in PROGRAMME.formats if k.opens_in_week > 0}
    house.models.talks_model.choose("at_ease")
    assert house.app.props.page == "talks"
    assert house.store.sessions.history() == ()


@pytest.mark.parametrize("weeks", [0, 4, 12])
@pytest.mark.parametrize("depth", [1, 3, 5])
def test_they_are_open_when_the_weeks_have_passed_and_they_have_come_so_deep(house, weeks, depth):
    house.deepen(depth)
    house.clock.pass_time(weeks * 7 * 86_400)
    expected = {
        kind.title
        for kind in PROGRAMME.formats
        if kind.opens_in_week > weeks or kind.depth > max(3, depth)
    }
    assert set(closed_kinds(house)) == expected


def test_a_kind_that_is_closed_says_the_same_whatever_the_cause(house):
    """Too early, not so deep yet, or both: one sentence, and no date."""
    said = closed_kinds(house)
    house.clock.pass_time(12 * 7 * 86_400)
    said |= {f"{title} later": words for title, words in closed_kinds(house).items()}
    assert len(said) > 8
    for words in said.values():
        assert words.endswith(f". {LATER}")
    rows_now = house.models.talks_model.every
    assert {row.later for row in rows_now} == {"", LATER}


def test_a_kind_that_was_open_and_closes_again_rests_and_points_at_nobody(house):
    house.deepen(5)
    house.clock.pass_time(12 * 7 * 86_400)
    assert closed_kinds(house) == {}
    house.deepen(4)
    resting = closed_kinds(house)
    assert set(resting) == {kind.title for kind in PROGRAMME.formats if kind.depth > 4}
    assert all(words.endswith(f". {RESTS}") for words in resting.values())
    house.deepen(5)
    assert closed_kinds(house) == {}


def test_one_that_was_deep_before_its_weeks_had_passed_has_never_been_open(house):
    house.deepen(5)
    house.deepen(1)
    house.clock.pass_time(12 * 7 * 86_400)
    said = closed_kinds(house)
    assert said
    assert all(words.endswith(f". {LATER}") for words in said.values())


def test_one_press_begins(house):
    house.click("Talks")
    house.click("Good news")
    assert house.step == "agree"
    assert house.session.leader.state.plan.format_id == "good_news"


@pytest.mark.parametrize(("name", "seat"), [("Maya", "left"), ("Tomas", "right")])
def test_who_sits_alone_is_asked(house, name, seat):
    house.click("Talks")
    house.click("Outside view")
    house.wait_for("Who would like to write?")
    house.click(name)
    assert house.session.leader.state.plan.first_speaker == seat


def test_the_question_may_be_left(house):
    house.click("Talks")
    house.click("Outside view")
    house.click("Not now")
    assert not house.says("Who would like to write?")
    assert house.store.sessions.history() == ()


class TestComposing:
    @pytest.fixture
    def composing(self, house):
        house.sit_down_until("careful_opening", s.Composing, Seat.LEFT)
        house.wait_for("This is for Maya alone")
        house.click("Only I am looking")
        house.focus_on("What I see of your side")
        return house

    def test_the_curtain_is_closed_and_five_slots_are_behind_it(self, house):
        house.sit_down_until("careful_opening", s.Composing, Seat.LEFT)
        assert house.says("Tomas, please look out of the window")
        assert not house.says("What I see of your side")
        house.click("Only I am looking")
        fields = [name_of(i) for i in house.seen() if i.role() == Role.EditableText]
        assert len(fields) == 5

    def test_a_way_to_begin_and_another_one(self, composing):
        cards = [card.text for card in composing.use.library.programme.openings]
        first = composing.models.compose_controls.opening
        assert first in cards
        assert composing.says(first)
        composing.click("Another way to begin")
        second = composing.models.compose_controls.opening
        assert second == cards[(cards.index(first) + 1) % len(cards)]
        assert composing.says(second)
        assert not composing.says(first)

    def test_a_gentle_question_that_can_be_left_alone(self, composing):
        composing.tab_to("What happened, once")
        composing.type("You always leave.")
        composing.wait_for("Could this be told as one time that you remember?")
        composing.click("Leave it as it is")
        composing.focus_on("What happened, once")
        composing.type(" Always.")
        assert not composing.says("Could this be told as one time")
        field = composing.find("What happened, once")
        assert field.property("text") == "You always leave. Always."

    def test_each_slot_keeps_its_question_until_it_is_mended_or_left(self, composing):
        asked_once, asked_felt = "one time that you remember?", "Could this begin with “I felt”?"
        composing.tab_to("What happened, once")
        composing.type("You always leave.")
        composing.tab_to("What I felt")
        composing.type("You make me sad.")
        assert composing.says(asked_once)
        assert composing.says(asked_felt)
        composing.tab_to("What matters to me")
        composing.type("Tea.")
        assert composing.says(asked_once)
        assert composing.says(asked_felt)
        composing.paste("What I felt", "I felt sad.")
        assert composing.says(asked_once)
        assert not composing.says(asked_felt)
        composing.click("Leave it as it is")
        assert not composing.says(asked_once)

    def test_a_pause_or_a_crash_takes_no_question_away(self, composing, build):
        composing.tab_to("What happened, once")
        composing.type("You always leave.")
        composing.session.pressKey("pause", "left")
        composing.click("No pause after all")
        composing.click("Only I am looking")
        composing.wait_for("one time that you remember?")
        again = build()
        again.click("Carry on")
        again.click("Only I am looking")
        again.wait_for("one time that you remember?")

    def test_a_question_that_was_left_is_not_asked_again_in_the_same_talk(self, composing):
        composing.tab_to("What happened, once")
        composing.type("You always leave.")
        composing.click("Leave it as it is")
        composing.session.pressKey("pause", "left")
        composing.click("No pause after all")
        composing.click("Only I am looking")
        composing.focus_on("What I see of your side")
        assert not composing.says("one time that you remember?")

    def test_what_is_ordinary_gets_no_question(self, composing):
        composing.tab_to("What happened, once")
        composing.type("On Tuesday you left while I was speaking.")
        assert not composing.says("Leave it as it is")

    def test_the_words_survive_a_crash_and_are_for_the_voice(self, composing, build):
        composing.type("I see your long days.")
        again = build()
        again.click("Carry on")
        again.wait_for("This is for Maya alone")
        again.click("Only I am looking")
        again.focus_on("What I see of your side")
        assert again.find("What I see of your side").property("text") == "I see your long days."
        QTest.keyClick(again.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert again.session.props.title == "Maya: what is hard about saying this?"
        assert not again.says("I see your long days.")
        again.click("Show my words")
        again.wait_for("I see your long days.")

    def test_the_other_never_sees_them_and_nothing_is_kept(self, composing):
        composing.type("I see your long days.")
        session = composing.session
        while not session.leader.over:
            session.do(a_way_on(session.leader.state))
            composing.settle()
            if session.props.talker == "right":
                assert not composing.says("Show my words")
        assert composing.store.drafts.drafts_under("session:") == {}
        assert composing.store.notebook.page(None, 9) == ()


class TestFeelings:
    @pytest.fixture
    def guessing(self, house):
        house.sit_down_until("deep_dialogue", s.Guessing)
        return house

    def test_three_words_at_most(self, guessing):
        for word in ("tired", "worried", "lonely"):
            guessing.click(word)
        assert not guessing.find("brave").isEnabled()
        guessing.click("tired")
        assert guessing.find("brave").isEnabled()
        guessing.click("This is my guess")
        assert guessing.step == "guess_check"
        assert guessing.says("“worried, lonely”")

    def test_said_aloud_is_enough(self, guessing):
        guessing.click("I have said it aloud")
        assert guessing.session.leader.state.step.feelings == ()

    def test_the_speaker_may_name_another(self, guessing):
        guessing.click("tired")
        guessing.click("This is my guess")
        guessing.click("hopeful")
        guessing.click("Something else")
        checked = guessing.store.sessions.log(guessing.session.leader.id)[-1]
        assert (checked.answer, checked.feelings) == ("other", ("hopeful",))


class TestTomorrow:
    @pytest.fixture
    def talk(self, house):
        house.sit_down_until("theme_talk", s.Talking)
        house.key(Key.Key_D)
        house.wait_for("How long?")
        return house

    def test_ten_minutes_are_too_short_where_it_is_too_much(self, talk):
        assert talk.says("10 minutes")
        assert "60 minutes" not in talk.names()
        talk.click("It is too much")

        assert talk.find("60 minutes").isEnabled()
        assert "10 minutes" not in talk.names()

    def test_until_tomorrow_at_a_time(self, talk):
        talk.click("Until tomorrow")
        talk.paste("Time tomorrow", "18:15")
        talk.click("Begin the pause")
        talk.wait_for("Your talk waits for you")
        assert talk.says("Tomorrow, 18:15")
        talk.click("Good. Home")
        talk.wait_for("Tomorrow, 18:15: your talk goes on")
        talk.click("Go on with it")
        talk.click("Go on with it")
        for _ in range(2):
            talk.click("Only I am looking")
            talk.click("I am ready")
        assert talk.step == "recap"

    def test_a_time_that_cannot_be_read_is_explained_and_nothing_changes(self, talk):
        talk.click("Until tomorrow")
        talk.paste("Time tomorrow", "tea time")
        talk.click("Begin the pause")
        talk.wait_for("That time could not be read. Write it like 20:30.")
        assert talk.step == "pause_choice"

    def test_more_than_two_days_away_is_too_far(self, talk):
        talk.models.pause_controls.book("think", 2, "23:59")
        talk.wait_for("That is a little far away. Choose within two days.")
        assert talk.step == "pause_choice"

    def test_it_may_be_moved(self, talk):
        talk.click("Until tomorrow")
        talk.click("Begin the pause")
        talk.wait_for("Your talk waits for you")
        talk.click("Another time")
        talk.paste("Time", "12:00")
        talk.click("We go on then")
        assert talk.says("Tomorrow, 12:00")

    def wait_a_day(self, talk):
        """Home, and back at the talk the day after."""
        talk.models.pause_controls.book("think", 1, "12:00")
        talk.session.goHome()
        talk.clock.pass_time(24 * 3600)
        talk.click("Go on with it")

    def test_both_are_told_which_talk_it_is_before_a_curtain_closes(self, talk):
        plan = talk.session.leader.state.plan
        question = talk.session.props.prompt
        self.wait_a_day(talk)
        talk.wait_for("Would you both like to go on with it now?")
        assert not talk.session.props.curtain
        assert talk.says(talk.use.themes.find(plan.theme_id).title)
        assert talk.says(question)
        assert talk.says("You began it yesterday.")
        talk.click("Go on with it")
        assert talk.session.props.curtain

    def test_a_talk_without_a_theme_is_told_by_its_kind(self, house):
        house.sit_down_until("outside_stress", s.Talking)
        house.session.pressKey("pause", "left")
        self.wait_a_day(house)
        house.wait_for("Outside stress")
        assert house.session.props.had_asked == ""

    def test_a_question_that_was_not_read_yet_is_not_shown(self, house):
        house.sit_down_until("theme_talk", s.Breathing)
        house.session.pressKey("pause", "left")
        self.wait_a_day(house)
        house.wait_for("Would you both like to go on with it now?")
        assert not house.says(house.session.props.prompt)

    def test_not_now_leaves_it_waiting_and_another_time_moves_it(self, talk):
        self.wait_a_day(talk)
        talk.click("Not now. Home")
        talk.click("Go on with it")
        talk.click("Another time")
        talk.paste("Time", "12:00")
        talk.click("We go on then")
        talk.wait_for("Tomorrow, 12:00")
        talk.click("Good. Home")
        assert talk.use.sessions.waiting() is not None

    def test_not_yet_after_a_day_may_be_a_quarter_of_an_hour(self, talk):
        self.wait_a_day(talk)
        talk.click("Go on with it")
        for answer in ("I am ready", "A little longer, please"):
            talk.click("Only I am looking")
            talk.click(answer)
        talk.wait_for("Not quite yet")
        assert talk.find("We go on then")
        talk.click("Wait 15 minutes")
        assert talk.step == "pausing"
        assert talk.session.props.countdown == "15:00"

    def test_after_two_extensions_another_time_is_offered(self, talk):
        talk.click("Begin the pause")
        for minutes in (10, 15, 15):
            talk.clock.pass_time(minutes * 60)
            talk.session.look_at_the_clock()
            for _ in range(2):
                talk.click("Only I am looking")
                talk.click("A little longer, please")
        talk.wait_for("Another time suits you better")
        talk.click("We let it rest")
        talk.wait_for("Another time, then")


class TestAlone:
    def test_letting_go_takes_a_second_press(self, writing):
        writing.click("Let it go")
        assert writing.step == "write"
        writing.click("Let it go for good")
        assert writing.step == "over"
        assert writing.store.drafts.drafts_under("") == {}

    def test_control_return_keeps_it_for_oneself(self, writing):
        QTest.keyClick(writing.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert [e.text for e in writing.store.notebook.private_of(Seat.RIGHT)] == ["It was late."]

    @pytest.fixture
    def writing(self, house):
        house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
        house.click("Only I am looking")
        house.focus_on("What would somebody say who wishes you both well?")
        house.type("It was late.")
        return house

    def test_the_curtain_is_closed_before_it(self, house):
        house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
        assert house.says("This is for Tomas alone")
        assert house.says("Maya, please look out of the window")
        assert not house.says("What would somebody say")

    def test_whoever_carries_on_finds_it_closed(self, writing):
        writing.session.hold()
        assert not writing.says("It was late.")
        writing.click("Carry on")
        assert writing.says("This is for Tomas alone")
        assert not writing.says("What would somebody say")
        writing.click("Only I am looking")
        field = writing.find("What would somebody say who wishes you both well?")
        assert field.property("text") == "It was late."

    def test_it_waits_behind_the_curtain_of_its_author(self, writing):
        writing.click("Keep it for me")
        writing.click("Home")
        writing.click("Notebook")
        assert not writing.says("It was late.")
        writing.click("For Maya alone")
        writing.click("Only I am looking")
        assert writing.says("Nothing here yet.")
        writing.click("For Tomas alone")
        assert not writing.says("It was late.")
        writing.click("Only I am looking")
        assert writing.says("It was late.")
        look_at(writing, "It was late.")
        writing.click("Delete")
        assert writing.use.notebook.private_of(Seat.RIGHT) == ()

    def test_what_is_stopped_waits_for_the_same_one_alone(self, writing):
        writing.key(Key.Key_Escape)
        writing.wait_for("Enough for today")
        assert not writing.says("waits in the notebook")
        assert writing.store.drafts.draft("notebook:new") == ""
        writing.sit_down_until("outside_view", s.Writing, Seat.LEFT)
        field = "What would somebody say who wishes you both well?"
        writing.click("Only I am looking")
        writing.focus_on(field)
        assert writing.find(field).property("text") == ""
        writing.stop_for_good()
        writing.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
        writing.click("Only I am looking")
        writing.focus_on(field)
        assert writing.find(field).property("text") == "It was late."

    def test_the_other_has_no_key_here(self, writing):
        assert writing.says("Pause, for Tomas")
        assert not writing.says("Pause, for Maya")


def test_unseen_moments_are_read_again(house):
    house.sit_down_until("unseen_moments", s.KeepingLine)
    house.models.writing_controls.share("At the door, on Tuesday.")
    house.stop_for_good()
    house.clock.pass_time(86_400)
    begin(house, "unseen_moments")
    while house.step != "inventory":
        house.session.do(a_way_on(house.session.leader.state))
    house.wait_for("At the door, on Tuesday.")
    assert house.says("Tomas, Yesterday")
    house.stop_for_good()
    house.turn_to("notebook")
    house.click("Unseen moments")
    assert house.says("At the door, on Tuesday.")


def at_the_inventory(house, kind, *moments):
    """With these moments named before, each on a day of its own."""
    for words in moments:
        house.sit_down_until("unseen_moments", s.KeepingLine)
        house.models.writing_controls.share(words)
        house.session.stop()
        house.clock.pass_time(86_400)
    begin(house, kind)
    while house.step != "inventory":
        house.session.do(a_way_on(house.session.leader.state))
    house.focus_on("Go on")


DOOR, SHELF = "At the door, on Tuesday.", "The empty shelf."


def test_the_monthly_check_in_shows_one_earlier_moment_and_only_when_asked_for(house):
    at_the_inventory(house, "monthly_check_in", DOOR, SHELF)
    assert not house.says(DOOR)
    assert not house.says(SHELF)
    assert house.says("If you both like, look at one of them again. Or simply go on.")
    house.tab_to("Show one")
    house.key(Key.Key_Return)
    house.wait_for(SHELF)
    assert not house.says(DOOR)
    assert house.says("Has it become lighter?")
    assert not house.says("Show one")
    house.focus_on("Go on")
    house.key(Key.Key_Return)
    assert house.step == "card"
    assert house.says(house.session.props.text)


def test_where_none_was_named_none_is_offered(house):
    at_the_inventory(house, "monthly_check_in")
    assert house.says("None yet.")
    assert not house.says("Show one")


def test_other_sittings_read_all_of_them(house):
    at_the_inventory(house, "unseen_moments", DOOR, SHELF)
    assert house.says(DOOR)
    assert house.says(SHELF)
    assert house.says("Has anything become lighter?")
    assert not house.says("Show one")


def an_evening_with_pauses(house, kind, pauses=1):
    """And the day after, at home."""
    house.sit_down_until("theme_talk", s.Talking)
    for _ in range(pauses):
        house.session.pressKey("pause", "left")
        house.models.pause_controls.start(kind, 30)
        while house.session.leader.state.pause is not None:
            house.session.do(a_way_on(house.session.leader.state))
    while house.step != "over":
        house.session.do(a_way_on(house.session.leader.state))
        house.pass_time(11 if house.step == "last_breath" else 0)
    house.turn_to("home")
    assert not house.says("Seven minutes alone")
    house.clock.pass_time(timedelta(days=1).total_seconds())
    house.turn_to("home")


def test_the_day_after_it_was_too_much_there_is_an_offer(house):
    an_evening_with_pauses(house, "flooded")
    house.wait_for("Is your last talk still with you? Seven minutes alone")


def test_after_many_pauses_there_is_one_too(house):
    an_evening_with_pauses(house, "think", PAUSES_NOTED + 1)
    house.wait_for("Is your last talk still with you?")


@pytest.mark.parametrize(("kind", "pauses"), [("think", 1), ("think", PAUSES_NOTED)])
def test_a_pause_to_think_makes_no_talk_a_hard_one(house, kind, pauses):
    an_evening_with_pauses(house, kind, pauses)
    house.wait_for("Sit down once more")
    assert not house.says("Seven minutes alone")


def test_whatever_there_was_no_evening_is_called_hard(house):
    an_evening_with_pauses(house, "flooded")
    assert not any("hard" in name for name in house.names())


def test_t_opens_the_advice_gate(house):
    house.sit_down_until("outside_stress", s.Talking)
    house.wait_for("I'd like your thoughts")
    house.key(Key.Key_T)
    assert house.session.props.thoughts
    assert house.says("Tomas would like your thoughts, when this is said.")
    house.key(Key.Key_J)
    first = house.session.props.advice
    assert first
    house.click("Another card")
    assert house.session.props.advice != first


def test_in_the_looser_way_the_listener_may_answer(house):
    settings = house.use.couples.settings
    from dataclasses import replace

    house.use.couples.choose(replace(settings, loose=True, cards=1))
    for _ in range(6):
        begin(house, "good_news")
        while not house.session.leader.over:
            house.session.do(a_way_on(house.session.leader.state))
        house.clock.pass_time(3600)
    house.sit_down_until("theme_talk", s.SayingBack)
    assert house.says("says it back, or answers")
    house.models.turn_controls.askQuestion()
    # What is answered now is their question, and by the other.
    house.key(Key.Key_A)
    assert house.session.props.question
    house.session.press(house.session.props.talker)
    house.settle()
    house.key(Key.Key_A)
    assert house.step == "speak"
    assert house.session.props.chunk == 2
