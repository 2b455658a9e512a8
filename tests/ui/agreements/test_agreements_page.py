"""The page of agreements: looked at again by each alone and by both, and what becomes of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt

from coupleapp.application import agreements
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import Topic, words_of
from coupleapp.domain.agreements.life import How, Status, fold
from coupleapp.domain.agreements.review import Distance, Finding, PrivateAnswer, Shift
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyPlace
from coupleapp.domain.reminders.kinds import ReminderKind
from coupleapp.ui.agreements.words import finding_words
from tests.application.hands import write_protected
from tests.domain.agreements.agreeing import BOTH, GOOD, TEA, TENSE
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.agreements.agreeing_hands import (
    SLIDERS,
    all_that_is_shown,
    answer,
    both_say_yes,
    button,
    life,
    lives,
    make,
    press,
    two_weeks_pass,
)
from tests.ui.base.strokes import press_at
from tests.ui.house import Role, name_of, rect_of

Key = Qt.Key
WHEN, WHERE = "When", "Where (if you like)"
MAYA_WILL, TOMAS_WILL = "Maya: I will …", "Tomas: I will …"
NO_REASON = "A no needs no reason and can change any time."


@pytest.fixture
def page(house):
    """Two weeks after they agreed on tea."""
    make(house)
    two_weeks_pass(house)
    house.turn_to("agreements")
    house.settle()
    return house


@pytest.fixture
def looking(page):
    press(page, "Look at it again")
    page.focus_on("Maya answers")
    return page


def together(house, **of_tomas):
    """Both have answered, and are here."""
    answer(house, "Maya")
    answer(house, "Tomas", **of_tomas)
    house.click("We are both here")
    house.settle()
    return house


def text_of(house, name):
    return house.find(name).property("text")


def lights(house):
    """How often the two lights come nearer."""
    every = house.shell.findChildren(QObject)
    return sum(one.metaObject().className().startswith("ComingNearer") for one in every)


class TestTheList:
    def test_without_any_there_is_one_thing_to_do(self, house):
        house.click("Ours")
        house.click("Earlier plans, and what rests")
        assert house.says("When you have agreed on something small to try")
        house.focus_on("Find something to try")
        house.key(Key.Key_Return)
        assert house.app.props.page == "talks"

    def test_one_that_runs_stands_in_their_words(self, house):
        make(house)
        house.turn_to("agreements")
        for words in (
            "Time together",
            "after supper on Tuesdays · the kitchen table",
            "Maya: I will leave my telephone in the hall",
            "What matters to Tomas in it: it ends at nine",
            "You look at it again on Monday, 7 December.",
        ):
            assert house.says(words)
        assert not house.says(NO_REASON)
        assert not house.says("It is a good time")

    def test_when_it_is_time_it_says_so_quietly(self, page):
        assert page.says("It is a good time to look at this again.")
        page.clock.pass_time(90 * 86_400)
        page.turn_to("agreements")
        assert page.says("It is a good time to look at this again.")
        assert not any("overdue" in name or "late" in name for name in page.names())

    def test_what_it_is_time_for_comes_first(self, house):
        make(house)
        house.clock.pass_time(86_400)
        make(house, id="a0", when="on Sundays")
        house.clock.pass_time(13 * 86_400)
        house.turn_to("agreements")
        rows = house.models.agreements_model.running.rows
        assert [(row.agreement_id, row.due) for row in rows] == [("a1", True), ("a0", False)]
        assert rows[1].look_again == "Tomorrow you look at it again."

    def test_the_line_about_a_no_stands_wherever_it_is_read(self, page):
        make(page, id="a2", topic=Topic.TOUCH, when="at the door")
        page.turn_to("agreements")
        assert page.says(NO_REASON)
        page.models.review_model.look("a2")
        assert page.says(NO_REASON)
        for seat in Seat:
            page.use.agreements.do("a2", r.Answer(seat, GOOD))
        page.use.agreements.do("a2", r.Park(BOTH))
        page.turn_to("agreements")
        assert page.says(NO_REASON)

    def test_their_own_topic_has_their_own_words(self, house):
        make(house, topic=Topic.OWN, own_topic="The dog")
        house.turn_to("agreements")
        assert house.says("The dog")


class TestOneAlone:
    def test_the_curtain_says_what_it_can_and_cannot_do(self, looking):
        looking.click("Maya answers")
        assert looking.says("This is for Maya alone")
        assert looking.says("Tomas, please look out of the window for a moment.")
        assert looking.says("Nobody is shown what you answer, now or later.")
        assert looking.says("There are only two of you, so one can sometimes guess.")
        assert not looking.says(SLIDERS[0])

    @pytest.mark.parametrize("first", ["Maya", "Tomas"])
    def test_in_any_order_one_without_the_other(self, looking, first):
        other = "Tomas" if first == "Maya" else "Maya"
        answer(looking, first)
        assert looking.says(f"{first}’s answer is sealed.")
        assert not looking.says(f"{first} answers")
        looking.click("Home")
        looking.clock.pass_time(3 * 86_400)
        looking.turn_to("agreements")
        assert looking.says(f"{first}’s answer is sealed.")
        press(looking, "Look at it again")
        answer(looking, other)
        assert looking.says("Both answers are sealed.")
        assert not looking.says("It fits")
        looking.focus_on("We are both here")

    def test_by_the_keyboard_alone(self, looking):
        looking.key(Key.Key_Tab)
        looking.key(Key.Key_Return)
        looking.focus_on("Only I am looking")
        looking.key(Key.Key_Return)
        looking.focus_on(SLIDERS[0])
        looking.key(Key.Key_3)
        looking.tab_to(SLIDERS[1])
        looking.key(Key.Key_Right)
        looking.tab_to("More")
        looking.key(Key.Key_Space)
        looking.tab_to("No")
        looking.key(Key.Key_Space)
        looking.tab_to("Seal it")
        looking.key(Key.Key_Return)
        looking.focus_on("Maya answers")
        (sealed,) = life(looking).sealed
        assert (sealed.seat, sealed.answer.fits, sealed.answer.dignity) == (Seat.RIGHT, 3, 5)
        assert (sealed.answer.distance, sealed.answer.new_tension) == ("more", False)

    def test_the_plan_stands_beside_what_is_rated(self, looking):
        looking.click("Maya answers")
        assert not looking.says(TEA.when)
        looking.click("Only I am looking")
        for words in (TEA.when, TEA.left.will, TEA.left.honours, TEA.right.will, TEA.right.honours):
            assert looking.says(words)

    def test_nothing_is_chosen_before_somebody_does(self, looking):
        looking.click("Maya answers")
        looking.click("Only I am looking")
        assert [looking.find(scale).property("value") for scale in SLIDERS] == [-1, -1]
        states = [i.state() for i in looking.seen() if i.role() == Role.CheckBox]
        assert len(states) == 5
        assert not any(state.checked for state in states)
        assert not looking.find("Seal it").isEnabled()
        ways = [looking.find(way) for way in ("Seal it", "Rather not say")]
        assert len({rect_of(way).size().toTuple() for way in ways}) == 1

    def test_it_is_sealed_with_what_was_chosen(self, looking):
        looking.click("Maya answers")
        looking.click("Only I am looking")
        looking.click("Less")
        states = {name_of(i): i.state() for i in looking.seen() if i.role() == Role.CheckBox}
        assert states["Less"].checked
        assert not states["More"].checked
        looking.click("Seal it")
        (sealed,) = life(looking).sealed
        assert sealed.answer == PrivateAnswer(distance=Distance.LESS)

    @pytest.mark.parametrize("choice", ["Less", "About the same", "More", "No", "Yes"])
    def test_a_second_press_takes_a_choice_back(self, looking, choice):
        looking.click("Tomas answers")
        looking.click("Only I am looking")
        looking.click(choice)
        assert looking.find("Seal it").isEnabled()
        looking.click(choice)
        assert not looking.find(choice).property("chosen")
        assert not looking.find("Seal it").isEnabled()

    def test_rather_not_say_seals_nothing_at_all(self, looking):
        looking.click("Maya answers")
        looking.click("Only I am looking")
        looking.find(SLIDERS[0]).setProperty("value", 2)
        looking.click("Yes")
        looking.click("Rather not say")
        looking.focus_on("Tomas answers")
        assert looking.says("Maya’s answer is sealed.")
        (sealed,) = life(looking).sealed
        assert sealed.answer == PrivateAnswer()

    @pytest.mark.parametrize("way", ["Not now", "the window is closed", "another page"])
    def test_no_curtain_stays_open(self, looking, way):
        looking.click("Tomas answers")
        looking.click("Only I am looking")
        looking.click("More")
        if way == "Not now":
            looking.click(way)
        elif way == "another page":
            looking.click("Home")
            looking.turn_to("agreements")
            press(looking, "Look at it again")
        else:
            looking.close_window()
            looking.show(looking.frame)
            press(looking, "Look at it again")
        looking.focus_on("Maya answers")
        assert life(looking).sealed == ()
        looking.click("Tomas answers")
        looking.click("Only I am looking")
        assert not looking.find("More").property("chosen")

    def test_before_the_curtain_not_now_leads_back_to_what_was_agreed(self, looking):
        looking.click("Maya answers")
        looking.focus_on("Only I am looking")
        looking.click("Not now")
        looking.focus_on("Maya answers")
        assert looking.says("after supper on Tuesdays")
        assert not looking.says("This is for Maya alone")
        assert not looking.models.review_model.props.private
        assert life(looking).sealed == ()
        answer(looking, "Tomas")
        assert looking.says("Tomas’s answer is sealed.")

    def test_a_press_folds_the_log_once(self, looking, monkeypatch):
        folded = []
        monkeypatch.setattr(agreements, "fold", lambda log: folded.append(log) or fold(log))
        answer(looking, "Maya")
        looking.models.home_model.refresh()
        assert len(folded) == 1
        answer(looking, "Tomas")
        assert len(folded) == 2
        looking.click("We are both here")
        looking.click("Keep it")
        both_say_yes(looking)
        looking.models.home_model.refresh()
        assert len(folded) == 3

    def test_after_a_crash_what_was_sealed_is_sealed(self, looking, build):
        answer(looking, "Maya", fits=2)
        before = life(looking)
        again = build()
        assert life(again) == before
        again.turn_to("agreements")
        press(again, "Look at it again")
        again.focus_on("Tomas answers")
        answer(again, "Tomas")
        again.click("We are both here")
        assert again.says("The plan did not fit, though there is less distance than before.")

    def test_what_cannot_be_kept_is_said_and_stays(self, looking):
        looking.click("Maya answers")
        looking.click("Only I am looking")
        looking.find(SLIDERS[0]).setProperty("value", 9)
        looking.click("Less")
        looking.click("No")
        with write_protected(looking.store):
            looking.click("Seal it")
            assert looking.says("may not write to its folder")
        assert looking.find(SLIDERS[0]).property("value") == 9
        assert life(looking).sealed == ()
        looking.click("Seal it")
        assert len(life(looking).sealed) == 1


class TestNothingIsTold:
    """Whatever one answers, no property of any model is another, until both are here."""

    def shown_after(self, house, number, seats, given) -> str:
        """All that is shown once these have given this answer."""
        key, review = f"b{number}", house.models.review_model
        make(house, id=key)
        house.turn_to("agreements")
        review.look(key)
        for seat in seats:
            review.answer(seat)
            review.openCurtain()
            review.seal(given.fits, given.dignity, given.distance, given.new_tension)
        assert len(life(house, key).sealed) == len(seats)
        shown = all_that_is_shown(house, key)
        house.use.agreements.delete(house.use.agreements.do(key, r.Leave()))
        return shown

    @pytest.mark.parametrize("seats", [[Seat.LEFT], [Seat.RIGHT], [Seat.RIGHT, Seat.LEFT]])
    def test_of_what_is_sealed(self, page, seats):
        gone = replace(GOOD, fits=0, dignity=0)
        seen = [self.shown_after(page, n, seats, a) for n, a in enumerate((GOOD, TENSE, gone))]
        assert seen[0] == seen[1] == seen[2]
        assert "is sealed" in seen[0] or "are sealed" in seen[0]

    def test_but_for_the_one_sentence_when_both_are_here(self, looking):
        together(looking, tension=True)
        shown = all_that_is_shown(looking, "a1")
        assert "The plan did not fit" in shown
        assert "tension" not in shown


class TestBothTogether:
    def test_it_fits_and_dignity_was_kept(self, looking):
        together(looking)
        assert looking.says("It fits, and there is less distance than before.")
        assert looking.says("You could both be yourselves in it. That is worth a moment.")
        looking.focus_on("Keep it")
        assert not looking.says("Find what fits better")
        assert lights(looking) == 1

    def test_what_one_would_rather_not_say_counts_neither_for_nor_against(self, looking):
        answer(looking, "Maya")
        looking.click("Tomas answers")
        looking.click("Only I am looking")
        looking.click("Rather not say")
        looking.click("We are both here")
        assert looking.says("How it fits was left open. You can still choose together.")
        assert not looking.says("dignity")
        assert not any("Tomas" in name for name in looking.names())
        looking.focus_on("Keep it")
        assert not looking.says("Find what fits better")
        assert lights(looking) == 0

    def test_each_finding_has_a_sentence_of_its_own(self, qapp):
        every = [Finding(f, d) for f in (True, False, None) for d in (*Shift, None)]
        assert len({finding_words(one) for one in every}) == len(every) == 15

    def test_where_it_was_not_kept_nothing_is_said_of_it(self, looking):
        together(looking, dignity=6)
        assert looking.says("It fits, and there is less distance than before.")
        assert not looking.says("dignity")
        assert lights(looking) == 0

    @pytest.mark.parametrize("of_tomas", [{"fits": 4}, {"tension": True}])
    def test_the_plan_did_not_fit_and_change_is_offered_first(self, looking, of_tomas):
        together(looking, distance="same", **of_tomas)
        assert looking.says("The plan did not fit, and you feel the distance differently.")
        assert not any("Tomas" in name for name in looking.names())
        assert not any("fail" in name for name in looking.names())
        looking.focus_on("Find what fits better")

    def test_kept_by_two_keys_of_a_russian_keyboard(self, looking):
        together(looking)
        looking.key(Key.Key_Return)
        looking.focus_on("Maya says yes")
        looking.tab_to("In a week")
        looking.key(Key.Key_Space)
        press_at(looking.frame, KeyPlace.KEY_J, "о")
        assert looking.says("Tomas has said yes")
        assert life(looking).past == ()
        press_at(looking.frame, KeyPlace.KEY_F, "а")
        assert looking.says("You keep it.")
        assert looking.says("Today: It fits, and there is less distance than before. You kept it.")
        kept = life(looking)
        assert [past.how for past in kept.past] == [How.KEPT]
        assert kept.review_on == looking.use.agreements.today() + timedelta(days=7)

    def test_kept_on_no_set_day(self, looking):
        together(looking)
        looking.click("Keep it")
        assert looking.says("You look at it again: Monday, 21 December")
        looking.click("On no set day")
        both_say_yes(looking)
        assert life(looking).review_on is None
        assert looking.says("No day is set. Look at it whenever you like.")

    def test_a_yes_is_to_what_was_there(self, looking):
        together(looking)
        looking.click("Keep it")
        looking.click("Maya says yes")
        looking.click("In a month")
        assert looking.says("Maya says yes")
        looking.click("Tomas says yes")
        assert life(looking).past == ()
        looking.click("Another way")
        looking.click("End it")
        looking.click("Maya says yes")
        assert life(looking).past == ()
        looking.click("Tomas says yes")
        assert life(looking).past[0].how is How.ENDED

    def test_ended_it_served_its_time(self, looking):
        together(looking)
        looking.click("End it")
        assert looking.says("Ending it is a good ending.")
        both_say_yes(looking)
        assert looking.says("Ended. It served its time.")
        assert looking.says("What you have tried")
        assert life(looking).status is Status.OVER
        assert button(looking, "Delete")

    def test_parked_and_taken_up_again(self, looking):
        together(looking, tension=True)
        looking.click("Let it rest")
        both_say_yes(looking)
        assert looking.says("At rest")
        press(looking, "Take it up again")
        looking.click("Let it rest a little longer")
        press(looking, "Take it up again")
        looking.focus_on("Maya says yes")
        both_say_yes(looking)
        assert looking.says("A new trial begins.")
        taken = life(looking)
        assert [past.how for past in taken.past] == [How.PARKED, How.TAKEN_UP]
        assert taken.review_on == looking.use.agreements.today() + timedelta(days=14)

    def test_what_cannot_be_kept_is_said_and_nothing_is_decided(self, looking):
        together(looking)
        looking.click("Keep it")
        with write_protected(looking.store):
            both_say_yes(looking)
            assert looking.says("may not write to its folder")
        assert life(looking).past == ()
        both_say_yes(looking)
        assert len(life(looking).past) == 1

    def test_without_a_decision_it_waits(self, looking):
        together(looking)
        looking.click("Back to what you are trying")
        assert looking.says("Both answers are sealed.")
        press(looking, "Look at it again")
        assert not looking.says("It fits")
        looking.click("We are both here")
        assert looking.says("It fits")

    def test_whoever_reminds_is_told(self, looking):
        told = looking.models.agreements_model.changed
        with looking.qtbot.waitSignal(told):
            answer(looking, "Maya")
        answer(looking, "Tomas")
        looking.click("We are both here")
        looking.click("Keep it")
        with looking.qtbot.waitSignal(told):
            both_say_yes(looking)


class TestWhatWouldFitBetter:
    @pytest.fixture
    def form(self, looking):
        together(looking, tension=True)
        looking.click("Find what fits better")
        looking.focus_on(WHEN)
        return looking

    def test_each_writes_their_own_and_both_say_yes(self, form):
        assert text_of(form, MAYA_WILL) == "leave my telephone in the hall"
        form.paste(WHEN, "on Sundays")
        form.paste(TOMAS_WILL, "light the lamp")
        form.click("In a week")
        form.click("Maya says yes")
        assert life(form).agreement == replace(
            TEA, made_at=life(form).agreement.made_at, review_on=life(form).agreement.review_on
        )
        form.click("Tomas says yes")
        assert form.says("A new trial begins.")
        changed = life(form)
        assert words_of(changed.agreement) == replace(
            words_of(TEA), when="on Sundays", right_will="light the lamp"
        )
        assert changed.review_on == form.use.agreements.today() + timedelta(days=7)
        assert changed.past[0].finding == Finding(fitted=False, shift=Shift.LESS)
        assert form.says("You changed it; before, it was “after supper on Tuesdays · the kitchen")
        assert form.store.drafts.drafts_under("agreements:") == {}

    def test_a_no_stands_with_it_as_soon_as_its_words_name_touch(self, form):
        assert not form.says(NO_REASON)
        form.paste(MAYA_WILL, "give you a hug at the door")
        form.click("Maya says yes")
        assert form.says(NO_REASON)
        form.click("Tomas says yes")
        assert form.says(NO_REASON)

    def test_nobody_is_asked_to_give_way_in_what_is_theirs_alone(self, form):
        form.paste(MAYA_WILL, "come home early if Tomas stops seeing his brother")
        form.click("Maya says yes")
        assert form.says("This belongs to each person alone, and nobody gives way in it")
        assert text_of(form, MAYA_WILL).startswith("come home early")
        assert not form.models.decision_model.props.yes_left
        assert life(form).past == ()

    def test_the_keys_are_letters_in_a_field(self, form):
        form.find(MAYA_WILL).forceActiveFocus()
        form.key(Key.Key_End)
        form.type(" fj")
        assert text_of(form, MAYA_WILL) == "leave my telephone in the hall fj"
        assert not form.models.decision_model.props.yes_left

    def test_by_the_keyboard_alone(self, form):
        form.tab_to(WHERE)
        form.type(", by the window")
        form.tab_to("In two weeks")
        press_at(form.frame, KeyPlace.KEY_F, "ب")
        assert form.says("Maya has said yes")
        press_at(form.frame, KeyPlace.KEY_J, "ت")
        assert life(form).agreement.where == "the kitchen table, by the window"

    def test_a_yes_to_other_words_does_not_count(self, form):
        form.click("Maya says yes")
        form.paste(WHEN, "every night")
        assert form.says("Maya says yes"), "it was to other words"
        form.click("Maya says yes")
        # As a screen reader writes: nobody tells the page of it.
        form.find(TOMAS_WILL).setProperty("text", "do nothing")
        form.click("Tomas says yes")
        assert life(form).past == ()
        assert form.says("Maya says yes")
        assert form.says("Tomas has said yes")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [("", "Each line has a few words"), ("x" * 121, "up to 120 fit")],
    )
    def test_words_that_cannot_be_are_explained_before_the_first_yes(self, form, typed, said):
        form.paste(WHEN, typed)
        form.click("Tomas says yes")
        assert form.says(said)
        assert text_of(form, WHEN) == typed
        assert not form.models.decision_model.props.yes_right
        form.paste(WHEN, "on Sundays")
        both_say_yes(form)
        assert life(form).agreement.when == "on Sundays"

    @pytest.mark.parametrize("way", ["crash", "Another way"])
    def test_what_was_typed_is_there_again(self, form, build, way):
        form.paste(WHEN, "on Sun")
        form.paste(MAYA_WILL, "sit")
        if way == "crash":
            form = build()
            form.turn_to("agreements")
            press(form, "Look at it again")
            form.click("We are both here")
        else:
            form.click(way)
        form.click("Find what fits better")
        assert (text_of(form, WHEN), text_of(form, MAYA_WILL)) == ("on Sun", "sit")
        assert life(form).past == ()

    def test_what_was_begun_for_one_that_is_over_is_let_go(self, form):
        form.paste(WHEN, "on Sun")
        form.use.agreements.do("a1", r.Leave())
        form.turn_to("agreements")
        assert form.store.drafts.drafts_under("agreements:") == {}


class TestLeaving:
    def test_at_once_without_a_reason_and_nobody_is_named(self, page):
        press(page, "Leave it")
        assert page.says("Either of you may leave it, at any time, without a reason.")
        page.focus_on("It ends here")
        page.key(Key.Key_Return)
        assert page.says("It has ended. Endings are good endings, too.")
        gone = life(page)
        assert (gone.status, gone.past[0].how) == (Status.OVER, How.LEFT)
        assert page.says("Today: It ended.")
        assert not page.says("Maya")

    def test_one_can_stay(self, page):
        press(page, "Leave it")
        page.click("We go on with it")
        page.focus_on("Look at it again")
        assert life(page).status is Status.RUNNING

    def test_in_the_middle_of_a_review(self, looking):
        answer(looking, "Maya")
        looking.click("Back to what you are trying")
        press(looking, "Leave it")
        looking.click("It ends here")
        assert life(looking).sealed == ()

    def test_what_cannot_be_done_is_said(self, page):
        press(page, "Leave it")
        with write_protected(page.store):
            page.click("It ends here")
            assert page.says("may not write to its folder")
        assert life(page).status is Status.RUNNING

    def test_what_is_over_can_be_deleted(self, page):
        press(page, "Leave it")
        page.click("It ends here")
        press(page, "Delete")
        assert page.says("no copy keeps it")
        page.click("Keep it after all")
        press(page, "Delete")
        page.click("Delete for good")
        assert lives(page) == {}
        assert page.says("When you have agreed on something small to try")

    def test_pressed_twice_it_is_done_once(self, page):
        model = page.models.agreements_model
        model.leaveAgreement("a1")
        model.leaveAgreement("a1")
        assert [past.how for past in life(page).past] == [How.LEFT]
        model.remove("a1")
        model.remove("a1")
        model.leaveAgreement("a1")
        assert lives(page) == {}
        assert model.props.trouble == ""

    @pytest.mark.parametrize("way", ["leave", "remove"])
    def test_what_was_begun_for_it_goes_with_it(self, page, way):
        def begin():
            page.use.drafts.keep("agreements:change:a1:when", "on Sun")

        model = page.models.agreements_model
        begin()
        model.leaveAgreement("a1")
        if way == "remove":
            begin()
            model.remove("a1")
        assert page.store.drafts.drafts_under("agreements:") == {}


class TestFromElsewhere:
    def test_home_leads_to_the_one_that_waits(self, house):
        make(house)
        make(house, id="a2", when="on Sundays")
        two_weeks_pass(house)
        house.use.agreements.do("a1", r.Leave())
        house.turn_to("home")
        assert house.says("It is a good time to look again at what you agreed on.")
        house.click("Look at it again")
        assert house.app.props.page == "agreements"
        house.focus_on("Maya answers")
        assert house.says("on Sundays")

    def test_so_does_the_small_window(self, page):
        page.turn_to("home")
        page.reminder._accept(ReminderKind.REVIEW.value)
        assert page.app.props.page == "agreements"
        page.focus_on("Maya answers")

    def test_where_it_was_looked_at_already_the_list_is_shown(self, page):
        page.use.agreements.do("a1", r.Leave())
        page.reminder._take(ReminderKind.REVIEW.value)
        assert page.says("What you have tried")

    @pytest.mark.parametrize(
        ("kind", "there"), [("monthly_check_in", True), ("unseen_moments", False)]
    )
    def test_in_the_check_in_they_are_at_hand(self, page, kind, there):
        make(page, id="a2", when="on Sundays")
        page.use.agreements.do("a2", r.Leave())
        page.sit_down(page.use.sitting_down.kind(kind), None)
        while page.step != "inventory":
            page.session.do(a_way_on(page.session.leader.state))
        page.settle()
        assert isinstance(page.session.leader.state.step, s.Together)
        assert page.says("after supper on Tuesdays · the kitchen table") == there
        assert page.says("And what you are trying.") == there
        assert not page.says("on Sundays")
