"""Whatever we start, or a library for us, has the person's own environment, not our package's."""

import os
import sys


def take_on_own_environment() -> None:
    """As it was before PyInstaller put our libraries first; ours are found all the same.

    The loader of this process has read the path at its start, and does not look again.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)
