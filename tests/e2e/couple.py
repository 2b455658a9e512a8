"""What two people do, as steps a test can name."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from coupleapp.application.session_summary import summary_of
from coupleapp.domain.couple import Couple
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import Moment, fold
from coupleapp.domain.guided_session.events import Began, Ended, Ending
from coupleapp.domain.settings import Settings
from coupleapp.store import open_store
from tests.domain.guided_session.sessions import a_plan
from tests.e2e.desk import RunningApp


def first_run(app: RunningApp, left: str = "Maya", right: str = "Tomas") -> None:
    screen = app.screen
    screen.wait_for("Before you begin")
    screen.press("We have both read this")
    screen.field("On the left sits").write(left)
    screen.field("On the right sits").write(right)
    screen.press("Begin")


def have_begun(folder: Path, since: date | None = None) -> None:
    """As after the first run, today or on that day, with the app closed."""
    with closing(open_store(folder, [])) as store:
        couple = Couple("Maya", "Tomas", since or datetime.now().astimezone().date())
        store.couple.save(couple, Settings())


def have_come_so_deep(folder: Path, depth: int, at: datetime) -> None:
    """As after many good talks, with the app closed."""
    store = open_store(folder, [])
    store.programme.keep_ceilings(Ceilings(5, 5))
    moment = Moment(at, 0.0)
    log = [Began(moment, replace(a_plan(), theme_id="", depth=depth))]
    log.append(Ended(moment, Ending.STOPPED))
    state = fold(log)
    store.sessions.append(summary_of("deep", at, state, at), 0, log)
    store.close()


def agree(app: RunningApp) -> None:
    """Both keys, held for two seconds."""
    app.screen.wait_for("Shall we?")
    with app.desk.holding("f", "j"):
        app.screen.wait_for("This is for")


def both_are_calm(app: RunningApp) -> None:
    for name in ("Maya", "Tomas"):
        app.screen.wait_for(f"This is for {name} alone")
        app.screen.press("I am alone with the screen")
        app.screen.wait_for("How tense are you right now?")
        app.desk.keys("2")
        app.screen.press("A talk is fine today")
    # Once, before the first breath.
    for name in ("Maya", "Tomas"):
        app.screen.press(f"{name} has read it")


def breathe_and_read(app: RunningApp) -> None:
    app.screen.press("Back to normal breathing")
    app.screen.press("begins")


def until_speaking(app: RunningApp) -> None:
    app.screen.press("Sit down together")
    agree(app)
    both_are_calm(app)
    breathe_and_read(app)
    app.screen.wait_for("speaks")


def one_chunk(app: RunningApp, speaker_key: str, listener_key: str) -> None:
    app.screen.wait_for("Done")
    app.desk.keys(speaker_key)
    app.screen.wait_for("What did you hear?")
    app.desk.keys(listener_key)
    app.screen.wait_for("was that it?")
    app.screen.press("That's it")


def speak_in_turn(app: RunningApp, first: str, then: str) -> None:
    """Both have their say on one question, each with their own key."""
    one_chunk(app, first, then)
    one_chunk(app, then, first)
