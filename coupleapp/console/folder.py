"""Where a command looks for the couple's notebook. Nothing is made there."""

import errno
import os
from pathlib import Path

from coupleapp.desktop.paths import data_path
from coupleapp.shell.options import Options
from coupleapp.store import anything_kept


def folder_with_notebook(options: Options) -> Path | None:
    """The couple's folder, if a notebook lies in it, or did until it was lost.

    Raises:
        NotADirectoryError: Something else lies there.
    """
    folder = data_path(options.data_dir)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder if anything_kept(folder) else None


def nothing_there(options: Options, sentence: str) -> str:
    """The sentence; where they named a folder that is not there, that."""
    named = options.data_dir
    if named is None or named.exists():
        return sentence
    return f"There is no folder {named}, and none was made."
