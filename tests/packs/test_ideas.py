"""What the list of things to do together promises, whoever the two are."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations, product
from pathlib import Path

import pytest

from coupleapp.domain.together.ideas import Cost, Energy, Filters, Idea, Place, Traits
from coupleapp.packs import load_programme
from tests.packs.damage import refusal
from tests.packs.test_content import FOLDER, FORBIDDEN

# What two people may not have, drink or be able to do, and must not be told that they do.
PRESUMED = re.compile(
    r"\b(?:wine|beer|bars?|pubs?|cocktails?|drinks?|cars?|driv\w+|gardens?|balcon\w+|pets?|dogs?"
    r"|cats?|beds?|bedroom|sofa|massage\w*|kiss\w*|naked|bath|undress\w*|home|house|phones?"
    r"|camera|computer|children|baby|babysitter|guests of yours)\b",
    re.IGNORECASE,
)
ONE_WISH = [
    *(Filters(costs=frozenset({one})) for one in Cost),
    *(Filters(energies=frozenset({one})) for one in Energy),
    *(Filters(places=frozenset({one})) for one in (Place.INDOORS, Place.OUTDOORS)),
    Filters(easy_to_move=True),
    Filters(with_children=True),
]


@pytest.fixture(scope="module")
def ideas() -> tuple[Idea, ...]:
    return load_programme(FOLDER).programme.ideas


def test_there_are_more_than_a_year_of_weeks_has(ideas):
    assert len(ideas) >= 70
    assert all(re.fullmatch(r"[a-z][a-z_]+", idea.id) for idea in ideas)


def test_half_of_them_cost_nothing(ideas):
    assert 2 * sum(idea.traits.cost is Cost.FREE for idea in ideas) >= len(ideas)


@pytest.mark.parametrize("wanted", ONE_WISH, ids=str)
def test_each_wish_alone_leaves_enough_for_three_blocks(ideas, wanted):
    assert sum(wanted.fit(idea) for idea in ideas) >= 12


@pytest.mark.parametrize("place", [Place.INDOORS, Place.OUTDOORS])
def test_what_asks_least_is_found_for_everybody(ideas, place):
    least = Filters(frozenset({Cost.FREE}), frozenset({Energy.LOW}), frozenset({place}), True, True)
    assert sum(least.fit(idea) for idea in ideas) >= 6


def test_lively_things_are_there_for_those_who_cannot_walk_far_too(ideas):
    wanted = Filters(energies=frozenset({Energy.HIGH}), easy_to_move=True, with_children=True)
    assert sum(wanted.fit(idea) for idea in ideas) >= 6


def test_each_is_one_short_plain_sentence(ideas):
    for idea in ideas:
        assert len(idea.text.split()) < 20, idea.id
        assert len(idea.text) <= 80, idea.id
        assert re.fullmatch(r"[A-Z][^.?!;]+\.", idea.text), idea.id
        assert not re.search(r"""['"`–—]|\.\.|\s{2}""", idea.text), idea.id


def test_no_orders_no_jargon_and_nobody_presumed(ideas):
    found = [i.text for i in ideas if FORBIDDEN.search(i.text) or PRESUMED.search(i.text)]
    assert found == []


def test_no_two_are_nearly_the_same(ideas):
    texts = [idea.text.lower() for idea in ideas]
    near = [
        (one, other)
        for one, other in combinations(texts, 2)
        if SequenceMatcher(None, one, other).ratio() >= 0.75
    ]
    assert near == []


def test_they_do_not_all_begin_alike(ideas):
    openings = Counter(idea.text.split()[0] for idea in ideas)
    assert openings.most_common(1)[0][1] <= len(ideas) // 10
    assert len(openings) >= len(ideas) // 2


def test_any_six_that_stand_together_are_a_real_choice(ideas):
    """What is shown at once is neither all of one price nor all of one pace."""
    around = (*ideas, *ideas[:5])
    for start in range(len(ideas)):
        six = around[start : start + 6]
        assert len({idea.traits.cost for idea in six}) > 1, six[0].id
        assert len({idea.traits.energy for idea in six}) > 1, six[0].id
        assert any(idea.traits.cost is Cost.FREE for idea in six), six[0].id


GOOD_IDEA = """schema = 1

[[ideas]]
id = "lake"
text = "Row across the lake."
cost = "some"
energy = "medium"
place = "outdoors"
"""


def test_what_stands_in_the_file_stands_in_the_idea(folder: Path):
    (folder / "ideas.toml").write_text(GOOD_IDEA + "with_children = true\n")
    result = load_programme(folder)
    lake = Idea(
        "lake",
        "Row across the lake.",
        Traits(Cost.SOME, Energy.MEDIUM, Place.OUTDOORS, easy_to_move=False, with_children=True),
    )
    assert result.refused == ()
    assert result.programme.ideas == (lake,)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('cost = "some"', 'cost = "a lot"', 6, "“cost” is none of the kinds that are known."),
        ('energy = "medium"\n', "", 3, "“energy” is missing here."),
        ('place = "outdoors"', "place = 3", 8, "“place” is none of the kinds that are known."),
        ('id = "lake"', 'id = "Lake"', 4, "“id” takes small letters, digits and underscores."),
        ("the lake", "the < lake", 5, None),
        ('cost = "some"', 'price = "some"', 6, "“price” is not known here."),
        ('cost = "some"', 'cost = "some"\nadded_at = 3', 7, "“added_at” is not known here."),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(folder, old, new, line, reason):
    assert old in GOOD_IDEA
    refused = refusal(folder, GOOD_IDEA.replace(old, new), "ideas.toml")
    assert refused.line == line
    assert reason is None or refused.reason == reason


def test_an_idea_that_another_file_has_is_refused(folder: Path):
    (folder / "a_first.toml").write_text(GOOD_IDEA)
    refused = refusal(folder, GOOD_IDEA, "b_second.toml")
    assert (refused.line, refused.reason) == (4, "“lake” is already taken by another file.")


def test_every_pair_of_wishes_about_price_and_place_leaves_something(ideas):
    for cost, place in product(Cost, (Place.INDOORS, Place.OUTDOORS)):
        wanted = Filters(costs=frozenset({cost}), places=frozenset({place}))
        assert sum(wanted.fit(idea) for idea in ideas) >= 4, (cost, place)
