import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.guided_session import Event
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store import codec
from coupleapp.store.codec import SESSION_EVENTS
from tests.store.helpers import began, entry, said_back
from tests.store.strategies import events_of


def _exact(value: object) -> object:
    """As deep as it goes, with every type, so that 1 is not True and "left" is not Seat.LEFT."""
    if dataclasses.is_dataclass(value):
        fields = [_exact(getattr(value, f.name)) for f in dataclasses.fields(value)]
        return (type(value), fields)
    if isinstance(value, tuple):
        return [_exact(item) for item in value]
    return value if hasattr(value, "utcoffset") else (type(value), value)


@pytest.mark.parametrize("kind", SESSION_EVENTS.kinds.values(), ids=list(SESSION_EVENTS.kinds))
@given(data=st.data())
def test_an_event_comes_back_as_it_was(kind: type[Event], data: st.DataObject):
    event = data.draw(events_of(kind))

    restored = SESSION_EVENTS.decode(*SESSION_EVENTS.encode(event))

    assert restored == event
    assert _exact(restored) == _exact(event)


def test_times_come_back_as_utc():
    restored = SESSION_EVENTS.decode(*SESSION_EVENTS.encode(said_back(1.0)))

    assert restored.at.at.isoformat() == "2026-11-23T20:00:00.123456+00:00"


def _began(**changed: object) -> str:
    fields = json.loads(SESSION_EVENTS.encode(began())[1])
    return json.dumps(fields | {"plan": fields["plan"] | changed})


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("Shouted", "{}"),
        ("SaidBack", "{}"),
        ("SaidBack", "not JSON"),
        ("SaidBack", '{"at": {"at": "yesterday", "clock": 1}}'),
        ("Began", _began(introducer="middle")),
        ("Began", _began(steps=[])),
    ],
)
def test_what_is_not_an_event_is_damage(kind: str, data: str):
    with pytest.raises(StoreDamaged):
        SESSION_EVENTS.decode(kind, data)


def test_damage_never_quotes_what_was_read():
    fields = dataclasses.asdict(entry("e1", "a secret")) | {
        "kind": "secret kind",
        "text": " secret",
    }

    with pytest.raises(StoreDamaged) as damage:
        codec.restore(NotebookEntry, fields)

    assert "secret" not in str(damage.value)
    assert damage.value.__cause__ is None
    assert damage.value.__suppress_context__
