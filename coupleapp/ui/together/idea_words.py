"""Ideas as they are read, and what is said about them as tags that can be switched on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.couple import Couple
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.plans.appointments import WhenRefused
from coupleapp.domain.together.ideas import Cost, Energy, Filters, Idea, Place, Traits
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, whose

translate = QCoreApplication.translate

EASY, CHILDREN = "easy_to_move", "with_children"
PLACES = (Place.INDOORS, Place.OUTDOORS)
TAGS = (*Cost, *Energy, *PLACES, EASY, CHILDREN)
UNSAID = (EASY, CHILDREN)
"""The tags of an idea of their own of which they have not said anything."""


@dataclass(frozen=True, slots=True)
class TagRow:
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One idea as it is read; ``own`` when the couple has added it."""

    idea_id: str
    words: str
    byline: str
    seat: Whose
    own: bool


def idea_rows(ideas: Sequence[Idea], couple: Couple) -> list[IdeaRow]:
    return [
        IdeaRow(idea.id, idea.text, _byline(idea, couple), whose(idea.author), idea.own)
        for idea in ideas
    ]


def _byline(idea: Idea, couple: Couple) -> str:
    said = {idea.traits.cost, idea.traits.energy, idea.traits.place}
    parts = [tag_words(tag) for tag in TAGS if tag in said]
    if idea.own:
        both = translate("ideas", "from both of you")
        parts.insert(0, both if idea.author is None else couple.name(idea.author))
    return " · ".join(parts)


def tag_rows() -> list[TagRow]:
    return [TagRow(tag, tag_words(tag)) for tag in TAGS]


def tag_words(tag: str) -> str:
    words = {
        Cost.FREE: translate("ideas", "Free"),
        Cost.LITTLE: translate("ideas", "Costs a little"),
        Cost.SOME: translate("ideas", "Costs more"),
        Energy.LOW: translate("ideas", "Restful"),
        Energy.MEDIUM: translate("ideas", "Some energy"),
        Energy.HIGH: translate("ideas", "Lively"),
        Place.INDOORS: translate("ideas", "Indoors"),
        Place.OUTDOORS: translate("ideas", "Outdoors"),
        EASY: translate("ideas", "Little walking, no stairs"),
        CHILDREN: translate("ideas", "With children around"),
    }
    return words[tag]


def filters_of(tags: Sequence[str]) -> Filters:
    return Filters(
        frozenset(Cost(tag) for tag in tags if tag in set(Cost)),
        frozenset(Energy(tag) for tag in tags if tag in set(Energy)),
        frozenset(Place(tag) for tag in tags if tag in PLACES),
        EASY in tags,
        CHILDREN in tags,
    )


def traits_of(tags: Sequence[str]) -> Traits:
    places = [place for place in PLACES if place in tags]
    return Traits(
        next((cost for cost in Cost if cost in tags), None),
        next((energy for energy in Energy if energy in tags), None),
        places[0] if len(places) == 1 else Place.EITHER,
        EASY in tags,
        CHILDREN in tags,
    )


def tags_of(traits: Traits) -> tuple[str, ...]:
    said = {traits.cost, traits.energy, traits.place}
    easy, children = traits.easy_to_move, traits.with_children
    return tuple(
        tag for tag in TAGS if tag in said or (tag, True) in {(EASY, easy), (CHILDREN, children)}
    )


def switched(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    """With this tag, if it was not there, and else without it."""
    return tuple(one for one in TAGS if (one in tags) != (one == tag))


def said_also(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    """The same for an idea: it has one cost, and asks for one energy."""
    group = next((set(kind) for kind in (Cost, Energy) if tag in set(kind)), {tag})
    return switched([one for one in tags if one == tag or one not in group], tag)


def _line_trouble(refused: LineRefused) -> str:
    if refused.fault is TextFault.EMPTY:
        return translate("OwnIdeasModel", "There is nothing to keep yet. A few words are enough.")
    sentence = translate(
        "OwnIdeasModel",
        "That is {length} letters; up to {most} fit. Shorten it a little, nothing is lost.",
    )
    return sentence.format(length=refused.length, most=LINE_MAX)


REFUSALS: wording.Refusals = {
    LineRefused: _line_trouble,
    WhenRefused: lambda _: translate(
        "ActivitiesModel", "That time has passed. Choose a later one."
    ),
}
"""What an idea and its time can be refused."""
