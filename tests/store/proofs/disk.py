"""A disk that forgets: what lies in a folder after the power was cut.

Safe is what was there before, what an fsync of its file has reached, and names that an fsync of
their folder has reached. Of the rest each sector may be as it was after any of the writes, whatever
came first; where a file has grown and its sectors have not come, anything lies there. A name that
was made, renamed or removed may be as before or as after.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.store.proofs import calls as c

SECTOR = 512

Pick = Callable[[], int]


class NothingUnsafe(Random):
    """The chance that of what is not safe nothing is there."""

    def choice(self, seq):
        return seq[0]


class File:
    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self._versions = [bytes(data)]

    def write(self, at: int, data: bytes) -> None:
        if at > len(self.data):
            self.data.extend(bytes(at - len(self.data)))
        self.data[at : at + len(data)] = data
        self._versions.append(bytes(self.data))

    def cut_to(self, size: int) -> None:
        del self.data[size:]
        self.data.extend(bytes(size - len(self.data)))
        self._versions.append(bytes(self.data))

    def sync(self) -> None:
        self._versions = self._versions[-1:]

    @property
    def at_stake(self) -> int:
        return len(self._versions) - 1

    def after_cut(self, chance: Random) -> bytes:
        pick = _picker(len(self._versions), chance)
        whole, size = bytearray(), len(self._versions[pick()])
        for at in range(0, size, SECTOR):
            piece = self._versions[pick()][at : at + SECTOR]
            whole += piece + _anything(SECTOR - len(piece), chance)
        return bytes(whole[:size])


class Folder:
    def __init__(self) -> None:
        self.names: dict[str, File | Folder] = {}
        self._safe: dict[str, File | Folder] = {}
        self._changes: list[_Change] = []

    def change(self, gone: str | None, come: str | None, node: "File | Folder") -> None:
        change = _Change(gone, come, node)
        change.apply(self.names)
        self._changes.append(change)

    def sync(self) -> None:
        self._safe, self._changes = dict(self.names), []

    @property
    def at_stake(self) -> int:
        return len(self._changes) + sum(node.at_stake for node in self.names.values())

    def after_cut(self, chance: Random) -> "dict[str, File | Folder]":
        names = dict(self._safe)
        pick = _picker(len(self._changes) + 1, chance)
        for number, change in enumerate(self._changes):
            if pick() > number:
                change.apply(names)
        return names


@dataclass(frozen=True)
class _Change:
    gone: str | None
    come: str | None
    node: File | Folder

    def apply(self, names: dict[str, File | Folder]) -> None:
        if self.gone is not None and names.get(self.gone) is self.node:
            del names[self.gone]
        if self.come is not None:
            names[self.come] = self.node


def _picker(versions: int, chance: Random) -> Pick:
    """How far each piece has come: nothing, all, up to one moment, torn there, or pell-mell."""
    last = versions - 1
    moment = chance.randint(0, last)
    return chance.choice(
        [
            lambda: 0,
            lambda: last,
            lambda: moment,
            lambda: min(moment + chance.randint(0, 1), last),
            lambda: chance.randint(0, last),
            lambda: chance.randint(0, last),
        ]
    )


def _anything(size: int, chance: Random) -> bytes:
    return bytes(size) if chance.random() < 0.5 else chance.randbytes(size)


class Disk:
    """What a folder holds, and how much of it is safe; ``lies``: an fsync does nothing."""

    def __init__(self, root: Path, *, lies: bool = False) -> None:
        self._root = root
        self._lies = lies
        self._open: dict[int, _Handle] = {}
        self._all = _read(root)

    def do(self, call: c.Call) -> None:
        match call:
            case c.Opened(fd, path, empties, appends) if self._is_here(path):
                self._opened(fd, Path(path), empties=empties, appends=appends)
            case c.Closed(fd):
                self._open.pop(fd, None)
            case c.Wrote(fd, at, data) if fd in self._open:
                self._open[fd].write(at, data)
            case c.Sent(to, source, at, count) if to in self._open:
                self._open[to].write(None, self._open[source].read(at, count))
            case c.Moved(fd, at) if fd in self._open:
                self._open[fd].at = at
            case c.CutTo(fd, size) if fd in self._open:
                self._open[fd].file.cut_to(size)
            case c.Synced(fd) if fd in self._open and not self._lies:
                self._open[fd].node.sync()
            case c.Renamed(old, new) if self._is_here(old) or self._is_here(new):
                folder, gone = self._place(Path(old))
                other, come = self._place(Path(new))
                assert folder is other, "a rename from folder to folder is not known here"
                folder.change(gone, come, folder.names[gone])
            case c.Linked(old, new) if self._is_here(new):
                node = self._node(Path(old))
                folder, come = self._place(Path(new))
                folder.change(None, come, node)
            case c.Removed(path) if self._is_here(path):
                folder, gone = self._place(Path(path))
                folder.change(gone, None, folder.names[gone])
            case c.Made(path) if self._is_here(path):
                folder, come = self._place(Path(path))
                folder.change(None, come, Folder())

    @property
    def open(self) -> set[int]:
        """The files of this folder that are open, by their numbers."""
        return {*self._open}

    @property
    def at_stake(self) -> int:
        """How many changes are not safe yet."""
        return self._all.at_stake

    def now(self) -> dict[str, bytes]:
        """The bytes of each file, as the living see them."""
        return {name: bytes(file.data) for name, file in _files(self._all, "")}

    def leave(self, place: Path, chance: Random) -> None:
        """Write what is left of it, the power being cut now."""
        _leave(self._all, place, chance, {})

    def _is_here(self, path: str) -> bool:
        return Path(path).is_relative_to(self._root)

    def _opened(self, fd: int, path: Path, *, empties: bool, appends: bool) -> None:
        if path == self._root:
            self._open[fd] = _Handle(self._all)
            return
        folder, name = self._place(path)
        if name not in folder.names:
            folder.change(None, name, File())
        node = folder.names[name]
        if empties and isinstance(node, File) and node.data:
            node.cut_to(0)
        assert not appends, "appending is not known here"
        self._open[fd] = _Handle(node)

    def _place(self, path: Path) -> tuple[Folder, str]:
        folder = self._node(path.parent)
        assert isinstance(folder, Folder)
        return folder, path.name

    def _node(self, path: Path) -> File | Folder:
        node: File | Folder = self._all
        for part in path.relative_to(self._root).parts:
            assert isinstance(node, Folder)
            node = node.names[part]
        return node


@dataclass
class _Handle:
    node: File | Folder
    at: int = 0

    @property
    def file(self) -> File:
        assert isinstance(self.node, File)
        return self.node

    def write(self, at: int | None, data: bytes) -> None:
        if at is None:
            at, self.at = self.at, self.at + len(data)
        self.file.write(at, data)

    def read(self, at: int, count: int) -> bytes:
        return bytes(self.file.data[at : at + count])


def _read(place: Path) -> Folder:
    folder = Folder()
    for path in place.iterdir():
        node = _read(path) if path.is_dir() else File(path.read_bytes())
        folder.change(None, path.name, node)
    folder.sync()
    return folder


def _files(folder: Folder, above: str) -> list[tuple[str, File]]:
    found = []
    for name, node in folder.names.items():
        inside = _files(node, f"{above}{name}/") if isinstance(node, Folder) else []
        found += inside if isinstance(node, Folder) else [(above + name, node)]
    return found


def _leave(folder: Folder, place: Path, chance: Random, left: dict[int, Path]) -> None:
    place.mkdir(exist_ok=True)
    for name, node in folder.after_cut(chance).items():
        path = place / name
        if isinstance(node, Folder):
            _leave(node, path, chance, left)
        elif id(node) in left:
            os.link(left[id(node)], path)
        else:
            path.write_bytes(node.after_cut(chance))
            left[id(node)] = path
