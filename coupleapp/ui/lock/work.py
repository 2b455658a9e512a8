"""Something that takes a while, done beside the thread of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.application.ports import StoreError

Then = Callable[[Exception | None], None]


class Work(QObject):
    """One thing at a time; its end is told on the window's thread."""

    _ended = Signal(object, object)

    def __init__(
        self,
        aside: Callable[[Callable[[], None]], None],
        known: tuple[type[Exception], ...] = (StoreError,),
    ) -> None:
        """``known``: what may be raised without being a bug."""
        super().__init__()
        self._known = known
        self._aside = aside
        self._running = False
        self._ended.connect(self._end)

    @property
    def running(self) -> bool:
        return self._running

    def do(self, work: Callable[[], object], then: Then) -> None:
        """``then`` hears what was raised, or None."""
        self._running = True
        self._aside(lambda: self._run(work, then))

    def _run(self, work: Callable[[], object], then: Then) -> None:
        try:
            work()
        except self._known as error:
            self._ended.emit(then, error)
        except Exception as error:
            self._ended.emit(then, error)
            raise
        else:
            self._ended.emit(then, None)

    @Slot(object, object)
    def _end(self, then: Then, error: Exception | None) -> None:
        self._running = False
        then(error)
