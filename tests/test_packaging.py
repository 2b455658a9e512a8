"""What is built for others: one version, one id, and a reason for whatever is left out."""

import json
import plistlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from coupleapp import APP_ID, __version__
from coupleapp.desktop.autostart import windows as windows_autostart
from coupleapp.desktop.autostart.command import LaunchEnvironment, own_command

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

DESKTOP = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"
FLATPAK = PACKAGING / "linux" / f"{APP_ID}.yml"
INSTALLER = (PACKAGING / "windows" / "nearer.nsi").read_text("utf-8")
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


def test_the_installer_of_windows_takes_away_what_we_write_there():
    assert f'!define RUN "{windows_autostart.RUN}"' in INSTALLER
    assert f'!define APPROVED "{windows_autostart.APPROVED}"' in INSTALLER


def test_the_installer_of_windows_asks_before_it_does_anything():
    for section in ('Section "Nearer"', 'Section "Uninstall"'):
        after = INSTALLER.partition(section)[2].strip().splitlines()
        assert after[0].strip().endswith("CloseNearer")


def test_the_installer_of_windows_empties_no_folder_but_its_own():
    emptied = re.findall(r"^\s*RMDir /r (.*)$", INSTALLER, re.M | re.I)
    assert {*emptied} == {'"$INSTDIR\\_internal"'}
    assert "PAGE_DIRECTORY" not in INSTALLER
    for begins in ("Function .onInit", "Function un.onInit"):
        after = INSTALLER.partition(begins)[2].strip().splitlines()
        assert after[0].strip() == 'StrCpy $INSTDIR "${HOME}"'


HEARS_ONCE = """
import signal

def heard(number, frame):
    signal.signal(number, signal.SIG_DFL)
    print("asked", flush=True)

signal.signal(signal.SIGTERM, heard)
print("open", flush=True)
while True:
    signal.pause()
"""
"""As ``desktop/ending.py`` does it, in a Nearer that never comes to its end."""


@pytest.fixture
def hanging():
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_ONCE], stdout=subprocess.PIPE, text=True
    ) as nearer:
        assert nearer.stdout.readline() == "open\n"
        yield nearer
        nearer.kill()


def _prerm(folder: Path, pid: int, *said: str, looks: int) -> subprocess.CompletedProcess[str]:
    """Run it where Nearer is ``pid``, and is gone after it was looked for so many times."""
    folder.joinpath("play").write_text(
        f"""
        pidof() {{
            echo look >>{folder}/looks
            [ "$(wc -l <{folder}/looks)" -le {looks} ] && echo {pid}
        }}
        kill() {{ echo "$1" >>{folder}/kills; command kill "$@"; }}
        sleep() {{ :; }}
        . {PACKAGING / "linux" / "prerm"}
        """
    )
    command = ["sh", folder / "play", *said]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


linux = pytest.mark.skipif(sys.platform != "linux", reason="of the .deb")


@linux
@pytest.mark.parametrize("said", [("upgrade", "0.2.0"), ("remove",)])
def test_the_deb_asks_nearer_once_and_goes_on_when_it_has_closed(tmp_path, hanging, said):
    done = _prerm(tmp_path, hanging.pid, *said, looks=3)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "kills").read_text() == "-TERM\n"
    assert ("Open it once" in done.stdout) == (said[0] == "upgrade")


@linux
@pytest.mark.parametrize("said", ["upgrade", "remove", "failed-upgrade"])
def test_the_deb_replaces_nothing_while_nearer_does_not_close(tmp_path, hanging, said):
    done = _prerm(tmp_path, hanging.pid, said, looks=1000)
    assert done.returncode == 1
    assert "Nearer is still open, so nothing was changed." in done.stderr


@linux
def test_the_deb_tried_again_does_not_end_a_nearer_that_is_closing(tmp_path, hanging):
    _prerm(tmp_path, hanging.pid, "upgrade", looks=1000)
    assert hanging.stdout.readline() == "asked\n"
    _prerm(tmp_path, hanging.pid, "failed-upgrade", looks=1000)
    assert hanging.poll() is None
    assert (tmp_path / "kills").read_text() == "-TERM\n"


@linux
def test_the_deb_has_nothing_to_say_where_nearer_is_closed(tmp_path):
    done = _prerm(tmp_path, 0, "upgrade", looks=0)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs nsis")
def test_the_installer_of_windows_can_be_made(tmp_path, monkeypatch):
    frozen = tmp_path / "nearer"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "nearer.exe").touch()
    monkeypatch.delenv("NEARER_SIGN_WITH", raising=False)
    icon = tmp_path / "nearer.ico"
    assert QImage(str(ROOT / "resources" / "icons" / "nearer.png")).scaled(32, 32).save(str(icon))
    assert make_installer(frozen, icon, tmp_path).read_bytes()[:2] == b"MZ"


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


def _laid(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_library_that_nobody_named_stops_the_build(tmp_path):
    names = ("libxcb-cursor.so.0", "libstranger.so.1", "libgtk-3.so.0")
    _laid(tmp_path / "_internal", *names)
    assert [one.split()[0] for one in check_frozen.unnamed_libraries(tmp_path)] == [
        "libgtk-3.so.0",
        "libstranger.so.1",
    ]
    assert check_frozen.unwanted(tmp_path) == ["_internal/libgtk-3.so.0 is in it"]


def test_a_module_of_a_stranger_is_not_taken_for_pythons_own(tmp_path):
    dynload = "python3.13/lib-dynload"
    own = ("_ctypes.pyd", "select.pyd", f"{dynload}/_ctypes.cpython-313-x86_64-linux-gnu.so")
    strange = ("stranger.pyd", "wizard/_ctypes.pyd", f"{dynload}/stranger.cpython-313-darwin.so")
    _laid(tmp_path / "_internal", *own, *strange)
    found = {one.split()[0] for one in check_frozen.unnamed_libraries(tmp_path)}
    assert found == {*strange}


def test_what_is_checked_of_macos_is_the_bundle(tmp_path):
    assert macos_packages.shipped(tmp_path / "nearer") == tmp_path / "Nearer.app"
    inside = "Contents/Frameworks"
    _laid(
        tmp_path / "Nearer.app",
        f"{inside}/python3__dot__13/lib-dynload/_ctypes.cpython-313-darwin.so",
        f"{inside}/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        f"{inside}/Strange.framework/Versions/A/Strange",
        f"{inside}/libavcodec.61.dylib",
        "Contents/Resources/stranger.so",
        "Contents/Resources/coupleapp/ui/qml/Home.qml",
    )
    bundle = tmp_path / "Nearer.app"
    assert {one.split()[0] for one in check_frozen.unnamed_libraries(bundle)} == {
        "Strange.framework/Versions/A/Strange",
        "libavcodec.61.dylib",
        "stranger.so",
    }
    assert check_frozen.unwanted(bundle) == [f"{inside}/libavcodec.61.dylib is in it"]


LOAD_COMMANDS = """
Load command 9
      cmd LC_BUILD_VERSION
  cmdsize 32
 platform 1
    minos {older}
      sdk 15.5
Load command 9
      cmd LC_BUILD_VERSION
  cmdsize 32
 platform 1
    minos {newer}
      sdk 15.5
"""


@pytest.mark.parametrize(("newer", "wrong"), [("14.0", []), ("15.0", ["asks for macOS 15.0"])])
def test_what_asks_for_a_newer_macos_stops_the_build(tmp_path, monkeypatch, newer, wrong):
    said = LOAD_COMMANDS.format(older="11.0", newer=newer)
    monkeypatch.setattr(check_frozen, "told", lambda *_: said)
    _laid(tmp_path / "Contents" / "MacOS", "nearer")
    found = check_frozen.too_new_for_macos(tmp_path)
    assert found == [f"nearer {one}" for one in wrong]


def test_qt_may_be_replaced_in_a_signed_bundle():
    told = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert told["com.apple.security.cs.disable-library-validation"] is True
    assert notices.NOTICES.read_text("utf-8").startswith(notices.HEAD)


def test_only_a_folder_of_an_earlier_build_is_emptied(tmp_path):
    theirs = _laid(tmp_path / "theirs", "diary.txt")
    with pytest.raises(SystemExit, match="not empty"):
        tools.emptied(theirs)
    assert (theirs / "diary.txt").is_file()
    ours = _laid(tmp_path / "ours", "SHA256SUMS", "nearer_0.0.9_amd64.deb")
    for folder in (ours, tmp_path / "new"):
        assert [one.name for one in tools.emptied(folder).iterdir()] == ["SHA256SUMS"]


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


PYTHON = Path(sysconfig.get_config_var("LIBDIR") or "") / str(sysconfig.get_config_var("LDLIBRARY"))


@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs binutils")
@pytest.mark.skipif(".so" not in PYTHON.name, reason="needs a Python that is a library")
def test_a_python_of_a_newer_linux_asks_for_no_more_than_an_older_one_has(tmp_path):
    library = tmp_path / "libpython.so"
    shutil.copy(PYTHON, library)
    asked = older_glibc.asked_for(library, older_glibc.ASKED)
    assert asked <= older_glibc.HARMLESS
    older_glibc.bind_to_older_glibc(library)
    assert older_glibc.asked_for(library, older_glibc.ASKED) == set()
    assert older_glibc.asked_for(library, older_glibc.ENOUGH) >= asked
    load = f"import ctypes; print(ctypes.CDLL({str(library)!r}).Py_GetVersion is not None)"
    done = subprocess.run([sys.executable, "-c", load], check=True, capture_output=True, text=True)
    assert done.stdout == "True\n"


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
