"""Makes what people install, from a checkout, with one command.

    python packaging/build.py [--no-self-test] [--appimage-runtime FILE] [FOLDER]

It needs what Nearer needs and ``packaging/build-requirements.txt``. In FOLDER (else ``dist``) lie
then the packages of this system and ``SHA256SUMS``: built twice from one commit they are the same.
"""

import argparse
import hashlib
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from check_frozen import check
from make_icons import main as make_icons
from sbom import write_sbom
from tools import SUMS, emptied, made, run, same_every_time
from windows.version_info import version_info

SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}


def freeze(work: Path) -> Path:
    """The folder with both programs."""
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", work / "frozen", "--workpath", work / "work"),
        ROOT / "packaging" / "nearer.spec",
        env={**os.environ, "NEARER_MADE": str(work / "made")},
    )
    return work / "frozen" / "nearer"


def self_test(program: Path) -> None:
    """Whole sittings are played by the frozen program, as ``coupleapp --self-test`` does."""
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    environment.pop("PYTHONHASHSEED")
    run(program, "--self-test", env=environment)


def write_sums(folder: Path) -> None:
    files = sorted(one for one in folder.iterdir() if one.is_file() and one.name != SUMS)
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    print("".join(lines), end="")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-self-test", action="store_true", help="for whoever tries the recipe")
    parser.add_argument("--appimage-runtime", type=Path, metavar="FILE", help="make an AppImage")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "dist")
    given = parser.parse_args()
    system = import_module(f"{SYSTEMS[sys.platform]}.packages")
    same_every_time()
    target = emptied(given.folder.resolve())
    with tempfile.TemporaryDirectory(prefix="nearer-build-") as place:
        work = Path(place)
        make_icons(made(work / "made" / "icons"))
        (work / "made" / "version.txt").write_text(version_info(), "utf-8")
        frozen = system.finish(freeze(work))
        check(system.shipped(frozen))
        if not given.no_self_test:
            self_test(system.console(frozen))
        system.make_packages(frozen, work, target, given.appimage_runtime)
    write_sbom(target)
    write_sums(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
