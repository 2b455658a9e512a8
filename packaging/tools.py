"""What every part of the build uses."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"
"""The list that a build writes of what it made."""


def run(*command: str | Path, **more: object) -> None:
    """Say what is done, do it, and stop if it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(one) for one in command], check=True, **more)  # type: ignore[call-overload]


def told(*command: str | Path, **more: object) -> str:
    """What a program says on its standard output."""
    words = [str(one) for one in command]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True, **more)  # type: ignore[call-overload]
    return str(done.stdout).strip()


def made(folder: Path) -> Path:
    """The folder, made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def emptied(folder: Path) -> Path:
    """The folder, without what an earlier build left; one with anything else is not touched."""
    if made(folder).joinpath(SUMS).is_file():
        shutil.rmtree(folder)
    elif any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty and not from an earlier build. Name another one.")
    made(folder).joinpath(SUMS).touch()
    return folder


def same_every_time() -> None:
    """Nothing that is built depends on when, or on chance."""
    os.environ["SOURCE_DATE_EPOCH"] = told("git", "log", "-1", "--format=%ct", cwd=ROOT)
    os.environ["PYTHONHASHSEED"] = "0"


def date_all(folder: Path) -> None:
    """Every file and folder bears the date of the commit, for whatever packs the dates, too."""
    when = int(os.environ["SOURCE_DATE_EPOCH"])
    through_links = os.utime not in os.supports_follow_symlinks  # Windows, where we lay none
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (when, when), follow_symlinks=through_links)


def needed(name: str, why: str) -> str:
    """The program of this name; without it the build stops with a sentence."""
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not here, and is needed {why}.")
    return found
