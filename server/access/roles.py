"""The four roles and what each may do; what is not written here is not allowed."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """As what somebody sits at a board."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    VIEWER = "viewer"
    PROJECTOR = "projector"


class Right(StrEnum):
    """Something a role may allow."""

    SEE = "see"
    BE_SEATED = "be_seated"
    WRITE = "write"
    READ_SNAPSHOTS = "read_snapshots"
    EXPORT_NAMES = "export_names"
    SHOW_WAY_IN = "show_way_in"
    LEAD = "lead"


RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.FACILITATOR: frozenset(Right),
        Role.PARTICIPANT: frozenset(
            {Right.SEE, Right.BE_SEATED, Right.WRITE, Right.READ_SNAPSHOTS}
        ),
        Role.VIEWER: frozenset({Right.SEE, Right.READ_SNAPSHOTS}),
        Role.PROJECTOR: frozenset({Right.SEE, Right.SHOW_WAY_IN}),
    }
)


def may(role: Role, right: Right) -> bool:
    """Say whether a role allows something."""
    return right in RIGHTS[role]


def highest(roles: Iterable[Role]) -> Role | None:
    """Give the role that allows most, or None where there is none."""
    held = set(roles)
    return next((role for role in Role if role in held), None)
