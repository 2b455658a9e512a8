"""Small files that are whole or not there, and that only their owner can read."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
FILE_NAME = "nearer.db"
COPIES = "copies"
JOURNAL = "-journal"
"""What SQLite puts after the name of a file for its journal."""


def identity(path: Path) -> tuple[int, int] | None:
    """Another file under the same name has another; None where there is none."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    return there.st_dev, there.st_ino


def make_durable(folder: Path) -> None:
    """Return when a power cut cannot undo what was made, renamed or removed in this folder."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_durable_if_it_can(folder: Path) -> None:
    """The same on a drive of which some know no such thing for a folder."""
    with suppress(OSError):
        make_durable(folder)


def make_folder(folder: Path) -> None:
    """For its owner only, durably; a folder that is there stays as it is."""
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for one in new:
        # Where nobody may look into the folder above, there is nothing to wait for.
        with suppress(PermissionError):
            make_durable(one.parent)


def read_if_may(path: Path) -> bytes | None:
    """What stands there; None where there is nothing, or nothing that we may read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, PermissionError, IsADirectoryError):
        return None


def make_empty(path: Path) -> None:
    """Make an empty file that only its owner can read; one that is there is an error."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def draft_of(path: Path) -> Path:
    """Where a file is written before it is whole."""
    return path.with_name(path.name + ".new")


def write_whole(
    path: Path,
    data: bytes,
    draft: Path | None = None,
    durable: Callable[[Path], None] = make_durable,
) -> None:
    """Write all of it or nothing, and return when a power cut cannot take it away.

    ``draft``: where it is written before, if not in ``draft_of``. ``durable``: makes its folder so.
    """
    draft = draft or draft_of(path)
    draft.unlink(missing_ok=True)
    make_empty(draft)
    draft.write_bytes(data)
    put_in_place(draft, path, durable)


def put_in_place(draft: Path, path: Path, durable: Callable[[Path], None] = make_durable) -> None:
    """Let a finished file take the place of another, durably."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    durable(path.parent)
