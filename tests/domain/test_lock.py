from itertools import cycle, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.lock import (
    GROUP_LENGTH,
    SHEET_GROUPS,
    SHEET_SYMBOLS,
    Passphrase,
    SheetCode,
    SheetUnreadable,
    draw_sheet,
    read_sheet,
    reads_right,
    wait_s,
)
from coupleapp.domain.settings import Settings

sheets = st.text(SHEET_SYMBOLS, min_size=28, max_size=28).map(SheetCode)


@given(sheets)
def test_a_sheet_reads_as_it_was_written(sheet: SheetCode):
    groups = sheet.groups

    assert len(groups) == SHEET_GROUPS
    for between in (" ", "", "-", "\n", " – ", "‐", ". ", ", "):
        assert read_sheet(between.join(groups).lower()) == sheet
    assert sheet.symbols not in repr(sheet)


@given(sheets, st.integers(0, 6), st.integers(0, GROUP_LENGTH - 1), st.sampled_from(SHEET_SYMBOLS))
def test_one_wrong_symbol_names_its_group(sheet, group: int, at: int, other: str):
    groups = list(sheet.groups)
    before = groups[group]
    groups[group] = before[:at] + other + before[at + 1 :]

    if groups[group] == before:
        assert read_sheet(" ".join(groups)) == sheet
        return
    with pytest.raises(SheetUnreadable) as told:
        read_sheet(" ".join(groups))
    assert told.value.groups == (group + 1,)


@given(sheets, st.integers(0, 6), st.integers(0, GROUP_LENGTH - 2))
def test_two_symbols_that_changed_places_are_found(sheet, group: int, at: int):
    groups = list(sheet.groups)
    symbols = list(groups[group])
    symbols[at], symbols[at + 1] = symbols[at + 1], symbols[at]
    changed = "".join(symbols)

    assert reads_right(changed, group + 1) == (changed == groups[group])


@given(sheets, st.permutations(range(SHEET_GROUPS)))
def test_groups_in_another_order_are_found(sheet: SheetCode, order: list[int]):
    typed = " ".join(sheet.groups[place] for place in order)

    if order == sorted(order):
        assert read_sheet(typed) == sheet
    else:
        with pytest.raises(SheetUnreadable):
            read_sheet(typed)


@pytest.mark.parametrize(
    ("typed", "found"), [("", 0), ("AAAAA", 1), (" ".join(["22223"] * 8), 8), ("0O1IL", 1)]
)
def test_what_is_no_sheet_says_how_much_is_there(typed: str, found: int):
    with pytest.raises(SheetUnreadable) as told:
        read_sheet(typed)

    assert told.value.found == found


def test_a_symbol_no_sheet_has_is_in_its_group():
    groups = list(draw_sheet(lambda symbols: symbols[0]).groups)
    groups[3] = "O" + groups[3][1:]

    with pytest.raises(SheetUnreadable) as told:
        read_sheet(" ".join(groups))

    assert (told.value.groups, told.value.found) == ((4,), 7)


def test_a_sheet_is_drawn_symbol_by_symbol():
    drawn = cycle(SHEET_SYMBOLS)

    assert draw_sheet(lambda _: next(drawn)).symbols == SHEET_SYMBOLS[:28]
    assert len(SHEET_SYMBOLS) == 31
    assert 31**28 > 2**128


@pytest.mark.parametrize("symbols", ["", "2" * 27, "2" * 29, "O" + "2" * 27])
def test_no_other_code_can_be_built(symbols: str):
    with pytest.raises(ValueError, match="no code"):
        SheetCode(symbols)


def test_two_ways_of_typing_the_same_letters_are_one_passphrase():
    assert Passphrase("Gru\u0308n und Blau") == Passphrase("Gr\u00fcn und Blau")
    assert Passphrase(" a ") != Passphrase("a")
    assert Passphrase("four\u00a0words\u2003here") == Passphrase("four words here")
    assert "secret" not in repr(Passphrase("secret"))


def test_a_passphrase_has_eight_characters():
    assert not Passphrase("1234567").long_enough
    assert Passphrase("12345678").long_enough


def test_wrong_tries_wait_longer_and_never_for_good():
    waits = [wait_s(wrong) for wrong in range(200)]

    assert waits[:5] == [0, 0, 0, 1, 2]
    assert all(one <= other for one, other in pairwise(waits))
    assert waits[-1] == 60


def test_it_locks_after_one_of_the_times_there_are():
    assert Settings().lock_after == 5
    assert Settings(lock_after=0).lock_after == 0
    with pytest.raises(ValueError, match="until it locks"):
        Settings(lock_after=7)
