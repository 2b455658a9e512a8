"""Work that may hang, kept from hanging the app."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work in a thread of its own and wait no longer than this.

    A daemon thread, because a pool's threads are waited for when Python ends.

    Raises:
        TimeoutError: It is not done; the thread goes on and what it brings is dropped.
        Exception: Whatever the work raised.
    """
    # Not a Future: a library that keeps an error of its own keeps the thread's frames with it, and
    # a result that they still hold would keep the caller's, with all that stands in them.
    brought: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            brought.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            brought.put((None, error))

    threading.Thread(target=run, name="bounded", daemon=True).start()
    try:
        value, error = brought.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if error is not None:
        try:
            raise error
        finally:
            del error
    return value  # type: ignore[return-value] # there is no error, so it is one
