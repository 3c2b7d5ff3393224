"""Places in rings: schakels at their distance from the theme, ingredients along the rim.

Both are spread evenly, in an order that keeps what is tied together near each other: each goes
to the mean direction of its neighbours, in turns, and the best of all turns is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import Any

ACTOR_RADIUS = 62.0
ACTOR_PITCH = 2 * ACTOR_RADIUS + 22
FIRST_RING = 230.0
RING_STEP = 180.0
RIM_PITCH = 34.0
TURNS = 12
ON_RIM = ("carried", "single", "expected_only")
Pair = tuple[str, str]
Angles = dict[str, float]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rings:
    """Angles from the top, clockwise, in radians; the radius of each ring and of the rim."""

    actors: Mapping[str, float]
    ingredients: Mapping[str, float]
    radii: Mapping[int, float]
    rim: float


def rings_of(structure: Mapping[str, Any]) -> Rings:
    """Give every actor with a distance its ring, and every ingredient tied to one its rim."""
    ring = {k: a["distance"] for k, a in structure["actors"].items() if a["distance"] is not None}
    rim = [key for key, i in structure["ingredients"].items() if i["state"] in ON_RIM]
    pairs = [pair for pair in _pairs(structure, ring) if ring.keys() | set(rim) >= set(pair)]
    tied = {node for pair in pairs for node in pair}
    rim = [key for key in rim if key in tied]
    angles = _best(ring, rim, pairs)
    radii = _radii(ring.values())
    outside = max(radii.values(), default=FIRST_RING - RING_STEP) + RING_STEP
    return Rings(
        actors={key: angles[key] for key in ring},
        ingredients={key: angles[key] for key in rim},
        radii=radii,
        rim=max(outside, len(rim) * RIM_PITCH / (2 * pi)),
    )


def place(angle: float, radius: float) -> Place:
    """Give x and y around the theme."""
    return radius * sin(angle), -radius * cos(angle)


def stacked(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Give each label its middle: as near as can be to where it is wanted, none over another.

    Least squares under an order: pool adjacent violators.
    """
    offsets = [0.0] if wanted else []
    for one, other in pairwise(heights):
        offsets.append(offsets[-1] + (one + other) / 2)
    pools: list[tuple[float, int]] = []
    for goal, offset in zip(wanted, offsets, strict=True):
        total, count = goal - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            below = pools.pop()
            total, count = total + below[0], count + below[1]
        pools.append((total, count))
    levels = [total / count for total, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def emptiest(radius: float, taken: Sequence[Place]) -> Place:
    """Give the place on a ring that is furthest from all that is taken."""
    places = [place(2 * pi * n / 360, radius) for n in range(360)]
    near = {at: min((hypot(at[0] - x, at[1] - y) for x, y in taken), default=0) for at in places}
    return max(places, key=lambda at: round(near[at], 6))


def _pairs(structure: Mapping[str, Any], ring: Mapping[str, int]) -> Iterator[Pair]:
    theme = structure["theme"]["id"]
    for tie in structure["ties"]:
        if theme not in tie["ends"] and not ring.keys().isdisjoint(tie["ends"]):
            yield tie["ends"][0], tie["ends"][1]


def _radii(distances: Iterable[int]) -> dict[int, float]:
    counts: dict[int, int] = defaultdict(int)
    for distance in distances:
        counts[distance] += 1
    radii, radius = {}, FIRST_RING - RING_STEP
    for distance in sorted(counts):
        radius = max(radius + RING_STEP, counts[distance] * ACTOR_PITCH / (2 * pi))
        radii[distance] = radius
    return radii


def _best(ring: Mapping[str, int], rim: Sequence[str], pairs: Sequence[Pair]) -> Angles:
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    levels = [[k for k in ring if ring[k] == d] for d in sorted(set(ring.values()))]
    angles = {key: 2 * pi * n / len(rim) for n, key in enumerate(rim)}
    angles |= {key: 2 * pi * n / len(level) for level in levels for n, key in enumerate(level)}
    best = angles
    for _ in range(TURNS):
        for level in (*levels, rim):
            angles = angles | _even({key: _mean(key, near, angles) for key in level})
        best = min(best, angles, key=lambda found: _strain(found, pairs))
    return best


def _mean(key: str, near: Mapping[str, Sequence[str]], angles: Angles) -> float:
    others = [angles[other] for other in near.get(key, ())] or [angles[key]]
    return atan2(sum(map(sin, others)), sum(map(cos, others)))


def _even(goals: Angles) -> Angles:
    """Spread evenly in the order of the goals, turned so that all lie nearest to them."""
    order = sorted(goals, key=lambda key: (goals[key] % (2 * pi), key))
    slots = {key: 2 * pi * n / len(order) for n, key in enumerate(order)}
    turn = atan2(
        sum(sin(goals[key] - slot) for key, slot in slots.items()),
        sum(cos(goals[key] - slot) for key, slot in slots.items()),
    )
    return {key: slot + turn for key, slot in slots.items()}


def _strain(angles: Angles, pairs: Sequence[Pair]) -> float:
    return round(sum(1 - cos(angles[one] - angles[other]) for one, other in pairs), 9)
