"""The tables of the programme: packs, choices about themes, the couple's own."""

from datetime import datetime

from sqlmodel import Field

from coupleapp.store.tables import Row, UtcTime


class PackRow(Row, table=True):
    __tablename__ = "pack"

    id: str = Field(primary_key=True)
    text: str
    on: bool
    added_at: datetime = Field(sa_type=UtcTime)


class ThemeChoiceRow(Row, table=True):
    """One choice about the themes, by nobody in particular; ``theme_order`` is a JSON list."""

    __tablename__ = "theme_choice"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    at: datetime = Field(sa_type=UtcTime)
    theme_id: str = ""
    theme_order: str = "[]"


class FavouriteRow(Row, table=True):
    __tablename__ = "favourite_question"

    prompt_id: str = Field(primary_key=True)


class CeilingRow(Row, table=True):
    __tablename__ = "depth_ceiling"

    seat: str = Field(primary_key=True)
    ceiling: int


class OwnThemeRow(Row, table=True):
    __tablename__ = "own_theme"

    id: str = Field(primary_key=True)
    title: str
    intent: str
    author: str | None
    added_at: datetime = Field(sa_type=UtcTime)


class OwnQuestionRow(Row, table=True):
    __tablename__ = "own_question"

    id: str = Field(primary_key=True)
    theme_id: str
    depth: int
    text: str
    softer: str
    listener: str
    author: str | None
    added_at: datetime = Field(sa_type=UtcTime)
