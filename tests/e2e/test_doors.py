"""From Home to what they look for in two presses, and back by the keyboard alone."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.store import open_store
from coupleapp.store.agreements import add_agreement
from tests.domain.agreements.agreeing import TEA
from tests.e2e import couple

pytestmark = pytest.mark.e2e

NOW = "2026-11-30T18:00:00+01:00"
GIVEN = "You put the kettle on before I asked."


@pytest.fixture
def app(start, tmp_path):
    """A week after a couple gave each other thanks, and agreed on something."""
    folder = tmp_path / "data"
    then = datetime.fromisoformat(NOW).astimezone(UTC) - timedelta(days=7)
    couple.have_begun(folder, then.date())
    with closing(open_store(folder, [])) as store:
        thanks = NotebookEntry("e1", EntryKind.APPRECIATION, Seat.RIGHT, GIVEN, then)
        store.notebook.add(thanks)
        with store.database.transaction() as work:
            add_agreement(work, replace(TEA, made_at=then))
    app = start("--now", NOW)
    app.screen.wait_for("This week")
    return app


@pytest.mark.parametrize(
    ("presses", "found"),
    [
        (["Ours"], "I will leave my telephone in the hall"),
        (["Talks", "Packs"], "None is here yet."),
        (["Notebook"], GIVEN),
        (["Settings", "Evening reminders"], "21:30"),
    ],
)
def test_in_two_presses_and_back_by_escape(app, desk, presses, found):
    for press in presses:
        app.screen.press(press)
    app.screen.wait_for(found)
    for _ in presses:
        desk.keys("Escape")
    app.screen.wait_for("Just breathe")


def test_alt_left_leads_up_too(app, desk):
    app.screen.press("Talks")
    app.screen.press("Packs")
    app.screen.wait_for("None is here yet.")
    desk.keys("alt+Left")
    app.screen.wait_for("What would be good for you both tonight?")
    desk.keys("alt+Left")
    app.screen.wait_for("Just breathe")
