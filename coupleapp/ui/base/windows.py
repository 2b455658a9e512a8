"""The QML engine, the fonts and the windows."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QUrl
from PySide6.QtGui import QFontDatabase, QWindow
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

QML_FOLDER = files("coupleapp.ui") / "qml"


def load_fonts(resources: Path) -> None:
    """Make the two families of the house known to Qt, whatever is installed."""
    for font in sorted((resources / "fonts").iterdir()):
        if font.suffix in {".ttf", ".otf"}:
            QFontDatabase.addApplicationFont(str(font))


class QmlFault(RuntimeError):
    """Our own QML does not load: a bug, never the couple's doing."""


class Windows:
    """Owns the engine and what it has made; ``clear`` takes all of it down before Qt goes."""

    def __init__(self, resources: Path, follow: Callable[[QWindow], None] = lambda _: None) -> None:
        """``follow`` is told of each window, before it is shown."""
        load_fonts(resources)
        self._follow = follow
        self.engine = QQmlEngine()
        self.engine.addImportPath(str(QML_FOLDER))
        self._made: list[QObject] = []
        self._components: dict[str, QQmlComponent] = {}
        theme_address = QUrl.fromLocalFile(str(resources)).toString()
        self._set_theme("resources", theme_address)

    def frame(self) -> QQuickWindow:
        """The main window, empty and not yet shown, in the middle of the screen."""
        frame = cast(QQuickWindow, self.make("Frame", {}))
        room = frame.screen().availableGeometry()
        place = QRect(room.topLeft(), frame.size().boundedTo(room.size()))
        place.moveCenter(room.center())
        # WORKAROUND: without a position some window managers of X11 put the title bar of a
        # QQuickWindow above the screen.
        frame.setGeometry(place)
        return frame

    def put_into(self, frame: QQuickWindow, name: str, properties: dict[str, Any]) -> QQuickItem:
        """Put a QML type into the main window, with its required properties."""
        item = cast(QQuickItem, self.make(name, properties))
        item.setParentItem(frame.contentItem())
        item.forceActiveFocus()
        return item

    def make(self, name: str, properties: dict[str, Any]) -> QObject:
        """Make a QML type of the module.

        Raises:
            QmlFault: It does not load.
        """
        # Kept as long as the engine: PySide deletes what a component has made when it goes.
        if name not in self._components:
            self._components[name] = QQmlComponent(self.engine)
            self._components[name].loadFromModule("Nearer", name)
        made = self._components[name].createWithInitialProperties(properties)
        if made is None:
            raise QmlFault(self._components[name].errorString())
        self._made.append(made)
        if isinstance(made, QWindow):
            self._follow(made)
        return made

    def drop(self, made: QObject) -> None:
        self._made.remove(made)
        if isinstance(made, QQuickItem):
            made.setParentItem(None)  # type: ignore[arg-type] # the stub forgets None
        made.deleteLater()

    def look(self, scheme: str, text_scale: float, reduced_motion: bool) -> None:
        """Set the tokens that every page reads."""
        self._set_theme("scheme", scheme)
        self._set_theme("textScale", text_scale)
        self._set_theme("reducedMotion", reduced_motion)

    def forget(self) -> None:
        """Let go of what scripts have seen of pages that are gone."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.engine.collectGarbage()

    def clear(self) -> None:
        """Take everything down, windows first, the engine last."""
        for made in reversed(self._made):
            if isinstance(made, QQuickWindow):
                made.close()
            made.deleteLater()
        _delete_now()
        self._made.clear()
        self._components.clear()
        self.engine.deleteLater()
        _delete_now()

    def _set_theme(self, name: str, value: str | float | bool) -> None:
        theme = cast(QObject, self.engine.singletonInstance("Nearer", "Theme"))
        theme.setProperty(name, value)


def _delete_now() -> None:
    """Outside an event loop deferred deletions wait for somebody to send them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
