"""What is frozen is looked at before it is packed."""

import plistlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.packaging_by_path import (
    PACKAGING,
    check_frozen,
    macos_packages,
    notices,
    older_glibc,
    tools,
)


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
