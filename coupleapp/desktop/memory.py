"""Keeps what is open in memory out of files that the system writes when a program crashes."""

import ctypes
import gc
import sys

_PR_SET_DUMPABLE = 4
_M_PERTURB = -6
_SMALL, _STEP = 512, 16
"""Python keeps blocks up to this size itself, in steps of this size."""

_BYTES_HEAD = 33
_FREE_BYTES = 2_000_000
"""Of each size; more than was ever seen to be free at once."""


_LEAST_AT_HAND, _MOST_AT_HAND, _KEPT_AT_HAND = 24, 1048, 8
"""The thread caches of glibc: seven blocks of each size, which it gives back as they were."""


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


def wipe_what_is_freed() -> None:
    """Let the C library write over memory as it is given back, from now on.

    Neither start nor rest took more time or memory with it.
    """
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_PERTURB, 0xFF)


def forget_small_blocks() -> None:
    """Write over the blocks that the C library keeps at hand for this thread, as they were left."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    blocks = [
        (size, libc.malloc(size))
        for size in range(_LEAST_AT_HAND, _MOST_AT_HAND, _STEP)
        for _ in range(_KEPT_AT_HAND)
    ]
    for size, block in blocks:
        if block:
            ctypes.memset(block, 0, size)
        libc.free(block)


def forget_what_was_freed() -> None:
    """Write over what Python's own small blocks still hold of things that are gone.

    What is still in use stays; nobody can promise more from within Python.
    """
    gc.collect()
    filling = [
        [bytes(size) for _ in range(_FREE_BYTES // (size + _BYTES_HEAD))]
        for size in range(0, _SMALL - _BYTES_HEAD, _STEP)
    ]
    del filling
    forget_small_blocks()
