"""Which theme a week has, and which prompt comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.feelings import Feeling, FeelingFamily
from coupleapp.domain.grounding import Grounding, GroundingStep, Rest, Zone
from coupleapp.domain.programme import (
    Cue,
    Programme,
    Prompt,
    SmallWin,
    Stem,
    Theme,
    advice_cues,
    groundings_for,
    listener_cues,
    next_prompt,
    prompts_within,
    rests_for,
    theme_of_week,
)


def prompt(name: str, depth: int = 1) -> Prompt:
    return Prompt(name, depth, "Where were you?", "Name a place.", "Picture it.")


def theme(name: str = "joys", week: int = 1, depths: tuple[int, ...] = (1,)) -> Theme:
    prompts = tuple(prompt(f"{name}.p{i}", depth) for i, depth in enumerate(depths))
    return Theme(name, week, "Joys", "To look.", "Ask once.", "Talk as you like.", prompts)


def programme_of(weeks: int) -> Programme:
    return Programme(themes=tuple(theme(f"t{week}", week) for week in range(1, weeks + 1)))


depths = st.lists(st.integers(1, 5), min_size=1, max_size=12).map(tuple)
ceilings = st.integers(0, 5)


@st.composite
def situations(draw: st.DrawFn) -> tuple[Theme, int, set[str], str | None]:
    one = theme(depths=draw(depths))
    ids = [each.id for each in one.prompts]
    used = draw(st.sets(st.sampled_from([*ids, "elsewhere.x"])))
    current = draw(st.none() | st.sampled_from([*ids, "elsewhere.x"]))
    return one, draw(ceilings), used, current


@given(st.integers(1, 52), st.integers(0, 500))
def test_after_the_last_week_the_first_comes_again(weeks: int, index: int) -> None:
    programme = programme_of(weeks)
    assert theme_of_week(programme, index) == theme_of_week(programme, index + weeks)


@given(st.integers(1, 52))
def test_one_round_shows_every_theme_once_and_in_order(weeks: int) -> None:
    programme = programme_of(weeks)
    assert tuple(theme_of_week(programme, i) for i in range(weeks)) == programme.themes


def test_an_unread_theme_leaves_no_empty_week() -> None:
    programme = Programme(themes=(theme("a", 1), theme("c", 3)))
    assert [theme_of_week(programme, i).id for i in range(4)] == ["a", "c", "a", "c"]


def test_weeks_count_from_nought() -> None:
    with pytest.raises(ValueError, match="weeks count from 0"):
        theme_of_week(programme_of(12), -1)


@given(depths, ceilings)
def test_within_the_ceiling_means_all_of_those_and_no_others(
    all_depths: tuple[int, ...], ceiling: int
) -> None:
    one = theme(depths=all_depths)
    shown = prompts_within(one, ceiling)
    assert set(shown) == {each for each in one.prompts if each.depth <= ceiling}
    assert len(shown) == len(set(shown))


@given(depths, ceilings)
def test_light_prompts_come_first_and_equals_keep_the_order_of_the_file(
    all_depths: tuple[int, ...], ceiling: int
) -> None:
    one = theme(depths=all_depths)
    places = [(each.depth, one.prompts.index(each)) for each in prompts_within(one, ceiling)]
    assert places == sorted(places)


@given(situations())
def test_next_is_within_the_ceiling_or_there_is_nothing(
    situation: tuple[Theme, int, set[str], str | None],
) -> None:
    one, ceiling, used, current = situation
    found = next_prompt(one, ceiling, used, current)
    lightest = min(each.depth for each in one.prompts)
    assert (found is None) == (lightest > ceiling)
    assert found is None or found.depth <= ceiling


@given(situations())
def test_next_is_unused_as_long_as_anything_is(
    situation: tuple[Theme, int, set[str], str | None],
) -> None:
    one, ceiling, used, current = situation
    found = next_prompt(one, ceiling, used, current)
    fresh = [
        each for each in prompts_within(one, ceiling) if each.id not in used and each.id != current
    ]
    if fresh:
        assert found == fresh[0]
    else:
        assert found is None or found.id in used or found.id == current


@given(situations())
def test_next_repeats_the_current_only_where_it_is_alone(
    situation: tuple[Theme, int, set[str], str | None],
) -> None:
    one, ceiling, used, current = situation
    found = next_prompt(one, ceiling, used, current)
    if found is not None and found.id == current:
        assert [each.id for each in prompts_within(one, ceiling)] == [current]


@given(depths, st.integers(1, 5))
def test_swapping_on_and_on_shows_each_once_and_then_goes_round(
    all_depths: tuple[int, ...], ceiling: int
) -> None:
    one = theme(depths=all_depths)
    within = [each.id for each in prompts_within(one, ceiling)]
    used: set[str] = set()
    current: str | None = None
    seen: list[str] = []
    for _ in range(2 * len(within)):
        found = next_prompt(one, ceiling, used, current)
        assert found is not None
        current = found.id
        used.add(current)
        seen.append(current)
    assert seen == within * 2


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


def test_advice_stays_closed() -> None:
    assert [cue.id for cue in listener_cues(offers())] == ["nod"]
    assert [cue.id for cue in advice_cues(offers())] == ["offer"]


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
