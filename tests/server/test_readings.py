"""The commands that read files alone: analyse, compare, union."""

import copy
import json

import pytest

from tests.builders.boards import EXAMPLE
from tests.builders.terminal import Terminal

EXPECTED = EXAMPLE.with_name("vrolijk-groot-worden.expected.json")
FILE = json.loads(EXAMPLE.read_text())


@pytest.fixture
def terminal(tmp_path, capsys) -> Terminal:
    return Terminal(tmp_path / "data", capsys)


@pytest.fixture
def written(tmp_path):
    """Write a changed copy of the example to a file of this name."""

    def write(name, **parts):
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps({**copy.deepcopy(FILE), **parts}))
        return file

    return write


def test_analyse_gives_the_position_structure_of_a_file(terminal):
    structure = terminal.ask("analyse", EXAMPLE)
    expected = json.loads(EXPECTED.read_text())
    totals = structure["totals"]
    for name in ("ingredients", "coverage", "vulnerability", "loose", "hanging", "positions"):
        assert totals[name] == expected[name]


def test_analyse_keeps_the_ids_of_the_file(terminal):
    structure = terminal.ask("analyse", EXAMPLE)
    assert {"a01", "a12"} <= set(structure["actors"])
    assert structure["theme"]["id"] == "t1"


def test_analyse_says_when_the_file_was_taken_and_its_hash(terminal):
    source = terminal.ask("analyse", EXAMPLE)["source"]
    assert source["taken_at"] == "2025-01-10T15:30:00+01:00"
    assert source["hash"].startswith("sha256:")


def test_analyse_tells_people_coverage_and_vulnerability_together(terminal):
    code, out, _ = terminal.run("analyse", EXAMPLE)
    assert code == 0
    assert out.splitlines()[0] == "Vrolijk groot worden"
    assert "87,5%" in out
    assert "66,7%" in out


def test_analyse_needs_no_store(terminal):
    terminal.ask("analyse", EXAMPLE)
    assert not terminal.folder.exists()


def test_analyse_gives_expert_measures_when_asked(terminal):
    assert "expert" not in terminal.ask("analyse", EXAMPLE)
    measures = terminal.ask("analyse", EXAMPLE, "--expert")["expert"]
    assert set(measures["a01"]) == {"betweenness", "constraint"}


def test_compare_does_not_mind_how_a_file_calls_its_theme(terminal, written):
    named = json.loads(json.dumps(FILE).replace('"t1"', '"t2"'))
    found = terminal.ask("compare", EXAMPLE, written("later", **named))
    assert found["ties"] == {"added": [], "removed": [], "changed": []}


def test_compare_finds_nothing_between_a_file_and_itself(terminal):
    code, out, _ = terminal.run("compare", EXAMPLE, EXAMPLE)
    assert (code, out) == (0, "Er is niets veranderd.\n")


def test_compare_tells_by_id_what_came_and_what_is_no_longer_single(terminal, written):
    slips = {**FILE["ingredients"], "i25": ["s1", "moestuin"]}
    ties = {**FILE["ties_factual"], "a05": [*FILE["ties_factual"]["a05"], "i05", "i25"]}
    found = terminal.ask("compare", EXAMPLE, written("later", ingredients=slips, ties_factual=ties))
    assert found["schema"] == "tafelkleed/comparison/1"
    assert found["ingredients"]["added"] == ["i25"]
    assert found["single"] == {"became": ["i25"], "no_longer": ["i05"]}
    assert found["sole_reach"]["a01"] == [3, 2]


def test_compare_tells_people_what_changed_in_their_language(terminal, written):
    later = written("later", ingredients={**FILE["ingredients"], "i25": ["s1", "moestuin"]})
    _, out, _ = terminal.run("compare", EXAMPLE, later, "--lang", "en")
    assert "moestuin" in out


def test_a_union_of_one_file_has_the_measures_of_that_file(terminal):
    alone, united = terminal.ask("analyse", EXAMPLE), terminal.ask("union", EXAMPLE)
    for name, value in united["totals"].items():
        own = alone["totals"][name]
        prefixed = [f"{EXAMPLE.stem}/{key}" for key in own] if isinstance(own, list) else own
        assert value == prefixed


def test_the_same_id_in_two_files_stays_apart_until_people_say_otherwise(terminal, written):
    one, other = written("een"), written("twee")
    apart = terminal.ask("union", one, other)
    joined = terminal.ask("union", one, other, "--same-as", "een/a01=twee/a01")
    assert (len(apart["actors"]), len(joined["actors"])) == (20, 19)
    assert joined["shared"] == ["een/a01"]


def test_a_bare_id_will_do_when_one_file_alone_has_it(terminal, written):
    actors = {"b01": {"label": "fietsenmaker", "on_cloth": True}}
    loose = {key: {} for key in ("contacts", "stories", "involvements", "ties_expected")}
    seats = {"s1": {"label": "buur"}}
    slips = {"j1": ["s1", "bakfiets"]}
    other = written(
        "kind", actors=actors, seats=seats, ingredients=slips, ties_factual={"b01": ["j1"]}, **loose
    )
    found = terminal.ask("union", EXAMPLE, other, "--same-as", "b01=a01")
    assert found["same_as"] == [["kind/b01", f"{EXAMPLE.stem}/a01"]]
    assert found["findings"][0]["path"][-1] == "kind/j1"


@pytest.mark.parametrize(
    ("pair", "why"), [("a01=a02", "several boards"), ("een/a01=zz", "none of the boards")]
)
def test_a_same_as_that_names_nobody_or_several_is_refused(terminal, written, pair, why):
    one, other = written("een"), written("twee")
    code, out, err = terminal.run("union", one, other, "--same-as", pair, "--json")
    assert (code, out) == (1, "")
    assert why in err


def test_files_of_the_same_name_are_numbered(terminal):
    found = terminal.ask("union", EXAMPLE, EXAMPLE)
    assert list(found["boards"]) == [f"{EXAMPLE.stem}-1", f"{EXAMPLE.stem}-2"]


def test_a_broken_file_among_several_is_named(terminal, written):
    broken = written("stuk", ingredients={"i01": [3]})
    code, _, err = terminal.run("union", EXAMPLE, broken)
    assert code == 1
    assert "stuk.json: ingredients.i01" in err


def test_a_table_is_read_by_its_ending(terminal, tmp_path):
    file = tmp_path / "fietsen.csv"
    file.write_text("Ingrediënt;Schakel\nbanden;fietsenmaker\n")
    structure = terminal.ask("analyse", file)
    assert structure["theme"]["text"] == "fietsen"
    assert structure["actors"]["a1"]["ingredients"] == ["i1"]
