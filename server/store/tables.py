"""The tables of the store; Alembic migrations own their making, this module their names."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC and always read with its zone, on SQLite too."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Give the moment in UTC; one without a zone is a mistake of ours."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Give the moment with its zone."""
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def _board(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "board",
        String(64),
        ForeignKey("boards.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


boards = Table(
    "boards",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False, default=""),
    Column("purpose", Text, nullable=False, default=""),
    # of which board it came: invited for an actor there, or somebody's own cloth beside it
    Column("parent", String(64), nullable=True),
    Column("parent_actor", String(64), nullable=True),
    Column("parent_participant", String(64), nullable=True),
    Column("created_at", Moment(), nullable=False),
    Column("used_at", Moment(), nullable=False),
    Column("keep_days", Integer, nullable=False, default=90),
    Column("epoch", Integer, nullable=False, default=1),
    # head: the last seq handed out in this epoch; row and head change in one transaction
    Column("head", BigInteger, nullable=False, default=0),
    Column("session", Text, nullable=False, default="{}"),
    # of the word one must know beside the code; empty for none
    Column("pin_hash", String(64), nullable=False, default=""),
    Column("quarantined", Text, nullable=True),
    # the thresholds of the analysis that the group set for itself, as JSON
    Column("analysis", Text, nullable=False, default="{}", server_default="{}"),
    Index(None, "parent", "parent_participant", unique=True),
)

updates = Table(
    "updates",
    metadata,
    _board(primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
    Column("participants", Text, nullable=False, default=""),
    Column("at", Moment(), nullable=False),
)

# updates that were folded into the checkpoint, to look back at; nothing is loaded from here.
# `whole`: all there was up to this row, because what came before it is kept no more
past = Table(
    "past",
    metadata,
    _board(primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
    Column("whole", Boolean, nullable=False, default=False),
    Column("at", Moment(), nullable=False),
)

checkpoints = Table(
    "checkpoints",
    metadata,
    _board(primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("state_vector", LargeBinary, nullable=False),
    Column("hash", String(80), nullable=False),
    Column("at", Moment(), nullable=False),
)

# which participant writes under which Yjs client id: bound at first use, never to two
clients = Table(
    "clients",
    metadata,
    _board(primary_key=True),
    Column("client", BigInteger, primary_key=True, autoincrement=False),
    Column("participant", String(64), nullable=False),
)

participants = Table(
    "participants",
    metadata,
    Column("id", String(64), primary_key=True),
    _board(),
    Column("device_hash", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False, default=""),
    Column("seat", String(64), nullable=True),
    Column("invitation", String(64), nullable=True),
    Column("joined_at", Moment(), nullable=False),
    Column("removed_at", Moment(), nullable=True),
    # set while this device waits before the door; `returns`: it says it sat here before
    Column("waits_since", Moment(), nullable=True),
    Column("returns", Boolean, nullable=False, default=False),
    Index(None, "board", "device_hash", "role", unique=True),
    Index(None, "device_hash"),
    Index(None, "invitation"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", String(64), primary_key=True),
    _board(),
    Column("role", String(16), nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    # of the room code, if the invitation has one
    Column("code_hash", String(64), nullable=True, unique=True),
    Column("label", Text, nullable=False, default=""),
    Column("created_at", Moment(), nullable=False),
    Column("expires_at", Moment(), nullable=True),
    Column("revoked_at", Moment(), nullable=True),
    Index(None, "board"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", String(64), primary_key=True),
    _board(),
    Column("title", Text, nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("phase", String(16), nullable=False, default="free"),
    Column("taken_at", Moment(), nullable=False),
    Column("taken_by", String(64), nullable=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(80), nullable=False),
    Column("content", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
    # the thresholds that held when it was taken, and its main counts, both as JSON
    Column("analysis", Text, nullable=False, default="{}", server_default="{}"),
    Column("totals", Text, nullable=True),
    # thrown away, and still to be had back for a while
    Column("removed_at", Moment(), nullable=True),
    Index(None, "board"),
)

# updates that broke something: `kind` says what, `payload` is there if the bytes were at hand
cases = Table(
    "cases",
    metadata,
    Column("id", Integer, primary_key=True),
    _board(),
    Column("kind", String(16), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("payload", LargeBinary, nullable=True),
    Column("at", Moment(), nullable=False),
    Index(None, "board"),
)

# what people do with the findings of a snapshot
finding_marks = Table(
    "finding_marks",
    metadata,
    Column(
        "snapshot",
        String(64),
        ForeignKey("snapshots.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("finding", Text, primary_key=True),
    Column("done", Boolean, nullable=False, default=False),
    Column("who", Text, nullable=False, default=""),
    Column("handed_back", Boolean, nullable=False, default=False),
)

# ways to read one snapshot without a seat
shares = Table(
    "shares",
    metadata,
    Column("id", String(64), primary_key=True),
    _board(),
    Column("snapshot", String(64), ForeignKey("snapshots.id", ondelete="CASCADE"), nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("label", Text, nullable=False, default=""),
    Column("names", Boolean, nullable=False, default=False),
    Column("created_at", Moment(), nullable=False),
    Column("expires_at", Moment(), nullable=False),
    Column("revoked_at", Moment(), nullable=True),
    Index(None, "board"),
)

# which files left a board, in whose hands
exports = Table(
    "exports",
    metadata,
    Column("id", String(64), primary_key=True),
    _board(),
    Column("snapshot", String(64), nullable=False),
    Column("participant", String(64), nullable=False),
    Column("format", String(32), nullable=False),
    Column("names", Boolean, nullable=False),
    Column("at", Moment(), nullable=False),
    Index(None, "board"),
)

# what people decided about an actor of one board and one of another; the lesser of both first
verdicts = Table(
    "verdicts",
    metadata,
    _board(primary_key=True),
    Column("actor", String(64), primary_key=True),
    Column(
        "other_board",
        String(64),
        ForeignKey("boards.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("other_actor", String(64), primary_key=True),
    Column("same", Boolean, nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", Moment(), nullable=False),
    Index(None, "other_board"),
)

# boards whose names may be seen in a union, by whose word
agreements = Table(
    "agreements",
    metadata,
    _board(primary_key=True),
    Column("by", String(64), nullable=False),
    Column("at", Moment(), nullable=False),
)

# the photo that lies under a board; where it lies is kept with the session
underlays = Table(
    "underlays",
    metadata,
    _board(primary_key=True),
    Column("key", String(64), nullable=False),
    Column("media_type", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),
)
