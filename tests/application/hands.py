"""A clock moved by hand, a disk that fails for real, and two people who press on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from uuid import uuid4

from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.ports import StoreError, StoreFull
from coupleapp.application.session_leader import SessionLeader
from coupleapp.console.self_test import StagedClock
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import Command
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.timing import timing
from coupleapp.store import Store
from tests.domain.guided_session.sessions import a_way_on


class HandClock(StagedClock):
    """Both hands move together, or the wall's alone: the computer sleeps, or somebody sets it."""

    def __init__(self, speed: float = 1.0) -> None:
        super().__init__()
        self.speed = speed
        self._wall = timedelta()

    def now(self):
        return super().now() + self._wall

    def move_wall(self, seconds: float) -> None:
        self._wall += timedelta(seconds=seconds)


def at_once(work: Callable[[], None]) -> None:
    """What the app hands aside, here and now; as there, a known trouble is silent."""
    with suppress(StoreError):
        work()


def new_id() -> str:
    return uuid4().hex


def sessions_of(store: Store, clock: StagedClock) -> GuidedSessions:
    return GuidedSessions(store.sessions, clock, new_id, at_once)


def pragma(store: Store, words: str) -> int | None:
    rows = store.database._run(f"PRAGMA {words}")
    return rows[0][0] if rows else None


@contextmanager
def write_protected(store: Store) -> Iterator[None]:
    """Nothing can be written, however small."""
    pragma(store, "query_only = ON")
    try:
        yield
    finally:
        pragma(store, "query_only = OFF")


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """The file cannot grow; what is longer than a page does not fit."""
    pragma(store, f"max_page_count = {pragma(store, 'page_count')}")
    ballast: list[str] = []
    while True:
        try:
            store.drafts.remember_draft(f"ballast:{len(ballast)}", "x" * 3000)
        except StoreFull:
            break
        ballast.append(f"ballast:{len(ballast)}")
    try:
        yield
    finally:
        pragma(store, "max_page_count = 1073741823")
        for key in ballast:
            store.drafts.remember_draft(key, "")


def pass_time(leader: SessionLeader, clock: StagedClock, seconds: float) -> None:
    """Time passes as it does in the app: looked at every second."""
    while seconds > 0:
        clock.pass_time(min(1.0, seconds))
        leader.tick()
        seconds -= 1.0


def next_command(leader: SessionLeader) -> Command:
    """What the two would do where the session stands."""
    if isinstance(leader.state.step, s.NextDate):
        return c.PlanNext(leader.now.at + timedelta(days=7))
    return a_way_on(leader.state)


def press_on(leader: SessionLeader) -> None:
    """One step further, by the very command that ends it."""
    step = leader.state.step
    if isinstance(step, s.Sharing):
        if step.kind == "rate":
            refusal = leader.handle(c.Rate(step.seat, 8, 2))
        else:
            refusal = leader.share(step.seat, f"{step.kind} of {step.seat}")
    elif isinstance(step, s.ClosingRound) and _unwritten(leader):
        seat, ask = _unwritten(leader)[0]
        refusal = leader.keep_in_round(seat, ask, f"{ask} of {seat}")
    else:
        refusal = leader.handle(next_command(leader))
    assert refusal is None, refusal


def _unwritten(leader: SessionLeader) -> list[tuple[Seat, StepKind]]:
    kept = leader.state.step.kept
    return [
        (seat, ask) for seat in Seat for ask in leader.state.round_asks if (seat, ask) not in kept
    ]


def play_through(leader: SessionLeader, clock: StagedClock) -> None:
    """To the end, in a good hour."""
    for _ in range(120):
        if leader.over:
            return
        clock.pass_time(2)
        press_on(leader)
    raise AssertionError(f"it stays at {leader.state.step}")


def seconds_left(leader: SessionLeader) -> float | None:
    running = timing(leader.state, leader.now)
    return None if running is None else running.left
