"""A package for Debian, Ubuntu and what comes from them."""

import os
import shutil
from pathlib import Path

from tools import ROOT, made, needed, run, told

from coupleapp import APP_ID, __version__

HERE = Path(__file__).resolve().parent

OPTIONAL = {"printsupport", "texttospeech", "multimedia"}
"""Plugins of Qt without which Nearer runs: paper, a voice and tones are then not there."""

DESCRIPTION = """A quiet place to find the way back to each other
 For two people who sit down together at one computer: a short, safe talk, guided breathing,
 weekly themes, agreements, a shared notebook, and one appreciation in the evening.
 Everything stays on this computer, encrypted.
 .
 After an update open it once; then it asks again in the evening."""


def make_deb(frozen: Path, work: Path, target: Path) -> Path:
    """Put the frozen programs, and what a desktop finds them by, into one package."""
    tree = work / "deb"
    place_files(tree / "usr", frozen, Path("lib") / "nearer", work / "made" / "icons")
    (made(tree / "usr" / "share" / "doc" / "nearer") / "copyright").write_text(
        "\n".join((ROOT / one).read_text("utf-8") for one in ("LICENSE", "resources/notices.txt")),
        "utf-8",
    )
    control = made(tree / "DEBIAN")
    shutil.copy(HERE / "prerm", control / "prerm")
    (control / "prerm").chmod(0o755)
    size = sum(one.lstat().st_size for one in tree.rglob("*")) // 1024
    architecture = told(needed("dpkg", "for the .deb"), "--print-architecture")
    needs, likes = needed_packages(tree / "usr" / "lib" / "nearer", work)
    fields = {
        "Package": "nearer",
        "Version": __version__,
        "Architecture": architecture,
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
    package = target / f"nearer_{__version__}_{architecture}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, package)
    return package


def place_files(usr: Path, frozen: Path, home: Path, icons: Path) -> None:
    """As they lie below ``/usr``, the programs in ``home``."""
    shutil.copytree(frozen, usr / home, symlinks=True)
    for name in ("nearer", "coupleapp"):
        (made(usr / "bin") / name).symlink_to(Path("..") / home / name)
    shutil.copy(HERE / f"{APP_ID}.desktop", made(usr / "share" / "applications"))
    shutil.copy(HERE / f"{APP_ID}.metainfo.xml", made(usr / "share" / "metainfo"))
    hicolor = usr / "share" / "icons" / "hicolor"
    for icon in icons.glob("*.png"):
        folder = made(hicolor / f"{icon.stem}x{icon.stem}" / "apps")
        shutil.copy(icon, folder / f"{APP_ID}.png")
    shutil.copy(
        ROOT / "resources" / "icons" / "nearer.svg",
        made(hicolor / "scalable" / "apps") / f"{APP_ID}.svg",
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
    always = _packages(needs, home, work)
    known = {one.split()[0] for one in always}
    more = [one for one in _packages(optional, home, work) if one.split()[0] not in known]
    return ", ".join(always), ", ".join(more)


def _packages(binaries: list[Path], home: Path, work: Path) -> list[str]:
    source = made(work / "shlibdeps" / "debian")
    (source / "control").write_text("Source: nearer\n\nPackage: nearer\nArchitecture: any\n")
    ours = (home / "_internal", home / "_internal" / "PySide6" / "Qt" / "lib")
    found = told(
        *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
        *(f"-l{folder}" for folder in ours),
        *(f"-e{path}" for path in binaries),
        cwd=source.parent,
        env={**os.environ, "LC_ALL": "C"},
    )
    return found.partition("=")[2].split(", ")
