"""Domain values to plain data and back. What does not come back as it was is damage."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.agreements.life import AgreementEnded, AgreementEvent, AgreementParked
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.turn_events import TalkFinished

T = TypeVar("T")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(kind: Any) -> TypeAdapter[Any]:
    """How this type is read and written; made when it is first asked for."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def restore(kind: type[T], data: object) -> T:
    """A value of this type from plain data.

    Raises:
        StoreDamaged: The data cannot be one.
    """
    try:
        value: T = adapter(kind).validate_python(data)
    except ValidationError as error:
        raise _damaged(kind, error) from None
    return value


class EventLog(Generic[T]):
    """How the events of one kind of log are written: the name of their class, the rest as JSON."""

    def __init__(
        self,
        kinds: Iterable[type[T]],
        stored_as: Mapping[type[T], str] | None = None,
        fields_as: Mapping[type[T], Mapping[str, str]] | None = None,
    ) -> None:
        """Of these kinds.

        Args:
            kinds: Every event there is.
            stored_as: A kind that was renamed is stored under the name it had.
            fields_as: The same for its fields: every version reads the files of every other.
        """
        stored_as, self._fields_as = stored_as or {}, fields_as or {}
        self._names = {kind: stored_as.get(kind, kind.__name__) for kind in kinds}
        self.kinds = {name: kind for kind, name in self._names.items()}

    def encode(self, event: T) -> tuple[str, str]:
        kind = type(event)
        data = adapter(kind).dump_json(event).decode()
        return self._names[kind], _renamed(data, self._fields_as.get(kind, {}))

    def decode(self, name: str, data: str) -> T:
        """The event.

        Raises:
            StoreDamaged: There is no such kind, or the data cannot be one.
        """
        if name not in self.kinds:
            raise StoreDamaged(f"no event is called {name}")
        kind = self.kinds[name]
        today = {stored: field for field, stored in self._fields_as.get(kind, {}).items()}
        try:
            value: T = adapter(kind).validate_json(_renamed(data, today))
        except ValidationError as error:
            raise _damaged(kind, error) from None
        return value


def _renamed(data: str, names: Mapping[str, str]) -> str:
    """The JSON of an event with these fields under other names; what is none stays as it is."""
    try:
        stored = json.loads(data) if names else None
    except ValueError:
        return data
    if not isinstance(stored, dict):
        return data
    return json.dumps({names.get(field, field): value for field, value in stored.items()})


SESSION_EVENTS: EventLog[Event] = EventLog(
    get_args(Event), fields_as={TalkFinished: {"gives_floor": "last"}}
)
AGREEMENT_EVENTS: EventLog[AgreementEvent] = EventLog(
    get_args(AgreementEvent), {AgreementEnded: "Ended", AgreementParked: "Parked"}
)


def _damaged(kind: type[Any], error: ValidationError) -> StoreDamaged:
    # Never str(error): it quotes what was read.
    faults = [(fault["type"], fault["loc"]) for fault in error.errors(include_input=False)]
    return StoreDamaged(f"not a {getattr(kind, '__name__', kind)}: {faults}")
