import pytest

from coupleapp.domain.calm.comfort import COMFORT_MAX, Comfort


@pytest.mark.parametrize("words", ["x" * (COMFORT_MAX + 1), " a cup", "a\ncup", "a  cup", "\t"])
def test_a_comfort_is_one_short_line(words):
    for named in ({"hold": words}, {"place": words}):
        with pytest.raises(ValueError, match="one short line"):
            Comfort(**named)


def test_empty_is_fine():
    assert Comfort() == Comfort("", "")
    assert Comfort("x" * COMFORT_MAX).place == ""
