"""The document's schema in the form the gate takes: one pattern per root for its keys."""

import re
from collections.abc import Iterable

from board.schema import ID_PATTERN, ROOTS, Key, Position, Root
from server.sync.shape import Shape

_OWNERS = {
    Key.FIXED: "",
    Key.SINGLE: ID_PATTERN,
    Key.TIE: f"{ID_PATTERN}~{ID_PATTERN}",
    Key.POSITIONED: f"{ID_PATTERN}:(?:{'|'.join(Position)})",
}


def shape() -> Shape:
    """Give the shape of a document as `board.schema` describes it."""
    return Shape({name: re.compile(_pattern(root)) for name, root in ROOTS.items()})


def _pattern(root: Root) -> str:
    """Match a key whole: whose it is (group `object`) and of what (group `register`)."""
    owner = f"(?P<object>{_OWNERS[root.key]})"
    if root.key is Key.FIXED:
        return f"{owner}(?P<register>{_any(root.registers)})"
    own = rf"\.(?:{_any(root.registers)})"
    joint = rf"~{ID_PATTERN}\.(?:{_any(root.joint)})"
    register = f"(?P<register>{own}|{joint})" if root.joint else f"(?P<register>{own})"
    return owner + register + ("" if root.birth is None else "?")


def _any(names: Iterable[str]) -> str:
    return "|".join(names)
