"""Questions of their own: all of them, and the one that is being written."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.own_themes import OwnThemes, QuestionWords
from coupleapp.application.programme import ThemeWeeks
from coupleapp.domain.couple import Couple
from coupleapp.domain.programme.own_themes import OwnQuestion, is_own
from coupleapp.ui.base.form_drafts import NEW, new_form
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.programme import words
from coupleapp.ui.programme.own_form import OwnForm
from coupleapp.ui.programme.words import depth_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


_NEW_FOR = f"{NEW}/"


@dataclass(frozen=True, slots=True)
class QuestionRow:
    question_id: str
    words: str
    byline: str
    seat: Whose


@dataclass(frozen=True, slots=True)
class OwnQuestionsProps:
    """``depth`` is the place chosen in ``depths``, from 0; ``deleting``: the one asked about."""

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
    author: Whose = Whose.NOBODY
    deleting: str = ""
    trouble: str = ""


@QmlElement
class OwnQuestionsModel(OwnForm[OwnQuestion]):
    Props = OwnQuestionsProps
    newForm = Property(str, new_form, constant=True)

    def __init__(self, own: OwnThemes, themes: ThemeWeeks, drafts: Drafts) -> None:
        super().__init__(drafts, "programme:question")
        self._own = own
        self._themes = themes
        self._couple: Couple | None = None
        self._theme_id = ""
        self._rows = Rows(QuestionRow, self)

    @Property(QObject, constant=True)
    def questions(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self.show(
            OwnQuestionsProps(left_name=couple.left, right_name=couple.right, depths=words.depths())
        )
        self.refresh()
        begun = self._drafts.begun()
        first = next((one.id for one in self._themes.themes() if _new_for(one.id) in begun), None)
        if first is not None:
            self.begin(first)

    @Slot()
    def refresh(self) -> None:
        couple, self._there = self._couple, self._own.questions()
        if couple is not None:
            self._rows.replace([self._row(one, couple) for one in self._there])
            self.show(replace(self.props, empty=not self._there))
            self._let_go_with_theirs()

    def _let_go_with_theirs(self) -> None:
        """A theme of a pack may come back with what was begun for it; a deleted one does not."""
        there = {one.id for one in self._there}
        new = {form for form in self._drafts.begun() if not self._is_deleted(_theme_of(form))}
        self._drafts.forget_others(there | {form for form in new if form.startswith(_NEW_FOR)})
        form = self.props.form
        if form and form not in there and (form != NEW or self._is_deleted(self._theme_id)):
            self.show(replace(self.props, form="", deleting="", trouble=""))

    def _is_deleted(self, theme_id: str) -> bool:
        return is_own(theme_id) and self._themes.find(theme_id) is None

    @Slot(str)
    def begin(self, theme_id: str) -> None:
        self._theme_id = theme_id
        self._write(NEW, None)

    @Slot(str)
    def change(self, question_id: str) -> None:
        there = self._find(question_id)
        if there is not None:
            self._theme_id = there.theme_id
            self._write(question_id, there)

    def _write(self, form: str, there: OwnQuestion | None) -> None:
        theme, recall = self._themes.find(self._theme_id), self._drafts.recall
        draft = self._draft(form)
        self._typed = {
            "text": recall(draft, "text", there.text if there else ""),
            "softer": recall(draft, "softer", there.softer if there else ""),
            "listener": recall(draft, "listener", there.listener if there else ""),
        }
        self.show(
            replace(
                self.props,
                form=form,
                theme=theme.title if theme else "",
                **self._typed,
                depth=int(recall(draft, "depth", str(there.depth if there else 1))) - 1,
                author=self._recall_author(draft, there),
                deleting="",
                trouble="",
            )
        )

    @Slot(int)
    def choose(self, depth: int) -> None:
        """From 0, the lightest."""
        self.show(replace(self.props, depth=depth))
        self._remember_choices()

    @Slot(str, str, str)
    def keep(self, text: str, softer: str, listener: str) -> None:
        author = self._author()
        typed = QuestionWords(text, softer, listener, self.props.depth + 1)
        self._keep_form(
            lambda: self._own.add_question(self._theme_id, typed, author),
            lambda there: self._own.change_question(there, typed, author),
        )

    def _delete(self, there: OwnQuestion) -> None:
        self._own.delete_question(there)

    def _read(self) -> None:
        self.refresh()

    def _choices(self) -> dict[str, str]:
        return {"depth": str(self.props.depth + 1), **super()._choices()}

    def _draft(self, form: str) -> str:
        return _new_for(self._theme_id) if form == NEW else form

    def _row(self, question: OwnQuestion, couple: Couple) -> QuestionRow:
        theme = self._themes.find(question.theme_id)
        parts = (
            theme.title if theme else "",
            depth_words(question.depth),
            words.author_words(question.author, couple),
        )
        byline = " · ".join(part for part in parts if part)
        return QuestionRow(question.id, question.text, byline, whose(question.author))


def _new_for(theme_id: str) -> str:
    """The draft of a new question for this theme; a key has no colon but its own."""
    return _NEW_FOR + theme_id.replace(":", "/")


def _theme_of(form: str) -> str:
    return form.removeprefix(_NEW_FOR).replace("/", ":")
