"""Several questions are talked about in one session."""

import sqlalchemy as sa
from alembic import op

revision = "r0008"
down_revision = "r0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "guided_session",
        sa.Column("prompt_ids", sa.String(), nullable=False, server_default="[]"),
    )
    op.execute(
        "UPDATE guided_session SET prompt_ids = json_array(prompt_id) WHERE prompt_id IS NOT NULL"
    )
    op.drop_column("guided_session", "prompt_id")


def downgrade() -> None:
    op.add_column("guided_session", sa.Column("prompt_id", sa.String(), nullable=True))
    op.execute("UPDATE guided_session SET prompt_id = json_extract(prompt_ids, '$[0]')")
    op.drop_column("guided_session", "prompt_ids")
