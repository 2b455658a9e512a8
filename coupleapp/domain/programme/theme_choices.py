"""What the couple may choose about its themes: ``decide(queue, command, now) -> choice``.

| command                  | possible                                                     |
|--------------------------|--------------------------------------------------------------|
| TakeNext, MoveUp, MoveDown | for a theme that is still to come, where it would move       |
| PutLast                  | for any theme that is not the last already                   |
| OnceMore, OnceIsEnough   | for the theme on the table, when it is not so already        |
| KeepGoing                | while a natural exit is open                                 |
| BeDone, BeginAgain       | when it is not so already                                    |

Anything else is a ``NotChosen`` and changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.programme.theme_queue import Choice, ChoiceKind, ThemeQueue


@dataclass(frozen=True, slots=True)
class TakeNext:
    """This theme comes after the one on the table."""

    theme_id: str


@dataclass(frozen=True, slots=True)
class MoveUp:
    """This theme comes before the one that is before it."""

    theme_id: str


@dataclass(frozen=True, slots=True)
class MoveDown:
    """This theme comes after the one that is behind it."""

    theme_id: str


@dataclass(frozen=True, slots=True)
class PutLast:
    """This theme comes after all others; the one on the table makes room for the next."""

    theme_id: str


@dataclass(frozen=True, slots=True)
class OnceMore:
    """The theme on the table stays another week after its talk."""


@dataclass(frozen=True, slots=True)
class OnceIsEnough:
    """It does not, after all."""


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """On, where a natural exit was open."""


@dataclass(frozen=True, slots=True)
class BeDone:
    """Done for now: a good ending."""


@dataclass(frozen=True, slots=True)
class BeginAgain:
    """The themes begin again."""


Move: TypeAlias = TakeNext | MoveUp | MoveDown | PutLast
ThemeCommand: TypeAlias = Move | OnceMore | OnceIsEnough | KeepGoing | BeDone | BeginAgain


class WhyNot(StrEnum):
    """Why a command was refused."""

    NOT_THERE = "not_there"
    ON_THE_TABLE = "on_the_table"
    IS_THERE = "is_there"
    IS_SO = "is_so"


@dataclass(frozen=True, slots=True)
class NotChosen:
    """A command that cannot be done now. Nothing has changed."""

    why: WhyNot


def decide(queue: ThemeQueue, command: ThemeCommand, now: datetime) -> Choice | NotChosen:
    """What follows when ``command`` is given at ``now``."""
    match command:
        case OnceMore():
            return _unless(
                queue.once_more == queue.on_table,
                Choice(ChoiceKind.ONCE_MORE, now, queue.on_table),
            )
        case OnceIsEnough():
            return _unless(
                queue.once_more != queue.on_table, Choice(ChoiceKind.ONCE, now, queue.on_table)
            )
        case KeepGoing():
            return _unless(not queue.exit, Choice(ChoiceKind.GO_ON, now))
        case BeDone():
            return _unless(queue.done, Choice(ChoiceKind.DONE, now))
        case BeginAgain():
            return _unless(not queue.done, Choice(ChoiceKind.BEGIN, now))
        case _:
            return _moved(queue, command, now)


def _unless(is_so: bool, choice: Choice) -> Choice | NotChosen:
    return NotChosen(WhyNot.IS_SO) if is_so else choice


def _moved(queue: ThemeQueue, move: Move, now: datetime) -> Choice | NotChosen:
    theme, present = move.theme_id, queue.present
    if theme not in present:
        return NotChosen(WhyNot.NOT_THERE)
    place = present.index(theme)
    last = len(present) - 1
    if isinstance(move, PutLast):
        if place == last:
            return NotChosen(WhyNot.IS_THERE)
        others = tuple(one for one in queue.order if one != theme)
        return Choice(ChoiceKind.LAST, now, theme, (*others, theme))
    if place == 0:
        return NotChosen(WhyNot.ON_THE_TABLE)
    if place == (last if isinstance(move, MoveDown) else 1):
        return NotChosen(WhyNot.IS_THERE)
    match move:
        case TakeNext():
            return Choice(ChoiceKind.NEXT, now, theme, _behind(queue.order, theme, present[0]))
        case MoveUp():
            order = _before(queue.order, theme, present[place - 1])
            return Choice(ChoiceKind.UP, now, theme, order)
        case MoveDown():
            order = _behind(queue.order, theme, present[place + 1])
            return Choice(ChoiceKind.DOWN, now, theme, order)


def _before(order: tuple[str, ...], theme: str, other: str) -> tuple[str, ...]:
    others = [one for one in order if one != theme]
    others.insert(others.index(other), theme)
    return tuple(others)


def _behind(order: tuple[str, ...], theme: str, other: str) -> tuple[str, ...]:
    others = [one for one in order if one != theme]
    others.insert(others.index(other) + 1, theme)
    return tuple(others)
