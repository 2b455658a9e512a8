"""What is made on Windows of the frozen programs: an installer for one person."""

import os
import subprocess
from pathlib import Path

from tools import ROOT, date_all, needed, run

from coupleapp import APP_ID, __version__
from windows.version_info import numbers

SIGN = "NEARER_SIGN_WITH"
"""A variable with a command that signs the file named after it, for example
``signtool sign /dlib SIGNER /dmdf WHOSE /fd SHA256 /td SHA256 /tr ADDRESS_OF_A_TIMESTAMP``: keys
that Windows trusts lie in hardware, and somebody's cloud signs with them."""


def finish(frozen: Path) -> Path:
    for name in ("nearer.exe", "coupleapp.exe"):
        sign(frozen / name)
    date_all(frozen)
    return frozen


def shipped(frozen: Path) -> Path:
    """What the installer holds."""
    return frozen


def console(frozen: Path) -> Path:
    return frozen / "coupleapp.exe"


def make_packages(frozen: Path, work: Path, target: Path, runtime: Path | None) -> None:
    if runtime is not None:
        raise SystemExit("An AppImage is made on Linux.")
    sign(make_installer(frozen, work / "made" / "icons" / "nearer.ico", target))


def make_installer(frozen: Path, icon: Path, target: Path) -> Path:
    installer = target / f"Nearer-{__version__}-setup.exe"
    given = {
        "VERSION": __version__,
        "NUMBERS": ".".join(str(one) for one in numbers()),
        "FROZEN": frozen,
        "ICON": icon,
        "OUTPUT": installer,
        "APP_ID": APP_ID,
    }
    if os.environ.get(SIGN):
        given["SIGN"] = os.environ[SIGN]
    run(
        *(needed("makensis", "for the installer"), "-V2", "-WX"),
        *(f"-D{name}={value}" for name, value in given.items()),
        ROOT / "packaging" / "windows" / "nearer.nsi",
    )
    return installer


def sign(path: Path) -> None:
    """With whatever signs on this computer; without it the file stays as it is."""
    command = os.environ.get(SIGN)
    if command:
        subprocess.run(f'{command} "{path}"', shell=True, check=True)  # noqa: S602 - ours to say
