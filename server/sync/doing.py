"""What one peer shows the others, brought down to the fields and values we know (PR2)."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

FAR = 1_000_000
"""Nothing lies further from the origin, in millimetres."""
THINGS = 200
NAME_CHARACTERS = 100
POINTS = 600


def parse(text: str) -> dict[str, object] | None:
    """The known fields of a state; None if it is no object, `ValueError` if it is no JSON."""
    try:
        state = json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(state, dict):
        return None
    return {field: state[field] for field in FIELDS if field in state and _fits(field, state)}


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _fits(field: str, state: Mapping[str, object]) -> bool:
    return FIELDS[field](state[field])


def _is_number(value: object) -> bool:
    """Whether it is one within reach: neither a boolean, nor infinite, nor of many digits."""
    return (
        isinstance(value, int | float)
        and value is not True
        and value is not False
        and (-FAR <= value <= FAR)
    )


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= NAME_CHARACTERS


def _is_point(value: object) -> bool:
    if isinstance(value, dict):
        return value.keys() == {"x", "y"} and all(map(_is_number, value.values()))
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))


def _is_drag(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= THINGS
        and all(map(_is_name, value))
        and all(map(_is_point, value.values()))
    )


def _is_ink(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"id", "pen", "width", "points"}:
        return False
    points = value["points"]
    return (
        _is_name(value["id"])
        and _is_name(value["pen"])
        and _is_number(value["width"])
        and isinstance(points, list)
        and len(points) <= POINTS
        and all(map(_is_point, points))
    )


def _is_selection(value: object) -> bool:
    return isinstance(value, list) and len(value) <= THINGS and all(map(_is_name, value))


def _is_view(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"seat"}:
        return False
    return value["seat"] is None or _is_name(value["seat"])


FIELDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "cursor": _is_point,
        "drag": _is_drag,
        "ink": _is_ink,
        "editing": _is_name,
        "selection": _is_selection,
        "view": _is_view,
    }
)
