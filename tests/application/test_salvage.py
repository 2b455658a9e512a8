"""What a damaged notebook still holds: what is offered, what is kept, and nothing twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.looking import moment_of
from coupleapp.application.ports import KeyMissing, PassphraseNeeded, SecretRefused
from coupleapp.application.salvage import Readable, Salvage, Saved, Talk
from coupleapp.domain.agreements.life import Left, Made, fold
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import Passphrase, Secret
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store import Store
from tests.domain.agreements.agreeing import TEA
from tests.store.helpers import began, ended, entry, later, past

FILE = Path("nearer-damaged-2026-11-23-200000.db")
TALK = Talk(replace(ended(past("s1", 10)), talked=True), (began(),))
LOG = AgreementLog("a1", 2, (Made(replace(TEA, session_id="s1")), Left(later(400))))


class PutAside:
    """What could be read in the damaged files, as a test says it; what is here is the store's."""

    def __init__(self, store: Store, *readable: Readable) -> None:
        self._store = store
        self.readable = readable
        self.sealed: list[Path] = []
        self.closed: dict[Path, tuple[KeyMissing, Secret | None]] = {}
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
        PutAside(store, *readable), store.notebook, store.sessions, store.agreements, store.drafts
    )


def ids(found: tuple[Saved, ...]) -> list[str]:
    return [one.id for one in found]


def lines(store: Store) -> list[NotebookEntry]:
    return list(store.notebook.page(None, 99))


def test_what_is_not_here_is_offered_newest_first(store):
    store.notebook.add(entry("e1"))
    readable = Readable((entry("e1"), entry("e2", minutes=5)), (LOG,), (TALK,))
    found = salvage(store, readable).look()
    assert set(ids(found)) == {"e2", "a1", "s1"}
    moments = [moment_of(one.content) for one in found]
    assert moments == sorted(moments, reverse=True)
    assert lines(store) == [entry("e1")], "nothing comes back by itself"


def test_what_was_changed_since_the_copy_is_newer(store):
    store.notebook.add(entry("e1"))
    changed = replace(entry("e1", "in other words"), changed_at=later(9))
    use = salvage(store, Readable((changed,)))
    use.keep(use.look())
    assert lines(store) == [changed]
    assert use.look() == ()
    use.keep([Saved("e1", entry("e1"), entry("e1"))])
    assert lines(store) == [changed], "what is here is newer now"


def test_no_talk_that_was_none_and_no_agreement_that_cannot_have_been(store):
    quiet = Talk(ended(past("s2")))
    cut_off = Talk(replace(past("s3"), talked=True))
    impossible = AgreementLog("a2", 1, (Left(later(1)),))
    assert salvage(store, Readable((), (impossible,), (quiet, cut_off))).look() == ()


def test_kept_with_its_own_date_and_its_talk_and_never_twice(store):
    line = replace(entry("e1", minutes=20), session_id="s1")
    use = salvage(store, Readable((line,), (LOG,), (TALK,)))
    found = use.look()
    for _ in range(2):
        use.keep(found)
    assert lines(store) == [line]
    assert store.sessions.history() == (TALK.session,)
    assert store.sessions.log("s1") == TALK.events
    (log,) = store.agreements.logs()
    assert log == LOG
    assert fold(log.events) == fold(LOG.events)
    assert use.look() == ()


def test_a_line_whose_talk_stays_behind_is_kept_without_it(store):
    line = replace(entry("e1"), session_id="s1")
    use = salvage(store, Readable((line,), (LOG,), (TALK,)))
    use.keep([one for one in use.look() if one.id != "s1"])
    assert lines(store) == [replace(line, session_id=None)]
    assert store.agreements.logs() == (LOG,)


def test_the_same_thing_in_two_files_is_offered_once_as_the_newer_has_it(store):
    newer = replace(entry("e1", "newer"), changed_at=later(9))
    found = salvage(store, Readable((newer,)), Readable((entry("e1"),))).look()
    assert [one.kept for one in found] == [newer]


@pytest.mark.parametrize("seat", list(Seat))
def test_what_one_keeps_alone_is_kept_for_them_unseen_and_once(store, seat):
    own = replace(entry("e1"), private=True, author=seat, session_id="s1")
    use = salvage(store, Readable((own, entry("e2"))))
    assert ids(use.look()) == ["e2"]
    assert store.notebook.private_of(seat) == (replace(own, session_id=None),)
    assert store.notebook.private_of(seat.other) == ()
    assert ids(use.look()) == ["e2"]
    store.notebook.delete("e1")
    use.look()
    assert len(use._damaged.sealed) == 1
    assert store.notebook.private_of(seat) == (), "what they delete stays deleted"


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


def two_files(store: Store, *closed: tuple[KeyMissing, Secret | None]) -> Salvage:
    """The newest of them are closed."""
    own = replace(entry("e2"), private=True)
    use = salvage(store, Readable((entry("e1"), own)), Readable((entry("e3"),)))
    use._damaged.closed = dict(zip(use.files(), closed, strict=False))
    return use


def test_what_could_not_be_opened_is_looked_at_again_whatever_they_have_decided(store):
    use = two_files(store, (PassphraseNeeded(), OURS))
    assert ids(use.look()) == ["e3"]
    assert isinstance(use.closed, PassphraseNeeded)
    assert use.asks()
    use.done()
    assert use.waits()
    assert not use.asks(), "once is enough"
    again = two_files(store)
    assert set(ids(again.look())) == {"e1", "e3"}
    assert store.notebook.private_of(Seat.LEFT), "nothing of it was marked as kept"
    assert again.closed is None
    again.done()
    assert not again.waits()


def test_what_is_typed_opens_it(store):
    use = two_files(store, (PassphraseNeeded(), OURS))
    use.look()
    with pytest.raises(SecretRefused):
        use.open(Passphrase("another one"))
    assert use.closed
    use.open(OURS)
    assert set(ids(use.look())) == {"e1", "e3"}
    assert use.closed is None


def test_of_two_that_are_closed_one_opens_and_the_other_still_asks(store):
    use = two_files(store, (PassphraseNeeded(), OURS), (PassphraseNeeded(), None))
    assert use.look() == ()
    use.open(OURS)
    assert ids(use.look()) == ["e1"]
    assert isinstance(use.closed, PassphraseNeeded)


def test_what_can_be_typed_is_asked_for_first_and_a_late_keyring_for_nothing(store):
    use = two_files(store, (KeyMissing(), None), (PassphraseNeeded(), OURS))
    use.look()
    assert isinstance(use.closed, PassphraseNeeded)
    use = two_files(store, (KeyMissing(), None))
    use.look()
    assert type(use.closed) is KeyMissing
    assert not use.asks()
    use.done()
    assert use.waits()


def test_what_was_not_looked_at_is_not_decided(store):
    use = two_files(store)
    use.done()
    assert use.waits()


def test_they_are_asked_until_they_have_decided(store):
    assert not salvage(store).waits()
    use = salvage(store, Readable((entry("e1"),)))
    assert use.waits()
    use.look()
    assert use.waits()
    use.done()
    assert not use.waits()
    assert ids(use.look()) == ["e1"], "it can be looked at again"
    assert salvage(store, Readable(), Readable()).waits(), "another file was put aside since"
