"""Packs: looked at, taken in, switched on and off, removed; past talks and notes stay as they are.

A guided session carries its own plan and its question, and a line of the notebook its words, so
that nothing of them is lost with the pack they once came from. So when a pack is removed, the file
still has the questions of it that lay on the table of a session, and the names of such sittings.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from coupleapp.application.library import Library
from coupleapp.application.ports import Clock
from coupleapp.domain.defaults import PACKS_MOST
from coupleapp.domain.programme.packs import (
    KeptPack,
    Pack,
    PackInvalid,
    standing,
    together,
    whose,
)

SOURCE = "packs"
"""What packs are called in the library."""


class PackReader(Protocol):
    """Turns files into packs. Nothing in a file is ever run, and no other file is opened."""

    def text_of(self, path: Path) -> str:
        """The text of this file.

        Raises:
            PackInvalid: It cannot be opened, or is no text.
        """

    def read(self, text: str, name: str, themes: Collection[str] | None) -> Pack:
        """The pack in this text.

        Args:
            text: All of it.
            name: What the file is called, for what is said about it.
            themes: The ids of our themes, to which alone it may add questions; None when that
                was looked at before: a theme of ours may be gone since.

        Raises:
            PackInvalid: It is not a whole pack.
        """


class PackStore(Protocol):
    """The packs the couple have taken in."""

    def packs(self) -> tuple[KeptPack, ...]:
        """All of them, the first that was taken in first."""

    def keep(self, pack: KeptPack) -> None:
        """Keep a new one, or write over the one with the same id; nothing of that one stays."""

    def switch(self, pack_id: str, *, on: bool) -> None:
        """Use it, or leave it lying there."""

    def drop(self, pack_id: str) -> None:
        """Delete it for good.

        Nothing of the pack's text stays in the file, but for what past sessions have of it in
        their own events: their plan, and the questions that lay on their table.
        """


class WhyNot(StrEnum):
    """Why a pack was not taken in."""

    SAME = "same"
    OTHER_WORDS = "other_words"
    OLDER = "older"
    TOO_MANY = "too_many"


class PackRefused(Exception):
    """A pack that was not taken in; nothing has changed."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Look:
    """A pack that is looked at and not taken in.

    Attributes:
        text: The text it was read from: exactly that is taken in.
        why_not: Why it cannot be taken in; None when it can.
    """

    pack: Pack
    text: str
    there: Pack | None = None
    why_not: WhyNot | None = None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A pack on the couple's shelf; without ``pack``, ``fault`` says why it cannot be read."""

    kept: KeptPack
    pack: Pack | None
    fault: PackInvalid | None

    @property
    def in_use(self) -> bool:
        """Whether the programme has what it adds."""
        return self.kept.on and self.pack is not None


class Packs:
    """The couple's packs, and what they add to the library."""

    def __init__(
        self, store: PackStore, reader: PackReader, library: Library, clock: Clock
    ) -> None:
        self._store = store
        self._reader = reader
        self._library = library
        self._clock = clock
        self._read: dict[str, Pack | PackInvalid] = {}
        self._in_use: dict[str, Pack] = {}

    def shelf(self) -> tuple[Shelved, ...]:
        """Every pack that was taken in, the first one first."""
        return tuple(map(self._shelved, self._store.packs()))

    def load(self) -> None:
        """Let the library have what the packs add that are on and can be read.

        Raises:
            StoreError: They could not be read; the library is as it was.
        """
        shelf = self.shelf()
        in_use = [one.pack for one in shelf if one.pack is not None and one.in_use]
        self._library.put(SOURCE, together([pack.addition for pack in in_use]))
        self._in_use = {pack.id: pack for pack in in_use}
        texts = {one.kept.text for one in shelf}
        self._read = {text: found for text, found in self._read.items() if text in texts}

    def author_of(self, full_id: str) -> str:
        """Who wrote the theme, question or format with this id; empty where no pack in use did."""
        pack = self._in_use.get(whose(full_id))
        return "" if pack is None else pack.author

    def look_at(self, path: Path) -> Look:
        """Read a file and say what it would add. Nothing is kept.

        Raises:
            PackInvalid: It is not a whole pack.
        """
        text = self._reader.text_of(path)
        themes = {theme.id for theme in self._library.ours.themes}
        return self._looked(self._reader.read(text, path.name, themes), text)

    def look_again(self, look: Look) -> Look:
        """The same pack, as it stands to what is there by now."""
        return self._looked(look.pack, look.text)

    def take_in(self, look: Look) -> None:
        """Keep what was looked at and use it; a newer version takes the older one's place.

        Raises:
            PackRefused: It is there already, an older one, or one too many; nothing has changed.
        """
        now = self.look_again(look)
        if now.why_not is not None:
            raise PackRefused(now.why_not)
        before = self._kept(look.pack.id)
        added_at = self._clock.now() if before is None else before.added_at
        self._store.keep(KeptPack(look.pack.id, look.text, on=True, added_at=added_at))
        self.load()

    def switch(self, pack_id: str, *, on: bool) -> None:
        """Use this pack, or leave it lying there."""
        self._store.switch(pack_id, on=on)
        self.load()

    def remove(self, pack_id: str) -> None:
        """Delete this pack for good; its file brings it back.

        What lay on the table of a past session stays with that session.
        """
        self._store.drop(pack_id)
        self.load()

    def _looked(self, pack: Pack, text: str) -> Look:
        kept = self._kept(pack.id)
        there = None if kept is None else self._shelved(kept).pack
        stands = standing(pack, there)
        if not stands.welcome:
            return Look(pack, text, there, WhyNot(stands.value))
        if kept is None and len(self._store.packs()) >= PACKS_MOST:
            return Look(pack, text, why_not=WhyNot.TOO_MANY)
        return Look(pack, text, there)

    def _kept(self, pack_id: str) -> KeptPack | None:
        return next((one for one in self._store.packs() if one.id == pack_id), None)

    def _shelved(self, kept: KeptPack) -> Shelved:
        found = self._read.get(kept.text)
        if found is None:
            found = self._read[kept.text] = self._try_reading(kept)
        if isinstance(found, PackInvalid):
            return Shelved(kept, None, found)
        return Shelved(kept, found, None)

    def _try_reading(self, kept: KeptPack) -> Pack | PackInvalid:
        try:
            pack = self._reader.read(kept.text, kept.id, None)
        except PackInvalid as error:
            return error
        return pack if pack.id == kept.id else PackInvalid(kept.id, None, "It has another name.")
