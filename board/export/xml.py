"""XML as plain text: elements with attributes of any name, every sign that XML can hold."""

from collections.abc import Iterable, Mapping

from board.export.tables import Cell

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def tag(name: str, attributes: Mapping[str, Cell], *content: str | Iterable[str]) -> str:
    """Give one element; attributes without a value are left out, content is XML already."""
    said = "".join(
        f' {key}="{legal(plain(value)).translate(_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(part if isinstance(part, str) else "".join(part) for part in content)
    return f"<{name}{said}>{inner}</{name}>" if inner else f"<{name}{said}/>"


def text(value: Cell) -> str:
    """Give a value as content."""
    return legal(plain(value)).translate(_TEXT)


def plain(value: Cell) -> str:
    """Give a value as XML Schema writes it: booleans in lower case, nothing for None."""
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def legal(words: str) -> str:
    """Give the words without what no XML document may hold."""
    return "".join(sign for sign in words if is_legal(sign))


def is_legal(sign: str) -> bool:
    """Tell whether XML 1.0 may hold a sign."""
    code = ord(sign)
    if code < 0x20:
        return sign in "\t\n\r"
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
