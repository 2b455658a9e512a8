"""Where the couple's file lives, and what is true of this computer alone."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path


def data_path(override: Path | None) -> Path:
    """Where everything Nearer keeps is, or would be.

    Local, never roaming: a database that is copied about while it is open does not survive it.
    """
    return (override or user_data_path("Nearer", appauthor=False, roaming=False)).absolute()


def data_folder(override: Path | None) -> Path:
    """The folder there, made if it is not there, for its owner only.

    Raises:
        OSError: It cannot be made.
    """
    folder = data_path(override)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def computer_path() -> Path:
    """Where is noted what is true of this computer alone, and nobody misses it."""
    return user_cache_path("Nearer", appauthor=False)
