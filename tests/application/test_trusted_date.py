"""A clock that has jumped: doubted until the two of them say that it is right, or it is again."""

from datetime import timedelta

import pytest

from coupleapp.application.couples import Couples
from coupleapp.application.trusted_date import TrustedDate, newest_moment
from coupleapp.domain.guided_session import commands as c
from tests.application.hands import sessions_of, write_protected
from tests.domain.guided_session.sessions import a_plan
from tests.store.helpers import entry

DAY = 86_400


@pytest.fixture
def begun(store, clock):
    Couples(store.couple, clock).begin("Maya", "Tomas", None)
    return store


@pytest.fixture
def date(begun, clock):
    return opened(begun, clock)


def opened(store, clock):
    """As after a start."""
    couples = Couples(store.couple, clock)
    return TrustedDate(couples, clock, lambda: newest_moment(store.sessions, store.notebook))


def test_before_there_is_a_couple_nothing_is_doubted_or_noted(store, clock):
    date = opened(store, clock)
    date.note()
    assert date.trusted()
    assert store.couple.couple() is None


@pytest.mark.parametrize("days", [365, -365, 61])
def test_a_jump_is_doubted_until_they_say_that_it_is_right(date, begun, clock, days):
    date.note()
    sure = clock.now()
    clock.move_wall(days * DAY)
    for again in (date, opened(begun, clock)):
        again.note()
        doubt = again.doubt()
        assert doubt is not None
        assert (doubt.now, doubt.sure_of) == (clock.now(), sure)
        assert not again.trusted()
    date.confirm()
    assert date.trusted()
    assert opened(begun, clock).trusted()


def test_what_is_written_meanwhile_is_no_answer(date, begun, clock):
    date.note()
    clock.move_wall(400 * DAY)
    begun.notebook.add(entry("e1", minutes=400 * 24 * 60))
    leader = sessions_of(begun, clock).begin(a_plan())
    leader.handle(c.Stop())
    assert not opened(begun, clock).trusted()


def test_a_clock_that_is_set_right_is_trusted_at_once(date, clock):
    date.note()
    clock.move_wall(400 * DAY)
    assert not date.trusted()
    clock.move_wall(-400 * DAY)
    assert date.trusted()


def test_while_nearer_is_used_time_may_pass(date, begun, clock):
    for _ in range(30):
        date.note()
        assert date.trusted()
        clock.move_wall(50 * DAY)
        date = opened(begun, clock)


def test_it_is_seldom_written(date, begun, clock):
    date.note()
    first = begun.couple.settings().date_sure
    clock.move_wall(6 * DAY)
    date.note()
    assert begun.couple.settings().date_sure == first
    clock.move_wall(DAY)
    date.note()
    assert begun.couple.settings().date_sure == first + timedelta(days=7)


def test_a_file_that_knows_no_sure_date_has_its_newest_line_or_talk(date, begun, clock):
    clock.move_wall(400 * DAY)
    doubt = date.doubt()
    assert doubt is not None
    assert doubt.sure_of.date() == begun.couple.couple().since, "or the day they began"
    begun.notebook.add(entry("e1"))
    doubt = date.doubt()
    assert doubt is not None
    assert doubt.sure_of == entry("e1").written_at
    sessions_of(begun, clock).begin(a_plan())
    assert date.trusted()


def test_what_cannot_be_noted_now_is_noted_the_next_time(date, begun):
    with write_protected(begun):
        date.note()
    assert begun.couple.settings().date_sure is None
    date.note()
    assert begun.couple.settings().date_sure is not None
