"""Pictures of numbers: each sign is one thing, and the words say the same."""

from dataclasses import replace

import pytest

from board.analysis.measures import STATES
from board.analysis.structure import Source, structure
from board.model import Actor, Involvement
from board.render.balance import balance_svg
from board.render.coverage import coverage_svg, state_sign
from board.render.drawing import described
from board.render.growth import growth_svg
from board.render.matrix import matrix_svg
from board.schema import Basis, Position, Sphere
from tests.builders.boards import cloth, example

SOURCE = Source(taken_at="2025-01-10")


def found(board):
    return structure(board, SOURCE)


def carried(*spheres):
    """Give a board on which one ingredient is carried by actors of these spheres."""
    actors = {f"a{n}": Actor(f"a{n}", "", sphere=sphere) for n, sphere in enumerate(spheres)}
    ties = [pair for key in actors for pair in (("t", key), (key, "i1"))]
    return found(cloth(slips=("i1",), actors=actors, ties=ties))


def test_coverage_says_per_seat_how_many_are_reachable():
    svg = coverage_svg(found(example().board))
    assert "regievoerder: 3 van 5" in described(svg)
    assert ">3 van 5<" in svg


def test_each_state_of_an_ingredient_has_a_shape_of_its_own():
    assert len({state_sign(state, 0, 0, 20) for state in STATES}) == len(STATES)


@pytest.mark.parametrize(
    ("spheres", "said"),
    [
        ((Sphere.LOCAL,), "alleen lokaal 1"),
        ((Sphere.LOCAL, Sphere.UNKNOWN), "alleen lokaal 1"),
        ((Sphere.LOCAL, Sphere.PROFESSIONAL), "lokaal en professioneel samen 1"),
        ((Sphere.BOTH,), "lokaal en professioneel samen 1"),
        ((Sphere.PROFESSIONAL,), "alleen professioneel 1"),
        ((Sphere.UNKNOWN,), "nog niet gezegd 1"),
    ],
)
def test_balance_tells_who_carries_an_ingredient(spheres, said):
    assert said in described(balance_svg(carried(*spheres))).split("ingrediënten draagt")[1]


def test_the_matrix_tells_now_past_and_wished_apart():
    taken = {
        "a1:partner": Involvement("a1", Position.PARTNER, since="2024-01-01"),
        "a1:user": Involvement("a1", Position.USER, until="2024-06-01"),
        "a1:supplier": Involvement("a1", Position.SUPPLIER, basis=Basis.WISHED),
    }
    svg = matrix_svg(found(replace(cloth(schakels=("a1",)), involvements=taken)))
    assert ">sinds 2024-01-01<" in svg
    assert ">tot 2024-06-01<" in svg
    assert "partner: schakel a1; schakel: –; leverancier: –; gebruiker: –" in described(svg)


def test_growth_tells_its_numbers_from_old_to_new():
    series = [found(cloth(slips=("i1",))), found(cloth(slips=("i1", "i2", "i3")))]
    said = described(growth_svg(series))
    assert "ingrediënten: 1, 3" in said
    assert "bereikbaar: 0, 0" in said


def test_one_snapshot_is_a_series_too():
    assert ">0<" in growth_svg([found(cloth())])
