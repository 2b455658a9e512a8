"""What is built for others: one version, one id, and a reason for whatever is left out."""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from coupleapp import APP_ID, __version__
from coupleapp.desktop.autostart.command import LaunchEnvironment, own_command
from tests.packaging_by_path import (
    PACKAGING,
    ROOT,
    dropping,
    notices,
    numbers,
    sbom,
    source,
    tools,
    version_info,
)

DESKTOP = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"
FLATPAK = PACKAGING / "linux" / f"{APP_ID}.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def _metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()  # noqa: S314 - it is ours


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "coupleapp/__init__.py"


def test_windows_shows_that_version():
    assert ".".join(map(str, numbers())) == f"{__version__}.0"
    assert version_info().count(f'"{__version__}"') == 2


def test_no_other_place_knows_another_version():
    files = (one for one in PACKAGING.rglob("*") if one.is_file() and one.suffix != ".png")
    said = {one.name for one in files if f'"{__version__}"' in one.read_text("utf-8", "replace")}
    assert said == {METAINFO.name}
    readme = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"(?:nearer_|Nearer-)(\d+\.\d+\.\d+)[_-]", readme)
    assert {*named} == {__version__}


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
    assert f"\nid: {APP_ID}\n" in FLATPAK.read_text("utf-8")


def test_nothing_in_the_packages_says_another_id():
    for path in PACKAGING.rglob("*"):
        if path.suffix in {".py", ".spec", ".nsi", ".yml", ".xml", ".desktop", ".plist"}:
            said = re.findall(r"\bapp\.nearer\.\w+", path.read_text("utf-8"))
            assert {*said} <= {APP_ID}, path.name


def test_the_flatpak_runs_what_its_start_at_login_runs():
    sandbox = LaunchEnvironment("linux", Path("/app/bin/x"), frozen=True, flatpak=True, environ={})
    assert f"\ncommand: {own_command(sandbox)[0]}\n" in FLATPAK.read_text("utf-8")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_desktop_entry_is_valid():
    done = subprocess.run(["desktop-file-validate", DESKTOP], check=False, capture_output=True)
    assert done.stdout + done.stderr == b""


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_what_stores_show_is_valid():
    command = ["appstreamcli", "validate", "--pedantic", "--no-net", METAINFO]
    subprocess.run(command, check=True, capture_output=True)


def test_whatever_is_left_out_has_its_reason_and_stands_there_once():
    rules = [line for line in dropping.LINES if line and not line.startswith("#")]
    assert all(rule.partition(" :")[2].strip() for rule in rules)
    assert len({*dropping.RULES}) == len(dropping.RULES)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6/avcodec-61.dll",
        "PySide6/Qt6Pdf.dll",
        "PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf",
        "PySide6/Qt/lib/libavcodec.61.dylib",
        "PySide6/translations/qt_de.qm",
    ],
)
def test_what_is_left_out_is_so_on_every_system(name):
    assert dropping.dropped(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt6Quick.dll",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "PySide6/Qt/qml/QtQuick/Controls/Basic/Button.qml",
        "coupleapp/store/migrations/versions/r0001_first.py",
    ],
)
def test_what_is_needed_stays(name):
    assert not dropping.dropped(name)


def test_no_link_leads_to_what_is_left_out():
    gone = ("libavcodec.so.61", "PySide6/Qt/lib/libavcodec.so.61", "SYMLINK")
    stays = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    assert dropping.without_dropped([gone, stays]) == [stays]


def test_nothing_that_we_import_is_left_out():
    pages = [one.read_text("utf-8") for one in (ROOT / "coupleapp").rglob("*.py")]
    imported = re.findall(r"^\s*(?:from|import) ([\w.]+)", "\n".join(pages), re.M)
    assert not {*imported} & {*dropping.MODULES}


def test_what_builds_it_is_pinned():
    lines = (PACKAGING / "build-requirements.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    pin = r"[A-Za-z0-9_-]+==[0-9.]+(; sys_platform == '(darwin|win32)')?"
    assert pins
    assert all(re.fullmatch(pin, one) for one in pins)


def test_whatever_any_system_needs_is_pinned():
    told = notices.project()
    wanted = [*told["dependencies"], *told["optional-dependencies"]["dev"]]
    missing = [one for one in notices.with_all_they_need(wanted) if not notices.pins(one)]
    assert missing == []


def test_every_package_and_every_part_is_named_in_the_notices():
    text = notices.NOTICES.read_text("utf-8")
    for name, one in notices.runtime().items():
        if one is not None:
            assert f"\n\n{notices.label(one)}\n    " in text, name
        else:  # of another system
            pinned = notices.pins(name)[0]
            version = str(pinned.specifier).removeprefix("==")
            assert f"\n\n{pinned.name} {version}\n    " in text, name
    for part in notices.components():
        assert f"\n\n{part.name}\n    {part.licence}\n    {part.source}\n" in text
        for file in part.texts:
            assert (PACKAGING / file).read_text("utf-8").strip() in text


def test_the_bill_of_materials_names_all_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    sbom.write_sbom(tmp_path)
    (path,) = tmp_path.iterdir()
    told = json.loads(path.read_text("utf-8"))
    named = {one["name"] for one in told["components"]}
    here = {name for name, one in notices.runtime().items() if one is not None}
    parts = {part.name for part in notices.components() if sys.platform in part.on}
    assert named == here | parts
    assert told["metadata"]["component"]["version"] == __version__


def test_what_the_workflows_run_is_there():
    said = [
        one
        for path in WORKFLOWS
        for one in re.findall(r"packaging/[\w./-]+\w", path.read_text("utf-8"))
    ]
    assert said
    assert [one for one in said if not (ROOT / one).is_file()] == []


def _has_commits() -> bool:
    command = ["git", "-C", ROOT, "rev-parse", "--quiet", "--verify", "HEAD"]
    here = shutil.which("git") and (ROOT / ".git").exists()
    return bool(here) and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not _has_commits(), reason="needs the commits")
def test_the_source_that_the_page_about_nearer_names_lies_beside_the_packages(tmp_path):
    pytest.importorskip("hatchling")
    source.make_source(tmp_path / "work", tools.made(tmp_path / "dist"))
    page = (ROOT / "coupleapp" / "ui" / "settings" / "about_model.py").read_text("utf-8")
    (named,) = re.findall(r"as (coupleapp-\{number\}\S*[^.])\.\"", page)
    archive = tmp_path / "dist" / named.format(number=__version__)
    with tarfile.open(archive) as opened:
        inside = {name.partition("/")[2] for name in opened.getnames()}
    assert {"pyproject.toml", "packaging/build.py", "coupleapp/__main__.py"} <= inside
    recipe = (PACKAGING / "linux" / "packages.py").read_text("utf-8")
    assert "    make_source(work, target)\n" in recipe


def test_what_a_release_runs_of_others_is_pinned():
    release = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)", release)
    assert used
    assert [one for one in used if not re.search(r"@[0-9a-f]{40}$", one)] == []
