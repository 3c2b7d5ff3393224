"""Boards that came of another: whose own cloth one is, each person at most one."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

PLACE = op.f("ix_boards_parent_parent_participant")


def upgrade() -> None:
    op.add_column("boards", sa.Column("parent_participant", sa.String(64), nullable=True))
    op.create_index(PLACE, "boards", ["parent", "parent_participant"], unique=True)


def downgrade() -> None:
    op.drop_index(PLACE, "boards")
    op.drop_column("boards", "parent_participant")
