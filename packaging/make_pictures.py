"""Renders every page in every form to PNG, for whoever changes one and has to look.

    .venv/bin/python packaging/make_pictures.py FOLDER [--only PAGE ...] [--form FORM ...]

With --readme the six pictures of the README are written to packaging/pictures.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from types import SimpleNamespace

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_FONT_DPI"] = "96"

from PySide6.QtCore import Q_ARG, QEventLoop, QMetaObject, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coupleapp.application.copies import Copy
from coupleapp.application.copy_progress import Doing, Progress
from coupleapp.application.folder import Doubt, FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.application.looking import EnvelopeMissing, InHand, NotANotebook
from coupleapp.application.own_themes import QuestionWords
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    SheetNeeded,
    StoreDamaged,
    StoreTooNew,
)
from coupleapp.application.printing import Printed
from coupleapp.application.salvage import Found, Saved
from coupleapp.application.second_place import Newest, NoCopy, SecondStanding
from coupleapp.application.second_shelf import Hindered, InTheWay, SecondNote
from coupleapp.console.self_test import MOST_PRESSES, StagedClock, press_on
from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.agreements.agreement import Agreement, Side, Topic, review_day
from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import Hand
from coupleapp.domain.lock import Passphrase
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.domain.together.ideas import Traits
from coupleapp.packs import load_programme
from coupleapp.shell.navigation import Navigation
from coupleapp.shell.pages import build_pages
from coupleapp.shell.use_cases import UseCases, build_use_cases
from coupleapp.store import look_into, open_store
from coupleapp.store.agreements import add_agreement
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.copy_choice import CopyChoice
from coupleapp.ui.base.folder_model import FolderModel, derive_folder_props
from coupleapp.ui.base.input_guard import InputGuard, PressClock
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.base.trouble_model import TroubleModel, derive_trouble_props
from coupleapp.ui.base.windows import Windows
from coupleapp.ui.lock.captures_model import CapturesProps, refused_words
from coupleapp.ui.lock.sheet_model import printed_words
from coupleapp.ui.lock.unlock_model import UnlockModel
from coupleapp.ui.reminders.ask_model import AskModel
from coupleapp.ui.reminders.evening_model import EveningModel
from coupleapp.ui.reminders.words import Abilities, Coming
from coupleapp.ui.settings.copies_model import asks_words, deleted_words
from coupleapp.ui.way_back.look_model import LookModel


@dataclass(frozen=True)
class Form:
    scheme: str = "dark"
    scale: float = 1.0
    reduced: bool = False
    size: tuple[int, int] = (1100, 760)
    mirrored: bool = False


FORMS = {
    "dark": Form(),
    "light": Form("light"),
    "contrast": Form("contrast"),
    "reduced": Form(reduced=True),
    "large": Form("light", scale=2.0),
    "smallest": Form(size=(800, 600)),
    "large_smallest": Form(scale=2.0, size=(800, 600)),
    "mirrored": Form("light", mirrored=True),
}
COMMON = ["agree", "readiness", "breathe", "introduce", "speak", "mirror", "heard"]
COMMON += ["closing_round", "rate", "last_breath", "next_date", "over"]
NEEDS = ["topic", "lists", "board", "core", "core_check", "common", "options", "trial"]
NEEDS += ["trial_confirm"]
README = {
    "home": "light",
    "breathe": "dark",
    "speak": "dark",
    "pausing": "dark",
    "board": "dark",
    "evening_ask": "dark",
}


HIDDEN = Qt.InputMethodHint.ImhHiddenText


class Painter:
    """One set of models in one form, and the pages it was asked for."""

    def __init__(self, form: Form, name: str, folder: Path, only: set[str], use: UseCases) -> None:
        self.form, self.name, self.folder, self.only = form, name, folder, only
        resources = resource_folder()
        self.windows = Windows(resources)
        self.windows.look(form.scheme, form.scale, form.reduced)
        self.app = AppModel(QUrl.fromLocalFile(str(resources)))
        self.use, self.pages = use, build_pages(use, self.app, lambda: True)
        self.navigation = Navigation(self.pages, self.app, self.windows, use, self.app)
        stems = [stem.text for stem in use.library.programme.stems]
        self.models = SimpleNamespace(
            ask_model=AskModel(use.reminding),
            evening_model=EveningModel(use.evenings, use.drafts, stems),
            kept_board_model=self.pages.entries[PageName.LISTS].own["board"],
            **{
                _snake(type(model).__name__): model
                for entry in reversed(self.pages.entries.values())
                for model in entry.own.values()
            },
        )
        self.frame = self.windows.frame()
        self.frame.resize(QSize(*form.size))
        self.frame.show()
        self.lent: list[QObject] = []
        guard = InputGuard(self.frame, PressClock(), self.app)
        self.shell = self.windows.put_into(self.frame, "Shell", {"app": self.app, "guard": guard})
        self.navigation.show_in(self.shell)

    def show(self, page: str) -> None:
        self.navigation.show(PageName(page))

    def wait(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def wants(self, page: str) -> bool:
        return not self.only or page in self.only

    def paint(self, page: str, ms: int = 350, window: QQuickWindow | None = None) -> None:
        if self.wants(page):
            self.wait(ms)
            self.folder.mkdir(parents=True, exist_ok=True)
            picture = (window or self.frame).grabWindow()
            picture.save(str(self.folder / f"{page}_{self.name}.png"))

    def fill(self, *texts: str) -> None:
        """Type these into the fields that can be seen and hide what is typed."""
        fields = [one for one in self.shell.findChildren(QQuickItem) if one.isVisible()]
        fields = [
            one for one in fields if (hints := one.property("inputMethodHints")) and hints & HIDDEN
        ]
        for field, text in zip(fields, texts, strict=False):
            field.setProperty("text", text)


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _below(child)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]


@contextmanager
def use_cases_in(folder: Path) -> Iterator[tuple[UseCases, StagedClock]]:
    clock = StagedClock()
    programme = load_programme(resource_folder() / "programme").programme
    store = open_store(folder, [])
    yield build_use_cases(store, programme, clock, lambda work: work(), rehearsal=True), clock
    store.close()


def show_pages(painter: Painter, clock: StagedClock) -> None:
    shell = painter.shell
    painter.show("first_run")
    painter.paint("first_run_names")
    painter.models.first_run_model.goOn("Maya", "Tomas", "21:30", True)
    painter.paint("first_run_card")
    couple = painter.use.couples.begin("Maya", "Tomas", time(21, 30))
    clock.pass_time(-14 * 86_400)
    painter.use.notebook.write(
        "I heard that the quiet mornings matter more than I knew.", Hand(Seat.RIGHT)
    )
    clock.pass_time(14 * 86_400)
    painter.models.home_model.open(painter.use.couples.couple)
    painter.show("home")
    painter.paint("home")
    painter.use.date.note()
    clock.pass_time(400 * 86_400)
    painter.models.home_model.refresh()
    painter.paint("home_date")
    painter.models.home_model.answerDate(False)
    painter.paint("home_date_left")
    clock.pass_time(-400 * 86_400)
    painter.models.home_model.refresh()
    painter.use.notebook.write("Sunday: walked to the lake. The heron was there again.", None)
    show_notebook(painter, clock)
    painter.models.notebook_model.say_left_aside(1)
    painter.paint("notebook_unreadable")
    painter.models.notebook_model.say_left_aside(0)
    show_own_pages(painter)
    painter.models.comfort_model.open(couple)
    painter.show("comfort")
    painter.models.comfort_model.look("left")
    painter.models.comfort_model.keep("the grey stone", "")
    painter.models.comfort_model.look("left")
    painter.paint("comfort_page")
    painter.models.comfort_model.leave()
    for page in (PageName.SETTINGS, PageName.RIGHT_FOR_ME, PageName.ABOUT, PageName.LICENCES):
        painter.navigation.open(page)
        painter.show(page)
        painter.paint(f"{page}_page")
    painter.models.licences_model.read(3)
    painter.paint("licences_page_read")
    show_keys(painter)
    show_reminders(painter, clock)
    show_activities(painter, clock)
    show_plans(painter, clock)
    show_packs(painter)
    show_agreements(painter, clock)
    show_breathing(painter)
    show_session(painter, clock)
    show_evening(painter)
    show_copies(painter, clock)
    show_salvage(painter)
    show_lock(painter)
    shell.setVisible(False)
    show_unlock(painter, clock)
    show_one_moment(painter)
    show_look(painter, clock)
    show_trouble(painter, "trouble", PermissionError(), [])
    show_trouble(painter, "trouble_copies", StoreDamaged(), painter.use.copies.found())
    show_folder(painter)


def change_keys(use: UseCases, how: str) -> None:
    """As somebody might who has the key of the file."""
    with use.store.database.transaction() as work:
        work.connection().exec_driver_sql(f"UPDATE own_key SET {how}")  # noqa: S608 - ours


def show_notebook(painter: Painter, clock: StagedClock) -> None:
    """A few evenings: as they are read, looked at, written, changed, folded, behind the curtain."""
    use, model = painter.use, painter.models.notebook_model
    couple, maya, tomas = use.couples.couple, Hand(Seat.LEFT), Hand(Seat.RIGHT)
    assert couple is not None
    clock.pass_time(-3 * 86_400)
    far = use.notebook.write("When the phone lay between us at supper, I felt far away.", maya)
    use.notebook.answer(far, "I did not know that. I put it in the hall now.", tomas)
    toast = use.notebook.write("We laughed about the burnt toast.", None)
    clock.pass_time(3 * 86_400)
    use.notebook.change(
        toast,
        "We laughed about the burnt toast, and then we stayed on the bench until it was dark.",
        None,
    )
    kettle = use.notebook.write("You put the kettle on before I asked.", tomas)
    model.open(couple)
    painter.show("notebook")
    painter.paint("notebook")
    lines = {one.property("entryId"): one for one in _below(painter.shell)}
    lines[far.id].forceActiveFocus()
    painter.paint("notebook_looked_at")
    lines[toast.id].setProperty("showsEarlier", True)
    lines[toast.id].forceActiveFocus()
    painter.paint("notebook_earlier")
    model.startWriting()
    painter.paint("notebook_writing")
    model.stop()
    model.askChange(kettle.id)
    painter.paint("notebook_curtain")
    model.openCurtain()
    painter.paint("notebook_changing")
    model.askAnswer(kettle.id)
    model.openCurtain()
    painter.paint("notebook_answering")
    model.fold(kettle.id)
    model.stop()
    model.putDown()
    painter.paint("notebook_folded")
    model.unfold(kettle.id)
    model.openCurtain()
    model.look("all")
    model.remove(toast.id)
    painter.paint("notebook_gone")
    model.takeBack(toast.id)


def show_bin(painter: Painter) -> None:
    """What was deleted; one that is asked about."""
    use, model = painter.use, painter.models.notebook_model
    couple = use.couples.couple
    assert couple is not None
    ours = use.notebook.write("Sunday: walked to the lake.", None)
    for entry in use.notebook.page(limit=3):
        use.notebook.delete(entry, Hand(entry.author) if entry.author else None)
    model.open(couple)
    painter.show("notebook")
    model.look("bin")
    painter.paint("notebook_bin")
    for page in painter.shell.findChildren(QObject):
        if page.metaObject().className().startswith("NotebookPage"):
            page.setProperty("deleting", ours.id)
    painter.paint("notebook_deleting")


def show_own_pages(painter: Painter) -> None:
    """What one keeps alone: open, sealed, asked for, forgotten, under an earlier passphrase."""
    use, own = painter.use, painter.models.own_pages_model
    assert use.couples.couple is not None
    own.open(use.couples.couple)
    use.notebook.write(
        "I was afraid on Sunday, and said that I was tired.", Hand(Seat.LEFT), private=True
    )
    own.ask("left")
    painter.paint("own_curtain")
    own.openCurtain()
    painter.paint("own_open")
    own.askForm("choose")
    painter.paint("own_choose")
    use.own_pages.choose(Seat.LEFT, Passphrase("the lake in winter"))
    own.ask("left")
    own.openCurtain()
    painter.wait(100)
    painter.fill("the lake in summer")
    own.give("the lake in summer")
    painter.paint("own_refused")
    own.give("the lake in winter")
    painter.paint("own_sealed")
    lines = painter.models.own_lines_model
    lines.keepDraft("", "What I would say to you on Sunday, if")
    for form in ("change", "let_go", "anew"):
        own.askForm(form)
        painter.paint(f"own_{form}")
    own.finish("", "the lake in summer", "the lake in summer")
    painter.paint("own_begun_anew")
    own.ask("left")
    own.openCurtain()
    own.give("the lake in winter")
    painter.paint("own_earlier")
    own.askForm("again")
    painter.paint("own_again")
    own.cancel()
    own.askAgain()
    painter.paint("own_other")
    own.give("the lake in summer")
    painter.paint("own_both")
    change_keys(use, "public = (SELECT public FROM own_key WHERE NOT in_use) WHERE in_use")
    own.ask("left")
    own.openCurtain()
    own.give("the lake in summer")
    painter.paint("own_changed")
    change_keys(use, "in_use = 0")
    own.ask("left")
    own.openCurtain()
    painter.paint("own_unsealed")
    change_keys(use, "in_use = 1, nonce = '' WHERE in_use = 0")
    own.ask("left")
    own.openCurtain()
    painter.paint("own_damaged")
    own.askForm("mend")
    painter.paint("own_mend")
    own.finish("", "the lake in autumn", "the lake in autumn")
    painter.paint("own_lost")
    own.leave()
    painter.models.notebook_model.look("all")


def show_folder(painter: Painter) -> None:
    model = painter.of_folder = FolderModel()
    painter.windows.put_into(painter.frame, "FolderPage", {"model": model})
    for name, trouble in (
        ("folder_held", FolderHeld()),
        ("folder_unlockable", FolderUnlockable()),
        ("folder_synced", FolderDoubtful(Doubt.SYNCED, "Dropbox")),
        ("folder_other_computer", FolderDoubtful(Doubt.OTHER_COMPUTER, "kitchen")),
    ):
        model.show(derive_folder_props(trouble, "…/Nearer"))
        painter.paint(name)


def show_copies(painter: Painter, clock: StagedClock) -> None:
    """The page of the copies; one that is asked about."""
    couple = painter.use.couples.couple
    assert couple is not None
    model, choice = painter.models.copies_model, painter.models.copy_choice
    model.open(couple)
    painter.show("copies")
    choice.offer([])
    painter.paint("copies_empty")
    for _ in range(3):
        painter.use.copies.make()
        clock.pass_time(86_400)
    model.open(couple)
    choice.offer(painter.use.copies.found())
    painter.paint("copies_page")
    choice.ask(choice.copies.rows[1].key)
    painter.paint("copies_asked")
    choice.read_on(Progress(Doing.LOOKING_THROUGH, 3, 17))
    model.go_on(Progress(Doing.READING_BACK))
    painter.paint("copies_working")
    show_second_place(painter, clock)
    show_bin(painter)


def show_second_place(painter: Painter, clock: StagedClock) -> None:
    """A stick that is there, one that was away, and only a new copy asked for."""
    couple, choices = painter.use.couples.couple, painter.use.couples.settings
    assert couple is not None
    model, place = painter.models.copies_model, painter.models.second_place_model
    painter.use.couples.choose(replace(choices, second_place="/media/maya/STICK/Nearer"))
    for name, note in (
        ("second", SecondNote()),
        ("away", SecondNote(hindered=Hindered(InTheWay.AWAY, clock.now()))),
        ("shared", SecondNote(made=(clock.now(),), others=(clock.now(),))),
    ):
        model.open(couple)
        place.open(couple)
        found = NoCopy.AWAY if note.hindered else Newest(clock.now(), whole=True)
        place.stand(SecondStanding(Path("/media"), note, found), "Nextcloud")
        held = replace(painter.use.copies.held(), others=bool(note.others))
        model.show(
            replace(
                model.props,
                held=deleted_words(held),
                asking=name != "second",
                asks=asks_words(2, held, second=True),
                put_aside=True,
            )
        )
        painter.paint(f"copies_{name}")
    for page in painter.shell.findChildren(QObject):
        if page.metaObject().className().startswith("CopiesPage"):
            QMetaObject.invokeMethod(page, "scroll", Q_ARG(float, 9000.0))
    painter.paint("copies_alone")
    painter.use.couples.choose(choices)


def show_lock(painter: Painter) -> None:
    """The page of the lock with each of its forms, and the way to a recovery sheet."""
    couple, model = painter.use.couples.couple, painter.models.lock_model
    assert couple is not None

    model.open(couple)
    painter.show("lock")
    painter.paint("lock_open")
    model.ask("choose")
    painter.wait(100)
    painter.fill("", "the heron on", "the heron in")
    model.finish("", "the heron on", "the heron in")
    painter.paint("lock_choose")
    model.finish("", "the heron on", "the heron on")
    painter.paint("lock_chosen")
    model.open(couple)
    model.openHere(True)
    painter.paint("lock_page")
    for page in painter.shell.findChildren(QObject):
        if page.property("contentY") is not None and page.property("contentHeight") is not None:
            page.setProperty("contentY", 500)
    captures = CapturesProps(offered=True, trouble=refused_words(seen=False))
    painter.models.captures_model.show(captures)
    painter.paint("lock_below")
    for form in ("change", "let_go", "renew"):
        model.ask(form)
        painter.paint(f"lock_{form}")
    model.ask("test")
    model.look("K7MP2 93XWD QQQQQ 2")
    painter.paint("lock_test")
    model.leave()
    show_sheet(painter)
    model.after_sheet(painter.use.lock.draw())
    model.open(couple)
    painter.show("lock")
    painter.paint("lock_after_sheet")
    model.leave()


def show_sheet(painter: Painter) -> None:
    couple, sheet = painter.use.couples.couple, painter.models.sheet_model
    assert couple is not None
    for again in ("", "_again"):
        sheet.open(couple)
        painter.show("sheet")
        painter.paint(f"sheet_before{again}")
        sheet.draw()
        groups = [row.text for row in sheet.groups.rows]
        sheet.show(replace(sheet.props, printed=printed_words(Printed.NO_PRINTER)))
        painter.paint(f"sheet_shown{again}")
        sheet.onPaper()
        sheet.answer("", "")
        painter.paint(f"sheet_asked{again}")
        asked = (int(label.split()[-1]) for label in (sheet.props.first, sheet.props.second))
        sheet.answer(*(groups[place - 1] for place in asked))
        sheet.sayYes("left")
        painter.paint(f"sheet_stored{again}")
        sheet.sayYes("right")
        painter.paint(f"sheet_taken{again}")


def show_one_moment(painter: Painter) -> None:
    """While something is done to the notebook."""
    painter.shell.setVisible(False)
    page = painter.windows.put_into(painter.frame, "WaitingPage", {})
    painter.paint("one_moment")
    painter.windows.drop(page)
    painter.shell.setVisible(True)


def show_unlock(painter: Painter, clock: StagedClock) -> None:
    """The page of a closed notebook, in each of its ways."""
    for name, error in (
        ("pressed", None),
        ("passphrase", PassphraseNeeded(sheet=True)),
        ("passphrase_alone", PassphraseNeeded(sheet=False)),
        ("sheet", SheetNeeded(keyring=True)),
    ):
        model = UnlockModel(clock)
        model.ask(error)
        painter.lent.append(model)
        item = painter.windows.put_into(painter.frame, "UnlockPage", {"model": model})
        painter.paint(f"unlock_{name}")
        for _ in range(5 if error is not None else 0):
            model.refused(SecretRefused())
        painter.paint(f"unlock_{name}_refused")
        if name == "sheet":
            model.look("K7MP2 93XWD QQQQQ 2")
            painter.paint("unlock_sheet_typed")
        painter.windows.drop(item)


def show_trouble(painter: Painter, name: str, error: Exception, found: Sequence[Copy]) -> None:
    """What stands in the way of opening, and the copies at hand."""
    trouble, choice = TroubleModel(), CopyChoice(painter.use.clock, lost=True)
    trouble.show(derive_trouble_props(error, "…/Nearer"))
    if found:
        choice.offer(found, replace(found[0].holding, lines=found[0].holding.lines + 4))
    page = {"model": trouble, "choice": choice, "app": painter.app}
    painter.lent += page.values()
    item = painter.windows.put_into(painter.frame, "TroublePage", page)
    painter.paint(name)
    painter.windows.drop(item)


def show_look(painter: Painter, clock: StagedClock) -> None:
    """A copy in hand: what it is, what is in it, what opens it, what it is not."""
    (copy, *_) = painter.use.copies.found()
    openers = [painter.use.store.vault.known]
    looked = look_into(painter.use.store.folder, openers, InHand(copy.path))
    model, unlock = LookModel(clock), UnlockModel(clock)
    painter.lent += [model, unlock]
    model.read(copy.path, inside=False)
    page = {"model": model, "unlock": unlock}
    item = painter.windows.put_into(painter.frame, "LookPage", page)
    painter.paint("look_reading")
    model.known(replace(looked, left_aside=2))
    painter.paint("look_known")
    model.lookInside()
    model.askToTake()
    painter.paint("look_inside")
    model.read(Path("ours.db"), inside=False)
    unlock.ask(PassphraseNeeded(sheet=True))
    model.ask()
    painter.paint("look_locked")
    unlock.takeOtherWay()
    painter.paint("look_sheet")
    for name, error in (("envelope", EnvelopeMissing()), ("other", NotANotebook())):
        model.read(Path("letter.db"), inside=False)
        model.refused(error)
        painter.paint(f"look_{name}")
    painter.windows.drop(item)


def show_salvage(painter: Painter) -> None:
    """What a damaged notebook still holds, kept one by one."""
    couple, model = painter.use.couples.couple, painter.models.salvage_model
    assert couple is not None
    model.open(couple)
    painter.show("salvage")
    painter.paint("salvage_none")
    lines = painter.use.notebook.page(None, 9)
    file = Path("nearer-damaged.db")
    model.offer(Found(tuple(Saved(line.id, line, line) for line in lines), (file,)))
    painter.paint("salvage_page")
    model.leaveOne(lines[0].id)
    painter.paint("salvage_answered")
    for line in lines[1:]:
        model.leaveOne(line.id)
    painter.paint("salvage_done")
    reasons = {
        "closed": PassphraseNeeded(sheet=True),
        "later": KeyMissing(),
        "newer": StoreTooNew(),
    }
    for name, why in reasons.items():
        model.offer(Found(closed={file: why}))
        painter.paint(f"salvage_{name}")


def show_keys(painter: Painter) -> None:
    """The keys of a talk, while one of them is given another place; and without keys."""
    keys = painter.models.keys_model
    painter.show("settings")
    inside = {
        found.metaObject().className().partition("_")[0]: found
        for found in painter.shell.findChildren(QQuickItem)
    }
    painter.wait(100)
    inside["QQuickFlickable"].setProperty("contentY", inside["KeysSection"].y())
    keys.change("thoughts")
    painter.paint("settings_keys")
    keys.switch(False)
    painter.paint("settings_without_keys")
    keys.switch(True)


def show_activities(painter: Painter, clock: StagedClock) -> None:
    """Something together: nothing picked, their own idea, a pick with its time, afterwards."""
    model, own, couple = (
        painter.models.activities_model,
        painter.models.own_ideas_model,
        painter.use.couples.couple,
    )
    assert couple is not None
    painter.navigation.open(PageName.ACTIVITIES)
    painter.show("activities")
    painter.paint("activities")
    painter.use.activities.add("The long way round the lake, with a flask", Seat.RIGHT, Traits())
    painter.navigation.open(PageName.ACTIVITIES)
    model.wish("free")
    model.wish("easy_to_move")
    painter.paint("activities_wishes")
    own.begin()
    painter.paint("activities_own")
    own.cancel()
    model.pick(model.ideas.rows[1].idea_id)
    model.lookForTime()
    painter.paint("activities_planning")
    model.plan(5, "15:00")
    painter.paint("activities_picked")
    clock.pass_time(5 * 86_400)
    painter.navigation.open(PageName.ACTIVITIES)
    painter.paint("activities_asking")
    model.answer("a_little")
    painter.paint("activities_said")
    clock.pass_time(-5 * 86_400)


def show_programme(painter: Painter, clock: StagedClock) -> None:
    """Themes: the first week, a theme that was talked about, their own, an exit, and how deep.

    In a profile of their own, for they take their weeks.
    """
    model, depth = painter.models.programme_model, painter.models.depth_model
    couple = painter.use.couples.begin("Maya", "Tomas", time(21, 30))
    coming = [theme.id for theme in painter.use.library.programme.themes]
    painter.navigation.open(PageName.PROGRAMME)
    painter.show("programme")
    painter.paint("programme")
    model.look(coming[2])
    scroll_themes(painter, 420.0)
    painter.paint("programme_row")
    painter.use.own_themes.add_theme("The boat", "To find out what we want with it.", Seat.RIGHT)
    painter.use.own_themes.add_question(
        "joys", QuestionWords("Which smell of this flat would you miss?", depth=2), Seat.LEFT
    )
    for _ in range(4):
        painter.models.session_model.lead(painter.use.sitting_down.begin(), couple)
        while painter.models.session_model.props.stage != "over":
            press_on(painter.pages, clock)
        painter.models.session_model.clear()
        clock.pass_time(7 * 86_400)
    model.takeNext(painter.use.own_themes.themes()[0].id)
    painter.models.home_model.open(painter.use.couples.couple)
    painter.show("home")
    painter.paint("programme_home_exit")
    painter.show("programme")
    painter.navigation.open(PageName.PROGRAMME)
    painter.paint("programme_exit")
    painter.models.session_model.lead(painter.use.sitting_down.begin(), couple)
    while painter.models.session_model.props.stage != "over":
        press_on(painter.pages, clock)
    painter.models.session_model.clear()
    painter.navigation.open(PageName.PROGRAMME)
    model.goOn()
    model.mark(model.asked.rows[0].prompt_id)
    model.toggleOnceMore()
    painter.paint("programme_talked")
    model.showAll(True)
    model.look(painter.use.own_themes.themes()[0].id)
    scroll_themes(painter, 520.0)
    painter.paint("programme_all")
    model.showAll(False)
    painter.models.own_themes_model.write("new")
    painter.paint("programme_theme_form")
    painter.models.own_themes_model.cancel()
    painter.models.own_questions_model.begin("joys")
    painter.paint("programme_question_form")
    painter.models.own_questions_model.cancel()
    scroll_themes(painter, 9000.0)
    painter.paint("programme_end")
    depth.ask("left")
    painter.paint("programme_curtain")
    depth.openCurtain()
    painter.paint("programme_deep")
    depth.leave()
    model.beDone()
    painter.models.home_model.open(painter.use.couples.couple)
    painter.paint("programme_done")
    painter.show("home")
    painter.paint("programme_home_done")


def scroll_themes(painter: Painter, by: float) -> None:
    for page in painter.shell.findChildren(QObject):
        if page.metaObject().className().startswith("ProgrammePage"):
            column = next(
                item
                for item in page.findChildren(QObject)
                if item.metaObject().className().startswith("Page_QMLTYPE")
            )
            QMetaObject.invokeMethod(column, "scroll", Q_ARG(float, by))


def show_plans(painter: Painter, clock: StagedClock) -> None:
    """Nothing agreed; a time and two rituals, one of which waits; the end of the page."""
    plans, couple = painter.use.plans, painter.use.couples.couple
    assert couple is not None
    painter.navigation.open(PageName.OURS)
    painter.show("ours")
    painter.paint("ours_empty")
    painter.navigation.open(PageName.NEXT_TALK)
    painter.show("next_talk")
    painter.paint("next_talk_empty")
    at = clock.now().replace(hour=17, minute=0) + timedelta(days=6)
    talk = plans.make(at, "The kitchen, by the window", "put my telephone in the hall.")
    tea = plans.propose("Tea on the stairs", "The day may stay outside.", frozenset({4}), time(20))
    for seat in Seat:
        tea = plans.confirm(tea, seat)
    walk = plans.propose("The long walk", "We talk best side by side.", frozenset({6}), time(10))
    plans.confirm(walk, Seat.LEFT)
    painter.models.home_model.open(couple)
    painter.show("home")
    painter.paint("plans_home")
    painter.navigation.open(PageName.NEXT_TALK)
    painter.show("next_talk")
    painter.paint("next_talk")
    painter.navigation.open(PageName.RITUALS)
    painter.show("rituals")
    painter.paint("rituals")
    painter.models.own_rituals_model.write(walk.id)
    painter.paint("rituals_form")
    painter.models.own_rituals_model.cancel()
    for ritual in plans.rituals():
        plans.let_go(ritual)
    plans.drop(talk)


def show_packs(painter: Painter) -> None:
    """None yet; one looked at, not welcome, taken in, lying aside, removed; its kind of sitting."""
    model = painter.models.packs_model
    text = (resource_folder() / "pack_template.toml").read_text("utf-8")
    text = text.replace("Your name", "Ruth Weber")
    model.open(painter.use.couples.couple)
    painter.show("packs")
    painter.paint("packs_empty")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tea.toml"
        for name, words in (
            ("packs_look", text),
            ("packs_other_words", text.replace("best meal", "meal").replace("cup of tea", "cup")),
            ("packs_newer", text.replace("version = 1", "version = 2")),
            ("packs_trouble", text.replace("depth = 2", "depth = 9")),
        ):
            file.write_text(words, "utf-8")
            model.lookAt(QUrl.fromLocalFile(str(file)))
            painter.paint(name)
            if name == "packs_look":
                model.takeIn()
                painter.paint("packs_taken")
    painter.navigation.open(PageName.TALKS)
    painter.show("talks")
    painter.paint("packs_talks")
    model.open(painter.use.couples.couple)
    painter.show("packs")
    model.use("kitchen_table", False)
    for page in painter.shell.findChildren(QObject):
        if page.property("removing") is not None:
            page.setProperty("removing", "kitchen_table")
    painter.paint("packs_removing")
    model.remove("kitchen_table")
    painter.paint("packs_removed")


def show_agreements(painter: Painter, clock: StagedClock) -> None:
    """None yet; two that run; one that is looked at again, by each alone and by both; changed."""
    model, review, decision = (
        painter.models.agreements_model,
        painter.models.review_model,
        painter.models.decision_model,
    )
    couple = painter.use.couples.couple
    assert couple is not None
    painter.navigation.open(PageName.AGREEMENTS)
    painter.show("agreements")
    painter.paint("agreements_empty")
    began, zone = clock.now(), clock.zone()
    tea = Agreement(
        id="tea",
        topic=Topic.TIME,
        own_topic="",
        session_id=None,
        made_at=began,
        when="After supper on Tuesdays, half an hour",
        where="the kitchen table",
        left=Side("leave my telephone in the hall", "the evening begins with the two of us"),
        right=Side("put the kettle on and sit down first", "it has an end that I know"),
        review_on=review_day(began, zone),
    )
    hands = replace(
        tea,
        id="hands",
        topic=Topic.TOUCH,
        when="On the way home from the lake",
        where="",
        left=Side("ask before I take your hand", "I am not left to guess"),
        right=Side("say yes or not now, and nothing more", "I am asked first"),
        review_on=review_day(began, zone, 30),
    )
    with painter.use.store.database.transaction() as work:
        add_agreement(work, tea)
        add_agreement(work, hands)
    clock.pass_time(14 * 86_400)
    painter.models.home_model.open(painter.use.couples.couple)
    painter.show("home")
    painter.paint("agreements_home")
    painter.navigation.open(PageName.AGREEMENTS)
    painter.show("agreements")
    painter.paint("agreements")
    scroll(painter, "AgreementsPage")
    painter.paint("agreements_end")
    review.look(tea.id)
    painter.paint("agreements_look")
    review.answer("left")
    painter.paint("agreements_curtain")
    review.openCurtain()
    painter.paint("agreements_answer")
    review.seal(8, 8, "less", False)
    painter.paint("agreements_sealed")
    review.answer("right")
    review.openCurtain()
    review.seal(7, 9, "less", False)
    painter.paint("agreements_both")
    review.lookTogether()
    painter.paint("agreements_together", 1800)
    decision.choose("keep")
    decision.sayYes("left")
    painter.paint("agreements_keep")
    decision.sayYes("right")
    painter.paint("agreements_kept")
    for seat, tense in (("left", False), ("right", True)):
        review.look(hands.id)
        review.answer(seat)
        review.openCurtain()
        review.seal(4, 6, "same", tense)
    review.lookTogether()
    painter.paint("agreements_not_fit")
    decision.choose("change")
    painter.paint("agreements_change")
    scroll(painter, "AgreementsPage")
    painter.paint("agreements_change_end")
    decision.goBack()
    for way in ("end", "park"):
        decision.choose(way)
        painter.paint(f"agreements_way_{way}")
    for seat in Seat:
        decision.sayYes(seat)
    review.look(hands.id)
    painter.paint("agreements_take_up")
    painter.navigation.open(PageName.AGREEMENTS)
    model.leaveAgreement(tea.id)
    painter.paint("agreements_over")
    scroll(painter, "AgreementsPage")
    painter.paint("agreements_over_end")
    clock.pass_time(-14 * 86_400)


def scroll(painter: Painter, page: str) -> None:
    """To the end of this page."""
    found = next(
        item
        for item in painter.shell.findChildren(QObject)
        if item.metaObject().className().startswith(page)
    )
    QMetaObject.invokeMethod(found, "scroll", Q_ARG(float, 9000.0))


def show_breathing(painter: Painter) -> None:
    breath = painter.models.breath_model
    painter.navigation.turn_to(PageName.BREATHE)
    painter.paint("breathe_caution")
    breath.read("")
    painter.paint("breathe_page", 1500)
    page = next(
        item
        for item in painter.shell.findChildren(QObject)
        if item.metaObject().className().startswith("BreathePage")
    )
    page.setProperty("choosing", True)
    painter.paint("breathe_how", 1500)
    breath.compose()
    painter.paint("breathe_own")
    breath.leaveEditor()
    breath.choose("coherent")
    breath.wishForTalks()
    breath.sayYes("left")
    painter.paint("breathe_talks", 1500)
    breath.slowInTalks()
    breath.choose("slow")
    page.setProperty("choosing", False)
    breath.choose("box")
    painter.paint("breathe_hold")
    breath.decline()
    for variant in ("still", "audio", "moving"):
        breath.setVariant(variant)
        painter.paint(f"breathe_{variant}", 1500)
    breath.finish()
    painter.paint("breathe_finished")


def show_session(painter: Painter, clock: StagedClock) -> None:
    session, pauses, closing = (
        painter.models.session_model,
        painter.models.pause_controls,
        painter.models.closing_round_model,
    )
    turns, grounding = painter.models.turn_controls, painter.models.grounding_controls
    couple = painter.use.couples.couple
    assert couple is not None

    def run_for(seconds: float) -> None:
        for _ in range(round(seconds)):
            clock.pass_time(1)
            session.look_at_the_clock()

    def both(answer: Callable[[], None]) -> None:
        for _ in Seat:
            session.openCurtain()
            answer()

    def a_moment() -> None:
        """Lets the ring begin where the clock is: pictures stand still, clocks do not."""
        session.pressKey("breath", "")
        run_for(6)

    chosen = painter.use.couples.settings
    painter.use.couples.choose(replace(chosen, breath=BreathChoices()))
    session.lead(painter.use.sitting_down.begin(), couple)
    painter.show("session")
    painter.paint("agree")
    session.agree()
    painter.paint("curtain")
    session.openCurtain()
    painter.paint("readiness")
    QTest.keyClick(painter.frame, Qt.Key.Key_4)
    painter.paint("readiness_said")
    both(lambda: session.answerReadiness(2, True))
    painter.paint("caution")
    painter.models.breath_model.read("")
    run_for(12)
    a_moment()
    painter.paint("breathe", 3600)
    session.endBreathing()
    painter.paint("introduce")
    session.beginTurns()
    run_for(28)
    a_moment()
    painter.paint("speak", 900)
    run_for(65)
    painter.paint("speak_grace", 900)
    session.press(session.props.floor)
    painter.paint("mirror", 900)
    session.press(session.props.talker)
    painter.paint("heard")
    turns.answer(2)
    painter.paint("repair")
    turns.askQuestion()
    painter.paint("question", 900)
    session.press(session.props.talker)
    session.press(session.props.talker)
    turns.answer(0)
    session.pressKey("pause", "left")
    painter.paint("pause_choice")
    pauses.start("think", 10)
    run_for(78)
    painter.paint("pausing", 700)
    grounding.ask()
    painter.paint("ground_zone")
    grounding.answer("too_much")
    painter.paint("grounding")
    grounding.menu()
    painter.paint("ground_menu")
    grounding.take(0)
    painter.paint("ground_breath", 1500)
    grounding.finish()
    painter.paint("ground_after")
    run_for(525)
    session.openCurtain()
    painter.paint("returning")
    both(lambda: pauses.answerReturn(True))
    painter.paint("recap", 900)
    session.press("left")
    session.press("right")
    session.press("left")
    session.pressKey("breath", "")
    painter.paint("one_breath", 1500)
    run_for(6)
    session.pressKey("thoughts", "")
    session.press(session.props.talker)
    session.press(session.props.talker)
    turns.answer(0)
    painter.paint("thoughts", 900)
    session.stop()
    painter.paint("stopped")
    session.takeBack()
    session.lighten()
    painter.paint("turned_lighter", 3600)
    session.takeBack()
    while session.props.stage != "introduce":
        press_on(painter.pages, clock)
    painter.paint("second_question")
    while session.props.stage != "closing_round":
        press_on(painter.pages, clock)
    painter.paint("closing_round")
    closing.write("left")
    painter.paint("closing_round_line")
    closing.keep("I heard that the quiet mornings matter more than I knew.")
    closing.write("right")
    closing.turnTo("small_win")
    painter.paint("closing_round_win")
    closing.keep("You let a silence be.")
    painter.paint("closing_round_kept")
    closing.goOn()
    session.openCurtain()
    painter.paint("rate")
    both(lambda: session.rate(7, 2))
    painter.paint("last_breath", 1500)
    session.endBreathing()
    painter.paint("next_date")
    painter.models.next_date_model.planOffered()
    painter.paint("over", 2600)
    leader = painter.use.sitting_down.begin()
    leader.hold()
    session.lead(leader, couple)
    painter.paint("held")
    session.carryOn()
    session.agree()
    both(lambda: session.answerReadiness(9, True))
    painter.paint("lighter")
    session.anotherTime()
    painter.paint("another_time")
    session.clear()
    show_waiting(painter, clock)
    show_formats(painter, clock)
    show_needs(painter, clock)
    show_typed(painter, clock)


def show_waiting(painter: Painter, clock: StagedClock) -> None:
    """A pause that ends in another day, and Home meanwhile."""
    session, pauses = painter.models.session_model, painter.models.pause_controls
    couple = painter.use.couples.couple
    assert couple is not None
    session.lead(
        painter.use.sitting_down.begin(painter.use.sitting_down.kind("outside_stress")), couple
    )
    while session.props.stage != "speak":
        press_on(painter.pages, clock)
    session.pressKey("pause", "left")
    pauses.start("flooded", 20)
    for _ in range(3):
        clock.pass_time(3600)
        session.look_at_the_clock()
        if session.leader is not None and session.leader.held:
            session.carryOn()
            session.look_at_the_clock()
        while session.props.stage == "returning":
            session.openCurtain()
            pauses.answerReturn(False)
    painter.paint("booking")
    pauses.book("flooded", 1, "19:30")
    painter.paint("waiting")
    session.clear()
    painter.models.home_model.open(painter.use.couples.couple)
    painter.show("home")
    painter.paint("home_waiting")
    clock.pass_time(86_400)
    back = painter.use.sitting_down.come_back()
    assert back is not None
    session.lead(back, couple)
    painter.show("session")
    painter.paint("waiting_told")
    pauses.comeBack()
    while session.props.stage == "returning":
        session.openCurtain()
        pauses.answerReturn(False)
    painter.paint("booking_or_longer")
    pauses.book("flooded", 1, "19:30")
    session.clear()
    painter.show("home")
    waiting = painter.use.sessions.waiting()
    assert waiting is not None
    painter.use.sessions.let_rest(waiting)
    clock.pass_time(86_400)
    painter.models.home_model.refresh()
    painter.paint("home_setback")
    clock.pass_time(-86_400)
    painter.models.home_model.refresh()
    painter.navigation.open(PageName.TALKS)
    painter.show("talks")
    painter.paint("talks")
    painter.models.talks_model.choose("outside_view")
    painter.paint("talks_who")
    painter.show("session")


def show_formats(painter: Painter, clock: StagedClock) -> None:
    """Every stage of every format, once each."""
    session, couple = painter.models.session_model, painter.use.couples.couple
    assert couple is not None
    seen = set(COMMON + NEEDS)
    for kind in painter.use.library.programme.formats:
        session.lead(painter.use.sitting_down.begin(kind), couple)
        titles: set[str] = set()
        for _ in range(MOST_PRESSES):
            props = session.props
            if props.stage == "over":
                break
            by_title = props.stage in {"speak", "card"} and kind.id != "theme_talk"
            if by_title and props.title not in titles:
                titles.add(props.title)
                painter.paint(f"{kind.id}_{props.stage}_{len(titles)}", 900)
            elif props.stage not in seen:
                seen.add(props.stage)
                session.openCurtain()
                painter.paint(props.stage)
            press_on(painter.pages, clock)
        session.clear()


LISTS = {
    Seat.RIGHT: (
        [
            ("An hour a week that is only ours", "It is when I know you again."),
            ("To be asked before a plan is made", ""),
        ],
        [
            ("Which evening it is", False),
            ("At home or out", False),
            ("How long it takes", False),
            ("A film now and then", False),
            ("Telephones in the hall", True),
        ],
    ),
    Seat.LEFT: (
        [("One evening a week that is quiet and mine", "I come back to you rested.")],
        [
            ("Sundays, if they are slow", False),
            ("Supper later than seven", False),
            ("Who cooks", False),
        ],
    ),
}


def show_needs(painter: Painter, clock: StagedClock) -> None:
    """A talk about needs, from its topic to a plan."""
    session, needs, lists, plan = (
        painter.models.session_model,
        painter.models.needs_model,
        painter.models.list_controls,
        painter.models.trial_controls,
    )
    couple = painter.use.couples.couple
    assert couple is not None
    session.lead(
        painter.use.sitting_down.begin(painter.use.sitting_down.kind("needs"), Seat.RIGHT), couple
    )
    painter.show("session")
    while session.props.stage != "topic":
        press_on(painter.pages, clock)
    painter.paint("topic")
    lists.choose(0 if painter.form.reduced else 1)
    painter.paint("lists_curtain")
    for _ in Seat:
        cores, flexibles = LISTS[Seat(session.props.asked)]
        session.openCurtain()
        painter.paint("lists_empty")
        for words, why in cores:
            lists.add(words, why)
        painter.paint("lists_core")
        lists.turnTo("flexible")
        for words, asks in flexibles:
            lists.wish(asks)
            if asks:
                lists.about(1)
            lists.add(words, "")
        lists.wish(True)
        lists.about(len(lists.areas) - 3)
        lists.add("You see your friends less", "")
        painter.paint("lists_flexible")
        lists.wish(False)
        session.set_trouble("")
        lists.finish("", "")
    painter.paint("board", 900)
    session.goOn()
    painter.paint("core")
    lists.sayCoreBack()
    painter.paint("core_check")
    painter.models.turn_controls.answer(1)
    painter.paint("core_again")
    while session.props.stage != "common":
        press_on(painter.pages, clock)
    painter.paint("common_apart", 900)
    for rows in (painter.models.board_model.leftCore, painter.models.board_model.rightFlexible):
        plan.mark(rows.rows[0].need_id, both=True)
    painter.paint("common", 1500)
    plan.add("To go to bed unhurried")
    painter.paint("common_added", 1500)
    plan.goOn("")
    for option in ("Tuesdays, tea on the stairs", "A walk before supper", "Swap evenings"):
        plan.add(option)
    plan.choose(needs.lines.rows[0].line_id)
    painter.paint("options")
    plan.goOn("")
    painter.paint("trial_empty")
    words = {
        "what": needs.props.what,
        "when": "Tuesdays after supper, until nine",
        "where": "the kitchen table",
        "left_will": "leave my telephone in the hall",
        "left_honours": "Thursday stays quiet and mine",
        "right_will": "put the kettle on, and say by Sunday if it does not suit",
        "right_honours": "the hour is only ours",
    }
    for field, text in words.items():
        needs.keepDraft(field, text)
    needs.show_form()
    painter.paint("trial")
    order = ("what", "when", "where", "left_will", "left_honours", "right_will", "right_honours")
    plan.propose(*(words[field] for field in order))
    painter.paint("trial_confirm")
    plan.confirm("left")
    painter.paint("trial_one_yes")
    needs.park()
    painter.paint("trial_park")
    needs.stay()
    plan.confirm("right")
    while session.props.stage != "over":
        press_on(painter.pages, clock)
    painter.paint("needs_over")
    session.clear()
    kept = painter.models.kept_lists_model
    kept.open(couple)
    painter.show("lists")
    painter.paint("lists_kept")
    kept.look(kept.talks.rows[0].session_id)
    painter.paint("lists_kept_board", 1500)
    painter.show("session")


def show_typed(painter: Painter, clock: StagedClock) -> None:
    """A turn in writing."""
    session, couples = painter.models.session_model, painter.use.couples
    assert couples.couple is not None
    couples.choose(replace(couples.settings, typed=tuple(Seat)))
    session.lead(painter.use.sitting_down.begin(), couples.couple)
    while session.props.stage != "speak":
        press_on(painter.pages, clock)
    painter.models.compose_controls.keepTyped("The mornings. Nobody wants anything yet.")
    painter.models.compose_controls.changed.emit()
    painter.paint("typed", 900)
    session.press(session.props.talker)
    painter.paint("typed_back", 900)
    session.clear()


def show_reminders(painter: Painter, clock: StagedClock) -> None:
    model = painter.models.reminders_model
    found = Abilities(tray=True, full_screen=True, do_not_disturb=True, idle=True, login="on")
    model.see(replace(found, comes=Coming.WINDOW))
    painter.show("reminders")
    painter.paint("reminders")
    model.see(replace(found, comes=Coming.NOTE))
    painter.paint("reminders_by_note")
    model.see(replace(found, comes=Coming.WINDOW))
    for page in painter.shell.findChildren(QObject):
        if page.property("contentY") is not None and page.property("contentHeight") is not None:
            page.setProperty("contentY", 700)
    painter.paint("reminders_below")
    painter.use.reminding.rest(7)
    clock.pass_time(21 * 86_400)
    model.see(Abilities(login="off"))
    painter.use.reminding.rest(7)
    painter.models.home_model.open(painter.use.couples.couple)
    painter.show("home")
    painter.paint("home_rests")
    painter.use.reminding.wake()
    clock.pass_time(-21 * 86_400)


def show_evening(painter: Painter) -> None:
    model, question, couple = (
        painter.models.evening_model,
        painter.models.ask_model,
        painter.use.couples.couple,
    )
    assert couple is not None
    question.ask(Reminder(ReminderKind.APPRECIATION, painter.use.evenings.today()))
    window = painter.windows.make("SmallWindow", {"question": question, "evening": model})
    assert isinstance(window, QQuickWindow)
    window.show()
    painter.paint("evening_ask", window=window)
    question.ask(Reminder(ReminderKind.CHECK_IN, painter.use.evenings.today()))
    painter.paint("evening_month", window=window)
    question.drop()
    model.open_tonight(couple)
    painter.paint("evening_curtain", window=window)
    model.write("left")
    painter.paint("evening_write", window=window)
    model.seal("When you called my sister, it showed me that you remember.")
    painter.paint("evening_one", window=window)
    model.write("right")
    model.sayAloud()
    painter.paint("evening_both", window=window)
    model.reveal()
    painter.paint("evening_shown", window=window)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--form", nargs="*", default=list(FORMS), choices=list(FORMS))
    parser.add_argument("--readme", action="store_true")
    given = parser.parse_args()
    qt = QApplication(sys.argv[:1])
    here = Path(__file__).parent / "pictures"
    wanted = (
        {
            (form, here): {page for page, f in README.items() if f == form}
            for form in ("light", "dark")
        }
        if given.readme
        else {(form, given.folder): set(given.only) for form in given.form}
    )
    for (name, folder), only in wanted.items():
        form = FORMS[name]
        mirrored = (
            Qt.LayoutDirection.RightToLeft if form.mirrored else Qt.LayoutDirection.LeftToRight
        )
        qt.setLayoutDirection(mirrored)
        for show in (show_pages, show_programme):
            with (
                tempfile.TemporaryDirectory() as profile,
                use_cases_in(Path(profile)) as (use, clock),
            ):
                painter = Painter(form, name, folder, only, use)
                show(painter, clock)
                painter.frame.hide()
                painter.windows.clear()
    if given.readme:
        for page, form in README.items():
            (here / f"{page}_{form}.png").replace(here / f"{page}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
