"""What the forms of their own themes and questions have in common."""

from dataclasses import replace
from typing import Protocol, TypeVar

from PySide6.QtCore import Slot

from coupleapp.application.drafts import Drafts
from coupleapp.domain.couple import Seat
from coupleapp.ui.base.form_model import FormModel
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import named
from coupleapp.ui.programme import words

BOTH = "both"
"""What is remembered of a form whose author is both."""


class Authored(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def author(self) -> Seat | None: ...


T = TypeVar("T", bound=Authored)


class OwnForm(FormModel[T]):
    """The snapshot also has ``author`` (a seat, or "" for both) and ``deleting`` (an id, or "")."""

    refusals = words.REFUSALS

    def __init__(self, drafts: Drafts, kind: str) -> None:
        super().__init__(drafts, kind)
        self._typed: dict[str, str] = {}

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        """Remember what is typed, and what was chosen with it."""
        self._typed[field] = text
        super().keepDraft(field, text)
        self._remember_choices()

    @Slot(int)
    def writtenBy(self, seat: int | str) -> None:
        """Whose it is; nobody's is from both."""
        self.show(replace(self.props, author=named(Whose, seat)))
        self._remember_choices()

    @Slot(str)
    def ask(self, form: str) -> None:
        """Ask whether it goes for good; an empty word takes that back."""
        self.show(replace(self.props, deleting=form, trouble=""))

    @Slot()
    def deleteIt(self) -> None:
        there = self._find(self.props.deleting)
        if there is not None and self.attempt(lambda: self._delete(there)):
            self._drafts.forget(there.id)
            form = "" if self.props.form == there.id else self.props.form
            self.show(replace(self.props, deleting="", form=form))
            self._tell()

    def _delete(self, there: T) -> None:
        raise NotImplementedError

    def _choices(self) -> dict[str, str]:
        return {"author": self.props.author or BOTH}

    def _remember_choices(self) -> None:
        for field, value in self._choices().items():
            # With nothing typed there is nothing to come back to.
            there = value if any(self._typed.values()) else ""
            self._drafts.keep(self._draft(self.props.form), field, there)

    def _recall_author(self, form: str, there: T | None) -> Whose:
        who = self._drafts.recall(form, "author", (there.author if there else None) or BOTH)
        return Whose.NOBODY if who == BOTH else Whose(who)

    def _author(self) -> Seat | None:
        return Seat(self.props.author) if self.props.author else None
