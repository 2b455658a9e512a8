"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "couple",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_couple_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_couple")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "guided_session",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("format_id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("prompt_id", sa.String(), nullable=True),
        sa.Column("introducer", sa.String(), nullable=False),
        sa.Column("first_speaker", sa.String(), nullable=False),
        sa.Column("introduced", sa.Boolean(), nullable=False),
        sa.Column("talked", sa.Boolean(), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ending", sa.String(), nullable=True),
        sa.Column("next_date", sa.BigInteger(), nullable=True),
        sa.Column("clock_mark", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guided_session")),
    )
    op.create_table(
        "session_event",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["guided_session.id"],
            name=op.f("fk_session_event_session_id_guided_session"),
        ),
        sa.PrimaryKeyConstraint("session_id", "seq", name=op.f("pk_session_event")),
    )
    op.create_table(
        "notebook_entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["guided_session.id"],
            name=op.f("fk_notebook_entry_session_id_guided_session"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notebook_entry")),
    )
    op.create_index(
        op.f("ix_notebook_entry_written_at_id"), "notebook_entry", ["written_at", "id"]
    )
    op.create_index(op.f("ix_notebook_entry_session_id"), "notebook_entry", ["session_id"])
    op.create_table(
        "evening_appreciation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evening", sa.Date(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("revealed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evening_appreciation")),
        sa.UniqueConstraint(
            "evening", "seat", name=op.f("uq_evening_appreciation_evening_seat")
        ),
    )
    op.create_table(
        "shown_reminder",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("evening", sa.Date(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=False),
        sa.Column("again_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "evening", name=op.f("pk_shown_reminder")),
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )


def downgrade() -> None:
    op.drop_table("draft")
    op.drop_table("shown_reminder")
    op.drop_table("evening_appreciation")
    op.drop_table("notebook_entry")
    op.drop_table("session_event")
    op.drop_table("guided_session")
    op.drop_table("setting")
    op.drop_table("couple")
