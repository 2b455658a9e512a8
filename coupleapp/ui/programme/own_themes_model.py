"""A theme of their own while it is written: a new one, or one that they change."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.ports import KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.domain.programme.own_themes import OwnTheme
from coupleapp.ui.base.form_drafts import NEW, new_form
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.programme.own_form import OwnForm

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OwnThemesProps:
    """``deleting``: the theme of which it is asked whether it goes for good."""

    left_name: str = ""
    right_name: str = ""
    form: str = ""
    title: str = ""
    intent: str = ""
    author: Whose = Whose.NOBODY
    deleting: str = ""
    trouble: str = ""


@QmlElement
class OwnThemesModel(OwnForm[OwnTheme]):
    Props = OwnThemesProps
    reads = (KeptKind.THEMES, KeptKind.QUESTIONS)
    newForm = Property(str, new_form, constant=True)

    def __init__(self, own: OwnThemes, drafts: Drafts) -> None:
        super().__init__(drafts, "programme:theme")
        self._own = own

    def open(self, couple: Couple) -> None:
        self.show(OwnThemesProps(left_name=couple.left, right_name=couple.right))
        self._read()
        self._drafts.forget_others({theme.id for theme in self._there})
        if self._drafts.is_begun(NEW):
            self.write(NEW)

    @Slot(str)
    def write(self, form: str) -> None:
        there = self._find(form)
        title, intent = (there.title, there.intent) if there else ("", "")
        self._typed = {
            "title": self._drafts.recall(form, "title", title),
            "intent": self._drafts.recall(form, "intent", intent),
        }
        self.show(
            replace(
                self.props,
                form=form,
                **self._typed,
                author=self._recall_author(form, there),
                deleting="",
                trouble="",
            )
        )

    @Slot(str, str)
    def keep(self, title: str, intent: str) -> None:
        author = self._author()
        self._keep_form(
            lambda: self._own.add_theme(title, intent, author),
            lambda there: self._own.change_theme(there, title, intent, author),
        )

    def _delete(self, there: OwnTheme) -> None:
        self._own.delete_theme(there)

    def _read(self) -> None:
        self._there = self._own.themes()
