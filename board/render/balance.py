"""The balance of local and professional: who lies on the cloth, and who carries what."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from board.render.page import TALLIED, Json, Tally, Telling, head, page, tallies, theme_of
from board.render.signs import sphere_sign
from board.schema import Sphere
from board.wording import Wording, wording


def balance_svg(structure: Json, language: str = "nl") -> str:
    """Give the picture of the balance, by schakels and by what they carry."""
    words = wording(language)
    theme = theme_of(words, structure)
    actors = _rows(words, words["picture"], _actors(structure))
    carried = _rows(words, words["carried_by"], _carried(structure))
    above, middle = tallies(actors, 110)
    below, low = tallies(carried, middle + 90)
    told = Telling(
        words["picture"]["balance_title"].format(theme=theme),
        words["picture"]["balance_desc"].format(
            theme=theme,
            actors=_said(actors),
            carried=_said(carried),
        ),
        wide=TALLIED,
    )
    content = [
        head(words["picture"]["balance_actors"], 72),
        *above,
        head(words["picture"]["balance_carried"], middle + 52),
        *below,
    ]
    return page(words, structure, told, low, content)


def _rows(words: Wording, names: Mapping[str, str], counts: Mapping[Sphere, int]) -> list[Tally]:
    whole = sum(counts.values())
    return [
        Tally(
            names[sphere],
            [partial(sphere_sign, sphere)] * counts[sphere],
            words["picture"]["of"].format(count=counts[sphere], whole=whole),
            partial(sphere_sign, sphere),
        )
        for sphere in (Sphere.LOCAL, Sphere.BOTH, Sphere.PROFESSIONAL, Sphere.UNKNOWN)
    ]


def _said(rows: list[Tally]) -> str:
    return ", ".join(f"{row.before} {len(row.signs)}" for row in rows)


def _actors(structure: Json) -> Counter[Sphere]:
    there = (actor for actor in structure["actors"].values() if actor["on_cloth"])
    return Counter(Sphere(actor["sphere"]) for actor in there)


def _carried(structure: Json) -> Counter[Sphere]:
    """Count the reachable ingredients by the known spheres of their carriers."""
    found: Counter[Sphere] = Counter()
    for ingredient in structure["ingredients"].values():
        if not ingredient["carriers"]:
            continue
        spheres = {Sphere(structure["actors"][key]["sphere"]) for key in ingredient["carriers"]}
        known = spheres - {Sphere.UNKNOWN}
        if len(known) > 1:
            found[Sphere.BOTH] += 1
        else:
            found[next(iter(known), Sphere.UNKNOWN)] += 1
    return found
