"""Structures that were computed are kept a while, and never for ever."""

from server.api.structures import Structures


def test_a_structure_that_was_kept_is_given():
    kept = Structures()
    kept.keep(("s1", "h"), {"a": 1})
    assert kept.get(("s1", "h")) == {"a": 1}
    assert kept.get(("s1", "other")) is None


def test_the_one_not_asked_for_longest_makes_room():
    kept = Structures(most=2)
    kept.keep(("s1", "h"), {})
    kept.keep(("s2", "h"), {})
    kept.get(("s1", "h"))
    kept.keep(("s3", "h"), {})
    assert kept.get(("s1", "h")) == {}
    assert kept.get(("s2", "h")) is None


def test_everything_can_be_forgotten():
    kept = Structures()
    kept.keep(("s1", "h"), {})
    kept.forget()
    assert kept.get(("s1", "h")) is None
