"""The one pattern of every page: what changed is told, nothing else, and never too early."""

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest
from PySide6.QtCore import QAbstractItemModel, QEnum, QModelIndex, QObject, Qt, Signal
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtTest import QSignalSpy as Spy

from coupleapp.application.ports import StoreFull
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault, TextRefused
from coupleapp.ui.base.seats import Whose, seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel, camel, named, qml_enum
from coupleapp.ui.base.wording import store_trouble, text_trouble
from coupleapp.ui.guided_session.props import SessionProps
from coupleapp.ui.home.props import HomeProps
from coupleapp.ui.needs.board_model import BoardProps
from coupleapp.ui.needs.kept_lists_model import KeptListsProps
from coupleapp.ui.needs.props import NeedsProps
from coupleapp.ui.notebook.book import NotebookProps
from coupleapp.ui.notebook.entry_rows import EntryRow
from coupleapp.ui.packs.packs_model import PacksProps
from coupleapp.ui.programme.depth_model import DepthModel, DepthProps
from coupleapp.ui.programme.own_questions_model import OwnQuestionsProps
from coupleapp.ui.programme.own_themes_model import OwnThemesProps
from coupleapp.ui.programme.props import ProgrammeProps
from coupleapp.ui.reminders.evening_model import EveningProps
from coupleapp.ui.settings.first_run_model import FirstRunProps
from coupleapp.ui.settings.settings_model import SettingsProps


@dataclass(frozen=True, slots=True)
class LampProps:
    lit: bool = False
    left_name: str = ""
    watts: float = 1.0
    count: int = 0
    shades: tuple[str, ...] = ()


class Lamp(ViewModel):
    Props = LampProps


CHANGES = {
    "lit": True,
    "left_name": "Maya",
    "watts": 2.5,
    "count": 7,
    "shades": ("red", "blue"),
}


def listen(model: ViewModel) -> list[str]:
    """Every notification as it comes."""
    heard: list[str] = []
    for name in model.Props.__dataclass_fields__:
        getattr(model, f"{camel(name)}Changed").connect(lambda name=name: heard.append(name))
    return heard


@pytest.mark.parametrize("field", CHANGES)
def test_only_what_changed_is_told(qapp, field):
    lamp = Lamp()
    heard = listen(lamp)
    lamp.show(replace(lamp.props, **{field: CHANGES[field]}))
    assert heard == [field]
    shown = lamp.property(camel(field))
    expected = CHANGES[field]
    assert shown == (list(expected) if isinstance(expected, tuple) else expected)


def test_the_same_again_tells_nothing(qapp):
    lamp = Lamp()
    lamp.show(LampProps(**CHANGES))
    heard = listen(lamp)
    lamp.show(LampProps(**CHANGES))
    assert heard == []
    lamp.show(LampProps())
    assert sorted(heard) == sorted(CHANGES)


def test_whoever_is_told_sees_the_whole_new_snapshot(qapp):
    lamp = Lamp()
    seen = []
    for name in CHANGES:
        getattr(lamp, f"{camel(name)}Changed").connect(
            lambda: seen.append({n: lamp.property(camel(n)) for n in CHANGES})
        )
    lamp.show(LampProps(**CHANGES))
    assert len(seen) == len(CHANGES)
    assert all(snapshot == {**CHANGES, "shades": ["red", "blue"]} for snapshot in seen)


def test_qml_cannot_write_what_is_shown(qapp):
    lamp = Lamp()
    meta = lamp.metaObject()
    for name in CHANGES:
        prop = meta.property(meta.indexOfProperty(camel(name)))
        assert not prop.isWritable()
        assert prop.notifySignal().name().data().decode() == f"{camel(name)}Changed"


def test_models_of_one_kind_do_not_share(qapp):
    one, other = Lamp(), Lamp()
    heard = listen(other)
    one.show(LampProps(lit=True))
    assert heard == []
    assert not other.property("lit")


@pytest.mark.parametrize(
    "props",
    [
        HomeProps,
        SessionProps,
        NeedsProps,
        BoardProps,
        KeptListsProps,
        NotebookProps,
        SettingsProps,
        EveningProps,
        FirstRunProps,
        PacksProps,
        ProgrammeProps,
        OwnThemesProps,
        OwnQuestionsProps,
        DepthProps,
    ],
)
def test_a_snapshot_cannot_be_changed(props):
    first = next(iter(props.__dataclass_fields__))
    with pytest.raises(AttributeError):
        setattr(props(), first, "changed")


def test_a_subclass_without_props_of_its_own_keeps_those_it_has(qapp):
    class Candle(DepthModel):
        pass

    candle = Candle(None)
    heard = listen(candle)
    candle.show(DepthProps(name="Maya"))
    assert heard == ["name"]


ROWS = [EntryRow(str(n), f"words {n}", "Maya", "left") for n in range(3)]


def test_rows_are_a_proper_list(qapp):
    rows = Rows(EntryRow)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert isinstance(rows, QAbstractItemModel)
    assert {bytes(n.data()).decode() for n in rows.roleNames().values()} == {
        "entryId",
        "words",
        "byline",
        "seat",
        "day",
        "occasion",
        "shown",
        "own",
        "others",
        "earlier",
    }
    rows.replace(ROWS)
    rows.extend([EntryRow("9", "last", "", "")])
    by_name = {bytes(n.data()).decode(): role for role, n in rows.roleNames().items()}
    assert rows.rowCount() == 4
    assert rows.data(rows.index(1), by_name["words"]) == "words 1"
    assert rows.data(rows.index(3), by_name["entryId"]) == "9"
    assert by_name["entryId"] == Qt.ItemDataRole.UserRole
    tester.deleteLater()


def test_a_list_has_no_children_and_no_roles_it_does_not_know(qapp):
    rows = Rows(EntryRow)
    rows.replace(ROWS)
    assert rows.rowCount(rows.index(0)) == 0
    assert rows.data(rows.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert rows.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None


def test_the_same_rows_again_reset_nothing(qapp):
    rows = Rows(EntryRow)
    reset, inserted = Spy(rows.modelReset), Spy(rows.rowsInserted)
    rows.replace(list(ROWS))
    rows.replace(list(ROWS))
    assert reset.count() == 1
    rows.extend([])
    assert inserted.count() == 0
    rows.extend(ROWS[:1])
    assert inserted.count() == 1
    assert inserted.at(0)[1:3] == [3, 3]


class Bell(QObject):
    rung = Signal(bool)


def test_a_signal_can_be_emitted_thousands_of_times(qapp):
    """PySide6 6.12 on CPython 3.11 drops a reference to True each time, and dies of it."""
    bell = Bell()
    heard = []
    bell.rung.connect(heard.append)
    for number in range(5000):
        bell.rung.emit(number % 2 == 0)
    assert heard.count(True) == heard.count(False) == 2500


class Glow(StrEnum):
    ON = "on"
    HALF_ON = "half_on"


@dataclass(frozen=True, slots=True)
class GlowProps:
    glow: Glow = Glow.ON


class GlowLamp(ViewModel):
    Props = GlowProps
    Glow = QEnum(qml_enum(Glow))


def test_a_named_value_is_an_enum_in_qml_and_stays_a_name_in_python():
    lamp = GlowLamp()
    lamp.show(GlowProps(Glow.HALF_ON))
    assert (lamp.props.glow, lamp.glow) == ("half_on", 1)
    meta = GlowLamp.staticMetaObject
    enum = meta.enumerator(meta.indexOfEnumerator("Glow"))
    assert [enum.key(at) for at in range(enum.keyCount())] == ["On", "HalfOn"]


@dataclass(frozen=True, slots=True)
class FormProps:
    trouble: str = ""


class Form(ViewModel):
    Props = FormProps
    refusals = {KeyError: lambda error: f"no {error.args[0]}"}  # noqa: RUF012


def fail_with(error: Exception):
    def work():
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyError("lamp"), "no lamp"),
        (StoreFull(), store_trouble(StoreFull())),
        (TextRefused(TextFault.EMPTY), text_trouble(TextRefused(TextFault.EMPTY))),
    ],
)
def test_what_is_refused_is_said_until_it_is_done(qapp, error, sentence):
    form = Form()
    assert not form.attempt(fail_with(error))
    assert form.props.trouble == sentence
    assert form.attempt(lambda: None)
    assert form.props.trouble == ""


def test_what_was_refused_elsewhere_is_said_as_well(qapp):
    form = Form()
    form.say_trouble(StoreFull())
    assert form.props.trouble == store_trouble(StoreFull())


def test_a_mistake_of_ours_is_no_refusal(qapp):
    form = Form()
    with pytest.raises(ZeroDivisionError):
        form.attempt(fail_with(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        form.say_trouble(ZeroDivisionError())
    assert form.props.trouble == ""


def test_a_domain_s_name_in_an_enum_s_field_has_the_place_of_the_field_s_own_enum():
    """A seat is LEFT or RIGHT; whose something is may also be NOBODY, and comes first."""

    @dataclass(frozen=True, slots=True)
    class LampRow:
        of: Whose

    rows = Rows(LampRow)
    rows.replace([LampRow(Seat.LEFT), LampRow(Whose.NOBODY)])
    role = Qt.ItemDataRole.UserRole
    assert [rows.data(rows.index(at), role) for at in range(2)] == [1, 0]


@pytest.mark.parametrize("said", [2, "right", Seat.RIGHT])
def test_a_slot_knows_a_seat_by_its_place_and_by_its_name(said):
    assert seat_of(said) is Seat.RIGHT
    assert named(Whose, said) is Whose.RIGHT


@pytest.mark.parametrize("said", [0, "", "middle", 3])
def test_nobody_s_seat_is_none(said):
    with pytest.raises((ValueError, IndexError)):
        seat_of(said)


def test_rows_that_stay_in_place_are_not_made_anew(qtbot):
    rows = Rows(EntryRow)
    rows.replace([EntryRow("1", "a", "", ""), EntryRow("2", "b", "", "")])
    changed = []
    rows.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.update([EntryRow("1", "a", "", ""), EntryRow("2", "c", "", "")])
    assert changed == [(1, 1)]
    assert rows.rows[1].words == "c"
    with qtbot.waitSignal(rows.modelReset):
        rows.update([])
