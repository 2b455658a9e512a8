"""What the forms of talks and rituals have in common: what was let go can be put back."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Slot

from coupleapp.ui.base.form_model import FormModel, HasId
from coupleapp.ui.plans import words

T = TypeVar("T", bound=HasId)


class PlanForm(FormModel[T]):
    """The snapshot also has ``gone``: what was just let go, in words, or ""."""

    refusals = words.REFUSALS
    _gone: T | None = None

    @Slot(str)
    def letGo(self, form: str) -> None:
        there = self._find(form)
        if there is not None and self.attempt(lambda: self._let_go(there)):
            self._gone = there
            self._drafts.forget(form)
            self.show(replace(self.props, gone=self._words(there), form=""))
            self._tell()

    @Slot()
    def putBack(self) -> None:
        gone = self._gone
        if gone is not None and self.attempt(lambda: self._put_back(gone)):
            self._gone = None
            self.show(replace(self.props, gone=""))
            self._tell()

    def _let_go(self, there: T) -> object:
        raise NotImplementedError

    def _put_back(self, gone: T) -> object:
        raise NotImplementedError

    def _words(self, gone: T) -> str:
        raise NotImplementedError
