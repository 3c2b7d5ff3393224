"""Positions then and now: a thread for each actor, unknown apart from without a position."""

import re
from dataclasses import replace

from board.analysis.structure import Source, structure
from board.model import Actor, Involvement
from board.render.alluvial import NAMED, alluvial_svg
from board.render.drawing import described
from board.schema import Position
from tests.builders.boards import cloth

SOURCE = Source(taken_at="2025-01-10")


def held(**positions):
    """Give a board of these actors, each in a position or in none."""
    board = cloth(actors={key: Actor(key, f"naam {key}") for key in positions})
    taken = {
        f"{key}:{position}": Involvement(key, position)
        for key, position in positions.items()
        if position
    }
    return structure(replace(board, involvements=taken), SOURCE)


def test_every_actor_has_one_thread():
    earlier = held(a1=Position.USER, a2=None, a3=None)
    later = held(a1=Position.PARTNER, a2=None, a4=Position.USER)
    threads = re.findall(r'<path d="M[^"]*C', alluvial_svg(earlier, later))
    assert len(threads) == 2 * 4  # each with paper around it


def test_not_known_and_without_a_position_are_rows_of_their_own():
    svg = alluvial_svg(held(a1=None), held(a1=None, a2=None))
    assert ">zonder positie · 1<" in svg
    assert ">nog niet bekend · 1<" in svg
    assert ">zonder positie · 2<" in svg
    assert ">niet meer bekend · 0<" in svg


def test_the_description_tells_every_move():
    svg = alluvial_svg(held(a1=Position.USER, a2=None), held(a1=Position.PARTNER, a2=None), "en")
    assert "Towards the core: 1; away from the core: 0; the same: 1" in described(svg)
    assert "naam a1: user → partner." in described(svg)


def test_each_move_has_a_line_of_its_own():
    earlier = held(a1=Position.USER, a2=Position.PARTNER, a3=None, a4=None)
    later = held(a1=Position.PARTNER, a2=Position.USER, a3=None, a5=None)
    svg = alluvial_svg(earlier, later)
    bends = re.findall(r'<path d="M[^"]*C[^"]*" fill="none" stroke="[^"]*"([^/]*)/>', svg)
    assert len(set(bends)) == 1 + 5  # the paper, and inward, outward, same, new, gone


def test_with_very_many_actors_the_names_give_way():
    many = held(**{f"a{n}": None for n in range(NAMED + 1)})
    assert ">naam a1<" not in alluvial_svg(many, many)
