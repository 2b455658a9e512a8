"""Work that may hang, kept from hanging the app."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work in a thread of its own and wait no longer than this.

    A daemon thread, because a pool's threads are waited for when Python ends.

    Raises:
        TimeoutError: It is not done; the thread goes on and what it brings is dropped.
        Exception: Whatever the work raised.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            future.set_exception(error)

    threading.Thread(target=run, name="bounded", daemon=True).start()
    return future.result(seconds)
