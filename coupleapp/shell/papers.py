"""What leaves Nearer because the couple wants it: a sheet on paper, a calendar file."""

from pathlib import Path

from coupleapp.application.printing import Printing
from coupleapp.shell.use_cases import UseCases


def printing() -> Printing:
    """By the system's own dialog."""
    # Not before somebody prints: it reads in the half of Qt that has no QML.
    from coupleapp.desktop.printing import DialogPrinting

    return DialogPrinting()


def save_calendar(use: UseCases, path: Path, our_words: bool) -> None:
    """Write what is agreed as a calendar file.

    Raises:
        StoreError: It could not be read.
        OSError: The file could not be written.
    """
    # Not before somebody wants it: reading the library in takes a frame or three.
    from coupleapp.desktop.calendar_file import calendar_bytes, write_calendar

    now, zone = use.clock.now(), use.clock.zone()
    talks, rituals = use.plans.appointments(), use.plans.rituals()
    content = calendar_bytes(
        talks, rituals, zone, now, neutral=not our_words, coming=use.coming.all()
    )
    write_calendar(path, content)
