"""A disk whose power fails: what was written and not yet synced is lost, or half of it is.

A database runs on it once and everything it does to its files is taped; the power can then be
cut at any place of the tape, as often as one likes.
"""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import apsw

NAME = "power"


@dataclass(frozen=True)
class Written:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncated:
    file: str
    size: int


@dataclass(frozen=True)
class Synced:
    file: str


@dataclass(frozen=True)
class Deleted:
    file: str


@dataclass(frozen=True)
class Acknowledged:
    """Somebody was told that everything up to this number is kept."""

    number: int


Step = Written | Truncated | Synced | Deleted | Acknowledged


@dataclass
class Tape:
    """What lay on the disk before, and everything that happened since."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)


def cut(tape: Tape, chance: random.Random) -> tuple[dict[str, bytes], int]:
    """Cut the power somewhere; give what lies on the disk then, and the last number told."""
    steps = tape.steps[: chance.randint(0, len(tape.steps))]
    told = max((step.number for step in steps if isinstance(step, Acknowledged)), default=0)
    disk = {name: bytearray(data) for name, data in tape.before.items()}
    unsynced: list[Written | Truncated] = []
    for step in steps:
        match step:
            case Written() | Truncated():
                unsynced.append(step)
            case Synced(name):
                for change in unsynced:
                    if change.file == name:
                        _do(disk, change)
                unsynced = [change for change in unsynced if change.file != name]
            case Deleted(name):
                disk.pop(name, None)
                unsynced = [change for change in unsynced if change.file != name]
    for change in unsynced:
        _perhaps(disk, change, chance)
    return {name: bytes(data) for name, data in disk.items()}, told


def _perhaps(
    disk: dict[str, bytearray], change: Written | Truncated, chance: random.Random
) -> None:
    match chance.choice(("lost", "halved", "kept")), change:
        case "halved", Written(name, offset, data):
            _do(disk, Written(name, offset, data[: chance.randrange(len(data))]))
        case "kept", _:
            _do(disk, change)


def _do(disk: dict[str, bytearray], change: Written | Truncated) -> None:
    data = disk.setdefault(change.file, bytearray())
    match change:
        case Truncated(_, size):
            del data[size:]
        case Written(_, offset, piece):
            data.extend(bytes(max(0, offset - len(data))))
            data[offset : offset + len(piece)] = piece


class Disk(apsw.VFS):
    """The files of SQLite, with a tape beside them."""

    def __init__(self, tape: Tape) -> None:
        super().__init__(NAME, "")
        self.tape = tape

    def xOpen(self, name, flags):
        return File(self.tape, name, flags)

    def xDelete(self, name, sync):
        super().xDelete(name, sync)
        self.tape.steps.append(Deleted(Path(name).name))


class File(apsw.VFSFile):
    """A file whose changes are taped."""

    def __init__(self, tape: Tape, name, flags) -> None:
        super().__init__("", name, flags)
        self.tape = tape
        self.name = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "").name

    def xWrite(self, data, offset):
        super().xWrite(data, offset)
        self.tape.steps.append(Written(self.name, offset, bytes(data)))

    def xTruncate(self, size):
        super().xTruncate(size)
        self.tape.steps.append(Truncated(self.name, size))

    def xSync(self, flags):
        super().xSync(flags)
        self.tape.steps.append(Synced(self.name))


class Cursor(apsw.Cursor):
    """Counts rows as the standard library's cursor does."""

    @property
    def rowcount(self) -> int:
        return self.connection.changes()


@contextmanager
def taped(file: Path, pragmas: Mapping[str, object]) -> Iterator[tuple[apsw.Connection, Tape]]:
    """Open a database on such a disk."""
    tape = Tape({file.name: file.read_bytes()})
    disk = Disk(tape)
    connection = apsw.Connection(str(file), apsw.SQLITE_OPEN_READWRITE, NAME)
    connection.cursor_factory = Cursor
    try:
        # alone, SQLite keeps the index of its log in memory: this disk shares none
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name} = {value}")
        yield connection, tape
    finally:
        connection.close()
        disk.unregister()
