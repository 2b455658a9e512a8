"""Themes and questions of their own. What is changed or deleted leaves the file at once.

Their words also stand in the events of the sessions in which they were on the table, so that a
session that was cut off shows them again. From there, too, they go.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.programme.own_themes import OwnQuestion, OwnTheme
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.programme_tables import FavouriteRow, OwnQuestionRow, OwnThemeRow
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import EventRow, SessionRow

_Rewrite = Callable[[dict[str, Any]], dict[str, Any] | None]
"""A question on the table to the one that takes its place; None leaves it."""

_WITH_QUESTION = ("Began", "PromptChanged")


class SqlOwnThemes:
    def __init__(self, database: Database) -> None:
        self._database = database

    def own_themes(self) -> tuple[OwnTheme, ...]:
        oldest_first = select(OwnThemeRow).order_by(col(OwnThemeRow.added_at), col(OwnThemeRow.id))
        with self._database.transaction() as work:
            return readable(work, oldest_first, _theme)

    def own_questions(self) -> tuple[OwnQuestion, ...]:
        oldest_first = select(OwnQuestionRow).order_by(
            col(OwnQuestionRow.added_at), col(OwnQuestionRow.id)
        )
        with self._database.transaction() as work:
            return readable(work, oldest_first, _question)

    def keep_theme(self, theme: OwnTheme, freely: PromptCard) -> None:
        with self._database.transaction(erasing=self._is_kept(OwnThemeRow, theme.id)) as work:
            work.merge(OwnThemeRow(**asdict(theme)))
            _rewrite(work, theme.id, lambda old: _named_anew(old, theme, freely))
        self._database.scrub()

    def delete_theme(self, theme_id: str, instead: PromptCard) -> None:
        of_it = col(OwnQuestionRow.theme_id) == theme_id
        with self._database.transaction(erasing=True) as work:
            questions = list(work.exec(select(OwnQuestionRow.id).where(of_it)))
            work.exec(delete(FavouriteRow).where(col(FavouriteRow.prompt_id).in_(questions)))
            work.exec(delete(OwnQuestionRow).where(of_it))
            work.exec(delete(OwnThemeRow).where(col(OwnThemeRow.id) == theme_id))
            _rewrite(work, theme_id, lambda _: asdict(instead))
        self._database.scrub()

    def keep_question(self, question: OwnQuestion, card: PromptCard) -> None:
        """Keep it; ``card`` is what stands on the table with it."""
        with self._database.transaction(erasing=self._is_kept(OwnQuestionRow, question.id)) as work:
            work.merge(OwnQuestionRow(**asdict(question)))
            _rewrite(work, question.theme_id, lambda old: _changed(old, card))
        self._database.scrub()

    def delete_question(self, question: OwnQuestion, instead: PromptCard) -> None:
        this = col(OwnQuestionRow.id) == question.id
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(FavouriteRow).where(col(FavouriteRow.prompt_id) == question.id))
            work.exec(delete(OwnQuestionRow).where(this))
            _rewrite(
                work,
                question.theme_id,
                lambda old: asdict(instead) if old["id"] == question.id else None,
            )
        self._database.scrub()

    def _is_kept(self, table: type[OwnThemeRow | OwnQuestionRow], id: str) -> bool:  # noqa: A002
        with self._database.transaction() as work:
            return work.get(table, id) is not None


def _theme(row: OwnThemeRow) -> OwnTheme:
    return restore(OwnTheme, values(row))


def _question(row: OwnQuestionRow) -> OwnQuestion:
    return restore(OwnQuestion, values(row))


def _rewrite(work: Session, theme_id: str, rewrite: _Rewrite) -> None:
    """Change the questions that stand in the events of the sessions on this theme."""
    sessions = select(SessionRow.id).where(col(SessionRow.theme_id) == theme_id)
    events = select(EventRow).where(
        col(EventRow.session_id).in_(sessions), col(EventRow.kind).in_(_WITH_QUESTION)
    )
    for event in work.exec(events):
        data = json.loads(event.data)
        holder = data["plan"] if event.kind == "Began" else data
        if holder["prompt"] is None:
            continue
        new = rewrite(holder["prompt"])
        if new is not None:
            holder["prompt"] = new
            event.data = json.dumps(data)


def _named_anew(old: dict[str, Any], theme: OwnTheme, freely: PromptCard) -> dict[str, Any] | None:
    """With the present title, where the question is the theme's own invitation to talk freely."""
    of_the_theme = old["id"] is None or (old["id"] == theme.freely_id and old["softer"])
    return {**old, "text": freely.text} if of_the_theme else None


def _changed(old: dict[str, Any], card: PromptCard) -> dict[str, Any] | None:
    if old["id"] != card.id:
        return None
    new = asdict(card)
    # What was softened has no softer form any more.
    return new if old["softer"] else new | {"text": card.softer, "softer": ""}
