"""Breathing seen, heard and chosen: on its page, and wherever else somebody breathes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from coupleapp.domain.calm.breath_choices import (
    OWN_MOST,
    BreathChoices,
    BreathVariant,
    OwnPattern,
)
from coupleapp.domain.calm.breathing import (
    BOX,
    PRESETS,
    SIGH,
    BreathPattern,
    Phase,
    stepped,
)
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LIGHTS_GROW_PERCENT
from coupleapp.domain.settings import Settings
from coupleapp.store import open_store
from coupleapp.ui.calm.breath_props import BreathInputs, derive_breath_props, pattern_rows
from tests.application.hands import HandClock, write_protected
from tests.ui import house as houses
from tests.ui.house import name_of
from tests.ui.test_reach import check_names, check_tab, large

Key = Qt.Key
MS = ("in_ms", "again_ms", "hold_in_ms", "out_ms", "hold_out_ms")
BACK = "Back to normal breathing"
BOTH = tuple(Seat)
PHASES = list(Phase)
HOLDS = {Phase.HOLD_IN, Phase.HOLD_OUT}


def derived(choices=None, *, sound: bool = True, timers: bool = True, **inputs):
    settings = Settings(breath=choices or BreathChoices(), sound=sound, timers=timers)
    return derive_breath_props(BreathInputs(settings, **inputs))


def ms(props) -> tuple[int, ...]:
    return tuple(getattr(props, name) for name in MS)


# -- what is shown is a pure function


@pytest.mark.parametrize(
    ("pattern", "speed", "within_s", "expected"),
    [
        ("slow", 1, None, (4000, 0, 0, 6000, 0)),
        ("coherent", 1, None, (5500, 0, 0, 5500, 0)),
        ("sigh", 1, None, (2000, 1000, 0, 6000, 0)),
        ("box", 1, None, (4000, 0, 4000, 4000, 4000)),
        ("box", 10, None, (400, 0, 400, 400, 400)),
        ("slow", 1, 10, (4000, 0, 0, 6000, 0)),
        ("box", 1, 10, (4000, 0, 1000, 4000, 1000)),
        ("box", 1, 60, (4000, 0, 4000, 4000, 4000)),
        ("coherent", 2, 10, (2500, 0, 0, 2500, 0)),
    ],
)
def test_the_phases_in_real_milliseconds(pattern, speed, within_s, expected):
    props = derived(BreathChoices(pattern=pattern), on_page=True, speed=speed, within_s=within_s)
    assert ms(props) == expected


@pytest.mark.parametrize(
    ("choices", "inputs", "shown"),
    [
        ({}, {}, True),
        ({"words": False}, {}, False),
        ({"variant": BreathVariant.STILL, "words": False}, {}, False),
        ({"variant": BreathVariant.AUDIO}, {}, False),
        ({"variant": BreathVariant.AUDIO}, {"can_hear": False}, True),
        ({"variant": BreathVariant.AUDIO}, {"sound": False}, True),
        ({"variant": BreathVariant.AUDIO, "tone": False}, {}, True),
        ({"variant": BreathVariant.AUDIO, "tone": False, "voice": True}, {}, True),
        (
            {"variant": BreathVariant.AUDIO, "tone": False, "voice": True},
            {"can_speak": True},
            False,
        ),
    ],
)
def test_the_word_is_there_where_nothing_is_heard(choices, inputs, shown):
    assert derived(BreathChoices(**choices), **inputs).word_shown is shown


def test_the_time_of_the_page_is_whole_breaths():
    assert derived().whole_ms == 60_000
    assert derived(BreathChoices(pattern="box")).whole_ms == 64_000
    assert derived(BreathChoices(minutes=10), speed=5).whole_ms == 120_000
    assert derived(timers=False).whole_ms == 0


def test_what_there_is_to_choose_in_words():
    own = OwnPattern("Ours", BreathPattern(4.5, 7, 1, 0.5))
    rows = pattern_rows(BreathChoices().with_own(own))
    assert [row.pattern_id for row in rows] == [*PRESETS, "own:Ours"]
    assert [row.rhythm for row in rows] == [
        "in 4, out 6",
        "in 3, out 4.5",
        "in 5.5, out 5.5",
        "in 2 and 1, out 6",
        "in 4, hold 4, out 4, rest 4",
        "in 4.5, hold 1, out 7, rest 0.5",
    ]
    assert [row.own for row in rows] == [False] * len(PRESETS) + [True]


# -- the page


@pytest.fixture
def page(house):
    """The caution was read by both; breathing begins at once."""
    house.turn_to("breathe")
    house.focus_on(BACK)
    return house


def choose(house, **changes):
    couples = house.use.couples
    chosen = replace(couples.settings.breath, **changes)
    couples.choose(replace(couples.settings, breath=chosen))
    house.models.breath_model.refresh()


def kept(house) -> BreathChoices:
    return house.store.couple.settings().breath


def moving(house):
    house.windows.look("dark", 1.0, reduced_motion=False)


def lights(house) -> QQuickItem:
    return next(
        item
        for item in house.shell.findChildren(QQuickItem)
        if item.metaObject().className().startswith("BreathLights")
    )


def listen(house) -> list[str]:
    heard: list[str] = []
    house.models.breath_model.tone.connect(heard.append)
    house.models.breath_model.said.connect(heard.append)
    return heard


def how(house):
    how_of(house, "How you breathe: Slow, 1 minute")


def how_of(house, name):
    house.tab_to(name)
    house.key(Key.Key_Return)
    house.wait_for("The rhythm")


@pytest.fixture
def unread(house):
    """Nobody has read the caution."""
    choose(house, read_by=())
    return house


def just_breathe(house):
    house.tab_to("Just breathe")
    house.key(Key.Key_Return)


@pytest.mark.parametrize(
    ("who", "readers"), [("Maya", "left"), ("Tomas", "right"), ("Both of us", "left right")]
)
def test_each_reads_the_caution_once_and_the_first_breath_is_two_presses_away(unread, who, readers):
    just_breathe(unread)
    unread.wait_for("Before the first breath")
    assert unread.says("heart or lung condition")
    assert not unread.says("Breathe in")
    unread.focus_on("Maya")
    unread.tab_to(who)
    unread.key(Key.Key_Return)
    unread.wait_for("Breathe in")
    assert " ".join(kept(unread).read_by) == readers
    unread.key(Key.Key_Escape)
    just_breathe(unread)
    if who == "Both of us":
        unread.wait_for("Breathe in")
        assert not unread.says("Before the first breath")
    else:
        unread.wait_for("Before the first breath")


def test_who_is_there_is_not_asked_again_at_every_choice(unread):
    unread.turn_to("breathe")
    unread.focus_on("Maya")
    unread.key(Key.Key_Return)
    unread.wait_for("Breathe in")
    unread.models.breath_model.choose("coherent")
    assert unread.models.breath_model.props.stage == "breathing"
    unread.models.breath_model.choose("box")
    unread.wait_for("This one holds the breath")
    assert [row.words for row in unread.models.breath_model.readers.rows] == ["Maya"]
    unread.click("Maya")
    assert (kept(unread).pattern, kept(unread).hold_read_by) == ("box", (Seat.LEFT,))
    unread.key(Key.Key_Escape)
    unread.turn_to("breathe")
    unread.wait_for("This one holds the breath")


def test_nobody_has_to_read_it_to_the_end(unread):
    unread.turn_to("breathe")
    unread.wait_for("Before the first breath")
    unread.key(Key.Key_Escape)
    assert unread.app.props.page == "home"
    assert kept(unread).read_by == ()


def test_a_long_caution_is_read_from_its_beginning(unread):
    house = unread
    large(house)
    house.turn_to("breathe")
    house.wait_for("Before the first breath")
    house.settle()
    title = next(i for i in house.seen() if name_of(i) == "Before the first breath")
    assert houses.inside(title.object(), house.frame)
    house.key(Key.Key_Space)
    house.settle()
    assert not houses.inside(title.object(), house.frame)
    house.tab_to("Both of us")
    house.key(Key.Key_Return)
    house.wait_for("Breathe in")


def test_it_is_always_in_help(house):
    house.turn_to("right_for_me")
    assert house.says("heart or lung condition")
    assert house.says("listen to the sounds in the room")


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_one_key_ends_it(page, key):
    page.key(key)
    assert page.app.props.page == "home"


def test_escape_ends_it_wherever_the_keyboard_is(page):
    how(page)
    page.tab_to("5 minutes")
    page.key(Key.Key_Escape)
    assert page.app.props.page == "home"


def test_the_time_ends_it_and_it_can_begin_again(page):
    model = page.models.breath_model
    assert model._whole.isActive()
    assert model._whole.interval() == 60_000
    model._whole.timeout.emit()
    page.wait_for("That was good for now.")
    assert not page.says("Breathe in")
    lap = model.props.lap
    page.click("Once more")
    page.wait_for("Breathe in")
    assert model.props.lap == lap + 1
    page.turn_to("home")
    assert not model._whole.isActive()


def test_a_disk_that_takes_nothing_does_not_take_the_breath(unread):
    house = unread
    house.turn_to("breathe")
    house.focus_on("Maya")
    with write_protected(house.store):
        house.key(Key.Key_Return)
        house.wait_for("Breathe in")
        house.models.breath_model.setMinutes(5)
    assert house.models.breath_model.props.minutes == 1
    assert "Nearer may not write" in house.models.breath_model.props.trouble


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_every_choice_is_in_reach_of_the_keyboard(page, size):
    page.models.breath_model.offer_voice(True)
    own = OwnPattern("Ours", BreathPattern(4, 5))
    choose(page, own=(own,))
    if size == "twice as large":
        large(page)
    how(page)
    page.settle()
    check_names(page)
    check_tab(page)
    page.tab_to("Change Ours")
    page.key(Key.Key_Return)
    page.focus_on("What you call it")
    check_names(page)
    check_tab(page)
    page.key(Key.Key_Escape)
    page.wait_for("The rhythm")
    assert page.app.props.page == "breathe"


def test_choices_count_at_once_and_are_kept(page):
    moving(page)
    how(page)
    for name in ("Sigh: in 2 and 1, out 6", "5 minutes", "A still ring", "The word"):
        page.click(name)
    for name in ("Amber and teal", "Soft tones"):
        page.click(name)
    expected = BreathChoices(
        pattern="sigh",
        minutes=5,
        variant=BreathVariant.STILL,
        words=False,
        tone=False,
        colour=False,
        read_by=BOTH,
    )
    assert kept(page) == expected
    shown = lights(page)
    assert [shown.property(p) for p in ("againMs", "still", "words", "colour")] == [
        1000,
        True,
        False,
        False,
    ]
    page.click("Breathe like this")
    page.focus_on(BACK)
    assert page.says("Sigh, 5 minutes")


def test_a_voice_is_offered_where_there_is_one(page):
    how(page)
    assert not page.says("A voice")
    page.models.breath_model.offer_voice(True)
    page.click("A voice")
    assert kept(page).voice


def test_looking_for_a_voice_waits_until_it_is_wanted(page):
    asked: list[str] = []
    page.models.breath_model.voiceAsked.connect(lambda: asked.append("asked"))
    page.turn_to("home")
    page.turn_to("breathe")
    page.focus_on(BACK)
    assert asked == []
    how(page)
    assert asked == ["asked"]


@pytest.mark.parametrize("rather", ["Both of us", "Rather not hold"])
def test_holding_the_breath_has_its_own_caution_once(page, rather):
    how(page)
    page.click("Box: in 4, hold 4, out 4, rest 4")
    page.wait_for("This one holds the breath")
    assert not page.says("Breathe in")
    assert kept(page).pattern == "slow"
    page.click(rather)
    page.wait_for("Breathe in")
    held = rather == "Both of us"
    assert kept(page).pattern == ("box" if held else "slow")
    assert kept(page).hold_read_by == (BOTH if held else ())
    page.models.breath_model.choose("slow")
    page.models.breath_model.choose("box")
    assert page.says("This one holds the breath") is not held


def test_who_would_rather_not_hold_breathes_slowly_where_the_other_has_chosen_to(page):
    choose(page, pattern="box", hold_read_by=(Seat.LEFT,))
    page.turn_to("home")
    page.turn_to("breathe")
    page.wait_for("This one holds the breath")
    page.click("Rather not hold")
    page.wait_for("Breathe in")
    assert ms(page.models.breath_model.props) == (4000, 0, 0, 6000, 0)
    assert kept(page).pattern == "box"


def test_a_rhythm_of_their_own(page):
    how(page)
    page.click("A rhythm of your own")
    page.focus_on("What you call it")
    page.type("  Sea ")
    for name in ("Longer: Out", "Longer: Out", "Shorter: In"):
        page.click(name)
    assert page.says("Out: 7 s")
    page.click("Keep it")
    page.wait_for("Sea: in 3.5, out 7")
    assert kept(page).own == (OwnPattern("Sea", BreathPattern(3.5, 7)),)
    assert kept(page).chosen == BreathPattern(3.5, 7)
    page.click("Change Sea")
    page.focus_on("What you call it")
    page.paste("What you call it", "Lake")
    page.click("Longer: Hold")
    page.click("Keep it")
    page.wait_for("This one holds the breath")
    assert kept(page).chosen == PRESETS["slow"]
    page.click("Both of us")
    assert kept(page).chosen == BreathPattern(3.5, 7, 0.5)
    page.click("Remove Lake")
    assert kept(page).own == ()
    assert kept(page).pattern == "slow"


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "Please give it a name"), ("x" * 30, "too long for a button"), ("sea", "of that name")],
)
def test_a_name_that_will_not_do_is_explained(page, name, words):
    choose(page, own=(OwnPattern("Sea", BreathPattern(4, 5)),))
    how(page)
    page.click("A rhythm of your own")
    page.paste("What you call it", name)
    page.click("Keep it")
    page.wait_for(words)
    assert len(kept(page).own) == 1
    assert page.find("What you call it").property("text") == name


def test_a_handful_of_their_own(page):
    own = tuple(OwnPattern(f"Ours {n}", BreathPattern(4, 5)) for n in range(OWN_MOST))
    choose(page, own=own)
    how(page)
    assert not page.says("A rhythm of your own")
    page.models.breath_model.compose()
    assert page.models.breath_model.props.editing == ""


# -- how it is shown


def test_two_lights_move_and_less_motion_makes_them_stand_still(page):
    moving(page)
    shown = lights(page)
    assert shown.property("moving")
    left = next(i for i in shown.findChildren(QQuickItem) if i.property("light") == "left")
    page.qtbot.waitUntil(lambda: left.property("x") != 0)
    start = left.property("x")
    page.qtbot.waitUntil(lambda: abs(left.property("x") - start) > 1)
    page.windows.look("dark", 1.0, reduced_motion=True)
    assert shown.property("still")
    assert not shown.property("moving")


def test_the_still_ring_counts(page):
    choose(page, variant=BreathVariant.STILL)
    moving(page)
    shown = lights(page)
    assert shown.property("still")
    page.qtbot.waitUntil(lambda: shown.property("count") == 1)
    assert shown.property("seconds") == 4


def test_to_listen_only_the_screen_is_empty_but_not_for_a_screen_reader(page):
    choose(page, variant=BreathVariant.AUDIO)
    page.models.breath_model.hear(tones=True)
    page.settle()
    assert page.says("Breathe in")
    assert page.says("Rising is in, falling is out")
    word = next(i for i in page.seen() if name_of(i) == "Breathe in").object()
    assert word.property("color").alpha() == 0
    picture = page.frame.grabWindow()
    middle = [picture.pixelColor(x, 300) for x in range(300, picture.width() - 300, 7)]
    assert max(c.lightness() for c in middle) - min(c.lightness() for c in middle) < 6
    page.models.breath_model.hear(tones=False)
    assert word.property("color").alpha() == 255
    assert page.says("nothing to hear")


@pytest.mark.parametrize("scheme", ["dark", "light", "contrast"])
def test_the_lights_can_be_seen(page, scheme):
    """Where there is no glow there are outlines."""
    page.windows.look(scheme, 1.0, reduced_motion=False)
    page.settle()
    shown = lights(page)
    frames = [page.frame.grabWindow()]
    shown.setProperty("visible", False)
    page.settle()
    frames.append(page.frame.grabWindow())
    at = shown.mapRectToScene(shown.childrenRect()).toAlignedRect()
    y = at.center().y() + 60
    row = range(max(0, at.left()), min(frames[0].width(), at.right()), 3)
    assert any(frames[0].pixelColor(x, y) != frames[1].pixelColor(x, y) for x in row)


# -- what is heard of it


@pytest.fixture
def quick(monkeypatch, build):
    """The clock of this house runs forty times as fast."""
    monkeypatch.setattr(houses, "HandClock", lambda: HandClock(speed=40))
    house = build()
    house.use.couples.begin("Maya", "Tomas", None)
    choose(house, read_by=BOTH, hold_read_by=BOTH, minutes=10)
    return house


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, ["breath_in", "breath_out"]),
        ({"pattern": "sigh"}, ["breath_in", "breath_in", "breath_out"]),
        ({"pattern": "box"}, ["breath_in", "breath_out"]),
        ({"tone": False, "voice": True}, ["In", "Out"]),
        ({"tone": False, "voice": True, "pattern": "sigh"}, ["In", "And in", "Out"]),
        ({"voice": True}, ["breath_in", "In", "breath_out", "Out"]),
        ({"variant": BreathVariant.STILL}, ["breath_in", "breath_out"]),
        ({"variant": BreathVariant.AUDIO}, ["breath_in", "breath_out"]),
    ],
)
def test_in_and_out_are_told_apart_by_ear_and_holds_are_silent(quick, choices, expected):
    choose(quick, **choices)
    heard = listen(quick)
    phases: list[Phase] = []
    quick.turn_to("breathe")
    lights(quick).phaseBegan.connect(lambda at: phases.append(PHASES[at]))
    quick.qtbot.waitUntil(lambda: len(heard) >= 3 * len(expected))
    assert heard[: 2 * len(expected)] == 2 * expected
    assert bool(set(phases) & HOLDS) is (choices.get("pattern") == "box")


def test_with_all_sound_off_there_is_none(quick):
    couples = quick.use.couples
    couples.choose(replace(couples.settings, sound=False))
    quick.models.breath_model.refresh()
    heard = listen(quick)
    phases: list[Phase] = []
    quick.turn_to("breathe")
    lights(quick).phaseBegan.connect(lambda at: phases.append(PHASES[at]))
    quick.qtbot.waitUntil(lambda: len(phases) >= 4)
    assert heard == []
    assert quick.models.breath_model.props.sound_off


def test_the_sound_switch_of_the_settings_is_known_here(house):
    house.models.settings_model.setSound(False)
    assert house.models.breath_model.props.sound_off


def test_a_new_choice_begins_with_an_in_breath(quick):
    quick.turn_to("breathe")
    shown = lights(quick)
    phases: list[Phase] = []
    shown.phaseBegan.connect(lambda at: phases.append(PHASES[at]))
    quick.qtbot.waitUntil(lambda: "out" in phases)
    phases.clear()
    quick.models.breath_model.choose("sigh")
    # Only the new one has a second in-breath; a last phase of the old one may come before it.
    quick.qtbot.waitUntil(lambda: "again" in phases and phases[-1] != "again")
    first = phases.index("again")
    assert phases[first - 1 : first + 2] == ["in", "again", "out"]


# -- an easier one, and how much the lights grow


def test_an_easier_rhythm_is_one_press_and_one_press_back(page):
    model = page.models.breath_model
    shown = lights(page)
    page.click("An easier rhythm")
    assert ms(model.props) == (3000, 0, 0, 4500, 0)
    assert (shown.property("inMs"), shown.property("outMs")) == (3000, 4500)
    assert kept(page).pattern == "slow"
    page.click("As before")
    assert ms(model.props) == (4000, 0, 0, 6000, 0)
    page.click("An easier rhythm")
    page.turn_to("home")
    page.turn_to("breathe")
    assert ms(model.props) == (4000, 0, 0, 6000, 0)


def test_where_it_is_easy_already_nothing_easier_is_offered(page):
    choose(page, pattern="easy")
    assert not page.says("An easier rhythm")


def lanterns(shown: QQuickItem) -> list[QQuickItem]:
    return [
        item
        for item in shown.findChildren(QQuickItem)
        if item.metaObject().className().startswith("Lantern")
    ]


@pytest.mark.parametrize("still", [False, True])
def test_the_lights_grow_by_fifteen_percent_at_most_and_not_at_all_with_less_motion(quick, still):
    assert LIGHTS_GROW_PERCENT <= 15
    quick.windows.look("dark", 1.0, reduced_motion=still)
    quick.turn_to("breathe")
    shown, sizes = lights(quick), []
    phases: list[int] = []
    (left, right) = lanterns(shown)
    left.scaleChanged.connect(lambda: sizes.append(left.property("scale")))
    shown.phaseBegan.connect(phases.append)
    quick.qtbot.waitUntil(lambda: len(phases) > 5)
    sizes.append(left.property("scale"))
    grown = max(sizes) / min(sizes) - 1
    assert grown <= LIGHTS_GROW_PERCENT / 100 + 1e-6
    assert (grown == 0) is still
    assert right.property("scale") == left.property("scale")


# -- a rhythm for talks


def test_what_is_breathed_here_is_nobodys_breath_in_a_talk_without_two_yeses(page):
    how(page)
    page.click("Even: in 5.5, out 5.5")
    assert (kept(page).pattern, kept(page).talks) == ("coherent", "slow")
    assert page.says("In talks and pauses you both breathe “Slow”: in 4, out 6.")
    page.click("“Even” in talks, too?")
    page.wait_for("It counts once you have both read this and said yes.")
    page.click("Maya: yes")
    assert kept(page).talks == "slow"
    assert not page.find("Maya has said yes").isEnabled()
    page.click("Tomas: yes")
    assert kept(page).talks == "coherent"
    assert page.says("In talks and pauses you both breathe “Even”: in 5.5, out 5.5.")
    assert not page.says("Tomas has said yes")
    page.click("Back to “Slow” in talks")
    assert kept(page).talks == "slow"


def test_a_wish_for_talks_can_be_left_at_that(page):
    choose(page, pattern="box", hold_read_by=BOTH)
    how_of(page, "How you breathe: Box, 1 minute")
    page.click("“Box” in talks, too?")
    assert page.says("Holding is not for everybody")
    assert page.says("heart or lung condition")
    page.click("Tomas: yes")
    page.click("Leave it at “Slow”")
    assert kept(page).shared == BreathChoices().shared
    assert not page.says("Maya: yes")


def test_without_timers_it_waits_for_a_press(house):
    couples = house.use.couples
    couples.choose(replace(couples.settings, timers=False))
    house.turn_to("breathe")
    house.wait_for("Breathe in")
    model = house.models.breath_model
    assert not model._whole.isActive()
    assert model.props.whole_ms == 0
    assert model.props.summary == "Slow"
    how_of(house, "How you breathe: Slow")
    assert not house.says("How long")


def test_what_cannot_be_made_longer_is_said_in_one_sentence(page):
    how(page)
    page.click("A rhythm of your own")
    for _ in range(4):
        page.click("Longer: Out")
    assert not page.says("That is as far as it goes")
    page.click("Longer: Out")
    page.wait_for("That is as far as it goes")
    assert page.says("Out: 8 s")
    page.click("Shorter: Out")
    assert not page.says("That is as far as it goes")


# -- what is kept


def test_what_was_chosen_is_there_tomorrow(house, tmp_path):
    own = OwnPattern("Море 🌊", stepped(BOX, Phase.HOLD_IN, longer=False))
    choices = BreathChoices(variant=BreathVariant.AUDIO, voice=True, minutes=10).with_own(own)
    house.use.couples.choose(Settings(breath=choices))
    folder = house.store.folder
    house.store.close()
    house.store = open_store(folder, [])
    assert kept(house) == choices
    assert choices.patterns["sigh"] == SIGH
