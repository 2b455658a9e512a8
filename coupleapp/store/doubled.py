"""Small files without which nothing opens: each is written twice, with a check sum in it."""

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coupleapp.application.ports import StoreDamaged
from coupleapp.store.files import draft_of, write_whole

logger = logging.getLogger(__name__)

_CHECK = "check"


def second_of(path: Path) -> Path:
    """Where the same lies once more."""
    return path.with_name(f"{path.stem}-second{path.suffix}")


def written(content: Mapping[str, Any]) -> bytes:
    """The bytes of one such file."""
    return json.dumps({**content, _CHECK: _sum_of(content)}, indent=2).encode("ascii")


def parsed(data: bytes, name: str) -> dict[str, Any]:
    """What stands in these bytes. The first Nearer wrote no check sum.

    Raises:
        StoreDamaged: It is not as it was written.
    """
    content, _ = _parsed(data, name)
    return content


def write_doubled(path: Path, content: Mapping[str, Any]) -> None:
    """Write both, each whole or not at all; it is the last step that changes what counts."""
    for one in (second_of(path), path):
        write_whole(one, written(content))


def read_doubled(path: Path) -> dict[str, Any]:
    """What stands in the first that is as it was written.

    Raises:
        FileNotFoundError: There is neither.
        StoreDamaged: None can be read.
    """
    return read_each(path)[0]


def read_each(path: Path) -> list[dict[str, Any]]:
    """What stands in both, or in the one that a check sum proves; one, where they are the same.

    Raises:
        FileNotFoundError: There is neither.
        StoreDamaged: None can be read.
    """
    proven: list[dict[str, Any]] = []
    unproven: list[dict[str, Any]] = []
    damaged: StoreDamaged | None = None
    for data in _both(path):
        if data is None:
            continue
        try:
            content, is_proven = _parsed(data, path.name)
        except StoreDamaged as error:
            damaged = error
            continue
        # Unproven it is of the first Nearer, or the very name of the check sum is damaged.
        (proven if is_proven else unproven).append(content)
    found = proven or unproven
    if found:
        return found[:1] if found[:1] == found[1:] else found
    if damaged is None:
        raise FileNotFoundError(path)
    raise damaged


def mend(path: Path, content: Mapping[str, Any]) -> None:
    """Write both again where one of them holds something else; what a crash left half goes."""
    for one in (path, second_of(path)):
        draft_of(one).unlink(missing_ok=True)
    if all(data == written(content) for data in _both(path)):
        return
    logger.info("%s is written again from what is whole of it", path.name)
    try:
        write_doubled(path, content)
    except OSError as error:
        # What cannot be written is said when the notebook itself is opened.
        logger.info("%s could not be written: %s", path.name, type(error).__name__)


def _both(path: Path) -> list[bytes | None]:
    return [one.read_bytes() if one.exists() else None for one in (path, second_of(path))]


def _parsed(data: bytes, name: str) -> tuple[dict[str, Any], bool]:
    """What stands there, and whether a check sum proves it."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise StoreDamaged(f"{name} is not JSON") from error
    if not isinstance(content, dict):
        raise StoreDamaged(f"{name} holds something else")
    if _CHECK not in content:
        return content, False
    if content.pop(_CHECK) != _sum_of(content):
        raise StoreDamaged(f"{name} has another check sum")
    return content, True


def _sum_of(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode("ascii")).hexdigest()
