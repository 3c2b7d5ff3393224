"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def board(table: str) -> tuple[sa.Column[str], sa.ForeignKeyConstraint]:
    return (
        sa.Column("board", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["board"], ["boards.id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE"
        ),
    )


def upgrade() -> None:
    op.create_table(
        "boards",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(64), nullable=True),
        sa.Column("parent_actor", sa.String(64), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("keep_days", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("quarantined", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_boards")),
    )
    create_log()
    create_people()
    create_snapshots()


def create_log() -> None:
    op.create_table(
        "updates",
        *board("updates"),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("participants", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("board", "epoch", "seq", name=op.f("pk_updates")),
    )
    op.create_table(
        "checkpoints",
        *board("checkpoints"),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("state_vector", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.String(80), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("board", name=op.f("pk_checkpoints")),
    )
    op.create_table(
        "clients",
        *board("clients"),
        sa.Column("client", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("participant", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("board", "client", name=op.f("pk_clients")),
    )


def create_people() -> None:
    op.create_table(
        "participants",
        sa.Column("id", sa.String(64), nullable=False),
        *board("participants"),
        sa.Column("device_hash", sa.String(64), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seat", sa.String(64), nullable=True),
        sa.Column("invitation", sa.String(64), nullable=True),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
    )
    for columns, unique in (
        (["board", "device_hash", "role"], True),
        (["device_hash"], False),
        (["invitation"], False),
    ):
        name = op.f(f"ix_participants_{'_'.join(columns)}")
        op.create_index(name, "participants", columns, unique=unique)
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(64), nullable=False),
        *board("invitations"),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_invitations_secret_hash")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    op.create_index(op.f("ix_invitations_board"), "invitations", ["board"])


def create_snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.String(64), nullable=False),
        *board("snapshots"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("taken_by", sa.String(64), nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
    )
    op.create_index(op.f("ix_snapshots_board"), "snapshots", ["board"])


def downgrade() -> None:
    for table in (
        "snapshots", "invitations", "participants", "clients", "checkpoints", "updates", "boards",
    ):  # fmt: skip
        op.drop_table(table)
