"""Every page for those who use no mouse, no eyes, or large letters."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.formats.format import Sitting
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session.setback import SETBACK
from coupleapp.domain.guided_session.steps import Talking
from coupleapp.ui.base.navigation import PageName
from tests.ui.agreements.agreeing_hands import make, two_weeks_pass
from tests.ui.house import PROGRAMME, REACHABLE, Role, inside, name_of, rect_of
from tests.ui.needs.test_needs_pages import write_lists

Key = Qt.Key
DAY = 86_400
PAGES = [page for page in PageName if page not in {PageName.FIRST_RUN, PageName.SESSION}]
QUIET = {"speak", "mirror", "recap", "one_breath"}
"""Steps in which people look at each other; the keyboard waits with no control in particular."""


def check_names(house, window=None):
    for found in house.controls(window):
        if not found.state().focusable:
            continue
        assert name_of(found).strip(), (found.role(), found.object())
        assert found.role() in REACHABLE, (found.role(), name_of(found))
    everything = [i for i in house.seen(window) if i.role() in REACHABLE]
    assert everything


def reached_by_tab(house, most=120):
    """The names in the order of Tab; each lies in the window when it has the keyboard."""
    reached = []
    for _ in range(most):
        house.key(Key.Key_Tab)
        item = house.frame.activeFocusItem()
        assert item.isVisible()
        if house.focused_name() in reached:
            break
        house.settle()
        if item.height() <= house.frame.height():
            assert inside(item, house.frame), (house.focused_name(), rect_of(item))
        reached.append(house.focused_name())
    return reached


def check_tab(house):
    """Tab comes to everything that can be used."""
    wanted = {name_of(i) for i in house.controls() if i.role() in REACHABLE}
    usable = {name for name in wanted if house.find_any(name).isEnabled()}
    reached = set(reached_by_tab(house))
    assert usable <= reached, usable - reached


def check_focus(house, window=None):
    """Where the keyboard is has a name, and can be seen."""
    window = window or house.frame
    house.settle(window)
    item, name = window.activeFocusItem(), house.focused_name(window)
    assert name.strip(), item
    house.qtbot.waitUntil(lambda: inside(item, window))
    house.settle(window)
    there = rect_of(item).adjusted(-20, -20, 20, 20)
    with_keyboard = window.grabWindow().copy(there)
    item.setFocus(False)
    house.settle(window)
    without = window.grabWindow().copy(there)
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert with_keyboard != without, f"nothing shows that the keyboard is on {name!r}"


def large(house):
    couples = house.use.couples
    couples.choose(replace(couples.settings, text_scale=2.0))
    house.models.settings_model.changed.emit()
    house.frame.resize(800, 600)
    house.qtbot.waitUntil(lambda: house.shell.width() == 800)
    house.settle()


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page(house, page, size):
    house.use.notebook.write("A line to read again.", None)
    if size == "twice as large":
        large(house)
    house.turn_to(page)
    if (page, size) != (PageName.BREATHE, "twice as large"):
        # There its caution has the keyboard, to be read from its beginning.
        check_focus(house)
    check_names(house)
    check_tab(house)


def pick(house):
    house.turn_to("activities")
    house.models.activities_model.pick(house.models.activities_model.ideas.rows[0].idea_id)


def plan_the_pick(house):
    pick(house)
    house.models.activities_model.leaveOpen()


def pick_is_over(house):
    pick(house)
    house.clock.pass_time(6 * DAY)


def pick_is_answered(house):
    pick_is_over(house)
    house.turn_to("activities")
    house.models.activities_model.answer("yes")


def themes_are_done(house):
    house.turn_to("programme")
    house.models.programme_model.beDone()


def theme_stays(house):
    house.turn_to("programme")
    house.models.programme_model.toggleOnceMore()


def agreement_is_made(house):
    make(house)


def agreement_is_due(house):
    make(house)
    two_weeks_pass(house)


def talk_is_planned(house):
    house.use.plans.make(house.clock.now() + timedelta(days=1))


def lists_are_kept(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    house.click("Time together")
    write_lists(house, "an hour")
    house.session.stop()
    house.session.goHome()
    house.models.kept_lists_model.look(house.store.needs.kept()[0])


STANDING = {
    pick: "activities",
    plan_the_pick: "activities",
    pick_is_over: "activities",
    pick_is_answered: "activities",
    themes_are_done: "programme",
    agreement_is_made: "agreements",
    agreement_is_due: "agreements",
    talk_is_planned: "next_talk",
    lists_are_kept: "lists",
}


@pytest.mark.parametrize("standing", STANDING, ids=lambda standing: standing.__name__)
def test_a_page_that_opens_has_the_keyboard_however_things_stand(house, standing):
    standing(house)
    house.turn_to("home")
    house.turn_to(STANDING[standing])
    check_focus(house)


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_the_first_run(new_house, size):
    if size == "twice as large":
        new_house.windows.look("dark", 2.0, reduced_motion=True)
        new_house.frame.resize(800, 600)
        new_house.settle()
    check_focus(new_house)
    check_names(new_house)
    check_tab(new_house)
    new_house.paste("On the left sits", "Maya")
    new_house.paste("On the right sits", "Tomas")
    new_house.models.first_run_model.goOn("Maya", "Tomas", "21:30", True)
    new_house.wait_for("Before you begin")
    check_focus(new_house)
    check_names(new_house)
    check_tab(new_house)


def test_a_long_text_without_a_button_scrolls_by_the_arrows(house):
    large(house)
    house.turn_to("right_for_me")
    house.settle()
    (last,) = [i for i in house.seen() if "What it cannot protect" in name_of(i)]
    item = last.object()
    assert rect_of(item).top() > 600
    for _ in range(60):
        house.key(Key.Key_PageDown)
        house.settle()
        if rect_of(item).bottom() < 600:
            break
    assert rect_of(item).bottom() < 600


def check_step(house):
    """The keyboard is somewhere that can be seen; everything has a name and is in reach."""
    house.settle()
    item = house.frame.activeFocusItem()
    assert item is not None
    assert item.isVisible(), (house.step, house.session.props.title)
    if house.step not in QUIET:
        assert house.focused_name() != "", (house.step, house.session.props.talker, item)
        # A page scrolls to it a moment after its layout; under load that can be the next frame.
        house.qtbot.waitUntil(lambda: inside(item, house.frame))
    check_names(house)


ALOUD = ["Saying it was enough"]
WALK = {
    "agree": ["Maya agrees", "Tomas agrees"],
    "curtain": ["Only I am looking"],
    "readiness": ["A talk is fine today"],
    "breathe": ["Back to normal breathing"],
    "card": ["Go on"],
    "inventory": ["Go on"],
    "ground": ["Go on without it"],
    "introduce": ["{first} begins"],
    "wish": ["Comfort me"],
    "compose": ["My words are found"],
    "mirror": ["I've said it back"],
    "heard": ["That's it"],
    "more": ["That is all"],
    "guess": ["worried", "This is my guess"],
    "guess_check": ["Nearly"],
    "confirm": ["Maya: yes", "Tomas: yes"],
    "topic": ["Time together"],
    "board": ["Go on"],
    "core_check": ["That's it"],
    "trial_confirm": ["Maya: yes", "Tomas: yes"],
    "keep": ALOUD,
    "spare": ["Leave it"],
    "write": ["Nothing today"],
    "mattered": ALOUD,
    "small_win": ["Not this time"],
    "appreciate": ALOUD,
    "closing_round": ["We have said it"],
    "next_date": ["Yes, Monday at 20:00"],
    "notebook": ["Nothing today"],
    "over": ["Home"],
}
KINDS = {kind.id: kind for kind in PROGRAMME.formats if kind.id != SETBACK}
LATEST = timedelta(weeks=max(kind.opens_in_week for kind in PROGRAMME.formats))


def write(house, label, words):
    """Into this field, letter by letter."""
    house.tab_to(label)
    house.type(words)


def list_two_lines(house):
    """One of what matters most, one of what can bend."""
    write(house, "What matters most to me", "an hour of ours")
    press(house, "Next: what I can bend", Key.Key_Return)
    write(house, "What I can bend", "which day")
    house.key(Key.Key_Return)
    check_tab(house)
    press(house, "Seal my lists", Key.Key_Space)


def gather(house):
    for idea in ("tea", "a walk", "nothing"):
        write(house, "An idea", idea)
        house.key(Key.Key_Return)
    press(house, "This one: tea", Key.Key_Space)
    press(house, "We try this one", Key.Key_Return)


def share(house):
    press(house, "Tomas: an hour of ours", Key.Key_Space)
    write(house, "Something you both want", "sleep")
    press(house, "Go on", Key.Key_Return)


def write_a_plan(house):
    for label, words in {
        "When": "at nine",
        "Maya: I will …": "call",
        "Maya: what in it is good for this?": "rest",
        "Tomas: I will …": "listen",
        "Tomas: what in it is good for this?": "ease",
    }.items():
        write(house, label, words)
    press(house, "In a week", Key.Key_Space)
    press(house, "Read it together", Key.Key_Return)


def rate(house):
    """One of the two scales, and then the other way: neither."""
    if house.session.props.asked == "right":
        press(house, "Rather not say", Key.Key_Return)
        return
    house.tab_to("How tense are you now?")
    house.key(Key.Key_Left)
    press(house, "Done", Key.Key_Return)


def hand_on(house):
    """Whether more comes or not."""
    house.wait_for("Done")
    press(house, next(name for name in house.names() if name.startswith("Done")), Key.Key_Return)


BY_HAND = {
    "speak": hand_on,
    "lists": list_two_lines,
    "common": share,
    "options": gather,
    "trial": write_a_plan,
    "rate": rate,
}


def press(house, name, key):
    house.settle()
    house.tab_to(name)
    house.settle()
    item = house.frame.activeFocusItem()
    assert inside(item, house.frame), (house.step, name, rect_of(item))
    house.key(key)


def walk(house):
    """To Home again by Tab, Return and Space alone; the stages on the way."""
    walked, tabbed = [], set()
    keys = [Key.Key_Return, Key.Key_Space]
    while house.app.props.page == "session":
        props = house.session.props
        here = (props.stage, props.asked, props.curtain, props.chunk, props.title)
        walked.append(props.stage)
        assert len(walked) < 90
        if props.stage == "last_breath":
            house.pass_time(11)
            continue
        check_step(house)
        if props.stage not in tabbed and not props.curtain:
            tabbed.add(props.stage)
            check_tab(house)
        if props.stage in BY_HAND and not props.curtain:
            BY_HAND[props.stage](house)
            continue
        if props.stage == "core":
            press(house, f"{props.other_name} has said it back", keys[len(walked) % 2])
            continue
        for name in WALK["curtain" if props.curtain else props.stage]:
            press(house, name.format(first=props.first_name), keys[len(walked) % 2])
        if props.stage == "agree":
            house.qtbot.waitUntil(lambda: house.step != "agree")
        after = house.session.props
        assert (after.stage, after.asked, after.curtain, after.chunk, after.title) != here, here
    return set(walked)


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_alone_walks_every_kind_of_sitting(house, kind, size):
    if size == "twice as large":
        large(house)
    house.deepen(5)
    house.clock.pass_time(LATEST.total_seconds())
    house.turn_to("home")
    press(house, "Talks", Key.Key_Return)
    rows = house.models.talks_model.every
    press(house, next(row.title for row in rows if row.key == KINDS[kind].id), Key.Key_Return)
    if KINDS[kind].sitting is not Sitting.BOTH:
        press(house, "Tomas", Key.Key_Return)
    walked = walk(house)
    steps = {str(step.kind) for step in KINDS[kind].steps} - {"turns", "time_left", "cores"}
    assert steps <= walked
    house.focus_on("Sit down ")


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_the_keyboard_alone_looks_at_a_talk_that_ended_early(house, size):
    if size == "twice as large":
        large(house)
    house.sit_down_until("theme_talk", Talking)
    house.session.stop()
    house.session.goHome()
    house.clock.pass_time(86_400)
    house.turn_to("home")
    press(house, "Look at it", Key.Key_Return)
    press(house, "Tomas", Key.Key_Return)
    assert walk(house) == {"card", "breathe", "write", "over"}
    house.focus_on("Sit down once more")


def test_sit_down_together_is_one_press(house):
    house.turn_to("home")
    press(house, "Sit down together", Key.Key_Return)
    assert house.step == "agree"
    assert house.session.leader.state.plan.format_id == "theme_talk"


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_the_keyboard_alone_walks_a_pause(house, size):
    if size == "twice as large":
        large(house)
    house.sit_down()
    house.session.agree()
    house.session.pressKey("pause", "left")
    for stage, name in [
        ("pause_choice", "It is too much"),
        ("pause_choice", "Begin the pause"),
        ("pausing", "15 minutes more"),
        ("pausing", "Tomas is ready"),
    ]:
        assert house.step == stage
        check_step(house)
        check_tab(house)
        press(house, name, Key.Key_Return)
    assert house.says("Tomas waits, ready")
    house.clock.pass_time(45 * 60)
    house.session.look_at_the_clock()
    assert house.step == "returning"
    for _ in range(2):
        check_step(house)
        press(house, "Only I am looking", Key.Key_Return)
        house.focus_on("I am ready")
        check_tab(house)
        press(house, "I am ready", Key.Key_Space)
    assert house.step == "readiness"
    house.clock.move_wall(4000)
    house.session.look_at_the_clock()
    house.focus_on("Carry on")
    check_step(house)
    house.key(Key.Key_Return)
    assert house.step == "readiness"


SMALL = ("Maya writes", "I will say it aloud", "Tomas writes", "I will say it aloud", "Open both")


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_the_small_window(house, size):
    if size == "twice as large":
        large(house)
    house.open_evening()
    window = house.small_window
    for name in SMALL:
        check_focus(house, window)
        check_names(house, window)
        for _ in range(12):
            if house.focused_name(window) == name:
                break
            house.key(Key.Key_Tab, window=window)
        assert house.focused_name(window) == name
        house.settle(window)
        assert inside(window.activeFocusItem(), window), (name, rect_of(window.activeFocusItem()))
        house.key(Key.Key_Return, window=window)
    assert house.says("says it aloud", window)


def test_what_a_control_is(house):
    """Roles a screen reader knows, with their state."""
    house.turn_to("settings")
    by_name = {name_of(i): i for i in house.seen()}
    chosen = by_name["As the computer"].state()
    assert (chosen.checkable, chosen.checked) == (True, True)
    assert not by_name["Dark"].state().checked
    assert by_name["Keep the names"].role() == Role.Button
    assert by_name["On the left sits"].role() == Role.EditableText
