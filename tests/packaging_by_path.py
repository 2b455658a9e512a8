"""The modules of ``packaging``: scripts of no package, imported by path, for their tests."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
sys.path.insert(0, str(PACKAGING))

import check_frozen
import dropping
import notices
import sbom
import source
import tools
from linux import older_glibc
from macos import packages as macos_packages
from windows.packages import make_installer
from windows.version_info import numbers, version_info

sys.path.remove(str(PACKAGING))

__all__ = [
    "PACKAGING",
    "ROOT",
    "check_frozen",
    "dropping",
    "macos_packages",
    "make_installer",
    "notices",
    "numbers",
    "older_glibc",
    "sbom",
    "source",
    "tools",
    "version_info",
]
