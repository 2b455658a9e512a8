"""Everything the couple keeps, as plain data that any program can read."""

from dataclasses import asdict
from datetime import date
from typing import Any, Protocol

from coupleapp.application.activities import ActivityStore
from coupleapp.application.agreements import AgreementStore, lives
from coupleapp.application.kept_lists import KeptTable, kept_tables
from coupleapp.application.needs_talk import NeedsStore
from coupleapp.application.notebook import NotebookStore
from coupleapp.application.own_themes import OwnThemeStore
from coupleapp.application.packs import PackStore
from coupleapp.application.ports import (
    AppointmentStore,
    CoupleStore,
    RitualStore,
    SessionStore,
)
from coupleapp.application.programme import ProgrammeStore
from coupleapp.domain.agreements.agreement import words_of
from coupleapp.domain.agreements.life import AgreementLife, Past
from coupleapp.domain.guided_session import fold
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.programme.own_themes import OwnQuestion, OwnTheme
from coupleapp.domain.programme.packs import KeptPack
from coupleapp.domain.programme.theme_queue import Choice
from coupleapp.domain.together.activities import Pick
from coupleapp.domain.together.ideas import Idea

PAGE = 500


class Shelves(Protocol):
    """Every store that something is exported from."""

    @property
    def couple(self) -> CoupleStore: ...  # noqa: D102
    @property
    def sessions(self) -> SessionStore: ...  # noqa: D102
    @property
    def notebook(self) -> NotebookStore: ...  # noqa: D102
    @property
    def appointments(self) -> AppointmentStore: ...  # noqa: D102
    @property
    def rituals(self) -> RitualStore: ...  # noqa: D102
    @property
    def activities(self) -> ActivityStore: ...  # noqa: D102
    @property
    def packs(self) -> PackStore: ...  # noqa: D102
    @property
    def agreements(self) -> AgreementStore: ...  # noqa: D102
    @property
    def needs(self) -> NeedsStore: ...  # noqa: D102
    @property
    def programme(self) -> ProgrammeStore: ...  # noqa: D102
    @property
    def own_themes(self) -> OwnThemeStore: ...  # noqa: D102


def everything(kept: Shelves) -> dict[str, Any]:
    """All of it: the couple, their choices and plans, every session and line, oldest first.

    Times are ISO 8601 in UTC. Sentences, answers and lists that are still sealed, what one wrote
    for oneself alone, what was said behind the curtain, what either likes to hold or would rather
    not see, and what was deleted are left out.
    """
    couple, settings = kept.couple.couple(), kept.couple.settings()
    return {
        "nearer": 1,
        "couple": couple
        and {"left": couple.left, "right": couple.right, "since": couple.since.isoformat()},
        "settings": {
            "evening": settings.evening and settings.evening.isoformat("minutes"),
            "text_scale": settings.text_scale,
            "appearance": settings.appearance,
            "motion": settings.motion,
            "sound": settings.sound,
            "timers": settings.timers,
            "speak_s": settings.speak_s,
            "chunks": settings.chunks,
            "cards": settings.cards,
            "loose": settings.loose,
            "breath": _plain(asdict(settings.breath)),
            "typed": list(settings.typed),
            "invite_at": settings.invite_at and settings.invite_at.isoformat("minutes"),
            "invites": settings.invites,
            "rest_until": settings.rest_until and settings.rest_until.isoformat(),
            "closing": settings.closing,
        },
        "sessions": [_session(session, kept.sessions) for session in kept.sessions.history()],
        "notebook": [
            _entry(entry, kept.notebook) for entry in reversed(_all_entries(kept.notebook))
        ],
        "appointments": [_appointment(one) for one in kept.appointments.appointments()],
        "rituals": [_ritual(one) for one in kept.rituals.rituals()],
        "own_ideas": [_idea(idea) for idea in kept.activities.own_ideas()],
        "picks": [_pick(pick) for pick in kept.activities.picks(date.min)],
        "packs": [_pack(pack) for pack in kept.packs.packs()],
        "agreements": [_agreement(life) for life in lives(kept.agreements)],
        "lists": [_lists(one) for one in reversed(kept_tables(kept.needs, kept.sessions))],
        "own_themes": [_own_theme(theme) for theme in kept.own_themes.own_themes()],
        "own_questions": [_own_question(one) for one in kept.own_themes.own_questions()],
        "favourites": sorted(kept.programme.favourites()),
        "theme_choices": [_choice(choice) for choice in kept.programme.choices()],
    }


def _plain(value: Any) -> Any:
    """The same without tuples."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _all_entries(notebook: NotebookStore) -> list[NotebookEntry]:
    entries: list[NotebookEntry] = []
    while page := notebook.page(entries[-1] if entries else None, PAGE):
        entries += page
    return entries


def _session(session: PastSession, sessions: SessionStore) -> dict[str, Any]:
    state = fold(sessions.log(session.id))
    return {
        "id": session.id,
        "format": session.format_id,
        "theme": session.theme_id,
        "prompts": list(session.prompt_ids),
        "softened": list(state.softened) if state is not None else [],
        "introducer": session.introducer,
        "first_speaker": session.first_speaker,
        "introduced": session.introduced,
        "talked": session.talked,
        "began_at": session.began_at.isoformat(),
        "ended_at": session.ended_at and session.ended_at.isoformat(),
        "ending": session.ending,
        "next_date": session.next_date and session.next_date.isoformat(),
        "waits_until": session.waits_until and session.waits_until.isoformat(),
    }


def _entry(entry: NotebookEntry, notebook: NotebookStore) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "author": entry.author,
        "text": entry.text,
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at and entry.changed_at.isoformat(),
        "session": entry.session_id,
        "answers": entry.answers,
        "earlier": [
            {"text": earlier.text, "until": earlier.until.isoformat()}
            for earlier in (notebook.earlier(entry.id) if entry.changed_at else ())
        ],
    }


def _appointment(appointment: Appointment) -> dict[str, Any]:
    return {
        "id": appointment.id,
        "at": appointment.at.isoformat(),
        "place": appointment.place,
        "will": appointment.will,
    }


def _ritual(ritual: OwnRitual) -> dict[str, Any]:
    return {
        "id": ritual.id,
        "name": ritual.name,
        "meaning": ritual.meaning,
        "days": sorted(ritual.days),
        "at": ritual.at.isoformat("minutes"),
        "agreed": sorted(ritual.agreed),
        "since": ritual.since.isoformat(),
    }


def _idea(idea: Idea) -> dict[str, Any]:
    return {"id": idea.id, "text": idea.text, "author": idea.author}


def _pick(pick: Pick) -> dict[str, Any]:
    return {
        "week": pick.week.isoformat(),
        "idea": pick.idea_id,
        "text": pick.text,
        "at": pick.at and pick.at.isoformat(),
        "brought": pick.brought,
    }


def _pack(pack: KeptPack) -> dict[str, Any]:
    return {
        "id": pack.id,
        "on": pack.on,
        "added_at": pack.added_at.isoformat(),
        "text": pack.text,
    }


def _agreement(life: AgreementLife) -> dict[str, Any]:
    agreement = life.agreement
    return {
        "id": agreement.id,
        "topic": agreement.topic,
        "own_topic": agreement.own_topic,
        "session": agreement.session_id,
        "made_at": agreement.made_at.isoformat(),
        **asdict(words_of(agreement)),
        "status": life.status,
        "review_on": life.review_on and life.review_on.isoformat(),
        "history": [_past(past) for past in life.past],
    }


def _lists(kept: KeptTable) -> dict[str, Any]:
    table = kept.table
    return {
        "session": kept.session_id,
        "topic": table.topic,
        "own_topic": table.own_topic,
        "needs": [
            {
                "author": need.seat,
                "ring": need.ring,
                "text": need.text,
                "why": need.why,
                "bends": need.bends,
                "about": need.area,
                "both": need.id in table.common,
            }
            for need in table.needs
        ],
        "common_ground": [line.text for line in table.grounds],
        "options": [line.text for line in table.options],
    }


def _past(past: Past) -> dict[str, Any]:
    finding = past.finding
    return {
        "at": past.at.isoformat(),
        "how": past.how,
        "fitted": finding and finding.fitted,
        "distance": finding and finding.shift,
        **asdict(words_of(past.agreement)),
    }


def _own_theme(theme: OwnTheme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "title": theme.title,
        "intent": theme.intent,
        "author": theme.author,
        "added_at": theme.added_at.isoformat(),
    }


def _own_question(question: OwnQuestion) -> dict[str, Any]:
    return {
        "id": question.id,
        "theme": question.theme_id,
        "depth": question.depth,
        "text": question.text,
        "softer": question.softer,
        "listener": question.listener,
        "author": question.author,
        "added_at": question.added_at.isoformat(),
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {"kind": choice.kind, "at": choice.at.isoformat(), "theme": choice.theme_id}
