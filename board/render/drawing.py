"""SVG as plain text: elements, numbers and escaping, nothing that depends on chance or locale."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from board.render.lettering import Lettering
from board.render.palette import PAPER, SOFT

LEADING = 1.22
FONT = "Atkinson Hyperlegible Next"
FAMILY = f"'{FONT}', sans-serif"
Value = str | float | None
Style = Mapping[str, Value]
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Give `text` fit for content and attributes; what XML cannot hold becomes a space."""
    return "".join(sign if _may_stand(sign) else " " for sign in text).translate(_ESCAPES)


def number(value: float) -> str:
    """Give a number with at most two decimals and no trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "-0" if round(value, 2) else "0")


def element(name: str, content: str | Iterable[str] = "", /, **attributes: Value) -> str:
    """Give one element; `_` in an attribute's name becomes `-`, a trailing `_` falls away."""
    inner = content if isinstance(content, str) else "".join(content)
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>"


def text(words: str, x: float, y: float, **attributes: Value) -> str:
    """Give a line of text."""
    return element("text", escape(words), x=x, y=y, **attributes)


def block(lettering: Lettering, x: float, y: float, style: Style) -> str:
    """Give lines of text one under the other, their middle at y."""
    step = lettering.size * LEADING
    first = y - step * (len(lettering.lines) - 1) / 2 + lettering.size * 0.33
    return "".join(
        text(line, x, first + step * index, font_size=lettering.size, **style)
        for index, line in enumerate(lettering.lines)
    )


def haloed(words: str, x: float, y: float, size: float) -> str:
    """Give small words on paper as wide as a letter's edge, or nothing for no words.

    Two texts, not `paint-order`: where each letter is drawn by itself, as in PDF, the edge of one
    would lie over the letter before it.
    """
    if not words:
        return ""
    style: Style = {"font_size": size, "text_anchor": "middle"}
    edge: Style = {"stroke": PAPER, "stroke_width": size / 2, "stroke_linejoin": "round"}
    under = text(words, x, y, fill=PAPER, aria_hidden="true", **edge, **style)
    return under + text(words, x, y, fill=SOFT, **style)


def picture(width: float, height: float, title: str, desc: str, content: Iterable[str]) -> str:
    """Give a whole drawing with its title and description, a text alternative in itself."""
    return element(
        "svg",
        [
            element("title", escape(title), id="title"),
            element("desc", escape(desc), id="desc"),
            *content,
        ],
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby="title desc",
        font_family=FAMILY,
    )


def described(svg: str) -> str:
    """Give the description of a picture, to stand as its alternative elsewhere."""
    found = re.search(r"<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)
    return unescape(found[1]) if found else ""


def _attribute(value: Value) -> str:
    return number(value) if isinstance(value, int | float) else escape(str(value))


def _may_stand(sign: str) -> bool:
    code = ord(sign)
    return code in (9, 10, 13) or 32 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF
