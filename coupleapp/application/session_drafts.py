"""What was typed in a guided session: kept through a crash, and put away when it is over."""

from collections.abc import Mapping

from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import SessionStore
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.formats.parts import PartKind

NEW_ENTRY = "notebook:new"
NEW_TALK = "plans:talk:new"
NEXT_FIELDS = ("place", "will")
"""What is typed when the next date is asked for."""

PLAN = "trial"
"""Where the plan of a talk about needs is written."""
PLAN_FIELDS = (
    "what",
    "when",
    "where",
    "left_will",
    "left_honours",
    "right_will",
    "right_honours",
)
"""The fields of that plan, in the order in which they are read."""

_ALL = "session:"
_FOR_BOTH = frozenset(
    {
        StepKind.MATTERED,
        StepKind.SMALL_WIN,
        StepKind.APPRECIATE,
        StepKind.CLOSING_ROUND,
        StepKind.NOTEBOOK,
        PartKind.KEEP,
    }
)


def draft_key(session_id: str, *place: object) -> str:
    """The key of the draft of something typed in this session."""
    return ":".join(map(str, (f"{_ALL}{session_id}", *place)))


def alone_key(seat: str) -> str:
    """The key under which what this partner began to write alone waits for them."""
    return f"alone:{seat}"


def forget_plan(drafts: Drafts, session_id: str) -> None:
    """Forget the drafts of this talk's plan: it is an agreement now, or was let go."""
    for field in (*PLAN_FIELDS, "days"):
        drafts.forget(draft_key(session_id, PLAN, field))


def has_for_both(drafts: Drafts, session_id: str) -> bool:
    """Whether something that was begun for both would wait in the notebook.

    Raises:
        StoreError: It could not be read.
    """
    return bool(_for_both(drafts.under(draft_key(session_id) + ":"), session_id))


def put_away(drafts: Drafts, session_id: str) -> bool:
    """A session is over: what was begun for both waits in the notebook as a new entry.

    What somebody wrote alone waits for them alone, and what was begun for the next time waits
    where one agrees on it. A plan that both were writing when they stopped is no plan, and waits
    in the notebook, too. Everything else (words found behind the curtain, typed turns) is
    forgotten.

    Returns:
        Whether something waits in the notebook.

    Raises:
        StoreError: It could not be read; nothing is forgotten.
    """
    begun = drafts.under(draft_key(session_id) + ":")
    for_both = _for_both(begun, session_id)
    for key, text in begun.items():
        stage, who = _place(key, session_id)
        if stage == StepKind.WRITE:
            drafts.keep(alone_key(who), text)
        elif stage == StepKind.NEXT_DATE and not drafts.recall(f"{NEW_TALK}:{who}"):
            drafts.keep(f"{NEW_TALK}:{who}", text)
    if for_both:
        there = drafts.recall(NEW_ENTRY)
        drafts.keep(NEW_ENTRY, "\n".join([there, *for_both]).strip())
    for key in begun:
        drafts.forget(key)
    drafts.forget_all(draft_key(session_id) + ":")
    return bool(for_both)


def _for_both(begun: Mapping[str, str], session_id: str) -> list[str]:
    lines = [text for key, text in begun.items() if _place(key, session_id)[0] in _FOR_BOTH]
    plan = (begun.get(draft_key(session_id, PLAN, field), "") for field in PLAN_FIELDS)
    return [*lines, *filter(None, plan)]


def _place(key: str, session_id: str) -> tuple[str, str]:
    stage, _, who = key.removeprefix(draft_key(session_id) + ":").partition(":")
    return stage, who


def sweep(drafts: Drafts, sessions: SessionStore) -> None:
    """Put away what sessions that were over when the app went left behind."""
    left = {key.split(":")[1] for key in drafts.under(_ALL)}
    for living in (sessions.unfinished(), sessions.waiting()):
        if living is not None:
            left.discard(living.id)
    over = {past.id for past in sessions.history() if past.ended_at is not None} if left else set()
    for session_id in left & over:
        put_away(drafts, session_id)
