"""What is noted of damaged files, in the notebook itself: a copy taken back knows nothing of it."""

from pathlib import Path
from typing import Final

from coupleapp.application.salvage import Mark
from coupleapp.store.drafts import SqlDrafts

_KEYS: Final = {
    Mark.DECIDED: "salvage:done:",
    Mark.OWN_KEPT: "salvage:own:",
    Mark.ASKED: "salvage:asked:",
}
"""As the first Nearer that could salvage wrote them: in the table of drafts."""


class SqlSalvageMarks:
    """``application.salvage.SalvageMarks``."""

    def __init__(self, drafts: SqlDrafts) -> None:
        self._drafts = drafts

    def marked(self, file: Path, mark: Mark) -> bool:
        return bool(self._drafts.draft(_KEYS[mark] + file.name))

    def mark(self, file: Path, mark: Mark) -> None:
        self._drafts.remember_draft(_KEYS[mark] + file.name, "yes")
