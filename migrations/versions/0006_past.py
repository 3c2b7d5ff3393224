"""What was folded into a checkpoint stays to be looked back at."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "past",
        sa.Column("board", sa.String(64), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["board"], ["boards.id"], name=op.f("fk_past_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board", "epoch", "seq", name=op.f("pk_past")),
    )


def downgrade() -> None:
    op.drop_table("past")
