"""What each role may do, written out once more so that a slip in the table shows."""

import pytest

from server.access.roles import Right, Role, highest, may

ALLOWED = {
    (Role.FACILITATOR, Right.SEE),
    (Role.FACILITATOR, Right.BE_SEATED),
    (Role.FACILITATOR, Right.WRITE),
    (Role.FACILITATOR, Right.READ_SNAPSHOTS),
    (Role.FACILITATOR, Right.EXPORT_NAMES),
    (Role.FACILITATOR, Right.LEAD),
    (Role.FACILITATOR, Right.SHOW_WAY_IN),
    (Role.PROJECTOR, Right.SHOW_WAY_IN),
    (Role.PARTICIPANT, Right.SEE),
    (Role.PARTICIPANT, Right.BE_SEATED),
    (Role.PARTICIPANT, Right.WRITE),
    (Role.PARTICIPANT, Right.READ_SNAPSHOTS),
    (Role.VIEWER, Right.SEE),
    (Role.VIEWER, Right.READ_SNAPSHOTS),
    (Role.PROJECTOR, Right.SEE),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_a_role_allows_what_the_table_says_and_nothing_else(role, right):
    assert may(role, right) is ((role, right) in ALLOWED)


def test_the_highest_role_is_the_one_that_allows_most():
    assert highest([Role.PROJECTOR, Role.PARTICIPANT, Role.VIEWER]) is Role.PARTICIPANT


def test_nobody_has_no_highest_role():
    assert highest([]) is None
