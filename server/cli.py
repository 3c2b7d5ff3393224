"""The command `tafelkleed`: serve, and work with boards from the terminal.

Answers go to standard output, with `--json` as JSON and nothing else; whatever is said beside
them goes to standard error. Exit codes: 0 done, 1 refused or failed, 2 not understood.
"""

import argparse
import asyncio
import json
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from board.export.formats import FORMATS
from server import answers, demo, log, readings, serving
from server.access.roles import Role
from server.answers import Answer
from server.api.problems import FROM_BELOW, in_words
from server.app import build, now
from server.errors import AppError
from server.settings import PREFIX, Settings
from server.supervise import Life, alone, supervise

DONE, FAILED, MISUSED = 0, 1, 2
EVERYWHERE = "0.0.0.0"  # noqa: S104  a demo is there to be scanned by the devices around
LANGUAGES = ("nl", "en")
CLOTH_FILE = "a cloth: JSON as exported or in the neutral form, CSV (also zipped) or XLSX"
Arguments = argparse.Namespace
if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    args = parser().parse_args(arguments)
    try:
        settings = settings_of(args)
    except ValidationError as error:
        return complain(MISUSED, *_misfits(error))
    try:
        code: int = args.run(args, settings)
        return code
    except AppError as error:
        return complain(FAILED, *in_words(error, "en"))
    except tuple(FROM_BELOW) as error:
        return complain(FAILED, *in_words(AppError(FROM_BELOW[type(error)]), "en"))
    except SQLAlchemyError as error:
        address = make_url(settings.store_url).render_as_string(hide_password=True)
        return complain(FAILED, f"The database {address} fails: {type(error).__name__}.")
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        return complain(FAILED, f"{error.strerror or error}{place}.")


def complain(code: int, *lines: str) -> int:
    """Say on standard error what is wrong; give `code`."""
    for line in lines:
        print(line, file=sys.stderr)
    return code


def settings_of(args: Arguments) -> Settings:
    """Give the settings of the environment, with what the command line says over them."""
    given = {name: getattr(args, name, None) for name in ("data", "host", "port", "open", "alone")}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def serve(_: Arguments, settings: Settings) -> int:
    """Serve until told to stop."""
    bound, place = serving.listen(settings.host, settings.port)
    print(f"Tafelkleed is at {settings.public_url or place.here}", flush=True)
    return _serve(settings, bound)


def show_demo(_: Arguments, settings: Settings) -> int:
    """Make the example board if it is not there, say how to come in, and serve."""
    host = settings.host if "host" in settings.model_fields_set else EVERYWHERE
    bound, place = serving.listen(host, settings.port)
    ways = asyncio.run(demo.prepared(settings, now()))
    print(demo.welcome(place, ways, settings.public_url), flush=True)
    return _serve(settings, bound)


def _serve(settings: Settings, bound: socket.socket) -> int:
    """Serve, in a process that is started again when it dies unless asked otherwise."""

    def live(life: Life) -> int:
        return DONE if serving.run(build(settings, life=life), settings, bound) else FAILED

    log.configure(settings.log_level, as_json=settings.log_json)
    return (alone if settings.alone else supervise)(live)


def say(args: Arguments, settings: Settings) -> int:
    """Run a command that answers and ends."""
    answer: Answer = args.answer(args, settings, now())
    text = json.dumps(answer.data, ensure_ascii=False, indent=2) if args.json else answer.text
    print(text)
    return DONE


def parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="tafelkleed",
        description="The tablecloth on which a group makes a network analysis together.",
        epilog=f"Settings come from the environment ({PREFIX}…), see docs/settings.md.",
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _serving_commands(commands)
    _board_commands(commands)
    _snapshot_commands(commands)
    _file_commands(commands)
    return top


def _serving_commands(commands: "Subparsers") -> None:
    for name, run, summary in (
        ("serve", serve, "serve boards over HTTP and websockets"),
        ("demo", show_demo, "serve an example board; prints links and a QR code"),
    ):
        command = commands.add_parser(name, help=summary, description=run.__doc__)
        command.set_defaults(run=run)
        command.add_argument("--host", help="address to listen on")
        command.add_argument("--port", type=int, help="port to listen on; 0 takes a free one")
        _add_data(command)
        command.add_argument(
            "--alone",
            action="store_true",
            default=None,
            help="run without the second process that starts it again when it dies",
        )
        if run is serve:
            command.add_argument(
                "--open",
                action="store_true",
                default=None,
                help="admit any websocket to any board, on a loopback address only",
            )


def _board_commands(commands: "Subparsers") -> None:
    _answering(commands, "boards", answers.boards, "list the boards")

    command = _answering(commands, "invite", answers.invite, "make a way into a board")
    command.add_argument("board", metavar="BOARD", help="id of the board")
    command.add_argument("--role", required=True, type=Role, choices=list(Role))
    command.add_argument("--label", default="", help="what the list of invitations calls it")
    command.add_argument("--days", type=_days, help="days it holds; without: until withdrawn")
    command.add_argument("--code", action="store_true", help="give a room code beside the link")

    command = _answering(commands, "erase", answers.erase, "erase the name of a person")
    command.add_argument("board", metavar="BOARD", help="id of the board")
    command.add_argument("actor", metavar="ACTOR", help="id of the schakel with the name")
    command.add_argument(
        "--also", action="append", default=[], metavar="NAME", help="another name for the same"
    )


def _snapshot_commands(commands: "Subparsers") -> None:
    command = _answering(commands, "snapshots", answers.snapshots, "list a board's snapshots")
    command.add_argument("board", metavar="BOARD", help="id of the board")

    command = _answering(commands, "snapshot", answers.snapshot, "freeze a board as it lies there")
    command.add_argument("board", metavar="BOARD", help="id of the board")
    command.add_argument("--title", required=True, help="what the moment is called")

    command = _answering(commands, "export", answers.export, "write a snapshot to a file")
    command.add_argument("snapshot", metavar="SNAPSHOT", help="id of the snapshot")
    command.add_argument(
        "--format",
        required=True,
        choices=list(FORMATS),
        dest="format_name",
        metavar="FORMAT",
        help=f"one of: {', '.join(FORMATS)}",
    )
    command.add_argument(
        "--output", required=True, type=Path, metavar="FILE", help="where to write the file"
    )
    command.add_argument(
        "--since", default="", metavar="SNAPSHOT", help="tell what changed after this snapshot"
    )
    command.add_argument("--names", action="store_true", help="include the names of people")
    command.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of headings")


def _file_commands(commands: "Subparsers") -> None:
    command = _answering(commands, "import", answers.import_file, "make a board from a file")
    command.add_argument("file", type=Path, metavar="FILE", help=CLOTH_FILE)
    command.add_argument("--title", default="", help="title of the board; without: its theme")

    command = _reading(commands, "analyse", readings.analyse, "position structure of a file")
    command.add_argument("file", type=Path, metavar="FILE", help=CLOTH_FILE)
    command.add_argument(
        "--expert", action="store_true", help="with betweenness and constraint of each schakel"
    )

    command = _reading(commands, "compare", readings.compare, "what changed between two files")
    command.add_argument("earlier", type=Path, metavar="EARLIER", help=CLOTH_FILE)
    command.add_argument("later", type=Path, metavar="LATER", help="the same cloth, later")

    command = _reading(commands, "union", readings.union, "several files seen as one network")
    command.add_argument("files", type=Path, metavar="FILE", nargs="+", help=CLOTH_FILE)
    command.add_argument(
        "--same-as",
        type=_same,
        action="append",
        default=[],
        metavar="ONE=OTHER",
        help="two schakels that are the same, each an id, or NAME/ID with the name of its file "
        "without ending where several files have that id; may be repeated",
    )


def _reading(
    commands: "Subparsers", name: str, answer: answers.Command, summary: str
) -> argparse.ArgumentParser:
    command = _answering(commands, name, answer, f"{summary}; needs no server")
    command.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of the words")
    return command


def _answering(
    commands: "Subparsers", name: str, answer: answers.Command, summary: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=answer.__doc__
    )
    command.set_defaults(run=say, answer=answer)
    command.add_argument("--json", action="store_true", help="answer in JSON")
    _add_data(command)
    return command


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, metavar="DIR|FILE", help="data folder or SQLite file")


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= answers.DAYS_LIMIT:
        raise argparse.ArgumentTypeError(f"between 1 and {answers.DAYS_LIMIT}")
    return days


def _same(text: str) -> tuple[str, str]:
    one, mark, other = text.partition("=")
    if not (one and mark and other):
        raise argparse.ArgumentTypeError("two actors with = between them, such as b01=a10")
    return one, other


def _misfits(error: ValidationError) -> list[str]:
    """Give one line per setting that does not fit."""
    return [
        f"{PREFIX}{'_'.join(str(part) for part in fault['loc']).upper()}: {fault['msg']}"
        if fault["loc"]
        else fault["msg"]
        for fault in error.errors()
    ]


if __name__ == "__main__":
    sys.exit(main())
