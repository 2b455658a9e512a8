"""The one pattern of every page: a frozen snapshot, shown to QML field by field."""

from collections.abc import Callable
from dataclasses import fields, replace
from enum import IntEnum, StrEnum
from functools import cache, partial
from typing import Any, ClassVar, TypeVar, cast, get_type_hints

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from coupleapp.application.ports import KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.ui.base.wording import REFUSALS, Refusals, left_aside

Name = TypeVar("Name", bound=StrEnum)

_QT_TYPES: dict[Any, Any] = {
    str: str,
    int: int,
    bool: bool,
    float: float,
    tuple[str, ...]: "QStringList",
}


@cache
def qml_enum(names: type[StrEnum]) -> type[IntEnum]:
    """These names as QML and its linter know them: ``ONE_BREATH`` is ``OneBreath``.

    For ``Stage = QEnum(qml_enum(Stage))`` in a model; a snapshot's field of this type is then
    compared in QML with ``SessionModel.OneBreath``.
    """
    places = [(member.name.title().replace("_", ""), at) for at, member in enumerate(names)]
    make: Any = IntEnum  # the type checker knows no enum that is made from pairs
    return cast("type[IntEnum]", make(names.__name__, places, module=names.__module__))


@cache
def _places(names: type[StrEnum]) -> dict[str, int]:
    return {member: at for at, member in enumerate(names)}


def named(names: type[Name], said: int | str) -> Name:
    """The member that a slot was told: by its place, as QML says it, or by its value."""
    if isinstance(said, int):
        if said < 0:
            raise ValueError(said)
        return list(names)[said]
    return names(said)


def rating(said: int) -> int | None:
    """A rating, as a slot was told it by a scale; None where nothing was chosen, which is -1."""
    return None if said < 0 else said


def _is_named(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def _for_qml(value: Any, hint: Any) -> Any:
    if _is_named(hint):
        return _places(hint)[value]
    return list(value) if isinstance(value, tuple) else value


def camel(name: str) -> str:
    """``left_name`` as QML writes it: ``leftName``."""
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


class ViewModel(QObject):
    """A page's model.

    A subclass names its frozen dataclass of what is shown as ``Props``; every field becomes a
    read-only QML property with its own notify signal. ``show`` swaps the snapshot before it
    emits, and emits only what changed. A field whose type is a ``StrEnum`` is an enum in QML,
    too: see ``qml_enum``.
    """

    Props: ClassVar[type]

    refusals: ClassVar[Refusals] = {}
    """What this page can be refused beside ``wording.REFUSALS``, each with its sentence."""

    reads: ClassVar[tuple[KeptKind, ...]] = ()
    """What this page says of when one of it cannot be read."""

    leftAsideChanged = Signal()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        props = cls.__dict__.get("Props")
        if props is not None:
            hints = get_type_hints(props)
            for field in fields(props):
                name = camel(field.name)
                changed = Signal(name=f"{name}Changed")
                hint = hints[field.name]
                getter = partial(_read, field.name, hint)
                kind = int if _is_named(hint) else _QT_TYPES[hint]
                setattr(cls, f"{name}Changed", changed)
                setattr(cls, name, Property(kind, getter, notify=changed))
        super().__init_subclass__(**kwargs)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props: Any = self.Props()
        self._left_aside = ""

    @property
    def props(self) -> Any:
        return self._props

    def open(self, couple: Couple) -> None:
        pass

    def leave(self) -> bool:
        """Nothing is private here."""
        return False

    def _said_left_aside(self) -> str:
        return self._left_aside

    leftAside = Property(str, _said_left_aside, notify=leftAsideChanged)

    def say_left_aside(self, count: int) -> None:
        """Say below what is shown how many of it could not be read."""
        words = left_aside(count)
        if words != self._left_aside:
            self._left_aside = words
            self.leftAsideChanged.emit()

    def show(self, props: Any) -> None:
        old, self._props = self._props, props
        for field in fields(props):
            if getattr(old, field.name) != getattr(props, field.name):
                getattr(self, f"{camel(field.name)}Changed").emit()

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do it; if it was refused or not kept, False and a sentence in the field ``trouble``."""
        try:
            work()
        except tuple({**REFUSALS, **self.refusals}) as error:
            self.say_trouble(error)
            return False
        self.show(replace(self.props, trouble=""))
        return True

    def say_trouble(self, error: Exception) -> None:
        """Say in the field ``trouble`` why it was refused or not kept.

        Raises:
            Exception: It is another error, of which no page says anything.
        """
        known = {**REFUSALS, **self.refusals}
        kind = next((kind for kind in known if isinstance(error, kind)), None)
        if kind is None:
            raise error
        self.show(replace(self.props, trouble=known[kind](error)))


def _read(name: str, hint: Any, model: ViewModel) -> Any:
    value = getattr(model._props, name)  # noqa: SLF001 - the property is the model's own
    return _for_qml(value, hint)


class Rows(QAbstractListModel):
    """A list of frozen dataclasses; each field is a role under its QML name."""

    def __init__(self, row: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        hints = get_type_hints(row)
        self._fields = [(field.name, hints[field.name]) for field in fields(row)]
        self._rows: list[Any] = []

    @property
    def rows(self) -> list[Any]:
        return self._rows

    def replace(self, rows: list[Any]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def update(self, rows: list[Any]) -> None:
        """Show these rows in the same places: what was focused stays so."""
        if len(rows) != len(self._rows):
            self.replace(rows)
            return
        old, self._rows = self._rows, rows
        for at, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(at), self.index(at))

    def extend(self, rows: list[Any]) -> None:
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows = [*self._rows, *rows]
            self.endInsertRows()

    def rowCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= field < len(self._fields):
            return None
        name, hint = self._fields[field]
        return _for_qml(getattr(self._rows[index.row()], name), hint)

    def roleNames(self) -> dict[int, QByteArray]:
        first = int(Qt.ItemDataRole.UserRole)
        return {
            first + i: QByteArray(camel(name).encode()) for i, (name, _) in enumerate(self._fields)
        }
