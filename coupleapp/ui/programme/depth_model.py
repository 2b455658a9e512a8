"""How deep it may go: each partner's own wish, behind the curtain."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.depth import Depths
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.programme.programme import DEPTHS
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.programme.words import ceiling_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DepthProps:
    """The snapshot.

    Attributes:
        left_name: The left partner.
        right_name: The right partner.
        seat: Whose wish it is about; empty while it is about none.
        name: That partner's name.
        other_name: The other one's.
        curtain: Whether the curtain is closed.
        options: How deep it may go, in words, the lightest first; empty behind the curtain.
        chosen: Which of them was chosen just now, from 0; -1 before.
        trouble: One sentence on what could not be done.
    """

    left_name: str = ""
    right_name: str = ""
    seat: Whose = Whose.NOBODY
    name: str = ""
    other_name: str = ""
    curtain: bool = False
    options: tuple[str, ...] = ()
    chosen: int = -1
    trouble: str = ""


@QmlElement
class DepthModel(ViewModel):
    """The model of both wishes; at most one is open, and to its owner alone."""

    Props = DepthProps

    def __init__(self, depths: Depths) -> None:
        super().__init__()
        self._depths = depths

    def open(self, couple: Couple) -> None:
        """Nothing is asked yet."""
        self.show(DepthProps(left_name=couple.left, right_name=couple.right))

    @Slot(int)
    def ask(self, seat: int | str) -> None:
        """Close the curtain before this partner's wish."""
        names, who = (self.props.left_name, self.props.right_name), seat_of(seat)
        name, other = names if who is Seat.LEFT else reversed(names)
        self.show(
            replace(DepthProps(*names), seat=whose(who), name=name, other_name=other, curtain=True)
        )

    @Slot()
    def openCurtain(self) -> None:
        """They are alone with the screen."""
        props = self.props
        if not props.seat:
            return
        # What was wished before is not marked: anybody can open this curtain.
        options = tuple(ceiling_words(depth) for depth in DEPTHS)
        self.show(replace(props, curtain=False, options=options, chosen=-1, trouble=""))

    @Slot(int)
    def choose(self, place: int) -> None:
        """So deep, from 0; kept at once."""
        props = self.props
        if not props.seat or props.curtain:
            return
        try:
            self._depths.wish(Seat(props.seat), place + 1)
        except StoreError as error:
            self.show(replace(props, trouble=wording.store_trouble(error)))
        else:
            self.show(replace(props, chosen=place, trouble=""))

    @Slot()
    def leave(self) -> None:
        """Close it; the other may look again."""
        self.show(DepthProps(self.props.left_name, self.props.right_name))
