"""Who is the same person on two boards, and whether names may be seen over boards."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def of_board(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["boards.id"], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"
    )


def upgrade() -> None:
    op.create_table(
        "verdicts",
        sa.Column("board", sa.String(64), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("other_board", sa.String(64), nullable=False),
        sa.Column("other_actor", sa.String(64), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        of_board("verdicts", "board"),
        of_board("verdicts", "other_board"),
        sa.PrimaryKeyConstraint(
            "board", "actor", "other_board", "other_actor", name=op.f("pk_verdicts")
        ),
    )
    op.create_index(op.f("ix_verdicts_other_board"), "verdicts", ["other_board"])
    op.create_table(
        "agreements",
        sa.Column("board", sa.String(64), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        of_board("agreements", "board"),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_agreements")),
    )


def downgrade() -> None:
    op.drop_table("agreements")
    op.drop_table("verdicts")
