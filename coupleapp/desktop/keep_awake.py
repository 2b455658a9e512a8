"""Keeps the screen on while two people talk and nobody touches the keyboard."""

import logging
import queue
import threading

logger = logging.getLogger(__name__)

PATIENCE_S = 0.3


class ScreenWakeLock:
    """Holds the screen awake from a thread of its own.

    The thread is needed twice: asking is a call over D-Bus on Linux, which may hang, and wakepy
    wants to be left in the thread that entered it.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._thread: threading.Thread | None = None
        self._let_go = threading.Event()

    def hold(self) -> bool:
        """False when this computer cannot; no answer yet counts as yes."""
        if self._thread is not None and self._thread.is_alive():
            return True
        answers: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._let_go = threading.Event()
        self._thread = threading.Thread(
            target=_keep_presenting, args=(answers, self._let_go), name="keep-awake", daemon=True
        )
        self._thread.start()
        try:
            return answers.get(timeout=self._patience_s)
        except queue.Empty:
            return True

    def release(self) -> None:
        self._let_go.set()
        self._thread = None


def _keep_presenting(answers: queue.SimpleQueue[bool], let_go: threading.Event) -> None:
    from wakepy import keep

    try:
        with keep.presenting(on_fail="pass") as mode:
            answers.put(mode.active)
            if mode.active:
                let_go.wait()
    except RuntimeError:
        # The desktop went away first and took the lock with it.
        logger.info("the screen could not be let go")
