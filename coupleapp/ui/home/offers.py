"""The one thing Home offers beside the talk: the first that stands, of all that might."""

from enum import StrEnum
from typing import Protocol


class HomeOffer(StrEnum):
    """In the order in which they stand: what lasts a few days only before what can wait."""

    DATE = "date"
    WAITING = "waiting"
    SETBACK = "setback"
    OUTSIDE_VIEW = "outside_view"
    BROUGHT = "brought"
    EXIT = "exit"
    INVITE = "invite"
    LOGIN = "login"
    LINE = "line"
    NOTHING = "nothing"


class Offered(Protocol):
    """What might be offered; what is empty is not."""

    @property
    def date_question(self) -> str: ...
    @property
    def date_left(self) -> str: ...
    @property
    def waiting(self) -> str: ...
    @property
    def setback(self) -> str: ...
    @property
    def invite_words(self) -> str: ...
    @property
    def exit_words(self) -> str: ...
    @property
    def brought(self) -> bool: ...
    @property
    def outside_view(self) -> str: ...
    @property
    def login(self) -> bool: ...
    @property
    def line(self) -> str: ...


def first_offer(home: Offered) -> HomeOffer:
    """The one that is shown."""
    stands = {
        HomeOffer.DATE: home.date_question or home.date_left,
        HomeOffer.WAITING: home.waiting,
        HomeOffer.SETBACK: home.setback,
        HomeOffer.OUTSIDE_VIEW: home.outside_view,
        HomeOffer.BROUGHT: home.brought,
        HomeOffer.EXIT: home.exit_words,
        HomeOffer.INVITE: home.invite_words,
        HomeOffer.LOGIN: home.login,
        HomeOffer.LINE: home.line,
    }
    return next((offer for offer, there in stands.items() if there), HomeOffer.NOTHING)
