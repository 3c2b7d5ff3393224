"""What was going on when a process died is read by the next one."""

from server.live.inflight import SLOTS, InFlight
from server.store.cases import Blame
from server.sync.replica import fingerprint


def test_an_update_that_was_being_applied_is_known_by_its_fingerprint(tmp_path):
    dead = InFlight()
    dead.open(tmp_path / "in-flight")
    dead.watching("zée 1")(b"update")
    dead.close()
    assert InFlight().open(tmp_path / "in-flight") == (Blame("zée 1", fingerprint(b"update")),)


def test_what_was_finished_is_not_blamed(tmp_path):
    dead = InFlight()
    dead.open(tmp_path / "in-flight")
    watch = dead.watching("b1")
    watch(b"update")
    watch(b"")
    with dead.reading("b2"):
        pass
    dead.close()
    assert InFlight().open(tmp_path / "in-flight") == ()


def test_boards_that_were_being_read_are_blamed_each(tmp_path):
    dead = InFlight()
    dead.open(tmp_path / "in-flight")
    with dead.reading("b1"), dead.reading("b2"):
        dead.close()
        left = InFlight().open(tmp_path / "in-flight")
    assert set(left) == {Blame("b1", None), Blame("b2", None)}


def test_what_was_read_once_is_not_blamed_again(tmp_path):
    dead = InFlight()
    dead.open(tmp_path / "in-flight")
    dead.watching("b1")(b"update")
    dead.close()
    second = InFlight()
    assert len(second.open(tmp_path / "in-flight")) == 1
    second.close()
    assert InFlight().open(tmp_path / "in-flight") == ()


def test_a_second_process_leaves_the_notes_of_the_first_alone(tmp_path):
    first, second = InFlight(), InFlight()
    first.open(tmp_path / "in-flight")
    first.watching("b1")(b"update")
    assert second.open(tmp_path / "in-flight") == ()
    second.watching("b2")(b"another")
    first.close()
    assert [blame.board for blame in InFlight().open(tmp_path / "in-flight")] == ["b1"]


def test_more_at_once_than_there_is_room_for_goes_on_without_a_note():
    busy = InFlight()
    notes = [busy.reading(f"b{n}") for n in range(SLOTS + 1)]
    for note in notes:
        note.__enter__()
    for note in notes:
        note.__exit__(None, None, None)
    with busy.reading("b1"):
        pass
