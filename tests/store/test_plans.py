"""Appointments and rituals: kept as they are, and gone from the file when let go."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.store import Store, open_store
from tests.store.helpers import NOW, began, later, leave_earlier_backup, past, plain_pages

TEA = OwnRitual(
    id="r1",
    name="Tea on the stairs",
    meaning="The day may stay outside.",
    days=frozenset({4}),
    at=time(20),
    agreed=frozenset(),
    since=NOW,
)


def test_appointments_come_back_soonest_first(store: Store, folder: Path):
    late = Appointment("a", later(90), "the kitchen, שלום", 'it\'s "quoted"; DROP TABLE --')
    soon = Appointment("b", later(10))
    for one in (late, soon):
        store.appointments.keep(one)
    assert store.appointments.appointments() == (soon, late)
    moved = replace(soon, at=later(120), place="the park")
    store.appointments.keep(moved)
    assert store.appointments.appointments() == (late, moved)
    store.close()
    again = open_store(folder, [])
    assert again.appointments.appointments() == (late, moved)
    again.close()


def test_only_what_was_meant_is_dropped(store: Store):
    for key in "abc":
        store.appointments.keep(Appointment(key, later(ord(key))))
    store.appointments.drop(["a", "c", "gone"])
    assert [one.id for one in store.appointments.appointments()] == ["b"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.frozensets(st.integers(0, 6), min_size=1),
    at=st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    agreed=st.frozensets(st.sampled_from(Seat)),
)
def test_a_ritual_comes_back_as_it_was(store: Store, days, at, agreed):
    ritual = replace(TEA, days=days, at=at, agreed=agreed)
    store.rituals.keep(ritual)
    (found,) = store.rituals.rituals()
    assert found == ritual
    assert all(isinstance(seat, Seat) for seat in found.agreed)


def test_rituals_by_their_time_of_day(store: Store):
    for key, hour in (("a", 21), ("b", 7), ("c", 12)):
        store.rituals.keep(replace(TEA, id=key, at=time(hour)))
    assert [one.id for one in store.rituals.rituals()] == ["b", "c", "a"]
    store.rituals.drop("c")
    store.rituals.drop("c")
    assert [one.id for one in store.rituals.rituals()] == ["b", "a"]


def test_a_session_s_next_date_in_place_of_the_last_one_s(store: Store):
    by_hand, come_to = Appointment("x", later(500)), Appointment("y", later(-1))
    for one in (by_hand, come_to):
        store.appointments.keep(one)
    store.sessions.append(past("s1"), 0, [began()], (), Appointment("s1", later(300)))
    assert {one.id for one in store.appointments.appointments()} == {"x", "s1"}
    second = Appointment("s2", later(400), "the kitchen")
    store.sessions.append(past("s2"), 0, [began()], (), second)
    assert store.appointments.appointments() == (second, by_hand)


def test_a_session_without_one_leaves_what_is_there(store: Store):
    made = Appointment("s1", later(300))
    store.sessions.append(past("s1"), 0, [began()], (), made)
    store.sessions.append(past("s2"), 0, [began()])
    assert store.appointments.appointments() == (made,)


class TestErasing:
    def test_an_appointment_that_was_let_go(self, store: Store, folder: Path):
        store.appointments.keep(Appointment("a", later(1), "marzipan", "nougat"))
        assert b"marzipan" in plain_pages(folder)
        store.appointments.drop(["a"])
        assert b"marzipan" not in plain_pages(folder)
        assert b"nougat" not in plain_pages(folder)

    def test_the_old_words_of_one_that_was_changed(self, store: Store, folder: Path):
        store.appointments.keep(Appointment("a", later(1), "marzipan"))
        store.appointments.keep(Appointment("a", later(1), "nougat"))
        assert b"marzipan" not in plain_pages(folder)
        assert b"nougat" in plain_pages(folder)

    def test_one_that_a_session_replaced(self, store: Store, folder: Path):
        old = Appointment("s1", later(300), "marzipan")
        store.sessions.append(past("s1"), 0, [began()], (), old)
        new = Appointment("s2", later(300) + timedelta(days=1), "nougat")
        store.sessions.append(past("s2"), 0, [began()], (), new)
        assert b"marzipan" not in plain_pages(folder)
        assert b"nougat" in plain_pages(folder)

    def test_no_backup_outlives_one_that_a_session_replaced(self, store: Store):
        store.sessions.append(past("s1"), 0, [began()], (), Appointment("s1", later(300), "old"))
        leave_earlier_backup(store)
        store.sessions.append(past("s2"), 0, [began()], (), Appointment("s2", later(300)))
        assert not store.database.earlier_backup.exists()

    def test_a_ritual_changed_and_let_go(self, store: Store, folder: Path):
        store.rituals.keep(replace(TEA, name="marzipan"))
        store.rituals.keep(replace(TEA, name="nougat"))
        assert b"marzipan" not in plain_pages(folder)
        store.rituals.drop(TEA.id)
        assert b"nougat" not in plain_pages(folder)
        assert b"stay outside" not in plain_pages(folder)
