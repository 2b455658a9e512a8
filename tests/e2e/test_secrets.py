"""A sentence that was written everywhere, and everywhere it must not be found."""

import os
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.evening import Appreciation
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.programme.own_themes import OwnQuestion, OwnTheme
from coupleapp.domain.together.ideas import Idea, Traits
from coupleapp.store import open_store
from coupleapp.store.agreements import add_agreement
from tests.domain.agreements.agreeing import TEA
from tests.e2e import couple
from tests.e2e.atspi import until
from tests.e2e.test_lock import MINE, choose_passphrase, found_in, memory_of, times_in
from tests.store.helpers import entry

pytestmark = pytest.mark.e2e

PAGES = (
    "Notebook",
    *("Ours", "Next talk", "Back to Ours", "Rituals", "Back to Ours", "Something together"),
    *("Talks", "Themes", "Settings"),
)


def write_everywhere(folder) -> None:
    now = datetime.now(UTC)
    card = PromptCard(None, MINE, "", "")
    both = frozenset(Seat)
    with closing(open_store(folder, [])) as store:
        store.notebook.add(replace(entry("e1", MINE), written_at=now))
        store.notebook.add(replace(entry("e2", MINE), author=Seat.LEFT, private=True))
        store.drafts.remember_draft("notebook:new", MINE)
        store.drafts.remember_draft("alone:left", MINE)
        store.evenings.give(now.date(), Appreciation(Seat.LEFT, MINE))
        store.appointments.keep(Appointment("a1", now + timedelta(days=2), MINE, MINE))
        store.rituals.keep(OwnRitual("r1", MINE, MINE, frozenset({1}), time(20), both, now))
        store.activities.keep_idea(Idea("own_i", MINE, Traits(), now, Seat.LEFT))
        store.own_themes.keep_theme(OwnTheme("own_t", MINE, MINE, None, now), card)
        store.own_themes.keep_question(
            OwnQuestion("own_q", "home", 1, MINE, "", "", None, now), card
        )
        with store.database.transaction() as work:
            add_agreement(work, replace(TEA, made_at=now))
        who, settings = store.couple.couple(), store.couple.settings()
        comforts = Both(Comfort(MINE, MINE), Comfort())
        store.couple.save(who, replace(settings, comforts=comforts))


def titles(app) -> str:
    """Of every window there is, as the desktop knows them."""
    tree = ["xwininfo", "-root", "-tree"]
    done = subprocess.run(tree, env=app.desk.env, capture_output=True, text=True, check=True)
    return done.stdout


def look_at(app, page) -> tuple[bool, str]:
    """Whether the sentence is on this page, and the titles while it is shown."""
    before = app.screen.names()
    app.screen.press(page)
    names = until(lambda: shown(app, before), lambda: f"another page than before {page}")
    return any(MINE in name for name in names), titles(app)


def shown(app, before: list[str]) -> list[str]:
    now = app.screen.names()
    return now if now != before and now == app.screen.names() else []


def files_of(*places) -> list:
    return [path for place in places for path in place.rglob("*") if path.is_file()]


def test_what_they_wrote_is_in_no_file_title_or_memory(start, desk, tmp_path):
    temp = tmp_path / "temp"
    temp.mkdir()
    desk.env["TMPDIR"] = str(temp)
    app = start()
    couple.first_run(app)
    assert app.close() == ""
    write_everywhere(app.folder)
    app = start()
    seen, named = zip(*(look_at(app, page) for page in (*PAGES, "Home")), strict=True)
    assert sum(seen) >= 3
    assert all("Nearer" in one for one in named)
    choose_passphrase(app)
    app.desk.keys("ctrl+l")
    app.screen.wait_for("Closed for now")
    assert not any(MINE in one for one in (*named, titles(app)))
    assert not any(MINE in name for name in app.screen.names())
    if os.geteuid() == 0:
        until(lambda: times_in(memory_of(app)) == 0, lambda: "nothing of it in memory")
    assert app.close() == ""
    files = files_of(app.folder, desk.home, temp)
    assert len(files) >= 8
    assert len(list((app.folder / "copies").glob("*.db"))) >= 1
    assert [path for path in files if found_in(path.read_bytes())] == []
    assert not any(MINE in str(path) for path in files)
