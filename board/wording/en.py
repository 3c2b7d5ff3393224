"""English, after the Dutch: the same sentences, the method's terms in the book's sense."""

from board.wording.en_findings import FINDINGS
from board.wording.en_formats import FORMATS
from board.wording.en_measures import MEASURES
from board.wording.shape import Wording

ENGLISH: Wording = {
    "language": "en",
    "attribution": "Methode: netwerkanalyse, Stichting Eigentijdse Verbindingen",
    "measures": MEASURES,
    "findings": FINDINGS,
    "formats": FORMATS,
    "states": {
        "carried": "carried by two or more",
        "single": "hangs on one thread",
        "hanging": "hangs apart from the theme",
        "expected_only": "only expected",
        "loose": "no connector yet",
    },
    "positions": {
        "initiator": "initiator",
        "partner": "partner",
        "connector": "connector",
        "supplier": "supplier",
        "user": "user",
        "none": "without a position",
        "absent": "not known yet",
    },
    "spheres": {
        "local": "local community",
        "professional": "professional",
        "both": "both",
        "unknown": "not said yet",
    },
    "bases": {"factual": "factual", "expected": "expected", "wished": "wished"},
    "concreteness": {
        "named": "by name",
        "role": "as a role or profession",
        "category": "only as a kind",
    },
    "actor_kinds": {
        "person": "person",
        "group": "group",
        "organisation": "organisation",
        "place": "place",
        "initiative": "initiative",
        "other": "party",
    },
    "ingredient_kinds": {
        "idea": "idea",
        "thought": "thought",
        "means": "means",
        "person": "person",
        "building": "building or place",
        "software": "software",
        "institution": "institution",
        "image": "image",
        "source": "source",
        "material": "material",
        "other": "other",
        "none": "not said",
    },
    "contact_modes": {"individual": "one to one", "group": "in a group"},
    "contact_statuses": {
        "prepared": "prepared",
        "invited": "invited",
        "spoken": "spoken to",
        "declined": "declined",
        "follow_up": "to be followed up",
    },
    "convergence": {
        "equal": "the same",
        "probable": "probably the same",
        "resembles": "resembles",
    },
    "terms": {
        "theme": "theme",
        "seat": "seat",
        "ingredient": "ingredient",
        "actor": "party",
        "connector": "connector",
        "tie": "tie",
        "person": "someone",
        "yes": "yes",
        "no": "no",
        "unknown": "unknown",
    },
    "headings": {
        "summary": "Summary",
        "ingredients": "Ingredients",
        "actors": "Connectors",
        "ties": "Ties",
        "positions": "Positions",
        "contacts": "Contacts",
        "findings": "Next steps",
        "differences": "Differences",
        "account": "Account",
        "structure": "Position structure",
        "cloth": "The cloth",
    },
    "columns": {
        "id": "id",
        "number": "number",
        "kind": "kind",
        "label": "name",
        "text": "text",
        "seat": "seat",
        "state": "state",
        "carriers": "carriers",
        "distance": "steps to the theme",
        "sphere": "local or professional",
        "concreteness": "how concrete",
        "on_cloth": "lies on the cloth",
        "positions": "positions",
        "inmost": "closest to the core",
        "reach": "reach",
        "sole_reach": "hangs on one thread",
        "sole": "these hang on it",
        "seats": "connects seats",
        "bridged_pairs": "brings together",
        "contact": "contact prepared",
        "story": "own story",
        "from": "from",
        "to": "to",
        "basis": "basis",
        "evidence": "what shows it",
        "position": "position",
        "since": "since",
        "until": "until",
        "active": "now",
        "mode": "how",
        "status": "status",
        "members": "with whom",
        "who": "who makes contact",
        "when": "when",
        "measure": "measure",
        "said": "in words",
        "single": "only thread",
        "what": "what",
        "was": "before",
        "is": "now",
        "value": "value",
        "meaning": "what it says",
        "finding": "finding",
        "advice": "next step",
        "subjects": "it concerns",
    },
    "settings": {
        "thin_thread": "A thread is thin from so many ingredients on",
        "seat_coverage": "A seat asks for attention below this share",
        "stale_after": "A position is asked for again after so many snapshots",
    },
    "differences": {
        "ingredients_added": "ingredient added",
        "ingredients_removed": "ingredient removed",
        "ingredients_changed": "ingredient changed",
        "actors_added": "party added",
        "actors_removed": "party removed",
        "actors_changed": "party changed",
        "ties_added": "tie added",
        "ties_removed": "tie removed",
        "ties_changed": "tie changed",
        "reachable_gained": "reachable now",
        "reachable_lost": "no longer reachable",
        "single_became": "hangs on one thread now",
        "single_no_longer": "no longer hangs on one thread",
        "positions_gained": "position gained",
        "positions_lost": "position lost",
        "inmost": "closest to the core",
        "inward": "towards the core",
        "outward": "away from the core",
        "same": "stayed the same",
        "new": "new",
        "gone": "no longer known",
        "nothing": "Nothing changed.",
        "no_earlier": "There is no earlier snapshot to compare with.",
    },
    "picture": {
        "cloth_title": "The cloth around {theme}",
        "cloth_desc": (
            "Drawing of a tablecloth. The theme is in the middle: {theme}. Along the rim lie "
            "{ingredients} ingredients from {seats} seats. Between them {actors} connectors, "
            "joined by {ties} lines."
        ),
        "structure_title": "Position structure around {theme}",
        "structure_desc": (
            "Drawing in rings around the theme: {theme}. {reachable} of the {ingredients} "
            "ingredients can be reached through connectors; {single} of these hang on one "
            "thread. {hanging} hang apart from the theme, {expected} are only expected and "
            "{loose} have no connector yet."
        ),
        "unnamed": "the theme",
        "legend": "How to read the drawing",
        "local": "local community",
        "professional": "professional",
        "both": "both",
        "unknown": "not said yet",
        "factual": "factual",
        "expected": "expected or wished",
        "single": "hangs on one thread",
        "carried": "two or more carriers",
        "hanging": "hangs apart from the theme",
        "loose": "no connector yet",
        "expected_only": "only expected",
        "sole": "so many hang on this alone",
        "more_ways": "more than one way",
        "beside": "at the table, not on the cloth as a connector",
        "contested": "contested",
        "step": "{count} step",
        "steps": "{count} steps",
        "moved": "moved",
        "of": "{count} of {whole}",
        "coverage_head": "How far the net reaches, by seat",
        "coverage_title": "Coverage per seat around {theme}",
        "coverage_desc": (
            "A row for each seat with a sign for each ingredient around {theme}. Reachable are "
            "{reachable} of {ingredients}."
        ),
        "balance_title": "Local and professional around {theme}",
        "balance_desc": (
            "Rows of signs around {theme}. The connectors on the cloth: {actors}. Who carries the "
            "reachable ingredients: {carried}."
        ),
        "balance_actors": "Who lie on the cloth",
        "balance_carried": "Who carries the reachable ingredients",
        "matrix_title": "Positions around {theme}",
        "matrix_desc": (
            "Table of parties and the five positions around {theme}. Held now: {positions}."
        ),
        "held": "now",
        "wished": "expected or wished",
        "ended": "past",
        "growth_title": "How the fabric grew around {theme}",
        "growth_desc": "Lines over {count} snapshots around {theme}, from old to new.",
        "ghost_title": "What changed around {theme}",
        "ghost_desc": (
            "Drawing of the cloth around {theme} as it lies now, with the earlier cloth as a ghost "
            "behind it. Ingredients: {slips_added} added, {slips_removed} gone, {slips_changed} "
            "changed. Connectors: {actors_added} added, {actors_removed} gone, {actors_changed} "
            "changed. Ties: {ties_added} added, {ties_removed} gone, {ties_changed} changed."
        ),
        "shared_title": "What {themes} share",
        "shared_desc": (
            "A column for each cloth: {themes}. A row for each shared actor: {shared}. Of these, "
            "{bridges} connect two themes or more."
        ),
        "shared_head": "Whom the cloths share",
        "shared_tied": "tied to this theme",
        "shared_lies": "lies on this cloth",
        "shared_none": "The cloths share nobody yet.",
        "alluvial_title": "How positions shifted around {theme}",
        "alluvial_desc": (
            "Drawing with a thread for each party, from its position before to its position now, "
            "around {theme}. Towards the core: {inward}; away from the core: {outward}; the same: "
            "{same}; new: {new}; no longer known: {gone}."
        ),
    },
    "carried_by": {
        "local": "only local",
        "both": "local and professional together",
        "professional": "only professional",
        "unknown": "not said yet",
    },
    "states_between": {
        "added": "added",
        "removed": "gone",
        "changed": "changed",
        "same": "the same",
    },
    "months": {
        "1": "January",
        "2": "February",
        "3": "March",
        "4": "April",
        "5": "May",
        "6": "June",
        "7": "July",
        "8": "August",
        "9": "September",
        "10": "October",
        "11": "November",
        "12": "December",
    },
    "report": {
        "kind": "Network analysis · snapshot",
        "title": "Network analysis around {theme}",
        "page": "page",
        "together": "Read these two together: what can be reached may hang on one thread.",
        "picture": "The network in a picture",
        "steps": "Next steps: agenda for the next meeting",
        "steps_intro": (
            "In the order of the method, not of weight. It is about what is to be done, "
            "never about who does well."
        ),
        "who_when": "Who takes this on? ……………………………………   When? ……………………",
        "method": (
            "Measured over factual ties. An ingredient can be reached if you come to it from the "
            "theme, line by line over connectors. It hangs on one thread if that goes through a "
            "single connector only. Fixed rules give all numbers from the cloth with this "
            "fingerprint: who counts again finds the same."
        ),
        "more": "Also:",
        "no_steps": "There are no open points.",
        "cloth": "The cloth",
        "nothing": "Nothing here yet.",
        "description": (
            "Snapshot of a network analysis around {theme}, with picture, tables, next steps "
            "and account."
        ),
        "sheet": "sheet {row}{column} of {rows} × {columns}",
        "undated": "without a date",
    },
    "readme": {
        "title": "Tafelkleed: snapshot of a network analysis",
        "files": "The files",
        "nodes": "theme, ingredients and parties, one per line",
        "ties": "who or what is tied to what, one tie per line",
        "positions": "who takes part from which position, with dates",
        "contacts": "the contacts that were prepared",
        "source": "Where this comes from",
        "theme": "Theme",
        "title_of": "Title",
        "board": "Board",
        "snapshot": "Snapshot",
        "hash": "Fingerprint",
        "taken_at": "Date and time",
        "basis": "Measured over",
        "names": "Names",
        "names_on": "yes, this file holds names of people: handle it with care",
        "names_off": (
            "no, kind and running number stand for names. What people wrote on their own slips "
            "is included"
        ),
        "method": "Method",
        "software": "Made with",
        "schema": "Shape",
        "cells": (
            "A cell that starts with = + - @, a tab or a NUL, or with a single quote, gets a "
            "' in front, so that a spreadsheet does not compute it. Reading the file back takes "
            "that sign off again."
        ),
        "missing": "An empty cell means: not known. Yes and no are always written, true or false.",
        "several": "Several values in one cell are separated by a vertical bar: |",
    },
    "sheet": {
        "row": "row",
        "column": "column",
        "missing": "something should stand here",
        "twice": "“{value}” is there already",
        "no_id": "“{value}” is no id: use only small letters and digits",
        "unknown_word": "“{value}” is not known here",
        "yes_or_no": "“{value}” is not yes or no",
        "no_date": "“{value}” is no date; write for example 2025-01-10",
        "not_found": "“{value}” is nowhere in the file",
        "ambiguous": "“{value}” is there more than once; use the id",
        "no_tie": "a tie runs between a connector and something else",
        "tied_twice": "this tie is there already, on another basis",
        "too_many_seats": "there are more than {most} seats in it",
        "no_table": (
            "no table found. Write above the columns what stands in them, such as Ingredient, "
            "Seat and Connector"
        ),
        "too_big": "this file is too large to read",
        "unreadable": "this file is damaged or has another form",
        "old_excel": "this is an old Excel file; save it as .xlsx",
    },
}
