"""The environment of programs that we start: their own, not that of our package."""

import os
import sys


def outside() -> dict[str, str]:
    """As it was before PyInstaller put our libraries first."""
    environment = dict(os.environ)
    before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        environment["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
    return environment
