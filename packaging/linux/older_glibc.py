"""Lets what was linked on a newer Linux run on an older one, where nothing is missing there.

A Python that was built with glibc 2.35 asks for its ``hypot``, which differs from the one before
only in who sets ``errno``. Bound to the one before, it runs from glibc 2.34 on, as Qt does.
"""

import struct
import subprocess
from pathlib import Path

ASKED, ENOUGH = "GLIBC_2.35", "GLIBC_2.2.5"
HARMLESS = {"hypot"}
"""Functions that are the same in both."""

SECTION = struct.Struct("<IIQQQQIIQQ")
NEED, AUXILIARY = struct.Struct("<HHIII"), struct.Struct("<IHHII")
STRINGS, VERSIONS_NEEDED = 3, 0x6FFFFFFE
"""Kinds of sections of an ELF file, as elf.h numbers them."""


def bind_to_older_glibc(library: Path) -> None:
    """Ask for ``ENOUGH`` in place of ``ASKED``, if it is for nothing but ``HARMLESS``."""
    if asked_for(library, ASKED) and asked_for(library, ASKED) <= HARMLESS:
        content = bytearray(library.read_bytes())
        rename(content, ASKED, ENOUGH)
        library.write_bytes(content)


def asked_for(library: Path, version: str) -> set[str]:
    """The functions that it takes from there in this version."""
    told = subprocess.run(["objdump", "-T", library], check=True, capture_output=True, text=True)
    return {line.split()[-1] for line in told.stdout.splitlines() if f"({version})" in line.split()}


def rename(content: bytearray, old: str, new: str) -> None:
    """Every need of the version ``old`` becomes one of ``new``, which it needs as well."""
    sections = _sections(content)
    needed = next(one for one in sections if one[1] == VERSIONS_NEEDED)
    names = sections[needed[6]][4]
    found: dict[str, tuple[int, int]] = {}
    places = []
    for at in _versions(content, needed[4], needed[7]):
        number, _, _, name, _ = AUXILIARY.unpack_from(content, at)
        text = content[names + name : content.index(b"\0", names + name)].decode()
        found[text] = (number, name)
        if text == old:
            places.append(at)
    number, name = found[new]
    for at in places:
        _, flags, other, _, following = AUXILIARY.unpack_from(content, at)
        AUXILIARY.pack_into(content, at, number, flags, other, name, following)


def _sections(content: bytearray) -> list[tuple[int, ...]]:
    (start,) = struct.unpack_from("<Q", content, 0x28)
    size, count = struct.unpack_from("<HH", content, 0x3A)
    return [SECTION.unpack_from(content, start + size * number) for number in range(count)]


def _versions(content: bytearray, at: int, libraries: int) -> list[int]:
    """Where each needed version of each library is written down."""
    places = []
    for _ in range(libraries):
        _, count, _, first, following = NEED.unpack_from(content, at)
        place = at + first
        for _ in range(count):
            places.append(place)
            place += AUXILIARY.unpack_from(content, place)[4]
        at += following
    return places
