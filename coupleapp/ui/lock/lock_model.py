"""The page of the lock: what opens the notebook, and how the two change that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.lock import Lock
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import (
    AUTO_LOCK_CHOICES,
    AUTO_LOCK_MINUTES,
    Passphrase,
    SheetCode,
    SheetUnreadable,
    WayIn,
    read_sheet,
)
from coupleapp.ui.base.copied_text import forget_copied
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.lock import form_words, words
from coupleapp.ui.lock.form_words import LockForm
from coupleapp.ui.lock.work import Work

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LockProps:
    """What opens it, and the one form that may be open.

    Attributes:
        here: Whether this computer opens it by itself beside the passphrase.
        here_words: What is said where it cannot.
        lock_words: What the button says that closes it now.
        minutes: Minutes until it locks; 0 for not by itself.
        form: What is being done.
        title: The form's; with it come its words, and what its button says.
        typed: What can be said of a code while it is typed.
        offers_sheet: Whether a sheet is offered, because there is a passphrase now and none yet.
        busy: Whether something is being done that takes a moment.
    """

    opens: str = ""
    loss: str = ""
    has_passphrase: bool = False
    has_sheet: bool = False
    here: bool = False
    here_words: str = ""
    lock_words: str = ""
    sheet_words: str = ""
    minutes: int = AUTO_LOCK_MINUTES
    form: LockForm = LockForm.NONE
    title: str = ""
    words: str = ""
    button: str = ""
    typed: str = ""
    offers_sheet: bool = False
    busy: bool = False
    done: str = ""
    trouble: str = ""


@QmlElement
class LockModel(ViewModel):
    """``lockAsked``: close it now; ``changed``: when it locks, or what opens it.

    ``renewAsked``: give it a new key; with the passphrase that stays, if there is one.
    """

    Props = LockProps
    Forms = QEnum(qml_enum(LockForm))

    lockAsked = Signal()
    changed = Signal()
    renewAsked = Signal(object)

    def __init__(
        self, lock: Lock, couples: Couples, aside: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__()
        self._lock = lock
        self._couples = couples
        self._work = Work(aside)
        self._sheet: SheetCode | None = None
        self._opened_it: SheetCode | None = None
        self._visit = 0
        self.renewing = False
        """Whether a new key was asked for, and what was typed for it is still being proven."""
        self._minutes = Rows(words.MinutesRow, self)
        self._minutes.replace([words.minutes_row(minutes) for minutes in AUTO_LOCK_CHOICES])

    @Property(QObject, constant=True)
    def minuteChoices(self) -> Rows:
        return self._minutes

    def open(self, couple: Couple) -> None:
        self.show(LockProps(busy=self._work.running))
        self._refresh()
        self._sheet, self._opened_it = self._opened_it, None
        if self._sheet is not None:
            self._show_form(LockForm.AFTER_SHEET)

    def leave(self) -> bool:
        """No field stays open, and no code known."""
        if self.props.form is not LockForm.NONE:
            forget_copied()
        self._visit += 1
        self._sheet = None
        self._close(done="")
        return False

    def after_sheet(self, code: SheetCode) -> None:
        """The sheet has opened the notebook: when the page opens it asks for a new passphrase.

        The code is known until the page is left.
        """
        self._opened_it = code

    def renewed(self, error: Exception | None) -> None:
        """The notebook has a new key, and no sheet that opens it; or this was raised."""
        if error is not None:
            self.show(replace(self.props, trouble=words.trouble_words(error, "")))
            return
        done = translate("LockModel", "Done. Your notebook has a new key.")
        self._close(done=done, offers_sheet=True)

    @Slot(int)
    def ask(self, form: int | str) -> None:
        """Open this form; whoever came in with a sheet need not know the earlier passphrase."""
        wanted = named(LockForm, form)
        after = wanted is LockForm.CHANGE and self._sheet is not None
        self._show_form(LockForm.AFTER_SHEET if after else wanted)

    @Slot()
    def cancel(self) -> None:
        self._close(done="")

    @Slot(str, str, str)
    def finish(self, old: str, new: str, again: str) -> None:
        """Do what the form is for, with what was typed in it."""
        form, lock = self.props.form, self._lock
        typed, wanted = Passphrase(old), Passphrase(new)
        if form.asks_new and (trouble := words.passphrase_trouble(wanted, Passphrase(again))):
            self.show(replace(self.props, trouble=trouble))
            return
        refused = form_words.refused(form)
        match form, self._sheet:
            case LockForm.CHOOSE, _:
                self._do(lambda: lock.choose(wanted), self._chosen, refused)
            case LockForm.CHANGE, _:
                self._do(lambda: lock.choose(wanted, typed), self._chosen, refused)
            case LockForm.LET_GO, _:
                self._do(lambda: lock.let_go(typed), self._let_go, refused)
            case LockForm.AFTER_SHEET, SheetCode() as sheet:
                self._do(lambda: lock.choose_with_sheet(wanted, sheet), self._chosen, refused)
            case LockForm.RENEW, _ if self.props.has_passphrase:
                self.renewing = self.renewing or not self._work.running
                renew = partial(self.renewAsked.emit, typed)
                self._do(lambda: lock.test(typed), renew, refused, wherever=True)
            case LockForm.RENEW, _:
                self.renewAsked.emit(None)
            case _:
                pass

    @Slot(str)
    def look(self, typed: str) -> None:
        """The code as far as it is typed."""
        self.show(replace(self.props, typed=words.typed_words(typed), trouble="", done=""))

    @Slot(str)
    def test(self, typed: str) -> None:
        """Whether this sheet opens the notebook. Nothing changes."""
        try:
            code = read_sheet(typed)
        except SheetUnreadable as unreadable:
            trouble = words.sheet_trouble(unreadable)
            self.show(replace(self.props, typed="", done="", trouble=trouble))
        else:
            self._do(lambda: self._lock.test(code), self._tested, words.refused_sheet())

    @Slot(bool)
    def openHere(self, here: bool) -> None:
        """Whether this computer's keyring opens it beside the passphrase."""
        now: list[bool] = []

        def ended() -> None:
            self.changed.emit()
            if here and not any(now):
                no_keyring = translate(
                    "LockModel",
                    "No keyring answered on this computer, so it goes on asking for your "
                    "passphrase.",
                )
                self.show(replace(self.props, here_words=no_keyring))

        self._do(lambda: now.append(self._lock.remember(here=here)), ended, "")

    @Slot(int)
    def setMinutes(self, minutes: int) -> None:
        settings = self._couples.settings
        if minutes in AUTO_LOCK_CHOICES and self.attempt(
            lambda: self._couples.choose(replace(settings, lock_after=minutes))
        ):
            self.show(replace(self.props, minutes=minutes))
            self.changed.emit()

    @Slot()
    def lockNow(self) -> None:
        self.lockAsked.emit()

    def _do(
        self,
        work: Callable[[], object],
        ended: Callable[[], None],
        refused: str,
        *,
        wherever: bool = False,
    ) -> None:
        """Aside; what comes of it is said only while they are here, or ``wherever`` they are."""
        if self._work.running:
            return
        visit = self._visit
        self.show(replace(self.props, busy=True, typed="", done="", trouble="", here_words=""))

        def then(error: Exception | None) -> None:
            self.renewing = False
            self.show(replace(self.props, busy=False))
            if error is None:
                self._refresh()
            if visit == self._visit or (wherever and error is None):
                if error is None:
                    ended()
                else:
                    trouble = words.trouble_words(error, refused)
                    self.show(replace(self.props, trouble=trouble))

        self._work.do(work, then)

    def _chosen(self) -> None:
        self._sheet = None
        again = self.props.has_passphrase and self.props.form is not LockForm.CHOOSE
        self._close(
            done=form_words.done(again=again),
            offers_sheet=not self.props.has_sheet,
        )
        self.changed.emit()

    def _let_go(self) -> None:
        self._sheet = None
        self._close(done=translate("LockModel", "Done. This computer opens your notebook."))
        self.changed.emit()

    def _tested(self) -> None:
        yes = translate("LockModel", "Yes, this sheet opens your notebook.")
        self.show(replace(self.props, done=yes))

    def _show_form(self, form: LockForm) -> None:
        now = self.props
        self.show(
            replace(
                now,
                form=form,
                title=form_words.title(form),
                words=form_words.words(form, passphrase=now.has_passphrase, sheet=now.has_sheet),
                button=form_words.button(form),
                typed="",
                here_words="",
                offers_sheet=False,
                done="",
                trouble="",
            )
        )

    def _close(self, *, done: str, offers_sheet: bool = False) -> None:
        self._show_form(LockForm.NONE)
        self.show(replace(self.props, done=done, offers_sheet=offers_sheet))

    def _refresh(self) -> None:
        ways = self._lock.ways()
        passphrase, sheet = WayIn.PASSPHRASE in ways, WayIn.SHEET in ways
        self.show(
            replace(
                self.props,
                opens=words.opens_words(ways),
                loss=words.loss_words(ways),
                has_passphrase=passphrase,
                has_sheet=sheet,
                here=WayIn.KEYRING in ways,
                lock_words=form_words.lock_words(passphrase=passphrase),
                sheet_words=form_words.sheet_words(sheet=sheet),
                minutes=self._couples.settings.lock_after,
            )
        )
