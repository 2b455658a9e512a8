"""Needs, lines and plans: what cannot be built, and where the line about a no stands."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.agreements.agreement import Side, Topic, TrialRefused
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.needs.guarded import GUARDED, Area, BelongsToEachAlone
from coupleapp.domain.needs.needs import (
    OF_THE_TRIAL,
    ONE_SIDED,
    TRIAL_IDS,
    Bends,
    LineKind,
    Need,
    NeedLine,
    Ring,
    Trial,
    refuse_asking,
    trial_of,
)
from coupleapp.domain.words.lines import LineRefused, clean_line
from tests.domain.guided_session.talks_about_needs import PLAN, core, flexible, option, wish

LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
WRONG = ["", " ", " two  spaces ", "a\nbreak", "x" * (LINE_MAX + 1)]
areas = st.sampled_from(Area)
texts = st.text(min_size=1, max_size=LINE_MAX).map(
    lambda text: clean_line(text[:LINE_MAX]) or "which day"
)


@pytest.mark.parametrize("area", sorted(GUARDED))
def test_nobody_can_wish_that_the_other_bends_in_a_guarded_area(area):
    with pytest.raises(BelongsToEachAlone) as refused:
        wish(LEFT, "a little less", area)
    assert refused.value.area is area


@pytest.mark.parametrize("area", sorted(set(Area) - GUARDED))
def test_an_ordinary_wish_can_be_built_and_no_words_let_a_guarded_one_in(area):
    assert wish(LEFT, "a little less of it", area).area is area
    with pytest.raises(BelongsToEachAlone) as refused:
        wish(LEFT, "You see your friends less", area)
    assert refused.value.area is Area.PEOPLE


@given(
    st.builds(
        dict,
        id=st.just("n1"),
        seat=st.sampled_from(Seat),
        ring=st.sampled_from(Ring),
        topic=st.sampled_from(Topic),
        text=texts,
        bends=st.sampled_from(Bends),
        area=st.none() | areas,
    )
)
def test_whatever_is_built_asks_the_other_for_nothing_guarded(fields):
    try:
        need = Need(**fields)
    except (BelongsToEachAlone, ValueError):
        return
    assert need.area not in GUARDED
    if need.bends is Bends.THEIRS:
        assert need.ring is Ring.FLEXIBLE
        assert need.area is not None
    with pytest.raises(FrozenInstanceError):
        need.area = Area.SEX


def test_it_can_stand_under_what_matters_most():
    own = "My friends stay my friends, and you do not ask who"
    assert replace(core(LEFT), text=own).text == own
    assert replace(core(LEFT), text="My phone is mine", why="I was watched once").why


def test_what_is_mine_to_bend_is_left_alone_when_in_doubt():
    for words in ("when you see your friends", "which doctor we both see", "your mother’s visits"):
        assert replace(flexible(LEFT), text=words).text == words


@pytest.mark.parametrize("words", ["You give me your salary", "if you stop seeing your brother"])
def test_but_a_demand_is_not_mine(words):
    with pytest.raises(BelongsToEachAlone):
        replace(flexible(LEFT), text=words)


def test_what_belongs_to_the_other_ring_cannot_be_built():
    with pytest.raises(ValueError, match="not for the other"):
        replace(core(LEFT), bends=Bends.THEIRS, area=Area.HOME)
    with pytest.raises(ValueError, match="a reason belongs"):
        replace(flexible(LEFT), why="It is where I rest.")
    for area, bends in ((None, Bends.THEIRS), (Area.HOME, Bends.MINE)):
        with pytest.raises(ValueError, match="a wish for the other says"):
            replace(flexible(LEFT), bends=bends, area=area)


@pytest.mark.parametrize("wrong", WRONG)
def test_every_line_is_clean(wrong):
    for build in (
        lambda: replace(core(LEFT), text=wrong),
        lambda: replace(option(), text=wrong),
        lambda: replace(PLAN, when=wrong),
    ):
        with pytest.raises(LineRefused):
            build()
    if wrong:
        for build in (
            lambda: replace(core(LEFT), why=wrong),
            lambda: replace(PLAN, where=wrong),
        ):
            with pytest.raises(LineRefused):
                build()


# -- the line about a no


@pytest.mark.parametrize("topic", Topic)
def test_a_no_stands_with_every_line_where_the_topic_is_closeness_or_touch(topic):
    tender = topic in {Topic.CLOSENESS, Topic.TOUCH}
    assert core(LEFT, topic=topic).about_touch == tender
    assert flexible(RIGHT, topic=topic).about_touch == tender


@pytest.mark.parametrize("words", ["a kiss at the door", "no sex before the holidays", "touch"])
def test_and_with_whatever_names_it(words):
    assert replace(core(LEFT), text=words).about_touch
    assert replace(core(LEFT), why=words).about_touch
    assert replace(flexible(LEFT), text=words).about_touch
    assert replace(option(), text=words).about_touch
    assert replace(option(kind=LineKind.COMMON), text=words).about_touch
    assert wish(LEFT, "a longer hello", Area.TENDERNESS).about_touch


def test_it_cannot_be_taken_away():
    for thing in (core(LEFT), option()):
        assert not thing.about_touch
        with pytest.raises((AttributeError, TypeError)):
            thing.about_touch = False


# -- lines of both, and the plan


@pytest.mark.parametrize("kind", LineKind)
@pytest.mark.parametrize("author", [None, LEFT])
def test_a_line_has_an_author_where_each_writes_their_own(kind, author):
    if (author is not None) == (kind in ONE_SIDED):
        assert NeedLine("x", kind, "tea at nine", author).author is author
    else:
        with pytest.raises(ValueError, match="written by each, or by both"):
            NeedLine("x", kind, "tea at nine", author)


@pytest.mark.parametrize("kind", sorted(set(LineKind) - {LineKind.TOPIC}))
def test_no_line_asks_the_other_to_give_way_in_a_guarded_area(kind):
    author = LEFT if kind in ONE_SIDED else None
    with pytest.raises(BelongsToEachAlone):
        NeedLine("x", kind, "You stop seeing your friends", author)


def test_nor_by_name():
    refuse_asking("Tomas sees friends on Fridays", ("Maya", "Tomas"))
    with pytest.raises(BelongsToEachAlone):
        refuse_asking("Tomas stops seeing friends", ("Maya", "Tomas"))


ASKING = "be kinder if you stop seeing your friends"


@pytest.mark.parametrize("field", ["what", "when", "where", "left", "right"])
def test_no_plan_does_either(field):
    words = Side(ASKING, "it ends at nine") if field in {"left", "right"} else ASKING
    with pytest.raises(BelongsToEachAlone):
        replace(PLAN, **{field: words})


def test_each_will_is_its_authors():
    plan = replace(PLAN, what="tea on the stairs")
    by_id = {line.id: line for line in plan.lines}
    assert by_id["trial:will:left"].author is LEFT
    assert by_id["trial:will:right"].author is RIGHT
    assert by_id["trial:will:left"].text == PLAN.left.will
    assert {line.kind for line in plan.lines} == OF_THE_TRIAL
    assert {line.id for line in plan.lines} == set(TRIAL_IDS)


@given(st.integers(-1, 40))
def test_a_trial_of_a_week_to_a_month_and_no_other(days):
    if 7 <= days <= 30:
        assert trial_of(PLAN.lines, days) == replace(PLAN, days=days)
    else:
        with pytest.raises(TrialRefused):
            replace(PLAN, days=days)


def test_where_may_be_left_open():
    there = replace(PLAN, where="")
    assert trial_of((*there.lines, option()), PLAN.days) == there
    assert "trial:where" not in {line.id for line in there.lines}


def test_a_plan_that_lacks_a_line_is_none():
    with pytest.raises(KeyError):
        trial_of(PLAN.lines[:-1], 14)


def test_fourteen_days_unless_they_choose():
    assert Trial(PLAN.when, PLAN.where, PLAN.left, PLAN.right).days == 14


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("He gives me his phone every evening", True),
        ("She stops seeing her sister", True),
        ("He tells me which friends he meets and gives up one", True),
        ("That you leave my phone alone", False),
        ("I need that you do not read my phone", False),
        ("To see my family each Sunday", False),
        ("That I may say no without a long face", False),
        ("A doctor who listens to me", False),
        ("You stop seeing your friends", True),
        ("You never ask my friends about me", False),
    ],
)
def test_a_demand_on_the_other_is_no_need_of_ones_own(words, refused):
    def build():
        return Need("a", Seat.LEFT, Ring.CORE, Topic.TIME, words)

    if refused:
        with pytest.raises(BelongsToEachAlone):
            build()
    else:
        assert build().text == words


def test_what_somebody_will_do_is_read_with_i_will_before_it():
    line = NeedLine("a", LineKind.WILL, "leave my phone in the hall", Seat.LEFT)
    assert line.spoken == "I will leave my phone in the hall"
    with pytest.raises(BelongsToEachAlone):
        NeedLine("a", LineKind.WILL, "check your phone first", Seat.LEFT)
    with pytest.raises(BelongsToEachAlone):
        refuse_asking("I will check Tomas's phone first", ("Maya", "Tomas"))
