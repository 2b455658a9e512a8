"""Own pages: what one partner keeps alone may be sealed."""

import sqlalchemy as sa
from alembic import op

revision = "r0009"
down_revision = "r0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_key",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("public", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("memory_kib", sa.Integer(), nullable=False),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("lanes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_key"),
    )
    # Alembic would write the whole table anew for the reference.
    op.execute(
        "ALTER TABLE notebook_entry ADD COLUMN own_key VARCHAR "
        "CONSTRAINT fk_notebook_entry_own_key_own_key REFERENCES own_key (id)"
    )


def downgrade() -> None:
    with op.batch_alter_table("notebook_entry") as table:
        table.drop_column("own_key")
    op.drop_table("own_key")
