"""Words found in peace, for QML: five slots behind the curtain, and words typed in a turn.

Both lie in the drafts alone, so that a crash costs no word, and are forgotten with the session.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.session_drafts import draft_key
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.parts import PartKind
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.steps import Turn
from coupleapp.domain.words.language import Slot as Part
from coupleapp.domain.words.language import look_over
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.language_words import remark_words
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One slot; ``remark`` is a gentle question about what is in it, empty when there is none."""

    title: str
    example: str
    words: str
    remark: str = ""


@QmlElement
class ComposeControls(QObject):
    """The composer of a careful opening, and what is typed instead of spoken."""

    changed = Signal()

    def __init__(
        self,
        session: SessionModel,
        drafts: Drafts,
        openings: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._openings = openings
        self._next_opening = 0
        self._session = session
        self._drafts = drafts
        self._slots = Rows(SlotRow, self)
        self._ignored: set[tuple[str, str]] = set()
        self._open = False
        self._typed = ""
        self._heard = ""
        session.entered.connect(self._entered)

    # -- five slots

    @Property(QObject, constant=True)
    def slots(self) -> Rows:
        return self._slots

    @Property(bool, notify=changed)
    def hasWords(self) -> bool:
        """Whether the one who talks found words before."""
        return any(row.words for row in self._slots.rows)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the one who talks has these words before them."""
        return self._open

    @Property(str, notify=changed)
    def openWords(self) -> str:
        """The key that opens or closes them."""
        if self._open:
            return translate("ComposeControls", "Close my words")
        return translate("ComposeControls", "Show my words")

    @Slot()
    def openOrClose(self) -> None:
        self._open = not self._open
        self.changed.emit()

    @Property(str, notify=changed)
    def opening(self) -> str:
        """A way to begin, which nobody needs to take; it differs from talk to talk."""
        leader = self._session.leader
        if leader is None or not self._openings:
            return ""
        place = int(leader.id[:6], 16) + self._next_opening
        return self._openings[place % len(self._openings)]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def openings(self) -> list[str]:
        """All of them: there is room for each."""
        return list(self._openings)

    @Slot()
    def anotherOpening(self) -> None:
        self._next_opening += 1
        self.changed.emit()

    @Slot(int, str)
    def keep(self, index: int, text: str) -> None:
        """Keep what is typed in a slot, and look it over."""
        self._drafts.keep(self._slot_key(list(Part)[index]), text)
        self._look_over()

    @Slot(int)
    def ignore(self, index: int) -> None:
        """It is fine as it is; the same question is not asked again today, in no slot."""
        self._ignored.add((self._writer_key(), self._slots.rows[index].remark))
        self._look_over()

    @Slot()
    def finish(self) -> None:
        self._session.do(tc.FinishComposing(Seat(self._session.props.asked)))

    # -- typed turns

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What was typed in this part before, if anything."""
        return self._typed

    @Property(str, notify=changed)
    def heard(self) -> str:
        """What the other typed just before."""
        return self._heard

    @Slot(str)
    def keepTyped(self, text: str) -> None:
        """Keep what is typed; both read it on the screen."""
        self._typed = text
        self._drafts.keep(self._typed_key(), text)

    @Slot()
    def _entered(self) -> None:
        props = self._session.props
        here = props.stage in {Stage.COMPOSE, Stage.SPEAK}
        self._slots.replace([self._slot(part) for part in Part] if here else [])
        self._typed = self._drafts.recall(self._typed_key()) if props.types else ""
        self._heard = (
            self._drafts.recall(self._heard_key()) if props.stage is Stage.SAY_BACK else ""
        )
        self._open = self._open and props.talks
        self.changed.emit()

    def _look_over(self) -> None:
        self._slots.update([self._slot(part) for part in Part])

    def _slot(self, part: Part) -> SlotRow:
        title, example = _slot_words(part)
        opener = self._session.leader is not None and self._session.leader.state.floor
        own = bool(opener) and self._session.props.asked in {"", opener}
        words = self._drafts.recall(self._slot_key(part)) if own else ""
        return SlotRow(title, example, words, self._remark(words, part))

    def _remark(self, words: str, part: Part) -> str:
        writer = self._writer_key()
        questions = (remark_words(one) for one in look_over(words, part))
        return next((one for one in questions if (writer, one) not in self._ignored), "")

    def _slot_key(self, part: Part) -> str:
        turn = self._turn()
        who = (turn.speaker, turn.chunk) if turn else ()
        return self._key("compose", self._session.props.place, part, *who)

    def _writer_key(self) -> str:
        turn = self._turn()
        return self._key("compose", turn.speaker if turn else "")

    def _typed_key(self) -> str:
        props, turn = self._session.props, self._turn()
        place = (turn.second, turn.chunk, turn.closing, turn.part) if turn else ()
        return self._key("typed", props.place, props.stage, *place, props.repair, props.talker)

    def _heard_key(self) -> str:
        """Where what is to be said back was typed: the talk just before."""
        leader, turn = self._session.leader, self._turn()
        if leader is None or turn is None:
            return self._key("typed")
        before = leader.state.spec.course(closing=turn.closing)[: turn.part]
        talks = [i for i, part in enumerate(before) if part.kind is PartKind.TALK]
        place = (turn.second, turn.chunk, turn.closing, talks[-1] if talks else "")
        return self._key("typed", leader.state.index, Stage.SPEAK, *place, 0, turn.speaker)

    def _turn(self) -> Turn | None:
        leader = self._session.leader
        return leader.state.turn if leader is not None else None

    def _key(self, *place: object) -> str:
        leader = self._session.leader
        return draft_key(leader.id if leader is not None else "", *place)


def _slot_words(part: Part) -> tuple[str, str]:
    """A slot's title, and how it could begin."""
    match part:
        case Part.YOUR_SIDE:
            return (
                translate("ComposeControls", "What I see of your side"),
                translate("ComposeControls", "I see that you have had long days."),
            )
        case Part.WHAT_HAPPENED:
            return (
                translate("ComposeControls", "What happened, once"),
                translate("ComposeControls", "On Tuesday you left while I was speaking."),
            )
        case Part.I_FELT:
            return (
                translate("ComposeControls", "What I felt"),
                translate("ComposeControls", "I felt small, and a little lost."),
            )
        case Part.WHAT_MATTERS:
            return (
                translate("ComposeControls", "What matters to me"),
                translate("ComposeControls", "It matters to me to finish a sentence."),
            )
        case Part.ONE_REQUEST:
            return (
                translate("ComposeControls", "One small request. A no is fine"),
                translate("ComposeControls", "Would you stay five minutes when I ask?"),
            )
