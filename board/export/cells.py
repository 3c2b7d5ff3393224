"""Cells that a spreadsheet reads as what they are, never as a formula; reversible."""

from collections.abc import Callable

from board.export.tables import Cell

GUARD = "'"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", GUARD)


def guarded(text: str) -> str:
    """Give a text with a single quote in front when a spreadsheet might compute it."""
    return GUARD + text if text.startswith(DANGEROUS) else text


def unguarded(text: str) -> str:
    """Give back what was guarded; a quote that guards nothing, as in 's avonds, stays."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(DANGEROUS) else text


def written(cell: Cell, text: Callable[[str], str] = guarded) -> str:
    """Give a cell as text: true and false, numbers with a point, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return text(cell) if isinstance(cell, str) else str(cell)
