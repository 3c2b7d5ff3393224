"""Dutch: every measure in one sentence."""

from collections.abc import Mapping

from board.wording.shape import Measure

MEASURES: Mapping[str, Measure] = {
    "ingredients": {
        "label": "ingrediënten",
        "text": "Alles wat de groep aan de rand heeft geschreven.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "actors": {
        "label": "betrokkenen",
        "text": "Alle mensen, groepen en plekken die bekend zijn, op het kleed of aan tafel.",
        "said": {"one": "{count} betrokkene", "other": "{count} betrokkenen"},
    },
    "cloth_actors": {
        "label": "schakels op het kleed",
        "text": "De mensen, groepen en plekken die als cirkel op het kleed staan.",
        "said": {"one": "{count} schakel", "other": "{count} schakels"},
    },
    "ties_factual": {
        "label": "feitelijke verbindingen",
        "text": "Lijnen voor iets wat nu al gebeurt.",
        "said": {
            "one": "{count} feitelijke verbinding",
            "other": "{count} feitelijke verbindingen",
        },
    },
    "ties_expected": {
        "label": "verwachte verbindingen",
        "text": "Lijnen voor iets wat zou kunnen of moeten, maar nog niet gezien is.",
        "said": {"one": "{count} verwachte verbinding", "other": "{count} verwachte verbindingen"},
    },
    "ties_wished": {
        "label": "gewenste verbindingen",
        "text": "Lijnen voor iets wat de groep graag zou zien.",
        "said": {"one": "{count} gewenste verbinding", "other": "{count} gewenste verbindingen"},
    },
    "factual_share": {
        "label": "feitelijk",
        "text": "Het deel van alle lijnen dat laat zien wat nu al gebeurt.",
        "said": {
            "one": "{count} van de {whole} lijnen is feitelijk",
            "other": "{count} van de {whole} lijnen zijn feitelijk",
        },
    },
    "coverage": {
        "label": "dekking van de rand",
        "text": "Het deel van de ingrediënten dat je vanaf het thema via schakels kunt bereiken.",
        "said": {
            "one": "{count} van de {whole} ingrediënten is bereikbaar",
            "other": "{count} van de {whole} ingrediënten zijn bereikbaar",
        },
    },
    "vulnerability": {
        "label": "kwetsbaarheid",
        "text": "Het deel van de bereikbare ingrediënten dat maar één drager heeft.",
        "said": {
            "one": "{count} van de {whole} bereikbare ingrediënten heeft één drager",
            "other": "{count} van de {whole} bereikbare ingrediënten hebben één drager",
        },
    },
    "coverage_per_seat": {
        "label": "dekking per stoel",
        "text": "Van elke stoel: hoeveel van de eigen ingrediënten bereikbaar zijn.",
        "said": {
            "one": "{count} van de {whole} bereikbaar",
            "other": "{count} van de {whole} bereikbaar",
        },
    },
    "reachable": {
        "label": "bereikbaar",
        "text": "Ingrediënten met een weg naar het thema, van lijn naar lijn over schakels.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "touched": {
        "label": "aangeraakt",
        "text": "Ingrediënten met minstens één feitelijke lijn naar een schakel.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "hanging": {
        "label": "hangt los van het thema",
        "text": "Ingrediënten met een schakel die zelf geen weg naar het thema heeft.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "loose": {
        "label": "nog geen schakel",
        "text": "Ingrediënten zonder enige lijn.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "expected_only": {
        "label": "alleen verwacht",
        "text": "Ingrediënten met alleen verwachte of gewenste lijnen.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "carriers": {
        "label": "dragers",
        "text": "De schakels die dit ingrediënt met het thema verbinden.",
        "said": {"one": "{count} drager", "other": "{count} dragers"},
    },
    "single_carried": {
        "label": "één drager",
        "text": "Bereikbare ingrediënten die door precies één schakel gedragen worden.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "mean_carriers": {
        "label": "dragers gemiddeld",
        "text": "Hoeveel dragers een bereikbaar ingrediënt gemiddeld heeft.",
    },
    "reach": {
        "label": "bereik",
        "text": "Hoeveel ingrediënten een feitelijke lijn met deze schakel hebben.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "sole_reach": {
        "label": "hangt aan één draad",
        "text": "Hoeveel ingrediënten van het kleed vallen als alleen deze schakel wegvalt.",
        "said": {
            "one": "{count} ingrediënt hangt alleen hieraan",
            "other": "{count} ingrediënten hangen alleen hieraan",
        },
    },
    "distance": {
        "label": "stappen tot het thema",
        "text": "Over hoeveel lijnen je minstens gaat vanaf het thema.",
        "said": {"one": "{count} stap", "other": "{count} stappen"},
    },
    "rings": {
        "label": "ringen",
        "text": "Hoeveel schakels en ingrediënten op elke afstand van het thema liggen.",
    },
    "seats": {
        "label": "verbindt stoelen",
        "text": "Van hoeveel verschillende stoelen de ingrediënten van deze schakel komen.",
        "said": {"one": "{count} stoel", "other": "{count} stoelen"},
    },
    "bridged_pairs": {
        "label": "brengt bij elkaar",
        "text": "Hoeveel paren ingrediënten van verschillende stoelen via deze schakel samenkomen.",
        "said": {"one": "{count} paar", "other": "{count} paren"},
    },
    "sphere_count": {
        "label": "lokaal en professioneel",
        "text": "Hoeveel schakels uit de lokale gemeenschap komen en hoeveel professioneel zijn.",
    },
    "sphere_reach": {
        "label": "gedragen door lokaal en professioneel",
        "text": "Hoeveel ingrediënten een lokale drager hebben, een professionele, of allebei.",
    },
    "sphere_balance": {
        "label": "balans lokaal en professioneel",
        "text": "Het deel dat lokaal is, geteld over schakels en over wat zij bereiken.",
    },
    "only_local": {
        "label": "alleen lokaal gedragen",
        "text": "Bereikbare ingrediënten met alleen dragers uit de lokale gemeenschap.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "only_professional": {
        "label": "alleen professioneel gedragen",
        "text": "Bereikbare ingrediënten met alleen professionele dragers.",
        "said": {"one": "{count} ingrediënt", "other": "{count} ingrediënten"},
    },
    "facilitator_dependence": {
        "label": "leunt op de regie",
        "text": "Het deel van de bereikbare ingrediënten dat alleen professionals of de "
        "begeleider dragen.",
        "said": {
            "one": "{count} van de {whole} bereikbare ingrediënten leunt op de regie",
            "other": "{count} van de {whole} bereikbare ingrediënten leunen op de regie",
        },
    },
    "concreteness": {
        "label": "concreet",
        "text": "Het deel van de schakels op het kleed dat met naam bekend is.",
        "said": {
            "one": "{count} van de {whole} schakels met naam",
            "other": "{count} van de {whole} schakels met naam",
        },
    },
    "contacts_ready": {
        "label": "voorbereid",
        "text": "Schakels op het kleed met een voorbereid contact en een eigen verhaal.",
        "said": {
            "one": "{count} van de {whole} schakels is voorbereid",
            "other": "{count} van de {whole} schakels zijn voorbereid",
        },
    },
    "positions": {
        "label": "positiematrix",
        "text": "Wie op deze datum van welke plek uit meedoet; iemand kan er meer hebben.",
    },
    "several_positions": {
        "label": "meer dan één positie",
        "text": "Betrokkenen die van meer dan één plek uit meedoen.",
        "said": {"one": "{count} betrokkene", "other": "{count} betrokkenen"},
    },
    "no_position": {
        "label": "nog zonder positie",
        "text": "Betrokkenen van wie nog niet bekend is van welke plek uit zij meedoen.",
        "said": {"one": "{count} betrokkene", "other": "{count} betrokkenen"},
    },
    "inmost": {
        "label": "meest naar de kern",
        "text": "Van ieders posities de ene die het dichtst bij het thema ligt.",
    },
    "convergence": {
        "label": "samenval",
        "text": "Briefjes van twee of meer stoelen die volgens de groep hetzelfde zeggen.",
        "said": {"one": "{count} groep", "other": "{count} groepen"},
    },
    "betweenness": {
        "label": "ligt op de weg",
        "text": "Hoe vaak de kortste weg tussen twee anderen over deze schakel gaat.",
    },
    "constraint": {
        "label": "ingesloten",
        "text": "Hoe sterk de buren van deze schakel ook met elkaar verbonden zijn.",
    },
}
