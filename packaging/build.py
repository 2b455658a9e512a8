"""Makes what people install, from a checkout, with one command.

    python packaging/build.py [--no-self-test] [--appimage-runtime FILE] [FOLDER]

It needs what Nearer needs and ``packaging/build-requirements.txt``. In FOLDER (else ``dist``) lie
then the packages of this system and ``SHA256SUMS``: built twice from one commit they are the same.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from make_icons import main as make_icons


def run(*command: str | Path, **more: object) -> None:
    print("+", *command, flush=True)
    subprocess.run([str(one) for one in command], check=True, **more)  # type: ignore[call-overload]


def same_every_time() -> None:
    """Nothing that is built depends on when, or on chance."""
    asked = ["git", "log", "-1", "--format=%ct"]
    when = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    os.environ["SOURCE_DATE_EPOCH"] = when.strip()
    os.environ["PYTHONHASHSEED"] = "0"


def freeze(work: Path) -> Path:
    """The folder with both programs."""
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", work / "frozen", "--workpath", work / "work"),
        ROOT / "packaging" / "nearer.spec",
        env={**os.environ, "NEARER_ICONS": str(work / "icons")},
    )
    frozen = work / "frozen" / "nearer"
    if sys.platform == "linux":
        strip(frozen)
    return frozen


def strip(frozen: Path) -> None:
    """Leave out what only a debugger reads. Qt's own libraries have nothing of it."""
    for path in sorted(frozen.rglob("*.so*")):
        if path.is_file() and not path.is_symlink() and "PySide6" not in path.parts:
            run("strip", "--strip-unneeded", path)


def self_test(frozen: Path) -> None:
    """Whole sittings are played by the frozen program, as ``coupleapp --self-test`` does."""
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    environment.pop("PYTHONHASHSEED")
    run(frozen / "coupleapp", "--self-test", env=environment)


def write_sums(folder: Path) -> None:
    files = sorted(one for one in folder.iterdir() if one.is_file() and one.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")
    print("".join(lines), end="")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-self-test", action="store_true", help="for whoever tries the recipe")
    parser.add_argument("--appimage-runtime", type=Path, metavar="FILE", help="make an AppImage")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "dist")
    given = parser.parse_args()
    same_every_time()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="nearer-build-") as place:
        work = Path(place)
        make_icons(work / "icons")
        frozen = freeze(work)
        if not given.no_self_test:
            self_test(frozen)
        if sys.platform == "linux":
            from linux.deb import make_deb

            make_deb(frozen, work, given.folder)
            if given.appimage_runtime is not None:
                from linux.appimage import make_appimage

                make_appimage(frozen, work, given.appimage_runtime, given.folder)
    write_sums(given.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
