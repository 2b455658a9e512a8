"""A new data key: the file is written anew under it, read back, and takes the old one's place.

Whenever this is cut off, one of the two envelopes opens the file that is there: the new one is
written beside the old before the file changes its name, and stands alone only afterwards.
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session, select

from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.ports import PassphraseNeeded, StoreDamaged, StoreReadOnly
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.store.copies import make_copy
from coupleapp.store.database import Database, open_database
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import (
    ENVELOPE,
    KEY_BYTES,
    VERSION,
    Envelope,
    Stretching,
    Wrap,
    bytes_of,
    passphrase_kek,
    read_envelopes,
    stretching_of_today,
    wrap,
    write_envelope,
)
from coupleapp.store.errors import known_errors
from coupleapp.store.files import (
    FILE_NAME,
    JOURNAL,
    draft_of,
    make_empty,
    put_in_place,
    write_whole,
)
from coupleapp.store.rows import readable
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.tables import EarlierKeyRow
from coupleapp.store.vault import KeyFile, Vault, keep_somewhere, keepers_among, open_proven, settle


def renew_key(
    folder: Path,
    openers: Sequence[Opener],
    at: datetime,
    stretching: Callable[[], Stretching] = stretching_of_today,
) -> KnownKey:
    """Encrypt the file under a new key; nobody has it open. What opens it from now on.

    A passphrase stays the one it is, if it is among ``openers``. A recovery sheet does not: its
    code is known to nobody here. A copy is made before.

    Args:
        folder: Where the file lies.
        openers: What opens it now, and the passphrase if there is one.
        at: Now, for the name of the copy.
        stretching: Of the passphrase.

    Raises:
        PassphraseNeeded: There is a passphrase, and it is not among them.
        SecretRefused: That one opens something else.
        StoreError: It could not be done; the file and what opens it are as they were.
    """
    path, draft = folder / FILE_NAME, draft_of(folder / FILE_NAME)
    with known_errors():
        passphrase = next((one for one in openers if isinstance(one, Passphrase)), None)
        if passphrase is not None:
            # It is to be proven, and a known key would open before it.
            openers = [one for one in openers if not isinstance(one, KnownKey)]
        vault, database = open_proven(folder, path, openers, partial(open_database, path))
        with closing(database):
            ways = next(one for one in read_envelopes(folder) if one.vault == vault.id).ways
            if WayIn.PASSPHRASE in ways and passphrase is None:
                raise PassphraseNeeded(sheet=WayIn.SHEET in ways)
            # An earlier try may have been cut off: the copy takes its envelope from here.
            settle(folder, vault)
            make_copy(database, at)
            new = Vault(secrets.token_hex(16), secrets.token_bytes(KEY_BYTES), None)
            try:
                _write_under(database, vault, new, draft)
                if WayIn.PASSPHRASE in ways and passphrase is not None:
                    wraps = [_sealed_with(new, passphrase, stretching())]
                    if WayIn.KEYRING in ways:
                        # Without it the passphrase is asked for.
                        with suppress(StoreReadOnly):
                            wraps.append(keep_somewhere(new, keepers_among(openers)))
                else:
                    places = [*keepers_among(openers), KeyFile(folder)]
                    wraps = [keep_somewhere(new, places)]
            except BaseException:
                _clear(draft)
                raise
        envelope = Envelope(VERSION, new.id, tuple(wraps))
        write_whole(second_of(folder / ENVELOPE), bytes_of(envelope))
        put_in_place(draft, path)
        write_envelope(folder, envelope)
    return new.known


def earlier_keys(database: Database) -> tuple[KnownKey, ...]:
    """What opens the copies from before a new key."""
    with database.transaction() as work:
        return readable(work, select(EarlierKeyRow), _known)


def earlier_vaults(work: Session) -> frozenset[str]:
    """Those that a file was before."""
    return frozenset(readable(work, select(EarlierKeyRow), lambda row: row.vault))


def _known(row: EarlierKeyRow) -> KnownKey:
    return KnownKey(row.vault, bytes.fromhex(row.key))


def _write_under(database: Database, vault: Vault, new: Vault, draft: Path) -> None:
    """All of it in a new file, held against the old one, and with it what the old copies need."""
    _clear(draft)
    make_empty(draft)
    database.write_into(draft, new.key)
    with closing(Database(draft, new.key)) as renewed:
        if renewed.digest() != database.digest():
            raise StoreDamaged("what was written is not what was read")
        with renewed.transaction() as work:
            work.merge(EarlierKeyRow(vault=vault.id, key=vault.key.hex()))
        renewed.check()
        refuse_unsound(renewed)


def _sealed_with(new: Vault, passphrase: Passphrase, stretching: Stretching) -> Wrap:
    kek = passphrase_kek(passphrase, stretching)
    return wrap(new.key, kek, new.id, WayIn.PASSPHRASE, stretching=stretching)


def _clear(draft: Path) -> None:
    for left in (draft, draft.with_name(draft.name + JOURNAL)):
        left.unlink(missing_ok=True)
