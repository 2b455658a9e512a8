"""An idea of their own while it is being written: new, or one that they change."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.activities import Activities
from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.together.ideas import Idea
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.base.view_model import ViewModel, named
from coupleapp.ui.together.idea_words import UNSAID, said_also, tags_of, traits_of

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

NEW = "new"


@dataclass(frozen=True, slots=True)
class OwnIdeasProps:
    """The snapshot.

    Attributes:
        editing: The idea that is being written: its id, "new", or "" when none is.
        is_new: Whether it is a new one.
        draft: What its field shows when it opens.
        tags: What is said about it.
        author: Whose it is; empty when it is from both.
        trouble: One sentence on what could not be done.
    """

    editing: str = ""
    is_new: bool = False
    draft: str = ""
    tags: tuple[str, ...] = UNSAID
    author: Whose = Whose.NOBODY
    trouble: str = ""


@QmlElement
class OwnIdeasModel(ViewModel):
    """The field's model.

    Signals:
        changed: An idea was added, changed or deleted.
    """

    Props = OwnIdeasProps

    changed = Signal()

    def __init__(self, activities: Activities, drafts: Drafts) -> None:
        super().__init__()
        self._activities = activities
        self._drafts = drafts
        self._idea: Idea | None = None

    def open(self) -> None:
        """What was begun is there again."""
        draft = self._drafts.recall(_key(NEW))
        self._idea = None
        self.show(OwnIdeasProps(editing=NEW if draft else "", is_new=bool(draft), draft=draft))

    @Slot()
    def begin(self) -> None:
        """A new one."""
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
        """Remember what is typed."""
        self._drafts.keep(_key(self.props.editing), text)

    @Slot(str)
    def tag(self, tag: str) -> None:
        """Say this of it, or no longer."""
        self.show(replace(self.props, tags=said_also(self.props.tags, tag)))

    @Slot(int)
    def writtenBy(self, seat: int | str) -> None:
        """A partner's, or with an empty word from both."""
        self.show(replace(self.props, author=named(Whose, seat)))

    @Slot(str)
    def keep(self, text: str) -> None:
        """Keep what is in the field."""
        idea, traits = self._idea, traits_of(self.props.tags)
        author = Seat(self.props.author) if self.props.author else None
        if idea is None:
            done = self._tried(lambda: self._activities.add(text, author, traits))
        else:
            done = self._tried(lambda: self._activities.change(idea, text, author, traits))
        if done:
            self.leave()
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Close the field; what was typed there is not wanted any more."""
        self._drafts.forget(_key(self.props.editing))
        self._idea = None
        self.show(OwnIdeasProps())

    def remove(self, idea: Idea) -> None:
        """Delete it for good."""
        if self._tried(lambda: self._activities.delete(idea)):
            self._drafts.forget(_key(idea.id))
            self.changed.emit()

    def _tried(self, work: Callable[[], object]) -> bool:
        trouble = ""
        try:
            work()
        except LineRefused as refused:
            trouble = _line_trouble(refused)
        except StoreError as error:
            trouble = wording.store_trouble(error)
        self.show(replace(self.props, trouble=trouble))
        return not trouble


def _key(idea_id: str) -> str:
    return f"activities:idea:{idea_id}"


def _line_trouble(refused: LineRefused) -> str:
    if refused.fault is TextFault.EMPTY:
        return translate("OwnIdeasModel", "There is nothing to keep yet. A few words are enough.")
    sentence = translate(
        "OwnIdeasModel",
        "That is {length} letters; up to {most} fit. Shorten it a little, nothing is lost.",
    )
    return sentence.format(length=refused.length, most=LINE_MAX)
