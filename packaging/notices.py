"""Writes ``resources/notices.txt``: whose work Nearer stands on, and under which licences.

    python packaging/notices.py

It runs where Nearer is installed with ``constraints.txt``, and fetches what only other systems
need. What it writes is committed: the page about Nearer shows it, and every package holds it.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution, distribution
from pathlib import Path
from typing import Any, cast
from zipfile import Path as InZip

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NOTICES = ROOT / "resources" / "notices.txt"
CONSTRAINTS = HERE / "constraints.txt"

SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
)
PYTHONS = ("3.11", "3.14")
"""The oldest and the newest that Nearer runs on: what they need differs."""

HEAD = """Nearer is under the MIT licence. It stands on the work of many others, with thanks.

Here is what the packages hold, with the licence of each and where its source is; below are the
texts of the licences. Qt may be replaced by another build of it: its libraries lie as files of
their own in the folder of the program. On a Mac sign Nearer again after that, in a terminal:
codesign --force --sign - /Applications/Nearer.app
"""


@dataclass(frozen=True, slots=True)
class Component:
    """Something that is no package of Python; see ``components.toml``."""

    name: str
    licence: str
    source: str
    texts: tuple[str, ...]
    files: tuple[str, ...]
    on: tuple[str, ...] = ("linux", "win32", "darwin")


def components() -> list[Component]:
    read = tomllib.loads((HERE / "components.toml").read_text("utf-8"))["component"]
    return [
        Component(
            **{key: (*value,) if isinstance(value, list) else value for key, value in one.items()}
        )
        for one in read
    ]


def pins(name: str) -> list[Requirement]:
    """The lines of ``constraints.txt`` for it; none if it is missing there."""
    lines = CONSTRAINTS.read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if not line.startswith("#")]
    return [one for one in found if canonicalize_name(one.name) == canonicalize_name(name)]


def runtime(fetched: Path | None = None) -> dict[str, Distribution | None]:
    """Every package that Nearer needs on any system, by its name; None where it is not here."""
    return with_all_they_need(project()["dependencies"], fetched)


def project() -> dict[str, Any]:
    """What ``pyproject.toml`` says of the project."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return cast(dict[str, Any], read["project"])


def with_all_they_need(
    wanted: list[str], fetched: Path | None = None
) -> dict[str, Distribution | None]:
    """These packages, and whatever they need in turn, on any system."""
    found: dict[str, Distribution | None] = {}
    waiting = [Requirement(one) for one in wanted]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if name in found or not wanted_somewhere(one):
            continue
        found[name] = here(name, fetched)
        needs = (found[name].requires if found[name] else None) or []
        waiting += [Requirement(need) for need in needs]
    return dict(sorted(found.items()))


def wanted_somewhere(one: Requirement) -> bool:
    """Whether any system and Python of ours needs it. Extras are asked for by nobody."""
    if one.marker is None:
        return True
    return any(
        one.marker.evaluate(
            {**system, "extra": "", "python_version": python, "python_full_version": f"{python}.0"}
        )
        for system in SYSTEMS
        for python in PYTHONS
    )


def here(name: str, fetched: Path | None) -> Distribution | None:
    """What is installed of this name, or lies in the folder of fetched wheels."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        wheels = fetched.glob("*.whl") if fetched else ()
        for wheel in wheels:
            if canonicalize_name(wheel.name.partition("-")[0]) == name:
                files = InZip(wheel).iterdir()
                inside = next(one for one in files if one.name.endswith(".dist-info"))
                return PathDistribution(inside)  # type: ignore[arg-type]
        return None


def fetch(names: list[str], folder: Path) -> None:
    """What only Windows or macOS needs; nothing of it is installed."""
    wanted = [str(pin).partition(";")[0] for name in names for pin in pins(name)]
    for platform in ("macosx_14_0_universal2", "win_amd64"):
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--dest",
            folder,
        ]
        only = ["--only-binary", ":all:", "--python-version", "3.13", "--platform", platform]
        for one in wanted:
            subprocess.run([*command, *only, one], check=False, stderr=subprocess.DEVNULL)


def files_of_distributions() -> set[str]:
    """The files of every package named in the notices, as they lie in a frozen program."""
    found = (one for one in runtime().values() if one is not None)
    return {file.as_posix() for one in found for file in one.files or ()}


def label(one: Distribution) -> str:
    """Its name, and the versions that the packages hold."""
    name = str(one.metadata["Name"])
    versions = dict.fromkeys(str(pin.specifier).removeprefix("==") for pin in pins(name))
    return f"{name} {', '.join(versions)}"


def licence_of(one: Distribution) -> str:
    """The licence in short, as the package says it."""
    told = one.metadata
    short = str(told.get("License-Expression") or told.get("License") or "")
    if short and "\n" not in short and short.upper() != "UNKNOWN":
        return short
    classes = [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    return ", ".join(line.rpartition(" :: ")[2] for line in classes) or "see its text"


def source_of(one: Distribution) -> str:
    """Where its source is, or a page that says so."""
    addresses = dict(line.split(", ", 1) for line in one.metadata.get_all("Project-URL") or [])
    named = {name.lower(): address for name, address in addresses.items()}
    for name in ("source", "source code", "repository", "github", "homepage"):
        if name in named:
            return named[name]
    told = one.metadata.get("Home-page") or next(iter(addresses.values()), "")
    # Some say nothing of it: there lies at least what was built from it.
    return str(told or f"https://pypi.org/project/{one.metadata['Name']}")


def texts_of(one: Distribution) -> list[str]:
    """The texts that a package brings along about its licence."""
    names = re.compile(r"(^|/)(licen[cs]es?/|licen[cs]e|copying|notice|authors)[^/]*[^/]*$", re.I)
    inside = [file for file in one.files or () if ".dist-info/" in file.as_posix()]
    wanted = [file for file in inside if names.search(file.as_posix().partition("/")[2])]
    read = [file.locate().read_text("utf-8") for file in sorted(wanted) if file.suffix != ".py"]
    return [text.strip() for text in read if text.strip()]


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        while missing := [name for name, one in runtime(folder).items() if one is None]:
            before = {*folder.iterdir()}
            fetch(missing, folder)
            if {*folder.iterdir()} == before:
                raise SystemExit(f"Cannot be had: {', '.join(missing)}")
        NOTICES.write_text(notices(runtime(folder)), "utf-8", newline="\n")
    return 0


def notices(packages: dict[str, Distribution | None]) -> str:
    """The list, and below it each text once, with whom it is for."""
    lines: list[str] = []
    texts: dict[str, list[str]] = {}
    for other in components():
        lines.append(f"{other.name}\n    {other.licence}\n    {other.source}")
        for text in other.texts:
            texts.setdefault((HERE / text).read_text("utf-8").strip(), []).append(other.name)
    for one in packages.values():
        if one is None:
            continue
        lines.append(f"{label(one)}\n    {licence_of(one)}\n    {source_of(one)}")
        for text in texts_of(one):
            texts.setdefault(text, []).append(one.metadata["Name"])
    rule = "=" * 80
    parts = [f"{rule}\n{', '.join(whose)}\n{rule}\n\n{text}" for text, whose in texts.items()]
    return "\n\n".join([HEAD.strip(), *lines, *parts]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
