"""One file that runs on any Linux with a desktop."""

import os
import shutil
from pathlib import Path

from tools import date_all, needed, run

from coupleapp import APP_ID, __version__
from linux.deb import place_files

HOME = Path("lib") / "nearer"


def make_appimage(frozen: Path, work: Path, runtime: Path, target: Path) -> Path:
    """Put the program behind ``runtime``, which unfolds it when it is started.

    ``runtime`` is a file: the type-2 runtime that the AppImage project publishes.
    """
    tree = work / "Nearer.AppDir"
    place_files(tree / "usr", frozen, HOME, work / "made" / "icons")
    (tree / "AppRun").symlink_to(Path("usr") / HOME / "nearer")
    (tree / f"{APP_ID}.desktop").symlink_to(Path("usr/share/applications") / f"{APP_ID}.desktop")
    icon = Path("usr/share/icons/hicolor/256x256/apps") / f"{APP_ID}.png"
    (tree / f"{APP_ID}.png").symlink_to(icon)
    (tree / ".DirIcon").symlink_to(f"{APP_ID}.png")
    date_all(tree)
    packed = work / "nearer.squashfs"
    # The dates are those of SOURCE_DATE_EPOCH; small blocks, because a start reads here and there.
    run(
        *(needed("mksquashfs", "for the AppImage"), tree, packed),
        *("-noappend", "-quiet", "-no-progress", "-all-root", "-no-xattrs"),
        *("-comp", "zstd", "-Xcompression-level", "19", "-b", "128K"),
    )
    image = target / f"Nearer-{__version__}-{os.uname().machine}.AppImage"
    with image.open("wb") as file:
        for part in (runtime, packed):
            with part.open("rb") as source:
                shutil.copyfileobj(source, file)
    image.chmod(0o755)
    return image
