"""What is done to a notebook while it is killed, its disk fails or the power is cut.

A deed is a few things one after the other, each said to be done when the store has said so. What
is there afterwards has to be what was there after the last of them, or after the one that was
being done: all of it, byte for byte of every row, with every copy that is listed, read back. Where
a copy takes the place of the file, the other good end is a loss that is told, with that copy.

A new deed is one entry in ``DEEDS``.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol, TypeVar

from coupleapp.application.copies import Copies, Holding
from coupleapp.application.lock import Lock, Opener
from coupleapp.application.ports import KeyMissing, StoreDamaged, StoreError
from coupleapp.application.second_place import SecondPlace
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Appreciation
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.domain.programme.packs import KeptPack
from coupleapp.domain.settings import Settings
from coupleapp.store import (
    FILE_NAME,
    Store,
    found_copies,
    open_store,
    renew_key,
    renewing,
    restore_copy,
    vault,
)
from coupleapp.store import lock as store_lock
from coupleapp.store.copies import COPIES
from coupleapp.store.envelope import ENVELOPE, Stretching, passphrase_kek
from coupleapp.store.tables import EarlierKeyRow
from tests.application.hands import HandClock
from tests.store.helpers import MAYA, TOMAS, began, ended, entry, past, remove_both, said_back
from tests.store.proofs.child import Say
from tests.store.proofs.earlier import REVISIONS, write_earlier

AT = datetime(2026, 11, 23, 20, tzinfo=UTC)
LATER = AT + timedelta(days=1)
OURS, OTHER = Passphrase("four words we say"), Passphrase("four other words")
SHEET, OTHER_SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW"), SheetCode("W" * 28)

T = TypeVar("T")


@dataclass(frozen=True)
class Content:
    """All that a folder holds: the rows of each table, the copies, and what opens it."""

    rows: dict[str, list[tuple[Any, ...]]]
    copies: tuple[tuple[datetime, bool, Holding | None], ...]
    ways: frozenset[WayIn]
    opened_by: int
    """The first of the openers, in their order, by which it opened."""


Known = Sequence[Content]


class Deed(Protocol):
    """Something that is done to a notebook, one thing after the other."""

    def prepare(self, folder: Path) -> None:
        """What stands there before."""

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        """Do it; ``done``: how many things of it are done already."""

    def insist(self, folder: Path, say: Say) -> None:
        """The same, and what is refused is tried again at once, with the same open file."""

    def known(self, folder: Path) -> Known:
        """What is there after each thing of it, ``folder`` being prepared."""

    def check(self, folder: Path, said: int, known: Known) -> int:
        """Open what is left, after so many things were said to be done; how many are.

        Raises:
            AssertionError: Something is lost.
            StoreError: So it is.
        """


def content(folder: Path, openers: Sequence[Sequence[Opener]] = ((),)) -> Content:
    """Open it by the first of these that fits, and read all of it."""
    for number, these in enumerate(openers):
        try:
            store = open_store(folder, these, now=lambda: LATER)
        except KeyMissing:
            continue
        with closing(store):
            names = store.database.read("SELECT name FROM sqlite_master WHERE type = 'table'")
            rows = {
                name: sorted(store.database.read(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608
                for (name,) in names
            }
            copies = tuple((c.made_at, c.put_aside, c.holding) for c in store.copies.found())
            return Content(rows, copies, store.lock.ways(), number)
    raise AssertionError("nothing opens it")


def twice(work: Callable[[], T]) -> T:
    try:
        return work()
    except StoreError:
        return work()


def quick(store: Store) -> Store:
    """A passphrase of it is stretched as little as may be, and each only once."""
    store.lock._stretching = _little
    return store


def _little() -> Stretching:
    return Stretching("00" * 16, 65536, 1, 4)


for module in (store_lock, vault, renewing):
    module.passphrase_kek = cache(passphrase_kek)


@dataclass(frozen=True)
class Steps:
    """Calls of an open store, each kept when it returns."""

    stands: Callable[[Path], None]
    steps: Sequence[Callable[[Store], object]]
    openers: Sequence[Sequence[Opener]] = ((),)

    def prepare(self, folder: Path) -> None:
        self.stands(folder)

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        with closing(quick(self._open(folder))) as store:
            for step in self.steps[done:]:
                step(store)
                say()

    def insist(self, folder: Path, say: Say) -> None:
        with closing(quick(twice(lambda: self._open(folder)))) as store:
            for step in self.steps:
                twice(partial(step, store))
                say()

    def known(self, folder: Path) -> Known:
        states = [folder.with_name("state-0")]
        if folder.exists():
            shutil.copytree(folder, states[0])

        def remember() -> None:
            states.append(folder.with_name(f"state-{len(states)}"))
            shutil.copytree(folder, states[-1])

        self.do(folder, remember)
        known = [content(state, self.openers) for state in states]
        assert all(one != after for one, after in pairwise(known)), "each step can be seen"
        return known

    def check(self, folder: Path, said: int, known: Known) -> int:
        found = content(folder, self.openers)
        may_be = known[said : said + 2]
        assert found in may_be, f"after {said}: not what was said"
        return said + may_be.index(found)

    def _open(self, folder: Path) -> Store:
        for these in self.openers:
            try:
                return open_store(folder, these, now=lambda: LATER)
            except KeyMissing:
                continue
        raise AssertionError("nothing opens it")


@dataclass(frozen=True)
class Migrating:
    """The first start of a newer Nearer: a copy, and then all tables at once."""

    revision: str

    def prepare(self, folder: Path) -> None:
        write_earlier(self.revision, folder)

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        if not done:
            with closing(open_store(folder, [], now=lambda: AT)):
                say()

    def insist(self, folder: Path, say: Say) -> None:
        twice(lambda: self.do(folder, say))

    def known(self, folder: Path) -> Known:
        return [content(folder)]

    def check(self, folder: Path, said: int, known: Known) -> int:
        del said
        found = content(folder)
        assert found.rows == known[0].rows
        assert found.copies, "what it was before is kept"
        assert all(holding is not None for _, _, holding in found.copies)
        return 1


@dataclass(frozen=True)
class Renewing:
    """A new key: the file is written anew under it."""

    stands: Callable[[Path], None]
    openers: Sequence[Opener] = ()

    def prepare(self, folder: Path) -> None:
        self.stands(folder)

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        if not done:
            renew_key(folder, self.openers, LATER, _little)
            say()

    def insist(self, folder: Path, say: Say) -> None:
        twice(lambda: self.do(folder, say))

    def known(self, folder: Path) -> Known:
        return [content(folder, [self.openers])]

    def check(self, folder: Path, said: int, known: Known) -> int:
        found = content(folder, [self.openers])
        table = EarlierKeyRow.__tablename__
        renewed = len(found.rows[table])
        assert found.rows | {table: []} == known[0].rows
        assert {*known[0].copies} <= {*found.copies}
        assert all(holding is not None for _, _, holding in found.copies)
        assert said <= renewed
        return min(renewed, 1)


@dataclass(frozen=True)
class Restoring:
    """A copy takes the place of what stands there."""

    stands: str

    def prepare(self, folder: Path) -> None:
        _prepare_copy(folder)
        if self.stands == "damaged":
            data = bytearray((folder / FILE_NAME).read_bytes())
            data[5000] ^= 1
            (folder / FILE_NAME).write_bytes(data)
            (folder / (FILE_NAME + "-journal")).write_bytes(b"half a journal")
        elif self.stands == "another":
            remove_both(folder / ENVELOPE)
            (folder / FILE_NAME).unlink()
            aside = folder.with_name("aside")
            (folder / COPIES).rename(aside)
            with closing(open_store(folder, [])) as store:
                for number in range(2):
                    store.notebook.add(entry(f"other{number}"))
            aside.rename(folder / COPIES)

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        if not done:
            copies = found_copies(folder, [])
            (first,) = [c for c in copies if c.made_at == AT and not c.put_aside]
            restore_copy(folder, [], first.path, LATER)
            say()

    def insist(self, folder: Path, say: Say) -> None:
        twice(lambda: self.do(folder, say))

    def known(self, folder: Path) -> Known:
        before = [] if self.stands == "damaged" else [content(folder)]
        self.do(folder, lambda: None)
        return [*before, content(folder)]

    def check(self, folder: Path, said: int, known: Known) -> int:
        """The file from before, or the copy; else a loss that is told, with the copies at hand."""
        try:
            rows = content(folder).rows
        except StoreDamaged:
            assert self.stands == "damaged", "one takes the other's place in one step"
            assert not said
            rows = None
        else:
            assert rows in [one.rows for one in known]
            assert rows == known[-1].rows or not said
        kept = [copy for copy in found_copies(folder, []) if copy.holding is not None]
        assert any(copy.made_at == AT and copy.holding.lines == 1 for copy in kept)
        if self.stands != "damaged":
            asides = [copy for copy in kept if copy.put_aside and copy.holding.lines == 2]
            assert asides or rows == known[0].rows, "what was there is still there"
        return int(rows == known[-1].rows)


@dataclass(frozen=True)
class TwoPlaces:
    """Copies in a second place, too: inside the folder, so that it is disturbed there as well."""

    work: Callable[[Copies], object]

    def prepare(self, folder: Path) -> None:
        _prepare_copy(folder)
        (folder / "stick").mkdir()
        with closing(open_store(folder, [])) as store:
            _copies_of(store).catch_up()

    def do(self, folder: Path, say: Say, done: int = 0) -> None:
        if not done:
            with closing(open_store(folder, [], now=lambda: LATER)) as store:
                self.work(_copies_of(store))
                say()

    def insist(self, folder: Path, say: Say) -> None:
        twice(lambda: self.do(folder, say))

    def known(self, folder: Path) -> Known:
        return [content(folder)]

    def check(self, folder: Path, said: int, known: Known) -> int:
        """Whatever lies in either place can be read, and the next time all is made good."""
        found = content(folder)
        assert found.rows == known[0].rows
        assert found.copies
        new = {*found.copies} - {*known[0].copies}
        assert new or not said
        assert all(holding is not None for _, _, holding in found.copies)
        with closing(open_store(folder, [])) as store:
            there, copies = folder / "stick", _copies_of(store)
            made = store.second_place.made(there)
            assert made
            assert all(store.second_place.readable(there, at) for at in made)
            copies.make()
            assert store.second_place.made(there) == store.copies.made()
            assert not list(there.glob("*.new"))
        return 1


def _copies_of(store: Store) -> Copies:
    clock = HandClock()
    place = store.folder / "stick"
    second = SecondPlace(store.second_place, store.copies.made, clock, lambda: str(place))
    return Copies(store.copies, clock, lambda: True, lambda: True, second)


def _nothing(_folder: Path) -> None:
    """Not even the folder is there."""


def _prepare_line(folder: Path) -> None:
    with closing(open_store(folder, [])) as store:
        store.notebook.add(entry("e1"))


def _prepare_copy(folder: Path) -> None:
    """One line in the copy, two in the file."""
    with closing(open_store(folder, [])) as store:
        store.notebook.add(entry("e1"))
        store.copies.make(AT)
        store.notebook.add(entry("e2"))


def _prepare_locked(folder: Path) -> None:
    _prepare_copy(folder)
    with closing(quick(open_store(folder, []))) as store:
        store.lock.lock_with(OURS)


def _event(number: int, store: Store) -> None:
    what = said_back(number) if number else began()
    lines = [entry(f"t{number}", "what was said, " * 40 + "all")] if number % 3 == 2 else []
    store.sessions.append(past(), number, [what], lines)


TALK = (
    *(partial(_event, number) for number in range(8)),
    lambda store: store.sessions.append(ended(past()), 8, [said_back(8)]),
)

NOTEBOOK = (
    lambda store: store.notebook.add(entry("e3", "a long line, " * 120 + "all")),
    lambda store: store.notebook.change(
        replace(entry("e1"), text="said better, " * 60 + "all"), MAYA
    ),
    lambda store: store.drafts.remember_draft("entry", "half a thought"),
    lambda store: store.notebook.delete("e3", MAYA),
    lambda store: store.couple.save(Couple("Noa", "Adél", AT.date()), Settings(speak_s=60)),
    lambda store: store.evenings.give(date(2026, 11, 23), Appreciation(Seat.LEFT, "thank you")),
    lambda store: store.drafts.remember_draft("entry", ""),
)

_SHARED = replace(entry("e3", "ours, " * 120 + "all"), author=None)

BIN = (
    lambda store: store.notebook.add(_SHARED),
    lambda store: store.notebook.add(replace(entry("e4"), author=Seat.RIGHT, answers="e3")),
    lambda store: store.notebook.change(replace(_SHARED, text="said together"), None),
    lambda store: store.notebook.hide("e1", TOMAS, hidden=True),
    lambda store: store.notebook.bin("e3", AT, None),
    lambda store: store.notebook.take_back("e3", None),
    lambda store: store.notebook.bin("e3", AT, None),
    lambda store: store.notebook.empty_bin(LATER),
)


def _keep_pack(version: int, store: Store) -> None:
    store.packs.keep(KeptPack("ours", f"version {version}\n" * 900, on=True, added_at=AT))


def _take(sheet: SheetCode, store: Store) -> None:
    Lock(store.lock).take(sheet)


PACKS = (
    *(partial(_keep_pack, version) for version in range(3)),
    lambda store: store.packs.switch("ours", on=False),
    lambda store: store.packs.drop("ours"),
)

COPIES_MADE = (
    lambda store: store.copies.make(AT),
    lambda store: store.copies.make(LATER),
    lambda store: store.copies.remove([AT]),
)

DEEDS: dict[str, Deed] = {
    "first start": Steps(_nothing, [lambda store: store.notebook.add(entry("e1"))]),
    "talk": Steps(_prepare_copy, TALK),
    "notebook": Steps(_prepare_copy, NOTEBOOK),
    "bin": Steps(_prepare_copy, BIN),
    "packs": Steps(_prepare_copy, PACKS),
    "copies": Steps(_prepare_line, COPIES_MADE),
    "restore": Restoring("whole"),
    "restore over damage": Restoring("damaged"),
    "restore over another": Restoring("another"),
    "lock": Steps(_prepare_copy, [lambda store: Lock(store.lock).choose(OURS)], [(), (OURS,)]),
    "change passphrase": Steps(
        _prepare_locked, [lambda store: Lock(store.lock).choose(OTHER, OURS)], [(OURS,), (OTHER,)]
    ),
    "unlock": Steps(_prepare_locked, [lambda store: Lock(store.lock).let_go(OURS)], [(), (OURS,)]),
    "sheets": Steps(
        _prepare_copy,
        [partial(_take, SHEET), partial(_take, OTHER_SHEET)],
        [(OTHER_SHEET,), (SHEET,)],
    ),
    "copies in two places": TwoPlaces(lambda copies: copies.make()),
    "only a new copy in two places": TwoPlaces(
        lambda copies: copies.keep_only_a_new_one(put_aside=True)
    ),
    "new key": Renewing(_prepare_copy),
    "new key under a passphrase": Renewing(_prepare_locked, (OURS,)),
    **{f"migrate {revision}": Migrating(revision) for revision in REVISIONS},
}
