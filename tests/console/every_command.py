"""Every command over odd places, each in a process of its own: what was typed, how it ended."""

import json
import os
import shutil
import signal
import sys
import traceback
from pathlib import Path

from coupleapp.console import cli, copies, files, packs, reminders
from coupleapp.store import open_store

LONGEST_S = 60
"""A command that takes longer waits for something that never comes."""

PLACES = [
    "afile",
    "afile/x",
    "folder",
    "loop",
    "dangling",
    "pipe",
    "/dev/null",
    "/proc/x",
    "x" * 300,
]
NAMES = ["me\u202fand\u200dyou"]
"""With them everything can be done; where a name may be any bytes, with that of an older disk."""
if sys.platform == "linux":
    NAMES.append("caf\udce9")
COMMANDS = [
    ("export", "--format=json", "--data-dir={house}", "--output={it}"),
    ("calendar", "--data-dir={house}", "--output={it}"),
    ("key", "--data-dir={house}", "--output={it}"),
    ("backup", "--data-dir={house}", "{it}"),
    ("move", "--data-dir={house}", "{it}"),
    ("restore", "--data-dir={house}", "{it}"),
    ("pack check", "{it}"),
    ("pack add", "--data-dir={house}", "{it}"),
    ("pack template", "--output={it}"),
    ("pack schema", "--output={it}"),
    ("doctor", "--data-dir={it}"),
    ("reminders", "--data-dir={it}"),
    ("restore", "--data-dir={it}", "empty"),
    ("pack list", "--data-dir={it}"),
    ("pack remove", "--data-dir={it}", "one"),
    ("--self-test", "--keep={it}"),
]
"""The command, and what is given to it."""

TRIED = [
    (command, place)
    for command in COMMANDS
    # A whole self-test takes long.
    for place in (*PLACES, *(NAMES if command[0] != "--self-test" else []))
]

LINKS = {"loop": "loop", "dangling": "nowhere"}


def run(typed: list[str]) -> tuple[int, str]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        os.dup2(write, 2)
        os.close(read)
        signal.alarm(LONGEST_S)
        code = 99
        try:
            code = cli.main(typed)
        except SystemExit as ended:
            code = int(ended.code or 0)
        except Exception:  # noqa: BLE001 - told as what it is
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read().decode("utf-8", "backslashreplace")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def lay_out() -> None:
    Path("afile").write_text("not ours")
    Path("empty").touch()
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for name, target in LINKS.items():
        Path(name).symlink_to(target)


def main(folder: Path) -> None:
    assert all((copies, files, packs, reminders)), "read in once, for all of them"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.chdir(folder)
    lay_out()
    house = folder / "house"
    open_store(house, []).close()
    here = set(folder.iterdir())
    for (name, *given), place in TRIED:
        typed = [*name.split(), *(word.format(house=house, it=place) for word in given)]
        print(json.dumps([typed, *run(typed)]), flush=True)
        for made in set(folder.iterdir()) - here:
            shutil.rmtree(made) if made.is_dir() else made.unlink()
    assert Path("afile").read_text() == "not ours"
    assert Path("empty").stat().st_size == 0
    assert {name: str(Path(name).readlink()) for name in LINKS} == LINKS


if __name__ == "__main__":
    main(Path(sys.argv[1]))
