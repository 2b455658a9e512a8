"""What is made on Linux of the frozen programs: a .deb, an AppImage, and the source of both."""

from pathlib import Path

from source import make_source
from tools import date_all, run

from linux.appimage import make_appimage
from linux.deb import make_deb
from linux.older_glibc import bind_to_older_glibc


def finish(frozen: Path) -> Path:
    """Without what only a debugger reads, and without the same program twice."""
    for path in sorted(frozen.rglob("*.so*")):
        # Qt's own libraries have nothing to strip.
        if path.is_file() and not path.is_symlink() and "PySide6" not in path.parts:
            run("strip", "--strip-unneeded", path)
            bind_to_older_glibc(path)
    program = console(frozen)
    program.unlink()
    program.symlink_to("nearer")  # a window and a console are one and the same here
    date_all(frozen)
    return frozen


def shipped(frozen: Path) -> Path:
    """What the packages hold."""
    return frozen


def console(frozen: Path) -> Path:
    return frozen / "coupleapp"


def make_packages(frozen: Path, work: Path, target: Path, runtime: Path | None) -> None:
    make_source(work, target)
    make_deb(frozen, work, target)
    if runtime is not None:
        make_appimage(frozen, work, runtime, target)
