"""What was put aside when a copy took the place of the file: found, and let go of on request."""

from collections.abc import Set as AbstractSet
from pathlib import Path

from coupleapp.store.copies import envelope_beside, named_in
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import vault_in
from coupleapp.store.files import FILE_NAME, JOURNAL, draft_of, make_durable, read_if_may


def put_aside_of(vaults: AbstractSet[str], folder: Path) -> list[Path]:
    """The files that were put aside here, but those that are another notebook's.

    ``vaults``: those of this one. Of a file whose envelope cannot be read nobody knows whose it is,
    so it may be this one's.
    """
    aside = [path for path, _, put_aside in named_in(folder) if put_aside]
    return [path for path in aside if _may_be_of(vaults, path)]


def remove_put_aside(vaults: AbstractSet[str], folder: Path) -> None:
    """Delete these with all that lies beside them, and what a taking back left half done."""
    for path in put_aside_of(vaults, folder):
        envelope = envelope_beside(path)
        for gone in (path, _journal_of(path), envelope, second_of(envelope)):
            gone.unlink(missing_ok=True)
    remove_half_done(folder)
    make_durable(folder)


def remove_half_done(folder: Path) -> None:
    """Delete what a taking back or a new key was writing when it was cut off."""
    draft = draft_of(folder / FILE_NAME)
    for gone in (draft, _journal_of(draft)):
        gone.unlink(missing_ok=True)


def _may_be_of(vaults: AbstractSet[str], path: Path) -> bool:
    envelope = envelope_beside(path)
    known = [vault_in(read_if_may(one)) for one in (envelope, second_of(envelope))]
    return any(one in vaults for one in known) or all(one is None for one in known)


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + JOURNAL)
