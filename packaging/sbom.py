"""Writes what a package holds as a bill of materials, in the form of CycloneDX."""

import json
import os
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from notices import components, licence_of, runtime

from coupleapp import APP_ID, __version__


def write_sbom(target: Path) -> None:
    """Beside the packages; the same from the same commit."""
    when = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    ours = {
        "type": "application",
        "bom-ref": APP_ID,
        "name": "Nearer",
        "version": __version__,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    parts = [*packages(), *others()]
    content = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, f"{APP_ID}/{__version__}/{sys.platform}").urn,
        "version": 1,
        "metadata": {"timestamp": when.isoformat().replace("+00:00", "Z"), "component": ours},
        "components": parts,
        "dependencies": [{"ref": APP_ID, "dependsOn": [str(one["bom-ref"]) for one in parts]}],
    }
    path = target / f"nearer-{__version__}-{sys.platform}.cdx.json"
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def packages() -> list[dict[str, object]]:
    """The packages of Python that are installed here and needed by Nearer."""
    return [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{one.version}",
            "name": name,
            "version": one.version,
            "purl": f"pkg:pypi/{name}@{one.version}",
            "licenses": [{"license": {"name": licence_of(one)}}],
        }
        for name, one in runtime().items()
        if one is not None
    ]


def others() -> list[dict[str, object]]:
    """What is no package of Python. Qt's version is that of its package, Python's is this one's."""
    known = {
        "Python": sys.version.split()[0],
        "Qt, with Qt for Python": version("PySide6_Essentials"),
    }
    found: list[dict[str, object]] = []
    for one in (part for part in components() if sys.platform in part.on):
        part: dict[str, object] = {"type": "library", "bom-ref": one.name, "name": one.name}
        if one.name in known:
            part["version"] = known[one.name]
        found.append({**part, "licenses": [{"license": {"name": one.licence}}]})
    return found
