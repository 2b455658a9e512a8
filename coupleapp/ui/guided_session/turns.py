"""The answers within a turn, for QML: a choice, a guess, a confirmation, the advice gate."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.calm.feelings import FeelingFamily
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import FEELINGS_MAX, SPARE_MAX_S
from coupleapp.domain.guided_session import Command
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.turn_events import Guess, Heard, Wish
from coupleapp.domain.keys import SessionKey
from coupleapp.ui.base import wording
from coupleapp.ui.base.key_letters import key_words
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage, own_key

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_OWN = {Whose.LEFT: SessionKey.OWN_LEFT, Whose.RIGHT: SessionKey.OWN_RIGHT}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One of a few answers.

    Attributes:
        cap: What is printed on the key that gives it; empty where the keys are switched off.
        key_words: The same for a screen reader.
        whose: Whose own key that is; nobody's for a figure.
    """

    words: str
    cap: str = ""
    key_words: str = ""
    whose: Whose = Whose.NOBODY


@QmlElement
class TurnControls(QObject):
    changed = Signal()

    def __init__(
        self,
        session: SessionModel,
        families: Sequence[FeelingFamily],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._families = list(families)
        self._words = {one.id: one.word for family in families for one in family.feelings}
        self._chosen: list[str] = []
        self._answers = Rows(AnswerRow, self)
        session.entered.connect(self._entered)
        session.capsChanged.connect(self._offer)

    # -- a choice of a few

    @Property(QObject, constant=True)
    def answers(self) -> Rows:
        """Empty on a stage without a choice."""
        return self._answers

    @Property(str, notify=changed)
    def hint(self) -> str:
        match self._session.props.stage:
            case Stage.HEARD:
                return translate("TurnControls", "Hearing isn’t the same as agreeing.")
            case Stage.WISH:
                return translate("TurnControls", "If you are not sure, “just listen” is good.")
            case Stage.SPARE:
                left = wording.countdown(self._spare_s())
                sentence = translate("TurnControls", "There are {time} left. Leaving it is fine.")
                return sentence.format(time=left)
            case Stage.GUESS_CHECK:
                return translate("TurnControls", "A guess is only an offer.")
            case _:
                return ""

    def _spare_s(self) -> float:
        leader, asked = self._session.leader, self._session.props.asked
        spare = leader.state.spare.of(Seat(asked)) if leader and asked else 0.0
        return min(spare, SPARE_MAX_S)

    @Slot(int)
    def answer(self, index: int) -> None:
        """Any other place is none."""
        props = self._session.props
        choices = self._choices(props.stage)
        if props.asked and 0 <= index < len(choices):
            self._session.do(choices[index][1])

    def _choices(self, stage: Stage) -> list[tuple[str, Command]]:
        asked = self._session.props.asked
        if not asked:
            return []
        who = Seat(asked)
        match stage:
            case Stage.CORE_CHECK:
                return [
                    (translate("TurnControls", "That's it"), nc.CheckCore(who, Heard.THATS_IT)),
                    (translate("TurnControls", "Mostly"), nc.CheckCore(who, Heard.MOSTLY)),
                    (translate("TurnControls", "Not yet"), nc.CheckCore(who, Heard.NOT_YET)),
                ]
            case Stage.HEARD:
                return [
                    (translate("TurnControls", "That's it"), tc.CheckHeard(who, Heard.THATS_IT)),
                    (translate("TurnControls", "Mostly"), tc.CheckHeard(who, Heard.MOSTLY)),
                    (translate("TurnControls", "Not yet"), tc.CheckHeard(who, Heard.NOT_YET)),
                ]
            case Stage.MORE:
                return [
                    (
                        translate("TurnControls", "Yes, there is more"),
                        tc.AnswerMore(who, more=True),
                    ),
                    (translate("TurnControls", "That is all"), tc.AnswerMore(who, more=False)),
                ]
            case Stage.WISH:
                return [
                    (translate("TurnControls", "Just listen"), tc.NameWish(who, Wish.LISTEN)),
                    (translate("TurnControls", "Comfort me"), tc.NameWish(who, Wish.COMFORT)),
                    (translate("TurnControls", "Ideas, please"), tc.NameWish(who, Wish.IDEAS)),
                ]
            case Stage.GUESS_CHECK:
                own = tuple(self._chosen)
                return [
                    (translate("TurnControls", "Yes"), tc.CheckGuess(who, Guess.YES)),
                    (translate("TurnControls", "Nearly"), tc.CheckGuess(who, Guess.CLOSE, own)),
                    (
                        translate("TurnControls", "Something else"),
                        tc.CheckGuess(who, Guess.OTHER, own),
                    ),
                ]
            case Stage.SPARE:
                return [
                    (translate("TurnControls", "Use it"), tc.AnswerSpare(who, use=True)),
                    (translate("TurnControls", "Leave it"), tc.AnswerSpare(who, use=False)),
                ]
            case _:
                return []

    # -- one question

    @Slot()
    def askQuestion(self) -> None:
        """Whoever says back asks it."""
        talker = self._session.props.talker
        if talker:
            self._session.do(tc.AskQuestion(Seat(talker)))

    # -- the feeling list

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def families(self) -> list[str]:
        return [family.title for family in self._families]

    @Slot(int, result="QStringList")
    def wordsOf(self, family: int) -> list[str]:
        return [one.word for one in self._families[family].feelings]

    @Property(int, notify=changed)
    def chosenCount(self) -> int:
        return len(self._chosen)

    @Slot(str, result=bool)
    def isChosen(self, word: str) -> bool:
        return word in {self._words[one] for one in self._chosen}

    @Property(str, notify=changed)
    def guessed(self) -> str:
        """The guessed words in a row; empty when it was said aloud."""
        return ", ".join(self._words.get(one, one) for one in self._session.props.feelings)

    @Property(str, notify=changed)
    def guessWords(self) -> str:
        if self._chosen:
            return translate("TurnControls", "This is my guess")
        return translate("TurnControls", "I have said it aloud")

    @Property(int, constant=True)
    def mostFeelings(self) -> int:
        return FEELINGS_MAX

    @Slot(str)
    def toggle(self, word: str) -> None:
        """Choose this word, or leave it again; one more than fit is not taken."""
        one = next((key for key, each in self._words.items() if each == word), None)
        if one in self._chosen:
            self._chosen.remove(one)
        elif one is not None and len(self._chosen) < FEELINGS_MAX:
            self._chosen.append(one)
        self.changed.emit()

    @Slot()
    def guess(self) -> None:
        """Offer the chosen words, or that it was said aloud."""
        self._session.do(tc.GuessFeelings(Seat(self._session.props.asked), tuple(self._chosen)))

    @Slot()
    def _entered(self) -> None:
        stage = self._session.props.stage
        if stage in {Stage.GUESS, Stage.GUESS_CHECK}:
            self._chosen = []
        self._offer()
        self.changed.emit()

    @Slot()
    def _offer(self) -> None:
        """The answers, each with its key: what one's own key says, too, is shown with that."""
        props, rows = self._session.props, []
        for figure, (words, command) in enumerate(self._choices(props.stage), 1):
            own = bool(props.asked) and own_key(props.stage, Seat(props.asked)) == command
            cap = self._session.cap(_OWN[props.asked] if own else figure)
            whose = props.asked if own else Whose.NOBODY
            rows.append(AnswerRow(words, cap, key_words(cap), whose))
        self._answers.update(rows)
