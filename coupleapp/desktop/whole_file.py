"""Files that other programs read: all of one is there, or none of it."""

import os
import tempfile
from pathlib import Path


def replace_whole(path: Path, content: bytes) -> None:
    """Write the file for its owner only; one that was there is replaced.

    Raises:
        OSError: It could not be written; what was there is still there.
    """
    # A temporary file is its owner's alone from the beginning.
    handle, name = tempfile.mkstemp(prefix=".nearer-", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
