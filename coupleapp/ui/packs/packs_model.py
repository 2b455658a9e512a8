"""The page of packs: one looked at, taken in or left, switched on and off, removed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QObject, QUrl, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.packs import Look, PackRefused, Packs, WhyNot
from coupleapp.application.ports import KeptKind, StoreError
from coupleapp.domain.couple import Couple
from coupleapp.domain.programme.packs import PackInvalid
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.packs import words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PacksProps:
    """``place`` is empty when it would replace none, ``why_not`` when it can be taken in."""

    empty: bool = True
    looking: bool = False
    title: str = ""
    byline: str = ""
    about: str = ""
    adds: str = ""
    contents: tuple[str, ...] = ()
    place: str = ""
    why_not: str = ""
    leave_words: str = ""
    trouble: str = ""
    done: str = ""


def derive_look(before: PacksProps, look: Look | None) -> PacksProps:
    """This pack to look at, or none; the list below stays."""
    if look is None:
        return PacksProps(empty=before.empty)
    pack, why_not = look.pack, words.why_not(look)
    return PacksProps(
        empty=before.empty,
        looking=True,
        title=pack.title,
        byline=words.byline(pack),
        about=pack.about,
        adds=words.adds(pack),
        contents=words.contents(pack),
        place=words.place_of(look),
        why_not=why_not,
        leave_words=words.leave_words(refused=bool(why_not)),
    )


@QmlElement
class PacksModel(ViewModel):
    Props = PacksProps
    reads = (KeptKind.PACKS,)

    def __init__(self, packs: Packs) -> None:
        super().__init__()
        self._packs = packs
        self._look: Look | None = None
        self._rows = Rows(words.PackRow, self)

    @Property(QObject, constant=True)
    def packs(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        self._look = None
        self.show(PacksProps())
        self._read()

    @Slot(QUrl)
    def lookAt(self, url: QUrl) -> None:
        self.letGoOf([url])

    @Slot("QList<QUrl>")
    def letGoOf(self, urls: list[QUrl]) -> None:
        """Look at the one file that was dropped on the page."""
        if len(urls) != 1 or not urls[0].isLocalFile():
            self._say(words.not_one_file(len(urls)))
            return
        try:
            look = self._packs.look_at(Path(urls[0].toLocalFile()))
        except PackInvalid as error:
            self._say(words.invalid(error))
        except StoreError as error:
            self._say(wording.store_trouble(error))
        else:
            self._look = look
            self.show(derive_look(self.props, look))

    @Slot()
    def takeIn(self) -> None:
        look = self._look
        if look is None:
            return
        try:
            self._do(lambda: self._packs.take_in(look), words.taken_in(look.pack))
        except PackRefused as refused:
            self.show(derive_look(self.props, replace(look, why_not=refused.why)))

    @Slot()
    def closeLook(self) -> None:
        """Look at it no longer; nothing of it is kept."""
        self._look = None
        self.show(derive_look(self.props, None))

    @Slot(str, bool)
    def use(self, pack_id: str, on: bool) -> None:
        self._do(lambda: self._packs.switch(pack_id, on=on), "")

    @Slot(str)
    def remove(self, pack_id: str) -> None:
        title = next((row.title for row in self._rows.rows if row.pack_id == pack_id), pack_id)
        gone = translate(
            "PacksModel",
            "“{title}” is removed. Your talks and notes stay; its file brings it back at any time.",
        )
        self._do(lambda: self._packs.remove(pack_id), gone.format(title=title))

    def _do(self, work: Callable[[], object], done: str) -> None:
        if self.attempt(work):
            self._read()
            self.show(replace(derive_look(self.props, self._look_again()), done=done))
        else:
            self.show(replace(self.props, done=""))

    def _look_again(self) -> Look | None:
        """What is looked at, as it stands now; nothing once it is here."""
        if self._look is not None:
            look = self._packs.look_again(self._look)
            self._look = None if look.why_not is WhyNot.SAME else look
        return self._look

    def _read(self) -> None:
        self._rows.replace([words.pack_row(one) for one in self._packs.shelf()])
        self.show(replace(self.props, empty=not self._rows.rows))

    def _say(self, trouble: str) -> None:
        self._look = None
        self.show(replace(derive_look(self.props, None), trouble=trouble))
