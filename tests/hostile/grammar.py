"""Makes frames that are nearly right: by the grammar of the wire, about what lies on the board."""

import random

from server.sync import messages, vectors
from server.sync.codec import sized, text, uint
from server.sync.index import Index
from tests.builders import updates as u
from tests.builders.presence import entry, repeats

ROOTS = ("ingredients", "seats", "strokes", "ties", "theme", "meta")
VALUES = (None, True, 0, -5, 2.5, "fiets", "é😀", b"\x01\x02", [1, 2], {"by": "s1"}, [], "")
ODD_VALUES = (
    float("nan"), float("inf"), 2**53, u.UNDEFINED, [[["x"]]], {"a": [{"b": 1}]}, "x" * 3_000,
    {"__proto__": 1}, b"\x01" * 2_000, [0] * 1_001,
)  # fmt: skip
STATES = (
    None, {}, {"cursor": [1, 2]}, {"drag": {"i1": [3, 4]}}, {"cursor": [1e300, 2]}, {"user": 1},
    {"ink": {"id": "x1", "pen": "blue", "width": 3, "points": [[1, 2]]}}, [], "NaN", '"x"', "{",
)  # fmt: skip


class Grammar:
    """A seeded source of frames for one board; `ids` are the client ids of the one who sends."""

    def __init__(self, rnd: random.Random, index: Index) -> None:
        self.rnd = rnd
        self.index = index
        self.said: list[bytes] = []
        """Frames made before, to be repeated and spoiled."""

    def frame(self, ids: list[int]) -> bytes:
        """One message, usually nearly right."""
        make = self.rnd.choices(
            (self.update, self.repeat, self.spoiled, self.presence, self.question, self.noise),
            (60, 6, 14, 10, 6, 4),
        )[0]
        frame = make(ids)
        if len(frame) < 2_000:
            self.said.append(frame)
            del self.said[:-200]
        return frame

    def chance(self, share: float) -> bool:
        return self.rnd.random() < share

    def update(self, ids: list[int]) -> bytes:
        """A change in one to three sections with the deletes that belong to it, or others."""
        clients = {self.client(ids) for _ in range(1 if self.chance(0.8) else 3)}
        deletes: dict[int, list[u.Id]] = {}
        sections = [self.section(client, deletes) for client in clients]
        if self.chance(0.25):
            self.wipe(deletes)
        if self.chance(0.1):
            sections = []
        for ranges in deletes.values():
            if self.chance(0.97):
                ranges[:] = sorted(set(ranges))
        pack = messages.step2 if self.chance(0.2) else messages.update
        return pack(u.update(*sections, deletes=deletes))

    def client(self, ids: list[int]) -> int:
        """A client id: one's own, anybody's, a new one, an impossible one."""
        kind = self.rnd.random()
        if kind < 0.85:
            return self.rnd.choice(ids)
        if kind < 0.95 and self.index.runs:
            return self.rnd.choice(list(self.index.runs))
        return self.rnd.choice((self.rnd.randrange(2**32), 2**53 - 1, 2**53, 0))

    def section(self, client: int, deletes: dict[int, list[u.Id]]) -> bytes:
        clock = self.index.clock(client)
        if self.chance(0.12):
            clock = max(0, clock + self.rnd.choice((-3, -2, -1, 1, 2, 2**31 - 2)))
        first, structs = clock, []
        for _ in range(self.rnd.choice((1, 1, 1, 2, 4))):
            struct, length = self.struct((client, clock), first, deletes)
            structs.append(struct)
            clock += length
        return u.section(client, first, *structs)

    def struct(self, at: u.Id, first: int, deletes: dict[int, list[u.Id]]) -> tuple[bytes, int]:
        """One run and its length."""
        make = self.rnd.choices(
            (self.birth, self.rewrite, self.former, self.run, self.oddity), (30, 50, 10, 6, 4)
        )[0]
        return make(at, first, deletes)

    def birth(self, _at: u.Id, _first: int, _deletes: object) -> tuple[bytes, int]:
        if self.chance(0.05):
            return u.binary(
                *self.register(), self.rnd.randbytes(self.rnd.choice((1, 30, 1_300)))
            ), 1
        return u.item(*self.register(), self.value()), 1

    def rewrite(self, at: u.Id, first: int, deletes: dict[int, list[u.Id]]) -> tuple[bytes, int]:
        origin = self.origin(at, first)
        if self.chance(0.9):
            deletes.setdefault(origin[0], []).append((origin[1], 1))
        return u.after(origin, self.value()), 1

    def former(self, at: u.Id, first: int, deletes: dict[int, list[u.Id]]) -> tuple[bytes, int]:
        """Values that nobody saw: as a deleted run, or as several values that are deleted."""
        count = self.rnd.choice((1, 2, 3, 7))
        if self.chance(0.8):
            deletes.setdefault(at[0], []).append((at[1], count))
        if self.chance(0.5):
            return u.after(self.origin(at, first), *map(self._any, range(count))), count
        if self.chance(0.5):
            return u.deleted_after(self.origin(at, first), count), count
        return u.deleted(*self.register(), count), count

    def run(self, _at: u.Id, _first: int, _deletes: object) -> tuple[bytes, int]:
        count = self.rnd.choice((1, 2, 5, 1_000, 2**31))
        return (u.gc if self.chance(0.7) else u.skip)(count), count

    def oddity(self, at: u.Id, first: int, _deletes: object) -> tuple[bytes, int]:
        kind = self.rnd.choice((u.JSON, u.STRING, u.EMBED, u.FORMAT, u.TYPE, u.DOC, u.ANY, 11, 31))
        flags = self.rnd.choice((u.KEY, 0, u.ORIGIN, u.RIGHT | u.KEY, u.ORIGIN | u.RIGHT | u.KEY))
        if flags & (u.ORIGIN | u.RIGHT):
            origin = self.origin(at, first)
            place = (uint(origin[0]) + uint(origin[1])) * (
                2 if flags & u.ORIGIN and flags & u.RIGHT else 1
            )
        else:
            root, key = self.register()
            place = uint(self.rnd.choice((1, 1, 0, 2))) + text(root) + text(key)
        tail = self.rnd.choice((b"\x01\x7e", b"\x01\x01x", b"\x00", b"\x02\x7e\x7e", sized(b"xyz")))
        return bytes([flags | kind]) + place + tail, 1

    def origin(self, at: u.Id, first: int) -> u.Id:
        """An item to join on to: the last of a register, one of this update, any, or none."""
        kind = self.rnd.random()
        if kind < 0.6 and self.index.registers:
            entry_ = self.rnd.choice(list(self.index.registers.values()))
            return entry_.last or at
        if kind < 0.75 and at[1] > first:
            return (at[0], at[1] - 1)
        if kind < 0.95 and self.index.runs:
            client = self.rnd.choice(list(self.index.runs))
            return (client, self.rnd.randrange(max(1, self.index.clock(client))))
        return self.rnd.choice((at, (at[0], at[1] + 1), (77, 0), (at[0], 2**31)))

    def register(self) -> tuple[str, str]:
        if self.chance(0.03):
            return self.rnd.choice((("cards", "a"), ("seats", "s1.x"), ("ties", "a1"), ("", "")))
        root = self.rnd.choice(ROOTS)
        one = self.rnd.randrange(8)
        keys = {
            "ingredients": (f"i{one}", f"i{one}.text", f"i{one}.at", f"i{one}.gone"),
            "seats": (f"s{one}", f"s{one}.label"),
            "strokes": (f"x{one}", f"x{one}.caption"),
            "ties": (f"a{one}~t", f"a{one}~i{one}.basis"),
            "theme": ("text", "released"),
            "meta": ("schema", "size_mm"),
        }
        return root, self.rnd.choice(keys[root])

    def value(self) -> object:
        return self.rnd.choice(ODD_VALUES if self.chance(0.03) else VALUES)

    def _any(self, _number: int) -> object:
        return self.value()

    def wipe(self, deletes: dict[int, list[u.Id]]) -> None:
        """Delete something that is there, or is not."""
        client = self.rnd.choice([*self.index.runs, 77])
        clock = self.rnd.randrange(self.index.clock(client) + 1)
        length = self.rnd.choice((1, 1, 1, 2, 5, 100, 2**31))
        deletes.setdefault(client, []).append((clock, length))

    def repeat(self, ids: list[int]) -> bytes:
        return self.rnd.choice(self.said) if self.said else self.update(ids)

    def spoiled(self, ids: list[int]) -> bytes:
        """A frame with bits turned, bytes put in or left out, or its end cut off."""
        frame = bytearray(self.repeat(ids))
        for _ in range(self.rnd.choice((1, 1, 2, 5))):
            at = self.rnd.randrange(len(frame) + 1)
            match self.rnd.randrange(4):
                case 0 if at < len(frame):
                    frame[at] ^= 1 << self.rnd.randrange(8)
                case 1:
                    frame[at:at] = self.rnd.randbytes(self.rnd.randrange(1, 5))
                case 2:
                    del frame[at : at + self.rnd.randrange(1, 5)]
                case _:
                    del frame[at:]
        return bytes(frame)

    def presence(self, ids: list[int]) -> bytes:
        entries = (
            entry(self.client(ids), self.rnd.choice((1, 2, 3, 2**31)), self.rnd.choice(STATES))
            for _ in range(self.rnd.choice((1, 1, 3)))
        )
        return repeats(*entries)

    def question(self, ids: list[int]) -> bytes:
        if self.chance(0.2):
            return b"\x03"
        asked = {self.client(ids) % 2**53: self.rnd.choice((0, 1, 9, 2**53)) for _ in range(3)}
        return messages.step1(vectors.packed(asked))

    def noise(self, _ids: list[int]) -> bytes:
        start = self.rnd.choice((b"", b"\x00\x00", b"\x00\x02", b"\x01", b"\x02\x00", uint(80)))
        return start + self.rnd.randbytes(self.rnd.randrange(12))
