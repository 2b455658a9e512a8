"""What time brings by itself, as far as this computer's date can be relied on."""

from contextlib import suppress

from coupleapp.application.ports import StoreError
from coupleapp.shell.use_cases import UseCases
from coupleapp.ui.reminders.evening_model import EveningModel


def go_by_date(use: UseCases, evening: EveningModel) -> None:
    """Note the date, erase what was past long ago, and keep what waited too long."""
    use.date.note()
    # What cannot be erased now is hidden all the same.
    with suppress(StoreError):
        use.plans.forget_past()
    with suppress(StoreError):
        use.notebook.empty_bin()
    evening.keep_overdue()
