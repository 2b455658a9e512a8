"""Lines below another, lines hidden from one's own view, a bin, and what both said before."""

import sqlalchemy as sa
from alembic import op

revision = "r0011"
down_revision = "r0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Alembic would write the whole table anew for the reference.
    op.execute(
        "ALTER TABLE notebook_entry ADD COLUMN answers VARCHAR "
        "CONSTRAINT fk_notebook_entry_answers_notebook_entry REFERENCES notebook_entry (id)"
    )
    op.execute("ALTER TABLE notebook_entry ADD COLUMN hidden_by VARCHAR DEFAULT '' NOT NULL")
    op.execute("ALTER TABLE notebook_entry ADD COLUMN binned_at BIGINT")
    op.create_index("ix_notebook_entry_answers", "notebook_entry", ["answers"])
    op.create_table(
        "notebook_earlier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["notebook_entry.id"],
            name="fk_notebook_earlier_entry_id_notebook_entry",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notebook_earlier"),
    )
    op.create_index("ix_notebook_earlier_entry_id", "notebook_earlier", ["entry_id"])


def downgrade() -> None:
    op.drop_table("notebook_earlier")
    op.drop_index("ix_notebook_entry_answers", "notebook_entry")
    with op.batch_alter_table("notebook_entry") as table:
        table.drop_column("binned_at")
        table.drop_column("hidden_by")
        table.drop_column("answers")
