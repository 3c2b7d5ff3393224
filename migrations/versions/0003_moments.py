"""What a board asks of its analysis, and what people do with snapshots and their findings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for table in ("boards", "snapshots"):
        op.add_column(table, sa.Column("analysis", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("snapshots", sa.Column("totals", sa.Text(), nullable=True))
    op.add_column("snapshots", sa.Column("removed_at", MOMENT, nullable=True))
    op.create_table(
        "finding_marks",
        sa.Column("snapshot", sa.String(64), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("handed_back", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["snapshot"],
            ["snapshots.id"],
            name=op.f("fk_finding_marks_snapshot"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("snapshot", "finding", name=op.f("pk_finding_marks")),
    )


def downgrade() -> None:
    op.drop_table("finding_marks")
    for column in ("removed_at", "totals", "analysis"):
        op.drop_column("snapshots", column)
    op.drop_column("boards", "analysis")
