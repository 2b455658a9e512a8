"""A talk about needs on the real pages: sealed until both open it, and one plan at the end."""

from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.ui.base.view_model import Rows
from tests.application.hands import write_protected
from tests.domain.guided_session.sessions import a_way_on
from tests.store.helpers import plain_pages
from tests.ui.house import Role, name_of

Key = Qt.Key
A_NO = "A no needs no reason and can change any time."
ALONE = "This belongs to each person alone"
SEALED = "a marzipan hour"


def begin(house, topic="Time together"):
    """As far as the topic, by the rules alone; then this one."""
    house.sit_down_until("needs", n.ChoosingTopic)
    house.click(topic)
    house.qtbot.waitUntil(lambda: house.step == "lists")


def open_curtain(house):
    house.wait_for("This is for")
    house.click("Only I am looking")
    house.wait_for("Seal my lists")


def add(house, words, *, label="What matters most to me", why=""):
    house.paste(label, words)
    if why:
        house.paste("Why this matters (if you like)", why)
    house.click("Put it on my list")


def bend(house, words):
    add(house, words, label="What I can bend")


def seal(house):
    house.click("Seal my lists")


def write_lists(house, words):
    """Each writes one line of what matters most and one of what can bend, then both are open."""
    for name in ("Tomas", "Maya"):
        open_curtain(house)
        add(house, f"{words} of {name}", why=f"why of {name}")
        house.click("Next: what I can bend")
        bend(house, f"which day, {name}")
        seal(house)
    house.qtbot.waitUntil(lambda: house.step == "board")


def everything_shown(house) -> str:
    """Every property of every model, every row, and all that a screen reader finds."""
    found: list[str] = house.names()
    found += [found.text(QAccessible.Text.Value) for found in house.seen()]
    found += [str(found.object().property("text") or "") for found in house.seen()]
    for model in vars(house.models).values():
        meta = model.metaObject()
        for i in range(meta.propertyCount()):
            value = model.property(meta.property(i).name())
            found.append(repr(value.rows) if isinstance(value, Rows) else repr(value))
    return "\n".join(found)


def items_below(item):
    for child in item.childItems():
        yield child
        yield from items_below(child)


@pytest.fixture
def listing(house):
    """Tomas, who begins, is alone with the screen."""
    begin(house)
    open_curtain(house)
    return house


@pytest.fixture
def opened(house):
    begin(house)
    write_lists(house, SEALED)
    return house


def until(house, stage):
    """On by the rules, with the real store."""
    while house.step != stage:
        house.session.do(a_way_on(house.session.leader.state))
        house.settle()
    return house


# -- the topic


def test_a_few_words_of_their_own(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    assert not house.says("A few words of your own")
    house.click("Something else")
    house.click("This is it")
    house.wait_for("There is nothing to add yet. A few words are enough.")
    assert house.step == "topic"
    house.paste("A few words of your own", "the marzipan dog")
    house.click("This is it")
    write_lists(house, "walks")
    assert house.says("the marzipan dog")


def test_the_line_about_a_no_stands_where_the_topics_are_chosen(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    assert house.says(A_NO)
    described = {
        name_of(i): i.text(i_description()) for i in house.seen() if i.role() == Role.Button
    }
    assert described["Closeness"] == described["Touch"] == A_NO
    assert described["Money"] == ""


def i_description():
    from PySide6.QtGui import QAccessible

    return QAccessible.Text.Description


@pytest.mark.parametrize("topic", ["Closeness", "Touch"])
def test_it_stands_with_closeness_and_touch_to_the_very_end(house, topic):
    begin(house, topic)
    while not house.session.leader.over:
        if house.step in {"lists", "board", "core", "core_check", "common", "options", "trial"}:
            house.session.openCurtain()
            house.settle()
            assert house.says(A_NO), house.step
        house.session.do(a_way_on(house.session.leader.state))
        house.settle()
    (log,) = house.store.agreements.logs()
    assert log.events[0].agreement.about_touch


def test_it_stands_with_a_line_that_names_touch_and_only_there(listing):
    add(listing, "an hour to read")
    assert not listing.says(A_NO)
    add(listing, "a hug at the door")
    listing.wait_for(A_NO)
    seal(listing)
    assert not listing.says(A_NO)


# -- the lists


def test_the_lists_are_behind_the_curtain(house):
    begin(house)
    house.wait_for("This is for Tomas alone")
    assert house.says("Maya, please look out of the window")
    assert not house.says("What matters most to me")
    open_curtain(house)
    house.focus_on("What matters most to me")


def test_three_lines_matter_most_and_no_more(listing):
    for number in range(3):
        assert listing.find("What matters most to me").isVisible()
        add(listing, f"an hour, {number}")
    listing.wait_for("That is three. Fewer would be fine, too.")
    assert not any(name == "What matters most to me" for name in listing.names())
    listing.click("Take away: an hour, 1")
    listing.find("What matters most to me")
    core = listing.session.leader.state.needs.ring(Seat.RIGHT, "core")
    assert len(core) == 2


def test_a_line_can_be_changed_and_what_stands_in_the_field_is_not_lost(listing):
    add(listing, "an hour", why="to rest")
    listing.paste("What matters most to me", "half a thought")
    listing.click("Change: an hour")
    assert listing.find("What matters most to me").property("text") == "an hour"
    assert listing.find("Why this matters (if you like)").property("text") == "to rest"
    assert listing.says("half a thought")
    add(listing, "two hours", why="to rest")
    assert not any(name == "an hour" for name in listing.names())


def test_how_much_is_listed_is_behind_the_curtain_too(listing):
    def shown():
        """All that is derived while the curtain is closed."""
        props = asdict(listing.models.needs_model.props)
        return props, listing.models.needs_model.mine.rows, listing.models.needs_model.lines.rows

    listing.session.leave()
    listing.session.carryOn()
    assert listing.session.props.curtain
    empty = shown()
    open_curtain(listing)
    for number in range(3):
        add(listing, f"an hour, {number}")
    assert listing.models.needs_model.props.full
    listing.session.leave()
    assert not listing.models.needs_model.props.full
    listing.session.carryOn()
    assert shown() == empty
    open_curtain(listing)
    assert listing.models.needs_model.props.full
    listing.session.pressKey("pause", "left")
    assert not listing.models.needs_model.props.full
    listing.models.pause_controls.takeBack()
    assert shown() == empty


def test_a_crash_in_the_middle_of_a_change_costs_no_word(listing, monkeypatch):
    add(listing, "an hour", why="to rest")
    held = []
    # Nothing that is handed aside is written any more: so a kill finds it.
    monkeypatch.setattr(listing.use.drafts, "_aside", held.append)
    listing.click("Change: an hour")
    assert listing.session.leader.state.needs.listed == ()
    found = listing.store.drafts.drafts_under("session:")
    assert {"an hour", "to rest"} <= set(found.values())


def test_a_change_that_cannot_be_made_leaves_the_line_and_the_fields(listing):
    add(listing, "an hour", why="to rest")
    with write_protected(listing.store):
        listing.click("Change: an hour")
        listing.wait_for("may not write to its folder")
    assert len(listing.session.leader.state.needs.listed) == 1
    assert listing.store.drafts.drafts_under("session:") == {}
    need_id = listing.session.leader.state.needs.listed[0].id
    listing.session.leave()
    listing.models.list_controls.change(need_id, "", "")
    assert len(listing.session.leader.state.needs.listed) == 1
    assert listing.store.drafts.drafts_under("session:") == {}


def test_what_stands_in_the_field_goes_on_the_list_on_the_way_on(listing):
    listing.paste("What matters most to me", "an hour")
    listing.click("Next: what I can bend")
    listing.paste("What I can bend", "which day")
    seal(listing)
    needs = listing.session.leader.state.needs
    assert [one.ring for one in needs.listed] == ["core", "flexible"]


def test_a_line_too_long_is_explained_and_stays(listing):
    listing.paste("What matters most to me", "x" * 200)
    listing.click("Put it on my list")
    listing.wait_for("One line is 200 characters long; up to 120 fit.")
    assert listing.find("What matters most to me").property("text") == "x" * 200


class TestWishes:
    @pytest.fixture
    def bending(self, listing):
        listing.click("Next: what I can bend")
        listing.focus_on("What I can bend")
        return listing

    def listed(self, house):
        return house.session.leader.state.needs.listed

    def test_mine_is_mine_when_in_doubt(self, bending):
        bend(bending, "when you see your friends")
        assert len(self.listed(bending)) == 1

    def test_a_wish_says_what_it_is_about(self, bending):
        bending.click("A wish that Maya bends")
        bend(bending, "shorter showers")
        bending.wait_for("What is the wish about?")
        assert self.listed(bending) == ()
        bending.click("the home")
        bending.click("Put it on my list")
        bending.wait_for("A wish for Maya: the home")
        assert len(self.listed(bending)) == 1

    @pytest.mark.parametrize(
        "area",
        [
            "sex",
            "safety",
            "health",
            "friends and family",
            "a phone or a computer",
            "one’s own money",
        ],
    )
    def test_nobody_is_asked_to_bend_in_what_is_theirs_alone(self, bending, area):
        bending.click("A wish that Maya bends")
        bending.click(area)
        bend(bending, "a little less")
        bending.wait_for(ALONE)
        assert self.listed(bending) == ()
        assert bending.find("What I can bend").property("text") == "a little less"

    def test_nor_by_words_under_another_name(self, bending):
        bending.click("A wish that Maya bends")
        bending.click("plans and weekends")
        bend(bending, "You stop seeing your brother")
        bending.wait_for(ALONE)
        assert self.listed(bending) == ()
        bending.click("Back to what matters most")
        assert bending.says(ALONE), "one reads why before anything else happens"

    def test_a_wish_that_was_begun_is_still_one_after_a_crash(self, bending, build):
        bending.click("A wish that Maya bends")
        bending.click("the home")
        bending.focus_on("the home")
        bending.find("What I can bend").forceActiveFocus()
        bending.type("shorter")
        again = build()
        again.click("Carry on")
        open_curtain(again)
        again.click("Next: what I can bend")
        assert again.find("What I can bend").property("text") == "shorter"
        assert again.models.needs_model.props.asks == "home"


# -- sealed


def check_sealed(house):
    shown = everything_shown(house)
    assert SEALED not in shown
    assert "why of" not in shown


def test_nothing_of_the_other_s_list_is_anywhere_before_both_are_open(house, build):
    begin(house)
    check_sealed(house)
    open_curtain(house)
    add(house, f"{SEALED} of Tomas", why="why of Tomas")
    assert SEALED in everything_shown(house)
    house.session.pressKey("pause", "left")
    check_sealed(house)
    house.models.pause_controls.takeBack()
    check_sealed(house)
    open_curtain(house)
    house.session.leave()
    check_sealed(house)
    house.session.carryOn()
    open_curtain(house)
    seal(house)
    house.wait_for("This is for Maya alone")
    check_sealed(house)
    open_curtain(house)
    check_sealed(house)
    add(house, "an hour of Maya")
    check_sealed(house)
    again = build()
    check_sealed(again)
    again.click("Carry on")
    again.wait_for("This is for Maya alone")
    check_sealed(again)
    open_curtain(again)
    check_sealed(again)
    assert again.says("an hour of Maya")
    seal(again)
    shown = everything_shown(again)
    assert f"{SEALED} of Tomas" in shown
    assert "an hour of Maya" in shown


@pytest.mark.parametrize("stage", ["board", "core", "core_check", "common", "options", "trial"])
def test_opened_words_are_not_behind_a_pause_and_come_back(opened, stage):
    until(opened, stage)
    opened.session.pressKey("pause", "right")
    assert SEALED not in everything_shown(opened)
    opened.models.pause_controls.takeBack()
    assert SEALED in everything_shown(opened)


def test_a_draft_is_its_writer_s_alone(house, build):
    begin(house)
    open_curtain(house)
    house.focus_on("What matters most to me")
    house.type(SEALED)
    again = build()
    again.click("Carry on")
    check_sealed(again)
    open_curtain(again)
    assert again.find("What matters most to me").property("text") == SEALED
    again.paste("What matters most to me", "")
    again.session.leader.handle(a_way_on(again.session.leader.state))
    again.session.leader.handle(a_way_on(again.session.leader.state))
    seal(again)
    open_curtain(again)
    assert again.find("What matters most to me").property("text") == ""


# -- what is kept


def in_the_file(house, words):
    return words.encode() in plain_pages(house.store.folder)


@pytest.mark.parametrize("way", ["stop", "lighter", "rest"])
def test_what_was_not_opened_leaves_the_file(listing, way):
    add(listing, f"{SEALED} of Tomas")
    listing.focus_on("What matters most to me")
    listing.type("half a nougat")
    assert in_the_file(listing, SEALED)
    if way == "rest":
        until_when = listing.clock.now() + timedelta(hours=20)
        listing.session.pressKey("pause", "right")
        listing.models.pause_controls.book("think", 1, until_when.strftime("%H:%M"))
        listing.use.sitting_down.let_rest()
    elif way == "lighter":
        listing.session.lighten()
        until(listing, "over")
    else:
        listing.key(Key.Key_Escape)
        listing.wait_for("It goes for good when you leave here.")
        listing.session.do(c.LeaveStopped())
    if way != "rest":
        listing.wait_for("What you each wrote alone was not opened. It is gone now, for good.")
    assert not in_the_file(listing, SEALED)
    assert not in_the_file(listing, "half a nougat")
    assert listing.store.needs.kept() == ()


@pytest.mark.parametrize("way", ["stop", "park"])
def test_what_both_have_opened_stays_until_one_lets_it_go(opened, way):
    if way == "park":
        opened.click("Park it for today")
        until(opened, "over")
    else:
        opened.stop_for_good()
    opened.wait_for("The two lists you have opened are kept, under Ours.")
    opened.click("Home")
    opened.click("Ours")
    opened.click("Your two lists")
    opened.wait_for("Today, parked")
    opened.click("Look at it")
    opened.wait_for(f"{SEALED} of Tomas")
    assert opened.says(f"{SEALED} of Maya")
    assert "why of Tomas" in everything_shown(opened)
    opened.click("Back to your lists")
    assert SEALED not in everything_shown(opened)
    opened.click("Delete")
    assert opened.says("no copy keeps it")
    assert in_the_file(opened, SEALED)
    opened.click("Delete for good")
    opened.wait_for("Nothing is kept here.")
    assert not in_the_file(opened, SEALED)


def test_a_plan_with_one_yes_is_none(opened):
    until(opened, "trial_confirm")
    assert in_the_file(opened, "leave my telephone in the hall")
    opened.key(Key.Key_F)
    opened.wait_for("Maya said yes")
    opened.stop_for_good()
    assert opened.store.agreements.logs() == ()
    assert not in_the_file(opened, "leave my telephone in the hall")


# -- said back


def test_a_core_is_said_back_until_that_is_it(opened):
    opened.click("Go on")
    opened.wait_for("Tomas, please read this aloud")
    assert opened.says(f"{SEALED} of Tomas")
    assert opened.says("Maya, say it back in your own words. No answer yet.")
    for answer in ("Mostly", "Not yet", "Mostly", "Not yet"):
        opened.key(Key.Key_F)
        opened.wait_for("Tomas, was that it?")
        opened.click(answer)
        opened.wait_for("Maya, once more, with what was missing.")
    opened.key(Key.Key_J)
    assert opened.step == "core", "the one who reads has no say in the saying back"
    opened.click("Maya has said it back")
    opened.key(Key.Key_1)
    opened.wait_for("Maya, please read this aloud")
    opened.click("Let us leave it here for now")
    assert opened.step == "common"


# -- common ground


class TestCommonGround:
    @pytest.fixture
    def sharing(self, opened):
        return until(opened, "common")

    def press_in_the_picture(self, house, words):
        found = [
            item
            for item in items_below(house.frame.contentItem())
            if item.metaObject().className().startswith("NeedsBoard")
            for item in items_below(item)
            if item.property("text") == words and item.isVisible()
        ]
        assert len(found) == 1, (words, len(found))
        at = found[0].mapToScene(QPointF(found[0].width() / 2, found[0].height() / 2)).toPoint()
        QTest.mouseClick(house.frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def test_with_each_line_the_two_come_nearer(self, sharing):
        board = sharing.models.board_model
        assert board.props.nearness == 0.0
        seen = [0.0]
        sharing.click(f"Maya: {SEALED} of Maya")
        seen.append(board.props.nearness)
        sharing.paste("Something you both want", "to sleep enough")
        sharing.click("Add it")
        seen.append(board.props.nearness)
        assert seen == sorted(set(seen))
        assert [row.words for row in board.shared.rows] == [f"{SEALED} of Maya", "to sleep enough"]
        sharing.click(f"Maya: {SEALED} of Maya")
        sharing.click("Take away: to sleep enough")
        assert board.props.nearness == 0.0
        assert board.shared.rows == []

    def test_it_can_be_pressed_in_the_picture_too(self, sharing):
        self.press_in_the_picture(sharing, f"{SEALED} of Tomas")
        assert len(sharing.session.leader.state.needs.common) == 1
        sharing.settle()
        self.press_in_the_picture(sharing, f"{SEALED} of Tomas")
        assert sharing.session.leader.state.needs.common == ()

    def test_a_line_too_wide_for_its_oval_wraps_before_a_word_is_cut(self, house):
        begin(house)
        words = "Sundays, if they are slow"
        for name in ("Tomas", "Maya"):
            open_curtain(house)
            add(house, f"an hour of {name}")
            house.click("Next: what I can bend")
            for line in (words, "Supper later than seven", "Who cooks") if name == "Maya" else ():
                bend(house, line)
            seal(house)
        until(house, "common")
        for name in ("Maya", "Tomas"):
            house.click(f"{name}: an hour of {name}")
        house.paste("Something you both want", "to sleep enough")
        house.click("Add it")

        def line():
            return next(
                item
                for item in items_below(house.frame.contentItem())
                if item.property("place") == "Maya, what can bend"
                and item.property("text") == words
            )

        # The two ovals come nearer, and the room gets less: it is whole in what is left.
        house.qtbot.waitUntil(lambda: not line().property("truncated"))
        assert line().property("contentWidth") <= line().property("width")
        assert words in " ".join(house.names())

    def test_in_a_small_window_and_with_large_letters_the_lists_take_over(self, sharing):
        assert self.drawn(sharing)
        sharing.frame.resize(800, 600)
        sharing.qtbot.waitUntil(lambda: not self.drawn(sharing))
        assert sharing.find(f"Maya: {SEALED} of Maya").isVisible()
        sharing.frame.resize(1100, 760)
        sharing.qtbot.waitUntil(lambda: self.drawn(sharing))
        sharing.windows.look("dark", 2.0, reduced_motion=True)
        sharing.qtbot.waitUntil(lambda: not self.drawn(sharing))

    def drawn(self, house):
        return any(
            item.metaObject().className().startswith("NeedsBoard")
            for item in house.shell.findChildren(QObject)
        )

    def test_nobody_is_asked_to_give_way_by_name(self, sharing):
        sharing.paste("Something you both want", "Tomas stops seeing his brother")
        sharing.click("Add it")
        sharing.wait_for(ALONE)
        assert sharing.models.needs_model.lines.rows == []

    def test_the_lists_say_whose_a_line_is(self, sharing):
        names = [name for name in sharing.names() if SEALED in name]
        assert f"Maya: {SEALED} of Maya" in names
        assert f"Tomas: {SEALED} of Tomas" in names


# -- options, and the plan


def test_three_ideas_make_a_choice(opened):
    until(opened, "options")
    opened.paste("An idea", "tea on the stairs")
    opened.click("Go on")
    opened.wait_for("Three ideas make a choice.")
    assert [row.words for row in opened.models.needs_model.lines.rows] == ["tea on the stairs"]
    opened.paste("An idea", "You give me your salary")
    opened.click("Add it")
    opened.wait_for(ALONE)
    for idea in ("a walk", "swap evenings"):
        opened.paste("An idea", idea)
        opened.click("Add it")
    opened.click("We try a mix")
    opened.wait_for("tea on the stairs · a walk · swap evenings")


class TestOneIsChosen:
    WHAT = "What you try (if you like)"

    @pytest.fixture
    def weighing(self, opened):
        until(opened, "options")
        for idea in ("tea on the stairs", "a walk", "swap evenings"):
            assert not opened.says("This one")
            opened.paste("An idea", idea)
            opened.click("Add it")
        return opened

    def test_it_is_what_the_plan_is_about(self, weighing):
        weighing.click("This one: a walk")
        weighing.click("We try this one")
        assert weighing.find(self.WHAT).property("text") == "a walk"
        for label, words in WORDS.items():
            weighing.paste(label, words)
        weighing.click("Read it together")
        assert weighing.says("a walk")
        for name in ("Maya", "Tomas"):
            weighing.click(f"{name}: yes")
        (life,) = weighing.use.agreements.running()
        assert life.agreement.what == "a walk"
        weighing.session.stop()
        weighing.session.goHome()
        weighing.turn_to("agreements")
        weighing.wait_for("a walk")
        weighing.click("Look at it again: Tuesdays after supper · the kitchen")
        weighing.wait_for("a walk")

    def test_another_may_be_chosen_or_none(self, weighing):
        weighing.click("This one: a walk")
        weighing.click("This one: swap evenings")
        rows = weighing.models.needs_model.lines.rows
        assert [row.words for row in rows if row.chosen] == ["swap evenings"]
        weighing.click("This one: swap evenings")
        weighing.click("We try a mix")
        assert weighing.find(self.WHAT).property("text") == ""

    def test_what_was_chosen_and_taken_away_is_chosen_no_more(self, weighing):
        weighing.click("This one: a walk")
        weighing.paste("An idea", "sing")
        weighing.click("Add it")
        weighing.click("Take away: a walk")
        assert weighing.find("We try a mix")

    def test_a_crash_forgets_no_choice(self, weighing, build):
        weighing.click("This one: a walk")
        again = build()
        again.click("Carry on")
        assert again.find("We try this one")

    def test_it_can_be_written_otherwise(self, weighing):
        weighing.click("This one: a walk")
        weighing.click("We try this one")
        weighing.paste(self.WHAT, "a short walk")
        again = weighing.models.needs_model
        again.show_form()
        assert weighing.find(self.WHAT).property("text") == "a short walk"


WORDS = {
    "When": "Tuesdays after supper",
    "Where (if you like)": "the kitchen",
    "Maya: I will …": "leave my telephone in the hall",
    "Maya: what in it is good for this?": "an hour of ours",
    "Tomas: I will …": "put the kettle on",
    "Tomas: what in it is good for this?": "it ends at nine",
}


class TestThePlan:
    @pytest.fixture
    def planning(self, opened):
        return until(opened, "trial")

    def write(self, house, **others):
        for label, words in WORDS.items():
            house.paste(label, others.get(label.split(":")[0], words))

    def test_it_is_an_agreement_when_both_keys_were_pressed(self, planning):
        self.write(planning)
        planning.click("In a month")
        planning.click("Read it together")
        planning.wait_for("Maya: I will leave my telephone in the hall")
        assert planning.says("What matters to Tomas in it: it ends at nine")
        assert planning.says("either of you may leave it at any time")
        planning.key(Key.Key_F)
        planning.wait_for("Maya said yes")
        assert planning.store.agreements.logs() == ()
        planning.key(Key.Key_F)
        assert planning.step == "trial_confirm"
        planning.key(Key.Key_J)
        assert planning.step == "closing_round"
        (log,) = planning.store.agreements.logs()
        made = log.events[0].agreement
        assert made.session_id == planning.session.leader.id
        assert (made.topic, made.when, made.where) == ("time", WORDS["When"], "the kitchen")
        assert made.left.will == WORDS["Maya: I will …"]
        assert made.right.honours == "it ends at nine"
        assert made.review_on == planning.clock.now().date() + timedelta(days=30)
        until(planning, "over")
        assert planning.says("Your plan is kept, and so are the two lists you have opened.")
        assert planning.store.drafts.drafts_under("session:") == {}

    def test_an_agreement_leaves_nothing_in_the_notebook(self, planning):
        self.write(planning)
        planning.click("Read it together")
        planning.key(Key.Key_F)
        planning.key(Key.Key_J)
        until(planning, "over")
        assert planning.store.drafts.drafts_under("notebook:") == {}
        assert not planning.says("waits in the notebook")

    @pytest.mark.parametrize("read", [False, True])
    def test_a_stop_puts_what_was_written_of_it_into_the_notebook(self, planning, read):
        self.write(planning)
        if read:
            planning.click("Read it together")
            planning.wait_for("Maya: I will leave my telephone in the hall")
        planning.stop_for_good()
        planning.wait_for("What you had begun to write waits in the notebook.")
        assert planning.store.drafts.draft("notebook:new").splitlines() == list(WORDS.values())
        assert planning.store.drafts.drafts_under("session:") == {}

    @pytest.mark.parametrize("read", [False, True])
    def test_parking_asks_once_where_something_is_written(self, planning, read):
        self.write(planning)
        if read:
            planning.click("Read it together")
            planning.wait_for("Maya: I will leave my telephone in the hall")
        stage = planning.step
        planning.click("Park it for today")
        planning.focus_on("Park it")
        assert planning.says("Park it? The lists stay; what you wrote of the plan goes.")
        planning.click("Back to the plan")
        planning.focus_on("Park it for today")
        assert planning.step == stage
        planning.key(Key.Key_Return)
        planning.focus_on("Park it")
        planning.key(Key.Key_Return)
        until(planning, "over")
        assert planning.says("The two lists you have opened are kept, under Ours.")
        assert planning.store.drafts.drafts_under("notebook:") == {}
        assert planning.store.drafts.drafts_under("session:") == {}

    def test_where_nothing_is_written_it_is_parked_at_once(self, planning):
        planning.find("When").forceActiveFocus()
        planning.type("  ")
        planning.click("Park it for today")
        assert planning.session.leader.state.needs.parked

    def test_every_line_has_a_few_words(self, planning):
        self.write(planning, When="")
        planning.click("Read it together")
        planning.wait_for(
            "Each line of the plan has a few words; what you try and the place may stay open."
        )
        assert planning.step == "trial"

    def test_nobody_gives_way_in_what_is_theirs_alone(self, planning):
        self.write(planning, Maya="be kind if you stop seeing your friends")
        planning.click("Read it together")
        planning.wait_for(ALONE)
        assert planning.step == "trial"

    def test_something_may_be_different_and_no_word_is_lost(self, planning, build):
        for label, words in WORDS.items():
            planning.find(label).forceActiveFocus()
            planning.type(words)
        planning.click("Read it together")
        planning.key(Key.Key_J)
        again = build()
        again.click("Carry on")
        again.wait_for("Tomas said yes")
        again.wait_for("Maya: I will leave my telephone in the hall")
        again.click("Change something")
        again.wait_for("One plan to try")
        for label, words in WORDS.items():
            assert again.find(label).property("text") == words
        again.click("Read it together")
        assert not again.says("Tomas said yes")


def test_half_a_plan_survives_a_crash(opened, build):
    until(opened, "trial")
    opened.find("Tomas: I will …").forceActiveFocus()
    opened.type("put the kettle on")
    opened.click("In a week")
    again = build()
    again.click("Carry on")
    assert again.find("Tomas: I will …").property("text") == "put the kettle on"
    assert again.models.needs_model.props.days == 7


def test_without_timers_no_time_runs(house):
    from dataclasses import replace

    house.use.couples.choose(replace(house.use.couples.settings, timers=False))
    begin(house)
    open_curtain(house)
    assert not house.says("left")
    assert house.session.props.countdown == ""


def test_the_time_ends_softly(listing):
    assert listing.says("5:00 left") or listing.says("4:5")
    listing.pass_time(301)
    listing.wait_for("That was the time. There is no hurry to end.")
    assert listing.step == "lists"


# -- whole, however long


def a_line(length, name):
    words = f"{name}: to sit at the table until both have said what the day was like, and nobody "
    return (words + "has a telephone there " * 5)[:length].strip()


def cut_on_the_screen(house):
    """What is written and seen, but not to its end."""
    items = items_below(house.frame.contentItem())
    return [i.property("text") for i in items if i.isVisible() and i.property("truncated")]


def written_on_the_screen(house):
    items = items_below(house.frame.contentItem())
    return "\n".join(str(i.property("text")) for i in items if i.isVisible())


@pytest.fixture
def long_lists(house):
    """As many and as long as they can be; or one line each, as a couple would."""

    def write(length, cores, flexible):
        begin(house)
        said = []
        for name in ("Tomas", "Maya"):
            open_curtain(house)
            for number in range(cores):
                said.append(a_line(length, f"{name} {number}"))
                add(house, said[-1])
            house.click("Next: what I can bend")
            for number in range(flexible):
                said.append(a_line(length, f"{name} bends {number}"))
                bend(house, said[-1])
            seal(house)
        house.qtbot.waitUntil(lambda: house.step == "board")
        return said

    return write


@pytest.mark.parametrize(
    ("length", "cores", "flexible"),
    [(111, 1, 1), (111, 2, 2), (111, 3, 3), (120, 3, 8), (30, 3, 8), (20, 1, 2)],
)
def test_on_the_board_every_line_is_whole(house, long_lists, length, cores, flexible):
    said = long_lists(length, cores, flexible)
    for stage in ("board", "common"):
        until(house, stage)
        for size in ((1100, 760), (1920, 1080), (960, 640), (800, 600)):
            house.frame.resize(*size)
            house.settle()
            house.settle()
            assert cut_on_the_screen(house) == [], (stage, size)
            written = written_on_the_screen(house)
            assert [one for one in said if one not in written] == [], (stage, size)


def test_what_a_couple_would_write_is_drawn(house, long_lists):
    long_lists(111, 1, 1)
    board = next(i for i in items_below(house.frame.contentItem()) if i.property("ovalWidth"))
    assert board.isVisible()


def test_at_twice_the_size_in_a_small_window_every_line_is_whole(house, long_lists):
    said = long_lists(111, 2, 2)
    house.use.couples.choose(replace(house.use.couples.settings, text_scale=2.0))
    house.models.settings_model.changed.emit()
    house.frame.resize(800, 600)
    house.settle()
    assert cut_on_the_screen(house) == []
    written = written_on_the_screen(house)
    assert [one for one in said if one not in written] == []


def test_a_long_line_is_seen_whole_while_it_is_written(listing):
    field = listing.find("What matters most to me")
    before = field.height()
    listing.tab_to("What matters most to me")
    listing.type(a_line(111, "Tomas"))
    listing.settle()
    assert field.height() > before
    assert field.property("contentWidth") <= field.width()


def test_return_puts_a_line_on_the_list(listing):
    listing.tab_to("What matters most to me")
    listing.type("sleep")
    listing.key(Key.Key_Return)
    assert [row.words for row in listing.models.needs_model.mine.rows] == ["sleep"]
    assert listing.find("What matters most to me").property("text") == ""
