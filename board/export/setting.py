"""Typst as it is used here: words as data, the fonts that come along, PDF/UA-1."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, Final

import typst

from board.export.xlsx import created
from board.render.lettering import clusters, is_known

STANDARD: Final = "ua-1"
_PROBE = b"""
#set document(title: "x")
#set text(font: ("Atkinson Hyperlegible Next", "Noto Emoji"), lang: "nl")
#sys.inputs.signs
"""
_STEERING = frozenset({"Cc", "Cf"})


def pdf(
    template: str, told: Mapping[str, Any], pictures: Mapping[str, str], when: str | None
) -> bytes:
    """Set a template of board/export with data and SVG pictures; `when` is its only clock.

    PDF/UA allows no blank boxes: a sign that no font at hand can show is spelled by its name.
    """
    source = (files("board.export") / template).read_bytes()
    inputs = {"told": _json(told), **pictures}
    for legible in (steered, spelled, only_latin):
        try:
            return _compiled(
                source, {k: legible(text) for k, text in inputs.items()}, _seconds(when)
            )
        except typst.TypstError as unset:
            failed = unset
    raise failed


def steered(text: str) -> str:
    """Leave out what only steers other signs: in a picture nothing may be set for it."""
    return "".join(s for s in text if s == "\n" or unicodedata.category(s) not in _STEERING)


def spelled(text: str) -> str:
    """Give a text with the names of the signs that no font at hand can show."""
    unknown = {cluster for cluster in clusters(text) if not cluster.isascii()}
    for cluster in _undisplayable(frozenset(unknown)):
        text = text.replace(cluster, "".join(map(_name, cluster)))
    return steered(text)


def only_latin(text: str) -> str:
    """Give a text with the names of all signs that the text's own font has not.

    For mixtures of scripts whose signs can be shown one by one and yet not together.
    """
    whole = steered(unicodedata.normalize("NFC", text))
    return "".join(s if is_known(s) and not unicodedata.combining(s) else _name(s) for s in whole)


def _json(told: Mapping[str, Any]) -> str:
    """Give JSON in which no control character hides behind an escape."""
    text = json.dumps(told, ensure_ascii=False)
    return re.sub(r"(?<!\\)((?:\\\\)*)\\u00[0-1][0-9a-f]", r"\1", text)


def _seconds(when: str | None) -> int:
    return int((created(when) - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - both UTC


def _compiled(source: bytes, inputs: dict[str, str], timestamp: int = 0) -> bytes:
    return typst.compile(
        source,
        font_paths=_fonts(),
        sys_inputs=inputs,
        pdf_standards=STANDARD,
        timestamp=timestamp,
        format="pdf",
    )


@cache
def _fonts() -> typst.Fonts:
    """Give the fonts that come along; none of the machine's, so that every machine sets alike."""
    with as_file(files("board.render") / "fonts") as fonts:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)])


@lru_cache(maxsize=64)
def _undisplayable(signs: frozenset[str]) -> frozenset[str]:
    """Find the signs that no font can show, by halves."""
    if _displays(signs):
        return frozenset()
    if len(signs) == 1:
        return signs
    order = sorted(signs)
    half = len(order) // 2
    return _undisplayable(frozenset(order[:half])) | _undisplayable(frozenset(order[half:]))


def _displays(signs: Iterable[str]) -> bool:
    try:
        _compiled(_PROBE, {"signs": " ".join(sorted(signs))})
    except typst.TypstError:
        return False
    return True


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"
