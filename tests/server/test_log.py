"""One line per event, in fields that were chosen."""

import json
import logging

import pytest

from server import log
from tests.builders.guests import seat
from tests.builders.stores import opened, rows


def line(message: str = "joined", **fields: object) -> str:
    record = logging.makeLogRecord({"msg": message, "levelno": 20, "levelname": "INFO"})
    record.fields = fields
    return log.LineFormatter().format(record)


def test_a_line_tells_when_how_serious_what_and_which():
    moment, level, event, field = line(board="b1").split(" ")
    assert moment.endswith("+00:00")
    assert (level, event, field) == ("info", "joined", "board=b1")


def test_a_value_with_blanks_or_line_breaks_stays_one_value_on_one_line():
    assert line(route="a b\nc").endswith(r'route="a b\nc"')


def test_an_empty_value_is_seen_to_be_empty():
    assert line(route="").endswith('route=""')


def test_a_failure_carries_its_trace(capsys):
    log.configure("info")
    try:
        int("broken")
    except ValueError:
        log.failure(logging.getLogger("test"), "failed", board="b1")
    written = capsys.readouterr().err
    assert "error failed board=b1" in written
    assert "ValueError: invalid literal" in written


@pytest.mark.parametrize("name", ["uvicorn.error", "uvicorn.access", "aiosqlite", "sqlalchemy"])
def test_a_library_does_not_log_what_it_was_given(name, capsys):
    log.configure("debug")
    logging.getLogger(name).info('"GET /sync/b1?secret=abc" accepted')
    assert "abc" not in capsys.readouterr().err


def test_an_event_can_be_one_json_object_with_its_trace(capsys):
    log.configure("info", as_json=True)
    try:
        int("broken")
    except ValueError:
        log.failure(logging.getLogger("test"), "failed", board="b1", seconds=0.5)
    said = json.loads(capsys.readouterr().err)
    assert (said["level"], said["event"], said["board"]) == ("error", "failed", "b1")
    assert said["seconds"] == 0.5
    assert "ValueError: invalid literal" in said["trace"]


async def test_names_that_are_written_stay_out_of_the_log_even_if_all_libraries_may_speak(
    url, capsys
):
    log.configure("debug")
    root = logging.getLogger()
    root.setLevel(logging.DEBUG)
    try:
        logging.getLogger("other").debug("heard")
        async with opened(url, "b1") as database:
            await seat(database, "noortje")
            assert await rows(database, "SELECT name FROM participants") == [("Noortje",)]
    finally:
        root.setLevel(logging.WARNING)
    logged = capsys.readouterr().err
    assert "debug heard" in logged
    assert "noortje" not in logged.lower()


def test_what_is_serious_is_logged_whoever_says_it(capsys):
    log.configure("error")
    logging.getLogger("aiosqlite").warning("broken")
    assert "warning broken" in capsys.readouterr().err
