"""Agreements, and what happens to each."""

import sqlalchemy as sa
from alembic import op

revision = "r0007"
down_revision = "r0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["guided_session.id"], name="fk_agreement_session_id_guided_session"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
    )
    op.create_table(
        "agreement_event",
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name="fk_agreement_event_agreement_id_agreement"
        ),
        sa.PrimaryKeyConstraint("agreement_id", "seq", name="pk_agreement_event"),
    )


def downgrade() -> None:
    op.drop_table("agreement_event")
    op.drop_table("agreement")
