"""Week by week: what was said behind the curtain, what they chose, what they added.

What earlier sessions need for the depth ladder is read from their events.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None

SAID = (
    "tension_left",
    "tension_right",
    "heard_left",
    "heard_right",
    "tension_after_left",
    "tension_after_right",
)
TENSE = 7
"""From this tension on a session suited something lighter."""


def upgrade() -> None:
    with op.batch_alter_table("guided_session") as table:
        for name in SAID:
            table.add_column(sa.Column(name, sa.Integer(), nullable=True))
        table.add_column(sa.Column("lighter", sa.Boolean(), nullable=False, server_default="0"))
        table.add_column(sa.Column("depth", sa.Integer(), nullable=True))
    op.create_table(
        "theme_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("theme_order", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_theme_choice"),
    )
    op.create_table(
        "favourite_question",
        sa.Column("prompt_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("prompt_id", name="pk_favourite_question"),
    )
    op.create_table(
        "depth_ceiling",
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("ceiling", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seat", name="pk_depth_ceiling"),
    )
    op.create_table(
        "own_theme",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_theme"),
    )
    op.create_table(
        "own_question",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("softer", sa.String(), nullable=False),
        sa.Column("listener", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_question"),
    )
    _read_what_was_said()


def _read_what_was_said() -> None:
    link = op.get_bind()
    wanted = sa.text(
        "SELECT session_id, kind, data FROM session_event "
        "WHERE kind IN ('ReadinessAnswered', 'Rated', 'TurnedLighter') ORDER BY session_id, seq"
    )
    logs: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for session_id, kind, data in link.execute(wanted).all():
        logs.setdefault(session_id, []).append((kind, json.loads(data)))
    for session_id, log in logs.items():
        row = _said(log) | {"lighter": _was_lighter(log)}
        values = ", ".join(f"{name} = :{name}" for name in row)
        change = sa.text(f"UPDATE guided_session SET {values} WHERE id = :id")
        link.execute(change, {"id": session_id, **row})


def _said(log: list[tuple[str, dict[str, Any]]]) -> dict[str, int]:
    row: dict[str, int] = {}
    for kind, event in log:
        if kind == "ReadinessAnswered":
            row[f"tension_{event['seat']}"] = event["tension"]
        elif kind == "Rated":
            row[f"heard_{event['seat']}"] = event["heard"]
            row[f"tension_after_{event['seat']}"] = event["tension"]
    return row


def _was_lighter(log: list[tuple[str, dict[str, Any]]]) -> bool:
    """Both came to the door to something lighter, or somebody asked for it."""
    answers = [event for kind, event in log if kind == "ReadinessAnswered"]
    suits = any(one["tension"] >= TENSE or not one["fine_today"] for one in answers)
    return any(kind == "TurnedLighter" for kind, _ in log) or (suits and len(answers) == 2)


def downgrade() -> None:
    new = ("own_question", "own_theme", "depth_ceiling", "favourite_question", "theme_choice")
    for name in new:
        op.drop_table(name)
    with op.batch_alter_table("guided_session") as table:
        for name in (*SAID, "lighter", "depth"):
            table.drop_column(name)
