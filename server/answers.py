"""What the commands answer that work on boards and end: data for programs, text for people."""

import argparse
import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from board.export.formats import FORMATS
from server import desk
from server.access.room_code import shown
from server.api.foundation import Wish
from server.api.imports import parsed
from server.api.moments import Back
from server.settings import Settings
from server.store.erasing import Wish as Erasing
from server.store.snapshots import Snapshot

DAYS_LIMIT = 3650


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command says: `data` with --json, else `text`."""

    data: Any
    text: str


Command = Callable[[argparse.Namespace, Settings, datetime], Answer]


def boards(_args: argparse.Namespace, settings: Settings, _: datetime) -> Answer:
    """List the boards, last used first."""
    known = asyncio.run(desk.all_boards(settings))
    return Answer(
        [{"id": one.id, "title": one.title, "usedAt": one.used_at.isoformat()} for one in known],
        "\n".join(f"{one.id}  {one.used_at:%Y-%m-%d}  {one.title}" for one in known)
        or "There are no boards yet.",
    )


def erase(args: argparse.Namespace, settings: Settings, now: datetime) -> Answer:
    """Make somebody nobody: their name becomes "iemand" on the cloth and in all that is kept."""
    wish = Erasing(actor=args.actor, also=tuple(args.also))
    epoch = asyncio.run(desk.without_person(settings, args.board, wish, now))
    return Answer(
        {"board": args.board, "epoch": epoch},
        "Erased, also from the snapshots. Handwriting and files that were exported are left.",
    )


def invite(args: argparse.Namespace, settings: Settings, now: datetime) -> Answer:
    """Make a way into a board; its link is shown this once."""
    expires_at = now + timedelta(days=args.days) if args.days else None
    wish = Wish(args.role, args.label, expires_at, args.code)
    way = asyncio.run(desk.new_invitation(settings, args.board, wish, now))
    link = _address(settings) + way.link
    code = shown(way.code) if way.code else None
    return Answer(
        {
            "id": way.invitation.id,
            "board": args.board,
            "role": args.role,
            "link": link,
            "code": code,
            "expiresAt": expires_at.isoformat() if expires_at else None,
        },
        f"{link}\ncode {code}" if code else link,
    )


def snapshots(args: argparse.Namespace, settings: Settings, _: datetime) -> Answer:
    """List the snapshots of a board, oldest first."""
    known = asyncio.run(desk.all_snapshots(settings, args.board))
    lines = [f"{one.id}  {one.taken_at:%Y-%m-%d %H:%M}  {one.title}" for one in known]
    return Answer([_taken(one) for one in known], "\n".join(lines) or "There are no snapshots yet.")


def snapshot(args: argparse.Namespace, settings: Settings, now: datetime) -> Answer:
    """Freeze a board as it durably lies there, also while a server runs."""
    taken = asyncio.run(desk.new_snapshot(settings, args.board, args.title, now))
    return Answer(_taken(taken), f"{taken.id}  {taken.hash}")


def export(args: argparse.Namespace, settings: Settings, _: datetime) -> Answer:
    """Write a snapshot to a file, without the names of people unless asked."""
    wanted = FORMATS[args.format_name]
    back = Back(wanted.looks_back, args.since)
    moment = asyncio.run(desk.moment(settings, args.snapshot, back))
    body = wanted.write(moment, names=args.names, language=args.lang)
    write_whole(args.output, body)
    return Answer(
        {
            "file": str(args.output),
            "format": args.format_name,
            "bytes": len(body),
            "names": args.names,
        },
        f"{args.output}  {len(body)} bytes",
    )


def import_file(args: argparse.Namespace, settings: Settings, now: datetime) -> Answer:
    """Make a board from a file, JSON or tables; its links are shown this once."""
    loaded = parsed(args.file.read_bytes(), args.file.name)
    title = args.title or loaded.board.theme.text
    made = asyncio.run(desk.new_board(settings, loaded.board, title, now))
    links = {role: _address(settings) + link for role, link in made.links.items()}
    lines = [f"{role:<12} {link}" for role, link in links.items()]
    return Answer(
        {"board": {"id": made.board.id, "title": title}, "links": links},
        "\n".join([f"{made.board.id}  {title}", *lines]),
    )


def write_whole(path: Path, body: bytes) -> None:
    """Write a file so that it is there whole or not at all; a fault names `path`."""
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            whole = Path(folder) / path.name
            whole.write_bytes(body)
            whole.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _address(settings: Settings) -> str:
    """Give the address under which a server with these settings is reached."""
    return settings.public_url or f"http://{settings.host}:{settings.port}"


def _taken(one: Snapshot) -> dict[str, Any]:
    return {
        "id": one.id,
        "board": one.board,
        "title": one.title,
        "takenAt": one.taken_at.isoformat(),
        "phase": one.phase,
        "hash": one.hash,
    }
