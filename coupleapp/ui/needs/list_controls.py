"""The first half of a talk about needs for QML: its topic, the sealed lists, what is said back."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.ports import StoreError
from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import needs_commands as c
from coupleapp.domain.needs.guarded import GUARDED, Area
from coupleapp.domain.needs.needs import Need, Ring, is_about_touch
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import named
from coupleapp.ui.needs import words as needs_words
from coupleapp.ui.needs.needs_model import NeedsModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

AREAS = (
    *(area for area in Area if area not in GUARDED and area is not Area.ELSE),
    *(area for area in Area if area in GUARDED),
    Area.ELSE,
)
"""What a wish can be said to be about; "something else" is the last."""

WISH = "wish"
"""A wish that does not say yet what it is about."""

_FIELDS = ("text", "why", "asks")
"""The fields of a line."""


@QmlElement
class ListControls(QObject):
    def __init__(self, needs: NeedsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._session = needs.session

    # -- the topic

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def topics(self) -> list[str]:
        return [needs_words.topic_choice(topic) for topic in Topic]

    @Property(str, constant=True)
    def freeNo(self) -> str:
        return needs_words.a_no(stands=True)

    @Slot(int, result=bool)
    def isTender(self, index: int) -> bool:
        return is_about_touch(list(Topic)[index])

    @Slot(int)
    def choose(self, index: int) -> None:
        self._needs.do(lambda leader: self._needs.talk.choose(leader, list(Topic)[index]))

    @Slot(str)
    def chooseOwn(self, words: str) -> None:
        talk = self._needs.talk
        self._needs.do(lambda leader: talk.choose(leader, Topic.OWN, words), "line")

    # -- the lists

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def areas(self) -> list[str]:
        return [needs_words.area_words(area) for area in AREAS]

    @Slot(str, result=int)
    def areaOf(self, asks: str) -> int:
        """-1 when it is none."""
        return AREAS.index(Area(asks)) if asks not in {"", WISH} else -1

    @Slot(int, str, str)
    def turnTo(self, ring: int | str, text: str = "", why: str = "") -> None:
        """To the other of one's two lists; what stands in the fields is put on this one before."""
        if not text.strip() or self.add(text, why):
            self._session.set_trouble("")
            self._needs.turn_to(named(Ring, ring))

    @Slot(bool)
    def wish(self, wishes: bool) -> None:
        """Whether the line is a wish that the other bends."""
        self._ask(WISH if wishes else "")

    @Slot(int)
    def about(self, index: int) -> None:
        self._ask(AREAS[index].value)

    @Slot(str, str, result=bool)
    def add(self, text: str, why: str) -> bool:
        """Whether the line stands on the list now."""
        needs, talk = self._needs, self._needs.talk
        if needs.listing is Ring.CORE:
            return needs.do(
                lambda leader: talk.add_core(leader, text, why, needs.names()), "text", "why"
            )
        asks = needs.props.asks
        if asks == WISH:
            self._session.set_trouble(needs_words.about_what())
            return False
        area = Area(asks) if asks else None
        return needs.do(lambda leader: talk.add_flexible(leader, text, area), "text", "asks")

    @Slot(str, str, str)
    def change(self, need_id: str, text: str, why: str) -> None:
        """Take this line into the fields; what stands there is put on the list before."""
        needs = self._needs
        if text.strip() and not self.add(text, why):
            return
        try:
            before = {field: needs.drafts.recall(needs.key(field)) for field in _FIELDS}
        except StoreError as error:
            self._session.set_trouble(wording.store_trouble(error))
            return
        if needs.do(lambda leader: needs.talk.take_back(leader, need_id, self._keep)):
            needs.show_form()
        else:
            for field, words in before.items():
                needs.keepDraft(field, words)

    @Slot(str)
    def takeAway(self, need_id: str) -> None:
        self._needs.give(c.TakeNeedBack(need_id))

    @Slot(str, str)
    def finish(self, text: str, why: str) -> None:
        """Both lists are written; what stands in the fields is put on its list before."""
        asked = self._session.props.asked
        if asked and (not text.strip() or self.add(text, why)):
            self._needs.give(c.FinishList(Seat(asked)))

    # -- what matters most is said back

    @Slot()
    def sayCoreBack(self) -> None:
        talker = self._session.props.talker
        if talker:
            self._needs.give(c.SayCoreBack(Seat(talker)))

    @Slot()
    def leaveCore(self) -> None:
        self._needs.give(c.LeaveCore())

    def _keep(self, need: Need) -> None:
        area = need.area.value if need.area is not None else ""
        for field, words in zip(_FIELDS, (need.text, need.why, area), strict=True):
            self._needs.drafts.keep_now(self._needs.key(field), words)

    def _ask(self, asks: str) -> None:
        self._needs.keepDraft("asks", asks)
        self._needs.look()
