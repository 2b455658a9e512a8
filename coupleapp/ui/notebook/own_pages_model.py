"""What one partner keeps for themselves alone: behind the curtain, and their own passphrase."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEnum, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.own_pages import OwnPages, PassphraseShared
from coupleapp.application.ports import Clock, SecretRefused, StoreDamaged, StoreError
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import OpenPages, Passphrase
from coupleapp.ui.base.copied_text import forget_copied
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import ViewModel, named, qml_enum
from coupleapp.ui.lock import words as lock_words
from coupleapp.ui.lock.tries import Tries
from coupleapp.ui.lock.work import Work
from coupleapp.ui.notebook import own_words as words
from coupleapp.ui.notebook.own_lines_model import OwnLinesModel
from coupleapp.ui.notebook.own_words import PassphraseForm

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


class OwnStage(StrEnum):
    """How far one has come."""

    CLOSED = ""
    CURTAIN = "curtain"
    DAMAGED = "damaged"
    ASKED = "asked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class OwnPagesProps:
    """How far one has come, and the one form that may be open.

    Attributes:
        seat: Whose pages.
        sealed: Whether they have a passphrase of their own.
        again: Whether it is asked for beside what is open already.
        rests: What is said while no passphrase is tried.
        busy: Whether something is being done that takes a moment.
    """

    stage: OwnStage = OwnStage.CLOSED
    seat: Whose = Whose.NOBODY
    name: str = ""
    other_name: str = ""
    sealed: bool = False
    again: bool = False
    form: PassphraseForm = PassphraseForm.NONE
    title: str = ""
    words: str = ""
    button: str = ""
    asks_old: bool = False
    asks_new: bool = False
    rests: str = ""
    busy: bool = False
    done: str = ""
    trouble: str = ""


@QmlElement
class OwnPagesModel(ViewModel):
    """What opens the pages is known here until they are left."""

    Props = OwnPagesProps
    Stages = QEnum(qml_enum(OwnStage))
    Forms = QEnum(qml_enum(PassphraseForm))

    def __init__(
        self,
        own: OwnPages,
        lines: OwnLinesModel,
        clock: Clock,
        aside: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__()
        self._own = own
        self._lines = lines
        self._work = Work(aside, known=(StoreError, PassphraseShared))
        self._tries = {seat: Tries(clock, self) for seat in Seat}
        for tries in self._tries.values():
            tries.changed.connect(self._rest)
        self._couple: Couple | None = None
        self._seat = Seat.LEFT
        self._visit = 0
        self._beside: OpenPages | None = None

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self.leave()

    @Slot(result=bool)
    def leave(self) -> bool:
        """Close them, with all that was typed."""
        was_open = self.props.stage is not OwnStage.CLOSED
        self._visit += 1
        self._beside = None
        self._lines.leave()
        for tries in self._tries.values():
            tries.stop()
        self.show(OwnPagesProps())
        return was_open

    @Slot(int)
    def ask(self, seat: int | str) -> None:
        """Draw the curtain for this partner."""
        if self.leave():
            forget_copied()
        if self._couple is not None:
            self._seat = seat_of(seat)
            self.show(
                replace(
                    self.props,
                    stage=OwnStage.CURTAIN,
                    seat=whose(self._seat),
                    name=self._couple.name(self._seat),
                    other_name=self._couple.name(self._seat.other),
                )
            )

    @Slot()
    def openCurtain(self) -> None:
        """They are alone with the screen."""
        if self.props.stage is OwnStage.CURTAIN and self._look_at_lock():
            if self.props.sealed:
                self.show(replace(self.props, stage=OwnStage.ASKED))
                self._tries[self._seat].tick()
            else:
                self._show_open(None)

    @Slot()
    def askAgain(self) -> None:
        """Another passphrase may open what this one does not."""
        if self.props.stage is not OwnStage.OPEN:
            return
        self._beside = self._lines.opened
        self._lines.leave()
        self.show(replace(self.props, stage=OwnStage.ASKED, again=True, done="", trouble=""))
        self._tries[self._seat].tick()

    @Slot()
    def goBack(self) -> None:
        """With what was open before."""
        if self.props.stage is OwnStage.ASKED and self.props.again and not self.props.busy:
            self._show_open(self._beside)

    @Slot(str)
    def give(self, text: str) -> None:
        """Try this passphrase."""
        if self.props.stage is not OwnStage.ASKED or self.props.rests or not text:
            return
        self._open_with(Passphrase(text), lambda: None, words.refused())

    @Slot(int)
    def askForm(self, form: int | str) -> None:
        """Open this form."""
        self._show_form(named(PassphraseForm, form))

    @Slot()
    def cancel(self) -> None:
        self._show_form(PassphraseForm.NONE)

    @Slot(str, str, str)
    def finish(self, old: str, new: str, again: str) -> None:
        """Do what the form is for, with what was typed in it."""
        form, seat = self.props.form, self._seat
        had, wanted = Passphrase(old), Passphrase(new)
        if form.asks_new and (trouble := words.trouble(wanted, Passphrase(again))):
            self.show(replace(self.props, trouble=trouble))
            return
        refused = words.refused_now()
        match form:
            case PassphraseForm.CHOOSE:
                self._open_with(wanted, lambda: self._own.choose(seat, wanted), refused)
            case PassphraseForm.CHANGE:
                self._open_with(wanted, lambda: self._own.choose(seat, wanted, had), refused)
            case PassphraseForm.ANEW | PassphraseForm.AGAIN | PassphraseForm.MEND:
                self._open_with(wanted, lambda: self._own.begin_anew(seat, wanted), refused)
            case PassphraseForm.LET_GO:
                self._do(
                    lambda: self._own.let_go(seat, had), lambda: self._show_open(None), refused
                )
            case PassphraseForm.NONE:
                pass

    def _look_at_lock(self) -> bool:
        try:
            sealed = self._own.has_passphrase(self._seat)
        except StoreDamaged:
            self.show(replace(self.props, stage=OwnStage.DAMAGED, trouble=words.damaged()))
            return False
        self.show(replace(self.props, sealed=sealed, trouble=""))
        return True

    def _open_with(self, passphrase: Passphrase, first: Callable[[], None], refused: str) -> None:
        """Do this, and open the pages with what opens them then."""
        seat, opened = self._seat, list[OpenPages]()
        beside = self._beside or self._lines.opened

        def work() -> None:
            first()
            opened.append(self._own.open(seat, passphrase, beside))

        self._do(work, lambda: self._show_open(opened[0]), refused)

    def _do(self, work: Callable[[], object], ended: Callable[[], None], refused: str) -> None:
        """Aside; what comes of it is shown only while they are still here."""
        if self.props.busy:
            return
        visit, tries = self._visit, self._tries[self._seat]
        self.show(replace(self.props, busy=True, done="", trouble=""))

        def then(error: Exception | None) -> None:
            if isinstance(error, SecretRefused):
                tries.failed()
            elif error is None:
                tries.forget()
            if visit != self._visit:
                return
            form = self.props.form
            self.show(replace(self.props, busy=False))
            match error:
                case None:
                    ended()
                    said = words.done(form) if form is not PassphraseForm.NONE else ""
                    self.show(replace(self.props, done=said))
                case PassphraseShared():
                    self.show(replace(self.props, trouble=words.shared()))
                case _:
                    trouble = lock_words.trouble_words(error, refused)
                    self.show(replace(self.props, trouble=trouble))

        self._work.do(work, then)

    def _show_open(self, opened: OpenPages | None) -> None:
        self._beside = None
        if self._couple is not None and self._look_at_lock():
            # What is shown is there before the fields are: they begin with what was typed.
            self._lines.show_of(self._couple, self._seat, opened)
            self.show(replace(self.props, stage=OwnStage.OPEN, again=False))
        self._show_form(PassphraseForm.NONE)

    def _show_form(self, form: PassphraseForm) -> None:
        still = form is PassphraseForm.NONE and self.props.stage is OwnStage.DAMAGED
        self.show(
            replace(
                self.props,
                form=form,
                title=words.title(form),
                words=words.words(form, self.props.other_name),
                button=words.button(form),
                asks_old=form.asks_old,
                asks_new=form.asks_new,
                done="",
                trouble=words.damaged() if still else "",
            )
        )

    @Slot()
    def _rest(self) -> None:
        if self.props.stage is not OwnStage.CLOSED:
            self.show(replace(self.props, rests=self._tries[self._seat].words))
