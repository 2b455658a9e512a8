"""Only a server that answers is asked for sound."""

import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coupleapp.desktop import sound_server
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.sound_server import may_have_sound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux has sound servers")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a person's sockets, whose path has to be short, and no server anywhere."""
    for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH"):
        monkeypatch.delenv(name, raising=False)
    with tempfile.TemporaryDirectory(prefix="nearer") as short:
        monkeypatch.setattr(sound_server, "SYSTEM_WIDE", Path(short) / "system" / "native")
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        yield Path(short)


@pytest.fixture
def serve(folder: Path) -> Iterator:
    """Lets a server listen on the path it is given."""
    servers: list[socket.socket] = []

    def listen(path: Path) -> socket.socket:
        path.parent.mkdir(parents=True, exist_ok=True)
        server = socket.socket(socket.AF_UNIX)
        server.bind(str(path))
        server.listen()
        servers.append(server)
        return server

    yield listen
    for server in servers:
        server.close()


def test_nobody_listens(folder: Path) -> None:
    assert not may_have_sound()


@pytest.mark.parametrize("place", ["pulse/native", "system/native"])
def test_a_server_where_servers_listen_is_found(folder: Path, serve, place: str) -> None:
    serve(folder / place)
    assert may_have_sound()


def test_a_server_that_was_killed_left_its_socket_and_answers_nobody(folder: Path, serve) -> None:
    serve(folder / "pulse" / "native").close()
    assert (folder / "pulse" / "native").is_socket()
    assert not may_have_sound()


def test_a_program_that_could_be_started_is_no_server(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = folder / "pulseaudio"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    assert not may_have_sound()


def test_pipewire_without_its_sound_service_is_not_what_qt_asks(folder: Path, serve) -> None:
    serve(folder / "pipewire-0")
    assert not may_have_sound()


def test_a_folder_that_is_named_comes_first(
    folder: Path, serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(folder / "pulse" / "native")
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(folder / "elsewhere"))
    assert not may_have_sound()
    serve(folder / "elsewhere" / "native")
    assert may_have_sound()


def test_without_a_folder_of_the_session_it_lies_beside_the_settings(
    folder: Path, serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "c"))
    assert not may_have_sound()
    serve(folder / "c" / "pulse" / "0a1b-runtime" / "native")
    assert may_have_sound()


@pytest.mark.parametrize(
    ("named", "may"),
    [
        ("{0a1b}unix:%s/pulse/native", True),
        ("unix:%s/pulse/native", True),
        ("%s/pulse/native", True),
        ("unix:%s/gone %s/pulse/native", True),
        ("unix:%s/gone", False),
        ("%s/gone", False),
        ("tcp:living-room.local", True),
        ("living-room.local", True),
    ],
)
def test_a_server_that_is_named_is_the_one_that_is_asked(
    folder: Path, serve, monkeypatch: pytest.MonkeyPatch, named: str, may: bool
) -> None:
    serve(folder / "pulse" / "native")
    monkeypatch.setenv("PULSE_SERVER", named.replace("%s", str(folder)))
    assert may_have_sound() is may


def test_a_terminal_shows_nothing_where_no_server_answers(folder: Path, serve) -> None:
    """In a process of its own: Qt asks once, and says so on stderr."""
    serve(folder / "pulse" / "native").close()
    play = f"""
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from coupleapp.desktop.sound import Tone, Tones
app = QGuiApplication([])
tones = Tones(Path({str(resource_folder() / "sounds")!r}))
tones.load()
tones.play(Tone.EVENING)
tones.unload()
"""
    done = subprocess.run(
        [sys.executable, "-c", play], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
