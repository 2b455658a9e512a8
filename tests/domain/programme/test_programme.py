"""What a programme is made of, and what suits whom."""

import pytest

from coupleapp.domain.calm.feelings import Feeling, FeelingFamily
from coupleapp.domain.calm.grounding import Grounding, GroundingStep, Rest, Zone
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.programme.programme import (
    Cue,
    Programme,
    Prompt,
    SmallWin,
    Stem,
    Theme,
    groundings_for,
    rests_for,
)


def prompt(name: str, depth: int = 1) -> Prompt:
    return Prompt(name, depth, "Where were you?", "Name a place.", "Picture it.")


def theme(name: str = "joys", week: int = 1, depths: tuple[int, ...] = (1,)) -> Theme:
    prompts = tuple(prompt(f"{name}.p{i}", depth) for i, depth in enumerate(depths))
    return Theme(name, week, "Joys", "To look.", "Ask once.", "Talk as you like.", prompts)


@pytest.mark.parametrize("depth", [0, 6, -1])
def test_depth_is_one_to_five(depth: int) -> None:
    with pytest.raises(ValueError, match="depth"):
        prompt("joys.a", depth)


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_prompt_needs_all_its_texts(place: int, empty: str) -> None:
    texts = ["joys.a", "Where were you?", "Name a place.", "Picture it."]
    texts[place] = empty
    with pytest.raises(ValueError, match="needs its"):
        Prompt(texts[0], 1, *texts[1:])


@pytest.mark.parametrize("place", range(5))
def test_a_theme_needs_all_its_texts(place: int) -> None:
    texts = ["joys", "Joys", "To look.", "Ask once.", "Talk as you like."]
    texts[place] = ""
    with pytest.raises(ValueError, match="needs its"):
        Theme(texts[0], 1, texts[1], texts[2], texts[3], texts[4], (prompt("joys.a"),))


@pytest.mark.parametrize("make", [SmallWin, Stem, Cue])
@pytest.mark.parametrize("texts", [("", "You waited."), ("waited", " ")])
def test_short_texts_are_there(
    make: type[SmallWin] | type[Stem] | type[Cue], texts: tuple[str, str]
) -> None:
    with pytest.raises(ValueError, match="needs its"):
        make(*texts)


@pytest.mark.parametrize("week", [0, 1000])
def test_a_theme_has_a_place_in_the_order(week: int) -> None:
    with pytest.raises(ValueError, match="week"):
        theme(week=week)


def test_a_theme_has_prompts_and_no_id_twice() -> None:
    with pytest.raises(ValueError, match="at least one prompt"):
        theme(depths=())
    with pytest.raises(ValueError, match="occurs twice"):
        Theme("joys", 1, "Joys", "To look.", "Ask.", "Talk.", (prompt("joys.a"), prompt("joys.a")))


def test_a_grounding_lasts_as_long_as_its_steps() -> None:
    steps = (GroundingStep("Press.", 30), GroundingStep("Let go.", 30))
    assert Grounding("feet", "Feel the floor", 60, steps).seconds == 60
    with pytest.raises(ValueError, match="the steps take 60 seconds"):
        Grounding("feet", "Feel the floor", 61, steps)


@pytest.mark.parametrize("seconds", [29, 181])
def test_a_grounding_is_neither_a_blink_nor_an_evening(seconds: int) -> None:
    steps = (GroundingStep("Press.", 1), GroundingStep("Let go.", seconds - 1))
    with pytest.raises(ValueError, match="it can be 30 to 180"):
        Grounding("feet", "Feel the floor", seconds, steps)


def test_a_grounding_has_steps_that_last() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Grounding("feet", "Feel the floor", 60, ())
    with pytest.raises(ValueError, match="it can be 1 to 180"):
        GroundingStep("Press.", 0)
    with pytest.raises(ValueError, match="needs its text"):
        GroundingStep("", 10)


STEPS = (GroundingStep("Press.", 60),)
CALMING = (Zone.TOO_MUCH, Zone.ALL_RIGHT)


def offers() -> Programme:
    suits = {"a": (Zone.FAR_AWAY,), "b": CALMING, "c": tuple(Zone), "d": (Zone.ALL_RIGHT,)}
    return Programme(
        themes=(theme(),),
        groundings=tuple(Grounding(i, i, 60, STEPS, zones) for i, zones in suits.items()),
        rests=tuple(Rest(i, i, "Rest.", zones) for i, zones in suits.items()),
        cues=(Cue("nod", "Nod."), Cue("offer", "Would it help?", advice=True)),
    )


@pytest.mark.parametrize(
    ("zone", "order"),
    [(Zone.TOO_MUCH, "bcad"), (Zone.ALL_RIGHT, "bcda"), (Zone.FAR_AWAY, "ac")],
)
def test_what_suits_comes_first_and_far_away_nothing_else(zone: Zone, order: str) -> None:
    assert "".join(one.id for one in groundings_for(offers(), zone)) == order
    assert "".join(one.id for one in rests_for(offers(), zone)) == order


def test_what_does_not_say_whom_it_suits_is_not_for_the_far_away() -> None:
    assert Zone.FAR_AWAY not in Grounding("feet", "Feel the floor", 60, STEPS).suits
    assert Zone.FAR_AWAY not in Rest("tea", "Tea", "Wait for the water.").suits


@pytest.mark.parametrize("suits", [(), (Zone.TOO_MUCH, Zone.TOO_MUCH)])
def test_zones_are_there_and_told_apart(suits: tuple[Zone, ...]) -> None:
    with pytest.raises(ValueError, match="zone"):
        Grounding("feet", "Feel the floor", 60, STEPS, suits)
    with pytest.raises(ValueError, match="zone"):
        Rest("tea", "Tea", "Wait for the water.", suits)


def test_a_family_holds_feelings_with_names_of_their_own() -> None:
    with pytest.raises(ValueError, match="at least one feeling"):
        FeelingFamily("glad", "Glad", True, ())
    with pytest.raises(ValueError, match="feeling 'happy' occurs twice"):
        FeelingFamily("glad", "Glad", True, (Feeling("happy", "happy"), Feeling("happy", "merry")))
    with pytest.raises(ValueError, match="needs its word"):
        Feeling("happy", " ")
    families = (
        FeelingFamily("glad", "Glad", True, (Feeling("happy", "happy"),)),
        FeelingFamily("light", "Light", True, (Feeling("happy", "happy"),)),
    )
    with pytest.raises(ValueError, match="feeling 'happy' occurs twice"):
        Programme(themes=(theme(),), feelings=families)


def test_a_programme_needs_a_theme() -> None:
    with pytest.raises(ValueError, match="at least one theme"):
        Programme(themes=())


def test_themes_stand_in_the_order_of_their_weeks_one_a_week() -> None:
    with pytest.raises(ValueError, match="order of their weeks"):
        Programme(themes=(theme("a", 2), theme("b", 1)))
    with pytest.raises(ValueError, match="week 1 occurs twice"):
        Programme(themes=(theme("a", 1), theme("b", 1)))


def test_ids_are_unique_in_the_whole_programme() -> None:
    twin = Theme("b", 2, "B", "To look.", "Ask.", "Talk.", (prompt("joys.p0"),))
    with pytest.raises(ValueError, match="theme 'joys' occurs twice"):
        Programme(themes=(theme("joys", 1), theme("joys", 2)))
    with pytest.raises(ValueError, match=r"prompt 'joys\.p0' occurs twice"):
        Programme(themes=(theme("joys", 1), twin))
    with pytest.raises(ValueError, match="small win 'w' occurs twice"):
        Programme(themes=(theme(),), small_wins=(SmallWin("w", "You x."), SmallWin("w", "You y.")))
    with pytest.raises(ValueError, match="stem 's' occurs twice"):
        Programme(themes=(theme(),), stems=(Stem("s", "You …"), Stem("s", "When you …")))
    with pytest.raises(ValueError, match="cue 'c' occurs twice"):
        Programme(themes=(theme(),), cues=(Cue("c", "Nod."), Cue("c", "Rest.")))


@pytest.mark.parametrize(
    ("win", "fits"),
    [
        (SmallWin("w", "You x."), True),
        (SmallWin("w", "You x.", after=Deed.SPOKE), True),
        (SmallWin("w", "You x.", after=Deed.PAUSED), False),
        (SmallWin("w", "You x.", formats=("theme_talk",)), True),
        (SmallWin("w", "You x.", formats=("good_news",)), False),
    ],
)
def test_a_small_win_fits_where_it_happened(win, fits):
    assert win.fits("theme_talk", {Deed.SPOKE}) is fits
