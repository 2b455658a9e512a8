"""Agreements for the tests: one to begin with, and anything two people may ask of it."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import (
    Agreement,
    Side,
    Topic,
    Words,
    review_day,
    words_of,
)
from coupleapp.domain.agreements.life import Answered, Made, evolve, fold
from coupleapp.domain.agreements.review import Distance, PrivateAnswer
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.words.lines import clean_line

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
BOTH = frozenset(Seat)

TEA = Agreement(
    id="a1",
    topic=Topic.TIME,
    own_topic="",
    session_id=None,
    made_at=NOW,
    when="after supper on Tuesdays",
    where="the kitchen table",
    left=Side("leave my telephone in the hall", "half an hour that is ours"),
    right=Side("put the kettle on", "it ends at nine"),
    review_on=date(2026, 12, 7),
)

GOOD = PrivateAnswer(9, 9, Distance.LESS, new_tension=False)
TENSE = PrivateAnswer(9, 9, Distance.SAME, new_tension=True)
TIGHT = PrivateAnswer(4, 9, Distance.MORE, new_tension=False)

_ratings = st.none() | st.integers(0, 10)
answers = st.builds(
    PrivateAnswer,
    _ratings,
    _ratings,
    st.none() | st.sampled_from(Distance),
    st.none() | st.booleans(),
)
seats = st.sampled_from(Seat)
yeses = st.just(BOTH) | st.frozensets(seats)
days = st.sampled_from([7, 14, 30]) | st.integers(-3, 40)
lines = st.sampled_from(["on Sundays", "sit down first", "a quiet start"])
any_line = st.text(min_size=1, max_size=LINE_MAX).map(clean_line).filter(bool)
sides = st.builds(Side, any_line, any_line)


@st.composite
def agreements(draw) -> Agreement:
    made_at = draw(st.datetimes(timezones=st.just(UTC), max_value=datetime(9000, 1, 1)))  # noqa: DTZ001
    topic = draw(st.sampled_from(Topic))
    return Agreement(
        id=draw(st.text(min_size=1)),
        topic=topic,
        own_topic=draw(any_line) if topic is Topic.OWN else "",
        session_id=draw(st.none() | st.text()),
        made_at=made_at,
        when=draw(any_line),
        where=draw(any_line | st.just("")),
        left=draw(sides),
        right=draw(sides),
        review_on=review_day(made_at, UTC, draw(st.integers(7, 30))),
    )


typed = st.builds(Words, lines, lines | st.just(""), lines, lines, lines, lines) | st.just(
    words_of(TEA)
)


def answered(seat: Seat, answer: PrivateAnswer = GOOD, at: datetime = NOW) -> Answered:
    return Answered(at, seat, answer)


def reviewed(left: PrivateAnswer = GOOD, right: PrivateAnswer = GOOD):
    """One that both have reviewed."""
    return fold([Made(TEA), answered(LEFT, left), answered(RIGHT, right)])


def after(life, command, now=NOW, zone=UTC):
    """What becomes of it; the command has to be possible."""
    event = r.decide(life, command, now, zone)
    assert not isinstance(event, r.AgreementRefusal), event
    return evolve(life, event)
