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
    TALKS = "talks"
    PROGRAMME = "programme"
    PACKS = "packs"
    OURS = "ours"
    NEXT_TALK = "next_talk"
    RITUALS = "rituals"
    AGREEMENTS = "agreements"
    LISTS = "lists"
    ACTIVITIES = "activities"
    NOTEBOOK = "notebook"
    SETTINGS = "settings"
    COMFORT = "comfort"
    REMINDERS = "reminders"
    COPIES = "copies"
    SALVAGE = "salvage"
    LOCK = "lock"
    SHEET = "sheet"
    ABOUT = "about"
    LICENCES = "licences"
    RIGHT_FOR_ME = "right_for_me"


WITHOUT_NAVIGATION = frozenset({PageName.FIRST_RUN, PageName.BREATHE, PageName.SESSION})
"""What fills the whole window; every other page has the doors below it."""

_ABOVE = {
    PageName.PROGRAMME: PageName.TALKS,
    PageName.PACKS: PageName.TALKS,
    PageName.NEXT_TALK: PageName.OURS,
    PageName.RITUALS: PageName.OURS,
    PageName.AGREEMENTS: PageName.OURS,
    PageName.LISTS: PageName.OURS,
    PageName.ACTIVITIES: PageName.OURS,
    PageName.COMFORT: PageName.SETTINGS,
    PageName.REMINDERS: PageName.SETTINGS,
    PageName.COPIES: PageName.SETTINGS,
    PageName.SALVAGE: PageName.COPIES,
    PageName.LOCK: PageName.SETTINGS,
    PageName.SHEET: PageName.LOCK,
    PageName.ABOUT: PageName.SETTINGS,
    PageName.LICENCES: PageName.ABOUT,
}


def doors() -> dict[PageName, str]:
    """The five that stand below every page, and what is always in reach beside them."""
    return {
        PageName.HOME: translate("Navigation", "Home"),
        PageName.TALKS: translate("Navigation", "Talks"),
        PageName.OURS: translate("Navigation", "Ours"),
        PageName.NOTEBOOK: translate("Navigation", "Notebook"),
        PageName.SETTINGS: translate("Navigation", "Settings"),
        PageName.RIGHT_FOR_ME: translate("Navigation", "Is this right for me?"),
    }


def _titles() -> dict[PageName, str]:
    """What is called by its name on the way to it from below."""
    return {
        **doors(),
        PageName.COPIES: translate("Navigation", "Copies"),
        PageName.LOCK: translate("Navigation", "Lock"),
        PageName.ABOUT: translate("Navigation", "About Nearer"),
    }


@dataclass(frozen=True, slots=True)
class NavigationRow:
    page: PageName
    words: str
    at_edge: bool = False


def navigation_rows() -> list[NavigationRow]:
    return [
        NavigationRow(page, words, page is PageName.RIGHT_FOR_ME) for page, words in doors().items()
    ]


def above(page: PageName) -> PageName | None:
    """Where the way up leads; none from Home, and from what fills the whole window."""
    if page in WITHOUT_NAVIGATION or page is PageName.HOME:
        return None
    return _ABOVE.get(page, PageName.HOME)


def way_up(page: PageName) -> str:
    """What the way up is called; doors have none, they stand beside each other."""
    return _titles()[_ABOVE[page]] if page in _ABOVE else ""


def lit_on(page: PageName) -> PageName:
    """The door behind which this page is."""
    while page in _ABOVE:
        page = _ABOVE[page]
    return page
