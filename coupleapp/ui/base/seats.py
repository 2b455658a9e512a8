"""A partner's seat, or nobody's, as QML and its linter know it."""

from enum import StrEnum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from coupleapp.domain import couple
from coupleapp.ui.base.view_model import named, qml_enum

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Whose(StrEnum):
    """Who sits there, has the floor, is asked, wrote it."""

    NOBODY = ""
    LEFT = "left"
    RIGHT = "right"


def whose(seat: couple.Seat | None) -> Whose:
    return Whose(seat or "")


def seat_of(said: int | str) -> couple.Seat:
    """The seat that a slot was told.

    Raises:
        ValueError: It is nobody's.
    """
    return couple.Seat(named(Whose, said))


@QmlElement
class Seat(QObject):
    """``Seat.Left``, ``Seat.Right`` and ``Seat.Nobody``."""

    Whose = QEnum(qml_enum(Whose))
