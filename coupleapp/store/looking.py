"""A copy is looked into without a byte written to it or beside it.

It is read in a private copy, as encrypted as itself, which is gone afterwards; what a crash leaves
of one goes when a window opens the next time.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from coupleapp.application.copies import Holding
from coupleapp.application.lock import Opener
from coupleapp.application.looking import Content, InHand, Looked, moment_of
from coupleapp.application.ports import (
    KeptKind,
    PassphraseNeeded,
    SecretRefused,
    SheetNeeded,
    StoreDamaged,
    StoreError,
)
from coupleapp.domain.agreements.life import AgreementLife, ImpossibleLifeError, fold
from coupleapp.store.agreements import SqlAgreements
from coupleapp.store.copies import counted, envelopes, made_by_name
from coupleapp.store.couple import SqlCouple
from coupleapp.store.database import Database
from coupleapp.store.errors import known_errors
from coupleapp.store.files import FILE_NAME, JOURNAL, make_empty, make_folder
from coupleapp.store.in_hand import opened, refuse_others
from coupleapp.store.notebook import SqlNotebook
from coupleapp.store.sessions import SqlSessions
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.upgrade import HEAD, migrate
from coupleapp.store.vault import key_in

_LOOKING = "looking-"
_ALL = 2**31
_KINDS = (KeptKind.ENTRIES, KeptKind.AGREEMENTS, KeptKind.SESSIONS)


def look_into(folder: Path, openers: Sequence[Opener], file: InHand) -> Looked:
    """Read all of it; it stays as it is, and so does what lies beside it.

    Args:
        folder: Where the notebook lies, or would.
        openers: What may open it, besides the key files in ``folder`` and beside the file.
        file: What is looked into.

    Raises:
        NotANotebook: It is something else, or was cut off.
        KeyMissing: Nothing opens it; by its kind what would.
        StoreDamaged: It is not whole.
        StoreTooNew: A newer Nearer wrote it.
        StoreError: It could not be read.
    """
    with _readable_medium(), known_errors():
        make_folder(folder)
        refuse_others(file.path)
        found = opened(file, folder, openers)
        with private_copy(folder, file.path) as path, closing(Database(path, found.key)) as copy:
            try:
                copy.check()
                if refuse_unsound(copy) != HEAD:
                    migrate(copy, lambda: None)
            except StoreDamaged as error:
                raise found.refused(error) from error
            contents, impossible = _contents(copy)
            return Looked(
                made_by_name(file.path) or _written_at(file.path),
                counted(copy),
                SqlCouple(copy).couple(),
                contents,
                holding_now(folder, openers),
                copy.left_aside_now(_KINDS) + impossible,
            )


def holding_now(folder: Path, openers: Sequence[Opener]) -> Holding | None:
    """What the notebook here holds, as far as it can still be counted. Nothing is written."""
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with known_errors():
            key = opened(InHand(path), folder, openers).key
            # Where a change was cut off it is refused: to read it would be to play its journal.
            with closing(Database(path, key, read_only=True)) as present:
                return counted(present)
    except (StoreError, dbapi2.Error):
        # A table that is gone is nothing that could be counted.
        return None


def asked_for_copies(
    folder: Path, openers: Sequence[Opener]
) -> PassphraseNeeded | SheetNeeded | SecretRefused | None:
    """What has to be typed before the copies here can be read, or that it opens something else."""
    for path in envelopes(folder):
        try:
            key_in(path.read_bytes(), folder, openers)
        except PassphraseNeeded as needed:
            # A keyring that is only late is not waited for here.
            return PassphraseNeeded(sheet=needed.sheet)
        except SheetNeeded:
            return SheetNeeded()
        except SecretRefused as refused:
            return refused
        except (StoreError, OSError):
            continue
    return None


@contextmanager
def private_copy(folder: Path, source: Path) -> Iterator[Path]:
    """This file and its journal once more, for their owner only; gone afterwards.

    Raises:
        StoreError: There is no room for it, or no such file.
    """
    place = Path(tempfile.mkdtemp(prefix=_LOOKING, dir=folder))
    try:
        for part, name in (
            (source, FILE_NAME),
            (source.with_name(source.name + JOURNAL), FILE_NAME + JOURNAL),
        ):
            if part.exists():
                make_empty(place / name)
                shutil.copyfile(part, place / name)
        yield place / FILE_NAME
    finally:
        shutil.rmtree(place, ignore_errors=True)


def forget_looks(folder: Path) -> None:
    """Remove what a crash has left of one; only for who holds the folder: others may be looking."""
    for left in folder.glob(_LOOKING + "*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _readable_medium() -> Iterator[None]:
    """A stick may be pulled out, or be worn."""
    try:
        yield
    except OSError as error:
        raise StoreError(error.strerror) from error


def _contents(copy: Database) -> tuple[tuple[Content, ...], int]:
    """What can be read in it, and how many agreements cannot have been."""
    logs, lives = SqlAgreements(copy).logs(), list[AgreementLife]()
    for log in logs:
        with suppress(ImpossibleLifeError):
            lives.append(fold(log.events))
    talks = (past for past in SqlSessions(copy).history() if past.talked)
    found: list[Content] = [*SqlNotebook(copy).page(None, _ALL), *lives, *talks]
    return tuple(sorted(found, key=moment_of, reverse=True)), len(logs) - len(lives)


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
