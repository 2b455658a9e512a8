import pytest

from coupleapp.domain.checks import clamp


@pytest.mark.parametrize(("number", "nearest"), [(0, 1), (1, 1), (3, 3), (5, 5), (9, 5)])
def test_what_is_out_of_bounds_becomes_the_nearest_within(number, nearest):
    assert clamp(number, (1, 5)) == nearest
