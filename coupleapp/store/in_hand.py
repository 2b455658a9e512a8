"""A file in somebody's hand: whether it can be one of ours, its envelope, and what opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coupleapp.application.lock import Opener
from coupleapp.application.looking import EnvelopeMissing, InHand, NotANotebook
from coupleapp.application.ports import StoreDamaged, StoreError
from coupleapp.domain.lock import WayIn
from coupleapp.store.copies import envelope_beside
from coupleapp.store.envelope import ENVELOPE, Envelope, bytes_of, envelope_in, read_envelope
from coupleapp.store.files import FILE_NAME
from coupleapp.store.vault import KeyFile, key_in

_PAGE = 4096
_PLAIN = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Opened:
    """``own``: the envelope lies with the file, or was chosen; else it is the one here."""

    envelope: Envelope
    key: bytes
    own: bool

    def refused(self, error: StoreDamaged) -> StoreError:
        """What it means that the key does not read the file."""
        return error if self.own else EnvelopeMissing("no envelope lies with it")


def refuse_others(path: Path) -> None:
    """Whether it can be an encrypted notebook at all.

    Raises:
        NotANotebook: It is something else, or was cut off.
        StoreError: There is no such file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
        size = path.stat().st_size
    except (FileNotFoundError, IsADirectoryError):
        raise StoreError(f"there is no file {path.name}") from None
    if size == 0 or size % _PAGE or head == _PLAIN:
        raise NotANotebook(f"{path.name} is something else")


def opened(file: InHand, folder: Path, openers: Sequence[Opener]) -> Opened:
    """The key of this file; the key file beside it helps as the one in ``folder`` does.

    Raises:
        EnvelopeMissing: No envelope lies with it, and there is none here.
        KeyMissing: Nothing here opens it; by its kind what would.
        StoreDamaged: Its envelope cannot be read.
        StoreTooNew: A newer Nearer wrote it.
    """
    envelope, own = _envelope_for(file, folder)
    key = key_in(envelope, folder, [*openers, *_key_file_with(file.path)])
    return Opened(envelope_in(envelope), key, own)


def bring_key(file: InHand, folder: Path, envelope: Envelope) -> None:
    """A whole folder has its key file with it: what it is opened by from now on lies here."""
    if WayIn.KEYFILE not in envelope.ways or KeyFile(folder).load(envelope.vault) is not None:
        return
    for beside in _key_file_with(file.path):
        kek = beside.load(envelope.vault)
        if kek is not None:
            KeyFile(folder).save(envelope.vault, kek)


def envelope_here(folder: Path) -> bytes | None:
    """What lies in this folder; where it cannot be read, as it is."""
    try:
        return bytes_of(read_envelope(folder))
    except FileNotFoundError:
        return None
    except StoreError:
        return read_if_there(folder / ENVELOPE)


def read_if_there(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _envelope_for(file: InHand, folder: Path) -> tuple[bytes, bool]:
    found = read_if_there(file.envelope or envelope_beside(file.path))
    if found is None and file.path.name == FILE_NAME:
        found = envelope_here(file.path.parent)
    if found is not None:
        return found, True
    found = envelope_here(folder)
    if found is None:
        raise EnvelopeMissing(f"there is no {ENVELOPE} for {file.path.name}")
    return found, False


def _key_file_with(path: Path) -> list[KeyFile]:
    beside = KeyFile(path.parent)
    try:
        beside.load("")
    except (StoreError, IsADirectoryError, PermissionError):
        # Something else that is called so, or somebody else's.
        return []
    return [beside]
