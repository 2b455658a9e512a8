"""Agreements: a log each, and nothing left of a private answer once the review is decided."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from coupleapp.application.ports import StoreError
from coupleapp.domain.agreements.agreement import Agreement, Side
from coupleapp.domain.agreements.life import (
    AgreementEnded,
    AgreementParked,
    Answered,
    Kept,
    Left,
    Made,
    TakenUp,
)
from coupleapp.domain.agreements.review import Distance, Finding, PrivateAnswer, Shift
from coupleapp.store import Store, open_store
from coupleapp.store.agreements import add_agreement
from coupleapp.store.codec import AGREEMENT_EVENTS
from coupleapp.store.needs_tables import AgreementEventRow
from tests.domain.agreements.agreeing import (
    GOOD,
    LEFT,
    NOW,
    RIGHT,
    TEA,
    agreements,
    answered,
    answers,
)
from tests.store.helpers import began, leave_earlier_backup, past, plain_pages
from tests.store.strategies import utc
from tests.store.test_codec import _exact

FINDING = Finding(fitted=True, shift=Shift.LESS)


def add(store: Store, *made: Agreement) -> None:
    with store.database.transaction() as work:
        for each in made:
            add_agreement(work, each)


def events(store: Store) -> dict[str, tuple]:
    return {log.agreement_id: log.events for log in store.agreements.logs()}


def test_it_comes_back_as_it_was(store: Store, folder: Path):
    store.sessions.append(past("s1"), 0, [began()])
    odd = Side('it\'s "quoted"; DROP TABLE --', "שלום")
    later = replace(TEA, id="a0", made_at=TEA.made_at + timedelta(hours=1), left=odd)
    add(store, later, replace(TEA, session_id="s1"))
    store.close()
    again = open_store(folder, [])
    first, second = again.agreements.logs()
    assert first.events == (Made(replace(TEA, session_id="s1")),)
    assert second.events == (Made(later),)
    again.close()


def test_all_of_the_unit_of_work_or_nothing(store: Store):
    add(store, TEA)
    with pytest.raises(IntegrityError):
        add(store, replace(TEA, id="a2"), TEA)
    assert list(events(store)) == ["a1"]


def test_a_session_that_is_not_there_brings_none(store: Store):
    with pytest.raises(IntegrityError):
        add(store, replace(TEA, session_id="s1"))


_BY_TYPE = {Agreement: agreements(), PrivateAnswer: answers, datetime: utc}


@pytest.mark.parametrize("kind", AGREEMENT_EVENTS.kinds.values(), ids=list(AGREEMENT_EVENTS.kinds))
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind, data):
    fields = {
        name: _BY_TYPE.get(hint, st.from_type(hint)) for name, hint in get_type_hints(kind).items()
    }
    event = data.draw(st.builds(kind, **fields))
    restored = AGREEMENT_EVENTS.decode(*AGREEMENT_EVENTS.encode(event))
    assert restored == event
    assert _exact(restored) == _exact(event)


AT = '"at":"2026-11-23T20:00:00Z"'
FOUND = f'{AT},"finding":{{"fitted":true,"shift":"less"}}'
WRITTEN = [
    ("Kept", f'{{{FOUND},"review_on":null}}', Kept(NOW, FINDING, None)),
    ("Ended", f"{{{FOUND}}}", AgreementEnded(NOW, FINDING)),
    ("Parked", f"{{{FOUND}}}", AgreementParked(NOW, FINDING)),
    ("TakenUp", f'{{{AT},"review_on":"2026-12-07"}}', TakenUp(NOW, TEA.review_on)),
    ("Left", f"{{{AT}}}", Left(NOW)),
]
"""As version 0.1 wrote them, whatever their classes are called by now."""


@pytest.mark.parametrize(("kind", "data", "event"), WRITTEN)
def test_what_was_written_opens_and_is_still_written_so(kind: str, data: str, event):
    assert AGREEMENT_EVENTS.decode(kind, data) == event
    assert AGREEMENT_EVENTS.encode(event) == (kind, data)


def test_a_log_grows_at_its_end_only(store: Store):
    add(store, TEA, replace(TEA, id="a2"))
    store.agreements.append("a1", 1, answered(LEFT))
    for wrong in (0, 1, 3):
        with pytest.raises(StoreError):
            store.agreements.append("a1", wrong, answered(RIGHT))
    with pytest.raises(StoreError):
        store.agreements.append("a3", 0, Left(NOW))
    assert events(store) == {
        "a1": (Made(TEA), answered(LEFT)),
        "a2": (Made(replace(TEA, id="a2")),),
    }


@pytest.mark.parametrize("end", [Kept(NOW, FINDING, None), AgreementEnded(NOW, FINDING), Left(NOW)])
def test_the_answers_go_with_what_follows(store: Store, end):
    other = replace(TEA, id="a2")
    add(store, TEA, other)
    for place, seat in enumerate((RIGHT, LEFT), start=1):
        store.agreements.append("a1", place, answered(seat))
    store.agreements.append("a2", 1, answered(LEFT))
    store.agreements.append("a1", 3, end)
    assert events(store) == {"a1": (Made(TEA), end), "a2": (Made(other), answered(LEFT))}
    (log, _) = store.agreements.logs()
    assert log.length == 4, "what is erased has happened all the same"
    store.agreements.append("a1", 4, answered(LEFT))
    assert events(store)["a1"] == (Made(TEA), end, answered(LEFT))


@pytest.mark.parametrize("wrong", ["kettle", "Made"])
def test_what_is_no_agreement_any_more_is_left_aside(store: Store, wrong, caplog):
    other = replace(TEA, id="a2")
    add(store, TEA, other)
    with store.database.transaction() as work:
        row = work.get(AgreementEventRow, (TEA.id, 0))
        row.data = row.data.replace("put the kettle on", "")
        row.kind = row.kind if wrong == "kettle" else "Painted"
    assert events(store) == {"a2": (Made(other),)}
    assert "a row of agreement cannot be read, it is left aside: StoreDamaged" in caplog.text
    assert "after supper" not in caplog.text
    with store.database.transaction() as work:
        assert work.get(AgreementEventRow, (TEA.id, 0)) is not None, "nothing of it is deleted"


# Ratings that stand nowhere else in the file.
TRACE = b'"fits":3,"dignity":8,"distance":"more","new_tension":true'
TOLD = PrivateAnswer(3, 8, Distance.MORE, new_tension=True)


class TestErasing:
    @pytest.fixture
    def sealed(self, store: Store, folder: Path) -> Store:
        add(store, TEA)
        store.agreements.append("a1", 1, answered(LEFT, TOLD))
        store.agreements.append("a1", 2, answered(RIGHT, GOOD))
        assert TRACE in plain_pages(folder)
        return store

    @pytest.mark.parametrize(
        "end", [Kept(NOW, FINDING, None), AgreementParked(NOW, FINDING), Left(NOW)]
    )
    def test_an_answer_is_gone_from_the_file_with_the_decision(self, sealed, folder, end):
        sealed.agreements.append("a1", 3, end)
        pages = plain_pages(folder)
        assert TRACE not in pages
        assert b"new_tension" not in pages
        assert b"put the kettle on" in pages

    def test_no_backup_outlives_an_answer(self, sealed):
        leave_earlier_backup(sealed)
        sealed.agreements.append("a1", 3, AgreementEnded(NOW, FINDING))
        assert not sealed.database.earlier_backup.exists()

    def test_an_agreement_that_is_deleted(self, sealed, folder):
        add(sealed, replace(TEA, id="a2", when="on Sundays"))
        sealed.agreements.append("a1", 3, AgreementEnded(NOW, FINDING))
        sealed.agreements.delete("a1")
        sealed.agreements.delete("a1")
        assert list(events(sealed)) == ["a2"]
        assert b"after supper" not in plain_pages(folder)
        assert b"on Sundays" in plain_pages(folder)


SEAL = """
import sys
from pathlib import Path
from coupleapp.store import open_store
from tests.domain.agreements.agreeing import TEA, LEFT, answered
from tests.store.test_agreements import TOLD, add

store = open_store(Path(sys.argv[1]), [])
add(store, TEA)
store.agreements.append("a1", 1, answered(LEFT, TOLD))
print("sealed", flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
def test_after_a_kill_what_was_sealed_is_sealed(folder: Path):
    with subprocess.Popen(
        [sys.executable, "-c", SEAL, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    ) as writer:
        assert writer.stdout.readline() == "sealed\n"
        writer.kill()
    store = open_store(folder, [])
    assert events(store) == {"a1": (Made(TEA), Answered(NOW, LEFT, TOLD))}
    store.agreements.append("a1", 2, answered(RIGHT))
    store.agreements.append("a1", 3, AgreementEnded(NOW, FINDING))
    assert TRACE not in plain_pages(folder)
    store.close()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=agreements())
def test_any_words_come_back(store: Store, made: Agreement):
    made = replace(made, session_id=None)
    if made.id in events(store):
        return
    add(store, made)
    assert events(store)[made.id] == (Made(made),)
