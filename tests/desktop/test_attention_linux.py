"""A Linux desktop is asked over a bus of ours, and by programs of ours."""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from coupleapp.desktop.attention import Attention, Detected, Hold
from coupleapp.desktop.attention.linux import LinuxSenses
from coupleapp.desktop.session_bus import has_service, property_of
from tests.desktop.session import Service, Session, away_from_the_desktop, needs_a_bus, session_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux is asked")

NOTICES = "org.freedesktop.Notifications"
BUDGIE = "org.budgie_desktop.Notifications"
MUTTER = "org.gnome.Mutter.IdleMonitor"
SOME_TIME_S = 20.0
"""More than any bound here, less than whoever hangs."""

Put = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    away_from_the_desktop(monkeypatch)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with session_in(monkeypatch) as session:
        yield session


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """A program of this name, which notes how it was called."""

    def put(name: str, body: str) -> Path:
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/{name}.calls\n{body}\n')
        path.chmod(0o755)
        return tmp_path / f"{name}.calls"

    return put


def test_a_computer_without_a_desktop_tells_nothing() -> None:
    assert Attention(LinuxSenses()).look() is Hold.UNSURE
    assert Attention(LinuxSenses()).detected() == Detected(
        window=False, full_screen=False, do_not_disturb=False, call=False, idle=False
    )


# -- do not disturb


@needs_a_bus
@pytest.mark.parametrize("inhibited", [True, False])
def test_plasma_says_whether_it_is_quiet(session: Session, inhibited: bool) -> None:
    session.told(NOTICES, "Get Inhibited", "v", ("b", inhibited))
    assert LinuxSenses().do_not_disturb() is inhibited


@needs_a_bus
def test_a_service_without_that_property_tells_nothing(session: Session) -> None:
    session.serve(NOTICES, lambda *_: None)
    assert LinuxSenses().do_not_disturb() is None


@needs_a_bus
@pytest.mark.parametrize("quiet", [True, False])
def test_budgie_says_whether_it_is_quiet(
    session: Session, monkeypatch: pytest.MonkeyPatch, quiet: bool
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "Budgie")
    session.told(BUDGIE, "GetDoNotDisturb", "b", quiet)
    assert LinuxSenses().do_not_disturb() is quiet


@pytest.mark.parametrize(
    ("desktop", "key", "said", "quiet"),
    [
        ("ubuntu:GNOME", "org.gnome.desktop.notifications show-banners", "true", False),
        ("GNOME", "org.gnome.desktop.notifications show-banners", "false", True),
        ("Unity:Unity7", "org.gnome.desktop.notifications show-banners", "false", True),
        ("X-Cinnamon", "org.cinnamon.desktop.notifications display-notifications", "false", True),
        ("X-Cinnamon", "org.cinnamon.desktop.notifications display-notifications", "true", False),
        ("MATE", "org.mate.NotificationDaemon do-not-disturb", "true", True),
        ("MATE", "org.mate.NotificationDaemon do-not-disturb", "false", False),
    ],
)
def test_where_a_setting_says_it(
    put: Put, monkeypatch: pytest.MonkeyPatch, desktop: str, key: str, said: str, quiet: bool
) -> None:
    calls = put("gsettings", f"echo {said}")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert LinuxSenses().do_not_disturb() is quiet
    assert calls.read_text() == f"get {key}\n"


def test_no_program_is_asked_on_a_desktop_it_does_not_belong_to(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [put("gsettings", "echo false"), put("xfconf-query", "echo /do-not-disturb true")]
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "sway")
    assert LinuxSenses().do_not_disturb() is None
    assert [path for path in calls if path.exists()] == []


@pytest.mark.parametrize(
    ("listed", "quiet"),
    [
        ("echo '/do-not-disturb  true'; echo '/expire-timeout  3'", True),
        ("echo '/do-not-disturb  false'", False),
        ("echo '/expire-timeout  3'", False),  # it was never used
        ("exit 1", None),
    ],
)
def test_xfce_keeps_it_in_a_channel(
    put: Put, monkeypatch: pytest.MonkeyPatch, listed: str, quiet: bool | None
) -> None:
    calls = put("xfconf-query", listed)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "XFCE")
    assert LinuxSenses().do_not_disturb() is quiet
    assert calls.read_text() == "-c xfce4-notifyd -lv\n"


@needs_a_bus
def test_one_who_says_quiet_is_enough(
    session: Session, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.told(NOTICES, "Get Inhibited", "v", ("b", False))
    put("gsettings", "echo false")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    assert LinuxSenses().do_not_disturb() is True


@pytest.mark.parametrize("body", ["exit 1", "exec sleep 30", "sleep 30 &", "kill -9 $$"])
def test_a_program_that_fails_or_hangs_tells_nothing_in_time(
    put: Put, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    put("gsettings", body)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    began = time.monotonic()
    assert LinuxSenses().do_not_disturb() is None
    assert time.monotonic() - began < SOME_TIME_S


# -- the bus


@needs_a_bus
def test_a_service_that_is_silent_is_not_waited_for(session: Session) -> None:
    session.serve(NOTICES, lambda *_: Service.SILENCE)
    began = time.monotonic()
    assert LinuxSenses().do_not_disturb() is None
    assert time.monotonic() - began < SOME_TIME_S


@needs_a_bus
def test_a_bus_that_hangs_is_not_waited_for(session: Session) -> None:
    session.daemon.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        assert LinuxSenses().do_not_disturb() is None
        assert time.monotonic() - began < SOME_TIME_S
    finally:
        session.daemon.send_signal(signal.SIGCONT)


@needs_a_bus
def test_a_bus_that_has_gone_tells_nothing(session: Session) -> None:
    session.end()
    assert Attention(LinuxSenses()).detected().do_not_disturb is False


@pytest.mark.parametrize("address", ["", "autolaunch:", "tcp:host=localhost,port=1", "nonsense"])
def test_an_address_nobody_can_use_tells_nothing(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert LinuxSenses().do_not_disturb() is None


@needs_a_bus
def test_a_bus_is_found_where_logins_put_it(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session.told(NOTICES, "Get Inhibited", "v", ("b", True))
    path = dict(part.split("=", 1) for part in session.address.split(":", 1)[1].split(","))["path"]
    (tmp_path / "bus").symlink_to(path)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert LinuxSenses().do_not_disturb() is True


@needs_a_bus
def test_asking_starts_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    services = tmp_path / "share" / "dbus-1" / "services"
    services.mkdir(parents=True)
    mark = tmp_path / "started"
    (services / "n.service").write_text(
        f"[D-BUS Service]\nName={NOTICES}\nExec=/usr/bin/touch {mark}\n"
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    with session_in(monkeypatch):
        assert has_service(NOTICES)
        assert not has_service("org.example.Nobody")
        assert property_of(NOTICES, "/org/freedesktop/Notifications", NOTICES, "Inhibited") is None
    assert not mark.exists()


@needs_a_bus
def test_many_threads_may_ask_at_once(session: Session) -> None:
    session.told(NOTICES, "Get Inhibited", "v", ("b", True))
    attention = Attention(LinuxSenses())
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: attention.look(), range(20)))
    assert answers == [Hold.DO_NOT_DISTURB] * 20


# -- hands


@needs_a_bus
@pytest.mark.parametrize(("idle_ms", "hold"), [(4_999, Hold.TYPING), (5_000, Hold.UNSURE)])
def test_gnome_on_wayland_says_how_long_the_hands_have_rested(
    session: Session, monkeypatch: pytest.MonkeyPatch, idle_ms: int, hold: Hold
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    # A server beside Wayland, which would know nothing, and is not there.
    monkeypatch.setenv("DISPLAY", ":9999")
    session.told(MUTTER, "GetIdletime", "t", idle_ms)
    assert Attention(LinuxSenses()).look() is hold


@needs_a_bus
def test_other_desktops_on_wayland_do_not_say(session: Session) -> None:
    assert LinuxSenses().idle_s() is None


# -- calls

# As pactl 16.1 writes them.
SOURCES = [
    {"index": 0, "name": "out.monitor", "monitor_source": "out"},
    {"index": 1, "name": "mic", "monitor_source": ""},
]


def stream(source: int = 1, **changed: Any) -> dict[str, Any]:
    return {
        "index": 7,
        "owner_module": "2",
        "client": "3",
        "source": source,
        "corked": False,
        "mute": False,
        "resample_method": "copy",
        "properties": {"application.name": "Firefox"},
        **changed,
    }


@pytest.fixture
def listening(put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """A sound server with these streams on it."""

    def listening(*streams: Any, sources: object = SOURCES) -> Path:
        monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
        (tmp_path / "source-outputs").write_text(json.dumps(streams))
        (tmp_path / "sources").write_text(json.dumps(sources))
        return put("pactl", f'test "$LC_ALL" = C && cat {tmp_path}/$3')

    return listening


@pytest.mark.parametrize(
    ("streams", "call"),
    [
        ([], False),
        ([stream()], True),
        ([stream(mute=True)], True),  # silent for a moment, in a call all the same
        ([stream(source=0)], False),  # it listens to the speakers
        ([stream(source=0), stream()], True),
        ([stream(corked=True)], False),
        ([stream(resample_method="peaks")], False),  # pavucontrol
        ([stream(properties={"stream.monitor": "true"})], False),
        ([stream(properties={"resample.peaks": "true"})], False),
        ([stream(properties={"stream.capture.sink": "true"})], False),
        ([stream(client=None)], False),  # a loopback of the server's own
        ([stream(client="n/a")], False),
        ([stream(properties={"node.link-group": "echo-cancel-1"})], False),
    ],
)
def test_who_listens_to_the_microphone(
    listening: Callable[..., Path], streams: list[dict[str, Any]], call: bool
) -> None:
    listening(*streams)
    assert LinuxSenses().call() is call


@pytest.mark.parametrize(
    "body", ["exit 1", "echo 'Connection failure'", "echo 3", "printf '[{\"balance\": 0,00}]'"]
)
def test_a_sound_server_that_cannot_be_read_tells_nothing(
    put: Put, listening: Callable[..., Path], body: str
) -> None:
    listening()
    put("pactl", body)
    assert LinuxSenses().call() is None


def test_no_sound_server_is_started_by_asking(listening: Callable[..., Path], monkeypatch) -> None:
    calls = listening(stream())
    monkeypatch.delenv("PULSE_SERVER")
    assert LinuxSenses().call() is None
    assert not calls.exists()


def test_a_sound_server_is_found_where_logins_put_it(
    listening: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    listening(stream())
    monkeypatch.delenv("PULSE_SERVER")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert LinuxSenses().call() is True
