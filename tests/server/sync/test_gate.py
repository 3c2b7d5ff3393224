"""The gate: GA1-GA12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sync.gate import Gate
from server.sync.limits import Limits
from server.sync.owners import Owners
from server.sync.refusal import Refusal
from server.sync.update import merged
from tests.builders import updates as u
from tests.builders.table import SHAPE, a_pass

ANN = a_pass("ann")
BOB = a_pass("bob")
HOST = a_pass("host", role="facilitator")
VIEWER = a_pass("eve", role="viewer")


def a_gate(*updates: bytes, limits: Limits | None = None, bindings=None) -> Gate:
    """A gate that has admitted `updates` of Ann."""
    gate = Gate(SHAPE, limits or Limits(), Owners(bindings or {}))
    for data in updates:
        gate.admit(data, ANN)
    return gate


def admitted(gate: Gate, data: bytes, who=ANN) -> bytes:
    """What of an update is new, as an update."""
    return merged([gate.admit(data, who).change])


def refused(gate: Gate, data: bytes, who=ANN) -> str:
    """The code of the refusal; the gate must be as it was before (GA1)."""
    before = picture(gate)
    with pytest.raises(Refusal) as error:
        gate.admit(data, who)
    assert picture(gate) == before
    return error.value.code


def picture(gate: Gate):
    index = gate._index
    entries = index.registers.values()
    return (
        dict(index.clocks()),
        {client: list(deleted) for client, deleted in index.deleted.items()},
        {(e.root, e.key): (e.count, e.live, e.last, e.birth) for e in entries},
        index.objects,
        dict(gate._owners._writers),
        dict(gate._owners._counts),
    )


def births(client: int, clock: int, count: int) -> bytes:
    """An update that makes so many strokes."""
    strokes = [u.item("strokes", f"x{clock + n}", {"seat": "s1"}) for n in range(count)]
    return u.update(u.section(client, clock, *strokes))


EMPTY = u.update()


def test_a_first_word_passes_unchanged():
    assert admitted(a_gate(), u.note(5, 0)) == u.note(5, 0)


def test_an_overwrite_passes_unchanged():
    """GA4: root and key come from the origin."""
    assert admitted(a_gate(u.note(5, 0)), u.rewrite(5, 1, (5, 0))) == u.rewrite(5, 1, (5, 0))


def test_an_origin_without_the_key_flag_passes():
    """GA4: merged updates of Yjs leave it out."""
    struct = bytes([u.ORIGIN | u.ANY]) + b"\x05\x00" + u.content("x")
    data = u.update(u.section(5, 1, struct), deletes={5: [(0, 1)]})
    assert admitted(a_gate(u.note(5, 0)), data) == data


def test_several_values_in_one_transaction_and_their_undo_pass():
    """GA4: Yjs makes one run of the values nobody saw, and joins the undo on to the last."""
    gate = a_gate(u.note(9, 0))
    triple = u.update(
        u.section(9, 1, u.after((9, 0), "a", "b"), u.after((9, 2), "c")), deletes={9: [(0, 3)]}
    )
    assert admitted(gate, triple) == triple
    assert admitted(gate, u.rewrite(9, 4, (9, 3))) == u.rewrite(9, 4, (9, 3))


def test_loading_builds_the_index_that_admitting_built():
    """GA2"""
    log = [
        u.note(5, 0),
        u.rewrite(5, 1, (5, 0)),
        births(6, 0, 3),
        u.wipe(6, (1, 1)),
        u.update(u.section(6, 3, u.deleted("seats", "s1", 4), u.gc(2))),
    ]
    admitting, loading = a_gate(*log), a_gate()
    for data in log:
        loading.load(data)
    assert picture(loading)[:4] == picture(admitting)[:4]


def test_the_index_knows_what_is_live():
    """GA2"""
    gate = a_gate(births(5, 0, 3), u.wipe(5, (0, 1)), u.rewrite(5, 3, (5, 1)))
    live = {key: entry.live for (_, key), entry in gate._index.registers.items()}
    assert live == {"x0": 0, "x1": 1, "x2": 1}
    assert gate._index.objects == 2


def test_only_births_count_as_things():
    """GA2, GA11: a share of the things is no share of their registers."""
    names = ["i1", "i1.text", "i1.at", "i2.text"]
    gate = a_gate(u.update(u.section(5, 0, *(u.item("ingredients", n, 1) for n in names))))
    assert gate._index.objects == 1


def test_an_overwrite_that_hides_its_delete_is_seen_through():
    """GA2: what has something to its right is not live, whatever the update says."""
    gate = a_gate(births(5, 0, 1), u.update(u.section(5, 1, u.after((5, 0), {}))))
    gate.admit(u.wipe(5, (1, 1)), ANN)
    assert gate._index.objects == 0


@pytest.mark.parametrize(
    "data",
    [
        u.note(5, 2),
        u.note(6, 1),
        u.update(u.section(5, 0, u.item("seats", "s1", {}), u.skip(3), u.item("seats", "s2", {}))),
        u.update(u.section(5, 0, u.skip(9))),
        u.update(u.section(5, 1, u.item("seats", "s1", {}), u.skip(1))),
    ],
    ids=["hole", "new client id", "skip", "skip past the known", "skip at the end"],
)
def test_a_hole_is_refused(data):
    """GA3"""
    assert refused(a_gate(u.note(5, 0)), data) == "gap"


def test_a_skip_over_what_is_known_passes():
    """GA3: an offline client merges what it could not send with what it had sent."""
    gate = a_gate(u.note(5, 0), u.note(5, 1, "i2.text"))
    word = u.item("ingredients", "i3.text", "x")
    data = u.update(u.section(5, 0, u.item("ingredients", "i1.text", "a"), u.skip(1), word))
    assert admitted(gate, data) == u.update(u.section(5, 2, word))


@pytest.mark.parametrize("origin", [(5, 1), (5, 2), (7, 0)], ids=["itself", "later", "unknown"])
def test_an_origin_that_is_not_there_is_refused(origin):
    """GA4"""
    data = u.update(u.section(5, 1, u.after(origin, 1)))
    assert refused(a_gate(u.note(5, 0)), data) == "gap"


def test_an_origin_further_on_in_the_same_update_is_found():
    """GA4: sections stand by client id, not by time."""
    data = u.update(
        u.section(9, 0, u.after((5, 0), "b")),
        u.section(5, 0, u.item("seats", "s1.label", "a"), u.after((9, 0), "c")),
        deletes={9: [(0, 1)], 5: [(0, 1)]},
    )
    assert admitted(a_gate(), data) == data


def test_items_that_wait_for_each_other_are_refused():
    """GA4"""
    circle = u.update(u.section(9, 0, u.after((5, 0), 1)), u.section(5, 0, u.after((9, 0), 1)))
    assert refused(a_gate(), circle) == "gap"


def test_nothing_joins_on_to_a_garbage_collected_run():
    """GA4"""
    gate = a_gate(u.update(u.section(5, 0, u.gc(3))))
    assert refused(gate, u.update(u.section(5, 3, u.after((5, 1), 1)))) == "origin"


def test_garbage_collected_and_deleted_runs_of_ones_own_pass():
    """GA3"""
    data = u.update(
        u.section(5, 0, u.gc(3), u.deleted("seats", "s1", 4), u.deleted_after((5, 6))),
        deletes={5: [(0, 8)]},
    )
    assert admitted(a_gate(), data) == data


@pytest.mark.parametrize("ranges", [(0, 2), (1, 1), (900, 1)])
def test_a_delete_of_what_is_not_there_is_refused(ranges):
    """GA5"""
    assert refused(a_gate(u.note(5, 0)), u.wipe(5, ranges)) == "gap"


def test_a_delete_of_what_comes_with_the_update_passes():
    """GA5"""
    data = u.update(u.section(5, 0, u.item("seats", "s1", {})), deletes={5: [(0, 1)]})
    assert admitted(a_gate(), data) == data


@pytest.mark.parametrize("data", [EMPTY, u.note(5, 0), u.rewrite(5, 1, (5, 0)), u.wipe(5, (0, 1))])
def test_what_is_known_is_admitted_as_nothing_new(data):
    """GA6"""
    gate = a_gate(u.note(5, 0), u.rewrite(5, 1, (5, 0)))
    before = picture(gate)
    assert admitted(gate, data) == EMPTY
    assert picture(gate) == before


def test_of_a_resync_only_the_new_is_let_through():
    """GA6, UP6: and others' known words may come along."""
    gate = a_gate(u.note(5, 0), u.rewrite(5, 1, (5, 0)))
    gate.admit(u.note(6, 0, "i2.text"), BOB)
    new = u.item("ingredients", "i3.text", "nieuw")
    resync = u.update(
        u.section(6, 0, u.item("ingredients", "i2.text", "fiets")),
        u.section(5, 0, u.deleted("ingredients", "i1.text"), u.after((5, 0), "fiets"), new),
        deletes={5: [(0, 1)]},
    )
    assert admitted(gate, resync) == u.update(u.section(5, 2, new))


def test_a_client_id_is_bound_at_its_first_use():
    """GA7"""
    gate = a_gate()
    assert gate.admit(u.note(5, 0), ANN).bound == (5,)
    assert gate.admit(u.note(5, 1, "i2.text"), ANN).bound == ()


@pytest.mark.parametrize(
    "data",
    [
        u.note(5, 1, "i2.text"),
        u.update(u.section(5, 1, u.gc(1_000))),
        u.update(u.section(6, 0, u.gc(1)), u.section(5, 1, u.gc(1))),
    ],
    ids=["word", "run", "among own words"],
)
def test_nobody_writes_under_anothers_client_id(data):
    """GA7"""
    assert refused(a_gate(u.note(5, 0)), data, BOB) == "foreign"


def test_words_of_an_earlier_page_load_pass():
    """GA7: they stand under an older client id of the same participant."""
    gate = a_gate(u.note(5, 0))
    data = u.update(
        u.section(9, 0, u.item("seats", "s9", {})), u.section(5, 1, u.after((5, 0), "later"))
    )
    assert gate.admit(data, ANN).bound == (9,)


def test_a_client_id_that_is_known_but_nobodys_cannot_be_taken():
    """GA7: as the server's own, with which a board was imported."""
    gate = a_gate()
    gate.load(u.note(5, 0))
    assert refused(gate, u.note(5, 1, "i2.text"), ANN) == "foreign"


def test_a_stored_binding_counts():
    """GA7"""
    gate = a_gate(bindings={5: "ann"})
    gate.load(u.note(5, 0))
    assert refused(gate, u.note(5, 1, "i2.text"), BOB) == "foreign"
    assert admitted(gate, u.note(5, 1, "i2.text"), ANN)


@pytest.mark.parametrize(
    ("root", "key"),
    [
        ("cards", "a"),
        ("ingredients", ""),
        ("ingredients", "I1"),
        ("ingredients", "i1.colour"),
        ("ingredients", "i1."),
        ("ingredients", "i1.text\n"),
        ("ingredients", "i" * 33),
        ("ingredients", "i1~i2.member"),
        ("meta", "owner"),
        ("ties", "a1"),
        ("ties", "a1~i1.kind"),
        ("involvements", "a1:boss"),
        ("stories", "a1"),
        ("__proto__", "x"),
    ],
)
def test_a_root_or_key_outside_the_schema_is_refused(root, key):
    """GA8"""
    assert refused(a_gate(), u.update(u.section(5, 0, u.item(root, key, 1)))) == "key"


@pytest.mark.parametrize(
    ("root", "key"),
    [
        ("meta", "schema"),
        ("theme", "text"),
        ("seats", "s1"),
        ("seats", "s1.label"),
        ("ties", "a1~t"),
        ("ties", "a1~i1.evidence"),
        ("stories", "a1.text"),
        ("stories", "a1~i1.inspired"),
        ("contacts", "k1~a1.member"),
        ("involvements", "a1:connector.until"),
    ],
)
def test_a_key_of_the_schema_passes(root, key):
    """GA8"""
    assert admitted(a_gate(), u.update(u.section(5, 0, u.item(root, key, 1)))) != EMPTY


@pytest.mark.parametrize("data", [EMPTY, u.note(5, 0)])
def test_who_may_not_write_may_send_what_is_known(data):
    """GA9"""
    assert admitted(a_gate(u.note(5, 0)), data, VIEWER) == EMPTY


@pytest.mark.parametrize("data", [u.note(6, 0), u.wipe(5, (0, 1)), u.note(9, 7), u.note(5, 1)])
def test_who_may_not_write_sends_nothing_new(data):
    """GA9"""
    assert refused(a_gate(u.note(5, 0)), data, VIEWER) == "forbidden"


def test_an_update_brings_a_bounded_number_of_structs():
    """GA10"""
    limits = Limits(structs=10)
    assert admitted(a_gate(limits=limits), births(5, 0, 10))
    assert refused(a_gate(limits=limits), births(5, 0, 11)) == "too_many"


def test_what_is_known_does_not_count_towards_the_structs_of_an_update():
    """GA10"""
    gate = a_gate(births(5, 0, 8), limits=Limits(structs=10))
    assert admitted(gate, births(5, 0, 16))


def test_an_update_brings_a_bounded_number_of_bytes():
    """GA10"""
    limits = Limits(update_bytes=500)
    assert refused(a_gate(limits=limits), u.note(5, 0, value="x" * 500)) == "too_many"


def test_an_update_brings_a_bounded_number_of_client_ids():
    """GA10"""
    sections = [u.section(n, 0, u.gc(1)) for n in range(65)]
    assert refused(a_gate(), u.update(*sections)) == "too_many"


def test_what_is_known_does_not_count_towards_the_client_ids_of_an_update():
    """GA10: a browser's local copy is sent whole when it loads late."""
    gate = a_gate(*(u.update(u.section(n, 0, u.gc(1))) for n in range(100)))
    copy = [u.section(n, 0, u.gc(1)) for n in range(101)]
    assert gate.admit(u.update(*copy), ANN).bound == (100,)


def test_an_update_deletes_a_bounded_number_of_ranges():
    """GA10: but those that are deleted already do not count."""
    gate = a_gate(u.update(u.section(5, 0, u.gc(90_000))))
    ranges = [(2 * n, 1) for n in range(40_000)]
    assert refused(gate, u.wipe(5, *ranges[:20_001])) == "too_many"
    gate.admit(u.wipe(5, *ranges[:20_000]), ANN)
    assert admitted(gate, u.wipe(5, *ranges)) == u.wipe(5, *ranges[20_000:])


def test_items_that_must_be_sorted_among_very_many_are_refused():
    """GA10: each of these would be compared with all the others."""
    base = u.update(u.section(5, 0, u.deleted("seats", "s1", 150_000)))
    twice = u.update(u.section(6, 0, u.item("seats", "s1", 1), u.item("seats", "s1", 2)))
    assert refused(a_gate(base), twice) == "too_many"


def test_joining_on_to_the_last_of_very_many_passes():
    """GA10: as a note that was moved often."""
    base = u.update(u.section(5, 0, u.deleted("seats", "s1", 150_000)))
    gate = a_gate(base)
    for clock in range(150_000, 150_010):
        assert admitted(gate, u.rewrite(5, clock, (5, clock - 1)))


@pytest.mark.parametrize(("there", "most"), [(4, 4), (20, 5), (100, 20), (1_000, 30)])
def test_a_participant_takes_away_a_bounded_number_of_things(there, most):
    """GA11"""
    gate = a_gate(births(5, 0, there))
    if most < there:
        assert refused(gate, u.wipe(5, (0, most + 1)), BOB) == "erases_too_much"
    assert admitted(gate, u.wipe(5, (0, most)), BOB) == u.wipe(5, (0, most))


def test_a_facilitator_takes_away_everything():
    """GA11"""
    assert admitted(a_gate(births(5, 0, 100)), u.wipe(5, (0, 100)), HOST)


def test_registers_of_one_thing_count_as_one():
    """GA11: undoing an ingredient takes its birth and all it has."""
    names = ["i1", *(f"i1.{name}" for name in ("text", "at", "kind", "actor", "turn", "late"))]
    things = u.section(5, 0, *(u.item("ingredients", name, 1) for name in names))
    assert admitted(a_gate(u.update(things)), u.wipe(5, (0, 7)), BOB)


def test_overwriting_and_marking_as_gone_is_not_taking_away():
    """GA11"""
    gate = a_gate(births(5, 0, 100))
    moves = u.update(
        u.section(6, 0, *(u.after((5, n), {}) for n in range(100))), deletes={5: [(0, 100)]}
    )
    assert admitted(gate, moves, BOB) == moves


def test_two_values_of_one_register_at_the_same_time_are_one_thing():
    """GA11: the loser of the two is deleted by nobody's word."""
    gate = a_gate(births(5, 0, 1))
    gate.admit(u.update(u.section(6, 0, u.item("strokes", "x0", {}))), BOB)
    gate.admit(u.wipe(6, (0, 1)), ANN)
    assert gate._index.registers["strokes", "x0"].live == 1


def test_a_participant_uses_a_bounded_number_of_client_ids():
    """GA12"""
    gate = a_gate(
        *(u.update(u.section(n, 0, u.gc(1))) for n in range(3)), limits=Limits(client_ids=3)
    )
    assert refused(gate, u.update(u.section(9, 0, u.gc(1)))) == "too_many"
    assert admitted(gate, u.update(u.section(9, 0, u.gc(1))), BOB)


def test_several_values_in_one_run_are_former_values():
    """UP5"""
    run = u.section(5, 0, u.item("seats", "s1", 1, 2, 3))
    assert refused(a_gate(), u.update(run)) == "content"
    assert refused(a_gate(), u.update(run, deletes={5: [(0, 1), (2, 1)]})) == "content"
    assert admitted(a_gate(), u.update(run, deletes={5: [(0, 3)]}))


@given(cuts=st.lists(st.integers(1, 12), unique=True, max_size=6))
def test_repeating_from_any_clock_never_lets_anything_in_twice(cuts):
    """GA6: whatever part of it is known."""
    words = [u.item("seats", f"s{n}", {}) for n in range(12)]
    gate = a_gate()
    let_in = []
    for cut in [*cuts, 12]:
        change = gate.admit(u.update(u.section(5, 0, *words[:cut])), ANN).change
        let_in += [part.packed for part in change.parts]
    assert b"".join(let_in) == b"".join(words)
