"""How deep it may go: each partner's own wish, behind the curtain."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.depth import Depths
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.programme.programme import DEPTHS
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.programme.words import ceiling_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DepthProps:
    """``options`` are empty behind the curtain; ``chosen`` is one's place, -1 before."""

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
        props = self.props
        if not props.seat:
            return
        # What was wished before is not marked: anybody can open this curtain.
        options = tuple(ceiling_words(depth) for depth in DEPTHS)
        self.show(replace(props, curtain=False, options=options, chosen=-1, trouble=""))

    @Slot(int)
    def choose(self, place: int) -> None:
        """Keep this place of ``options``, from 0, as the wish of the one who was asked."""
        props = self.props
        if not props.seat or props.curtain:
            return
        if self.attempt(lambda: self._depths.wish(Seat(props.seat), place + 1)):
            self.show(replace(self.props, chosen=place))

    @Slot()
    def leave(self) -> bool:
        """Close it; the other may look again."""
        self.show(DepthProps(self.props.left_name, self.props.right_name))
        return False
