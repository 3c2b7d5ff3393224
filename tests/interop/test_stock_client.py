"""An unmodified y-websocket client sits at our table as any other does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

from tests.builders.peers import Peers, State, peers

boards = (f"proef{number}" for number in count(1))


@asynccontextmanager
async def table(address: str, **kinds: str) -> AsyncIterator[Peers]:
    """Give clients of these kinds at one board of a running server."""
    url, board = address.replace("http", "ws") + "/sync", next(boards)
    async with peers() as clients:
        for name, kind in kinds.items():
            await clients.tell(name, "come", kind=kind, url=url, board=board)
            await clients.until(name, settled)
        yield clients


def settled(state: State) -> bool:
    return state.settled


async def test_what_it_writes_reaches_others_and_later_comers(open_server):
    async with table(open_server, an="stock", bo="stock", dee="ours") as clients:
        await clients.tell("an", "edit", seed=7, times=12)
        written = (await clients.state("an")).hash
        for name in ("bo", "dee"):
            await clients.until(name, lambda state: state.hash == written)


async def test_it_leaves_writes_on_and_comes_back_with_it(open_server):
    async with table(open_server, an="stock", bo="stock") as clients:
        await clients.tell("an", "edit", seed=1, times=8)
        await clients.tell("an", "leave")
        await clients.tell("an", "edit", seed=2, times=8)
        await clients.tell("bo", "edit", seed=3, times=8)
        apart = (await clients.state("an")).hash
        await clients.tell("an", "join")
        together = await clients.until("an", lambda state: settled(state) and state.hash != apart)
        await clients.until("bo", lambda state: state.hash == together.hash)


async def test_it_sees_who_else_is_there_and_is_seen(open_server):
    async with table(open_server, an="stock", dee="ours") as clients:
        await clients.tell("an", "show", doing={"cursor": [1, 2]})
        await clients.tell("dee", "show", doing={"cursor": [3, 4]})
        seen_by_ours = await clients.until("dee", lambda state: cursor(state) == [1, 2])
        seen_by_stock = await clients.until("an", lambda state: cursor(state) == [3, 4])
        assert seen_by_ours.others[0]["user"]["role"] == "participant"
        assert seen_by_stock.others[0]["user"]["role"] == "participant"


async def test_it_is_no_longer_seen_when_it_left(open_server):
    async with table(open_server, an="stock", dee="ours") as clients:
        await clients.tell("an", "show", doing={"cursor": [1, 2]})
        await clients.until("dee", lambda state: cursor(state) == [1, 2])
        await clients.tell("an", "leave")
        await clients.until("dee", lambda state: state.others == [])


def cursor(state: State) -> object:
    return state.others[0].get("cursor") if state.others else None
