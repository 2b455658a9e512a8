import dataclasses
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.guided_session import Event, Moment
from coupleapp.domain.guided_session.turn_events import TalkFinished
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


@pytest.mark.parametrize("gives", [True, False])
def test_a_log_from_before_the_floor_had_one_name_means_the_same(gives):
    """``last`` is what ``gives_floor`` was called in files that are on disk."""
    stored = '{"at":{"at":"2026-11-23T20:00:12Z","clock":12.25},"last":%s}'
    old = SESSION_EVENTS.decode("TalkFinished", stored % str(gives).lower())
    at = datetime(2026, 11, 23, 20, 0, 12, tzinfo=UTC)
    assert old == TalkFinished(Moment(at, 12.25), gives_floor=gives)
    kind, data = SESSION_EVENTS.encode(old)
    assert kind == "TalkFinished"
    assert json.loads(data)["last"] is gives, "an older Nearer reads it, too"


def _began(**changed: object) -> str:
    fields = json.loads(SESSION_EVENTS.encode(began())[1])
    return json.dumps(fields | {"plan": fields["plan"] | changed})


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("Shouted", "{}"),
        ("SaidBack", "{}"),
        ("TalkFinished", "not JSON"),
        ("TalkFinished", "[1]"),
        ("TalkFinished", '{"at": {"at": "2026-11-23T20:00:12Z", "clock": 12.0}}'),
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
