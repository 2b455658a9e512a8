"""Which key of the keyboard stands for what in a talk, by the place it has."""

from coupleapp.domain.keys.choices import KeyChoices, KeyFault, KeyRefused, SessionKey
from coupleapp.domain.keys.places import FIGURES, KeyPlace, at_mac_code, at_pc_code, codes, us_print

__all__ = [
    "FIGURES",
    "KeyChoices",
    "KeyFault",
    "KeyPlace",
    "KeyRefused",
    "SessionKey",
    "at_mac_code",
    "at_pc_code",
    "codes",
    "us_print",
]
