"""Keeps what is open in memory out of files that the system writes when a program crashes."""

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def keep_out_of_dumps() -> None:
    """No core file, and no other program of the same user may read our memory, on Linux.

    macOS and Windows write such files only where somebody has asked the system for it.
    """
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        # Where a core goes to a program instead of a file, the limit alone says nothing.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
