"""Everything the couple keeps, as plain data that any program can read."""

from dataclasses import asdict
from typing import Any

from coupleapp.application.ports import CoupleStore, NotebookStore, SessionStore
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.rotation import PastSession

PAGE = 500


def everything(
    couples: CoupleStore, sessions: SessionStore, notebook: NotebookStore
) -> dict[str, Any]:
    """All of it: the couple, their choices, every session and every line, oldest first.

    Times are ISO 8601 in UTC. Sentences that are still sealed, and what one wrote for
    oneself alone, are left out.

    Raises:
        StoreError: It could not be read.
    """
    couple, settings = couples.couple(), couples.settings()
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
            "loose": settings.loose,
            "breath": {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in asdict(settings.breath).items()
            },
            "typed": list(settings.typed),
        },
        "sessions": [_session(session) for session in sessions.history()],
        "notebook": [_entry(entry) for entry in reversed(_all_entries(notebook))],
    }


def _all_entries(notebook: NotebookStore) -> list[NotebookEntry]:
    entries: list[NotebookEntry] = []
    while page := notebook.page(entries[-1] if entries else None, PAGE):
        entries += page
    return entries


def _session(session: PastSession) -> dict[str, Any]:
    return {
        "id": session.id,
        "format": session.format_id,
        "theme": session.theme_id,
        "prompt": session.prompt_id,
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


def _entry(entry: NotebookEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "author": entry.author,
        "text": entry.text,
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at and entry.changed_at.isoformat(),
        "session": entry.session_id,
    }
