"""What the use cases need from outside, as small interfaces; ``shell`` brings them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import Protocol

from coupleapp.application.needs_change import NeedsChange
from coupleapp.domain.couple import Couple
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.reminders.kinds import ReminderKind, ShownReminder
from coupleapp.domain.settings import Settings


class Clock(Protocol):
    """The only way to know what time it is."""

    def now(self) -> datetime:
        """Aware UTC."""

    def monotonic(self) -> float:
        """Seconds that never run backwards, from an arbitrary zero."""

    def zone(self) -> tzinfo:
        """The computer's time zone as it is now."""

    @property
    def speed(self) -> float:
        """Clock seconds in one real second: 1.0 outside rehearsals."""


class StoreError(Exception):
    """The store could not do it. Nothing was changed; what was typed is still on the screen.

    Every method of a store may raise it, to read and to keep, and every use case lets it through.
    """


class KeptKind(StrEnum):
    """What is kept in rows of which one that cannot be read is left aside; by its table."""

    SESSIONS = "guided_session"
    ENTRIES = "notebook_entry"
    APPRECIATIONS = "evening_appreciation"
    APPOINTMENTS = "appointment"
    RITUALS = "ritual"
    BLOCKS = "activity_block"
    PICKS = "activity_pick"
    IDEAS = "own_idea"
    PACKS = "pack"
    THEMES = "own_theme"
    QUESTIONS = "own_question"
    AGREEMENTS = "agreement"
    NEEDS = "need"
    LINES = "need_line"


class StoreFull(StoreError):
    """The disk is full."""


class StoreReadOnly(StoreError):
    """The folder or the file cannot be written."""


class StoreLocked(StoreError):
    """Another program holds the file."""


class StoreDamaged(StoreError):
    """The file cannot be read; it was left exactly as it is."""


class StoreLost(StoreDamaged):
    """The file is gone or empty, and there was one: its envelope or its copies are there."""


class StoreIncomplete(StoreDamaged):
    """A table or a column of it is gone."""


class StoreMismatched(StoreDamaged):
    """It says that one version of Nearer wrote it, and its tables are those of another."""


class StoreTooNew(StoreError):
    """The file was written by a newer Nearer."""


class KeyMissing(StoreError):
    """There is a file, but none of its keys can be found on this computer."""


class SecretNeeded(KeyMissing):
    """Nothing on this computer opens it now, but what somebody types does.

    ``sheet``: the recovery sheet does. ``keyring``: so would a keyring, which may only be late.
    """

    def __init__(self, words: str = "", *, sheet: bool = False, keyring: bool = False) -> None:
        super().__init__(words)
        self.sheet = sheet
        self.keyring = keyring


class PassphraseNeeded(SecretNeeded):
    """There is a passphrase."""


class SheetNeeded(SecretNeeded):
    """There is no passphrase; what kept the key is gone, and the recovery sheet opens it."""

    def __init__(self, words: str = "", *, keyring: bool = False) -> None:
        super().__init__(words, sheet=True, keyring=keyring)


class SecretRefused(KeyMissing):
    """What was typed is whole, and opens something else."""


class ProgrammeMissing(Exception):
    """None of Nearer's own themes can be read: the installation is not whole."""


@dataclass(frozen=True, slots=True)
class UnfinishedSession:
    """A guided session that was not ended, with the last mark of its clock in seconds."""

    id: str
    events: tuple[Event, ...]
    clock_s: float


class SessionStore(Protocol):
    """Guided sessions: a log of events each, durable when the call returns."""

    def append(
        self,
        session: PastSession,
        after: int,
        events: Sequence[Event],
        entries: Sequence[NotebookEntry] = (),
        appointment: Appointment | None = None,
        needs: NeedsChange | None = None,
    ) -> None:
        """Add events, what they brought and the session's summary, all or nothing.

        Args:
            session: The summary after these events; written over the one before.
            after: How many events are stored already.
            events: What happened, in order.
            entries: New notebook entries.
            appointment: The next date they agreed on. It takes the place of one that an earlier
                session brought, and of whatever began in the day before.
            needs: What a talk about needs has brought and let go, its agreement among it.
        """

    def mark(self, session_id: str, clock_s: float) -> None:
        """Remember how far the session's clock has run. May be called from another thread."""

    def unfinished(self) -> UnfinishedSession | None:
        """The newest session that was cut off; not one that waits for another day."""

    def waiting(self) -> UnfinishedSession | None:
        """The talk that waits for the time they have agreed on; of several the next one due."""

    def waits_until(self) -> datetime | None:
        """When the talk that waits goes on, aware UTC; None when none waits."""

    def history(self) -> tuple[PastSession, ...]:
        """Every session, oldest first."""

    def log(self, session_id: str) -> tuple[Event, ...]:
        """The events of one session in order; empty when there is none, or it cannot be read."""


class CoupleStore(Protocol):
    """Who the two are, and what they have chosen."""

    def couple(self) -> Couple | None:
        """The couple; None before the first run is done."""

    def settings(self) -> Settings:
        """What was chosen, with defaults for the rest."""

    def save(self, couple: Couple, settings: Settings) -> None:
        """Keep both, all or nothing."""


class EveningStore(Protocol):
    """The evenings: what was given, and what was reminded of."""

    def evening(self, on: date) -> Evening:
        """The evening of this local date, empty when nothing was given."""

    def give(self, on: date, appreciation: Appreciation) -> None:
        """Keep one sentence, sealed. A second one from the same seat is a StoreError."""

    def reveal(self, on: date, entries: Sequence[NotebookEntry]) -> None:
        """Mark the evening as shown, and move the written sentences into the notebook."""

    def sealed(self) -> tuple[Evening, ...]:
        """The evenings on which something was given that was not shown yet, oldest first."""

    def newest(self) -> date | None:
        """The last evening on which something was given."""

    def reminders(self, since: date) -> tuple[ShownReminder, ...]:
        """What was reminded of on this local date and later, and the newest of each kind."""

    def remember(self, shown: ShownReminder) -> None:
        """Write over what is known of this kind and evening."""

    def claim(self, kind: ReminderKind, evening: date, at: datetime) -> bool:
        """Record that it is shown now; False when it was claimed before, by a unique row."""


class DraftStore(Protocol):
    """What is typed but not yet kept, so that a crash costs no word. For any thread."""

    def draft(self, key: str) -> str:
        """The text under this key; empty when there is none."""

    def remember_draft(self, key: str, text: str) -> None:
        """Keep the text; an empty one is forgotten."""

    def drafts_under(self, prefix: str) -> dict[str, str]:
        """Every text whose key begins with ``prefix``, by key, in the order of the keys."""

    def forget_drafts(self, prefix: str, but: str) -> None:
        """Forget every text whose key begins with ``prefix``, but not with ``but`` if given."""


class SecretKeeper(Protocol):
    """A place that can keep one secret: the OS keyring, or a file only its owner can read."""

    name: str

    def load(self, account: str) -> bytes | None:
        """The secret, or None when there is none or the place does not answer."""

    def save(self, account: str, secret: bytes) -> bool:
        """Keep it and read it back; False when that does not work here."""

    def forget(self, account: str) -> None:
        """Remove it, if it is there."""


class WakeLock(Protocol):
    """Keeps the screen on while a session runs."""

    def hold(self) -> bool:
        """Ask for it; False when this computer cannot. Asking twice is asking once."""

    def release(self) -> None:
        """Let the computer sleep again."""


class AppointmentStore(Protocol):
    """The times they have agreed on."""

    def appointments(self) -> tuple[Appointment, ...]:
        """All of them, the soonest first."""

    def keep(self, appointment: Appointment) -> None:
        """Keep a new one, or write over the one with the same id; nothing of the old one stays."""

    def drop(self, ids: Sequence[str]) -> None:
        """Delete these for good; nothing of their words stays in the file."""


class RitualStore(Protocol):
    """The couple's own rituals."""

    def rituals(self) -> tuple[OwnRitual, ...]:
        """All of them, by their time of day."""

    def keep(self, ritual: OwnRitual) -> None:
        """Keep a new one, or write over the one with the same id; nothing of the old one stays."""

    def drop(self, ritual_id: str) -> None:
        """Delete it for good; nothing of its words stays in the file."""
