"""Read-only pages of one snapshot, and which files left a board."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def owner(table: str, column: str, target: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column(column, sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            [column], [target], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE"
        ),
    )


def upgrade() -> None:
    op.create_table(
        "shares",
        sa.Column("id", sa.String(64), nullable=False),
        *owner("shares", "board", "boards.id"),
        *owner("shares", "snapshot", "snapshots.id"),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shares")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_shares_secret_hash")),
    )
    op.create_index(op.f("ix_shares_board"), "shares", ["board"])
    op.create_table(
        "exports",
        sa.Column("id", sa.String(64), nullable=False),
        *owner("exports", "board", "boards.id"),
        sa.Column("snapshot", sa.String(64), nullable=False),
        sa.Column("participant", sa.String(64), nullable=False),
        sa.Column("format", sa.String(32), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exports")),
    )
    op.create_index(op.f("ix_exports_board"), "exports", ["board"])


def downgrade() -> None:
    op.drop_table("exports")
    op.drop_table("shares")
