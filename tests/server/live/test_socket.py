"""RFC 6455 at our own end: what a hand-made client may send, and what it gets."""

import asyncio
import base64
import os
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import pytest
import uvicorn
from starlette.requests import HTTPConnection

from server.app import build
from server.live.door import Refused
from server.live.frames import Frames, frame
from server.serving import configuration, listen
from server.settings import Settings
from server.sync import messages
from server.sync.passes import Pass
from tests.builders.frames import BINARY, CLOSE, CONT, FIN, PING, PONG, TEXT, masked, unmasked
from tests.builders.house import Clock, pages
from tests.builders.served import DEADLINE, served, slip
from tests.builders.stores import Pen

STEP1 = messages.step1(b"\x00")


class Wire:
    """A bare connection to a board's socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def send(self, *data: bytes) -> None:
        self.writer.write(b"".join(data))

    async def frame(self) -> tuple[int, bytes]:
        """The next frame: its first byte and what is in it."""
        async with asyncio.timeout(DEADLINE):
            first, size = await self.reader.readexactly(2)
            if size == 126:
                (size,) = struct.unpack("!H", await self.reader.readexactly(2))
            elif size == 127:
                (size,) = struct.unpack("!Q", await self.reader.readexactly(8))
            return first, await self.reader.readexactly(size)

    async def next(self, opcode: int) -> bytes:
        """What is in the next frame of a kind."""
        while True:
            first, data = await self.frame()
            if first == FIN | opcode:
                return data

    async def message(self, kind: int) -> bytes:
        """The next message of a kind."""
        while True:
            data = await self.next(BINARY)
            if data[0] == kind:
                return data

    async def close_code(self) -> int:
        """The code in the close frame that comes; answered, the connection must end."""
        data = await self.next(CLOSE)
        self.send(masked(CLOSE, data[:2]))
        with suppress(ConnectionResetError):  # what was not read any more breaks the line
            async with asyncio.timeout(DEADLINE):
                await self.reader.read()
        return int.from_bytes(data[:2]) if data else 1005

    async def stored(self) -> None:
        """Wait until something of this client is stored."""
        await self.message(messages.STORED)


def request(path: str = "/sync/b1", **headers: str) -> bytes:
    given = {
        "Host": "localhost",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Protocol": "tafelkleed.1",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode()


@asynccontextmanager
async def bare(address: str) -> AsyncIterator[Wire]:
    """A connection on which nothing has been said, and in which little fits."""
    host, port = address.removeprefix("http://").split(":")
    near = socket.socket()
    near.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32768)
    near.setblocking(False)
    await asyncio.get_running_loop().sock_connect(near, (host, int(port)))
    reader, writer = await asyncio.open_connection(sock=near)
    try:
        yield Wire(reader, writer)
    finally:
        writer.transport.abort()


async def shake_hands(wire: Wire, asked: bytes) -> str:
    """Ask for a websocket and give the head of the answer."""
    wire.send(asked)
    async with asyncio.timeout(DEADLINE):
        return (await wire.reader.readuntil(b"\r\n\r\n")).decode()


@asynccontextmanager
async def wired(folder: Path, **limits: object) -> AsyncIterator[Wire]:
    """A bare connection after its handshake, at a board of an open server."""
    async with served(folder, open=True, **limits) as server, bare(server.address) as wire:
        head = await shake_hands(wire, request())
        assert head.startswith("HTTP/1.1 101")
        yield wire


# handshake


async def test_the_handshake_answers_with_our_subprotocol(tmp_path):
    async with served(tmp_path, open=True) as server, bare(server.address) as wire:
        head = await shake_hands(wire, request())
        assert "sec-websocket-protocol: tafelkleed.1\r\n" in head.lower()
        assert "sec-websocket-extensions" not in head.lower()


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (request("/elsewhere"), 404),
        (request("/sync/b1", Sec_WebSocket_Version="12"), 400),
        (request("/sync/b1", Sec_WebSocket_Key="short"), 400),
    ],
)
async def test_a_handshake_that_is_wrong_gets_an_http_answer(tmp_path, asked, status):
    async with served(tmp_path, open=True) as server, bare(server.address) as wire:
        head = await shake_hands(wire, asked)
        assert head.startswith(f"HTTP/1.1 {status}")


async def test_a_board_name_may_be_escaped_in_the_address(tmp_path):
    async with served(tmp_path, open=True) as server, bare(server.address) as wire:
        await shake_hands(wire, request("/sync/caf%C3%A9%2F1?x=1"))
        told = await wire.message(messages.SESSION)
        assert '"board":{"id":"café/1"'.encode() in told


async def test_a_name_that_is_no_board_closes_as_gone(tmp_path):
    async with served(tmp_path, open=True) as server, bare(server.address) as wire:
        await shake_hands(wire, request("/sync/" + "x" * 65))
        assert await wire.close_code() == 4404


async def test_nobody_is_left_waiting_when_the_door_itself_fails(tmp_path):
    async def broken_door(connection: HTTPConnection) -> Pass | Refused:
        raise ZeroDivisionError

    settings = Settings(data=tmp_path / "data", frontend=pages(tmp_path))
    app = build(settings, Clock())
    app.state.admit = broken_door
    bound, place = listen("127.0.0.1", 0)
    server = uvicorn.Server(configuration(app, settings))
    running = asyncio.create_task(server.serve(sockets=[bound]))
    async with bare(f"http://127.0.0.1:{place.port}") as wire:
        wire.send(request())
        async with asyncio.timeout(DEADLINE):
            assert await wire.reader.read() == b""
    server.should_exit = True
    await running


# messages


async def test_a_message_in_one_byte_pieces_arrives(tmp_path):
    async with wired(tmp_path) as wire:
        for byte in masked(BINARY, slip()):
            wire.send(bytes([byte]))
            await wire.writer.drain()
        await wire.stored()


async def test_many_messages_in_one_piece_arrive(tmp_path):
    async with wired(tmp_path) as wire:
        wire.send(masked(BINARY, STEP1), masked(BINARY, slip()), masked(PING, b"x"))
        await wire.stored()


async def test_far_more_than_a_room_hears_in_one_turn_arrives_whole(tmp_path):
    async with wired(tmp_path, limit_updates_per_second=0) as wire:
        pen, words = Pen(1), 3_000
        frames = [masked(BINARY, messages.update(pen.slip(n, "x" * 100))) for n in range(words)]
        wire.send(*frames)
        while await wire.message(messages.STORED) != messages.stored(words):
            continue


async def test_what_came_before_the_line_broke_is_taken_in(tmp_path):
    async with served(tmp_path, open=True) as server, bare(server.address) as stays:
        await shake_hands(stays, request())
        stays.send(masked(BINARY, STEP1))
        async with bare(server.address) as goes:
            await shake_hands(goes, request())
            goes.send(masked(BINARY, slip()))
            goes.writer.write_eof()
            await goes.reader.read()
            while (await stays.message(messages.SYNC))[1] != messages.UPDATE:
                continue


async def test_control_frames_may_come_between_fragments(tmp_path):
    async with wired(tmp_path) as wire:
        whole = slip()
        wire.send(
            masked(BINARY, whole[:4], fin=False),
            masked(PING, b"between"),
            masked(CONT, whole[4:9], fin=False),
            masked(PONG),
            masked(CONT, whole[9:]),
        )
        assert await wire.next(PONG) == b"between"
        await wire.stored()


async def test_an_empty_fragment_changes_nothing(tmp_path):
    async with wired(tmp_path) as wire:
        wire.send(masked(BINARY, fin=False), masked(CONT, slip(), fin=False), masked(CONT))
        await wire.stored()


@pytest.mark.parametrize("size", [0, 1, 125])
async def test_a_ping_comes_back_as_it_was(tmp_path, size):
    async with wired(tmp_path) as wire:
        payload = os.urandom(size)
        wire.send(masked(PING, payload))
        while (pong := await wire.next(PONG)) != payload:
            pass
        assert pong == payload


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (unmasked(BINARY, STEP1), 1002),
        (masked(BINARY, STEP1, first=0x40), 1002),
        (masked(3), 1002),
        (masked(11), 1002),
        (masked(CONT, STEP1), 1002),
        (masked(BINARY, b"a", fin=False) + masked(BINARY, b"b"), 1002),
        (masked(PING, b"x", fin=False), 1002),
        (masked(PING, bytes(126)), 1002),
        (masked(CLOSE, b"\x03"), 1002),
        (masked(CLOSE, struct.pack("!H", 1006)), 1002),
        (masked(CLOSE, struct.pack("!H", 1000) + b"\xff"), 1007),
        (masked(BINARY, b"a", fin=False) + masked(CLOSE), 1002),
        (masked(TEXT, b"hello"), 4400),
        (masked(TEXT, b"hel", fin=False) + masked(CONT, b"lo"), 4400),
        (masked(TEXT, b"\xff"), 4400),
        (masked(TEXT, b"\xe2\x82", fin=False) + masked(CONT, b"\xac"), 4400),
        (masked(TEXT, b"\xce", fin=False) + masked(PING) + masked(CONT, b"\xff"), 4400),
        (unmasked(TEXT, b"x"), 1002),
        (unmasked(PING, b"x"), 1002),
        (unmasked(CLOSE), 1002),
        (masked(PING, b"x", first=0x20), 1002),
        (masked(CLOSE, struct.pack("!H", 1000), first=0x10), 1002),
        (masked(CLOSE, bytes(126)), 1002),
        (masked(CLOSE, b"\x03\xe8", fin=False), 1002),
        (masked(CLOSE, struct.pack("!H", 999)), 1002),
        (masked(CLOSE, struct.pack("!H", 5000)), 1002),
        (masked(CLOSE, struct.pack("!H", 1000) + b"\xe2\x82"), 1007),
        (masked(BINARY, b"\xff"), 4400),
        (masked(BINARY, b""), 4400),
        (masked(BINARY, bytes(200_000)), 1009),
        (masked(BINARY, bytes(70_000), fin=False) + masked(CONT, bytes(70_000)), 1009),
    ],
    ids=[
        "not masked",
        "reserved bit",
        "reserved opcode",
        "reserved control opcode",
        "continues nothing",
        "begins anew in the middle",
        "control frame in fragments",
        "control frame too long",
        "close with half a code",
        "close with a code nobody sends",
        "close with a reason that is no text",
        "close in the middle",
        "text",
        "text in fragments",
        "text that is no UTF-8",
        "UTF-8 cut through by fragments",
        "no UTF-8 in fragments with a ping between",
        "text not masked",
        "ping not masked",
        "close not masked",
        "reserved bit on a ping",
        "reserved bit on a close",
        "close too long",
        "close in fragments",
        "close with a code that is too low",
        "close with a code that is too high",
        "close with a reason that breaks off",
        "no message",
        "empty message",
        "too big",
        "too big together",
    ],
)
async def test_what_is_against_the_rules_closes_with_its_code(tmp_path, sent, code):
    async with wired(tmp_path, limit_update_bytes=60_000) as wire:
        wire.send(sent)
        assert await wire.close_code() == code


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        struct.pack("!H", 1000),
        struct.pack("!H", 1001) + "tot zó".encode(),
        struct.pack("!H", 3000),
        struct.pack("!H", 4999) + b"x",
        struct.pack("!H", 1000) + b"x" * 123,
    ],
)
async def test_a_close_is_answered_with_the_same_and_ends_the_connection(tmp_path, payload):
    async with wired(tmp_path) as wire:
        wire.send(masked(CLOSE, payload))
        assert await wire.next(CLOSE) == payload
        async with asyncio.timeout(DEADLINE):
            assert await wire.reader.read() == b""


async def test_a_close_of_ours_that_is_answered_ends_the_connection(tmp_path):
    async with wired(tmp_path) as wire:
        wire.send(masked(TEXT, b"x"), masked(PING, b"late"), masked(BINARY, slip()))
        assert await wire.close_code() == 4400


async def test_who_pings_and_takes_the_answers_gets_every_one_in_order(tmp_path):
    async with wired(tmp_path) as wire:
        wire.send(*(masked(PING, b"%d" % number) for number in range(2_000)))
        wire.send(masked(BINARY, slip()))
        pongs = []
        while len(pongs) < 2_000:
            pong = await wire.next(PONG)
            if pong:
                pongs.append(pong)
        assert pongs == [b"%d" % number for number in range(2_000)]
        await wire.stored()


async def test_nothing_after_a_close_is_taken_in(tmp_path):
    async with served(tmp_path, open=True) as server:
        async with bare(server.address) as wire:
            await shake_hands(wire, request())
            wire.send(masked(CLOSE), masked(BINARY, slip()))
            await wire.close_code()
        async with bare(server.address) as other:
            await shake_hands(other, request())
            other.send(masked(BINARY, STEP1))
            answer = await other.message(messages.SYNC)
            while answer[1] != messages.STEP2:
                answer = await other.message(messages.SYNC)
            assert answer == messages.step2(b"\x00\x00")


async def test_who_pings_and_takes_no_answer_costs_little_and_nobody_else(tmp_path):
    """The pongs to all of it would fill memory if we went on listening."""
    async with (
        served(tmp_path, open=True, limit_outbox_bytes=64 * 1024) as server,
        bare(server.address) as flood,
        bare(server.address) as good,
    ):
        await shake_hands(flood, request())
        await shake_hands(good, request())
        flood.reader._transport.pause_reading()
        pings = masked(PING, bytes(125)) * 1000
        taken = 0
        while taken < 200 and await _goes(flood, pings):
            taken += 1
        assert taken < 200
        good.send(masked(BINARY, slip()))
        await good.stored()


async def _goes(wire: Wire, data: bytes) -> bool:
    """Whether the server takes data in within a short time."""
    wire.send(data)
    try:
        async with asyncio.timeout(0.5):
            await wire.writer.drain()
    except TimeoutError:
        return False
    return True


# ready frames


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65535, 65536, 70_000])
async def test_a_ready_frame_reads_back_as_its_message(size):
    message = os.urandom(size)
    reader = asyncio.StreamReader()
    reader.feed_data(frame(message))
    reader.feed_eof()
    wire = Wire(reader, writer=None)
    assert await wire.frame() == (FIN | BINARY, message)
    assert await reader.read() == b""


def test_a_frame_is_made_once_for_a_message_that_goes_to_many():
    frames, message = Frames(), os.urandom(200)
    first = frames.of(message)
    assert frames.of(message) is first
    assert frames.of(bytes(3)) == frame(bytes(3))
    assert frames.of(message) == first


# the end


async def test_who_is_at_a_board_when_the_server_stops_hears_when_to_come_back(tmp_path):
    async with AsyncExitStack() as serving:
        server = await serving.enter_async_context(served(tmp_path, open=True))
        async with bare(server.address) as wire:
            await shake_hands(wire, request())
            wire.send(masked(BINARY, slip()))
            await wire.stored()
            stopping = asyncio.create_task(serving.aclose())
            assert b'"code":"restart"' in await wire.message(messages.NOTICE)
            assert await wire.close_code() == 1012
            await stopping
