"""What is noticed is said as a question, and shown where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.language import Remark, RemarkKind, Slot, look_over
from coupleapp.ui.language_words import place_in_qt, remark_words


@pytest.mark.parametrize("kind", RemarkKind)
def test_each_kind_is_one_question(qapp, kind):
    words = remark_words(Remark(kind, 0, 1))
    assert words.endswith("?")
    assert len(words) <= 80


def test_no_two_kinds_sound_alike(qapp):
    assert len({remark_words(Remark(kind, 0, 1)) for kind in RemarkKind}) == len(RemarkKind)


def test_a_face_counts_twice_in_qt():
    text = "😀 You are lazy"
    (remark,) = look_over(text, Slot.I_FELT)
    assert place_in_qt(text, remark) == (3, 15)


@given(st.text(), st.data())
def test_places_are_those_of_utf_16(text, data):
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))

    def units(part: str) -> int:
        return len(part.encode("utf-16-le", "surrogatepass")) // 2

    place = place_in_qt(text, Remark(RemarkKind.SHOULD, start, end))
    assert place == (units(text[:start]), units(text[:end]))
