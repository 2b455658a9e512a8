"""Whose hand it is: nobody changes, deletes or signs the other's words."""

from dataclasses import dataclass

from coupleapp.domain.couple import Seat


@dataclass(frozen=True, slots=True)
class Hand:
    """The hand of one partner who is alone with the screen, after the curtain drawn for them.

    It is a courtesy between two people, as every curtain is, and no lock.
    """

    seat: Seat


class NotYours(ValueError):
    """They are the words of one partner, and this is not their hand; nothing was changed."""

    def __init__(self, author: Seat) -> None:
        super().__init__(author.value)
        self.author = author


def refuse_others(author: Seat | None, by: Hand | None) -> None:
    """Refuse whoever has not said or written it.

    Args:
        author: Whose words they are; None where they belong to both.
        by: Whose hand it is; None where nobody says, as both sit there.

    Raises:
        NotYours: They are one partner's, and this is not their hand.
    """
    if author is not None and (by is None or by.seat is not author):
        raise NotYours(author)
