"""What the command line does with the store itself, beside a server or without one."""

import pytest

from board.document import read
from board.edits import empty_board
from server.access.roles import Role
from server.api.foundation import Wish, first_update
from server.desk import document, new_board, new_invitation, new_snapshot
from server.errors import AppError, Refusal
from server.settings import Settings
from tests.builders.stores import NOW


def test_a_document_is_what_its_log_tells():
    board = empty_board("Zorg", 3)
    assert read(document([first_update(board).payload])).board == board


async def test_two_boards_of_one_content_freeze_to_one_hash(tmp_path):
    settings = Settings(data=tmp_path)
    hashes = set()
    for title in ("een", "twee"):
        made = await new_board(settings, empty_board("Zorg", 3), title, NOW)
        hashes.add((await new_snapshot(settings, made.board.id, title, NOW)).hash)
    assert len(hashes) == 1


async def test_a_board_takes_no_more_invitations_than_the_settings_allow(tmp_path):
    settings = Settings(data=tmp_path, limit_invitations_per_board=4)
    made = await new_board(settings, empty_board("Zorg", 3), "een", NOW)
    with pytest.raises(AppError) as error:
        await new_invitation(settings, made.board.id, Wish(Role.VIEWER), NOW)
    assert error.value.refusal is Refusal.TOO_MANY_INVITATIONS
