"""On Wayland: no window of ours comes that nobody has asked for, and a press brings it."""

from contextlib import closing
from datetime import date, time
from functools import partial

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.locked_evening import LockedEvening
from coupleapp.domain.lock import Passphrase
from coupleapp.store import open_store, write_locked_evening
from tests.desktop.notices import Desktop
from tests.desktop.session import Service
from tests.e2e import couple
from tests.e2e.atspi import until
from tests.e2e.conftest import nothing_may_be_missing
from tests.e2e.desk import missing
from tests.e2e.sway import NEEDED, SwayDesk
from tests.store.helpers import quick

pytestmark = pytest.mark.e2e


@pytest.fixture
def desk(tmp_path_factory):
    nothing_may_be_missing(missing(NEEDED))
    desk = SwayDesk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.clear()


@pytest.fixture
def notices(desk):
    """The desktop's own notifications; to be there before the app."""
    notices = Desktop(partial(Service, desk.bus))
    yield notices
    desk.clear()
    notices.service.leave()


def test_a_first_evening_where_nothing_can_be_pressed(notices, start):
    notices.can = ["body"]
    app = start("--speed", "2")
    couple.one_evening(app)
    screen = app.screen
    screen.press("Settings")
    screen.press("Evening reminders on this computer")
    screen.wait_for("So the question waits for you on Home.")
    assert app.close() == ""


def test_who_writes_keeps_the_keyboard_and_a_press_brings_the_evening(
    notices, start, desk, letter, tmp_path
):
    couple.have_begun(tmp_path / "data", date(2026, 11, 23))
    written = letter()
    desk.keys("d", "e", "a", "r")
    desk.env["WAYLAND_DEBUG"] = "1"
    app = start("--background", "--now", "2026-11-23T21:29:58")
    until(lambda: notices.shown, lambda: "the question")
    desk.keys("k", "i", "m", "Return", "space", "Escape")
    until(lambda: written.read_text() == "dearkim ", written.read_text)
    assert (desk.windows(), desk.active_window()) == (["Letter"], "Letter")
    (told,) = notices.shown.values()
    assert told[3:5] == ("Nearer", "A moment for you, whenever it suits.")
    token = desk.token()
    notices.press(notices.only(), token=token)
    screen = app.screen
    screen.wait_for("A quiet moment?")
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    assert notices.shown == {}
    screen.press("Yes")
    screen.press("Maya writes")
    screen.field("One thing you appreciate")
    desk.keys("t", "h", "a", "n", "k", "s")
    screen.press("Seal it")
    screen.wait_for("One is sealed")
    screen.press("Tomas writes")
    screen.press("I will say it aloud")
    screen.press("Open both")
    screen.wait_for("thanks")
    screen.press("Good night")
    until(lambda: desk.windows() == ["Letter"], desk.windows)
    assert written.read_text() == "dearkim "
    asked, rest = sorted_out(app.close())
    assert [line for line in asked if f'activate("{token}"' in line], "by the right of the press"
    assert rest == []


def test_while_the_notebook_is_locked_it_is_the_same(notices, start, desk, letter, tmp_path):
    folder = tmp_path / "data"
    couple.have_begun(folder, date(2026, 11, 23))
    with closing(open_store(folder, [])) as store:
        Lock(quick(store).lock).choose(Passphrase("the heron on the lake"))
    write_locked_evening(folder, LockedEvening(time(21, 30)))
    letter()
    app = start("--background", "--now", "2026-11-23T21:29:58")
    until(lambda: notices.shown, lambda: "the question")
    assert (desk.windows(), desk.active_window()) == (["Letter"], "Letter")
    notices.press(notices.only(), token=desk.token(), what="open")
    app.screen.wait_for("A quiet moment?")
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    app.screen.press("Yes")
    app.screen.wait_for("Closed for now")
    assert app.close() == ""


def sorted_out(said: str) -> tuple[list[str], list[str]]:
    """What was said to the compositor, and all the rest."""
    lines = said.splitlines()
    asked = [line for line in lines if line.startswith("[")]
    return asked, [line for line in lines if not line.startswith("[")]
