"""Boards for tests: the worked example, small ones by hand, and any that can be.

`boards()` is a hypothesis strategy for whole boards: everything refers to what is there, texts
are in NFC, an actor is contested only if a tie speaks for it.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from board import schema
from board.fields import JOINED, OWNERS, RECORDS, REFERENCES, key_fields, value_kinds
from board.model import Actor, Board, Ingredient, Seat, Story, Theme, Tie, tie_between
from board.neutral import Loaded, load
from board.schema import THEME_ID, Kind, Position

EXAMPLE = Path(__file__).parents[1] / "golden/vrolijk-groot-worden.json"
Ids = tuple[str, ...]


def example() -> Loaded:
    """Give the worked example as it is loaded from its file."""
    return load(json.loads(EXAMPLE.read_text()))


def cloth(
    *,
    slips: Iterable[str] = (),
    schakels: Iterable[str] = (),
    ties: Iterable[tuple[str, str]] = (),
    seats: Iterable[str] = ("s1",),
    **more: Any,
) -> Board:
    """Give a small board: slips lie on the first seat, schakels on the cloth, ties are factual."""
    seats = tuple(seats)
    made = (tie_between(*pair) for pair in ties)
    board = Board(
        theme=Theme(text="Vrolijk groot worden"),
        seats={seat: Seat(seat) for seat in seats},
        ingredients={slip: Ingredient(slip, f"ingrediënt {slip}", seats[0]) for slip in slips},
        actors={actor: Actor(actor, f"schakel {actor}") for actor in schakels},
        ties={key: Tie(key, ends) for key, ends in made},
    )
    return replace(board, **more)


@dataclass(frozen=True)
class Has:
    """What lies on a board that other things may refer to."""

    seats: Ids
    ingredients: Ids
    actors: Ids


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Give any board that a document can mean."""
    has = Has(
        seats=draw(some(("s1", "s2", "s3", "0"))) or ("s1",),
        ingredients=draw(some(("i1", "i2", "i3", "z"))),
        actors=draw(some(("a1", "a2", "a3", "0a"))),
    )
    keys = {name: draw(some(_candidates(name, has))) for name in RECORDS} | vars(has)
    records = {name: {key: draw(record(name, key, has)) for key in keys[name]} for name in RECORDS}
    contested = _spoken_for(draw(some(has.actors)), records["ties"])
    records["actors"] |= {
        key: replace(records["actors"][key], contested=True) for key in sorted(contested)
    }
    meta = {name: draw(of_kind(kind)) for name, kind in value_kinds("meta").items()}
    meta["size_mm"] = draw(st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
    theme = draw(st.builds(Theme, texts(), one(("s1", "p7")), maybe(Kind.DATE)))
    return Board(theme=theme, **meta, **records)


@cache
def record(name: str, key: str, has: Has) -> st.SearchStrategy[Any]:
    """Give any record with this id that fits on a board that has these things."""
    said = {field: st.just(value) for field, value in key_fields(name, key).items()}
    kinds, joined = value_kinds(name), JOINED.get(name)
    values = {}
    for field in fields(RECORDS[name]):
        if field.name in kinds:
            values[field.name] = _field(name, key, field.name, has)
        elif joined and field.name == joined.field:
            values[field.name] = some(getattr(has, joined.root))
    built = st.builds(RECORDS[name], **values | said)
    return built.map(_that_says) if name == "stories" else built


def _field(name: str, key: str, field: str, has: Has) -> st.SearchStrategy[Any]:
    owner, root = OWNERS.get(name, ("", ""))
    if field == owner:
        return st.sampled_from(getattr(has, root))
    if field in REFERENCES.get(name, {}):
        others = getattr(has, REFERENCES[name][field])
        return one(tuple(other for other in others if other != key))
    kind = value_kinds(name)[field]
    if kind is Kind.ID:
        return one(("s1", "p7"))
    default = next(f.default for f in fields(RECORDS[name]) if f.name == field)
    return maybe(kind) if default is None else of_kind(kind)


def _candidates(name: str, has: Has) -> Ids:
    """Give the ids that records of a root may have on a board that has these things."""
    taking = tuple(f"{actor}:{position}" for actor in has.actors for position in Position)
    pairs = (
        tie_between(actor, other)[0]
        for actor in has.actors
        for other in (*has.ingredients, *has.actors, THEME_ID)
        if actor != other
    )
    return {
        "ties": tuple(sorted(set(pairs))),
        "stories": has.actors,
        "involvements": taking,
        "invitations": taking,
        "questions": ("q1", "q2") if has.ingredients else (),
    }.get(name, ("k1", "k2"))


def _spoken_for(candidates: Ids, ties: dict[str, Tie]) -> set[str]:
    """Give those for whom a tie speaks with an other end that is itself not contested."""
    return {
        actor
        for actor in candidates
        for tie in ties.values()
        if actor in tie.ends and set(tie.ends).isdisjoint(set(candidates) - {actor})
    }


def _that_says(story: Story) -> Story:
    return story if story.text.strip() or story.inspired_by else replace(story, text="…")


@cache
def some(ids: Ids) -> st.SearchStrategy[Ids]:
    """Give some of these ids in ascending order."""
    if not ids:
        return st.just(())
    chosen = st.lists(st.sampled_from(ids), unique=True, max_size=4)
    return chosen.map(lambda found: tuple(sorted(found)))


@cache
def one(ids: Ids) -> st.SearchStrategy[str | None]:
    """Give one of these ids or nothing."""
    return st.sampled_from((None, *ids))


@cache
def maybe(kind: Kind) -> st.SearchStrategy[Any]:
    """Give a value of a kind or nothing."""
    return st.none() | of_kind(kind)


@cache
def of_kind(kind: Kind) -> st.SearchStrategy[Any]:
    """Give a value of a kind in the form that the model has it."""
    whole = st.integers(-500, 4000)
    plain = {
        Kind.TEXT: texts(),
        Kind.NUMBER: whole.map(float) | st.floats(-1000, 1000).map(lambda number: number + 0.0),
        Kind.BOOLEAN: st.booleans(),
        Kind.POINT: st.tuples(whole, whole),
        Kind.DATE: st.sampled_from(["2025-01-10", "2024-02-29T15:30:00.25+01:00", "2025-03-01"]),
        Kind.PENS: st.lists(st.sampled_from(schema.Pen), unique=True, max_size=3).map(tuple),
        Kind.BYTES: st.binary(max_size=9),
    }
    return plain[kind] if kind in plain else st.sampled_from(list(getattr(schema, kind.value)))


@cache
def texts() -> st.SearchStrategy[str]:
    """Give texts as they stand on a board: in NFC, without half characters."""
    words = st.sampled_from(["", "fiets", "gezond eten", "oma's verhalen", "café", "👩‍👧 😀"])
    free = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    return words | free.map(lambda text: unicodedata.normalize("NFC", text))
