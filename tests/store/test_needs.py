"""The words of talks about needs: as they were written, sealed by their writer, gone whole."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from coupleapp.application.needs_change import NeedsChange
from coupleapp.application.ports import KeptKind
from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.needs.guarded import Area
from coupleapp.domain.needs.needs import LineKind, NeedLine, Ring
from coupleapp.store import Store, open_store
from coupleapp.store.needs_tables import NeedLineRow, NeedRow
from tests.domain.guided_session.talks_about_needs import (
    PLAN,
    core,
    flexible,
    option,
    plan_for,
    wish,
)
from tests.store.helpers import began, ended, past, plain_pages, said_back

LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
ODD = replace(core(LEFT), text='it\'s "quoted"; DROP TABLE --', why="שלום 🦊")


def add(store: Store, change: NeedsChange, session_id: str = "s1") -> None:
    length = len(store.sessions.log(session_id))
    event = said_back(length) if length else began()
    store.sessions.append(past(session_id), length, [event], needs=change)


def test_they_come_back_as_they_were(folder: Path, store: Store):
    asked = wish(RIGHT, "shorter showers", Area.HOME, Topic.CHORES)
    lines = (NeedLine("topic", LineKind.TOPIC, "the dog"), option(), *PLAN.lines)
    add(store, NeedsChange(needs=[ODD, flexible(LEFT), asked], lines=lines))
    store.close()

    again = open_store(folder, [])

    assert set(again.needs.needs("s1", [LEFT])) == {ODD, flexible(LEFT)}
    assert again.needs.needs("s1", [RIGHT]) == (asked,)
    assert again.needs.needs("s1", []) == ()
    assert set(again.needs.lines("s1")) == set(lines)
    assert again.needs.needs("other", list(Seat)) == ()
    again.close()


def test_two_talks_may_use_the_same_ids(store: Store):
    add(store, NeedsChange(needs=[core(LEFT)], lines=PLAN.lines))
    add(store, NeedsChange(needs=[core(LEFT)], lines=PLAN.lines), "s2")
    add(store, NeedsChange(gone=[core(LEFT).id, "trial:when"]), "s2")
    assert store.needs.needs("s1", [LEFT]) == (core(LEFT),)
    assert store.needs.needs("s2", [LEFT]) == ()
    assert len(store.needs.lines("s1")) == len(store.needs.lines("s2")) + 1


def test_events_words_and_the_agreement_are_one(store: Store):
    add(store, NeedsChange(agreement=plan_for(session_id="s1")))
    log = store.sessions.log("s1")
    with pytest.raises(IntegrityError):
        add(store, NeedsChange(needs=[core(LEFT)], agreement=plan_for(session_id="s1")))
    assert store.sessions.log("s1") == log
    assert store.needs.needs("s1", [LEFT]) == ()
    assert len(store.agreements.logs()) == 1


def test_what_is_taken_back_leaves_the_file_when_the_session_ends(folder, store, monkeypatch):
    scrubbed = []
    scrub = store.database.scrub
    monkeypatch.setattr(store.database, "scrub", lambda: scrubbed.append(scrub()))
    secret = replace(core(LEFT), text="marzipan " * 12 + "end", why="nougat")
    add(store, NeedsChange(needs=[secret, flexible(LEFT)], lines=[option()]))
    assert b"marzipan" in plain_pages(folder)
    add(store, NeedsChange(gone=[secret.id, "nobody's"]))
    assert store.needs.needs("s1", [LEFT]) == (flexible(LEFT),)
    assert scrubbed == [], "nothing is written anew while they talk"
    after = len(store.sessions.log("s1"))
    store.sessions.append(ended(past("s1")), after, [said_back(1)])
    assert scrubbed == [None]
    assert b"marzipan" not in plain_pages(folder)
    assert b"nougat" not in plain_pages(folder)
    assert store.needs.needs("s1", [LEFT]) == (flexible(LEFT),)


def test_a_talk_is_kept_once_it_is_over_and_forgotten_whole(folder: Path, store: Store):
    words = NeedsChange(needs=[replace(core(LEFT), text="marzipan")], lines=[option()])
    add(store, words)
    add(store, words, "s2")
    assert store.needs.kept() == ()
    for name in ("s1", "s2"):
        store.sessions.append(ended(past(name)), 1, [said_back(1)])
    assert sorted(store.needs.kept()) == ["s1", "s2"]
    store.needs.forget("s1")
    assert store.needs.kept() == ("s2",)
    assert store.needs.lines("s1") == ()
    assert b"marzipan" in plain_pages(folder)
    store.needs.forget("s2")
    assert b"marzipan" not in plain_pages(folder)


def test_words_we_learned_to_refuse_since_are_not_shown_any_more(store: Store):
    add(store, NeedsChange(needs=[wish(LEFT, "shorter showers"), core(LEFT)], lines=[option()]))
    with store.database.transaction() as work:
        work.get(NeedRow, ("s1", "wish")).text = "You stop seeing your friends"
        work.get(NeedLineRow, ("s1", option().id)).text = "You give me your salary"
    assert store.needs.needs("s1", [LEFT]) == (core(LEFT),)
    assert store.needs.lines("s1") == ()


@pytest.mark.parametrize("field", ["ring", "topic", "bends", "text"])
def test_what_is_no_need_any_more_is_left_aside(store: Store, field: str):
    other = wish(LEFT, "shorter showers")
    add(store, NeedsChange(needs=[core(LEFT), other], lines=[option()]))
    with store.database.transaction() as work:
        setattr(work.get(NeedRow, ("s1", core(LEFT).id)), field, "")
        work.get(NeedLineRow, ("s1", option().id)).kind = "another"
    assert store.needs.needs("s1", [LEFT]) == (other,)
    assert store.needs.lines("s1") == ()
    assert store.left_aside([KeptKind.NEEDS]) == store.left_aside([KeptKind.LINES]) == 1


def test_a_ring_is_not_asked_for_by_anybody_else(store: Store):
    add(store, NeedsChange(needs=[core(LEFT), core(RIGHT)]))
    (own,) = store.needs.needs("s1", [RIGHT])
    assert (own.seat, own.ring) == (RIGHT, Ring.CORE)
