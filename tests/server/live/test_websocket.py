"""The socket itself, through a real server: what may come over it, and what a slow one costs.

Every claim holds for both ways in: straight on uvicorn's transport, and over ASGI.
"""

import asyncio
import socket as sockets

import pytest
from pycrdt import Doc, Map
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.live.door import chosen
from server.sync import messages
from server.sync.codec import Reader
from tests.builders.served import DEADLINE, Served, close_code, served, session, slip, told
from tests.builders.stores import Pen

NOTHING = b"\x00"
ASGI = "websockets-sansio"
LONG = "x" * 2000


@pytest.fixture(params=[None, ASGI], ids=["straight", "asgi"])
def way(request: pytest.FixtureRequest) -> str | None:
    """How sockets are served."""
    found: str | None = request.param
    return found


async def narrow_socket(server: Served) -> ClientConnection:
    """A socket in which little fits, and that takes nothing in unless it is read from."""
    host, port = server.address.removeprefix("http://").split(":")
    near = sockets.socket(sockets.AF_INET, sockets.SOCK_STREAM)
    near.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 32768)
    near.setblocking(False)
    await asyncio.get_running_loop().sock_connect(near, (host, int(port)))
    address = f"ws://{host}:{port}/sync/b1"
    return await connect(address, sock=near, max_queue=1, max_size=None, proxy=None)


async def stored(socket: ClientConnection, count: int) -> None:
    """Wait until the server has stored so many updates of this socket."""
    while Reader(await told(socket, messages.STORED)).uint() < count:
        pass


async def heard(socket: ClientConnection, doc: Doc, key: str) -> None:
    """Take in changes until a slip is there."""
    slips = doc.get("ingredients", type=Map)
    while key not in slips:
        reader = Reader(await told(socket, messages.SYNC))
        if reader.uint() in (1, 2):
            doc.apply_update(reader.take())


async def write_much(socket: ClientConnection, pen: Pen, count: int) -> None:
    """Write many long slips, waiting now and then until they are stored."""
    for number in range(count):
        await socket.send(messages.update(pen.slip(number, LONG)))
        if number % 50 == 49:
            await stored(socket, number + 1)


@pytest.mark.parametrize(
    ("offered", "answer"),
    [
        ([], None),
        (["tafelkleed.1"], "tafelkleed.1"),
        (["ticket.abc", "tafelkleed.1"], "tafelkleed.1"),
        (["ticket.abc"], "ticket.abc"),
    ],
)
def test_the_answer_to_offered_subprotocols_is_one_of_them(offered, answer):
    assert chosen(offered) == answer


async def test_a_text_frame_is_refused(way, tmp_path):
    async with served(tmp_path, sockets=way, open=True) as server, server.socket("b1") as socket:
        await socket.send("hello")
        assert await close_code(socket) == 4400


async def test_bytes_that_are_no_message_close_their_sender_only(way, tmp_path):
    async with (
        served(tmp_path, sockets=way, open=True) as server,
        server.socket("b1") as bad,
        server.socket("b1") as good,
    ):
        await bad.send(b"\xff\xff\xff")
        assert await close_code(bad) == 4400
        await good.send(slip())
        await stored(good, 1)


@pytest.mark.parametrize(("size", "code"), [(3000, 4413), (5000, 1009)])
async def test_a_message_that_is_too_big_closes_its_sender_only(way, tmp_path, size, code):
    async with (
        served(tmp_path, sockets=way, open=True, limit_update_bytes=1024) as server,
        server.socket("b1") as bad,
        server.socket("b1") as good,
    ):
        await bad.send(bytes(size))
        assert await close_code(bad) in {code, 1009}
        await good.send(slip())
        await stored(good, 1)


async def test_a_message_in_fragments_is_one_message(way, tmp_path):
    async with served(tmp_path, sockets=way, open=True) as server, server.socket("b1") as socket:
        whole = slip()
        await socket.send([whole[:5], whole[5:9], whole[9:]])
        await stored(socket, 1)


async def test_a_server_that_stops_tells_its_sockets_to_come_back(way, tmp_path):
    async with served(tmp_path, sockets=way, open=True) as server:
        socket = await server.socket("b1")
        await session(socket)
    assert await close_code(socket) == 1012


async def test_a_peer_that_reads_nothing_is_let_go_and_costs_the_others_nothing(way, tmp_path):
    limits = {
        "limit_outbox_bytes": 64 * 1024,
        "limit_stalled_seconds": 0.5,
        "limit_updates_per_second": 0,
    }
    async with (
        served(tmp_path, sockets=way, open=True, **limits) as server,
        server.socket("b1") as ann,
        server.socket("b1") as bob,
    ):
        stuck = await narrow_socket(server)
        pen, read = Pen(1), Doc()
        await bob.send(messages.step1(NOTHING))
        await stuck.send(messages.step1(NOTHING))
        hearing = asyncio.create_task(heard(bob, read, "i2999"))
        await write_much(ann, pen, 3000)
        await hearing
        assert len(read.get("ingredients", type=Map)) == 6000
        async with asyncio.timeout(DEADLINE):
            while (await server.device().get("/health/ready")).json()["peers"] > 2:
                pass
        stuck.transport.abort()


async def test_a_peer_that_was_slow_catches_up_to_the_last_word(way, tmp_path):
    limits = {"limit_outbox_bytes": 64 * 1024, "limit_updates_per_second": 0}
    async with (
        served(tmp_path, sockets=way, open=True, **limits) as server,
        server.socket("b1") as ann,
    ):
        slow = await narrow_socket(server)
        pen, read = Pen(1), Doc()
        await slow.send(messages.step1(NOTHING))
        await write_much(ann, pen, 3000)
        await heard(slow, read, "i2999")
        assert read.get_state() == pen.doc.get_state()
        await slow.close()


async def test_a_socket_that_breaks_off_leaves_the_table(way, tmp_path):
    async with served(tmp_path, sockets=way, open=True) as server, server.socket("b1") as socket:
        socket.transport.abort()
        with pytest.raises(ConnectionClosed):
            await socket.recv()
        async with asyncio.timeout(DEADLINE):
            while (await server.device().get("/health/ready")).json()["peers"]:
                pass
