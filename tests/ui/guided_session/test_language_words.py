"""What is noticed is said as a question."""

import pytest

from coupleapp.domain.words.language import Remark, RemarkKind
from coupleapp.ui.guided_session.language_words import remark_words


@pytest.mark.parametrize("kind", RemarkKind)
def test_each_kind_is_one_question(qapp, kind):
    words = remark_words(Remark(kind, 0, 1))
    assert words.endswith("?")
    assert len(words) <= 80


def test_no_two_kinds_sound_alike(qapp):
    assert len({remark_words(Remark(kind, 0, 1)) for kind in RemarkKind}) == len(RemarkKind)
