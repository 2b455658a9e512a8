"""How far a date may jump before the two of them are asked."""

from datetime import UTC, datetime, timedelta

import pytest

from coupleapp.domain.trusted_date import (
    DATE_DOUBTED_AFTER,
    DATE_NOTED_AFTER,
    is_doubtful,
    is_worth_noting,
)

SURE = datetime(2026, 11, 29, 20, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@pytest.mark.parametrize("way", [1, -1])
def test_far_ahead_and_far_back_are_doubted_alike(way):
    for near in (timedelta(), DAY, 59 * DAY, DATE_DOUBTED_AFTER):
        assert not is_doubtful(SURE + way * near, SURE)
    for far in (DATE_DOUBTED_AFTER + SECOND, 365 * DAY, 3650 * DAY):
        assert is_doubtful(SURE + way * far, SURE)


def test_it_is_noted_seldom_and_never_backwards():
    assert not is_worth_noting(SURE - 30 * DAY, SURE)
    assert not is_worth_noting(SURE + DATE_NOTED_AFTER - SECOND, SURE)
    assert is_worth_noting(SURE + DATE_NOTED_AFTER, SURE)


def test_it_is_noted_often_enough_not_to_be_doubted_by_itself():
    assert 2 * DATE_NOTED_AFTER < DATE_DOUBTED_AFTER
