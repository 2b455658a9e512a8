"""What is frozen is small, whole, runs on older systems, and names whose work it holds."""

import re
import sys
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from macos.info import INFO
from notices import components, files_of_distributions
from tools import told

LARGEST_MIB = 215
OLDEST_GLIBC = (2, 34)
"""What Qt's own libraries ask for: Debian 12, Ubuntu 22.04, Fedora 35, RHEL 9."""
OLDEST_MACOS = tuple(int(part) for part in INFO["LSMinimumSystemVersion"].split("."))
NEVER = ("*gtk*", "*avcodec*", "*WebEngine*", "*libstdc++*", "*libgcc_s*", "*libexpat*")
"""Of the build machine, or far too large."""
LIBRARIES = re.compile(r"\.(so(\.[0-9.]+)?|dll|pyd|dylib)$", re.IGNORECASE)
ROOMS = ("_internal/", "Contents/Frameworks/", "Contents/Resources/")
"""Where PyInstaller puts what the programs need; the last two in a bundle of macOS."""


def check(frozen: Path) -> None:
    """Say what is wrong with it, and stop the build."""
    found = [*too_large(frozen), *unwanted(frozen), *unnamed_libraries(frozen)]
    if sys.platform == "linux":
        found += [*too_new(frozen), *missing(frozen)]
    if sys.platform == "darwin":
        found += too_new_for_macos(frozen)
    if found:
        raise SystemExit("\n".join(["This cannot be given to anybody:", *found]))


def libraries(frozen: Path) -> list[Path]:
    files = (one for one in sorted(frozen.rglob("*")) if one.is_file() and not one.is_symlink())
    return [one for one in files if LIBRARIES.search(one.name) or is_of_framework(one)]


def is_of_framework(path: Path) -> bool:
    """A library as macOS lays it: its name has no ending, and the folder's has one."""
    return f"{path.name}.framework" in path.parts


def too_large(frozen: Path) -> list[str]:
    size = sum(one.lstat().st_size for one in frozen.rglob("*")) / 2**20
    print(f"{frozen.name}: {size:.1f} MiB, at most {LARGEST_MIB}", flush=True)
    return [f"{size:.1f} MiB are more than {LARGEST_MIB}"] if size > LARGEST_MIB else []


def unwanted(frozen: Path) -> list[str]:
    names = (one.relative_to(frozen).as_posix() for one in frozen.rglob("*"))
    return [f"{name} is in it" for name in names if any(fnmatch(name, one) for one in NEVER)]


def unnamed_libraries(frozen: Path) -> list[str]:
    """Libraries that no notice speaks of."""
    named = files_of_distributions()
    patterns = [pattern for one in components() for pattern in one.files]
    return [
        f"{name} is named in no notice"
        for name in (place_inside(one.relative_to(frozen)) for one in libraries(frozen))
        if name not in named
        and not is_of_python(name)
        and not any(fnmatch(name, pattern) for pattern in patterns)
    ]


def place_inside(path: Path) -> str:
    """Where it lies for the programs. A bundle may have no dots in the names of folders."""
    name = path.as_posix().replace("__dot__", ".")
    room = next((one for one in ROOMS if name.startswith(one)), "")
    return name.removeprefix(room)


def is_of_python(name: str) -> bool:
    """A module of Python's own; on Windows they lie beside what others brought."""
    path = PurePosixPath(name)
    its_place = path.parent.name == "lib-dynload" or name == f"{path.stem}.pyd"
    return its_place and path.name.partition(".")[0] in sys.stdlib_module_names


def too_new(frozen: Path) -> list[str]:
    """Libraries, and the program, that ask for a newer glibc."""
    wrong = []
    for path in [frozen / "nearer", *libraries(frozen)]:
        versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", told("objdump", "-p", path))
        newest = max(((int(first), int(second)) for first, second in versions), default=(0, 0))
        if newest > OLDEST_GLIBC:
            wrong.append(f"{path.name} asks for glibc {newest[0]}.{newest[1]}")
    return wrong


def too_new_for_macos(bundle: Path) -> list[str]:
    """Libraries, and the programs, that ask for a newer macOS than the bundle says it runs on."""
    programs = sorted((bundle / "Contents" / "MacOS").iterdir())
    asked = {one: macos_asked_for(told("otool", "-l", one)) for one in programs + libraries(bundle)}
    return [
        f"{path.name} asks for macOS {'.'.join(map(str, version))}"
        for path, version in asked.items()
        if version > OLDEST_MACOS
    ]


def macos_asked_for(commands: str) -> tuple[int, ...]:
    """The newest macOS in the load commands of a file, which may hold it for two processors."""
    found = re.findall(r"^ *minos (\d+)\.(\d+)", commands, re.MULTILINE)
    return max(((int(first), int(second)) for first, second in found), default=(0, 0))


def missing(frozen: Path) -> list[str]:
    """What a library in it needs and neither it nor a system has."""
    here = {path.name for path in frozen.rglob("*.so*")}
    system = {line.split()[0] for line in told("/sbin/ldconfig", "-p").splitlines()[1:]}
    return [
        f"{path.name} needs {name}, which is not there"
        for path in libraries(frozen)
        for name in re.findall(r"NEEDED +(\S+)", told("objdump", "-p", path))
        if name not in here | system
    ]
