"""What every format owes: no names unless asked, its origin, the same bytes each time."""

import io
import json
import re
from dataclasses import replace
from functools import cache
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from board.export.formats import FORMATS
from board.export.moment import since
from board.model import Actor
from board.schema import THEME_ID
from tests.builders.boards import boards, cloth
from tests.builders.moments import SECRETS, example_moment, moment

#: The posters differ in the size of their sheets only.
EACH = [name for name in FORMATS if name not in ("poster-a3", "poster-a2", "poster-a1")]
OWED = ("Stichting Eigentijdse Verbindingen", "tafelkleed 0", "sha256:", "+01:00", "b1", "p1")


def texts(body: bytes) -> str:
    """Give all that can be read in a file, whatever it is packed in."""
    if is_zipfile(io.BytesIO(body)):
        with ZipFile(io.BytesIO(body)) as archive:
            return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    if body.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(body))
        return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    return body.decode("utf-8", "replace")


@cache
def example(name: str, *, names: bool) -> bytes:
    return FORMATS[name].write(example_moment(), names=names)


@cache
def said(name: str, *, names: bool = False) -> str:
    return texts(example(name, names=names))


@pytest.mark.parametrize("name", EACH)
def test_names_are_off_unless_asked(name):
    assert [s for s in SECRETS if s in said(name)] == []


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("names", [True, False])
def test_every_file_says_where_it_comes_from(name, names):
    assert [word for word in OWED if word not in said(name, names=names)] == []


@pytest.mark.parametrize("name", EACH)
def test_the_same_moment_gives_the_same_bytes(name):
    assert FORMATS[name].write(example_moment(), names=False) == example(name, names=False)


@pytest.mark.parametrize(
    "name", [n for n, f in FORMATS.items() if f.media_type not in ("image/png", "application/pdf")]
)
@settings(max_examples=25)
@given(board=boards(), names=st.booleans(), language=st.sampled_from(["nl", "en"]))
def test_any_board_can_be_written(name, board, names, language):
    assert FORMATS[name].write(moment(board), names=names, language=language)


def test_suffixes_are_told_apart():
    assert len({f.suffix for f in FORMATS.values()}) == len(FORMATS)


def test_json_says_whether_names_are_in_it():
    plain = FORMATS["json"].write(example_moment(), names=True)
    assert json.loads(plain)["names"] is True


def test_each_file_of_a_full_cloth_holds_all_of_it():
    """Acceptance 9, at a twentieth of board B1: a report of 145 pages takes long to read back."""
    slips = [f"i{number:03}" for number in range(100)]
    schakels = [f"a{number:02}" for number in range(10)]
    ties = [(schakels[number % 10], slip) for number, slip in enumerate(slips)]
    ties += [(schakel, THEME_ID) for schakel in schakels]
    full = moment(cloth(slips=slips, schakels=schakels, ties=ties, seats=("s1", "s2", "s3")))
    kinds = ("json", "csv", "svg", "cloth-svg", "pdf")
    found = {name: texts(FORMATS[name].write(full, names=True)) for name in kinds}
    for name, text in found.items():
        assert set(re.findall(r"\b[ia]\d{2,3}\b", text)) == {*slips, *schakels}, name
    assert len(full.board.ties) == len(ties)
    assert f"verbonden met {len(ties)} lijnen" in found["cloth-svg"]
    assert found["csv"].count(",factual,") == len(ties)


@pytest.mark.parametrize("name", [n for n, one in FORMATS.items() if one.looks_back])
def test_what_looks_back_names_nobody_of_before(name):
    later, gone = example_moment(), moment(cloth(actors={"g": Actor("g", "Naamg")}))
    seen = since(gone, replace(later, past=(gone,)))
    assert "Naamg" not in texts(FORMATS[name].write(seen))


def test_the_growth_is_drawn_over_the_whole_past():
    past = tuple(moment(cloth(slips=[f"i{n}" for n in range(count)])) for count in (1, 2))
    drawn = FORMATS["growth-svg"].write(replace(moment(cloth()), past=past)).decode()
    assert "Lijnen over 3 momentopnamen" in drawn
