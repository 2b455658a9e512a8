"""Domain values to plain data and back. What does not come back as it was is damage."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.guided_session.events import Event

T = TypeVar("T")

EVENTS: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
"""Every event by the name it is stored under. A class that is renamed needs a migration."""

_OLD_FIELDS: Mapping[str, Mapping[str, str]] = {"TalkFinished": {"last": "gives_floor"}}
"""By the event: what a field was called when it was stored, and what it is called today."""


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


def encode(event: Event) -> tuple[str, str]:
    """The event's kind, and the rest as JSON."""
    return type(event).__name__, adapter(type(event)).dump_json(event).decode()


def decode(kind: str, data: str) -> Event:
    """The event.

    Raises:
        StoreDamaged: There is no such kind, or the data cannot be one.
    """
    if kind not in EVENTS:
        raise StoreDamaged(f"no event is called {kind}")
    return decode_as(EVENTS[kind], _with_todays_fields(kind, data))


def _with_todays_fields(kind: str, data: str) -> str:
    renamed = _OLD_FIELDS.get(kind)
    if renamed is None:
        return data
    try:
        stored = json.loads(data)
    except ValueError:
        # What it is instead is said where it is read.
        return data
    if not isinstance(stored, dict):
        return data
    return json.dumps({renamed.get(field, field): value for field, value in stored.items()})


def decode_as(kind: type[T], data: str) -> T:
    """A value of this type from JSON.

    Raises:
        StoreDamaged: The data cannot be one.
    """
    try:
        value: T = adapter(kind).validate_json(data)
    except ValidationError as error:
        raise _damaged(kind, error) from None
    return value


def _damaged(kind: type[Any], error: ValidationError) -> StoreDamaged:
    # Never str(error): it quotes what was read.
    faults = [(fault["type"], fault["loc"]) for fault in error.errors(include_input=False)]
    return StoreDamaged(f"not a {getattr(kind, '__name__', kind)}: {faults}")
