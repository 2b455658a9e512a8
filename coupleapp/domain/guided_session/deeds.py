"""What each can have done in a sitting that the other may give back to them as a small win.

Nothing is counted: it happened, or it did not. Nothing private is among it.
"""

from enum import StrEnum

from coupleapp.domain.couple import Seat


class Deed(StrEnum):
    """Something that one partner did, or both.

    PAUSED asked for a pause, CAME_BACK from one, BREATH took one before going on, SPOKE had the
    floor, SAID_BACK what was heard, SAID_AGAIN with what was missing, UNDERSTOOD so that the other
    said "that's it", NOT_YET said that it was not got yet, QUESTION asked one, GUESSED a feeling,
    COMFORT was asked for, THOUGHTS waited until they were asked for, SOFTER chose that question.
    """

    PAUSED = "paused"
    CAME_BACK = "came_back"
    BREATH = "breath"
    SPOKE = "spoke"
    SAID_BACK = "said_back"
    SAID_AGAIN = "said_again"
    UNDERSTOOD = "understood"
    NOT_YET = "not_yet"
    QUESTION = "question"
    GUESSED = "guessed"
    COMFORT = "comfort"
    THOUGHTS = "thoughts"
    SOFTER = "softer"


Done = tuple[Seat, Deed]
