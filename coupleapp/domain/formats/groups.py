"""What a kind of sitting is like, for whoever chooses one."""

from enum import StrEnum

from coupleapp.domain.formats.format import Format, Sitting

_TALKS_FROM, _TENDER_FROM = 2, 3


class Group(StrEnum):
    """Each kind of sitting is in one of them."""

    LIGHT = "light"
    TALK = "talk"
    TENDER = "tender"
    ALONE = "alone"


def group_of(kind: Format) -> Group:
    """By who it is for, and by how deep it goes on the programme's ladder of 1 to 5."""
    if kind.sitting is Sitting.ALONE:
        return Group.ALONE
    if kind.depth >= _TENDER_FROM:
        return Group.TENDER
    return Group.TALK if kind.depth >= _TALKS_FROM else Group.LIGHT
