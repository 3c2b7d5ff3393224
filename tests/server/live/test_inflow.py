"""The quick way in of ordinary frames hears what the parser alone would hear."""

import random

import pytest
from websockets.frames import Frame, Opcode
from websockets.protocol import CLOSED, OPEN
from websockets.server import ServerProtocol

from server.live.inflow import Inflow, Unread
from tests.builders.frames import BINARY, CLOSE, CONT, FIN, PING, PONG, TEXT, masked, unmasked

MOST = 70_000


class Ear:
    """Takes in frames as `Socket` does, with or without the quick way."""

    def __init__(self, *, quick: bool) -> None:
        self.parser = ServerProtocol(state=OPEN, max_size=MOST)
        self.inflow = Inflow(MOST) if quick else None
        self.heard: list[tuple[int, bool, bytes]] = []
        self.parsed = 0
        self.fragmented = False

    def take(self, data: bytes) -> None:
        if self.inflow is None:
            self.parse(data)
            return
        for is_message, piece in self.inflow.cut(data):
            if not is_message:
                self.parse(piece)
            elif self.parser.state is OPEN:
                self.heard.append((BINARY, True, piece))

    def parse(self, data: bytes) -> None:
        self.parsed += len(data)
        self.parser.receive_data(data)
        for frame in self.parser.events_received():
            assert isinstance(frame, Frame)
            self.heard.append((int(frame.opcode), frame.fin, bytes(frame.data)))
            if frame.opcode in (Opcode.BINARY, Opcode.TEXT, Opcode.CONT):
                self.fragmented = not frame.fin
        if self.inflow:
            self.inflow.in_parts = self.fragmented

    @property
    def end(self) -> tuple[object, object, list[bytes]]:
        """How it stands with the connection, and what goes back over it."""
        return (self.parser.state, self.parser.close_sent, self.parser.data_to_send())


def both(*pieces: bytes) -> Ear:
    """Let both ears hear the same; gives the quick one."""
    quick, slow = Ear(quick=True), Ear(quick=False)
    for piece in pieces:
        quick.take(piece)
        slow.take(piece)
    assert quick.heard == slow.heard
    assert quick.end == slow.end
    assert quick.parser.state is not CLOSED
    return quick


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65_535])
def test_a_whole_message_does_not_reach_the_parser(size):
    quick = both(masked(BINARY, random.randbytes(size)))
    assert len(quick.heard) == 1
    assert quick.parsed == 0


def test_many_whole_messages_in_one_piece_do_not_reach_the_parser():
    quick = both(b"".join(masked(BINARY, bytes([n])) for n in range(50)))
    assert len(quick.heard) == 50
    assert quick.parsed == 0


@pytest.mark.parametrize(
    "sent",
    [
        unmasked(BINARY, b"x"),
        masked(BINARY, b"x", first=0x40),
        masked(TEXT, b"x"),
        masked(PING, b"x") + masked(BINARY, b"y"),
        masked(BINARY, b"x", fin=False) + masked(BINARY, b"y"),
        masked(BINARY, b"x", fin=False) + masked(CONT, b"y") + masked(BINARY, b"z"),
        masked(BINARY, b"", fin=False) + masked(PING) + masked(CONT, b"") + masked(BINARY, b"z"),
        masked(CONT, b"y") + masked(BINARY, b"z"),
        masked(CLOSE, b"\x03\xe8") + masked(BINARY, b"z"),
        masked(BINARY, bytes(MOST + 1)) + masked(BINARY, b"z"),
        bytes([FIN | BINARY, 0xFF]) + b"\xff" * 8 + b"mask" + masked(BINARY, b"z"),
        bytes([FIN | BINARY, 0xFE, 0, 1]) + b"\0\0\0\0x" + masked(BINARY, b"z"),
    ],
    ids=[
        "not masked", "reserved bit", "text", "ping before", "begins anew in the middle",
        "after a message in parts", "empty parts", "continues nothing", "after a close",
        "too big", "impossible size", "size in more bytes than needed",
    ],
)  # fmt: skip
def test_everything_else_ends_as_with_the_parser_alone(sent):
    both(sent)
    both(*(bytes([byte]) for byte in sent[:200]), sent[200:])


@pytest.mark.parametrize("seed", range(40))
def test_any_stream_in_any_pieces_is_heard_as_by_the_parser_alone(seed):
    rnd = random.Random(seed)
    stream = b"".join(a_frame(rnd) for _ in range(rnd.choice((3, 20, 60))))
    cuts = sorted(rnd.choices(range(len(stream) + 1), k=rnd.choice((0, 5, 200))))
    both(*(stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)))


def a_frame(rnd: random.Random) -> bytes:
    """A frame, usually as it should be."""
    data = rnd.randbytes(rnd.choice((0, 3, 90, 125, 126, 400, 66_000)))
    match rnd.choices(range(6), (60, 12, 8, 4, 2, 1))[0]:
        case 0:
            return masked(BINARY, data)
        case 1:
            return masked(BINARY, data[:5], fin=False) + masked(CONT, data[5:])
        case 2:
            return masked(rnd.choice((PING, PONG)), data[:125])
        case 3:
            return masked(BINARY, data, fin=False) + masked(PING) + masked(CONT, fin=True)
        case 4:
            return masked(rnd.choice((BINARY, CONT, TEXT, 5)), data, fin=rnd.random() < 0.5)
        case _:
            return rnd.choice((masked(CLOSE), unmasked(BINARY, b"x"), rnd.randbytes(9)))


def test_what_is_not_taken_in_yet_comes_later_as_it_would_have_come_at_once():
    came = [masked(BINARY, b"one") + masked(PING, b"x"), masked(BINARY, b"two") * 3]
    at_once = list(Inflow(MOST).cut(b"".join(came)))
    unread = Unread(Inflow(MOST))
    for data in came:
        unread.add(data)
    assert (bool(unread), unread.size) == (True, len(b"".join(came)))
    assert list(iter(unread.take, None)) == at_once
    assert (bool(unread), unread.size) == (False, 0)
