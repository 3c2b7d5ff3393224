"""English: every measure in one sentence."""

from collections.abc import Mapping

from board.wording.shape import Measure, Plural

_INGREDIENTS: Plural = {"one": "{count} ingredient", "other": "{count} ingredients"}
_PARTIES: Plural = {"one": "{count} party", "other": "{count} parties"}

MEASURES: Mapping[str, Measure] = {
    "ingredients": {
        "label": "ingredients",
        "text": "Everything the group wrote along the rim.",
        "said": _INGREDIENTS,
    },
    "actors": {
        "label": "parties",
        "text": "All people, groups and places that are known, on the cloth or at the table.",
        "said": _PARTIES,
    },
    "cloth_actors": {
        "label": "connectors on the cloth",
        "text": "The people, groups and places drawn as circles on the cloth.",
        "said": {"one": "{count} connector", "other": "{count} connectors"},
    },
    "ties_factual": {
        "label": "factual ties",
        "text": "Lines for something that happens already.",
        "said": {"one": "{count} factual tie", "other": "{count} factual ties"},
    },
    "ties_expected": {
        "label": "expected ties",
        "text": "Lines for something that could or should be, but was not seen yet.",
        "said": {"one": "{count} expected tie", "other": "{count} expected ties"},
    },
    "ties_wished": {
        "label": "wished ties",
        "text": "Lines for something the group would like to see.",
        "said": {"one": "{count} wished tie", "other": "{count} wished ties"},
    },
    "factual_share": {
        "label": "factual",
        "text": "The share of all lines that shows what happens already.",
        "said": {
            "one": "{count} of {whole} lines is factual",
            "other": "{count} of {whole} lines are factual",
        },
    },
    "coverage": {
        "label": "coverage of the rim",
        "text": "The share of the ingredients that can be reached from the theme.",
        "said": {
            "one": "{count} of {whole} ingredients can be reached",
            "other": "{count} of {whole} ingredients can be reached",
        },
    },
    "vulnerability": {
        "label": "vulnerability",
        "text": "The share of the reachable ingredients that has only one carrier.",
        "said": {
            "one": "{count} of {whole} reachable ingredients has one carrier",
            "other": "{count} of {whole} reachable ingredients have one carrier",
        },
    },
    "coverage_per_seat": {
        "label": "coverage per seat",
        "text": "For each seat: how many of its ingredients can be reached.",
        "said": {"one": "{count} of {whole} reachable", "other": "{count} of {whole} reachable"},
    },
    "reachable": {
        "label": "reachable",
        "text": "Ingredients with a way to the theme, from line to line over connectors.",
        "said": _INGREDIENTS,
    },
    "touched": {
        "label": "touched",
        "text": "Ingredients with at least one factual line to a connector.",
        "said": _INGREDIENTS,
    },
    "hanging": {
        "label": "hangs apart from the theme",
        "text": "Ingredients whose connector has no way to the theme itself.",
        "said": _INGREDIENTS,
    },
    "loose": {
        "label": "no connector yet",
        "text": "Ingredients without any line.",
        "said": _INGREDIENTS,
    },
    "expected_only": {
        "label": "only expected",
        "text": "Ingredients with expected or wished lines only.",
        "said": _INGREDIENTS,
    },
    "carriers": {
        "label": "carriers",
        "text": "The connectors that join this ingredient to the theme.",
        "said": {"one": "{count} carrier", "other": "{count} carriers"},
    },
    "single_carried": {
        "label": "one carrier",
        "text": "Reachable ingredients carried by exactly one connector.",
        "said": _INGREDIENTS,
    },
    "mean_carriers": {
        "label": "carriers on average",
        "text": "How many carriers a reachable ingredient has on average.",
    },
    "reach": {
        "label": "reach",
        "text": "How many ingredients have a factual line with this connector.",
        "said": _INGREDIENTS,
    },
    "sole_reach": {
        "label": "hangs on one thread",
        "text": "How many ingredients fall off the cloth when this one connector drops out.",
        "said": {
            "one": "{count} ingredient hangs on this alone",
            "other": "{count} ingredients hang on this alone",
        },
    },
    "distance": {
        "label": "steps to the theme",
        "text": "How many lines one passes from the theme, at least.",
        "said": {"one": "{count} step", "other": "{count} steps"},
    },
    "rings": {
        "label": "rings",
        "text": "How many connectors and ingredients lie at each distance from the theme.",
    },
    "seats": {
        "label": "connects seats",
        "text": "From how many different seats the ingredients of this connector come.",
        "said": {"one": "{count} seat", "other": "{count} seats"},
    },
    "bridged_pairs": {
        "label": "brings together",
        "text": "How many pairs of ingredients from different seats meet through this connector.",
        "said": {"one": "{count} pair", "other": "{count} pairs"},
    },
    "sphere_count": {
        "label": "local and professional",
        "text": "How many connectors come from the local community, how many are professional.",
    },
    "sphere_reach": {
        "label": "carried by local and professional",
        "text": "How many ingredients have a local carrier, a professional one, or both.",
    },
    "sphere_balance": {
        "label": "balance of local and professional",
        "text": "The share that is local, counted over connectors and over what they reach.",
    },
    "only_local": {
        "label": "carried only locally",
        "text": "Reachable ingredients with carriers from the local community only.",
        "said": _INGREDIENTS,
    },
    "only_professional": {
        "label": "carried only by professionals",
        "text": "Reachable ingredients with professional carriers only.",
        "said": _INGREDIENTS,
    },
    "facilitator_dependence": {
        "label": "leans on the lead",
        "text": "The share of the reachable ingredients that only professionals or the "
        "facilitator carry.",
        "said": {
            "one": "{count} of {whole} reachable ingredients leans on the lead",
            "other": "{count} of {whole} reachable ingredients lean on the lead",
        },
    },
    "concreteness": {
        "label": "concrete",
        "text": "The share of the connectors on the cloth that is known by name.",
        "said": {
            "one": "{count} of {whole} connectors by name",
            "other": "{count} of {whole} connectors by name",
        },
    },
    "contacts_ready": {
        "label": "prepared",
        "text": "Connectors on the cloth with a prepared contact and a story of their own.",
        "said": {
            "one": "{count} of {whole} connectors is prepared",
            "other": "{count} of {whole} connectors are prepared",
        },
    },
    "positions": {
        "label": "position matrix",
        "text": "Who takes part from which position on this date; one may hold several.",
    },
    "several_positions": {
        "label": "more than one position",
        "text": "Parties who take part from more than one position.",
        "said": _PARTIES,
    },
    "no_position": {
        "label": "no position yet",
        "text": "Parties of whom it is not known yet from which position they take part.",
        "said": _PARTIES,
    },
    "inmost": {
        "label": "closest to the core",
        "text": "Of everyone's positions the one that lies closest to the theme.",
    },
    "convergence": {
        "label": "convergence",
        "text": "Notes from two or more seats that say the same, as the group sees it.",
        "said": {"one": "{count} group", "other": "{count} groups"},
    },
    "betweenness": {
        "label": "lies on the way",
        "text": "How often the shortest way between two others passes this connector.",
    },
    "constraint": {
        "label": "enclosed",
        "text": "How strongly the neighbours of this connector are tied to each other too.",
    },
}
