"""Folding many updates into one."""

import pytest

from server.store.fold import NotTheSame, fold, fold_in_thread
from tests.builders.stores import Pen


def test_a_fold_that_cannot_be_made_is_refused():
    """An update without structs that pycrdt takes in, and after which it cannot say what it has."""
    with pytest.raises(NotTheSame):
        fold([Pen(2).slip(1), bytes.fromhex("01013701000000")], 2)


async def test_a_fold_in_a_thread_is_the_same_fold():
    pen = Pen()
    updates = [pen.slip(number) for number in range(3)]
    in_thread, here = await fold_in_thread(updates, 3), fold(updates, 3)
    assert (in_thread.seq, in_thread.hash) == (here.seq, here.hash)
