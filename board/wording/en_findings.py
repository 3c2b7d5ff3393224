"""English: every finding with its sense and the step it asks for."""

from collections.abc import Mapping

from board.wording.shape import Plural, Rule

_SUBJECT: Plural = {"one": "{subject}", "other": "{subject}"}

FINDINGS: Mapping[str, Rule] = {
    "loose_ingredient": {
        "title": {
            "one": "{count} ingredient has no connector yet",
            "other": "{count} ingredients have no connector yet",
        },
        "text": "Not a single line leads to it yet.",
        "advice": "Find out who is involved in this already.",
        "item": _SUBJECT,
    },
    "expected_only": {
        "title": {
            "one": "{count} ingredient hangs on an expectation",
            "other": "{count} ingredients hang on an expectation",
        },
        "text": "There are only lines that are expected or wished.",
        "advice": "Ask: is this a fact or an expectation?",
        "item": _SUBJECT,
    },
    "hanging_actor": {
        "title": {
            "one": "{count} connector hangs apart from the theme",
            "other": "{count} connectors hang apart from the theme",
        },
        "text": "There are ingredients, but there is no way to the theme.",
        "advice": "Draw the relation with the theme.",
        "item": {
            "one": "{subject}, with {count} ingredient",
            "other": "{subject}, with {count} ingredients",
        },
    },
    "hanging_via_union": {
        "title": {
            "one": "{count} ingredient can be reached through another cloth",
            "other": "{count} ingredients can be reached through another cloth",
        },
        "text": "It hangs apart here, but on a connected cloth a way leads to it.",
        "advice": "Invite through the connector that both cloths share.",
        "item": {
            "one": "{subject}, over {count} line",
            "other": "{subject}, over {count} lines",
        },
    },
    "thin_thread": {
        "title": {
            "one": "Much hangs on {count} connector alone",
            "other": "Much hangs on {count} connectors alone",
        },
        "text": "If this one connector drops out, these ingredients lose the theme.",
        "advice": "Look for a second connector.",
        "item": {
            "one": "{subject}: {count} ingredient on one thread",
            "other": "{subject}: {count} ingredients on one thread",
        },
    },
    "only_professional": {
        "title": {
            "one": "{count} ingredient is carried by professionals only",
            "other": "{count} ingredients are carried by professionals only",
        },
        "text": "Nobody from the local community is part of it yet.",
        "advice": "Look in the local community too.",
        "item": _SUBJECT,
    },
    "vague_actor": {
        "title": {
            "one": "{count} connector can be more concrete",
            "other": "{count} connectors can be more concrete",
        },
        "text": "It says a role or a kind, not yet a name.",
        "advice": "Make concrete who it is, preferably by name.",
        "item": _SUBJECT,
    },
    "no_contact": {
        "title": {
            "one": "No contact is prepared yet for {count} connector",
            "other": "No contact is prepared yet for {count} connectors",
        },
        "text": "Nobody has taken it on to make contact.",
        "advice": "Prepare the contact: who goes, alone or with a group?",
        "item": _SUBJECT,
    },
    "no_story": {
        "title": {
            "one": "There is no story yet for {count} contact",
            "other": "There is no story yet for {count} contacts",
        },
        "text": "The contact is prepared, but a story of its own is missing.",
        "advice": "Make a story for just this connector; the ingredients give inspiration.",
        "item": _SUBJECT,
    },
    "no_position": {
        "title": {
            "one": "The position of {count} party spoken to is not known yet",
            "other": "The position of {count} parties spoken to is not known yet",
        },
        "text": "There was a conversation, but no position on this date.",
        "advice": "Find out from which position this party takes part.",
        "item": _SUBJECT,
    },
    "empty_position": {
        "title": {
            "one": "{count} position is still empty",
            "other": "{count} positions are still empty",
        },
        "text": "Nobody takes part from this position.",
        "advice": "Ask yourselves who would feel at home here.",
        "item": _SUBJECT,
    },
    "stale_position": {
        "title": {
            "one": "{count} position was not looked at again for long",
            "other": "{count} positions were not looked at again for long",
        },
        "text": "Nothing changed here in the latest snapshots.",
        "advice": "Ask again whether it is still so.",
        "item": _SUBJECT,
    },
    "seat_uncovered": {
        "title": {
            "one": "Little of {count} seat can be reached yet",
            "other": "Little of {count} seats can be reached yet",
        },
        "text": "Too little of what was written here has a way to the theme.",
        "advice": "Walk past this seat and look for connectors together.",
        "item": {
            "one": "{subject}: {count} ingredient not reachable yet",
            "other": "{subject}: {count} ingredients not reachable yet",
        },
    },
    "convergent_uncarried": {
        "title": {
            "one": "{count} shared ingredient is carried by nobody yet",
            "other": "{count} shared ingredients are carried by nobody yet",
        },
        "text": "Several seats wrote this, but no connector carries it yet.",
        "advice": "There is energy here without a connector: look for one together.",
        "item": {
            "one": "{subject}, from {count} seat",
            "other": "{subject}, from {count} seats",
        },
    },
}
