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
    screen.field("On the left sits").write(left)
    screen.field("On the right sits").write(right)
    screen.press("Go on")
    screen.wait_for("Before you begin")
    screen.press("We have both read this")


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
        app.screen.press("Only I am looking")
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


def one_evening(app: RunningApp) -> None:
    """From an empty machine to a line in the notebook."""
    screen = app.screen
    first_run(app)
    screen.wait_for("This week: everyday joys")
    until_speaking(app)
    speak_in_turn(app, "j", "f")
    for which, first, then in (("second", "f", "j"), ("last", "j", "f")):
        screen.wait_for(f"The {which} question")
        screen.press("begins")
        speak_in_turn(app, first, then)
    screen.wait_for("What did you hear that mattered?")
    screen.press("Maya keeps a line")
    screen.field("Maya, what did you hear that mattered").write("You like the quiet mornings.")
    screen.press("Keep this line")
    screen.wait_for("Kept in your notebook")
    screen.wait_for("You like the quiet mornings.")
    screen.press("Tomas keeps a line")
    screen.press("Done well")
    screen.field("Tomas, what did Maya do well").write("You waited until I had finished.")
    screen.press("Keep this line")
    screen.press("We have said it")
    for name in ("Maya", "Tomas"):
        screen.wait_for(f"This is for {name} alone")
        screen.press("Only I am looking")
        screen.wait_for("How well did you feel heard?")
        if name == "Maya":
            app.desk.keys("8")
            screen.press("Done")
        else:
            screen.press("Rather not say")
    screen.wait_for("When will you sit down again?")
    screen.press("Yes, ")
    screen.wait_for("You both stayed.")
    screen.wait_for("Next: ")
    screen.wait_for("You waited until I had finished.")
    screen.press("Home")
    screen.wait_for("your next talk")
    screen.press("Notebook")
    screen.wait_for("You like the quiet mornings.")
    screen.press("Write")
    screen.field("A new entry").write("The lake was frozen at the edges.")
    screen.press("Keep it")
    screen.wait_for("The lake was frozen at the edges.", "label")
