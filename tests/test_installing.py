"""What packages do to a computer: nothing under a running Nearer, nothing to what was written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from coupleapp.desktop.autostart import windows as windows_autostart
from tests.packaging_by_path import PACKAGING, ROOT, make_installer

INSTALLER = (PACKAGING / "windows" / "nearer.nsi").read_text("utf-8")


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
