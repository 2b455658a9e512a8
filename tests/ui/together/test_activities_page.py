"""Something together, on the real page: wished for, picked, planned, answered; their own ideas."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.together.activities import BlockPhase, BlockStanding, Brought, Pick
from coupleapp.domain.together.ideas import Cost, Energy, Filters, Place, Traits
from coupleapp.ui.together.idea_words import (
    TAGS,
    filters_of,
    said_also,
    switched,
    tag_words,
    tags_of,
    traits_of,
)
from coupleapp.ui.together.props import ActivitiesProps, WeekInputs, derive_week
from tests.application.hands import full_disk, write_protected

Key = Qt.Key
DAY = 86_400
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
OWN, CHANGE = "An idea of your own", "Change this idea"


@pytest.fixture
def page(house):
    house.turn_to("activities")
    house.wait_for("Something together")
    return house


def model_of(house):
    return house.models.activities_model


def shown(house):
    return [row.words for row in model_of(house).ideas.rows]


def pick_first(house):
    words = shown(house)[0]
    house.click(f"For this week: {words}")
    house.settle()
    return words


def kept(house):
    return house.store.activities.picks(MONDAY)


def own(house):
    return [(i.text, i.author, i.traits) for i in house.store.activities.own_ideas()]


def later(house, days):
    house.clock.pass_time(days * DAY)
    house.click("Home")
    house.turn_to("activities")


# -- the week


def test_nothing_is_picked_and_that_is_an_invitation(page):
    assert page.says("Which of these would you both like?")
    assert page.says("about 90 minutes, once a week for 4 weeks")
    assert len(shown(page)) == 6
    assert not page.says("End these weeks")


def test_picked_planned_and_asked_about_afterwards(page):
    words = pick_first(page)
    assert page.says("Week 1 of 4")
    page.focus_on("Find a time for it")
    assert kept(page) == (Pick(MONDAY, model_of(page)._current.idea_id, words),)
    assert words not in shown(page)

    page.key(Key.Key_Return)
    page.focus_on("Day")
    page.key(Key.Key_Down)
    page.paste("Time", "15:00")
    page.click("It's a date")
    page.settle()
    assert page.says("Wednesday, 25 November, 15:00")
    assert kept(page)[0].at == datetime(2026, 11, 25, 15, tzinfo=UTC)
    assert not page.says("Did it bring something back?")

    later(page, 1.86)
    assert page.says("Did it bring something back?")
    page.click("Not this time")
    assert kept(page)[0].brought is Brought.NOT_THIS_TIME
    assert page.says("that is good to know")
    assert not page.says("For this week")
    page.click("Answer differently")
    page.click("Yes")
    assert kept(page)[0].brought is Brought.YES
    assert page.says("It brought something back.")


@pytest.mark.parametrize("brought", list(Brought))
def test_the_three_answers_are_equally_large(page, brought):
    pick_first(page)
    later(page, 6)
    sizes = {
        (page.find(name).width(), page.find(name).height())
        for name in ("Yes", "A little", "Not this time")
    }
    assert len(sizes) == 1
    model_of(page).answer(brought.value)
    assert kept(page)[0].brought is brought


def test_by_the_keyboard_alone(page):
    first = shown(page)[0]
    page.tab_to("Restful")
    page.key(Key.Key_Space)
    assert page.focused_name() == "Restful"
    assert all("Restful" in row.byline for row in model_of(page).ideas.rows)
    page.key(Key.Key_Space)
    assert shown(page)[0] == first
    page.tab_to(f"For this week: {first}")
    page.key(Key.Key_Return)
    page.focus_on("Find a time for it")
    page.tab_to("Let it go")
    page.key(Key.Key_Space)
    page.wait_for("Which of these would you both like?")
    assert kept(page) == ()
    assert page.focused_name() == "Free"


def test_a_time_that_cannot_be_is_said_and_changes_nothing(page):
    pick_first(page)
    for typed, answer in [("tea time", "could not be read"), ("19:00", "That time has passed")]:
        page.click("Find a time for it")
        page.find("Day").setProperty("currentIndex", 0)
        page.paste("Time", typed)
        page.click("It's a date")
        assert page.says(answer)
        assert page.find("Time").property("text") == typed
        page.click("Leave it open")
        assert not page.says(answer)
    assert kept(page)[0].at is None


def test_a_plan_is_changed_and_taken_back(page):
    pick_first(page)
    model_of(page).plan(3, "18:30")
    page.settle()
    page.click("Another time")
    page.focus_on("Day")
    assert page.find("Time").property("text") == "18:30"
    assert page.find("Day").property("currentIndex") == 3
    page.click("Leave it open")
    assert kept(page)[0].at is None
    assert page.says("Find a time for it")


def test_a_week_without_a_pick_passes_without_a_remark(page):
    pick_first(page)
    before = page.names()
    later(page, 7)
    page.click("We did not get to it")
    page.wait_for("Which of these would you both like?")
    assert page.says("Week 2 of 4")
    assert kept(page) == ()
    later(page, 7)
    assert page.says("Week 3 of 4")
    new = set(page.names()) - set(before)
    assert not [name for name in new if "missed" in name.lower() or "not picked" in name.lower()]


def test_on_a_sunday_the_weeks_begin_with_the_next_day(page):
    later(page, 6)
    words = shown(page)[0]
    page.click(f"For the coming week: {words}")
    assert page.says("The week that begins tomorrow")
    later(page, 1)
    assert page.says("Week 1 of 4")
    assert page.says(words)


def test_the_weeks_are_ended_and_begun_anew(page):
    pick_first(page)
    page.click("End these weeks")
    page.click("We go on with them")
    assert model_of(page).props.runs
    page.click("End these weeks")
    page.click("They end here")
    page.wait_for("Which of these would you both like?")
    assert not page.says("End these weeks")
    assert not page.says("Week")
    later(page, 1)
    pick_first(page)
    assert page.says("Week 1 of 4")


def test_after_four_weeks(page):
    pick_first(page)
    later(page, 28)
    assert page.says("Your 4 weeks are over.")
    assert model_of(page).props.stage == "pick"


def test_left_open_over_the_turn_of_the_week_nothing_old_is_written_over(page):
    pick_first(page)
    before = kept(page)
    page.click("Find a time for it")
    page.clock.pass_time(7 * DAY)
    page.click("It's a date")
    assert kept(page) == before
    assert model_of(page).props.label == "Last week"


def test_whoever_reminds_is_told_of_what_was_kept_and_of_nothing_else(page):
    told = []
    model_of(page).changed.connect(lambda: told.append(1))
    with write_protected(page.store):
        pick_first(page)
    assert told == []
    pick_first(page)
    assert told == [1]


def test_a_full_disk_is_said_and_nothing_has_begun(page):
    with write_protected(page.store):
        pick_first(page)
        assert page.says("may not write to its folder")
    assert kept(page) == ()
    assert model_of(page).props.stage == "pick"
    pick_first(page)
    assert not page.says("may not write")


# -- wishes


def test_wishes_narrow_the_list_and_are_remembered(page, build):
    page.click("Free")
    page.click("Little walking, no stairs")
    wanted = Filters(costs=frozenset({Cost.FREE}), easy_to_move=True)
    assert model_of(page)._offered == page.use.activities.offered(wanted)
    assert page.find("Free").property("checked")
    again = build()
    again.turn_to("activities")
    assert model_of(again).props.filters == ("free", "easy_to_move")
    again.click("Free")
    assert not again.find("Free").property("checked")


def test_more_ideas_come_when_asked_for_until_all_are_there(page):
    everything = [idea.text for idea in page.use.activities.offered(Filters())]
    assert shown(page) == everything[:6]
    page.click("More ideas")
    assert shown(page) == everything[:12]
    while model_of(page).props.has_more:
        model_of(page).more()
    assert shown(page) == everything
    assert not page.says("More ideas")


def test_what_nothing_fits_is_said_kindly(page):
    model = model_of(page)
    model._activities._ideas = ()
    page.click("Lively")
    assert page.says("Nothing here fits all of that.")
    assert shown(page) == []


# -- their own


def test_an_own_idea_is_added_changed_picked_and_deleted(page):
    page.click("Add an idea of your own")
    page.focus_on(OWN)
    page.type("The lake at dusk, fj")
    page.click("Tomas")
    page.click("This idea: Restful")
    page.click("Keep this idea")
    page.wait_for("The lake at dusk, fj")
    assert own(page) == [("The lake at dusk, fj", Seat.RIGHT, Traits(None, Energy.LOW))]
    row = model_of(page).ideas.rows[0]
    assert (row.words, row.seat, row.own, row.byline) == (
        "The lake at dusk, fj",
        "right",
        True,
        "Tomas · Restful",
    )

    page.click("Change: The lake at dusk, fj")
    page.focus_on(CHANGE)
    page.paste(CHANGE, "The lake at dawn")
    page.click("both of us")
    page.click("Keep this idea")
    assert own(page)[0][:2] == ("The lake at dawn", None)

    assert pick_first(page) == "The lake at dawn"
    page.click("Delete: The lake at dawn")
    page.click("Keep it after all")
    page.click("Delete: The lake at dawn")
    page.click("Delete for good")
    assert own(page) == []
    assert kept(page) == ()
    page.wait_for("Which of these would you both like?")


def test_what_they_say_about_it_filters_it(page):
    ideas = page.models.own_ideas_model
    ideas.begin()
    for tag in ("some", "little", "high", "outdoors", "with_children"):
        ideas.tag(tag)
    ideas.keep("A day at sea")
    said = Traits(Cost.LITTLE, Energy.HIGH, Place.OUTDOORS, True, False)
    assert own(page) == [("A day at sea", None, said)]
    assert shown(page)[0] == "A day at sea"
    page.click("With children around")
    assert "A day at sea" not in shown(page)


def test_an_idea_half_typed_survives_another_page_and_a_crash(page, build):
    page.click("Add an idea of your own")
    page.focus_on(OWN)
    page.type("sleep in a te")
    page.click("Home")
    page.turn_to("activities")
    assert page.find(OWN).property("text") == "sleep in a te"
    again = build()
    again.turn_to("activities")
    assert again.find(OWN).property("text") == "sleep in a te"
    again.click("Leave it")
    assert again.store.drafts.drafts_under("activities:idea:") == {}
    assert not again.says(OWN)


def test_a_change_half_done_survives_another_page(page):
    page.use.activities.add("old words", Seat.LEFT, Traits())
    later(page, 0)
    page.click("Change: old words")
    page.focus_on(CHANGE)
    page.paste(CHANGE, "new wor")
    page.click("Home")
    page.turn_to("activities")
    assert page.says("old words")
    page.click("Change: old words")
    assert page.find(CHANGE).property("text") == "new wor"
    page.click("Leave it")
    page.click("Change: old words")
    assert page.find(CHANGE).property("text") == "old words"


def test_nothing_and_too_much_are_explained(page):
    page.click("Add an idea of your own")
    page.click("Keep this idea")
    assert page.says("There is nothing to keep yet.")
    page.paste(OWN, "x" * 130)
    page.click("Keep this idea")
    assert page.says("That is 130 letters; up to 120 fit.")
    assert page.find(OWN).property("text") == "x" * 130
    assert own(page) == []


def test_a_full_disk_keeps_the_words_in_the_field(page):
    page.click("Add an idea of your own")
    page.paste(OWN, "ж" * 120)
    with full_disk(page.store), write_protected(page.store):
        page.click("Keep this idea")
        assert page.says("What you wrote is still here")
        assert page.find(OWN).property("text") == "ж" * 120
    page.click("Keep this idea")
    assert own(page) == [("ж" * 120, None, Traits())]


def test_what_cannot_be_deleted_is_still_there(page):
    page.use.activities.add("stays", None, Traits())
    later(page, 0)
    page.click("Delete: stays")
    with write_protected(page.store):
        page.click("Delete for good")
        assert page.says("may not write to its folder")
    assert [text for text, *_ in own(page)] == ["stays"]


@pytest.mark.parametrize("text", ["🦊 and שלום", "<i>plain</i> & %1 {x}"])
def test_an_idea_is_read_as_it_was_written(page, text):
    page.use.activities.add(text, None, Traits())
    later(page, 0)
    page.wait_for(text)
    assert pick_first(page) == text
    assert page.says(text)


# -- what is shown is a function of where things stand

PICK = Pick(MONDAY, "n1", "Something new.")
RUNS = BlockStanding(BlockPhase.RUNNING, MONDAY, 1)


def week(**other) -> ActivitiesProps:
    inputs = WeekInputs(RUNS, None, None, None, NOW, UTC)
    return derive_week(ActivitiesProps(), replace(inputs, **other))


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({}, {"stage": "pick", "can_pick": True, "can_plan": False, "usual_time": "18:00"}),
        ({"stands": BlockStanding(BlockPhase.NONE, MONDAY)}, {"runs": False, "label": ""}),
        ({"stands": BlockStanding(BlockPhase.ENDED, MONDAY)}, {"runs": False, "label": ""}),
        (
            {"stands": BlockStanding(BlockPhase.AHEAD, MONDAY + timedelta(days=7), 1)},
            {"label": "The week that begins tomorrow", "pick_words": "For the coming week"},
        ),
        ({"current": PICK}, {"stage": "picked", "planned": "", "can_plan": True, "plan_day": 1}),
        (
            {"current": replace(PICK, at=NOW + timedelta(days=3))},
            {"planned": "Thursday, 26 November, 20:00", "plan_day": 3, "usual_time": "20:00"},
        ),
        ({"current": PICK, "usual": NOW}, {"usual_time": "20:00"}),
        (
            {"current": PICK, "asked": PICK},
            {"stage": "asking", "can_pick": False, "can_plan": True, "label": "Week 1 of 4"},
        ),
        (
            {"asked": replace(PICK, week=MONDAY - timedelta(days=7))},
            {"stage": "asking", "can_pick": True, "can_plan": False, "label": "Last week"},
        ),
        (
            {"current": replace(PICK, brought=Brought.A_LITTLE)},
            {"stage": "said", "can_pick": False, "said": "It brought a little back."},
        ),
        (
            {
                "stands": BlockStanding(BlockPhase.RUNNING, MONDAY, 4),
                "current": replace(PICK, brought=Brought.YES),
            },
            {"then": ""},
        ),
        ({"now": NOW + timedelta(days=6)}, {"days": ("Today",), "plan_day": 0}),
    ],
)
def test_where_the_week_stands(inputs, expected):
    props = week(**inputs)
    assert {name: getattr(props, name) for name in expected} == expected


def test_what_is_not_about_the_week_stays():
    before = ActivitiesProps(filters=("free",), left_name="Maya", trouble="No.", turns=3)
    after = derive_week(before, WeekInputs(RUNS, PICK, None, None, NOW, UTC))
    changed = {f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)}
    assert changed.isdisjoint({"filters", "left_name", "right_name", "trouble", "turns"})


@pytest.mark.parametrize("tag", TAGS)
def test_every_tag_has_words_and_is_switched_on_and_off(tag):
    assert tag_words(tag)
    assert switched((), tag) == (tag,)
    assert switched((tag,), tag) == ()
    wanted = filters_of((tag,))
    assert wanted != Filters()
    assert filters_of(()) == Filters()


@pytest.mark.parametrize(
    "traits",
    [
        Traits(),
        Traits(Cost.SOME, Energy.LOW, Place.INDOORS, False, False),
        Traits(None, Energy.HIGH, Place.OUTDOORS, True, False),
    ],
)
def test_what_is_said_of_an_idea_comes_back_from_its_tags(traits):
    assert traits_of(tags_of(traits)) == traits


def test_an_idea_has_one_cost_and_may_be_for_both_places():
    assert said_also(("free", "low"), "some") == ("some", "low")
    assert said_also(("some",), "some") == ()
    assert traits_of(said_also(("indoors",), "outdoors")).place is Place.EITHER
