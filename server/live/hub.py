"""All running boards: one room per board, however many arrive, and every task there is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from board.model import Board
from server.live.outbox import Transport
from server.live.session import Command, Session
from server.store.database import Database
from server.store.writer import Writer
from server.sync.limits import Limits
from server.sync.room import Pass


@dataclass(frozen=True, slots=True)
class Options:
    """What the settings say about live boards; `open`: any board name, made at its first use."""

    limits: Limits = Limits()
    grace_seconds: float = 60.0
    outbox_bytes: int = 1024 * 1024
    stalled_seconds: float = 20.0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A board at one moment, of which everything is durable."""

    board: Board
    state: bytes
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Status:
    """How the live part is doing: rooms by state, and whether the store takes writes."""

    rooms: dict[str, int]
    peers: int
    store_away: bool


class Connection:
    """One peer at one board; the socket gives it what comes in, and says when it is gone."""

    def receive(self, data: bytes) -> None:
        """Take in one binary message."""
        raise NotImplementedError

    def drained(self) -> None:
        """The transport took in what it was given: it may have more."""
        raise NotImplementedError

    def leave(self) -> None:
        """The socket is gone; saying so twice does no harm."""
        raise NotImplementedError


class Hub:
    """Joins peers to boards, reads boards, and changes their sessions.

    `clock` gives the time with its zone. Everything raises `UnknownBoard`, `Quarantined`,
    `StoreAway` or `Draining` where that is so.
    """

    def __init__(
        self, database: Database, writer: Writer, options: Options, clock: Callable[[], datetime]
    ) -> None:
        raise NotImplementedError

    async def start(self) -> None:
        """Start the writer."""
        raise NotImplementedError

    async def join(self, board: str, pass_: Pass, transport: Transport) -> Connection:
        """Let a peer in at a board, which is loaded if it is not running."""
        raise NotImplementedError

    async def read(self, board: str) -> Cut:
        """Give what durably lies on a board, all of it of one moment."""
        raise NotImplementedError

    async def session(self, board: str) -> Session:
        """Give a board's session."""
        raise NotImplementedError

    async def session_json(self, board: str, participant: str) -> dict[str, object]:
        """Give a board's session as message 81 shows it to one participant."""
        raise NotImplementedError

    async def change_session(self, board: str, command: Command) -> Session:
        """Change a board's session for everyone; `WrongMoment` where the clock forbids it."""
        raise NotImplementedError

    async def refresh(self, board: str) -> None:
        """People of the board changed in the store: tell everyone, and change their passes."""
        raise NotImplementedError

    async def close_participant(self, participant: str) -> None:
        """Close every socket of a participant who was removed (4401)."""
        raise NotImplementedError

    async def close_invitation(self, invitation: str) -> None:
        """Close the sockets of all who came by an invitation that was withdrawn (4401)."""
        raise NotImplementedError

    def status(self) -> Status:
        """Say how the live part is doing."""
        raise NotImplementedError

    async def drain(self) -> None:
        """Let nobody in, store what is held, tell everyone to come back (1012), and stop."""
        raise NotImplementedError
