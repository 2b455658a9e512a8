"""What is added comes after ours, and never in its place."""

import pytest

from coupleapp.application.library import Library
from coupleapp.domain.programme.additions import Addition, extended
from coupleapp.domain.programme.programme import Cue, Programme, Prompt, Theme


def prompt(name: str) -> Prompt:
    return Prompt(name, 1, f"{name}?", f"{name}, softly?", "Listen.")


def theme(name: str, week: int = 1) -> Theme:
    return Theme(name, week, name.title(), "Why.", "Listen.", "Talk.", (prompt(f"{name}.first"),))


OURS = Programme((theme("joys", 1), theme("home", 2)), cues=(Cue("nod", "Nod."),))


def test_added_themes_follow_ours_in_their_order() -> None:
    grown = extended(OURS, (Addition(themes=(theme("b"), theme("a"))), Addition((theme("c"),))))
    assert [one.id for one in grown.themes] == ["joys", "home", "b", "a", "c"]
    assert [one.week for one in grown.themes] == [1, 2, 3, 4, 5]


def test_prompts_are_added_to_a_theme_that_is_there_and_to_no_other() -> None:
    more = Addition((theme("b"),), {"b": (prompt("own.1"),), "home": (prompt("own.2"),)})
    elsewhere = Addition(prompts={"gone": (prompt("own.3"),)})
    grown = {one.id: one for one in extended(OURS, (more, elsewhere)).themes}
    assert [one.id for one in grown["home"].prompts] == ["home.first", "own.2"]
    assert [one.id for one in grown["b"].prompts] == ["b.first", "own.1"]
    assert "gone" not in grown


@pytest.mark.parametrize(
    "addition",
    [
        Addition((theme("joys"),)),
        Addition(prompts={"home": (prompt("home.first"),)}),
        Addition(cues=(Cue("nod", "Again."),)),
    ],
)
def test_what_is_taken_is_refused_and_changes_nothing(addition: Addition) -> None:
    library = Library(OURS)
    library.put("own", Addition((theme("b"),)))
    before = library.programme
    with pytest.raises(ValueError, match="occurs twice"):
        library.put("packs", addition)
    assert library.programme is before
    library.put("packs", Addition((theme("c"),)))
    assert [one.id for one in library.programme.themes][2:] == ["b", "c"]


def test_what_a_source_adds_takes_the_place_of_what_it_added_before() -> None:
    library = Library(OURS)
    library.put("packs", Addition((theme("b"),)))
    library.put("packs", Addition())
    assert library.programme == OURS
