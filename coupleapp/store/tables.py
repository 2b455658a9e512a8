"""The tables. Rows are not domain objects: each aggregate's module turns one into the other."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Dialect,
    Index,
    MetaData,
    TypeDecorator,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = 10**17
"""Microseconds from then that can still be a moment: the year 5138."""
_MICROSECOND = timedelta(microseconds=1)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment as whole microseconds since 1970 in UTC: exact, and sorts as time does."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Row(SQLModel):
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class CoupleRow(Row, table=True):
    __tablename__ = "couple"
    __table_args__ = (CheckConstraint("id = 1", "one_row"),)

    id: int = Field(default=1, primary_key=True)
    left: str
    right: str
    since: date


class SettingRow(Row, table=True):
    """One choice: its name, and its value as JSON."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


class SessionRow(Row, table=True):
    """The summary that later sessions need, and how far the session's clock has run."""

    __tablename__ = "guided_session"

    id: str = Field(primary_key=True)
    format_id: str
    theme_id: str
    introducer: str
    first_speaker: str
    introduced: bool
    talked: bool
    began_at: datetime = Field(sa_type=UtcTime)
    ended_at: datetime | None = Field(sa_type=UtcTime)
    ending: str | None
    next_date: datetime | None = Field(sa_type=UtcTime)
    clock_mark: float = 0.0
    waits_until: datetime | None = Field(default=None, sa_type=UtcTime)
    spoken_left_s: float = 0.0
    spoken_right_s: float = 0.0
    was_hard: bool = False
    left_in_pause: bool = False
    tension_left: int | None = None
    tension_right: int | None = None
    heard_left: int | None = None
    heard_right: int | None = None
    tension_after_left: int | None = None
    tension_after_right: int | None = None
    lighter: bool = False
    depth: int | None = None
    prompt_ids: str = "[]"


class EventRow(Row, table=True):
    __tablename__ = "session_event"

    session_id: str = Field(primary_key=True, foreign_key="guided_session.id")
    seq: int = Field(primary_key=True)
    kind: str
    data: str


class EntryRow(Row, table=True):
    __tablename__ = "notebook_entry"
    __table_args__ = (Index(None, "written_at", "id"),)

    id: str = Field(primary_key=True)
    kind: str
    author: str | None
    text: str
    written_at: datetime = Field(sa_type=UtcTime)
    changed_at: datetime | None = Field(sa_type=UtcTime)
    session_id: str | None = Field(foreign_key="guided_session.id", index=True)
    private: bool = False
    own_key: str | None = Field(default=None, foreign_key="own_key.id")
    answers: str | None = Field(default=None, foreign_key="notebook_entry.id", index=True)
    hidden_by: str = ""
    binned_at: datetime | None = Field(default=None, sa_type=UtcTime)


class EarlierTextRow(Row, table=True):
    """What a line of both said before it was changed."""

    __tablename__ = "notebook_earlier"

    id: int | None = Field(default=None, primary_key=True)
    entry_id: str = Field(foreign_key="notebook_entry.id", index=True)
    text: str
    until: datetime = Field(sa_type=UtcTime)


class OwnKeyRow(Row, table=True):
    """A pair of keys of one partner's own pages; bytes are in hexadecimal.

    ``sealed`` is the half that reads, under what Argon2id makes of their passphrase.
    """

    __tablename__ = "own_key"

    id: str = Field(primary_key=True)
    seat: str
    since: datetime = Field(sa_type=UtcTime)
    in_use: bool = True
    public: str
    nonce: str
    sealed: str
    salt: str
    memory_kib: int
    passes: int
    lanes: int


class EarlierKeyRow(Row, table=True):
    """What the file was encrypted with before, in hexadecimal: copies from then need it."""

    __tablename__ = "earlier_key"

    vault: str = Field(primary_key=True)
    key: str


class AppreciationRow(Row, table=True):
    """What one partner gave on one evening; the text is here only until it is revealed."""

    __tablename__ = "evening_appreciation"
    __table_args__ = (UniqueConstraint("evening", "seat"),)

    id: int | None = Field(default=None, primary_key=True)
    evening: date
    seat: str
    text: str | None
    revealed: bool = False


class ReminderRow(Row, table=True):
    __tablename__ = "shown_reminder"

    kind: str = Field(primary_key=True)
    evening: date = Field(primary_key=True)
    shown_at: datetime = Field(sa_type=UtcTime)
    again_at: datetime | None = Field(sa_type=UtcTime)


class DraftRow(Row, table=True):
    __tablename__ = "draft"

    key: str = Field(primary_key=True)
    text: str


class AppointmentRow(Row, table=True):
    __tablename__ = "appointment"

    id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
    place: str = ""
    will: str = ""


class RitualRow(Row, table=True):
    """A ritual of their own; ``days`` are weekdays ("0,6"), ``at`` is a local time ("20:00")."""

    __tablename__ = "ritual"

    id: str = Field(primary_key=True)
    name: str
    meaning: str
    days: str
    at: str
    agreed_left: bool
    agreed_right: bool
    since: datetime = Field(sa_type=UtcTime)


class OwnIdeaRow(Row, table=True):
    __tablename__ = "own_idea"

    id: str = Field(primary_key=True)
    text: str
    author: str | None
    cost: str | None
    energy: str | None
    place: str
    easy_to_move: bool
    with_children: bool
    added_at: datetime = Field(sa_type=UtcTime)


class ActivityBlockRow(Row, table=True):
    """Four weeks with one thing to do together in each."""

    __tablename__ = "activity_block"

    began_on: date = Field(primary_key=True)
    ended_on: date | None = None


class ActivityPickRow(Row, table=True):
    """What they picked for a week, named by its Monday."""

    __tablename__ = "activity_pick"

    week: date = Field(primary_key=True)
    idea_id: str
    text: str
    at: datetime | None = Field(default=None, sa_type=UtcTime)
    brought: str | None = None
