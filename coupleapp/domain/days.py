"""Local days and their weeks."""

from datetime import date, timedelta


def monday_of(day: date) -> date:
    """The Monday of the week of this local date."""
    return day - timedelta(days=day.weekday())
