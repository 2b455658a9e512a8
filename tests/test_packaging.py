"""What is built for others: one version, one id, and a reason for whatever is left out."""

import re
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coupleapp import APP_ID, __version__

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"


def _metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()  # noqa: S314 - it is ours


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "coupleapp/__init__.py"


def test_the_newest_release_is_described():
    first = _metainfo().find("releases/release")
    assert first.get("version") == __version__
    assert first.findtext("description/p").strip()


def test_everything_knows_it_by_one_id():
    component = _metainfo()
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == DESKTOP.name
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(DESKTOP, "utf-8")
    assert entry["Desktop Entry"]["Icon"] == APP_ID
    assert entry["Desktop Entry"]["StartupWMClass"] == APP_ID


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_desktop_entry_is_valid():
    done = subprocess.run(["desktop-file-validate", DESKTOP], check=False, capture_output=True)
    assert done.stdout + done.stderr == b""


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_what_stores_show_is_valid():
    command = ["appstreamcli", "validate", "--no-net", METAINFO]
    subprocess.run(command, check=True, capture_output=True)


def test_whatever_is_left_out_has_its_reason_and_its_pattern_once():
    lines = (PACKAGING / "drop.txt").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    patterns = [rule.partition(" :")[0].strip() for rule in rules]
    assert all(rule.partition(" : ")[2].strip() for rule in rules)
    assert len({*patterns}) == len(patterns)


def test_what_builds_it_is_pinned():
    lines = (PACKAGING / "build-requirements.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+==[0-9.]+", pin) for pin in pins)
