"""What is typed on own pages: under whichever passphrase it was begun, none of it is lost."""

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import OwnPages, own_draft
from coupleapp.application.ports import StoreFull
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import Passphrase
from coupleapp.store import Store
from coupleapp.store.own_pages import seal_what_lies_open
from coupleapp.store.tables import OwnKeyRow
from tests.application.hands import HandClock, full_disk, new_id
from tests.store.test_unreadable import NO_TEXT, sql

HERS = Passphrase("the lake in winter")
LATER = Passphrase("the lake in summer")
FIRST, SECOND = "Begun in winter.", "Begun in summer."


@pytest.fixture
def drafts(store: Store) -> Drafts:
    return Drafts(store.drafts, lambda work: work())


@pytest.fixture
def own(store: Store, drafts: Drafts, clock: HandClock) -> OwnPages:
    return OwnPages(store.own_pages, drafts, clock, lambda _: False)


@pytest.fixture
def notebook(store: Store, clock: HandClock) -> Notebook:
    return Notebook(store.notebook, clock, new_id, lambda: True)


@pytest.fixture
def both(own, clock) -> OwnPages:
    """One was begun under a passphrase that was forgotten, the other since."""
    own.choose(Seat.LEFT, HERS)
    own.keep_draft(Seat.LEFT, own.open(Seat.LEFT, HERS), FIRST)
    clock.pass_time(60)
    own.begin_anew(Seat.LEFT, LATER)
    own.keep_draft(Seat.LEFT, own.open(Seat.LEFT, LATER), SECOND)
    return own


def names(store: Store) -> list[str]:
    return [key for (key,) in store.database.read("SELECT key FROM draft")]


def test_each_opens_with_its_own_passphrase(both):
    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, HERS)) == FIRST
    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, LATER)) == SECOND
    assert both.draft(Seat.LEFT, None) == ""


@pytest.mark.parametrize("last", [HERS, LATER])
def test_with_both_given_they_are_one_text_the_earlier_first(both, last):
    (first,) = {HERS, LATER} - {last}
    opened = both.open(Seat.LEFT, last, both.open(Seat.LEFT, first))

    assert both.draft(Seat.LEFT, opened) == f"{FIRST}\n\n{SECOND}"


def test_what_is_typed_then_takes_the_place_of_both(both, store):
    opened = both.open(Seat.LEFT, LATER, both.open(Seat.LEFT, HERS))

    both.keep_draft(Seat.LEFT, opened, "Both of it.")

    assert both.draft(Seat.LEFT, opened) == "Both of it."
    assert len(names(store)) == 1
    both.keep_draft(Seat.LEFT, opened, "")
    assert names(store) == []


def test_what_is_kept_takes_away_only_what_could_be_read(both):
    both.keep_draft(Seat.LEFT, both.open(Seat.LEFT, LATER), "")

    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, HERS)) == FIRST


def test_the_earlier_stays_where_the_new_cannot_be_written(both, store):
    opened = both.open(Seat.LEFT, LATER, both.open(Seat.LEFT, HERS))
    with full_disk(store), pytest.raises(StoreFull):
        both.keep_draft(Seat.LEFT, opened, f"{FIRST} {SECOND}" + "x" * 100_000)

    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, HERS)) == FIRST


def test_the_drafts_of_another_line_are_others(own):
    own.keep_draft(Seat.LEFT, None, "of e1", "e1")
    own.keep_draft(Seat.LEFT, None, "of e10", "e10")
    own.keep_draft(Seat.RIGHT, None, "his", "e1")

    assert own.draft(Seat.LEFT, None, "e1") == "of e1"
    own.forget_drafts(Seat.LEFT, "e1")
    assert own.draft(Seat.LEFT, None, "e1") == ""
    assert own.draft(Seat.LEFT, None, "e10") == "of e10"
    assert own.draft(Seat.RIGHT, None, "e1") == "his"


def test_of_a_line_that_is_gone_every_draft_goes(both, store):
    both.forget_drafts(Seat.LEFT, "new")

    assert names(store) == []


def test_without_a_passphrase_all_that_it_opened_lies_open_as_one(both, store):
    both.begin_anew(Seat.LEFT, LATER)
    opened = both.open(Seat.LEFT, LATER)
    in_between = f"open {SECOND} Typed in between."
    store.drafts.remember_draft(own_draft(Seat.LEFT, "new", "open"), in_between)
    assert SECOND in both.draft(Seat.LEFT, opened)

    both.let_go(Seat.LEFT, LATER)

    assert sorted(both.draft(Seat.LEFT, None).split("\n\n")) == [
        SECOND,
        f"{SECOND} Typed in between.",
    ]
    both.keep_draft(Seat.LEFT, None, "And on.")
    assert both.draft(Seat.LEFT, None) == "And on."
    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, HERS)) == f"{FIRST}\n\nAnd on."


def test_one_begun_in_the_open_is_sealed_beside_one_that_waits(both, store):
    both.let_go(Seat.LEFT, LATER)
    both.choose(Seat.LEFT, LATER)

    assert both.draft(Seat.LEFT, None) == ""
    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, LATER)) == SECOND
    assert both.draft(Seat.LEFT, both.open(Seat.LEFT, HERS)) == FIRST


# -- as an earlier Nearer has kept them: one name for each line, whatever seals it

EARLIER_KEY = (
    "INSERT INTO own_key VALUES ('2a124f54f81343c68689d495284565d4', 'left', 1795464000123456, 1, "
    "'c465ac8a8be96d330b8ead97033f29255f09d4f3fb25d8b5b5619adae91b754a', "
    "'568f44fe73383d86cdcb7144', 'ff463254781c7cae3d04f4b8116c6cd511bf0c71366deb81d51e8bb73dbad271"
    "975f6ceadfdc868d0ecd0d4d1d12864a', '006fce093997635e32ebe33d18e5e599', 65536, 1, 4)"
)
EARLIER_DRAFT = (
    "sealed 2a124f54f81343c68689d495284565d4 UYGzCVffOHviVyylL5xxi66JjF7KLEoOfhG2GeFYKHUs3aegmK49"
    "TGwDfmgZC5CtQFcRa3IXv6NgrnE="
)


@pytest.fixture
def earlier(store: Store, own: OwnPages) -> OwnPages:
    sql(store, EARLIER_KEY)
    store.drafts.remember_draft("own:left:new", EARLIER_DRAFT)
    return own


def test_one_of_an_earlier_nearer_opens(earlier, store):
    opened = earlier.open(Seat.LEFT, HERS)

    assert earlier.draft(Seat.LEFT, opened) == "Half a thou"
    earlier.keep_draft(Seat.LEFT, opened, "Half a thought.")
    assert earlier.draft(Seat.LEFT, opened) == "Half a thought."
    assert "own:left:new" not in names(store)


@pytest.mark.parametrize("since", ["another passphrase", "none"])
def test_one_of_an_earlier_nearer_is_never_written_over(earlier, since):
    opened = None
    earlier.begin_anew(Seat.LEFT, LATER)
    if since == "none":
        earlier.let_go(Seat.LEFT, LATER)
    else:
        opened = earlier.open(Seat.LEFT, LATER)
    earlier.keep_draft(Seat.LEFT, opened, SECOND)
    earlier.keep_draft(Seat.LEFT, opened, "")

    assert earlier.draft(Seat.LEFT, earlier.open(Seat.LEFT, HERS)) == "Half a thou"


def test_one_that_lay_open_in_an_earlier_nearer_is_sealed_with_the_rest(store, own):
    store.drafts.remember_draft("own:left:new", "open Half a thou")
    assert own.draft(Seat.LEFT, None) == "Half a thou"

    own.choose(Seat.LEFT, HERS)

    assert own.draft(Seat.LEFT, None) == ""
    assert own.draft(Seat.LEFT, own.open(Seat.LEFT, HERS)) == "Half a thou"
    assert "Half" not in str(store.database.read("SELECT * FROM draft"))
    assert "own:left:new" not in names(store)


# -- damaged ones


@pytest.mark.parametrize("bad", ["'sealed ' || substr(text, 8, 40)", NO_TEXT, "x'ff'"])
def test_one_that_cannot_be_read_stands_in_nobodys_way(both, store, notebook, bad):
    (name,) = [key for key in names(store) if store.own_pages._keys()[0].id in key]
    sql(store, f"UPDATE draft SET text = {bad} WHERE key = '{name}'")  # noqa: S608 - ours
    opened = both.open(Seat.LEFT, LATER, both.open(Seat.LEFT, HERS))

    assert both.draft(Seat.LEFT, opened) == FIRST
    both.let_go(Seat.LEFT, LATER)
    assert name in names(store)


def test_one_that_waits_is_not_written_over_by_what_is_sealed_under_its_key(store, own, drafts):
    """Its key had been taken out of the file, and is back."""
    own.choose(Seat.LEFT, HERS)
    own.keep_draft(Seat.LEFT, own.open(Seat.LEFT, HERS), FIRST)
    (key,) = store.own_pages._keys()
    sql(store, "DELETE FROM own_key")
    own.keep_draft(Seat.LEFT, None, SECOND)

    with store.database.transaction() as work:
        back = OwnKeyRow(**key.model_dump())
        work.add(back)
        work.flush()
        seal_what_lies_open(work, back)

    assert own.draft(Seat.LEFT, None) == ""
    both = own.draft(Seat.LEFT, own.open(Seat.LEFT, HERS))
    assert set(both.split("\n\n")) == {FIRST, SECOND}
