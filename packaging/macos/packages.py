"""What is made on macOS of the bundle: a disk image, signed and notarised where that can be.

``NEARER_SIGN_AS`` is a "Developer ID Application" identity in the keychain (``nearer.spec`` signs
with it, too), ``NEARER_NOTARY_PROFILE`` what ``xcrun notarytool store-credentials`` was told.
Without them the image is made all the same; macOS 15 opens what is in it only
after *Open Anyway* in *System Settings*, *Privacy & Security*.
"""

import os
import platform
from pathlib import Path

from tools import ROOT, needed, run

from coupleapp import __version__

HERE = ROOT / "packaging" / "macos"


def finish(frozen: Path) -> Path:
    return frozen


def shipped(frozen: Path) -> Path:
    """What the disk image holds."""
    return bundle(frozen)


def console(frozen: Path) -> Path:
    return bundle(frozen) / "Contents" / "MacOS" / "coupleapp"


def bundle(frozen: Path) -> Path:
    """Beside the folder that PyInstaller lays it from."""
    return frozen.with_name("Nearer.app")


def make_packages(frozen: Path, work: Path, target: Path, runtime: Path | None) -> None:
    if runtime is not None:
        raise SystemExit("An AppImage is made on Linux.")
    image = target / f"Nearer-{__version__}-{platform.machine()}.dmg"
    run(
        *(needed("dmgbuild", "for the disk image"), "-s", HERE / "dmg_settings.py"),
        *(f"-Dapp={bundle(frozen)}", f"-Dicon={work / 'made' / 'icons' / 'nearer.icns'}"),
        *("Nearer", image),
    )
    sign(image)
    notarise(image)


def sign(image: Path) -> None:
    identity = os.environ.get("NEARER_SIGN_AS")
    if identity:
        run("codesign", "--sign", identity, "--timestamp", image)


def notarise(image: Path) -> None:
    """Apple looks at it; its answer is fastened to the image."""
    profile = os.environ.get("NEARER_NOTARY_PROFILE")
    if profile:
        run("xcrun", "notarytool", "submit", "--wait", "--keychain-profile", profile, image)
        run("xcrun", "stapler", "staple", image)
