"""The words of talks about needs: two lists each, and the lines of both."""

import sqlalchemy as sa
from alembic import op

revision = "r0006"
down_revision = "r0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "need",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("ring", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("bends", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["guided_session.id"], name="fk_need_session_id_guided_session"
        ),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_need"),
    )
    op.create_table(
        "need_line",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["guided_session.id"], name="fk_need_line_session_id_guided_session"
        ),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_need_line"),
    )


def downgrade() -> None:
    op.drop_table("need_line")
    op.drop_table("need")
