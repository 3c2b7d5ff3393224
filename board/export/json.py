"""JSON: the canonical content with its position structure, for backup, import and the API."""

import rfc8785

from board.export.cover import shown
from board.export.moment import Moment, account
from board.neutral import EXPORT_SCHEMA


def export_json(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the canonical export; with names it reads back to the same hash."""
    moment = shown(moment, names=names, language=language)
    about = account(moment, names=names)
    source = {key: about.pop(key) for key in ("board", "snapshot", "hash", "taken_at")}
    content_schema = about.pop("schema")
    return rfc8785.dumps(
        {
            "schema": EXPORT_SCHEMA,
            "content_schema": content_schema,
            **about,
            "source": source,
            "content": dict(moment.content),
            "structure": dict(moment.structure),
        }
    )
