"""Whatever we start, or a library for us, has the person's own environment, not our package's."""

import os
import sys

_OF_OUR_QT = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def take_on_own_environment() -> None:
    """The libraries, as before PyInstaller put ours first; ours are found all the same.

    The loader of this process has read the path at its start, and does not look again.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop("LD_LIBRARY_PATH", None)


def keep_our_qt_to_ourselves() -> None:
    """Once Qt is up and has an engine: from then on it does not look again where its plugins are.

    Another program's Qt, of another version, would take ours for its own.
    """
    if getattr(sys, "frozen", False):
        for name in _OF_OUR_QT:
            os.environ.pop(name, None)
