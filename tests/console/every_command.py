"""Every command over odd places, each in a process of its own: what was typed, how it ended."""

import json
import os
import sys
import traceback
from pathlib import Path

from coupleapp.console import cli, copies, files, packs, reminders
from coupleapp.store import open_store

PLACES = ["afile", "afile/x", "folder", "loop", "dangling", "pipe", "/dev/null", "/proc/x"]
COMMANDS = [
    ("export", "--format=json", "--data-dir={house}", "--output={it}"),
    ("backup", "--data-dir={house}", "{it}"),
    ("restore", "--data-dir={house}", "{it}"),
    ("pack", "check", "{it}"),
    ("doctor", "--data-dir={it}"),
    ("reminders", "--data-dir={it}"),
    ("restore", "--data-dir={it}", "empty"),
    ("pack", "list", "--data-dir={it}"),
]
LINKS = {"loop": "loop", "dangling": "nowhere"}


def run(typed: list[str]) -> tuple[int, str]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write, 1)
        os.dup2(write, 2)
        os.close(read)
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
    for command in COMMANDS:
        for place in PLACES:
            typed = [word.format(house=house, it=place) for word in command]
            print(json.dumps([typed, *run(typed)]), flush=True)
    assert Path("afile").read_text() == "not ours"
    assert Path("empty").stat().st_size == 0
    assert {name: str(Path(name).readlink()) for name in LINKS} == LINKS


if __name__ == "__main__":
    main(Path(sys.argv[1]))
