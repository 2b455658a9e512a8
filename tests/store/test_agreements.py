"""Agreements: kept as they were made."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.agreements import Side
from coupleapp.store import Store, open_store
from coupleapp.store.agreements import add_agreement
from coupleapp.store.tables import AgreementEventRow
from tests.domain.agreeing import TEA
from tests.store.helpers import began, past


def add(store: Store, *agreements) -> None:
    with store.database.transaction() as work:
        for each in agreements:
            add_agreement(work, each)


def test_it_comes_back_as_it_was(store: Store, folder: Path):
    store.sessions.append(past("s1"), 0, [began()])
    odd = Side('it\'s "quoted"; DROP TABLE --', "שלום")
    later = replace(TEA, id="a0", made_at=TEA.made_at + timedelta(hours=1), left=odd)
    add(store, later, replace(TEA, session_id="s1"))
    store.close()
    again = open_store(folder, [])
    assert again.agreements.agreements() == (replace(TEA, session_id="s1"), later)
    again.close()


def test_all_of_the_unit_of_work_or_nothing(store: Store):
    add(store, TEA)
    with pytest.raises(IntegrityError):
        add(store, replace(TEA, id="a2"), TEA)
    assert store.agreements.agreements() == (TEA,)


def test_what_is_no_agreement_any_more_is_damage(store: Store):
    add(store, TEA)
    with store.database.transaction() as work:
        row = work.get(AgreementEventRow, (TEA.id, 0))
        row.data = row.data.replace("put the kettle on", "")
    with pytest.raises(StoreDamaged):
        store.agreements.agreements()
