"""Bytes that break pycrdt 0.14.13, or a browser, or a board, and what our room says to them.

Each case is what one peer sends; `outcome` is the close code, the code of the refusal, or
"passed over" where nothing is wrong and nothing new. Big ones are made when they are needed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from server.sync import messages, vectors
from server.sync.codec import sized, text, uint
from tests.builders import updates as u
from tests.builders.presence import entry, repeats, shows

EVE, BOB = 1, 100
"""The client ids on the board: 6,000 items of Eve's, one of Bob's."""
LAST = 6_000


@dataclass(frozen=True)
class Case:
    """What is sent and what it must come to; every frame is one message."""

    outcome: str
    frames: Callable[[], list[bytes]]
    admits: bool = False
    """Whether some of it is no more than a lot, and goes in."""


def board() -> list[bytes]:
    """The updates of a live board: 2,000 ingredients of Eve's, a seat of Bob's."""
    items = []
    for n in range(LAST // 3):
        items += [
            u.item("ingredients", f"i{n}", {"seat": "s1", "pen": "blue"}),
            u.item("ingredients", f"i{n}.text", "gezond eten"),
            u.item("ingredients", f"i{n}.at", [240, 1130]),
        ]
    bobs = u.update(u.section(BOB, 0, u.item("seats", "s2", {})))
    return [u.update(u.section(EVE, 0, *items)), bobs]


def raw(hexed: str) -> Callable[[], list[bytes]]:
    """One update in hexadecimal digits."""
    return lambda: [messages.update(bytes.fromhex(hexed))]


def one(*structs: bytes, client: int = 7, clock: int = 0) -> Callable[[], list[bytes]]:
    """One update with these structs."""
    return lambda: [messages.update(u.update(u.section(client, clock, *structs)))]


def frame(make: Callable[[], bytes]) -> Callable[[], list[bytes]]:
    return lambda: [make()]


def place(kind: int, flags: int = u.KEY) -> bytes:
    """The beginning of an item in `seats`."""
    return bytes([flags | kind]) + b"\x01" + text("seats") + text("s1.label")


def nested(levels: int, level: bytes = b"\x75\x01", core: bytes = b"\x7f") -> bytes:
    """A value with so many levels, as the first one of a register."""
    return place(u.ANY) + b"\x01" + level * levels + core


def nested_maps(levels: int) -> bytes:
    """Maps, each in the one before."""
    inner = (
        bytes([u.KEY | u.TYPE]) + b"\x00" + uint(7) + uint(n) + text("k") + b"\x01"
        for n in range(levels)
    )
    return u.update(u.section(7, 0, place(u.TYPE) + b"\x01", *inner))


def crowd(count: int, first: int = 1_000) -> bytes:
    """So many client ids that write one register at the same time."""
    item = u.item("seats", "s1.label", "x")
    return u.update(*(u.section(first + n, 0, item) for n in range(count)))


def orphans() -> list[bytes]:
    """Items of ever new client ids that wait for something that never comes."""
    waiting = u.after((12_345, 6), "x" * 100)
    return [messages.update(u.update(u.section(10_000 + n, 0, waiting))) for n in range(200)]


V2 = "0000000501470100000101000105012801000d0b73656174737331" + "0501020001010177" + "0178" + "00"
"""An update in the second format of Yjs."""

CASES: dict[str, Case] = {
    # runs, counts and lengths
    "R0 a run of length nothing": Case("4400", raw("01013701000000")),
    "R1 a run past 2^32": Case("4400", raw("0101010100ffffffff0f00")),
    "R3 a count of 2^28 client ids": Case("4400", raw("8080808001")),
    "R4 a state vector of 2^28 client ids": Case(
        "4400", frame(lambda: messages.step1(bytes.fromhex("8080808001")))
    ),
    "R6 an endless length of a sync message": Case(
        "4400", frame(lambda: b"\x00\x02" + b"\xff" * 300_000 + b"\x01")
    ),
    "R6 an endless length of presence": Case(
        "4400", frame(lambda: b"\x01" + b"\xff" * 300_000 + b"\x01")
    ),
    "R7 a client id without structs": Case("4400", raw("0100010000")),
    "R7b an empty run of a known client id": Case("4400", raw("01010101000000")),
    "a count of 2^53 structs": Case(
        "4400", frame(lambda: messages.update(uint(1) + uint(2**53) + b"\x07\x00\x00"))
    ),
    "a count of 2^53 values": Case("value", one(place(u.ANY) + uint(2**53) + b"\x7e")),
    "an array of 2^53 values": Case("value", one(place(u.ANY) + b"\x01\x75" + uint(2**53))),
    "an object of 2^53 fields": Case("value", one(place(u.ANY) + b"\x01\x76" + uint(2**53))),
    "a text of 2^53 bytes": Case("4400", one(place(u.ANY) + b"\x01\x77" + uint(2**53))),
    "bytes of 2^53 bytes": Case("4400", one(place(u.BINARY) + uint(2**53))),
    "a frame of 50 MB": Case("4413", frame(lambda: messages.update(b"\x77" * 50_000_000))),
    "an update that breaks off": Case("4400", raw("010107002801057365617473")),
    "something after the update": Case("4400", raw("00000000")),
    "an update in the second format": Case("4400", raw(V2)),
    "a hundred thousand delete ranges": Case(
        "gap",
        frame(lambda: messages.update(u.wipe(EVE, *((2 * n, 1) for n in range(99_000))))),
    ),
    # values
    "R5 arrays 50,000 deep": Case("value", one(nested(50_000))),
    "R5 arrays 16,000 deep": Case("value", one(nested(16_000))),
    "R5 objects 50,000 deep": Case("value", one(nested(50_000, b"\x76\x01\x01a"))),
    "R5 maps 30,000 deep": Case("too_many", frame(lambda: messages.update(nested_maps(30_000)))),
    "R5 maps 1,000 deep": Case("content", frame(lambda: messages.update(nested_maps(1_000)))),
    "a number that is none": Case("value", one(u.item("seats", "s1.angle", float("nan")))),
    "an endless number": Case("value", one(u.item("seats", "s1.angle", float("-inf")))),
    "a BigInt": Case("value", one(place(u.ANY) + b"\x01\x7a" + b"\x01" * 8)),
    "a whole number that browsers throw at": Case("value", one(u.item("seats", "s1.angle", 2**53))),
    "half an emoji": Case("4400", one(place(u.ANY) + b"\x01\x77" + sized(b"a\xed\xa0\xbd"))),
    "a text of 100,000 characters": Case("value", one(u.item("seats", "s1.label", "x" * 100_000))),
    "a field that changes what an object is": Case(
        "value", one(u.item("seats", "s1", {"__proto__": {"host": True}}))
    ),
    # content and place
    "R2 an emoji as text in a list": Case("content", raw("0101050084010004f09f988000")),
    "a shared text": Case("content", one(place(u.TYPE) + b"\x02")),
    "a shared map": Case("content", one(place(u.TYPE) + b"\x01")),
    "a subdocument": Case("content", one(place(u.DOC) + text("guid") + b"\x76\x00")),
    "a format": Case("content", one(place(u.FORMAT) + text("bold") + text("true"))),
    "an embed": Case("content", one(place(u.EMBED) + text("{}"))),
    "old JSON content": Case("content", one(place(u.JSON) + b"\x01" + text("1"))),
    "a move": Case("content", one(place(11) + b"\x00\x01\x00")),
    "a parent that is no map": Case(
        "content", one(bytes([u.KEY | u.ANY]) + b"\x00\x01\x00" + text("k") + u.content(1))
    ),
    "a right neighbour": Case(
        "content", one(bytes([u.RIGHT | u.KEY | u.ANY]) + b"\x01\x00" + u.content(1))
    ),
    "an item without a key": Case(
        "content", one(bytes([u.ANY]) + b"\x01" + text("seats") + u.content(1))
    ),
    "several live values in one run": Case("content", one(u.item("seats", "s1.label", 1, 2))),
    "a root that no board has": Case("key", one(u.item("cards", "a", 1))),
    "a key that no board has": Case("key", one(u.item("seats", "s1.owner", 1))),
    "a name as key": Case("key", one(u.item("seats", "Jan Jansen", {}))),
    # ids and clocks
    "F1 a word under a colleague's client id": Case(
        "foreign", one(u.item("seats", "s3", {}), client=BOB, clock=1)
    ),
    "F2 a run over a colleague's next thousand clocks": Case("foreign", raw("0101640100e80700")),
    "F3 a client id of 2^53": Case("4400", one(u.gc(1), client=2**53)),
    "F3 a client id of 2^63": Case(
        "4400", frame(lambda: messages.update(b"\x01\x01" + b"\x80" * 9 + b"\x01\x00\x00\x01\x00"))
    ),
    "other words under a known id": Case(
        "passed over", one(u.item("ingredients", "i0", {"seat": "s9"}), client=EVE)
    ),
    "a run over one's own known clocks": Case("passed over", one(u.gc(LAST), client=EVE)),
    "an item that joins on to itself": Case("gap", one(u.after((7, 0), 1))),
    "an item that joins on to the future": Case("gap", one(u.after((BOB, 5), 1))),
    "items that wait for each other": Case(
        "gap",
        frame(
            lambda: messages.update(
                u.update(u.section(9, 0, u.after((8, 0), 1)), u.section(8, 0, u.after((9, 0), 1)))
            )
        ),
    ),
    "an item in no register": Case("gap", one(u.after((BOB, 2**31 - 1), 1))),
    "an update with a hole before it": Case("gap", one(u.gc(1), client=EVE, clock=LAST + 1)),
    "a delete of what is not there": Case(
        "gap", frame(lambda: messages.update(u.wipe(BOB, (1, 1_000))))
    ),
    "a delete past 2^31": Case("4400", frame(lambda: messages.update(u.wipe(BOB, (0, 2**32))))),
    # many
    "R8 60,000 client ids on one register": Case(
        "4413", frame(lambda: messages.update(crowd(60_000)))
    ),
    "R8 20,000 client ids on one register": Case(
        "too_many", frame(lambda: messages.update(crowd(20_000)))
    ),
    "R8 ever more client ids on one register": Case(
        "rate",
        lambda: [messages.update(crowd(64, 1_000 + 64 * n)) for n in range(200)],
        admits=True,
    ),
    "R9 items that wait for ever": Case("gap", orphans),
    "R10 seven bytes that empty the board": Case("erases_too_much", raw("0001010100f02e")),
    "more structs than anybody makes": Case("too_many", one(*[u.gc(1)] * 2_001)),
    "half a million nothings in arrays": Case(
        "too_many",
        one(
            place(u.ANY) + b"\x01\x75" + uint(500) + (b"\x75" + uint(1_000) + b"\x7e" * 1_000) * 500
        ),
    ),
    "ten thousand structs": Case(
        "too_many", one(*(u.item("strokes", f"x{n}", [1, {"a": 1}]) for n in range(10_000)))
    ),
    # presence
    "A1 presence that is no number": Case(
        "4400", frame(lambda: messages.awareness(bytes.fromhex("010501034e614e")))
    ),
    "A2 a clock that freezes another out": Case(
        "4400", frame(lambda: shows(9, 2**53, {"cursor": [1, 2]}))
    ),
    "A3 100,000 presence ids": Case(
        "4413", frame(lambda: repeats(*(entry(n, 1, {}) for n in range(100_000))))
    ),
    "A3 50,000 presence ids": Case(
        "4400", frame(lambda: repeats(*(entry(n, 1, {}) for n in range(50_000))))
    ),
    "A3 900 presence ids": Case(
        "passed over", frame(lambda: repeats(*(entry(n, 1, {}) for n in range(1_000, 1_900))))
    ),
    "A4 presence that is shorter than it says": Case("4400", frame(lambda: b"\x01\x0a\x01\x05")),
    "A4 an update that is shorter than it says": Case(
        "4400", frame(lambda: b"\x00\x02\x7f\x00\x00")
    ),
    "presence 100,000 deep": Case(
        "passed over", frame(lambda: shows(9, 1, "[" * 100_000 + "]" * 100_000))
    ),
    "presence 2,000 deep": Case("4400", frame(lambda: shows(9, 1, "[" * 2_000 + "]" * 2_000))),
    "a number of 4,000 digits": Case(
        "passed over", frame(lambda: shows(9, 1, '{"cursor":[1,' + "9" * 4_000 + "]}"))
    ),
    # state vectors and messages
    "a state vector that lies": Case(
        "passed over",
        frame(lambda: messages.step1(vectors.packed({EVE: 2**53, BOB: 0, 12_345: 9}))),
    ),
    "a state vector of 50,000 strangers": Case(
        "passed over",
        frame(lambda: messages.step1(vectors.packed({10_000 + n: 1 for n in range(50_000)}))),
    ),
    "a message that only the server sends": Case("4400", frame(lambda: messages.stored(1))),
    "a session from a client": Case("4400", frame(lambda: messages.session('{"phase":"free"}'))),
    "a message of an unknown type": Case("4400", frame(lambda: b"\x63\x00")),
    "an empty message": Case("4400", frame(lambda: b"")),
}
