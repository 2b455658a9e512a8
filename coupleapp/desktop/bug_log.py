"""Bugs are written down without content: the kind of error and the places, never the words."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

log = logging.getLogger("coupleapp")

_BYTES, _FILES = 200_000, 2


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The error's kind and where it happened. Its message may hold words, so it is left out."""
    places = [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *places])


def note(folder: Path, sentence: str) -> None:
    """Write it down once, where there is a folder; before anything watches."""
    handler = _into(folder)
    handler.emit(log.makeRecord(log.name, logging.ERROR, "", 0, sentence, (), None))
    handler.close()


def watch_for_bugs(folder: Path, tell: Callable[[BaseException], None]) -> None:
    """Log what nobody caught, on any thread, into the data folder; then ``tell`` (any thread)."""
    log.addHandler(_into(folder))
    log.setLevel(logging.INFO)
    log.propagate = False

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("%s", describe(kind, trace))
        if sys.stderr is not None:
            sys.stderr.write(describe(kind, trace) + "\n")
        tell(error)

    def report_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_thread


def _into(folder: Path) -> logging.Handler:
    try:
        handler: logging.Handler = RotatingFileHandler(
            folder / "nearer.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    return handler
