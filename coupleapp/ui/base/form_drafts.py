"""What stands in the fields of a form that is not kept yet."""

from collections.abc import Collection

from coupleapp.application.drafts import Drafts

NEW = "new"
"""The form of what is not there yet."""


def new_form(_model: object) -> str:
    """For QML: ``newForm = Property(str, new_form, constant=True)``."""
    return NEW


class FormDrafts:
    """Drafts of one kind of form: for each thing that is written, one for each of its fields."""

    def __init__(self, drafts: Drafts, kind: str) -> None:
        self._drafts = drafts
        self._kind = kind

    def keep(self, form: str, field: str, text: str) -> None:
        self._drafts.keep(f"{self._kind}:{form}:{field}", text)

    def recall(self, form: str, field: str, there: str) -> str:
        """What was typed; else what is there."""
        return self._drafts.recall(f"{self._kind}:{form}:{field}") or there

    def begun(self) -> set[str]:
        """The forms in which something was typed."""
        prefix = f"{self._kind}:"
        return {_form(key.removeprefix(prefix)) for key in self._drafts.under(prefix)}

    def is_begun(self, form: str) -> bool:
        return bool(self._drafts.under(f"{self._kind}:{form}:"))

    def forget(self, form: str) -> None:
        for key in self._drafts.under(f"{self._kind}:{form}:"):
            self._drafts.forget(key)

    def forget_others(self, forms: Collection[str]) -> None:
        """Forget what was typed for things that are not there any more."""
        prefix = f"{self._kind}:"
        for key in self._drafts.under(prefix):
            if _form(key.removeprefix(prefix)) not in {NEW, *forms}:
                self._drafts.forget(key)


def _form(key: str) -> str:
    return key.partition(":")[0]
