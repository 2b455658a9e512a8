"""A theme of their own while it is written: a new one, or one that they change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.own_themes import FieldRefused, OwnFull, OwnThemes
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.programme.own_themes import OwnTheme
from coupleapp.ui.base import wording
from coupleapp.ui.base.form_drafts import NEW, FormDrafts, new_form
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import ViewModel, named
from coupleapp.ui.programme import words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

BOTH = "both"
"""What is remembered of a form whose theme is from both."""


@dataclass(frozen=True, slots=True)
class OwnThemesProps:
    """The snapshot.

    Attributes:
        left_name: The left partner.
        right_name: The right partner.
        form: The theme that is being written: "new", its id, or "".
        title: What stands in the form as the title.
        intent: What stands there as what it is for.
        author: Whose it is; empty when it is from both.
        deleting: The theme of which it is asked whether it goes for good.
        trouble: One sentence on what could not be done.
    """

    left_name: str = ""
    right_name: str = ""
    form: str = ""
    title: str = ""
    intent: str = ""
    author: Whose = Whose.NOBODY
    deleting: str = ""
    trouble: str = ""


@QmlElement
class OwnThemesModel(ViewModel):
    """The form's model.

    Signals:
        changed: A theme was added, changed or deleted.
    """

    Props = OwnThemesProps
    newForm = Property(str, new_form, constant=True)

    changed = Signal()

    def __init__(self, own: OwnThemes, drafts: Drafts) -> None:
        super().__init__()
        self._own = own
        self._drafts = FormDrafts(drafts, "programme:theme")
        self._there: Sequence[OwnTheme] = ()
        self._typed: dict[str, str] = {}

    def open(self, couple: Couple) -> None:
        """What was begun is open again."""
        self.show(OwnThemesProps(left_name=couple.left, right_name=couple.right))
        self._there = self._own.themes()
        self._drafts.forget_others({theme.id for theme in self._there})
        if self._drafts.is_begun(NEW):
            self.write(NEW)

    @Slot(str)
    def write(self, form: str) -> None:
        """Open the form: of a new one, or of this one as it may be changed."""
        there = self._find(form)
        title, intent, author = (
            (there.title, there.intent, there.author) if there else ("", "", None)
        )
        who = self._drafts.recall(form, "author", author or BOTH)
        self._typed = {
            "title": self._drafts.recall(form, "title", title),
            "intent": self._drafts.recall(form, "intent", intent),
        }
        self.show(
            replace(
                self.props,
                form=form,
                **self._typed,
                author=Whose("" if who == BOTH else who),
                deleting="",
                trouble="",
            )
        )

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        """Remember what is typed, and whose it is."""
        self._typed[field] = text
        self._drafts.keep(self.props.form, field, text)
        self._remember_choices()

    @Slot(int)
    def writtenBy(self, seat: int | str) -> None:
        """A partner's, or with an empty word from both."""
        self.show(replace(self.props, author=named(Whose, seat)))
        self._remember_choices()

    def _remember_choices(self) -> None:
        # With nothing typed there is nothing to come back to.
        author = self.props.author or BOTH if any(self._typed.values()) else ""
        self._drafts.keep(self.props.form, "author", author)

    @Slot()
    def leave(self) -> None:
        """Close the form; what was typed there is not wanted any more."""
        self._drafts.forget(self.props.form)
        self.show(replace(self.props, form="", trouble=""))

    @Slot(str, str)
    def keep(self, title: str, intent: str) -> None:
        """Keep what is in the form."""
        there = self._find(self.props.form)
        author = Seat(self.props.author) if self.props.author else None
        if there is None:
            done = self._tried(lambda: self._own.add_theme(title, intent, author))
        else:
            done = self._tried(lambda: self._own.change_theme(there, title, intent, author))
        if done:
            self.leave()
            self.changed.emit()

    @Slot(str)
    def ask(self, theme_id: str) -> None:
        """Ask whether it goes for good; an empty word takes that back."""
        self.show(replace(self.props, deleting=theme_id, trouble=""))

    @Slot()
    def deleteIt(self) -> None:
        """It goes for good, with its own questions."""
        there = self._find(self.props.deleting)
        if there is not None and self._tried(lambda: self._own.delete_theme(there)):
            self._drafts.forget(there.id)
            form = "" if self.props.form == there.id else self.props.form
            self.show(replace(self.props, deleting="", form=form))
            self.changed.emit()

    def _find(self, theme_id: str) -> OwnTheme | None:
        return next((theme for theme in self._there if theme.id == theme_id), None)

    def _tried(self, work: Callable[[], object]) -> bool:
        trouble = ""
        try:
            work()
        except FieldRefused as refused:
            trouble = words.field_trouble(refused)
        except OwnFull:
            trouble = words.full_trouble()
        except StoreError as error:
            trouble = wording.store_trouble(error)
        else:
            self._there = self._own.themes()
        self.show(replace(self.props, trouble=trouble))
        return not trouble
