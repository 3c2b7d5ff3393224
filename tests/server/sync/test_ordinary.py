"""GA13: the quick way in decides as the gate decides. Two gates, one that may take it."""

import random

import pytest

from server.live.shape import shape
from server.sync import messages
from server.sync.codec import ProtocolError
from server.sync.gate import Gate
from server.sync.index import Index
from server.sync.limits import Limits
from server.sync.owners import Owners
from server.sync.refusal import Refusal
from server.sync.update import Change, merged
from tests.builders import updates as u
from tests.builders.table import a_pass
from tests.hostile.grammar import Grammar
from tests.hostile.replay import recorded

ANN, BEN = a_pass("ann"), a_pass("ben")
CLIENT, OTHER = 1_000, 70_000


class Twins:
    """A gate that may take the quick way and one that never does; they must not differ."""

    def __init__(self, limits=None):
        self.quick, self.full = (Gate(shape(), limits or Limits(), Owners({})) for _ in range(2))
        self.ordinary = 0

    def admit(self, update, who=ANN):
        """Give the outcome, which is that of both."""
        quick = outcome(self.quick.admit, update, who)
        assert quick[:1] + without_whole(quick) == (full := outcome(self.full.judge, update, who))[
            :1
        ] + without_whole(full)
        self.compare()
        return quick

    def compare(self):
        assert plain(self.quick._index) == plain(self.full._index)

    def took_quick_way(self, update, who=ANN):
        """Whether the update was taken in without ceremony."""
        kind, *found = self.admit(update, who)
        return kind == "admitted" and bool(found[0].whole)


def outcome(judge, update, who):
    try:
        change, bound, work = judge(update, who)
    except Refusal as refusal:
        return ("refused", refusal.code)
    except ProtocolError:
        return ("malformed",)
    if change.whole:
        assert merged([Change(change.parts, change.deletes)]) == change.whole
    return ("admitted", change, bound, work)


def without_whole(found):
    if found[0] != "admitted":
        return found[1:]
    _, change, *rest = found
    return (list(change.parts), dict(change.deletes), *rest)


def plain(index: Index):
    """Everything an index knows, as values."""
    return (
        {
            client: (runs.next, runs.starts, [e and (e.root, e.key) for e in runs.entries])
            for client, runs in index.runs.items()
        },
        {client: list(ranges) for client, ranges in index.deleted.items()},
        {
            place: (e.thing, e.birth, e.count, e.live, e.last)
            for place, e in index.registers.items()
        },
        index.objects,
    )


def begun(client=CLIENT, who=ANN, twins=None):
    """Twins who know a client id: it wrote one register."""
    twins = twins or Twins()
    twins.admit(u.note(client, 0, f"i{client}.text"), who)
    return twins


# what takes the quick way


@pytest.mark.parametrize(
    "value",
    [
        "fiets", "", "x" * 1_900, 0, -5, 2**31, 2.5, None, True,
        pytest.param(u.UNDEFINED, id="undefined"), b"", b"\x80" * 300,
        [1, 2.5], [], {"by": "s1", "at": [1, 2], "points": bytes(60)}, {},
    ],
    ids=repr,
)  # fmt: skip
def test_a_first_value_of_every_plain_kind_is_ordinary(value):
    assert begun().took_quick_way(u.note(CLIENT, 1, "i9.text", value))


@pytest.mark.parametrize("who", [ANN, BEN])
def test_writing_over_the_last_value_of_a_register_is_ordinary(who):
    twins = begun(OTHER, BEN, begun())
    client = CLIENT if who is ANN else OTHER
    assert twins.took_quick_way(u.rewrite(client, 1, (CLIENT, 0)), who)


def test_clocks_of_several_bytes_are_ordinary():
    twins = begun()
    for clock in range(1, 300):
        assert twins.took_quick_way(u.rewrite(CLIENT, clock, (CLIENT, clock - 1)))


# what does not


@pytest.mark.parametrize(
    "update",
    [
        u.note(CLIENT, 2),
        u.note(CLIENT, 0),
        u.note(CLIENT, 1, "nothing.here"),
        u.note(CLIENT, 1, "i1.text", "é"),
        u.note(CLIENT, 1, "i1.text", float("nan")),
        u.note(CLIENT, 1, "i1.text", 2**52),
        u.note(CLIENT, 1, "i1.text", {"__proto__": 1}),
        u.note(CLIENT, 1, "i1.text", [[["x"]]]),
        u.note(CLIENT, 1, "i1.text", [0] * 33),
        u.note(CLIENT, 1, "i1.text", "x" * 2_001),
        u.note(CLIENT, 1, "i1.text", bytes(1_201)),
        u.note(CLIENT, 1, f"i{CLIENT}.text"),
        u.note(OTHER, 0),
        u.note(CLIENT, 1) + b"\x00",
        u.note(CLIENT, 1)[:-1],
        u.note(CLIENT, 1)[:-3],
        u.rewrite(CLIENT, 1, (CLIENT, 1)),
        u.rewrite(CLIENT, 1, (OTHER, 0)),
        u.update(u.section(CLIENT, 1, u.after((CLIENT, 0), 1))),
        u.update(u.section(CLIENT, 1, u.after((CLIENT, 0), 1)), deletes={CLIENT: [(0, 2)]}),
        u.update(u.section(CLIENT, 1, u.item("seats", "s1", {}), u.item("seats", "s2", {}))),
        u.wipe(CLIENT, (0, 1)),
    ],
    ids=[
        "gap", "known", "key", "not ASCII", "not finite", "large number", "field", "deep",
        "long array", "long text", "many numbers", "register that was written", "new client id",
        "something follows", "breaks off", "breaks off in the value", "over itself", "over nothing",
        "deletes nothing", "deletes itself too", "two values", "only deletes",
    ],
)  # fmt: skip
def test_what_is_not_ordinary_is_left_to_the_gate(update):
    assert not begun().took_quick_way(update)


def test_a_number_that_was_padded_is_left_to_the_gate():
    """CO1: it may be padded, but is not sent on so."""
    update = u.note(CLIENT, 1, "i1.text")
    clock = update.index(b"\x01\x28")
    padded = update[:clock] + b"\x81\x00" + update[clock + 1 :]
    twins = begun()
    assert not twins.took_quick_way(padded)
    rewrite = u.update(u.section(CLIENT, 2, u.after((CLIENT, 1), "x")))
    at = rewrite.rindex(b"\x01", 0, rewrite.index(b"\x77") - 1)
    tail = b"\x01\xe8\x07\x01\x81\x00\x01"
    assert not twins.took_quick_way(rewrite[:at] + b"\x81\x00" + rewrite[at + 1 : -1] + tail)


def test_an_item_that_is_deleted_already_is_left_to_the_gate():
    twins = begun()
    twins.admit(u.wipe(CLIENT, (0, 1)))
    assert not twins.took_quick_way(u.rewrite(CLIENT, 1, (CLIENT, 0)))


def test_nobody_writes_the_quick_way_under_the_client_id_of_another():
    twins = begun()
    assert twins.admit(u.note(CLIENT, 1), BEN) == ("refused", "foreign")


def test_who_may_not_write_may_not_do_so_the_quick_way():
    assert begun().admit(u.note(CLIENT, 1), a_pass("ann", role="viewer")) == (
        "refused",
        "forbidden",
    )


def test_a_full_board_takes_nothing_new_the_quick_way():
    twins = begun()
    twins.quick.full = twins.full.full = True
    assert twins.admit(u.note(CLIENT, 1)) == ("refused", "board_full")


# always the same


@pytest.mark.parametrize("seed", range(12))
def test_both_ways_agree_on_updates_that_are_nearly_right(seed):
    twins = Twins()
    rnd = random.Random(seed)
    grammar = Grammar(rnd, twins.quick._index)
    people = [a_pass(f"p{n}", role=("participant", "facilitator")[n == 2]) for n in range(3)]
    taken = 0
    for number in range(1_500):
        who = rnd.randrange(3)
        try:
            message = messages.decode(grammar.frame([1_000 * who + 7, 1_000 * who + 8]), 10**6)
        except ProtocolError:
            continue
        if isinstance(message, messages.Update):
            taken += twins.took_quick_way(message.update, people[who])
        if number % 100 == 0:
            taken += twins.took_quick_way(u.note(1_000 * who + 7, 1), people[who])
    assert taken > 30, "the quick way was hardly taken"


@pytest.mark.parametrize("seed", [11, 12])
def test_both_ways_agree_on_what_real_clients_send(seed):
    twins = Twins(Limits(updates_per_second=0, delete_objects=10**6, delete_share=1e9))
    people: dict[int, str] = {}
    taken = 0
    for event in recorded(seed, 800):
        if event["event"] == "join":
            people[event["peer"]] = event["participant"]
        elif event["event"] == "update":
            who = a_pass(people[event["peer"]])
            taken += twins.took_quick_way(bytes.fromhex(event["update"]), who)
    assert taken > 10
