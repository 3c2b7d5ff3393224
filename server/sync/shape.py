"""What may stand in a document: its roots and how their keys are made, as data from outside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern per root that matches its keys whole.

    The group `object` is the thing a key belongs to; the group `register` is missing where the
    key is the thing's birth value.
    """

    roots: Mapping[str, re.Pattern[str]]
