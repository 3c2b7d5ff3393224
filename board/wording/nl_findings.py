"""Dutch: every finding with its sense and the step it asks for."""

from collections.abc import Mapping

from board.wording.shape import Rule

FINDINGS: Mapping[str, Rule] = {
    "loose_ingredient": {
        "title": {
            "one": "{count} ingrediënt heeft nog geen schakel",
            "other": "{count} ingrediënten hebben nog geen schakel",
        },
        "text": "Er loopt nog geen enkele lijn naartoe.",
        "advice": "Zoek wie hier nu al bij betrokken is.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "expected_only": {
        "title": {
            "one": "{count} ingrediënt hangt aan een verwachting",
            "other": "{count} ingrediënten hangen aan een verwachting",
        },
        "text": "Er zijn alleen lijnen die verwacht of gewenst zijn.",
        "advice": "Vraag na: is dit een feit of een verwachting?",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "hanging_actor": {
        "title": {
            "one": "{count} schakel hangt los van het thema",
            "other": "{count} schakels hangen los van het thema",
        },
        "text": "Er zijn ingrediënten, maar er is geen weg naar het thema.",
        "advice": "Leg de relatie met het thema.",
        "item": {
            "one": "{subject}, met {count} ingrediënt",
            "other": "{subject}, met {count} ingrediënten",
        },
    },
    "hanging_via_union": {
        "title": {
            "one": "{count} ingrediënt is via een ander kleed te bereiken",
            "other": "{count} ingrediënten zijn via een ander kleed te bereiken",
        },
        "text": "Hier hangt het los, maar op een verbonden kleed loopt er een weg naartoe.",
        "advice": "Nodig uit via de schakel die beide kleden delen.",
        "item": {
            "one": "{subject}, over {count} lijn",
            "other": "{subject}, over {count} lijnen",
        },
    },
    "thin_thread": {
        "title": {
            "one": "Aan {count} schakel hangt veel alleen",
            "other": "Aan {count} schakels hangt veel alleen",
        },
        "text": "Valt deze ene schakel weg, dan verliezen deze ingrediënten het thema.",
        "advice": "Zoek een tweede schakel.",
        "item": {
            "one": "{subject}: {count} ingrediënt aan één draad",
            "other": "{subject}: {count} ingrediënten aan één draad",
        },
    },
    "only_professional": {
        "title": {
            "one": "{count} ingrediënt wordt alleen door professionals gedragen",
            "other": "{count} ingrediënten worden alleen door professionals gedragen",
        },
        "text": "Er is nog niemand uit de lokale gemeenschap bij.",
        "advice": "Kijk ook in de lokale gemeenschap.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "vague_actor": {
        "title": {
            "one": "{count} schakel kan concreter",
            "other": "{count} schakels kunnen concreter",
        },
        "text": "Er staat een rol of een soort, nog geen naam.",
        "advice": "Maak concreet wie het is, liefst met naam.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "no_contact": {
        "title": {
            "one": "Voor {count} schakel is nog geen contact voorbereid",
            "other": "Voor {count} schakels is nog geen contact voorbereid",
        },
        "text": "Niemand heeft op zich genomen om contact te maken.",
        "advice": "Bereid het contact voor: wie gaat erheen, alleen of met een groep?",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "no_story": {
        "title": {
            "one": "Voor {count} contact is er nog geen verhaal",
            "other": "Voor {count} contacten is er nog geen verhaal",
        },
        "text": "Het contact is voorbereid, maar het eigen verhaal ontbreekt.",
        "advice": "Maak een verhaal voor juist deze schakel; de ingrediënten geven inspiratie.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "no_position": {
        "title": {
            "one": "Van {count} gesproken betrokkene is de positie nog niet bekend",
            "other": "Van {count} gesproken betrokkenen is de positie nog niet bekend",
        },
        "text": "Er is gesproken, maar er staat geen positie op deze datum.",
        "advice": "Onderzoek van welke plek uit deze betrokkene meedoet.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "empty_position": {
        "title": {
            "one": "{count} positie is nog leeg",
            "other": "{count} posities zijn nog leeg",
        },
        "text": "Niemand doet van deze plek uit mee.",
        "advice": "Vraag je af wie zich hier thuis zou voelen.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "stale_position": {
        "title": {
            "one": "{count} positie is al lang niet opnieuw bekeken",
            "other": "{count} posities zijn al lang niet opnieuw bekeken",
        },
        "text": "In de laatste momentopnamen is hier niets veranderd.",
        "advice": "Vraag opnieuw na of het nog zo is.",
        "item": {"one": "{subject}", "other": "{subject}"},
    },
    "seat_uncovered": {
        "title": {
            "one": "Van {count} stoel is nog weinig bereikbaar",
            "other": "Van {count} stoelen is nog weinig bereikbaar",
        },
        "text": "Te weinig van wat hier geschreven is, heeft een weg naar het thema.",
        "advice": "Loop langs deze stoel en zoek samen schakels.",
        "item": {
            "one": "{subject}: {count} ingrediënt nog niet bereikbaar",
            "other": "{subject}: {count} ingrediënten nog niet bereikbaar",
        },
    },
    "convergent_uncarried": {
        "title": {
            "one": "{count} gedeeld ingrediënt wordt nog door niemand gedragen",
            "other": "{count} gedeelde ingrediënten worden nog door niemand gedragen",
        },
        "text": "Meer stoelen schreven dit, maar er is nog geen schakel die het draagt.",
        "advice": "Hier zit energie zonder schakel: zoek er samen een.",
        "item": {
            "one": "{subject}, van {count} stoel",
            "other": "{subject}, van {count} stoelen",
        },
    },
}
