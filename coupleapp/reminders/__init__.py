"""Reminders at the right time, once."""

from coupleapp.reminders.wake_up import Reminders

__all__ = ["Reminders"]
