"""A position structure in the words of the expected file of a worked example."""

from collections.abc import Mapping
from typing import Any

PER_ACTOR = {
    "reach": "reach",
    "sole_reach": "sole_reach",
    "seats_linked": "seats",
    "bridged_pairs": "bridged_pairs",
}


def said(found: Mapping[str, Any], key: str) -> Any:
    """Give what a structure says about `key` of the expected file, in that file's shape."""
    if key in PER_ACTOR:
        cloth = ((k, a) for k, a in found["actors"].items() if a["on_cloth"])
        return {actor: measures[PER_ACTOR[key]] for actor, measures in cloth}
    if key == "findings":
        rules: dict[str, list[str]] = {}
        for finding in found["findings"]:
            rules.setdefault(finding["rule"], []).extend(finding["subjects"])
        return rules
    return found["convergence"] if key == "convergence" else found["totals"][key]


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Give `value` with every id replaced, as key and as value, however deep."""
    if isinstance(value, dict):
        return {names.get(key, key): renamed(entry, names) for key, entry in value.items()}
    if isinstance(value, list):
        return [renamed(entry, names) for entry in value]
    return names.get(value, value) if isinstance(value, str) else value


def unordered(value: Any) -> Any:
    """Give `value` with every list sorted: for ids that were drawn by lot."""
    if isinstance(value, dict):
        return {key: unordered(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return sorted((unordered(entry) for entry in value), key=repr)
    return value
