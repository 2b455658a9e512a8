"""One process over one file: opens it, reads from it, writes to it; tells how long each took.

``python -m tests.benchmarks.keeping FOLDER``; ``fill`` makes the file of ten years.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

BEGAN = time.perf_counter()

from coupleapp.domain.couple import Couple, Seat  # noqa: E402
from coupleapp.domain.guided_session.events import Ending  # noqa: E402
from coupleapp.domain.guided_session.past import PastSession  # noqa: E402
from coupleapp.domain.guided_session.plan import Moment  # noqa: E402
from coupleapp.domain.guided_session.turn_events import SaidBack  # noqa: E402
from coupleapp.domain.notebook import EntryKind, NotebookEntry  # noqa: E402
from coupleapp.domain.settings import Settings  # noqa: E402
from coupleapp.store import Store, open_store  # noqa: E402

IMPORTED_S = time.perf_counter() - BEGAN

YEARS, SESSIONS_A_WEEK, EVENTS, LINES = 10, 3, 60, 5000
FIRST = datetime(2016, 11, 23, 20, 0, tzinfo=UTC)
PAGE = 50
WRITTEN_SESSIONS = 10
LINE = "You put the kettle on before I asked, and then you sat with me until it was dark, {}."


def session(number: int, at: datetime) -> PastSession:
    seat = Seat.LEFT if number % 2 else Seat.RIGHT
    return PastSession(
        id=f"{number:032x}",
        format_id="theme_talk",
        theme_id="home",
        prompt_ids=(),
        introducer=seat,
        first_speaker=seat.other,
        introduced=True,
        talked=True,
        began_at=at,
    )


def events(at: datetime) -> list[SaidBack]:
    return [SaidBack(Moment(at + timedelta(seconds=n), float(n))) for n in range(EVENTS)]


def begin(folder: Path) -> None:
    """An empty file of two people."""
    store = open_store(folder, [])
    store.couple.save(Couple("Maya", "Tomas", date(2016, 11, 1)), Settings())
    store.close()


def fill(folder: Path) -> None:
    """Ten years of the two."""
    begin(folder)
    store = open_store(folder, [])
    count = YEARS * 52 * SESSIONS_A_WEEK
    owed = 0
    for number in range(count):
        at = FIRST + timedelta(days=number * 7 / SESSIONS_A_WEEK)
        this = session(number, at)
        due = LINES * (number + 1) // count
        lines = [
            NotebookEntry(
                id=f"e{n:031x}",
                kind=EntryKind.MOMENT,
                author=this.introducer,
                text=LINE.format(n),
                written_at=at + timedelta(seconds=n - owed),
                session_id=this.id,
            )
            for n in range(owed, due)
        ]
        owed = due
        end = at + timedelta(hours=1)
        whole = replace(this, ended_at=end, ending=Ending.FINISHED, next_date=end)
        store.sessions.append(whole, 0, events(at), lines)
    store.close()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def write(store: Store) -> list[float]:
    """One event at a time, as a guided session does."""
    took = []
    for number in range(10**6, 10**6 + WRITTEN_SESSIONS):
        at = FIRST + timedelta(days=4000)
        this = session(number, at)
        kept = events(at)
        for count, event in enumerate(kept):
            took.append(seconds(lambda: store.sessions.append(this, count, [event])))  # noqa: B023
    return took


def walk(store: Store, pages: int) -> list[float]:
    """The first pages, one after the other."""
    last = None
    took = []
    for _ in range(pages):
        began = time.perf_counter()
        page = store.notebook.page(last, PAGE)
        took.append(time.perf_counter() - began)
        last = page[-1] if page else None
    return took


def measure(folder: Path) -> dict[str, float | int]:
    opened: list[Store] = []
    told: dict[str, float | int] = {"import": IMPORTED_S}
    told["open"] = seconds(lambda: opened.append(open_store(folder, [])))
    store = opened[0]
    told["bytes"] = sum(path.stat().st_size for path in folder.glob("*.db"))
    told["page_first"], *later = walk(store, 10)
    told["page"] = statistics.median(later)
    told["history"] = statistics.median(seconds(store.sessions.history) for _ in range(5))
    took = sorted(write(store))
    told["commit"] = statistics.median(took)
    told["commit_p99"] = took[int(len(took) * 0.99)]
    told["close"] = seconds(store.close)
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
