"""What the disk and the database say, in the words of ``ports``. Anything else is a bug of ours."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from coupleapp.application.ports import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)

_BY_RESULT_CODE: dict[int, type[StoreError]] = {
    3: StoreReadOnly,  # PERM
    5: StoreLocked,  # BUSY
    6: StoreLocked,  # LOCKED
    8: StoreReadOnly,  # READONLY
    10: StoreError,  # IOERR
    11: StoreDamaged,  # CORRUPT
    13: StoreFull,  # FULL
    14: StoreReadOnly,  # CANTOPEN: no journal may be made, or Windows guards the folder
    26: StoreDamaged,  # NOTADB: the key was proven before, so it is not the key
}

_BY_ERRNO: dict[int, type[StoreError]] = {
    errno.ENOSPC: StoreFull,
    errno.EDQUOT: StoreFull,
    errno.EFBIG: StoreFull,
    errno.EACCES: StoreReadOnly,
    errno.EPERM: StoreReadOnly,
    errno.EROFS: StoreReadOnly,
    errno.EEXIST: StoreReadOnly,
    errno.ENOTDIR: StoreReadOnly,
    errno.EISDIR: StoreReadOnly,
    # The disk fails, or is not there any more.
    **dict.fromkeys(
        (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT), StoreError
    ),
}


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn what can happen to any file into a ``StoreError``."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        # The low byte is the kind; the rest only tells where.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code not in _BY_RESULT_CODE:
            raise
        raise _BY_RESULT_CODE[code](str(cause)) from error
    except OSError as error:
        if error.errno not in _BY_ERRNO:
            raise
        raise _BY_ERRNO[error.errno](error.strerror) from error
