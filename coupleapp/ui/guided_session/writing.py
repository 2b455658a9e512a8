"""What is written in a guided session, for QML. No word is lost."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import StoreError
from coupleapp.application.session_drafts import alone_key, draft_key, has_for_both, put_away
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import Refusal
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.programme.programme import SmallWin
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.inventory import Inventory
from coupleapp.ui.guided_session.keeping import keep
from coupleapp.ui.guided_session.kept_rows import KeptRow, kept_rows
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.small_wins import offered
from coupleapp.ui.guided_session.stage import Stage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class WritingControls(Inventory):
    draftChanged = Signal()
    lettingChanged = Signal()

    def __init__(
        self,
        session: SessionModel,
        drafts: Drafts,
        small_wins: Sequence[SmallWin],
        notebook: Notebook,
        agreements: Agreements,
        seals: Callable[[Seat], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, notebook, agreements, parent)
        self._drafts = drafts
        self._seals = seals
        self._small_wins = list(small_wins)
        self._draft = ""
        self._typed = ""
        self._letting = False
        self._put_away = False
        self._kept = Rows(KeptRow, self)
        session.entered.connect(self._entered)

    @Property(str, notify=draftChanged)
    def draft(self) -> str:
        """What was typed in this step before, if anything."""
        return self._draft

    @Property(str, notify=draftChanged)
    def keptWords(self) -> str:
        """What becomes of what one keeps for oneself."""
        alone = self._session.props.alone
        try:
            sealed = bool(alone) and self._seals(Seat(alone))
        except StoreError:
            # Then it is not kept at all, rather than unsealed.
            sealed = True
        if sealed:
            return translate(
                "WritingControls",
                "What you let go is erased. What you keep for yourself is sealed with your own "
                "passphrase, behind your name in the notebook.",
            )
        return translate(
            "WritingControls",
            "What you let go is erased. What you keep for yourself lies in the notebook behind "
            "your name: a courtesy between you, not a lock on this computer.",
        )

    @Property(str, notify=draftChanged)
    def putAwayWords(self) -> str:
        """What becomes of words not finished, where the session ends."""
        if not self._put_away:
            return ""
        if self._session.props.stage is Stage.STOPPED:
            return translate(
                "WritingControls", "What you have begun to write will wait in the notebook."
            )
        return translate("WritingControls", "What you had begun to write waits in the notebook.")

    @Property("QStringList", notify=draftChanged)  # type: ignore[arg-type]
    def smallWins(self) -> list[str]:
        """A handful to choose from."""
        leader, asked = self._session.leader, self._session.props.asked
        if leader is None or not asked:
            return []
        return list(offered(self._small_wins, leader.state, leader.id, Seat(asked)))

    @Property(QObject, constant=True)
    def kept(self) -> Rows:
        return self._kept

    @Slot(str)
    def share(self, text: str) -> None:
        """What this partner wrote; empty for "said aloud" or "nothing today"."""
        leader, asked = self._session.leader, self._session.props.asked
        if leader is None:
            return
        if self._session.props.stage is Stage.KEEP:
            self._keep(lambda: leader.keep_line(text))
        else:
            self._keep(lambda: leader.share(Seat(asked), text))

    @Slot(str, bool, bool)
    def finishWriting(self, text: str, keep: bool, private: bool) -> None:
        leader, alone = self._session.leader, self._session.props.alone
        if leader is not None:
            done = self._keep(lambda: leader.finish_writing(text, keep=keep, private=private))
            if done:
                self._drafts.forget(alone_key(alone))

    def _keep(self, work: Callable[[], Refusal | None]) -> bool:
        key = self._key()
        kept = keep(self._session, work)
        if kept:
            self._drafts.forget(key)
        return kept

    @Property(str, notify=lettingChanged)
    def letGoWords(self) -> str:
        if not self._typed.strip():
            return translate("WritingControls", "Nothing today")
        if self._letting:
            return translate("WritingControls", "Let it go for good")
        return translate("WritingControls", "Let it go")

    @Slot()
    def letGo(self) -> None:
        """Words need a second press."""
        if self._letting or not self._typed.strip():
            self.finishWriting("", keep=False, private=True)
        else:
            self._note(self._typed, letting=True)

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        self._drafts.keep(self._key(), text)
        self._note(text)

    @Slot()
    def _entered(self) -> None:
        stage = self._session.props.stage
        if stage in {Stage.CARD, Stage.INVENTORY}:
            self.show_inventory()
        leader, over = self._session.leader, stage is Stage.OVER
        if over:
            self._show_kept()
        self._put_away = False
        if leader is not None and stage is Stage.STOPPED:
            self._put_away = has_for_both(self._drafts, leader.id)
        elif leader is not None and over:
            self._put_away = put_away(self._drafts, leader.id)
        self._draft = self._drafts.recall(self._key())
        if stage is Stage.WRITE and not self._draft:
            self._draft = self._drafts.recall(alone_key(self._session.props.alone))
        self._note(self._draft)
        self.draftChanged.emit()

    def _note(self, typed: str, *, letting: bool = False) -> None:
        self._typed, self._letting = typed, letting
        self.lettingChanged.emit()

    def _show_kept(self) -> None:
        leader = self._session.leader
        if leader is None or self._session.props.ending != Ending.FINISHED:
            self._kept.replace([])
        else:
            self._kept.replace(kept_rows(self._notebook, leader.id))

    def _key(self) -> str:
        leader, props = self._session.leader, self._session.props
        return draft_key(leader.id if leader else "", props.stage, props.asked)

    def _today(self) -> date:
        return local_date(self._session.clock)
