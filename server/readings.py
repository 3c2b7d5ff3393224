"""What the commands answer that read files and nothing else: analyse, compare, union."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from board.analysis.expert import TooLargeError, expert
from board.analysis.identity import Same, UnknownActorError, find
from board.analysis.structure import Source, structure
from board.analysis.union import Member
from board.analysis.united import united_structure
from board.export.moment import Moment, since
from board.export.telling import Told, differences
from board.model import with_standard_theme
from board.snapshot import content, content_hash
from board.wording import say, wording
from server.answers import Answer
from server.api.imports import parsed
from server.errors import AppError, Refusal
from server.settings import Settings

Json = dict[str, Any]


def analyse(args: argparse.Namespace, _settings: Settings, _: datetime) -> Answer:
    """Give what carries a cloth and its next steps; with --json the whole position structure."""
    member = read_member(args.file.stem, args.file)
    found = _structure(member)
    if args.expert:
        found["expert"] = _expert(member)
    return Answer(found, _summary(found["theme"]["text"], found, args.lang))


def compare(args: argparse.Namespace, _settings: Settings, _: datetime) -> Answer:
    """Give what changed on a cloth from one file to a later one; things are known by their id."""
    earlier, later = _under_one_theme(
        *(read_member(file.stem, file) for file in (args.earlier, args.later))
    )
    told = Told(since(_moment(earlier), _moment(later)), wording(args.lang), names=True)
    return Answer(told.moment.comparison, "\n".join(_lines(told)))


def union(args: argparse.Namespace, _settings: Settings, _: datetime) -> Answer:
    """Give several cloths seen as one; with --json each thing is named NAME/ID, by its file."""
    members = [
        read_member(name, file) for name, file in zip(_names(args.files), args.files, strict=True)
    ]
    found = united_structure(members, list(_confirmed(args.same_as, members)))
    return Answer(found, _summary(" + ".join(found["boards"]), found, args.lang))


def read_member(name: str, file: Path) -> Member:
    """Give the board of a file with its moment and hash; a broken file is refused by name."""
    try:
        loaded = parsed(file.read_bytes(), file.name)
    except AppError as error:
        faults = [
            {"path": f"{file}: {fault['path']}".rstrip(": "), "message": fault["message"]}
            for fault in error.faults
        ]
        raise AppError(error.refusal, faults=faults) from error
    source = Source(hash=content_hash(content(loaded.board)), taken_at=loaded.taken_at)
    return Member(name, loaded.board, source)


def _structure(member: Member) -> Json:
    return structure(member.board, member.source)


def _moment(member: Member) -> Moment:
    return Moment(member.board, _structure(member), {}, member.source, member.name)


def _expert(member: Member) -> Json:
    try:
        return dict(expert(member.board))
    except TooLargeError as error:
        fault = {"path": "--expert", "message": str(error)}
        raise AppError(Refusal.INVALID_FILE, faults=[fault]) from error


def _under_one_theme(one: Member, other: Member) -> tuple[Member, Member]:
    """Give both with the same id for the theme, which a neutral file may call as it likes."""
    if one.board.theme.id == other.board.theme.id:
        return one, other
    first, second = (replace(m, board=with_standard_theme(m.board)) for m in (one, other))
    return first, second


def _names(files: Sequence[Path]) -> list[str]:
    """Give each file a name of its own: its stem, numbered where two are alike."""
    often = Counter(file.stem for file in files)
    seen: Counter[str] = Counter()
    names = []
    for file in files:
        seen[file.stem] += 1
        names.append(f"{file.stem}-{seen[file.stem]}" if often[file.stem] > 1 else file.stem)
    return names


def _confirmed(pairs: Iterable[tuple[str, str]], members: Sequence[Member]) -> Iterator[Same]:
    boards = {member.name: member.board for member in members}
    for one, other in pairs:
        try:
            yield find(one, boards), find(other, boards)
        except UnknownActorError as error:
            fault = {"path": f"--same-as {one}={other}", "message": str(error)}
            raise AppError(Refusal.INVALID_FILE, faults=[fault]) from error


def _lines(told: Told) -> Iterator[str]:
    """Give what changed, one change a line: what, of whom or what, from, to."""
    for what, label, was, is_ in differences(told):
        way = f"  {was} → {is_}" if was or is_ else ""
        yield f"{what}  {label}{way}".rstrip()


def _summary(title: str, found: Json, language: str) -> str:
    """Give the heart of it as lines: coverage and vulnerability together, next steps."""
    words = wording(language)
    totals = found["totals"]
    hits = Counter(finding["rule"] for finding in found["findings"])
    return "\n".join(
        [
            title,
            *(
                f"  {words['measures'][name]['label']}: {_percentage(totals[name], language)}"
                for name in ("coverage", "vulnerability")
            ),
            *(f"  {say(words['findings'][rule]['title'], hits[rule])}" for rule in hits),
        ]
    )


def _percentage(share: float | None, language: str) -> str:
    if share is None:
        return "–"
    return f"{share:.1%}".replace(".", "," if language == "nl" else ".")
