"""A name goes from every text on a cloth, and the cloth stays what it was otherwise."""

import pytest
from pycrdt import Doc, Map

from board.document import read, to_roots
from board.erasing import forgetting, rewritten


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna de Vries", "iemand"),
        ("vraag ANNA DE VRIES, morgen", "vraag iemand, morgen"),
        ("Anna  de\nVries", "iemand"),
        ("Annabel", "Annabel"),
        ("Joanna", "Joanna"),
        ("de boot van Anna", "de boot van iemand"),
        ("", ""),
    ],
)
def test_a_name_becomes_somebody_where_it_stands_as_words_of_its_own(text, expected):
    assert forgetting(["Anna", "Anna de Vries"])(text) == expected


def test_accents_written_in_two_ways_are_one_name():
    assert forgetting(["Zoë"])("met Zoe\u0308 erbij") == "met iemand erbij"


def test_without_a_name_nothing_is_rewritten():
    assert forgetting(["", "  "])("met Zoe\u0308") == "met Zoe\u0308"


def cloth() -> Doc:
    doc: Doc = Doc()
    actors = doc.get("actors", type=Map)
    actors["anna"] = {"by": "s1"}
    actors["anna.label"] = "Anna"
    actors["anna.function"] = "buurvrouw van Anna's straat"
    actors["anna.at"] = [1.5, 2]
    slips = doc.get("ingredients", type=Map)
    slips["i1"] = {"seat": "s1", "pen": "blue"}
    slips["i1.text"] = "eerst Anna"
    slips["i1.text"] = "fiets"
    slips["i1.actor"] = "anna"
    slips["i2"] = {"seat": "s1", "pen": "blue"}
    slips["i2.text"] = "weg met Anna"
    slips["i2.gone"] = {"by": "s1", "when": None}
    names = doc.get("theme_names", type=Map)
    names["n1"] = {"by": "s1", "text": "Feest van Anna"}
    return doc


def test_texts_are_rewritten_in_births_registers_and_the_bin_but_ids_stay():
    roots = to_roots(rewritten(cloth(), forgetting(["anna"])))
    assert roots["actors"]["anna.label"] == "iemand"
    assert roots["actors"]["anna.function"] == "buurvrouw van iemand's straat"
    assert roots["actors"]["anna.at"] == [1.5, 2]
    assert roots["ingredients"]["i1.actor"] == "anna"
    assert roots["ingredients"]["i2.text"] == "weg met iemand"
    assert roots["theme_names"]["n1"] == {"by": "s1", "text": "Feest van iemand"}


def test_the_new_document_has_no_past():
    assert b"eerst" not in rewritten(cloth(), forgetting(["anna"])).get_update()


def test_a_rewriting_that_finds_nothing_reads_as_the_same_board():
    doc = cloth()
    assert read(rewritten(doc, forgetting(["Nobody"]))).board == read(doc).board
