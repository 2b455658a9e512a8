"""The lists of talks about needs that are over: what both have opened, until one lets it go."""

from dataclasses import dataclass
from datetime import datetime

from coupleapp.application.needs_talk import NeedsStore, OnTheTable, table_of
from coupleapp.application.ports import SessionStore
from coupleapp.domain.guided_session import fold


@dataclass(frozen=True, slots=True)
class KeptTable:
    """The lists of a talk that is over; ``began_at`` is aware UTC."""

    session_id: str
    began_at: datetime
    table: OnTheTable
    parked: bool


class KeptLists:
    """The lists that are kept."""

    def __init__(self, store: NeedsStore, sessions: SessionStore) -> None:
        self._store = store
        self._sessions = sessions

    def all(self) -> tuple[KeptTable, ...]:
        """The lists of talks that are over, the newest first."""
        return kept_tables(self._store, self._sessions)

    def forget(self, session_id: str) -> None:
        """Delete the lists of a talk that is over, for good."""
        self._store.forget(session_id)


def kept_tables(store: NeedsStore, sessions: SessionStore) -> tuple[KeptTable, ...]:
    """The lists of talks that are over, the newest first."""
    wanted = set(store.kept())
    found = []
    for past in reversed(sessions.history()):
        state = fold(sessions.log(past.id)) if past.id in wanted else None
        if state is not None:
            table = table_of(store, past.id, state)
            parked = state.needs.agreement_id is None
            found.append(KeptTable(past.id, past.began_at, table, parked))
    return tuple(found)
