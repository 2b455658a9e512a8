"""Where the couple's file lives."""

from pathlib import Path

from platformdirs import user_data_path


def data_folder(override: Path | None) -> Path:
    """The folder for everything Nearer keeps, made if it is not there, for its owner only.

    Local, never roaming: a database that is copied about while it is open does not survive it.

    Raises:
        OSError: It cannot be made.
    """
    folder = override or user_data_path("Nearer", appauthor=False, roaming=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.absolute()
