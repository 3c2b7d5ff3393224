"""The waiting room: who stands before the door, and a PIN beside the room code."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("participants", sa.Column("waits_since", MOMENT, nullable=True))
    op.add_column(
        "participants",
        sa.Column("returns", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("boards", sa.Column("pin_hash", sa.String(64), nullable=False, server_default=""))
