"""The limits: LI1-LI4."""

import json

import pytest

from server.sync import messages, vectors
from server.sync.effects import Close, Effect
from server.sync.growth import Growth
from server.sync.limits import Limits
from server.sync.loaded import Loaded
from server.sync.rate import Budget
from tests.builders import updates as u
from tests.builders.presence import shows, states_in
from tests.builders.table import NOTHING, Table, a_pass, closes, persists, sent_to


def codes(peer: int, effects: list[Effect]) -> list[str]:
    found = [m for m in sent_to(peer, effects) if m[0] == messages.NOTICE]
    return [json.loads(m[m.index(b"{") :])["code"] for m in found]


def a_table(*peers: int, limits: Limits | None = None, participant: str | None = None) -> Table:
    table = Table(limits)
    for peer in peers:
        table.join(peer, a_pass(participant or f"p{peer}"))
        table.write(peer, u.update(), answers=True)
    return table


def notes(table: Table, client: int, count: int) -> list[Effect]:
    """Write so many notes one by one; gives what the room answers."""
    out: list[Effect] = []
    for clock in range(count):
        out += table.write(client, u.note(client, clock, f"i{client}x{clock}.text"))
    return out


def test_the_limits_are_settings():
    """LI1"""
    table = Table(Limits(text_characters=3))
    table.join(1)
    assert codes(1, table.write(1, u.note(5, 0, value="vier"))) == ["value"]


def test_a_budget_is_saved_up_for_five_seconds():
    """LI2"""
    budget = Budget(2)
    for _ in range(10):
        assert budget.allows(0)
        budget.spend(1)
    assert not budget.allows(0.4)
    assert budget.allows(0.5)


def test_a_budget_does_not_fill_without_end():
    """LI2"""
    budget = Budget(2)
    for _ in range(10):
        assert budget.allows(1_000)
        budget.spend(1)
    assert not budget.allows(1_000)


def test_an_overdrawn_budget_takes_longer_to_fill():
    """LI2"""
    budget = Budget(2)
    assert budget.allows(0)
    budget.spend(20)
    assert not budget.allows(5)
    assert budget.allows(5.5)


def test_a_budget_of_nothing_is_no_bound():
    """LI2"""
    budget = Budget(0)
    budget.spend(1_000)
    assert budget.allows(0)


def test_a_clock_that_runs_back_takes_nothing_away():
    """LI2"""
    budget = Budget(1)
    assert budget.allows(100)
    assert budget.allows(50)


def test_too_many_updates_are_refused_and_asked_for_again():
    """LI2, RE2"""
    table = a_table(1)
    effects = notes(table, 1, 400)
    assert codes(1, effects)[0] == "rate"
    assert any(m[:2] == b"\x00\x00" for m in sent_to(1, effects))


def test_after_a_while_writing_goes_on():
    """LI2"""
    table = a_table(1)
    notes(table, 1, 400)
    table.now = 10.0
    written = table.room._gate._index.clock(1)
    assert codes(1, table.write(1, u.note(1, written, "i2.text"))) == []


def test_who_goes_on_and_on_above_the_rate_is_sent_away():
    """LI2"""
    table = a_table(1)
    assert closes(notes(table, 1, 800)) == {}
    assert closes(notes(table, 1, 200)) == {1: 1013}


def test_connections_of_one_participant_share_their_budget():
    """LI2"""
    table = a_table(1, 2, participant="ann")
    effects = notes(table, 1, 250) + notes(table, 2, 250)
    assert codes(1, effects) + codes(2, effects)


def test_one_participant_does_not_use_up_anothers_budget():
    """LI2"""
    table = a_table(1, 2)
    notes(table, 1, 400)
    assert codes(2, notes(table, 2, 100)) == []


def test_without_a_rate_everything_passes():
    """LI2: as for measurements."""
    table = a_table(1, limits=Limits(updates_per_second=0))
    assert codes(1, notes(table, 1, 2_000)) == []


def test_new_client_ids_cost_more():
    """LI2"""
    table = a_table(1)
    effects: list[Effect] = []
    for client in range(100, 120):
        effects += table.write(1, u.update(u.section(client, 0, u.gc(1))))
    assert "rate" in codes(1, effects)


def test_costly_questions_above_the_rate_send_their_peer_away():
    """LI2"""
    table = a_table(1)
    notes(table, 1, 400)
    table.settle()
    asked = messages.step1(vectors.packed({1: 5}))
    assert closes(table.say(1, asked)) == {1: 1013}


def test_asking_for_all_is_cheap_and_always_answered():
    """LI2"""
    table = a_table(1)
    notes(table, 1, 400)
    table.settle()
    assert sent_to(1, table.say(1, messages.step1(NOTHING)))


def test_presence_above_the_rate_is_dropped():
    """LI2"""
    table = a_table(1, 2)
    for clock in range(1, 200):
        table.say(1, shows(71, clock, {"cursor": [clock, 0]}))
    (message,) = sent_to(2, table.flush())
    assert states_in(message)[71]["cursor"] == [100, 0]


def test_presence_does_not_use_up_what_may_be_written():
    """LI2"""
    table = a_table(1)
    for clock in range(1, 1_000):
        table.say(1, shows(71, clock, {"cursor": [clock, 0]}))
    assert codes(1, table.write(1, u.note(5, 0))) == []


SMALL_BOARD = Limits(board_bytes=10_000, updates_per_second=0)


def filled(table: Table, size: int) -> list[Effect]:
    """Write notes of some 200 bytes until so many bytes were stored, or none is taken any more."""
    out: list[Effect] = []
    clock = table.room._gate._index.clock(1)
    while sum(map(len, table.log)) < size and "board_full" not in codes(1, out):
        out += table.write(1, u.note(1, clock, f"i{clock}.text", "x" * 170))
        out += table.settle()
        clock += 1
    return out


def test_everybody_hears_once_that_the_board_fills_up():
    """LI3"""
    table = a_table(1, 2, limits=SMALL_BOARD)
    assert codes(2, filled(table, 7_000)) == []
    assert codes(2, filled(table, 9_500)) == ["board_filling"]


def test_a_full_board_refuses_what_makes_it_grow():
    """LI3"""
    table = a_table(1, limits=SMALL_BOARD)
    filled(table, 20_000)
    clock = table.room._gate._index.clock(1)
    assert codes(1, table.write(1, u.note(1, clock, "i999.text"))) == ["board_full"]
    longer = u.rewrite(1, clock, (1, 0), "y" * 500)
    assert codes(1, table.write(1, longer)) == ["board_full"]


def test_on_a_full_board_one_still_moves_and_deletes():
    """LI3"""
    table = a_table(1, limits=SMALL_BOARD)
    table.write(1, u.note(1, 0, "i1.at", [1, 2]))
    filled(table, 20_000)
    clock = table.room._gate._index.clock(1)
    assert codes(1, table.write(1, u.rewrite(1, clock, (1, 0), [3, 4]))) == []
    assert codes(1, table.write(1, u.wipe(1, (5, 3)))) == []
    assert persists(table.settle())


def test_a_board_that_was_emptied_has_room_again():
    """LI3"""
    table = a_table(1, limits=SMALL_BOARD)
    table.room.change_pass(1, a_pass("p1", role="facilitator"))
    filled(table, 20_000)
    clock = table.room._gate._index.clock(1)
    table.write(1, u.wipe(1, (0, clock)))
    table.settle()
    assert codes(1, table.write(1, u.note(1, clock, "i999.text"))) == []


def test_a_full_board_is_full_after_a_reload():
    """LI3"""
    table = a_table(1, limits=SMALL_BOARD)
    filled(table, 20_000)
    again = Table(SMALL_BOARD, Loaded(table.log, table.bindings))
    again.join(1, a_pass("p1"))
    clock = again.room._gate._index.clock(1)
    assert codes(1, again.write(1, u.note(1, clock, "i999.text"))) == ["board_full"]


def test_a_board_far_from_full_is_never_measured():
    """LI3: encoding it all costs time."""
    growth = Growth(1_000_000, 0)
    growth.add(700_000, deletes=True)
    assert not growth.wants_measuring
    growth.add(150_000, deletes=False)
    assert growth.wants_measuring


def test_what_waits_to_be_stored_is_bounded():
    """LI4, RE2"""
    table = a_table(1, limits=Limits(pending_bytes=2_000, updates_per_second=0))
    notes(table, 1, 1)
    flushed = table.flush()
    effects = notes(table, 1, 100)
    assert "busy" in codes(1, effects)
    table.store(flushed)
    table.settle()
    written = table.room._gate._index.clock(1)
    assert codes(1, table.write(1, u.note(1, written, "i2.text"))) == []


def test_a_room_with_much_to_store_says_so_before_it_must_refuse():
    """LI4"""
    table = a_table(1, limits=Limits(pending_bytes=8_000, updates_per_second=0))
    effects: list[Effect] = []
    for clock in range(400):
        effects += table.write(1, u.note(1, clock, f"i{clock}.text"))
        if table.room.is_behind:
            break
    assert table.room.is_behind
    assert "busy" not in codes(1, effects)
    table.settle()
    assert not table.room.is_behind


# what people read


def words(peer: int, effects: list[Effect]) -> list[str]:
    """The words of the notices that reach a peer."""
    found = [m for m in sent_to(peer, effects) if m[0] == messages.NOTICE]
    return [json.loads(m[m.index(b"{") :])["text"] for m in found]


TOO_LARGE = "Deze wijziging bevat een waarde die te groot, te diep of geen gewone waarde is."


def filling() -> list[Effect]:
    return filled(a_table(1, limits=SMALL_BOARD), 9_500)


def filled_up() -> list[Effect]:
    return filled(a_table(1, limits=SMALL_BOARD), 20_000)


def in_haste() -> list[Effect]:
    return notes(a_table(1), 1, 400)


def too_much_waiting() -> list[Effect]:
    table = a_table(1, limits=Limits(pending_bytes=2_000, updates_per_second=0))
    notes(table, 1, 1)
    table.flush()
    return notes(table, 1, 100)


def a_long_text() -> list[Effect]:
    return a_table(1).write(1, u.note(5, 0, value="x" * 2_001))


def a_long_stroke() -> list[Effect]:
    return a_table(1).write(1, u.note(5, 0, value=b"\x01" * (2 * 600 + 1)))


def much_at_once() -> list[Effect]:
    structs = (u.gc(1) for _ in range(2_001))
    return a_table(1).write(1, u.update(u.section(5, 0, *structs)))


@pytest.mark.parametrize(
    ("reach", "read"),
    [
        (filling, "Het kleed is bijna vol."),
        (filled_up, "Het kleed is vol. Weghalen en verplaatsen kan nog wel."),
        (in_haste, "Er komt te veel in korte tijd binnen; zo meteen gaat het verder."),
        (too_much_waiting, "De server kan het even niet bijhouden; zo meteen gaat het verder."),
        (a_long_text, TOO_LARGE),
        (a_long_stroke, TOO_LARGE),
        (much_at_once, "Deze wijziging bevat te veel in één keer."),
    ],
)
def test_who_reaches_a_limit_reads_what_is_the_matter(reach, read):
    """LI1-LI4, RE1"""
    assert read in words(1, reach())


def test_who_finds_no_place_reads_that_it_is_full():
    """RM12"""
    table = a_table(1, limits=Limits(peers=1))
    (turned_away,) = table.join(2, a_pass("p2"), synced=False)
    assert turned_away == Close(2, 1013, "Het is vol aan deze tafel.")
