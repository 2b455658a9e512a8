"""Packs come back as they were, and leave for good."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coupleapp.application.ports import StoreFull, StoreReadOnly
from coupleapp.domain.programme.packs import KeptPack
from coupleapp.store import Store
from tests.application.hands import full_disk, pragma, write_protected
from tests.store.helpers import bytes_of, later, plain_pages

kept_packs = st.builds(
    KeptPack,
    st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True),
    st.text(min_size=1).filter(lambda text: text.strip() and "\x00" not in text),
    st.booleans(),
    st.datetimes(timezones=st.just(UTC)),
)


def a_pack(name: str = "ruth", text: str = "marzipan", minutes: float = 0) -> KeptPack:
    return KeptPack(name, text, True, later(minutes))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pack=kept_packs)
def test_a_pack_comes_back_as_it_was(store: Store, pack: KeptPack):
    store.packs.keep(pack)
    assert store.packs.packs() == (pack,)
    store.packs.drop(pack.id)
    assert store.packs.packs() == ()


def test_the_first_that_came_is_the_first(store: Store):
    for n in (2, 0, 1):
        store.packs.keep(a_pack(f"p{n}", minutes=n))
    assert [pack.id for pack in store.packs.packs()] == ["p0", "p1", "p2"]


def test_one_is_switched_and_the_others_stay(store: Store):
    store.packs.keep(a_pack())
    store.packs.keep(a_pack("jo", "nougat", 1))
    store.packs.switch("ruth", on=False)
    assert store.packs.packs() == (replace(a_pack(), on=False), a_pack("jo", "nougat", 1))
    store.packs.switch("ruth", on=True)
    store.packs.switch("nobody", on=True)
    assert store.packs.packs() == (a_pack(), a_pack("jo", "nougat", 1))


def test_a_removed_pack_leaves_the_file(folder: Path, store: Store):
    store.packs.keep(a_pack(text="marzipan " * 2000))
    store.packs.keep(a_pack("jo", "nougat", 1))
    assert b"marzipan" in plain_pages(folder)
    store.packs.drop("ruth")
    assert b"marzipan" not in plain_pages(folder)
    assert b"nougat" in plain_pages(folder)


def test_a_replaced_pack_leaves_the_file(folder: Path, store: Store):
    store.packs.keep(a_pack())
    store.packs.keep(a_pack(text="nougat"))
    assert b"marzipan" not in plain_pages(folder)
    assert store.packs.packs() == (a_pack(text="nougat"),)


def test_of_the_text_nothing_lies_plain_on_the_disk(folder: Path, store: Store):
    store.packs.keep(a_pack(text="marzipan " * 2000))
    for name, content in bytes_of(folder).items():
        assert b"marzipan" not in content, name


@pytest.mark.parametrize(
    ("change", "erases"),
    [
        (lambda packs: packs.drop("ruth"), True),
        (lambda packs: packs.keep(a_pack(text="nougat")), True),
        (lambda packs: packs.keep(a_pack()), False),
        (lambda packs: packs.keep(a_pack("jo", "nougat")), False),
        (lambda packs: packs.switch("ruth", on=False), False),
    ],
)
def test_whatever_loses_words_has_the_gaps_of_the_file_cleaned(
    store: Store, monkeypatch, change, erases
):
    store.packs.keep(a_pack())
    with monkeypatch.context() as patched:
        patched.setattr(store.database, "scrub", lambda: None)
        change(store.packs)
        assert pragma(store, "user_version") == (1 if erases else 0)


def test_a_full_disk_is_said_and_nothing_is_there(store: Store):
    store.packs.keep(a_pack())
    with full_disk(store), pytest.raises(StoreFull):
        store.packs.keep(a_pack("jo", "nougat " * 9000))
    assert store.packs.packs() == (a_pack(),)


def test_where_nothing_can_be_written_nothing_is_changed(store: Store):
    store.packs.keep(a_pack())
    with write_protected(store):
        for work in (
            lambda: store.packs.keep(a_pack(text="nougat")),
            lambda: store.packs.switch("ruth", on=False),
            lambda: store.packs.drop("ruth"),
        ):
            with pytest.raises(StoreReadOnly):
                work()
    assert store.packs.packs() == (a_pack(),)
