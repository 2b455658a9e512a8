"""What is pressed on the steps of a guided session, for QML: each is one command."""

from PySide6.QtCore import Slot

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.ui.base.view_model import rating
from coupleapp.ui.guided_session.key_presses import KeyPresses
from coupleapp.ui.guided_session.stage import Stage


class StepPresses(KeyPresses):
    @Slot()
    def agree(self) -> None:
        self.do(c.Agree())

    @Slot(int, bool)
    def answerReadiness(self, tension: int, fine: bool) -> None:
        self.do(c.AnswerReadiness(Seat(self.props.asked), rating(tension), fine))

    @Slot()
    def lighten(self) -> None:
        self.do(c.Lighten())

    @Slot()
    def anotherTime(self) -> None:
        self.do(c.ComeAnotherTime())

    @Slot()
    def endBreathing(self) -> None:
        self.do(c.EndBreathing())

    @Slot()
    def endBreath(self) -> None:
        self.do(pc.EndBreath())

    @Slot()
    def soften(self) -> None:
        """The softer form of the question; again, and it is as it was first."""
        self.do(c.UnsoftenPrompt() if self.props.softened else c.SoftenPrompt())

    @Slot()
    def beginTurns(self) -> None:
        self.do(c.BeginTurns())

    @Slot()
    def goOn(self) -> None:
        self.do(c.GoOn())

    @Slot(int, int)
    def rate(self, heard: int, tension: int) -> None:
        self.do(c.Rate(Seat(self.props.asked), rating(heard), rating(tension)))

    @Slot()
    def ratherNotSay(self) -> None:
        """Nothing at all of what is asked behind this curtain."""
        who, stage = self.props.asked, self.props.stage
        if who:
            self.do(c.Rate(Seat(who)) if stage is Stage.RATE else c.AnswerReadiness(Seat(who)))

    @Slot()
    def takeBack(self) -> None:
        """Both together: where it was stopped, or turned lighter, it goes on."""
        self.do(c.TakeBack())
