"""One watched process: the real app, or a bare Qt Quick window; it tells what it saw as JSON.

``python -m tests.benchmarks.scene bare|app WHAT [DATA]`` with WHAT "start" (leave at the first
frame of the first page) or "stay" (then rest, move, and turn a page).
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Generator
from itertools import pairwise
from pathlib import Path

# Imports of Qt come later: what is measured begins before them.

SETTLE_S, REST_S, MOVE_S = 2.0, 6.0, 10.0

BARE = b"""
import QtQuick
Window {
    id: root
    property bool moving: false
    width: 1100; height: 760; visible: true; title: "Bare"
    Rectangle {
        id: light
        x: 100; y: 100; width: 560; height: 560; color: "#f2b56b"
        SequentialAnimation on x {
            running: root.moving; loops: Animation.Infinite
            NumberAnimation { to: 440; duration: 4000; easing.type: Easing.InOutSine }
            NumberAnimation { to: 100; duration: 6000; easing.type: Easing.InOutSine }
        }
    }
}
"""

Script = Generator[float, None, None]


class Seen:
    """What one process saw; moments are on the clock all processes share."""

    def __init__(self) -> None:
        self.told: dict[str, object] = {}

    def moment(self, name: str) -> None:
        self.told.setdefault(name, time.monotonic())

    def leave(self) -> None:
        from PySide6.QtGui import QGuiApplication

        sys.stdout.write(json.dumps(self.told) + "\n")
        sys.stdout.flush()
        QGuiApplication.quit()


def memory(seen: Seen, when: str) -> None:
    """Bytes: with shared pages divided among those who share them, and nobody else's.

    The first falls when other Qt programs run; the second does not.
    """
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    kibibytes = {name: int(size) for name, size, *_ in map(str.split, lines)}
    seen.told[f"memory_{when}"] = kibibytes["Pss:"] * 1024
    seen.told[f"own_{when}"] = kibibytes["Pss_Anon:"] * 1024


def cpu_share(seen: Seen, name: str, seconds: float) -> Script:
    """Of one core, all threads."""
    began, used = time.perf_counter(), time.process_time()
    yield seconds
    seen.told[name] = (time.process_time() - used) / (time.perf_counter() - began)


def frames(seen: Seen, name: str, window, seconds: float) -> Script:
    """The times between frames, in seconds."""
    swapped: list[float] = []
    keep = swapped.append

    def frame() -> None:
        keep(time.perf_counter())

    window.frameSwapped.connect(frame)
    yield seconds
    window.frameSwapped.disconnect(frame)
    seen.told[name] = [later - sooner for sooner, later in pairwise(swapped)]


def live(seen: Seen, window, move: Callable[[], None], turn: Callable[[], None] | None) -> Script:
    """What is measured after the first page is there."""
    yield SETTLE_S
    memory(seen, "rest")
    yield from cpu_share(seen, "cpu_rest", REST_S)
    move()
    yield SETTLE_S
    yield from cpu_share(seen, "cpu_moving", MOVE_S)
    yield from frames(seen, "frames", window, MOVE_S)
    memory(seen, "moving")
    if turn is not None:
        swapped: list[float] = []
        began = time.perf_counter()
        turn()
        seen.told["notebook_slot"] = time.perf_counter() - began
        window.frameSwapped.connect(lambda: swapped.append(time.perf_counter()))
        yield 1.0
        seen.told["notebook_frame"] = swapped[0] - began if swapped else None
    gc.collect()


def play(seen: Seen, script: Script) -> None:
    """Go through the script on Qt's own timer."""
    from PySide6.QtCore import QTimer

    def go_on() -> None:
        pause = next(script, None)
        if pause is None:
            seen.leave()
        else:
            QTimer.singleShot(round(pause * 1000), go_on)

    go_on()


def bare(seen: Seen, stay: bool) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent, QQmlEngine

    qt = QGuiApplication(sys.argv[:1])
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(BARE, QUrl("file:///bare.qml"))
    window = component.create()

    def shown() -> None:
        window.frameSwapped.disconnect(shown)
        seen.moment("first_frame")
        seen.moment("usable")
        if stay:
            play(seen, live(seen, window, lambda: window.setProperty("moving", True), None))
        else:
            seen.leave()

    window.frameSwapped.connect(shown)
    qt.exec()
    window.deleteLater()


def app(seen: Seen, stay: bool, folder: str) -> None:
    from coupleapp.shell import launch

    class Watched(launch.App):
        def start(self) -> None:
            super().start()
            watch(seen, self._go, stay)

        def _go(self, page: str) -> None:
            from coupleapp.ui.base.navigation import PageName
            from coupleapp.ui.calm.breath_model import BreathModel

            self.composition.navigation.turn_to(PageName(page))
            if page == "breathe":
                # The caution of the first time is read.
                self.composition.pages.model(BreathModel).read("")

    launch.App = Watched
    from coupleapp.console.cli import main

    main(["--data-dir", folder])


def watch(seen: Seen, go: Callable[[str], None], stay: bool) -> None:
    """Look at each frame until the first page is in it."""
    from PySide6.QtGui import QGuiApplication

    window = next(w for w in QGuiApplication.topLevelWindows() if w.title() == "Nearer")

    def shown() -> None:
        seen.moment("first_frame")
        inside = [item.metaObject().className() for item in window.contentItem().childItems()]
        if not any(name.startswith("Shell") for name in inside):
            return
        window.frameSwapped.disconnect(shown)
        seen.moment("usable")
        if stay:
            play(seen, live(seen, window, lambda: go("breathe"), lambda: go("notebook")))
        else:
            seen.leave()

    window.frameSwapped.connect(shown)


if __name__ == "__main__":
    which, what, *rest = sys.argv[1:]
    if which == "bare":
        bare(Seen(), what == "stay")
    else:
        app(Seen(), what == "stay", *rest)
