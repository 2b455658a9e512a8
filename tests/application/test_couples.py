"""Who the two are: a name that cannot be taken changes nothing."""

from dataclasses import replace
from datetime import date, time

import pytest

from coupleapp.application.couples import Couples
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.calm.comfort import COMFORT_MAX, Comfort
from coupleapp.domain.couple import NAME_MAX, Both, Couple, NameFault, NameRefused, Seat
from coupleapp.domain.settings import Appearance, Settings
from coupleapp.domain.words.lines import LineRefused
from tests.application.hands import write_protected

BAD = [
    ("", "Tomas", NameFault.EMPTY),
    ("Maya", " \t ", NameFault.EMPTY),
    ("\u202e\u0000", "Tomas", NameFault.EMPTY),
    ("Maya", "x" * (NAME_MAX + 1), NameFault.TOO_LONG),
    ("Maya", "x" * 10_000, NameFault.TOO_LONG),
    ("Maya", " maya ", NameFault.SAME),
]


@pytest.fixture
def couples(store, clock):
    return Couples(store.couple, clock)


@pytest.mark.parametrize(("left", "right", "fault"), BAD)
def test_bad_names_do_not_begin(store, couples, left, right, fault):
    with pytest.raises(NameRefused) as refused:
        couples.begin(left, right, time(21))
    assert refused.value.fault is fault
    with pytest.raises(NameRefused) as checked:
        couples.check(left, right)
    assert checked.value.fault is fault
    assert couples.couple is None
    assert store.couple.couple() is None
    assert store.couple.settings() == couples.settings == Settings()


@pytest.mark.parametrize(("left", "right", "fault"), BAD)
def test_bad_names_rename_nobody(store, couples, left, right, fault):
    before = couples.begin("Ida", "Noa", None)
    with pytest.raises(NameRefused):
        couples.rename(left, right)
    assert couples.couple == store.couple.couple() == before


@pytest.mark.parametrize("left", ["  Maya\n", "🦊", "👩‍👩‍👧", "מאיה", "مايا", "M" * NAME_MAX])
def test_any_script_is_welcome_and_kept(store, couples, clock, left):
    couples.begin(left, "Tomas", time(21, 15))
    kept = Couples(store.couple, clock)
    assert kept.couple == Couple(left.strip(), "Tomas", date(2026, 11, 23))
    assert kept.settings == Settings(evening=time(21, 15))


def test_a_new_name_keeps_the_first_day(store, couples, clock):
    couples.begin("Maya", "Tomas", None)
    clock.pass_time(86400 * 9)
    couples.rename("Maja", "Tomas")
    assert store.couple.couple() == Couple("Maja", "Tomas", date(2026, 11, 23))
    assert store.couple.settings().evening is None


def test_names_are_not_exchanged_because_every_line_belongs_to_a_seat(store, couples):
    couples.begin("Maya", "Tomas", None)
    with pytest.raises(NameRefused) as refused:
        couples.rename("Tomas", "Maya")
    assert refused.value.fault is NameFault.SWAPPED
    assert store.couple.couple().left == "Maya"


def test_what_cannot_be_kept_is_not_chosen(store, couples):
    couples.begin("Maya", "Tomas", time(21))
    couple, settings = couples.couple, couples.settings
    with write_protected(store):
        with pytest.raises(StoreReadOnly):
            couples.choose(Settings(appearance=Appearance.LIGHT))
        with pytest.raises(StoreReadOnly):
            couples.rename("Ida", "Noa")
    assert (couples.couple, couples.settings) == (couple, settings)
    assert (store.couple.couple(), store.couple.settings()) == (couple, settings)


def test_nobody_is_renamed_before_the_first_run(couples):
    with pytest.raises(ValueError, match="no couple"):
        couples.rename("Maya", "Tomas")
    with pytest.raises(ValueError, match="no couple"):
        couples.choose(Settings())


def test_what_is_chosen_again_is_not_written_again(store, clock):
    couples = Couples(store.couple, clock)
    couples.begin("Maya", "Tomas", time(21))
    chosen = couples.settings
    with write_protected(store):
        couples.choose(chosen)
        with pytest.raises(StoreReadOnly):
            couples.choose(replace(chosen, sound=not chosen.sound))
    assert couples.settings == store.couple.settings() == chosen


def test_a_comfort_is_kept_for_one_without_its_full_stop_and_a_long_one_is_refused(couples):
    couples.begin("Maya", "Tomas", None)
    couples.name_comfort(Seat.LEFT, " the grey stone. ", "the lake")
    assert couples.settings.comforts == Both(Comfort("the grey stone", "the lake"), Comfort())
    before = couples.settings
    with pytest.raises(LineRefused):
        couples.name_comfort(Seat.RIGHT, "x" * (COMFORT_MAX + 1), "")
    assert couples.settings == before
