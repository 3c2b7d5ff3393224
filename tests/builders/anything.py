"""Values of every sort that a document or a file could hold, friendly or not."""

from typing import Any

from hypothesis import strategies as st


def scalars() -> st.SearchStrategy[Any]:
    """Give single values, the odd ones often."""
    odd = st.sampled_from(
        ["", ".", "~", ":", "t", "s1", "a1", "A", "\ud800", "cafe\u0301", "x" * 2001, "2025-01-10",
         "blue", "factual", 0, -0.0, 1e308, -1, 2**53, 10**400, float("nan"), float("inf"), b"\xff"]
    )  # fmt: skip
    text = st.text(st.characters(), max_size=6)
    plain = st.none() | st.booleans() | st.integers() | st.floats() | text | st.binary(max_size=4)
    return odd | plain


def anything(leaves: int = 12) -> st.SearchStrategy[Any]:
    """Give values nested in lists and objects."""
    keys = st.sampled_from(["by", "when", "seen", "seat", "pen", "text", "on", "points", ""])
    return st.recursive(
        scalars(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(keys | st.text(max_size=3), inner, max_size=4)
        ),
        max_leaves=leaves,
    )
