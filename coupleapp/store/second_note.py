"""What is remembered of the second place, as it is written beside the copies of the first."""

import json
from datetime import datetime
from pathlib import Path

from coupleapp.application.second_shelf import Hindered, InTheWay, SecondNote
from coupleapp.store.files import write_whole

NOTE = "second-place"


def read_note(path: Path) -> SecondNote:
    """An empty one where it cannot be read."""
    try:
        found = json.loads(path.read_bytes())
        return SecondNote(
            made=tuple(_moment(at) for at in found["made"]),
            hindered=_hindered(found["missed"], found["missing"]),
            only_since=_moment_or_none(found["only_since"]),
            others=tuple(_moment(at) for at in found.get("others", ())),
            unreadable=tuple(_moment(at) for at in found.get("unreadable", ())),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return SecondNote()


def write_note(path: Path, note: SecondNote) -> None:
    """Its names are those of an earlier Nearer, which knew no reason where nothing was missing."""
    written = {
        "made": note.made,
        "missed": note.hindered and note.hindered.by,
        "missing": note.hindered and note.hindered.missing,
        "only_since": note.only_since,
        "others": note.others,
        "unreadable": note.unreadable,
    }
    write_whole(path, json.dumps(written, default=datetime.isoformat).encode("ascii"))


def _hindered(by: str | None, missing: str | None) -> Hindered | None:
    return None if by is None else Hindered(InTheWay(by), _moment_or_none(missing))


def _moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else _moment(text)


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a moment has a zone")
    return at
