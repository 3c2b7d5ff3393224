"""The session as a value: what each command makes of it, and how it is kept and told."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.schema import Phase, Silence
from server.live.clock import (
    AddTime,
    Clock,
    ClockState,
    PauseClock,
    ResumeClock,
    StartClock,
    StopClock,
    WrongMoment,
)
from server.live.gathering import Gathering, Person, for_each, for_one, to_json
from server.live.leading import Leading
from server.live.session import (
    Arrange,
    Cloths,
    Door,
    PutBack,
    Session,
    change,
    from_text,
    to_text,
)

NOW = datetime(2025, 1, 10, 15, 30, tzinfo=UTC)
ANN, BOB = Person("p1", "Ann", "s1", "participant"), Person("p2", "Bob", None, "viewer")


def later(seconds):
    return NOW + timedelta(seconds=seconds)


def after(*commands):
    """The session after commands at (seconds, command)."""
    session = Session()
    for seconds, command in commands:
        session = change(session, command, later(seconds))
    return session


def clock_at(session, seconds):
    clock = session.clock
    return clock.state(later(seconds)).value, clock.seconds_left(later(seconds))


def test_a_new_board_begins_with_the_theme_and_blank_slips():
    assert Session() == Session(
        phase=Phase.THEME, silence=Silence.BLANK, turned=False, door=Door.OPEN, writing=True
    )


def test_arranging_sets_what_is_given_and_leaves_the_rest():
    arranged = after((0, Arrange(silence=Silence.STILL, names_covered=True)))
    arranged = replace(arranged, leading=Leading())
    assert arranged == Session(silence=Silence.STILL, names_covered=True)


@pytest.mark.parametrize("phase", [p for p in Phase if p not in {Phase.THEME, Phase.RIM}])
@pytest.mark.parametrize("before", [Phase.THEME, Phase.RIM])
def test_going_on_from_the_rim_turns_the_slips(before, phase):
    assert after((0, Arrange(phase=before)), (1, Arrange(phase=phase))).turned


def test_going_back_to_the_rim_does_not_turn_the_slips_again():
    walk, rim = Arrange(phase=Phase.WALK), Arrange(phase=Phase.RIM)
    assert after((0, walk), (1, rim)).turned
    assert not after((0, walk), (1, Arrange(phase=Phase.RIM, turned=False))).turned


def test_who_goes_on_may_still_leave_the_slips_blank():
    assert not after((0, Arrange(phase=Phase.WALK, turned=False))).turned


def test_each_on_their_own_cloth_is_in_the_log_and_can_be_put_back():
    apart = after((0, Arrange(cloths=Cloths.OWN)))
    assert [(e.what, e.before, e.after) for e in apart.leading.log] == [("cloths", "joint", "own")]
    assert change(apart, PutBack(1), later(1)).cloths is Cloths.JOINT


def test_a_started_clock_runs_down_and_ends():
    session = after((0, StartClock(60)))
    assert clock_at(session, 0) == ("running", 60)
    assert clock_at(session, 45) == ("running", 15)
    assert clock_at(session, 60) == ("ended", 0)
    assert clock_at(session, 999) == ("ended", 0)


def test_a_held_clock_stands_still_and_runs_on_from_there():
    held = after((0, StartClock(60)), (20, PauseClock()))
    assert clock_at(held, 500) == ("paused", 40)
    assert clock_at(change(held, ResumeClock(), later(500)), 510) == ("running", 30)


def test_time_can_be_added_while_a_clock_runs_stands_still_or_has_ended():
    running = after((0, StartClock(60)), (50, AddTime(60)))
    assert (clock_at(running, 50), running.clock.total) == (("running", 70), 120)
    held = after((0, StartClock(60)), (50, PauseClock()), (70, AddTime(60)))
    assert clock_at(held, 100) == ("paused", 70)
    ended = after((0, StartClock(60)), (90, AddTime(60)))
    assert clock_at(ended, 100) == ("running", 50)


def test_a_stopped_clock_is_put_away():
    assert after((0, StartClock(60)), (5, StopClock())).clock == Clock()


def test_starting_a_running_clock_starts_it_anew():
    assert clock_at(after((0, StartClock(60)), (50, StartClock(30))), 50) == ("running", 30)


@pytest.mark.parametrize(
    ("before", "command"),
    [
        ([], PauseClock()),
        ([], ResumeClock()),
        ([], AddTime(60)),
        ([(0, StartClock(60))], ResumeClock()),
        ([(0, StartClock(60)), (1, PauseClock())], PauseClock()),
        ([(0, StartClock(1))], PauseClock()),
    ],
)
def test_a_command_that_the_clock_is_not_ready_for_comes_at_the_wrong_moment(before, command):
    with pytest.raises(WrongMoment):
        change(after(*before), command, later(10))


commands = st.one_of(
    st.builds(
        Arrange,
        phase=st.none() | st.sampled_from(Phase),
        silence=st.none() | st.sampled_from(Silence),
        turned=st.none() | st.booleans(),
        door=st.none() | st.sampled_from(Door),
        names_covered=st.none() | st.booleans(),
        writing=st.none() | st.booleans(),
    ),
    st.builds(StartClock, st.floats(1, 3600)),
    st.builds(AddTime, st.floats(1, 3600)),
    st.sampled_from([PauseClock(), ResumeClock(), StopClock()]),
)


@given(st.lists(st.tuples(st.integers(0, 100), commands), max_size=12))
def test_a_session_survives_being_kept(steps):
    session, now = Session(), NOW
    for seconds, command in steps:
        now += timedelta(seconds=seconds)
        try:
            session = change(session, command, now)
        except WrongMoment:
            continue
    assert from_text(to_text(session)) == session


def test_what_was_kept_of_a_new_board_is_the_session_of_a_new_board():
    assert from_text("{}") == Session()


def test_a_session_is_told_in_the_words_of_the_interface():
    session = Session(phase=Phase.RIM, clock=Clock(300, 300, later(120)))
    told = to_json(Gathering("b1", "Wijk", session, (ANN, BOB)), {"p1"}, NOW)
    assert told == {
        "phase": "rim",
        "silence": "blank",
        "turned": False,
        "turnsAt": None,
        "door": "open",
        "namesCovered": False,
        "writing": True,
        "allFree": False,
        "cloths": "joint",
        "underlay": None,
        "readyCount": 0,
        "clock": {
            "state": "running",
            "total": 300,
            "left": 120.0,
            "endsAt": "2025-01-10T15:32:00+00:00",
        },
        "attention": None,
        "walk": None,
        "projector": {
            "region": "whole",
            "target": None,
            "paper": "paper",
            "code": False,
            "tour": None,
        },
        "now": "2025-01-10T15:30:00+00:00",
        "people": [
            {"id": "p1", "name": "Ann", "seat": "s1", "role": "participant", "here": True},
            {"id": "p2", "name": "Bob", "seat": None, "role": "viewer", "here": False},
        ],
        "board": {"id": "b1", "title": "Wijk", "epoch": 1},
    }


def test_a_clock_that_does_not_run_ends_at_no_time():
    told = to_json(Gathering("b1", "", Session(), ()), (), NOW)
    assert told["clock"] == {
        "state": ClockState.IDLE.value,
        "total": 0.0,
        "left": 0.0,
        "endsAt": None,
    }


def test_each_is_told_the_same_and_who_they_are():
    gathering = Gathering("b1", 'W"}', Session(), (ANN, BOB))
    shared = to_json(gathering, (), NOW)
    texts = [json.loads(text) for text in for_each(gathering, shared, (ANN, BOB))]
    assert texts == [for_one(gathering, shared, ANN), for_one(gathering, shared, BOB)]
    assert [text["you"]["id"] for text in texts] == ["p1", "p2"]
