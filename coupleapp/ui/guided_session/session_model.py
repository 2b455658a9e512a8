"""The guided session for QML: presses become commands, its state becomes what is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Property, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.ports import Clock, StoreError
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Couple
from coupleapp.domain.defaults import ONE_BREATH_S
from coupleapp.domain.guided_session import Command, PromptCard
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.programme.programme import Cue
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import qml_enum
from coupleapp.ui.guided_session.announcements import announcements, place, tones
from coupleapp.ui.guided_session.prompts import Prompts
from coupleapp.ui.guided_session.props import SessionInputs, derive_session_props
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import NOTHING_OPEN, Stage
from coupleapp.ui.guided_session.step_presses import StepPresses
from coupleapp.ui.guided_session.step_words import (
    cue_words,
    first_words,
    softer_words,
    tender_words,
)
from coupleapp.ui.guided_session.words import refusal_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 200
"""How often the clock is looked at; what is seen moving is QML's own animation."""


@QmlElement
class SessionModel(StepPresses):
    """One guided session at a time; ``entered``: another step, or another partner's say in it."""

    Props = SessionProps
    Stages = QEnum(qml_enum(Stage))

    ended = Signal()
    notebookAsked = Signal()
    entered = Signal()
    tone = Signal(str)
    announce = Signal(str)
    troubleChanged = Signal()
    toComeChanged = Signal()

    def __init__(
        self,
        clock: Clock,
        prompts: Prompts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cues: Sequence[Cue] = ()
        self._another_card = 0
        self.clock = clock
        self.leader: SessionLeader | None = None
        self.couple: Couple | None = None
        self._prompts = prompts
        self._open_for = ""
        self._about = ""
        self._came_back = False
        self._to_come: Sequence[PromptCard] = ()
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look_at_the_clock)

    @Property(str, notify=troubleChanged)
    def trouble(self) -> str:
        """Empty when all is well."""
        return self._trouble

    @Property(int, constant=True)
    def oneBreathMs(self) -> int:
        return round(ONE_BREATH_S * 1000 / self.clock.speed)

    # What may stand where something stands now: there is room for each, and no button moves.

    @Property("QStringList", notify=toComeChanged)  # type: ignore[arg-type]
    def promptsToCome(self) -> list[str]:
        texts = (text for card in self._to_come for text in (card.text, card.softer, card.first))
        return [text for text in texts if text]

    @Property("QStringList", notify=toComeChanged)  # type: ignore[arg-type]
    def cuesToCome(self) -> list[str]:
        return [cue_words(card.listener) for card in self._to_come if card.listener]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def softerToCome(self) -> list[str]:
        return [softer_words(), first_words()]

    @Property("QStringList", notify=toComeChanged)  # type: ignore[arg-type]
    def tenderToCome(self) -> list[str]:
        return [tender_words()] if any(card.is_tender for card in self._to_come) else []

    @Property("QStringList", notify=toComeChanged)  # type: ignore[arg-type]
    def adviceCards(self) -> list[str]:
        return [cue.text for cue in self._cues if cue.advice]

    def lead(self, leader: SessionLeader, couple: Couple) -> None:
        self.leader, self.couple = leader, couple
        self._cues = self._prompts.cues()
        self._about = self._prompts.title(leader)
        self._came_back = leader.state.waits_until is not None
        self._another_card = 0
        self._open_for = ""
        self.refresh()

    def leave(self) -> bool:
        """Put away what is being answered or written; a pause and a promised time go on."""
        if self.props.stage is Stage.STOPPED:
            self.do(c.LeaveStopped())
        elif self.props.stage not in NOTHING_OPEN:
            self.hold()
        return False

    def hold(self) -> None:
        """Let it wait for "carry on": a talk does not run on where nobody sees it."""
        if self.leader is not None and not self.leader.over:
            self.leader.hold()
            self.refresh()

    def clear(self) -> None:
        """Take the session off the screen; what is not over stays unfinished on disk."""
        self._timer.stop()
        self.leader = None
        self.show(SessionProps())
        self.offer_keys()

    @Slot()
    def openCurtain(self) -> None:
        self._open_for = f"{self.props.stage}:{self.props.asked}"
        self.refresh()

    @Slot()
    def swap(self) -> None:
        if self.leader is not None:
            self.do(c.ChangePrompt(self._prompts.another(self.leader)))

    @Slot()
    def skip(self) -> None:
        if self.leader is not None:
            self.do(c.ChangePrompt(self._prompts.freely(self.leader)))

    @Slot()
    def anotherCard(self) -> None:
        self._another_card += 1
        self.refresh()

    @Slot()
    def stop(self) -> None:
        """Enough for today, at once; a talk that waits goes on waiting.

        What is stopped is not left by the same key: it would be lost by a slip.
        """
        leader = self.leader
        if leader is not None and (leader.over or self.props.stage is Stage.WAITING):
            self.ended.emit()
        elif self.props.stage is not Stage.STOPPED:
            self.do(c.Stop())

    @Slot()
    def carryOn(self) -> None:
        if self.leader is not None:
            self.leader.carry_on()
            self.refresh()

    @Slot()
    def goHome(self) -> None:
        if self.props.stage is not Stage.STOPPED or self.do(c.LeaveStopped()):
            self.ended.emit()

    @Slot()
    def goToNotebook(self) -> None:
        """Where it is over, a few lines more may be written in peace."""
        self.ended.emit()
        self.notebookAsked.emit()

    def do(self, command: Command) -> bool:
        """Give a command; whether it was done. What could not be kept is said in one sentence."""
        if self.leader is None:
            return False
        try:
            refusal = self.leader.handle(command)
        except StoreError as error:
            self.set_trouble(wording.store_trouble(error))
            return False
        self._came_back = self._came_back and refusal is not None
        self.set_trouble(refusal_words(refusal, command))
        self.refresh()
        return refusal is None

    def set_trouble(self, sentence: str) -> None:
        """An empty sentence takes it back."""
        if sentence != self._trouble:
            self._trouble = sentence
            self.troubleChanged.emit()
            if sentence:
                self.announce.emit(sentence)

    def refresh(self) -> None:
        leader, couple = self.leader, self.couple
        if leader is None or couple is None:
            return
        before: SessionProps = self.props
        after = derive_session_props(
            SessionInputs(
                couple=couple,
                state=leader.state,
                now=leader.now,
                held=leader.held,
                curtain_open_for=self._open_for,
                zone=self.clock.zone(),
                speed=self.clock.speed,
                cues=tuple(cue.text for cue in self._cues if not cue.advice),
                advice=tuple(cue.text for cue in self._cues if cue.advice),
                began_at=leader.began_at,
                about=self._about,
                came_back=self._came_back,
                seed=int(leader.id[:6], 16) + self._another_card,
            )
        )
        if after.ring_key == before.ring_key:
            # The ring empties by itself; it is only told where it starts.
            after = replace(after, left_ms=before.left_ms)
        entered = place(after) != place(before)
        if self._open_for != f"{after.stage}:{after.asked}":
            # Whoever comes back finds the curtain closed.
            self._open_for = ""
        if entered:
            self.set_trouble("")
        if entered:
            here = after.stage is Stage.INTRODUCE
            self._to_come = self._prompts.to_come(leader) if here else ()
            self.toComeChanged.emit()
        self.show(after)
        self.offer_keys()
        if entered:
            self.entered.emit()
        for tone in tones(before, after):
            self.tone.emit(tone)
        for sentence in announcements(before, after):
            self.announce.emit(sentence)
        if leader.over or after.stage in {Stage.WAITING, Stage.STOPPED}:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def look_at_the_clock(self) -> None:
        """End what is over; done several times a second."""
        if self.leader is None:
            return
        try:
            self.leader.tick()
        except StoreError as error:
            self.set_trouble(wording.store_trouble(error))
        self.refresh()
