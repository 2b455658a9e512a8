"""What a process has asked of the disk, read from what strace has written of it."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.store.proofs.child import KEPT

SEEN = (
    "openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,"
    "splice,lseek,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,"
    "renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,"
    "mmap,msync"
)


@dataclass(frozen=True)
class Said:
    """The store has said that it is done."""


@dataclass(frozen=True)
class Opened:
    fd: int
    path: str
    empties: bool
    appends: bool


@dataclass(frozen=True)
class Closed:
    fd: int


@dataclass(frozen=True)
class Wrote:
    """``at``: None where the file stood."""

    fd: int
    at: int | None
    data: bytes


@dataclass(frozen=True)
class Sent:
    """From file to file, inside the system."""

    to: int
    source: int
    at: int
    count: int


@dataclass(frozen=True)
class Moved:
    fd: int
    at: int


@dataclass(frozen=True)
class CutTo:
    fd: int
    size: int


@dataclass(frozen=True)
class Synced:
    fd: int


@dataclass(frozen=True)
class Renamed:
    old: str
    new: str


@dataclass(frozen=True)
class Linked:
    old: str
    new: str


@dataclass(frozen=True)
class Removed:
    path: str


@dataclass(frozen=True)
class Made:
    path: str


Call = (
    Said
    | Opened
    | Closed
    | Wrote
    | Sent
    | Moved
    | CutTo
    | Synced
    | Renamed
    | Linked
    | Removed
    | Made
)

_LINE = re.compile(
    r"(?P<name>\w+)\((?P<told>.*)\)\s+= (?P<result>-?\d+|0x[0-9a-f]+|\?)(?P<rest>.*)"
)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True)
class Line:
    """One call, and for disturbing it, the how manieth of its name it was."""

    name: str
    nth: int
    told: str
    result: int
    injected: bool

    @property
    def texts(self) -> list[bytes]:
        found = _TEXT.findall(self.told)
        assert not any(cut_short for _, cut_short in found), "strace was not asked for all of it"
        return [bytes.fromhex(text.replace("\\x", "")) for text, _ in found]

    @property
    def paths(self) -> list[str]:
        return [text.decode() for text in self.texts]

    @property
    def numbers(self) -> list[int]:
        """What is told beside texts, where it is a number."""
        bare = _TEXT.sub("", self.told)
        return [int(one) for one in re.findall(r"-?\b\d+\b", bare)]


def wishes(log: Path) -> list[str]:
    """What strace is asked for, so that ``lines`` can be read from this file."""
    return ["-xx", "-s", "10000000", "-o", str(log), "-e", f"trace={SEEN}"]


def lines(log: Path) -> list[Line]:
    count: dict[str, int] = {}
    found = []
    for text in log.read_text("ascii").splitlines():
        if text.startswith(("+++", "---")):
            continue
        match = _LINE.fullmatch(text)
        assert match, f"not understood: {text[:200]}"
        if match["result"] == "?":
            continue
        name = match["name"]
        count[name] = count.get(name, 0) + 1
        injected = "INJECTED" in match["rest"]
        result = int(match["result"], 0)
        found.append(Line(name, count[name], match["told"], result, injected))
    return found


def call_of(line: Line, ours: set[int]) -> Call | None:
    """What it meant; None where it changes nothing. ``ours``: the files that are open in it."""
    if line.result < 0:
        return None
    numbers = line.numbers
    match line.name:
        case "openat":
            flags = line.told
            return Opened(line.result, line.paths[0], "O_TRUNC" in flags, "O_APPEND" in flags)
        case "close":
            return Closed(numbers[0])
        case "writev" if KEPT + b"\n" in line.texts:
            return Said()
        case "write":
            return Wrote(numbers[0], None, line.texts[0][: line.result])
        case "pwrite64":
            return Wrote(numbers[0], numbers[-1], line.texts[0][: line.result])
        case "sendfile":
            to, source, at = numbers[:3]
            return Sent(to, source, at, line.result)
        case "lseek":
            return Moved(numbers[0], line.result)
        case "ftruncate":
            return CutTo(numbers[0], numbers[1])
        case "fsync" | "fdatasync":
            return Synced(numbers[0])
        case "rename" | "renameat" | "renameat2":
            return Renamed(*line.paths)
        case "link" | "linkat":
            return Linked(*line.paths)
        case "unlink" | "unlinkat" | "rmdir":
            return Removed(line.paths[0])
        case "mkdir" | "mkdirat":
            return Made(line.paths[0])
        case "mmap":
            shared = "MAP_SHARED" in line.told and "PROT_WRITE" in line.told
            assert not (shared and {*numbers} & ours), "a file of ours is written in memory"
            return None
        case "writev" if not {*numbers[:1]} & ours:
            return None
    assert not {*numbers[:2]} & ours, f"{line.name} is not known here"
    return None
