"""Which day it is where the couple lives."""

from datetime import date

from coupleapp.application.ports import Clock


def local_date(clock: Clock) -> date:
    """Today in the couple's zone."""
    return clock.now().astimezone(clock.zone()).date()
