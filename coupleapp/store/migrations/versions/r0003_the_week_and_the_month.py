"""The week and the month: agreed times, rituals of their own, things to do together.

The next date that the last session brought becomes an appointment of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("will", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointment"),
    )
    op.create_table(
        "ritual",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("meaning", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("agreed_left", sa.Boolean(), nullable=False),
        sa.Column("agreed_right", sa.Boolean(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ritual"),
    )
    op.create_table(
        "own_idea",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("cost", sa.String(), nullable=True),
        sa.Column("energy", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("easy_to_move", sa.Boolean(), nullable=False),
        sa.Column("with_children", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_idea"),
    )
    op.create_table(
        "activity_block",
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("began_on", name="pk_activity_block"),
    )
    op.create_table(
        "activity_pick",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("idea_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=True),
        sa.Column("brought", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("week", name="pk_activity_pick"),
    )
    op.execute(
        "INSERT INTO appointment (id, at, place, will) "
        "SELECT id, next_date, '', '' FROM guided_session WHERE next_date IS NOT NULL "
        "ORDER BY began_at DESC LIMIT 1"
    )


def downgrade() -> None:
    for table in ("activity_pick", "activity_block", "own_idea", "ritual", "appointment"):
        op.drop_table(table)
