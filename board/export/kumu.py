"""A zip of CSV tables for Kumu: elements and connections, always with ids."""

import csv
import io

from board.export.cells import written
from board.export.cover import shown
from board.export.csv import README, origin, zipped
from board.export.moment import Moment, account
from board.export.tables import Cell, joined, ties
from board.wording import Wording, wording

ELEMENTS = ("Label", "Type", "Tags", "Description", "ID")
CONNECTIONS = ("From", "To", "Type", "Direction")


def export_kumu(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give elements.csv and connections.csv; `From` and `To` are ids."""
    moment, words = shown(moment, names=names, language=language), wording(language)
    about = origin(account(moment, names=names), words)
    readme = [words["readme"]["title"], words["attribution"], "", *about, ""]
    return zipped(
        {
            "elements.csv": _text(ELEMENTS, elements(moment, words)),
            "connections.csv": _text(CONNECTIONS, connections(moment)),
            README: "\r\n".join(readme).encode(),
        }
    )


def elements(moment: Moment, words: Wording) -> list[tuple[Cell, ...]]:
    """Give theme, ingredients and the actors that count, with their state in words as tags."""
    structure, terms = moment.structure, words["terms"]
    theme = structure["theme"]
    rows: list[tuple[Cell, ...]] = [(theme["text"], terms["theme"], "", "", theme["id"])]
    for key, slip in sorted(structure["ingredients"].items()):
        seat = structure["seats"].get(slip["seat"], {}).get("label") or slip["seat"]
        tags = joined([words["states"][slip["state"]], seat])
        rows.append((slip["text"], terms["ingredient"], tags, "", key))
    for key, actor in sorted(structure["actors"].items()):
        tags = joined(
            [
                *(words["positions"][position] for position in actor["positions"]),
                words["spheres"][actor["sphere"]],
                words["concreteness"][actor["concreteness"]],
            ]
        )
        kind = terms["connector" if actor["on_cloth"] else "actor"]
        rows.append((actor["label"], kind, tags, words["actor_kinds"][actor["kind"]], key))
    return rows


def connections(moment: Moment) -> list[tuple[Cell, ...]]:
    """Give the ties between elements, from the theme outward."""
    there = {moment.board.theme.id, *moment.structure["ingredients"], *moment.structure["actors"]}
    return [
        (row["Source"], row["Target"], row["basis"], "undirected")
        for row in ties(moment)
        if there >= {row["Source"], row["Target"]}
    ]


def _text(columns: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> bytes:
    body = io.StringIO()
    lines = csv.writer(body, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([written(cell) for cell in row] for row in rows)
    return body.getvalue().encode()
