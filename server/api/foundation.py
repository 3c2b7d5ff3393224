"""How a board begins: its first update and one invitation per role, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pycrdt import Doc, Map
from sqlalchemy.ext.asyncio import AsyncConnection

from board.edits import seed
from board.model import Board
from server.access.roles import Role
from server.access.room_code import new_code
from server.access.secret import digest, new_id, new_secret
from server.store import boards, invitations
from server.store.boards import BoardRecord, FirstUpdate
from server.store.invitations import Invitation

# who wrote what a board is born with; no participant has this id
AUTHOR = "server"


@dataclass(frozen=True, slots=True)
class Way:
    """A new way into a board; `secret` and `code` are shown once and kept only as hashes."""

    invitation: Invitation
    secret: str
    code: str | None = None

    @property
    def link(self) -> str:
        """Give the path of the way in; the secret is in the fragment, which is never sent."""
        return f"/k/{self.invitation.board}#{self.secret}"


@dataclass(frozen=True, slots=True)
class Founded:
    """A board that was just made, and a way in for each role."""

    board: BoardRecord
    ways: Mapping[Role, Way]

    @property
    def links(self) -> dict[Role, str]:
        """Give the path of each way in."""
        return {role: way.link for role, way in self.ways.items()}


@dataclass(frozen=True, slots=True)
class Wish:
    """What an invitation is to be."""

    role: Role
    label: str = ""
    expires_at: datetime | None = None
    with_code: bool = False


def first_update(board: Board) -> FirstUpdate:
    """Give the update that puts `board` into an empty document."""
    doc: Doc[Map[object]] = Doc()
    seed(doc, board)
    return FirstUpdate(doc.get_update(), doc.client_id, AUTHOR)


async def found(connection: AsyncConnection, record: BoardRecord, first: FirstUpdate) -> Founded:
    """Keep a new board with one invitation for each role."""
    await boards.create(connection, record, first)
    now = record.created_at
    ways = {role: await invite(connection, record.id, Wish(role), now) for role in Role}
    return Founded(record, ways)


async def invite(connection: AsyncConnection, board: str, wish: Wish, now: datetime) -> Way:
    """Keep a new invitation; give it with its keys, which nobody can ask for again."""
    way = Way(
        Invitation(
            id=new_id(),
            board=board,
            role=wish.role,
            label=wish.label,
            created_at=now,
            expires_at=wish.expires_at,
            has_code=wish.with_code,
        ),
        new_secret(),
        await _free_code(connection) if wish.with_code else None,
    )
    await invitations.create(
        connection,
        way.invitation,
        secret_hash=digest(way.secret),
        code_hash=digest(way.code) if way.code else None,
    )
    return way


async def _free_code(connection: AsyncConnection) -> str:
    """Give a code that no invitation has."""
    code = new_code()
    while await invitations.by_code(connection, digest(code)):
        code = new_code()
    return code
