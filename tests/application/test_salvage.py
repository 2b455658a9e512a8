"""What a damaged notebook still holds: what is offered, what is kept, and nothing twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.looking import moment_of
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    StoreTooNew,
)
from coupleapp.application.salvage import Closed, Found, Readable, Salvage, Saved, Talk
from coupleapp.domain.agreements.life import Left, Made, fold
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import Hand
from coupleapp.domain.lock import Passphrase, Secret
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store import Store
from tests.domain.agreements.agreeing import TEA
from tests.store.helpers import MAYA, began, ended, entry, later, past

FILE = Path("nearer-damaged-2026-11-23-200000.db")
TALK = Talk(replace(ended(past("s1", 10)), talked=True), (began(),))
LOG = AgreementLog("a1", 2, (Made(replace(TEA, session_id="s1")), Left(later(400))))


class PutAside:
    """What could be read in the damaged files, as a test says it; what is here is the store's."""

    def __init__(self, store: Store, *readable: Readable) -> None:
        self._store = store
        self.readable = readable
        self.sealed: list[Path] = []
        self.closed: dict[Path, tuple[Closed, Secret | None]] = {}
        """Why they are not open, and what opens them."""

    def files(self) -> tuple[Path, ...]:
        return tuple(FILE.with_stem(f"{FILE.stem}{n}") for n in range(len(self.readable)))

    def read(self, file: Path) -> Readable:
        if file in self.closed:
            raise self.closed[file][0]
        return self.readable[self.files().index(file)]

    def open(self, file: Path, secret: Secret) -> None:
        if secret != self.closed[file][1]:
            raise SecretRefused
        del self.closed[file]

    def keep_sealed(self, file: Path) -> None:
        self.sealed.append(file)

    def here(self):
        return self._store.damaged.here()


def salvage(store: Store, *readable: Readable) -> Salvage:
    return Salvage(
        PutAside(store, *readable),
        store.notebook,
        store.sessions,
        store.agreements,
        store.salvage_marks,
    )


def ids(found: Found) -> list[str]:
    return [one.id for one in found.saved]


def lines(store: Store) -> list[NotebookEntry]:
    return list(store.notebook.page(None, 99))


def test_what_is_not_here_is_offered_newest_first(store):
    store.notebook.add(entry("e1"))
    readable = Readable((entry("e1"), entry("e2", minutes=5)), (LOG,), (TALK,))
    found = salvage(store, readable).look()
    assert set(ids(found)) == {"e2", "a1", "s1"}
    moments = [moment_of(one.content) for one in found.saved]
    assert moments == sorted(moments, reverse=True)
    assert lines(store) == [entry("e1")], "nothing comes back by itself"


def test_what_was_changed_since_the_copy_is_newer(store):
    store.notebook.add(entry("e1"))
    changed = replace(entry("e1", "in other words"), changed_at=later(9))
    use = salvage(store, Readable((changed,)))
    use.keep(use.look().saved)
    assert lines(store) == [changed]
    assert use.look().saved == ()
    use.keep([Saved("e1", entry("e1"), entry("e1"))])
    assert lines(store) == [changed], "what is here is newer now"


def test_no_talk_that_was_none_and_no_agreement_that_cannot_have_been(store):
    quiet = Talk(ended(past("s2")))
    cut_off = Talk(replace(past("s3"), talked=True))
    impossible = AgreementLog("a2", 1, (Left(later(1)),))
    assert salvage(store, Readable((), (impossible,), (quiet, cut_off))).look().saved == ()


def test_kept_with_its_own_date_and_its_talk_and_never_twice(store):
    line = replace(entry("e1", minutes=20), session_id="s1")
    use = salvage(store, Readable((line,), (LOG,), (TALK,)))
    found = use.look()
    for _ in range(2):
        use.keep(found.saved)
    assert lines(store) == [line]
    assert store.sessions.history() == (TALK.session,)
    assert store.sessions.log("s1") == TALK.events
    (log,) = store.agreements.logs()
    assert log == LOG
    assert fold(log.events) == fold(LOG.events)
    assert use.look().saved == ()


def test_a_line_whose_talk_stays_behind_is_kept_without_it(store):
    line = replace(entry("e1"), session_id="s1")
    use = salvage(store, Readable((line,), (LOG,), (TALK,)))
    use.keep([one for one in use.look().saved if one.id != "s1"])
    assert lines(store) == [replace(line, session_id=None)]
    assert store.agreements.logs() == (LOG,)


def test_the_same_thing_in_two_files_is_offered_once_as_the_newer_has_it(store):
    newer = replace(entry("e1", "newer"), changed_at=later(9))
    found = salvage(store, Readable((newer,)), Readable((entry("e1"),))).look()
    assert [one.kept for one in found.saved] == [newer]


@pytest.mark.parametrize("seat", list(Seat))
def test_what_one_keeps_alone_is_kept_for_them_unseen_and_once(store, seat):
    own = replace(entry("e1"), private=True, author=seat, session_id="s1")
    use = salvage(store, Readable((own, entry("e2"))))
    assert ids(use.look()) == ["e2"]
    assert store.notebook.private_of(seat) == (replace(own, session_id=None),)
    assert store.notebook.private_of(seat.other) == ()
    assert ids(use.look()) == ["e2"]
    store.notebook.delete("e1", Hand(seat))
    use.look()
    assert len(use._damaged.sealed) == 1
    assert store.notebook.private_of(seat) == (), "what they delete stays deleted"


def test_what_was_deleted_there_is_not_offered(store):
    assert ids(salvage(store, Readable((replace(entry("e1"), binned_at=later(1)),))).look()) == []


def test_an_answer_is_kept_below_its_line_and_without_it_for_itself(store):
    line, answer = entry("e1"), replace(entry("e2", minutes=1), answers="e1")
    use = salvage(store, Readable((answer, line)))
    use.keep([one for one in use.look().saved if one.id == "e2"])
    assert lines(store) == [replace(answer, answers=None)]
    store.notebook.delete("e2", MAYA)
    use.keep(use.look().saved)
    assert lines(store) == [answer, line]


def test_what_is_here_of_ones_own_is_not_kept_once_more(store):
    own = replace(entry("e1"), private=True)
    store.notebook.add(own)
    salvage(store, Readable((own,))).look()
    assert store.notebook.private_of(Seat.LEFT) == (own,)


def test_of_ones_own_line_in_two_files_the_newest_is_kept(store):
    own = replace(entry("e1"), private=True)
    newer = replace(own, text="newer", changed_at=later(9))
    salvage(store, Readable((newer,)), Readable((own,))).look()
    assert store.notebook.private_of(Seat.LEFT) == (newer,)


OURS = Passphrase("four words we say")


def two_files(store: Store, *closed: tuple[Closed, Secret | None]) -> Salvage:
    """The newest of them are closed."""
    own = replace(entry("e2"), private=True)
    use = salvage(store, Readable((entry("e1"), own)), Readable((entry("e3"),)))
    use._damaged.closed = dict(zip(use.files(), closed, strict=False))
    return use


@pytest.mark.parametrize("why", [PassphraseNeeded(), StoreTooNew()])
def test_what_could_not_be_opened_is_looked_at_again_whatever_they_have_decided(store, why):
    use = two_files(store, (why, OURS))
    found = use.look()
    assert ids(found) == ["e3"]
    assert found.why_closed is why
    assert use.asks(found)
    use.done(found)
    assert use.waits()
    assert not use.asks(found), "once is enough"
    again = two_files(store)
    found = again.look()
    assert set(ids(found)) == {"e1", "e3"}
    assert store.notebook.private_of(Seat.LEFT), "nothing of it was marked as kept"
    assert found.why_closed is None
    again.done(found)
    assert not again.waits()


def test_what_is_typed_opens_it(store):
    use = two_files(store, (PassphraseNeeded(), OURS))
    found = use.look()
    with pytest.raises(SecretRefused):
        use.open(found, Passphrase("another one"))
    assert found.why_closed
    use.open(found, OURS)
    found = use.look()
    assert set(ids(found)) == {"e1", "e3"}
    assert found.why_closed is None


def test_of_two_that_are_closed_one_opens_and_the_other_still_asks(store):
    use = two_files(store, (PassphraseNeeded(), OURS), (PassphraseNeeded(), None))
    found = use.look()
    assert found.saved == ()
    use.open(found, OURS)
    found = use.look()
    assert ids(found) == ["e1"]
    assert isinstance(found.why_closed, PassphraseNeeded)


def test_a_passphrase_is_not_tried_on_what_a_newer_one_wrote(store):
    use = two_files(store, (StoreTooNew(), None), (PassphraseNeeded(), OURS))
    found = use.look()
    assert isinstance(found.why_closed, PassphraseNeeded)
    with pytest.raises(SecretRefused):
        use.open(found, Passphrase("another one"))


def test_what_can_be_typed_is_asked_for_first_and_a_late_keyring_for_nothing(store):
    use = two_files(store, (KeyMissing(), None), (PassphraseNeeded(), OURS))
    assert isinstance(use.look().why_closed, PassphraseNeeded)
    use = two_files(store, (KeyMissing(), None))
    found = use.look()
    assert type(found.why_closed) is KeyMissing
    assert not use.asks(found)
    use.done(found)
    assert use.waits()
    use = two_files(store, (PassphraseNeeded(), OURS))
    assert use.asks(use.look()), "what is only late was never asked for"


def test_about_what_was_not_shown_nothing_is_decided(store):
    use = two_files(store)
    use.look()
    use.done(Found())
    assert use.waits()


def test_what_is_here_is_read_once_however_much_is_kept(store, monkeypatch):
    many = tuple(replace(entry(f"e{n}"), session_id="s1") for n in range(9))
    use = salvage(store, Readable(many, (LOG,), (TALK,)))
    found = use.look()
    times: list[int] = []
    here = use._damaged.here
    monkeypatch.setattr(use._damaged, "here", lambda: times.append(1) or here())
    use.keep([*found.saved, *found.saved])
    assert len(times) == 1
    assert {line.session_id for line in lines(store)} == {"s1"}
    assert len(lines(store)) == 9


def test_they_are_asked_until_they_have_decided(store):
    assert not salvage(store).waits()
    use = salvage(store, Readable((entry("e1"),)))
    assert use.waits()
    found = use.look()
    assert use.waits()
    use.done(found)
    assert not use.waits()
    assert ids(use.look()) == ["e1"], "it can be looked at again"
    assert salvage(store, Readable(), Readable()).waits(), "another file was put aside since"


def test_what_an_earlier_nearer_noted_holds(store):
    """It kept that among the drafts."""
    use = salvage(store, Readable((entry("e1"), replace(entry("e2"), private=True))))
    for what in ("done", "own"):
        store.drafts.remember_draft(f"salvage:{what}:{use.files()[0].name}", "yes")
    assert not use.waits()
    use.look()
    assert store.notebook.private_of(Seat.LEFT) == ()
