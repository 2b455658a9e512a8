"""Questions of their own: all of them, and the one that is being written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.own_themes import FieldRefused, OwnThemes, QuestionWords
from coupleapp.application.ports import StoreError
from coupleapp.application.programme import ThemeWeeks
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.own_themes import OwnQuestion
from coupleapp.ui import programme_words as words
from coupleapp.ui import wording
from coupleapp.ui.choose_model import depth_words
from coupleapp.ui.form_drafts import NEW, FormDrafts
from coupleapp.ui.own_themes_model import BOTH
from coupleapp.ui.view_model import Rows, ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of their own as it is read."""

    question_id: str
    words: str
    byline: str
    seat: str


@dataclass(frozen=True, slots=True)
class OwnQuestionsProps:
    """The snapshot.

    Attributes:
        left_name: The left partner.
        right_name: The right partner.
        depths: How deep a question goes, in words, the lightest first.
        empty: Whether there is none yet.
        form: The question that is being written: "new", its id, or "".
        theme: The title of the theme it is for.
        text: What stands in the form as the question.
        softer: What stands there as its softer form.
        listener: What stands there for the listener.
        depth: Which of ``depths`` is chosen there, from 0.
        author: Whose it is; empty when it is from both.
        deleting: The question of which it is asked whether it goes for good.
        trouble: One sentence on what could not be done.
    """

    left_name: str = ""
    right_name: str = ""
    depths: tuple[str, ...] = ()
    empty: bool = True
    form: str = ""
    theme: str = ""
    text: str = ""
    softer: str = ""
    listener: str = ""
    depth: int = 0
    author: str = ""
    deleting: str = ""
    trouble: str = ""


@QmlElement
class OwnQuestionsModel(ViewModel):
    """The model of their questions.

    Signals:
        changed: A question was added, changed or deleted.
    """

    Props = OwnQuestionsProps

    changed = Signal()

    def __init__(self, own: OwnThemes, themes: ThemeWeeks, drafts: Drafts) -> None:
        super().__init__()
        self._own = own
        self._themes = themes
        self._drafts = FormDrafts(drafts, "programme:question")
        self._couple: Couple | None = None
        self._there: Sequence[OwnQuestion] = ()
        self._theme_id = ""
        self._typed: dict[str, str] = {}
        self._rows = Rows(QuestionRow, self)

    @Property(QObject, constant=True)
    def questions(self) -> Rows:
        """All of them, oldest first."""
        return self._rows

    def open(self, couple: Couple) -> None:
        """Show them; what was begun is open again."""
        self._couple = couple
        self.show(
            OwnQuestionsProps(left_name=couple.left, right_name=couple.right, depths=words.depths())
        )
        self.refresh()
        self._drafts.forget_others({one.id for one in self._there})
        begun = self._drafts.recall(NEW, "theme", "")
        if begun and self._themes.find(begun) is not None:
            self.begin(begun)

    @Slot()
    def refresh(self) -> None:
        """Show those that are there by now."""
        couple, self._there = self._couple, self._own.questions()
        if couple is not None:
            self._rows.replace([self._row(one, couple) for one in self._there])
            self.show(replace(self.props, empty=not self._there))

    @Slot(str)
    def begin(self, theme_id: str) -> None:
        """A new one, for this theme."""
        self._theme_id = theme_id
        self._write(NEW, None)

    @Slot(str)
    def change(self, question_id: str) -> None:
        """This one, as it may be changed."""
        there = self._find(question_id)
        if there is not None:
            self._theme_id = there.theme_id
            self._write(question_id, there)

    def _write(self, form: str, there: OwnQuestion | None) -> None:
        theme, recall = self._themes.find(self._theme_id), self._drafts.recall
        who = recall(form, "author", (there.author if there else None) or BOTH)
        self._typed = {
            "text": recall(form, "text", there.text if there else ""),
            "softer": recall(form, "softer", there.softer if there else ""),
            "listener": recall(form, "listener", there.listener if there else ""),
        }
        self.show(
            replace(
                self.props,
                form=form,
                theme=theme.title if theme else "",
                **self._typed,
                depth=int(recall(form, "depth", str(there.depth if there else 1))) - 1,
                author="" if who == BOTH else who,
                deleting="",
                trouble="",
            )
        )

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        """Remember what is typed, and what was chosen with it."""
        self._typed[field] = text
        self._drafts.keep(self.props.form, field, text)
        self._remember_choices()

    @Slot(int)
    def choose(self, depth: int) -> None:
        """How deep it goes, from 0."""
        self.show(replace(self.props, depth=depth))
        self._remember_choices()

    @Slot(str)
    def writtenBy(self, seat: str) -> None:
        """A partner's, or with an empty word from both."""
        self.show(replace(self.props, author=seat))
        self._remember_choices()

    def _remember_choices(self) -> None:
        chosen = {
            "theme": self._theme_id,
            "depth": str(self.props.depth + 1),
            "author": self.props.author or BOTH,
        }
        for field, value in chosen.items():
            # With nothing typed there is nothing to come back to.
            self._drafts.keep(self.props.form, field, value if any(self._typed.values()) else "")

    @Slot()
    def leave(self) -> None:
        """Close the form; what was typed there is not wanted any more."""
        self._drafts.forget(self.props.form)
        self.show(replace(self.props, form="", trouble=""))

    @Slot(str, str, str)
    def keep(self, text: str, softer: str, listener: str) -> None:
        """Keep what is in the form."""
        there = self._find(self.props.form)
        author = Seat(self.props.author) if self.props.author else None
        typed = QuestionWords(text, softer, listener, self.props.depth + 1)
        if there is None:
            done = self._tried(lambda: self._own.add_question(self._theme_id, typed, author))
        else:
            done = self._tried(lambda: self._own.change_question(there, typed, author))
        if done:
            self.leave()
            self._tell()

    @Slot(str)
    def ask(self, question_id: str) -> None:
        """Ask whether it goes for good; an empty word takes that back."""
        self.show(replace(self.props, deleting=question_id, trouble=""))

    @Slot()
    def deleteIt(self) -> None:
        """It goes for good."""
        there = self._find(self.props.deleting)
        if there is not None and self._tried(lambda: self._own.delete_question(there)):
            self._drafts.forget(there.id)
            form = "" if self.props.form == there.id else self.props.form
            self.show(replace(self.props, deleting="", form=form))
            self._tell()

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def _find(self, question_id: str) -> OwnQuestion | None:
        return next((one for one in self._there if one.id == question_id), None)

    def _row(self, question: OwnQuestion, couple: Couple) -> QuestionRow:
        theme = self._themes.find(question.theme_id)
        parts = (
            theme.title if theme else "",
            depth_words(question.depth),
            words.author_words(question.author, couple),
        )
        byline = " · ".join(part for part in parts if part)
        return QuestionRow(question.id, question.text, byline, question.author or "")

    def _tried(self, work: Callable[[], object]) -> bool:
        trouble = ""
        try:
            work()
        except FieldRefused as refused:
            trouble = words.field_trouble(refused)
        except StoreError as error:
            trouble = wording.store_trouble(error)
        self.show(replace(self.props, trouble=trouble))
        return not trouble
