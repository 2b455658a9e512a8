"""What the registry holds of each page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject

from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.base.page import Page
from coupleapp.ui.base.view_model import ViewModel

Model = TypeVar("Model", bound=QObject)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its QML type, and what that requires under which name.

    Attributes:
        own: Its own models; those that are pages are opened and left with it.
        lent: The window's and other pages' models, which it only shows.
    """

    qml: str
    own: Mapping[str, QObject] = field(default_factory=dict)
    lent: Mapping[str, QObject] = field(default_factory=dict)

    @property
    def pages(self) -> list[Page]:
        """Its own models that are pages, in the order in which they are opened."""
        return [model for model in self.own.values() if isinstance(model, ViewModel)]


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page there is."""

    entries: Mapping[PageName, PageEntry]

    @property
    def own(self) -> list[QObject]:
        """Every model that belongs to a page."""
        return [model for entry in self.entries.values() for model in entry.own.values()]

    @property
    def every(self) -> list[Page]:
        """Every page's model."""
        return [page for entry in self.entries.values() for page in entry.pages]

    def belong_to(self, place: QObject) -> None:
        """Let them go with it, and with them what is connected to them: Python sees none of it."""
        for model in self.own:
            model.setParent(place)

    def model(self, kind: type[Model]) -> Model:
        """The one model of this class."""
        (found,) = [model for model in self.own if type(model) is kind]
        return found
