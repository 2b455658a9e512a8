"""The pages by their names, and the ways from one to another."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class PageName(StrEnum):
    """Everything that can fill the main window."""

    FIRST_RUN = "first_run"
    HOME = "home"
    BREATHE = "breathe"
    SESSION = "session"
    CHOOSE = "choose"
    PROGRAMME = "programme"
    ACTIVITIES = "activities"
    LISTS = "lists"
    NOTEBOOK = "notebook"
    PLANS = "plans"
    AGREEMENTS = "agreements"
    SETTINGS = "settings"
    COMFORT = "comfort"
    REMINDERS = "reminders"
    PACKS = "packs"
    COPIES = "copies"
    SALVAGE = "salvage"
    LOCK = "lock"
    SHEET = "sheet"
    RIGHT_FOR_ME = "right_for_me"
    ABOUT = "about"
    LICENCES = "licences"


WITHOUT_NAVIGATION = frozenset({PageName.FIRST_RUN, PageName.BREATHE, PageName.SESSION})
"""What fills the whole window; every other page has the ways below it."""

_PART_OF = {
    PageName.AGREEMENTS: PageName.PLANS,
    PageName.LISTS: PageName.PLANS,
    PageName.COMFORT: PageName.SETTINGS,
    PageName.COPIES: PageName.SETTINGS,
    PageName.SALVAGE: PageName.SETTINGS,
    PageName.LOCK: PageName.SETTINGS,
    PageName.SHEET: PageName.SETTINGS,
    PageName.ABOUT: PageName.SETTINGS,
    PageName.LICENCES: PageName.SETTINGS,
}


@dataclass(frozen=True, slots=True)
class NavigationRow:
    page: PageName
    words: str


def navigation_rows() -> list[NavigationRow]:
    ways = {
        PageName.HOME: translate("Navigation", "Home"),
        PageName.PROGRAMME: translate("Navigation", "Themes"),
        PageName.ACTIVITIES: translate("Navigation", "Together"),
        PageName.PLANS: translate("Navigation", "Plans"),
        PageName.NOTEBOOK: translate("Navigation", "Notebook"),
        PageName.SETTINGS: translate("Navigation", "Settings"),
        PageName.RIGHT_FOR_ME: translate("Navigation", "Is this right for me?"),
    }
    return [NavigationRow(page, words) for page, words in ways.items()]


def lit_on(page: PageName) -> PageName:
    return _PART_OF.get(page, page)
