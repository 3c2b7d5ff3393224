"""The canonical form of a board and its hash: same state, same bytes, on every replica.

SN1: the content of a board is plain JSON that holds everything people made and nothing else: no
board id, title, time or presence. SN2: it does not depend on who replays the edits in which order.
SN3: it is complete: empty values and defaults stand in it, missing is not false. SN4: it can be
read back without loss. SN5: the theme's id is always `t`.
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import rfc8785

from board.faults import ContentError
from board.fields import RECORDS
from board.model import Board, with_standard_theme
from board.restore import board_from_content
from board.schema import CONTENT_SCHEMA

__all__ = ["ContentError", "board_from_content", "canonical", "content", "content_hash"]


def content(board: Board) -> dict[str, Any]:
    """Give everything that lies on a board as plain JSON; bytes become base64 text."""
    board = with_standard_theme(board)
    theme = board.theme
    return {
        "schema": CONTENT_SCHEMA,
        "instrument": str(board.instrument),
        "shape": str(board.shape),
        "size_mm": list(board.size_mm),
        "theme": {
            "id": theme.id,
            "text": theme.text,
            "brought_by": theme.brought_by,
            "released": theme.released,
        },
    } | {
        name: {key: _record(name, value) for key, value in sorted(getattr(board, name).items())}
        for name in RECORDS
    }


def canonical(content: Mapping[str, Any]) -> bytes:
    """Give the bytes of a content by RFC 8785."""
    return rfc8785.dumps(dict(content))


def content_hash(content: Mapping[str, Any]) -> str:
    """Give the fingerprint of a content: `sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(canonical(content)).hexdigest()


def _record(name: str, value: object) -> dict[str, object]:
    return {
        field.name: _plain(getattr(value, field.name))
        for field in fields(RECORDS[name])
        if field.name != "id"
    }


def _plain(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
