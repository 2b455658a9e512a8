"""What is said of the ways in, and of what is typed."""

import pytest

from coupleapp.application.ports import SecretRefused, StoreFull
from coupleapp.domain.lock import Passphrase, SheetUnreadable, WayIn, draw_sheet, read_sheet
from coupleapp.ui.lock import words

CODE = draw_sheet(lambda symbols: symbols[5])
WHOLE = " ".join(CODE.groups)
W = WayIn


def sentence(typed: str) -> str:
    with pytest.raises(SheetUnreadable) as refused:
        read_sheet(typed)
    return words.sheet_trouble(refused.value)


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        ({W.PASSPHRASE}, "Your passphrase opens your notebook."),
        ({W.PASSPHRASE, W.KEYRING}, "also opens by itself"),
        ({W.KEYRING}, "The key lies in this computer's keyring"),
        ({W.KEYFILE}, "The key lies in a file beside it"),
        ({W.SHEET}, "Nothing on this computer opens your notebook by itself."),
    ],
)
def test_what_opens_it(ways, said):
    assert said in words.opens_words(ways)
    assert words.settings_words(ways) == f"Your words are encrypted. {words.opens_words(ways)}"


@pytest.mark.parametrize("way", [W.PASSPHRASE, W.KEYRING, W.KEYFILE])
def test_what_happens_when_that_is_lost(way):
    alone, with_sheet = words.loss_words({way}), words.loss_words({way, W.SHEET})
    assert "nobody can open" in alone
    assert "A recovery sheet would open it all the same." in alone
    assert "nobody" not in with_sheet
    assert "your recovery sheet opens" in with_sheet


def test_each_trouble_while_typing_is_one_sentence():
    groups = list(CODE.groups)
    assert sentence("") == "Type the code on your sheet: seven groups of five."
    assert sentence(groups[0]) == "One group is there. A sheet has seven."
    assert sentence(" ".join(groups[:6])) == "6 groups are there. A sheet has seven."
    assert "more groups here than on a sheet" in sentence(f"{WHOLE} {groups[0]}")
    slip = ["22222" if place == 3 else group for place, group in enumerate(groups, 1)]
    assert sentence(" ".join(slip)) == "Have another look at group 3."
    slip[4] = "22222"
    assert sentence(" ".join(slip)) == "Have another look at groups 3 and 5."
    slip[6] = "22222"
    assert sentence(" ".join(slip)) == "Have another look, beginning with group 3."


@pytest.mark.parametrize("parted", [" ", "-", "  ", ""])
def test_while_somebody_types_nothing_is_said_of_the_group_that_is_not_whole(parted):
    shown = parted.join(CODE.groups)
    for count in range(len(shown) + 1):
        said = words.typed_words(shown[:count])
        assert "another look" not in said, (shown[:count], said)
    assert words.typed_words(shown) == "All seven groups read right."
    assert words.typed_words("") == ""
    assert words.typed_words(CODE.groups[0][:3]) == ""
    assert words.typed_words(CODE.groups[0]) == "1 of seven groups read right."
    assert words.typed_words(parted.join([*CODE.groups[:2], "2222"])).startswith("2 of seven")


def test_a_slip_is_named_as_soon_as_its_group_is_whole():
    first, second, *_ = CODE.groups
    assert words.typed_words(f"{first} 22222") == "Have another look at group 2."
    assert words.typed_words(f"22222 {second[:2]}") == "Have another look at group 1."


def test_what_cannot_be_a_passphrase_says_why():
    short, ours = Passphrase("a b c"), Passphrase("the heron")
    assert "at least 8 characters" in words.passphrase_trouble(short, short)
    assert "not the same yet" in words.passphrase_trouble(ours, Passphrase("the herons"))
    assert words.passphrase_trouble(ours, ours) == ""
    # Two ways of typing the same letters.
    assert words.passphrase_trouble(Passphrase("h\u00e9ron on"), Passphrase("he\u0301ron on")) == ""


def test_each_kind_of_error_has_its_words():
    refused = words.trouble_words(SecretRefused(), "another")
    assert refused == "another"
    assert "The disk is full" in words.trouble_words(StoreFull(), "another")
    assert "Something inside Nearer" in words.trouble_words(RuntimeError(), "another")
