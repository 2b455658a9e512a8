"""A page with a form whose lines are remembered until they are kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, Slot

from coupleapp.application.drafts import Drafts
from coupleapp.ui.base.form_drafts import FormDrafts
from coupleapp.ui.base.view_model import ViewModel


class HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=HasId)


class FormModel(ViewModel, Generic[T]):
    """The snapshot has ``form`` ("new", an id, or "" while it is closed) and ``trouble``."""

    changed = Signal()

    def __init__(self, drafts: Drafts, kind: str) -> None:
        super().__init__()
        self._drafts = FormDrafts(drafts, kind)
        self._there: Sequence[T] = ()

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        self._drafts.keep(self._draft(self.props.form), field, text)

    @Slot()
    def cancel(self) -> None:
        """Close the form, and forget what was typed in it."""
        self._drafts.forget(self._draft(self.props.form))
        self.show(replace(self.props, form="", trouble=""))

    def _draft(self, form: str) -> str:
        """The name under which a form's drafts are kept."""
        return form

    def _read(self) -> None:
        raise NotImplementedError

    def _find(self, form: str) -> T | None:
        return next((one for one in self._there if one.id == form), None)

    def _keep_form(self, add: Callable[[], object], change: Callable[[T], object]) -> None:
        there = self._find(self.props.form)
        if self.attempt(add if there is None else lambda: change(there)):
            self.cancel()
            self._tell()

    def _tell(self) -> None:
        self._read()
        self.changed.emit()
