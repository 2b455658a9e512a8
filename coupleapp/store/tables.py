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

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment as whole microseconds since 1970 in UTC: exact, and sorts as time does."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + timedelta(microseconds=value)


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
    prompt_id: str | None
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
    """A time they have agreed on to sit down together."""

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
    """Something the couple added to the list of things to do together."""

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


class PackRow(Row, table=True):
    """A pack they have taken in: the text of its file."""

    __tablename__ = "pack"

    id: str = Field(primary_key=True)
    text: str
    on: bool
    added_at: datetime = Field(sa_type=UtcTime)


class AgreementRow(Row, table=True):
    """An agreement; what it says and how it fared are its events."""

    __tablename__ = "agreement"

    id: str = Field(primary_key=True)
    session_id: str | None = Field(foreign_key="guided_session.id")
    made_at: datetime = Field(sa_type=UtcTime)


class AgreementEventRow(Row, table=True):
    """What happened to an agreement; a private answer is here only until its review is decided."""

    __tablename__ = "agreement_event"

    agreement_id: str = Field(primary_key=True, foreign_key="agreement.id")
    seq: int = Field(primary_key=True)
    kind: str
    data: str


class NeedRow(Row, table=True):
    """A line of one partner's list in a talk about needs."""

    __tablename__ = "need"

    session_id: str = Field(primary_key=True, foreign_key="guided_session.id")
    id: str = Field(primary_key=True)
    seat: str
    ring: str
    topic: str
    text: str
    why: str
    bends: str
    area: str | None


class NeedLineRow(Row, table=True):
    """A line of both in a talk about needs: common ground, an option, a piece of the plan."""

    __tablename__ = "need_line"

    session_id: str = Field(primary_key=True, foreign_key="guided_session.id")
    id: str = Field(primary_key=True)
    kind: str
    author: str | None
    text: str


class ThemeChoiceRow(Row, table=True):
    """One choice about the themes, by nobody in particular; ``theme_order`` is a JSON list."""

    __tablename__ = "theme_choice"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    at: datetime = Field(sa_type=UtcTime)
    theme_id: str = ""
    theme_order: str = "[]"


class FavouriteRow(Row, table=True):
    """A question they would like to come back to."""

    __tablename__ = "favourite_question"

    prompt_id: str = Field(primary_key=True)


class CeilingRow(Row, table=True):
    """How deep it may go for one partner."""

    __tablename__ = "depth_ceiling"

    seat: str = Field(primary_key=True)
    ceiling: int


class OwnThemeRow(Row, table=True):
    """A theme of their own."""

    __tablename__ = "own_theme"

    id: str = Field(primary_key=True)
    title: str
    intent: str
    author: str | None
    added_at: datetime = Field(sa_type=UtcTime)


class OwnQuestionRow(Row, table=True):
    """A question of their own, for a theme of theirs or of ours."""

    __tablename__ = "own_question"

    id: str = Field(primary_key=True)
    theme_id: str
    depth: int
    text: str
    softer: str
    listener: str
    author: str | None
    added_at: datetime = Field(sa_type=UtcTime)
