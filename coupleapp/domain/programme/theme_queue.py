"""The themes, week by week: which one is on the table, and what comes next.

A fold of what they talked about and what they chose. The queue begins in the order of the library.
The theme on the table waits until the week after it was talked about; then it goes to the end. A
gap of weeks therefore changes nothing. A theme that is not in the library, because its pack is
switched off, is passed over and keeps its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from coupleapp.domain.checks import require_unique
from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import EXITS
from coupleapp.domain.guided_session.past import PastSession

_WEEK = timedelta(weeks=1)
_LONG_AGO = datetime(1970, 1, 2, tzinfo=UTC)


class ChoiceKind(StrEnum):
    """What they chose. The names of those that move a theme say where it went."""

    NEXT = "next"
    UP = "up"
    DOWN = "down"
    LAST = "last"
    ONCE_MORE = "once_more"
    ONCE = "once"
    GO_ON = "go_on"
    DONE = "done"
    BEGIN = "begin"


MOVES = frozenset({ChoiceKind.NEXT, ChoiceKind.UP, ChoiceKind.DOWN, ChoiceKind.LAST})
"""Choices that change the order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of theirs, as it is kept; by whom is nobody's business.

    Attributes:
        at: When, aware UTC.
        theme_id: The theme that was moved or stays; empty where it is about none.
        order: Where a theme was moved, the whole order that followed, so that it means the same
            whatever joins or leaves the library later; empty elsewhere.

    Raises:
        ValueError: The time is not in UTC, a theme is named twice, or the order is missing or not
            wanted.
    """

    kind: ChoiceKind
    at: datetime
    theme_id: str = ""
    order: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("a choice is in UTC")
        if (self.kind in MOVES) != bool(self.order):
            raise ValueError("a choice that moves a theme, and no other, has an order")
        require_unique("theme", self.order)


@dataclass(frozen=True, slots=True)
class ThemeQueue:
    """Where the programme of this couple stands.

    Attributes:
        order: Every theme known, the one on the table first, those not in the library included.
        library: Ids of the themes that are there now, in their order.
        talked: Ids of the themes, each once, the first one first.
        since: The Monday from which on the theme on the table is there; None for the very first,
            and where they chose it themselves.
        has_talked: Whether the theme on the table was talked about, so that it moves on with the
            week.
        once_more: The theme that stays another week after its talk; empty when none does.
        exit: 4, 8 or 12 while a natural exit is open, after so many themes; 0 else.
    """

    order: tuple[str, ...]
    library: tuple[str, ...]
    talked: tuple[str, ...] = ()
    since: date | None = None
    has_talked: bool = False
    once_more: str = ""
    done: bool = False
    exit: int = 0

    @property
    def present(self) -> tuple[str, ...]:
        """Every theme of the library in the order in which they come."""
        there = set(self.library)
        return tuple(one for one in self.order if one in there)

    @property
    def on_table(self) -> str:
        """The theme of this week; empty where the library is."""
        return next(iter(self.present), "")

    @property
    def coming(self) -> tuple[str, ...]:
        """What comes after the theme on the table."""
        return self.present[1:]


def theme_queue(
    library: Sequence[str],
    history: Iterable[PastSession],
    choices: Sequence[Choice],
    today: date,
    zone: tzinfo,
) -> ThemeQueue:
    """Where the programme stands on ``today``."""
    fold = _Fold(library)
    moments: list[tuple[datetime, date, PastSession | Choice]] = [
        (at, _day(at, zone), choice) for at, choice in _as_made(choices, today, zone)
    ]
    moments += [
        (past.began_at, day, past)
        for past in history
        if past.theme_id and (day := _day(past.began_at, zone)) <= today
    ]
    for _, day, moment in sorted(moments, key=lambda one: one[0]):
        fold.turn(monday_of(day))
        if isinstance(moment, Choice):
            fold.choose(moment)
        else:
            fold.sit_down(moment, monday_of(day))
    return fold.on(today)


def _as_made(choices: Sequence[Choice], today: date, zone: tzinfo) -> list[tuple[datetime, Choice]]:
    """The choices and their times; none later than one made after it, none in days to come.

    A clock that was ahead may have said so.
    """
    times = [choice.at for choice in choices]
    for n in reversed(range(len(times) - 1)):
        times[n] = min(times[n], times[n + 1])
    past = [at for at in times if _day(at, zone) <= today]
    last = past[-1] if past else _LONG_AGO
    return list(zip([*past, *[last] * (len(times) - len(past))], choices, strict=True))


class _Fold:
    """The queue while it is told what happened."""

    def __init__(self, library: Sequence[str]) -> None:
        self._library = tuple(library)
        self._order = list(library)
        self._talked: dict[str, None] = {}
        # The Monday of the week in which a theme was talked about, until it moves on.
        self._waiting: dict[str, date] = {}
        self._since: date | None = None
        self._once_more = ""
        self._done = False
        self._exit = 0

    def turn(self, monday: date) -> None:
        """Let every week before this Monday end."""
        over = [theme for theme, week in self._waiting.items() if week < monday]
        for theme in sorted(over, key=self._waiting.__getitem__):
            week = self._waiting.pop(theme)
            if theme == self._once_more:
                self._once_more = ""
                continue
            if theme in self._order:
                self._order.remove(theme)
            self._order.append(theme)
            self._since = week + _WEEK

    def sit_down(self, past: PastSession, monday: date) -> None:
        """Whoever sits down to a theme has begun again."""
        self._done = False
        if past.talked:
            self._waiting[past.theme_id] = monday
            if past.theme_id not in self._talked:
                self._talked[past.theme_id] = None
                count = len(self._talked)
                self._exit = count if count in EXITS else 0

    def choose(self, choice: Choice) -> None:
        match choice.kind:
            case ChoiceKind.ONCE_MORE:
                self._once_more = choice.theme_id
            case ChoiceKind.ONCE:
                self._once_more = ""
            case ChoiceKind.GO_ON:
                self._exit = 0
            case ChoiceKind.DONE:
                self._done, self._exit = True, 0
            case ChoiceKind.BEGIN:
                self._done, self._exit = False, 0
            case _:
                self._waiting.pop(choice.theme_id, None)
                if self._once_more == choice.theme_id:
                    self._once_more = ""
                self._order, self._since = list(choice.order), None
                self._join()

    def on(self, today: date) -> ThemeQueue:
        self.turn(monday_of(today))
        self._join()
        queue = ThemeQueue(
            tuple(self._order),
            self._library,
            talked=tuple(self._talked),
            since=self._since,
            once_more=self._once_more,
            done=self._done,
            exit=self._exit,
        )
        return replace(queue, has_talked=queue.on_table in self._waiting)

    def _join(self) -> None:
        """Let every theme of the library in.

        What joined later comes behind the last theme that was not talked about yet, before any
        comes again, and leaves the one on the table where it is.
        """
        known, there = set(self._order), set(self._library)
        new = [theme for theme in self._library if theme not in known]
        if not new:
            return
        fresh = [theme for theme in new if theme not in self._talked]
        again = [theme for theme in new if theme in self._talked]
        table = next((n for n, theme in enumerate(self._order) if theme in there), -1)
        untold = [n for n, theme in enumerate(self._order) if theme not in self._talked]
        place = max((*untold, table)) + 1
        self._order = [*self._order[:place], *fresh, *self._order[place:], *again]


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()
