"""A photo of a paper cloth that lies under a board."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "underlays",
        sa.Column("board", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("media_type", sa.String(32), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["board"], ["boards.id"], name=op.f("fk_underlays_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_underlays")),
    )


def downgrade() -> None:
    op.drop_table("underlays")
