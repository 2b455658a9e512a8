"""The keys that the file was encrypted with before: copies from then open with them."""

import sqlalchemy as sa
from alembic import op

revision = "r0010"
down_revision = "r0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "earlier_key",
        sa.Column("vault", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("vault", name="pk_earlier_key"),
    )


def downgrade() -> None:
    op.drop_table("earlier_key")
