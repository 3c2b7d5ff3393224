"""What a language must hold. All plain values, so that the interface gets them as JSON.

Texts may hold placeholders in braces: `{count}`, and what the name of the text says.
"""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

Names = Mapping[str, str]


class Plural(TypedDict):
    """One sentence for a count of 1 and for any other."""

    one: str
    other: str


class Measure(TypedDict):
    """A measure: its label, what it says in one sentence, and how its number is said.

    In `said`, `{count}` chooses the form and `{whole}` is what it is counted from.
    """

    label: str
    text: str
    said: NotRequired[Plural]


class Kind(TypedDict):
    """A kind of file: what it is called, and for whom or what it is."""

    label: str
    text: str


class Rule(TypedDict):
    """A finding: a title for all hits together, what it means, which step is asked for.

    In `item`, one hit: `{subject}` names it and `{count}` is its weight.
    """

    title: Plural
    text: str
    advice: str
    item: Plural


class Wording(TypedDict):
    """All words of one language."""

    language: str
    attribution: str
    measures: Mapping[str, Measure]
    findings: Mapping[str, Rule]
    formats: Mapping[str, Kind]
    states: Names
    positions: Names
    spheres: Names
    bases: Names
    concreteness: Names
    actor_kinds: Names
    ingredient_kinds: Names
    contact_modes: Names
    contact_statuses: Names
    convergence: Names
    terms: Names
    headings: Names
    columns: Names
    settings: Names
    differences: Names
    picture: Names
    states_between: Names
    carried_by: Names
    months: Names
    report: Names
    readme: Names
    sheet: Names
