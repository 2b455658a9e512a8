"""A package for Debian, Ubuntu and what comes from them."""

import os
import shutil
import subprocess
from pathlib import Path

from coupleapp import APP_ID, __version__

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ARCHITECTURE = subprocess.run(
    ["dpkg", "--print-architecture"], check=False, capture_output=True, text=True
).stdout.strip()

OPTIONAL = {"printsupport", "texttospeech", "multimedia"}
"""Plugins of Qt without which Nearer runs: paper, a voice and tones are then not there."""

DESCRIPTION = """A quiet place to find the way back to each other
 For two people who sit down together at one computer: a short, safe talk, guided breathing,
 weekly themes, agreements, a shared notebook, and one appreciation in the evening.
 Everything stays on this computer, encrypted."""


def make_deb(frozen: Path, work: Path, target: Path) -> Path:
    """Put the frozen programs, and what a desktop finds them by, into one package."""
    tree = work / "deb"
    place_files(tree / "usr", frozen, Path("lib") / "nearer", work / "icons")
    shutil.copy(ROOT / "LICENSE", make(tree / "usr" / "share" / "doc" / "nearer") / "copyright")
    control = make(tree / "DEBIAN")
    shutil.copy(HERE / "prerm", control / "prerm")
    (control / "prerm").chmod(0o755)
    size = sum(one.lstat().st_size for one in tree.rglob("*")) // 1024
    needs, likes = needed_packages(tree / "usr" / "lib" / "nearer", work)
    fields = {
        "Package": "nearer",
        "Version": __version__,
        "Architecture": ARCHITECTURE,
        "Maintainer": "The Nearer team <team@nearer.invalid>",
        "Section": "utils",
        "Priority": "optional",
        "Installed-Size": str(size),
        "Depends": needs,
        "Recommends": likes,
        "Description": DESCRIPTION,
    }
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (control / "control").write_text(lines, "utf-8")
    package = target / f"nearer_{__version__}_{ARCHITECTURE}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, package]
    subprocess.run(command, check=True)
    return package


def place_files(usr: Path, frozen: Path, home: Path, icons: Path) -> None:
    """As they lie below ``/usr``, the programs in ``home``."""
    shutil.copytree(frozen, usr / home, symlinks=True)
    for name in ("nearer", "coupleapp"):
        (make(usr / "bin") / name).symlink_to(Path("..") / home / name)
    shutil.copy(HERE / f"{APP_ID}.desktop", make(usr / "share" / "applications"))
    shutil.copy(HERE / f"{APP_ID}.metainfo.xml", make(usr / "share" / "metainfo"))
    hicolor = usr / "share" / "icons" / "hicolor"
    for icon in icons.glob("*.png"):
        folder = make(hicolor / f"{icon.stem}x{icon.stem}" / "apps")
        shutil.copy(icon, folder / f"{APP_ID}.png")
    shutil.copy(
        ROOT / "resources" / "icons" / "nearer.svg",
        make(hicolor / "scalable" / "apps") / f"{APP_ID}.svg",
    )


def needed_packages(home: Path, work: Path) -> tuple[str, str]:
    """What the system has to have, and what only ``OPTIONAL`` needs of it.

    Its own tool finds it in the libraries, so they have to be on this computer, too:
    ``build-packages.txt``.
    """
    needs: list[Path] = []
    optional: list[Path] = []
    for path in [home / "nearer", *sorted(home.rglob("*.so*"))]:
        if path.is_file() and not path.is_symlink():
            (optional if OPTIONAL & {*path.parts} else needs).append(path)
    return _packages(needs, home, work), _packages(optional, home, work)


def _packages(binaries: list[Path], home: Path, work: Path) -> str:
    source = make(work / "shlibdeps" / "debian")
    (source / "control").write_text("Source: nearer\n\nPackage: nearer\nArchitecture: any\n")
    ours = (home / "_internal", home / "_internal" / "PySide6" / "Qt" / "lib")
    told = subprocess.run(
        [
            *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
            *(f"-l{folder}" for folder in ours),
            *(f"-e{path}" for path in binaries),
        ],
        cwd=source.parent,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    return told.strip().partition("=")[2]


def make(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
