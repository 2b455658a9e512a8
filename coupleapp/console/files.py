"""Writes what is kept into files that other programs read. Nothing that is there is replaced."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.coming import WhatComes
from coupleapp.application.export import everything
from coupleapp.application.plans import Plans
from coupleapp.application.ports import KeptKind, StoreError
from coupleapp.console.folder import folder_with_notebook, nothing_there
from coupleapp.console.opening import opening
from coupleapp.console.output import sorry, write_out
from coupleapp.shell.options import Options, clock_for
from coupleapp.shell.use_cases import new_id
from coupleapp.store import Store, open_store
from coupleapp.ui.base.trouble_model import derive_trouble_props
from coupleapp.ui.base.wording import left_aside


def export(options: Options, output: Path) -> int:
    """Write everything into a file that only its owner can read; the exit code."""

    def content(store: Store) -> bytes:
        return (json.dumps(everything(store), ensure_ascii=False, indent=2) + "\n").encode()

    return _write_out(options, output, content)


def calendar(options: Options, output: Path, *, our_words: bool) -> int:
    """Write all that is agreed for the time to come as a calendar file; the exit code."""
    from coupleapp.desktop.calendar_file import calendar_bytes

    def content(store: Store) -> bytes:
        clock = clock_for(options)
        plans = Plans(store.appointments, store.rituals, clock, new_id)
        activities = Activities(store.activities, clock, new_id, ())
        agreements = Agreements(store.agreements, clock)
        return calendar_bytes(
            plans.appointments(),
            plans.rituals(),
            clock.zone(),
            clock.now(),
            neutral=not our_words,
            coming=WhatComes(plans, activities, agreements, clock).all(),
        )

    return _write_out(options, output, content)


def key(options: Options, output: Path) -> int:
    """Write the key of the file, for another program that reads it; the exit code."""
    said = "Whoever has it and the file can read all of it; delete it when you are done."
    return _write_out(options, output, lambda store: f"{store.vault.key.hex()}\n".encode(), said)


def _write_out(
    options: Options,
    output: Path,
    content: Callable[[Store], bytes],
    said: str = "It is not encrypted; keep it where only you look.",
) -> int:
    try:
        folder = folder_with_notebook(options)
        if folder is None:
            return sorry(nothing_there(options, "There is nothing to export yet."))
        store = opening(partial(open_store, folder))
    except (StoreError, OSError) as error:
        return sorry(derive_trouble_props(error, "").words)
    try:
        found = content(store)
        aside = left_aside(store.left_aside(KeptKind))
    except StoreError as error:
        return sorry(derive_trouble_props(error, "").words)
    finally:
        store.close()
    return write_out(output, found, f"{said} {aside}".rstrip())
