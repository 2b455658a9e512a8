"""An idea of their own while it is being written: new, or one that they change."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.activities import Activities
from coupleapp.application.drafts import Drafts
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.together.ideas import Idea
from coupleapp.ui.base.form_drafts import NEW
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.base.view_model import ViewModel, named
from coupleapp.ui.together.idea_words import REFUSALS, UNSAID, said_also, tags_of, traits_of

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OwnIdeasProps:
    """``editing``: an id, "new", or "" when none is; ``author`` is nobody for one of both."""

    editing: str = ""
    is_new: bool = False
    draft: str = ""
    tags: tuple[str, ...] = UNSAID
    author: Whose = Whose.NOBODY
    trouble: str = ""


@QmlElement
class OwnIdeasModel(ViewModel):
    Props = OwnIdeasProps
    refusals = REFUSALS

    changed = Signal()

    def __init__(self, activities: Activities, drafts: Drafts) -> None:
        super().__init__()
        self._activities = activities
        self._drafts = drafts
        self._idea: Idea | None = None

    def open(self, couple: Couple) -> None:
        draft = self._drafts.recall(_key(NEW))
        self._idea = None
        self.show(OwnIdeasProps(editing=NEW if draft else "", is_new=bool(draft), draft=draft))

    @Slot()
    def begin(self) -> None:
        self._idea = None
        self.show(OwnIdeasProps(editing=NEW, is_new=True, draft=self._drafts.recall(_key(NEW))))

    def change(self, idea: Idea) -> None:
        """This one; a change that was begun is there again."""
        self._idea = idea
        draft = self._drafts.recall(_key(idea.id)) or idea.text
        self.show(
            OwnIdeasProps(
                editing=idea.id,
                draft=draft,
                tags=tags_of(idea.traits),
                author=whose(idea.author),
            )
        )

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        self._drafts.keep(_key(self.props.editing), text)

    @Slot(str)
    def tag(self, tag: str) -> None:
        self.show(replace(self.props, tags=said_also(self.props.tags, tag)))

    @Slot(int)
    def writtenBy(self, seat: int | str) -> None:
        """A partner's, or with an empty word from both."""
        self.show(replace(self.props, author=named(Whose, seat)))

    @Slot(str)
    def keep(self, text: str) -> None:
        idea, traits = self._idea, traits_of(self.props.tags)
        author = Seat(self.props.author) if self.props.author else None
        if idea is None:
            done = self.attempt(lambda: self._activities.add(text, author, traits))
        else:
            done = self.attempt(lambda: self._activities.change(idea, text, author, traits))
        if done:
            self.cancel()
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Close the field; what was typed there is not wanted any more."""
        self._drafts.forget(_key(self.props.editing))
        self._idea = None
        self.show(OwnIdeasProps())

    def remove(self, idea: Idea) -> None:
        if self.attempt(lambda: self._activities.delete(idea)):
            self._drafts.forget(_key(idea.id))
            self.changed.emit()


def _key(idea_id: str) -> str:
    return f"activities:idea:{idea_id}"
