"""Updates read and packed: UP1-UP8."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map

from server.sync import vectors
from server.sync.codec import UINT_LIMIT, ProtocolError, text, uint
from server.sync.gate import STORED
from server.sync.refusal import Refusal
from server.sync.update import CLOCK_LIMIT, Change, beyond, merged, parse, part_from
from tests.builders import updates as u


def read(data):
    return parse(data, STORED)


def refused(data):
    with pytest.raises(Refusal) as error:
        read(data)
    return error.value.code


def part(data, known=0):
    parsed = read(data)
    ((client, structs),) = parsed.sections.items()
    new = beyond(structs, known)
    return part_from(data, client, new, known) if new else None


def test_an_update_says_what_it_writes_and_deletes():
    data = u.update(
        u.section(5, 3, u.item("seats", "s1.label", "stoel"), u.after((7, 1), 2), u.gc(4)),
        deletes={7: [(1, 1), (4, 2)]},
    )
    parsed = read(data)
    first, second, third = parsed.sections[5]
    assert (first.clock, first.root, first.key, first.origin) == (3, "seats", "s1.label", None)
    assert (second.clock, second.origin) == (4, (7, 1))
    assert (third.clock, third.length) == (5, 4)
    assert parsed.deletes == {7: [(1, 2), (4, 6)]}


def test_the_bytes_of_each_struct_are_known():
    structs = [u.item("seats", "s1", {}), u.after((5, 0), "x"), u.deleted_after((5, 1), 3)]
    data = u.update(u.section(5, 0, *structs))
    assert [data[s.start : s.end] for s in read(data).sections[5]] == structs


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"\x00\x00\x00",
        u.update(u.section(5, 0)),
        u.update(u.section(5, 0, u.gc(1)), u.section(5, 1, u.gc(1))),
        u.update(deletes={5: [(0, 1)]})[:-1],
        b"\xff\xff\xff\xff\x0f\x00",
        uint(1) + uint(2**50) + uint(5) + uint(0) + b"\x00",
        b"\x00\x02\x05\x01\x00\x01\x05\x01\x01\x01",
    ],
    ids=repr,
)
def test_an_update_that_contradicts_itself_is_malformed(data):
    """UP1"""
    with pytest.raises(ProtocolError):
        read(data)


def test_a_client_id_without_deletes_is_nothing_to_delete():
    """UP1"""
    assert read(b"\x00\x01\x05\x00").deletes == {5: []}


@pytest.mark.parametrize(
    "data",
    [
        u.update(u.section(UINT_LIMIT, 0, u.gc(1))),
        u.update(u.section(5, CLOCK_LIMIT - 1, u.gc(1))),
        u.update(u.section(5, 0, u.gc(CLOCK_LIMIT))),
        u.update(u.section(5, 0, u.gc(0))),
        u.update(u.section(5, 0, u.item("seats", "s1"))),
        u.update(u.section(5, 0, u.deleted("seats", "s1", 0))),
        u.update(u.section(5, 0, u.after((UINT_LIMIT, 0), 1))),
        u.update(deletes={5: [(CLOCK_LIMIT, 1)]}),
        u.update(deletes={UINT_LIMIT: [(0, 1)]}),
    ],
    ids=repr,
)
def test_ids_and_clocks_have_bounds_and_no_run_is_empty(data):
    """UP2"""
    with pytest.raises(ProtocolError):
        read(data)


RIGHT = bytes([u.RIGHT | u.KEY | u.ANY]) + b"\x05\x00" + u.content(1)
BOTH = bytes([u.ORIGIN | u.RIGHT | u.KEY | u.ANY]) + b"\x05\x00\x05\x01" + u.content(1)
NESTED = bytes([u.KEY | u.ANY]) + b"\x00\x05\x00" + text("k") + u.content(1)
KEYLESS = bytes([u.ANY]) + b"\x01" + text("seats") + u.content(1)


@pytest.mark.parametrize("struct", [RIGHT, BOTH, NESTED, KEYLESS], ids=repr)
def test_an_item_elsewhere_than_in_a_register_of_a_root_is_refused(struct):
    """UP3"""
    assert refused(u.update(u.section(5, 0, struct))) == "content"


def test_a_parent_that_is_neither_root_nor_item_is_malformed():
    """UP3"""
    with pytest.raises(ProtocolError):
        read(u.update(u.section(5, 0, bytes([u.KEY | u.ANY]) + b"\x02" + text("seats"))))


def test_a_garbage_collected_run_with_a_place_is_malformed():
    """UP3"""
    with pytest.raises(ProtocolError):
        read(u.update(u.section(5, 0, bytes([u.KEY | u.GC]) + uint(1))))


@pytest.mark.parametrize(
    "kind", [u.JSON, u.STRING, u.EMBED, u.FORMAT, u.TYPE, u.DOC, 11, 12, 15, 31]
)
def test_content_other_than_plain_values_is_refused(kind):
    """UP4"""
    place = bytes([u.KEY | kind]) + b"\x01" + text("seats") + text("s1")
    assert refused(u.update(u.section(5, 0, place + b"\x01\x01\x00\x00"))) == "content"


def test_what_is_known_is_cut_off():
    """UP6"""
    second = u.item("seats", "s2", {})
    data = u.update(u.section(5, 0, u.item("seats", "s1", {}), second))
    assert part(data, known=1).packed == second
    assert part(data, known=1).clock == 1
    assert part(data, known=2) is None


@pytest.mark.parametrize(
    ("run", "rest"),
    [
        (u.gc(5), u.gc(2)),
        (u.deleted("seats", "s1", 5), u.deleted_after((5, 2), 2)),
        (u.item("seats", "s1", "a", 2, [3], "d", None), u.after((5, 2), "d", None)),
    ],
    ids=["gc", "deleted", "values"],
)
def test_a_run_that_is_partly_known_is_cut_through(run, rest):
    """UP6"""
    cut = part(u.update(u.section(5, 0, run)), known=3)
    assert (cut.clock, cut.packed, cut.end) == (3, rest, 5)


@pytest.mark.parametrize("ranges", [[(4, 1), (2, 1)], [(2, 3), (4, 1)], [(2, 1), (2, 1)], [(2, 0)]])
def test_delete_ranges_out_of_order_are_malformed(ranges):
    """UP7"""
    with pytest.raises(ProtocolError):
        read(u.update(deletes={5: ranges}))


def test_changes_are_packed_into_one_update():
    """UP8"""
    first = u.section(5, 0, u.item("seats", "s1", {}))
    second = u.section(5, 1, u.item("seats", "s2", {}))
    changes = [
        Change([part(u.update(first))], {7: [(3, 4)]}),
        Change([part(u.update(second), known=1)], {7: [(1, 2), (4, 6)], 8: [(0, 1)]}),
    ]
    assert merged(changes) == u.update(
        u.section(5, 0, u.item("seats", "s1", {}), u.item("seats", "s2", {})),
        deletes={8: [(0, 1)], 7: [(1, 1), (3, 3)]},
    )


def test_client_ids_are_packed_downwards():
    """UP8: as Yjs does, since that makes sorting at the same place cheapest."""
    sections = [u.section(client, 0, u.gc(1)) for client in (5, 9, 7)]
    changes = [Change([part(u.update(section))]) for section in sections]
    assert list(read(merged(changes)).sections) == [9, 7, 5]


EDITS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from("abc"), st.integers(0, 9) | st.none()),
    min_size=1,
    max_size=20,
)


@given(edits=EDITS)
def test_one_packed_update_does_what_its_changes_do_one_by_one(edits):
    """UP8: whoever wrote them, in the order in which they were made."""
    log = written(edits)
    one_by_one, at_once = Doc(), Doc()
    for data in log:
        one_by_one.apply_update(data)
    at_once.apply_update(merged([as_change(data) for data in log]))
    assert at_once.get("seats", type=Map).to_py() == one_by_one.get("seats", type=Map).to_py()
    assert vectors.parse(at_once.get_state()) == vectors.parse(one_by_one.get_state())


def written(edits) -> list[bytes]:
    """Updates of three writers who hear of each other at once; None takes a key away."""
    docs = [Doc(client_id=client) for client in (3, 7, 5)]
    log: list[bytes] = []
    for writer, key, value in edits:
        doc = docs[writer]
        before = doc.get_state()
        seats = doc.get("seats", type=Map)
        if value is None:
            seats.pop(key, None)
        else:
            seats[key] = value
        log.append(doc.get_update(before))
        for other in docs:
            other.apply_update(log[-1])
    return log


def as_change(data: bytes) -> Change:
    parsed = read(data)
    parts = [part_from(data, client, structs, 0) for client, structs in parsed.sections.items()]
    return Change(parts, parsed.deletes)
