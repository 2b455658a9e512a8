"""A log of an earlier version means the same today: ``logs`` was written once, by its own code."""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from coupleapp.domain.guided_session import GuidedSession, fold
from coupleapp.store.codec import SESSION_EVENTS

LOGS = sorted((Path(__file__).parent / "logs").glob("*.json"))
STATE = TypeAdapter(GuidedSession)


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_log_of_an_earlier_version_means_the_same(path: Path):
    stored = json.loads(path.read_text("utf-8"))

    state = fold(SESSION_EVENTS.decode(kind, data) for kind, data in stored["events"])

    _assert_says_the_same(STATE.dump_python(state, mode="json"), stored["state"])


def test_there_are_logs_of_every_kind_that_was_shipped_then():
    assert len(LOGS) == 60


def _assert_says_the_same(today: object, then: object) -> None:
    """What was there then is there today; what is new since has nothing to be compared with."""
    if isinstance(then, dict):
        assert isinstance(today, dict)
        for name, value in then.items():
            _assert_says_the_same(today[name], value)
    else:
        assert today == then
