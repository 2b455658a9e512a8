"""What the evening's question knows while the notebook is locked: a small file beside it."""

from pathlib import Path

from pydantic import ValidationError

from coupleapp.application.locked_evening import LockedEvening
from coupleapp.store.codec import adapter
from coupleapp.store.errors import known_errors
from coupleapp.store.files import make_durable, write_whole

LOCKED_EVENING = "locked-evening.json"


def read_locked_evening(folder: Path) -> LockedEvening | None:
    """What was written last; None where there is nothing that can be read."""
    try:
        known: LockedEvening = adapter(LockedEvening).validate_json(
            (folder / LOCKED_EVENING).read_bytes()
        )
    except (OSError, ValidationError):
        # It only costs an evening's question.
        return None
    return known


def write_locked_evening(folder: Path, known: LockedEvening | None) -> None:
    """Write it; None where nothing is to be known.

    Raises:
        StoreError: It could not be written.
    """
    path = folder / LOCKED_EVENING
    with known_errors():
        if known is None:
            path.unlink(missing_ok=True)
            make_durable(folder)
        else:
            write_whole(path, adapter(LockedEvening).dump_json(known))
