"""What they sat down for, in words: it stands beside the evening's lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from coupleapp.application.library import Library
from coupleapp.domain.guided_session.past import PastSession


@dataclass(frozen=True, slots=True)
class Occasion:
    """When they sat down, aware UTC, and for what: a line for the kind, one for the theme."""

    at: datetime
    words: str


class Occasions:
    """Every sitting so far, as it is read when the page opens."""

    def __init__(self, history: Callable[[], Sequence[PastSession]], library: Library) -> None:
        self._history = history
        self._library = library
        self._known: dict[str, Occasion] = {}

    def read(self) -> None:
        """Look again.

        Raises:
            StoreError: It could not be read.
        """
        programme = self._library.programme
        kinds = {kind.id: kind.title for kind in programme.formats}
        themes = {theme.id: theme.title for theme in programme.themes}
        self._known = {
            past.id: Occasion(
                past.began_at,
                "\n".join(
                    filter(None, [kinds.get(past.format_id), themes.get(past.theme_id)]),
                ),
            )
            for past in self._history()
        }

    def of(self, session_id: str | None) -> Occasion | None:
        """None where it was written at another time, or that talk is not known."""
        return self._known.get(session_id or "")
