from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.reminders.kinds import ReminderKind, ShownReminder
from coupleapp.store import Store, open_store
from tests.store.helpers import NOW, entry, later

TONIGHT = date(2026, 11, 23)
KIND = ReminderKind.APPRECIATION
HERS, HIS = Appreciation(Seat.RIGHT, "you waited for me"), Appreciation(Seat.LEFT, None)


def test_an_evening_is_empty_then_has_what_was_given_in_that_order(store: Store):
    assert store.evenings.evening(TONIGHT) == Evening(TONIGHT)
    store.evenings.give(TONIGHT, HERS)
    store.evenings.give(TONIGHT, HIS)

    assert store.evenings.evening(TONIGHT) == Evening(TONIGHT, (HERS, HIS))
    assert store.evenings.evening(TONIGHT + timedelta(days=1)).given == ()


def test_nobody_gives_twice(store: Store):
    store.evenings.give(TONIGHT, HERS)

    with pytest.raises(StoreError, match="given already"):
        store.evenings.give(TONIGHT, Appreciation(Seat.RIGHT, "another"))

    assert store.evenings.evening(TONIGHT).given == (HERS,)


def test_what_is_revealed_moves_to_the_notebook_once(store: Store):
    store.evenings.give(TONIGHT, HERS)
    store.evenings.give(TONIGHT, HIS)
    line = entry("e1", "you waited for me")

    store.evenings.reveal(TONIGHT, [line])
    store.evenings.reveal(TONIGHT, [entry("e2", "you waited for me")])

    said = (Appreciation(Seat.RIGHT, None), Appreciation(Seat.LEFT, None))
    assert store.evenings.evening(TONIGHT) == Evening(TONIGHT, said, revealed=True)
    assert store.notebook.page(None, 9) == (line,)


def test_nothing_is_revealed_where_nobody_gave(store: Store):
    with pytest.raises(StoreError, match="given yet"):
        store.evenings.reveal(TONIGHT, [entry("e1")])

    assert store.notebook.page(None, 9) == ()


def test_what_lies_sealed_is_found_again(store: Store):
    assert (store.evenings.sealed(), store.evenings.newest()) == ((), None)
    earlier, later_on = TONIGHT - timedelta(days=4), TONIGHT
    store.evenings.give(later_on, HERS)
    store.evenings.give(earlier, HIS)
    store.evenings.give(earlier, HERS)
    both = Evening(earlier, (HIS, HERS))
    assert store.evenings.sealed() == (both, Evening(later_on, (HERS,)))
    assert store.evenings.newest() == later_on

    store.evenings.reveal(earlier, [])

    assert store.evenings.sealed() == (Evening(later_on, (HERS,)),)


def test_reminders_from_a_date_on_and_the_newest_of_each_kind(store: Store):
    shown = [ShownReminder(KIND, TONIGHT + timedelta(days=n), later(n)) for n in range(3)]
    old = [
        ShownReminder(ReminderKind.LOOK_BACK, TONIGHT - timedelta(days=n), later(-n))
        for n in (90, 60)
    ]
    for reminder in (*reversed(shown), *old):
        store.evenings.remember(reminder)

    assert store.evenings.reminders(TONIGHT + timedelta(days=1)) == (old[1], *shown[1:])
    assert store.evenings.reminders(TONIGHT + timedelta(days=9)) == (old[1], shown[2])


def test_the_last_word_on_a_reminder_counts(store: Store):
    assert store.evenings.claim(KIND, TONIGHT, NOW)

    store.evenings.remember(ShownReminder(KIND, TONIGHT, NOW, later(30)))

    assert store.evenings.reminders(TONIGHT) == (ShownReminder(KIND, TONIGHT, NOW, later(30)),)


def test_a_claim_is_remembered_and_refused_the_second_time(store: Store):
    assert store.evenings.claim(KIND, TONIGHT, NOW)
    assert not store.evenings.claim(KIND, TONIGHT, later(1))

    assert store.evenings.reminders(TONIGHT) == (ShownReminder(KIND, TONIGHT, NOW),)


def test_of_two_threads_and_two_stores_exactly_one_has_the_claim(folder: Path, store: Store):
    other = open_store(folder, [])
    claimants = [store, store, other, other]
    together = Barrier(len(claimants))
    evenings = [TONIGHT + timedelta(days=n) for n in range(15)]

    def claim_all(mine: Store) -> list[bool]:
        claims = []
        for evening in evenings:
            together.wait(20)
            claims.append(mine.evenings.claim(KIND, evening, NOW))
        return claims

    with ThreadPoolExecutor(len(claimants)) as threads:
        claims = list(threads.map(claim_all, claimants))
    other.close()

    assert [sum(of_one) for of_one in zip(*claims, strict=True)] == [1] * len(evenings)
