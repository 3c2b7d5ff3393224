"""Logs: one line per event, `key=value` or JSON, without names of people and without secrets.

Log only what was chosen field by field: ids, codes, sizes, durations. Never a text from a
board, a header, a web address as it came in, or an object as a whole.
"""

import json
import logging
import sys
from datetime import UTC, datetime

from server.metrics import EVENTS

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/~{}+")
OURS = "server"
LIBRARIES = ("aiosqlite", "asyncpg", "sqlalchemy", "uvicorn", "websockets")


class LineFormatter(logging.Formatter):
    """Writes a record as `time level event key=value …`, with a trace, if any, on further lines."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        fields = getattr(record, "fields", {})
        pairs = [f"{key}={_shown(value)}" for key, value in fields.items()]
        line = " ".join([_moment(record), record.levelname.lower(), record.getMessage(), *pairs])
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object on one line, its trace, if any, included."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        fields = getattr(record, "fields", {})
        said = {
            **fields,
            "time": _moment(record),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False, default=str)


def configure(level: str, *, as_json: bool = False) -> None:
    """Send logs to standard error as lines: ours from `level`, those of libraries if serious.

    Libraries log what they are given: addresses with their query strings, and what was written
    to the database. That of `LIBRARIES` stays out even where somebody lets all of them speak.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if as_json else LineFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(level.upper())


def event(
    logger: logging.Logger, name: str, *, level: int = logging.INFO, **fields: object
) -> None:
    """Log that something happened, with the fields that tell which and how much."""
    EVENTS.labels(name).inc()
    logger.log(level, name, extra={"fields": fields})


def failure(logger: logging.Logger, name: str, **fields: object) -> None:
    """Log a mistake of ours with its trace; call this while handling the exception."""
    logger.exception(name, extra={"fields": fields})


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _shown(value: object) -> str:
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text if text and set(text) <= PLAIN else json.dumps(text)
