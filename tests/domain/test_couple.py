"""Two names that can be told apart, and what may be kept of an evening and of a choice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from coupleapp.domain.couple import Couple, NameFault, NameRefused, Seat
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.notebook import EarlierText, EntryKind, NotebookEntry, TextRefused
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.settings import Settings
from coupleapp.domain.words.lines import LineRefused

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)


def test_each_seat_has_its_name():
    couple = Couple("Maya", "Tomas", DAY)
    assert {seat: couple.name(seat) for seat in Seat} == {Seat.LEFT: "Maya", Seat.RIGHT: "Tomas"}


@pytest.mark.parametrize("unclean", [" Maya", "Ma\nya"])
def test_a_name_that_was_not_cleaned_is_no_name(unclean):
    for names in ((unclean, "Tomas"), ("Tomas", unclean)):
        with pytest.raises(NameRefused) as refused:
            Couple(*names, DAY)
        assert refused.value.fault is NameFault.EMPTY


def test_two_who_are_called_the_same_cannot_be_told_apart():
    with pytest.raises(NameRefused) as refused:
        Couple("Maya", "MAYA", DAY)
    assert refused.value.fault is NameFault.SAME


def test_only_a_clean_sentence_is_an_appreciation():
    assert Appreciation(Seat.LEFT, None).text is None
    for text in ("", " You waited.", "x" * 100_000):
        with pytest.raises(TextRefused):
            Appreciation(Seat.LEFT, text)


def test_nobody_gives_twice_and_nothing_is_shown_that_was_not_given():
    given = Appreciation(Seat.LEFT, "You waited.")
    with pytest.raises(ValueError, match="once an evening"):
        Evening(DAY, (given, replace(given, text=None)))
    with pytest.raises(ValueError, match="nothing was given"):
        Evening(DAY, revealed=True)


def test_an_entry_is_clean_and_a_private_one_is_somebody_s():
    entry = NotebookEntry("1", EntryKind.FREE, None, "The lake was frozen.", NOW)
    with pytest.raises(TextRefused):
        replace(entry, text=" The lake was frozen. ")
    with pytest.raises(ValueError, match="has an author"):
        replace(entry, private=True)
    hers = replace(entry, private=True, author=Seat.LEFT)
    assert hers.private
    with pytest.raises(ValueError, match="answers nobody"):
        replace(hers, answers="2")
    with pytest.raises(ValueError, match="does not answer itself"):
        replace(entry, answers="1")
    with pytest.raises(TextRefused):
        EarlierText(" The lake was frozen. ", NOW)


@pytest.mark.parametrize("unclean", ["", " Tea", "Tea\non the stairs"])
def test_a_ritual_has_two_clean_lines(unclean):
    tea = OwnRitual(
        "1", "Tea", "The day stays outside.", frozenset({4}), time(20), frozenset(Seat), NOW
    )
    for line in ("name", "meaning"):
        with pytest.raises(LineRefused):
            replace(tea, **{line: unclean})


@pytest.mark.parametrize(
    ("wrong", "fine"),
    [
        ({"text_scale": 0.9}, {"text_scale": 1.0}),
        ({"text_scale": 2.1}, {"text_scale": 2.0}),
        ({"speak_s": 29}, {"speak_s": 30}),
        ({"speak_s": 181}, {"speak_s": 180}),
        ({"chunks": 0}, {"chunks": 1}),
        ({"chunks": 6}, {"chunks": 5}),
        ({"typed": (Seat.LEFT, Seat.LEFT)}, {"typed": (Seat.RIGHT, Seat.LEFT)}),
        ({"invites": -1}, {"invites": 0}),
        ({"invites": 3}, {"invites": 2}),
    ],
)
def test_a_choice_stays_within_its_bounds(wrong, fine):
    (name,) = wrong
    with pytest.raises(ValueError, match=name if name != "typed" else "types once"):
        Settings(**wrong)
    assert Settings(**fine) == replace(Settings(), **fine)
