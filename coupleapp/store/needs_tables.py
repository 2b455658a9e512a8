"""The tables of needs: the lists of a talk, and the agreements that came of it."""

from datetime import datetime

from sqlmodel import Field

from coupleapp.store.tables import Row, UtcTime


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
