"""Plays whole evenings in a throw-away profile, through the real models, and says what held."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coupleapp.console.output import say
from coupleapp.domain.guided_session.needs_steps import NeedsStep

if TYPE_CHECKING:
    from coupleapp.domain.formats.format import Format
    from coupleapp.domain.programme.programme import Programme
    from coupleapp.shell.page_entry import Pages
    from coupleapp.shell.use_cases import UseCases
    from coupleapp.store import Store
    from coupleapp.ui.guided_session.closing_round import ClosingRoundModel
    from coupleapp.ui.guided_session.session_model import SessionModel
    from coupleapp.ui.guided_session.snapshot import SessionProps
    from coupleapp.ui.needs.list_controls import ListControls
    from coupleapp.ui.needs.trial_controls import TrialControls

TIMES = 2
"""How often each format is played: each partner begins once."""

MOST_PRESSES = 4000
"""No format needs as many presses and seconds; more means that one does not end."""


class StagedClock:
    """A clock that is moved by hand, a second at a time."""

    speed = 1.0

    def __init__(self) -> None:
        self._at = 0.0
        self._start = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Aware UTC."""
        return self._start + timedelta(seconds=self._at)

    def monotonic(self) -> float:
        """Seconds since the beginning."""
        return self._at

    def zone(self) -> tzinfo:
        """UTC, wherever it runs."""
        return UTC

    def pass_time(self, seconds: float) -> None:
        """Move on by this much."""
        self._at += seconds


class SelfTestFailedError(Exception):
    """Something did not hold; the sentence says what."""


def _hold(condition: object, sentence: str) -> None:
    if not condition:
        raise SelfTestFailedError(sentence)


def press_on(pages: "Pages", clock: StagedClock) -> None:
    """Do in the present step what two people would, once."""
    from coupleapp.ui.calm.breath_model import BreathModel
    from coupleapp.ui.guided_session.closing_round import ClosingRoundModel
    from coupleapp.ui.guided_session.composing import ComposeControls
    from coupleapp.ui.guided_session.next_date import NextDateModel
    from coupleapp.ui.guided_session.session_model import SessionModel
    from coupleapp.ui.guided_session.turns import TurnControls
    from coupleapp.ui.guided_session.writing import WritingControls
    from coupleapp.ui.needs.list_controls import ListControls
    from coupleapp.ui.needs.trial_controls import TrialControls

    session, turns = pages.model(SessionModel), pages.model(TurnControls)
    composing, writing = pages.model(ComposeControls), pages.model(WritingControls)
    lists, plan, props = pages.model(ListControls), pages.model(TrialControls), session.props
    presses: dict[str, Callable[[], object]] = {
        "agree": session.agree,
        "readiness": lambda: (session.openCurtain(), session.answerReadiness(2, True)),  # noqa: FBT003
        "card": session.goOn,
        "inventory": session.goOn,
        "caution": lambda: pages.model(BreathModel).read(""),
        "ground": session.goOn,
        "introduce": session.beginTurns,
        "mirror": lambda: session.press(props.talker),
        "guess": turns.guess,
        "compose": lambda: (session.openCurtain(), composing.finish()),
        "confirm": lambda: (session.press("left"), session.press("right")),
        "keep": lambda: writing.share("A door, on a Tuesday."),
        "write": lambda: writing.finishWriting("It was late.", True, True),  # noqa: FBT003
        "closing_round": lambda: _look_back(pages.model(ClosingRoundModel), props),
        "rate": lambda: (session.openCurtain(), session.rate(8, 2)),
        "topic": lambda: lists.choose(1),
        "lists": lambda: _write_a_list(session, lists),
        "board": session.goOn,
        "core": lists.sayCoreBack,
        "common": lambda: plan.goOn("An evening of ours."),
        "options": lambda: _gather(plan),
        "trial": lambda: plan.propose(
            "tea on the stairs", "at nine", "", "call", "rest", "listen", "ease"
        ),
        "trial_confirm": lambda: (session.press("left"), session.press("right")),
        "next_date": pages.model(NextDateModel).planOffered,
    }
    if props.stage in {"heard", "more", "wish", "guess_check", "spare", "core_check"}:
        turns.answer(0)
        return
    if props.stage in presses:
        presses[props.stage]()
        return
    # Breathing and speaking end by themselves.
    clock.pass_time(1.0)
    session.look_at_the_clock()


def _look_back(closing: "ClosingRoundModel", props: "SessionProps") -> None:
    """Both write a line on everything that is asked."""
    for name, seat in ((props.left_name, "left"), (props.right_name, "right")):
        closing.write(seat)
        while closing.props.writer == seat:
            closing.keep(f"{name} wrote: you let a silence be.")
            closing.write(seat)
    closing.goOn()


def _write_a_list(session: "SessionModel", lists: "ListControls") -> None:
    session.openCurtain()
    lists.add("What mattered was an hour of quiet.", "It is where I rest.")
    lists.turnTo("flexible")
    lists.finish("Which day it is.", "")


def _gather(plan: "TrialControls") -> None:
    for option in ("Tea on the stairs.", "A walk at noon.", "Nothing at all, on Fridays."):
        plan.add(option)
    plan.goOn("")


@dataclass(frozen=True, slots=True)
class _Played:
    """How a session went; ``after``: screens after the last part of the talk, to Home."""

    steps: int
    questions: int
    after: int


def _play(use: "UseCases", pages: "Pages", kind: "Format", clock: StagedClock) -> _Played:
    """One whole guided session of this format."""
    from coupleapp.ui.guided_session.announcements import place
    from coupleapp.ui.guided_session.session_model import SessionModel

    session, couple = pages.model(SessionModel), use.couples.couple
    _hold(couple, "there is no couple")
    leader = use.sitting_down.begin(kind)
    stages: list[str] = []
    after: list[object] = []

    def look() -> None:
        props, state = session.props, leader.state
        if not stages or stages[-1] != props.stage:
            stages.append(props.stage)
        screen = (place(props), props.curtain)
        if state.turn is not None or isinstance(state.step, NeedsStep):
            after.clear()
        elif screen not in after:
            after.append(screen)

    signals: Any = session  # those of its snapshot the type checker does not see
    signals.entered.connect(look)
    signals.curtainChanged.connect(look)
    if couple is not None:
        session.lead(leader, couple)
    for _ in range(MOST_PRESSES):
        if leader.over:
            break
        press_on(pages, clock)
    signals.entered.disconnect(look)
    signals.curtainChanged.disconnect(look)
    _hold(stages[-1] == "over", f"the session did not end, it stays at {stages[-1]}")
    _hold(session.props.ending == "finished", "the session did not end well")
    played = use.store.sessions.history()[-1].format_id
    _hold(played == kind.id, f"{played} was played and not {kind.id}")
    session.clear()
    return _Played(len(stages), len(leader.state.read), len(after))


def _lines_of(kind: "Format") -> int:
    """How many lines one session of this format leaves in the notebook of both."""
    parts = [part for step in kind.steps for part in (*step.parts, *step.closing)]
    per_partner = sum(len(step.asks) for step in kind.steps)
    return 2 * (per_partner + sum(part.kind == "keep" for part in parts))


def _check_saved(store: "Store", formats: Sequence["Format"]) -> None:
    history = store.sessions.history()
    _hold(len(history) == TIMES * len(formats), "a session was not kept")
    asks = {kind.id for kind in formats if any(s.kind == "next_date" for s in kind.steps)}
    whole = all(s.ended_at and (s.next_date or s.format_id not in asks) for s in history)
    _hold(whole, "a session is not whole")
    _hold(store.sessions.unfinished() is None, "a session is left unfinished")
    lines, wanted = len(store.notebook.page(None, 1000)), TIMES * sum(map(_lines_of, formats))
    _hold(lines == wanted, f"the notebook has {lines} lines and not {wanted}")
    plans = sum(step.kind == "trial" for kind in formats for step in kind.steps)
    _hold(len(store.agreements.logs()) == TIMES * plans, "a plan that both said yes to is gone")
    first = {s.first_speaker for s in history if s.talked}
    _hold(len(first) == TIMES, "the same partner always spoke first")


def _programme() -> "Programme":
    from coupleapp.desktop.resources import resource_folder
    from coupleapp.packs import load_programme

    found = load_programme(resource_folder() / "programme")
    _hold(not found.refused, "a file of the programme cannot be read")
    _hold(found.programme.formats, "there is no format to play")
    return found.programme


def _run(folder: Path) -> None:
    from PySide6.QtCore import QUrl

    from coupleapp.shell.pages import build_pages
    from coupleapp.shell.use_cases import build_use_cases
    from coupleapp.store import open_store
    from coupleapp.ui.base.app_model import AppModel

    clock, programme = StagedClock(), _programme()
    store = open_store(folder, [])
    use = build_use_cases(store, programme, clock, lambda work: work(), rehearsal=True)
    pages = build_pages(use, AppModel(QUrl()), lambda: False)
    use.couples.begin("Maya", "Tomas", time(21, 30))
    for kind in programme.formats:
        played = _Played(0, 0, 0)
        for _ in range(TIMES):
            played = _play(use, pages, kind, clock)
            clock.pass_time(3600)
        say(
            f"{kind.id}: played {TIMES} times to its end, {played.steps} steps, "
            f"{played.questions} questions, {played.after} screens after"
        )
    store.close()
    plain = any(b"you let a silence be" in path.read_bytes() for path in folder.iterdir())
    _hold(not plain, "a word lies on the disk unencrypted")
    again = open_store(folder, [])
    _check_saved(again, programme.formats)
    again.close()


def run_self_test(keep: Path | None = None) -> int:
    """Run it; 0 when everything held, else 1.

    Args:
        keep: An empty folder, or one that is not there yet, in which what was played stays.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="nearer-self-test-") as folder:
        done = _verdict(keep or Path(folder))
    del app
    return done


def _verdict(folder: Path) -> int:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _hold(not any(folder.iterdir()), "its folder is not empty")
        _run(folder)
    except SelfTestFailedError as failed:
        say(f"self-test: failed, {failed}")
        return 1
    except Exception as error:  # noqa: BLE001 - whatever it is, the verdict is no
        say(f"self-test: failed, {type(error).__name__}")
        return 1
    say("self-test: all well")
    return 0
