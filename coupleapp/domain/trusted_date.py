"""Whether a date this computer says is taken for true: what goes by it can often not be undone."""

from datetime import datetime, timedelta

DATE_DOUBTED_AFTER = timedelta(days=60)
"""How far a date may lie from the last one that was sure. An empty battery or a wrong year makes
jumps of years; couples do stay away for months, and to be asked once costs one press. Design."""

DATE_NOTED_AFTER = timedelta(days=7)
"""How often the date is noted as sure while Nearer is used: seldom, for each time something is
written, and what is written is copied. Design."""


def is_doubtful(now: datetime, sure_of: datetime) -> bool:
    """Whether it lies so far from the last date that was sure that the two of them are asked.

    Args:
        now: What the computer says, aware.
        sure_of: The last moment of which it was sure, aware.
    """
    return abs(now - sure_of) > DATE_DOUBTED_AFTER


def is_worth_noting(now: datetime, sure_of: datetime) -> bool:
    """Whether ``now``, which is not doubtful, is to be the last date that was sure."""
    return now - sure_of >= DATE_NOTED_AFTER
