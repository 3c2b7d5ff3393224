"""Folding in a process of its own: what it does, and what it cannot do to us."""

import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.store.apart import Apart, packed, unpacked
from server.store.fold import NotTheSame, fold
from tests.builders import updates as u
from tests.builders.stores import Pen
from tests.hostile.corpus import crowd, nested


async def test_a_fold_apart_is_the_fold_that_would_have_been_made_here():
    pen = Pen()
    updates = [pen.slip(number, "thuis ‘é’") for number in range(50)]
    apart, here = await Apart().fold(updates, 50), fold(updates, 50)
    assert (apart.seq, apart.state_vector, apart.hash) == (50, here.state_vector, here.hash)
    assert fold([apart.state], 50).hash == here.hash


async def test_what_crashes_the_process_leaves_this_one_alone():
    deep = u.update(u.section(7, 0, nested(50_000)))
    with pytest.raises(NotTheSame, match=str(-signal.SIGSEGV)):
        await Apart().fold([deep], 1)


async def test_what_hangs_is_ended():
    with pytest.raises(NotTheSame, match="too long"):
        await Apart(seconds=2).fold([crowd(60_000)], 1)


async def test_why_it_could_not_be_folded_is_said():
    with pytest.raises(NotTheSame, match="folding up to 7"):
        await Apart().fold([Pen(2).slip(1), bytes.fromhex("01013701000000")], 7)


@given(st.lists(st.binary(max_size=40)))
def test_parts_that_were_packed_come_out_as_they_were(parts):
    assert unpacked(packed(parts)) == parts


@given(st.lists(st.binary(max_size=9), min_size=1), st.data())
def test_parts_that_broke_off_are_not_taken_for_the_whole(parts, data):
    whole = packed(parts)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(NotTheSame):
        unpacked(whole[:cut])
