"""Dutch, the source language: short sentences, ordinary words, the method's own terms."""

from board.wording.nl_findings import FINDINGS
from board.wording.nl_formats import FORMATS
from board.wording.nl_measures import MEASURES
from board.wording.shape import Wording

DUTCH: Wording = {
    "language": "nl",
    "attribution": "Methode: netwerkanalyse, Stichting Eigentijdse Verbindingen",
    "measures": MEASURES,
    "findings": FINDINGS,
    "formats": FORMATS,
    "states": {
        "carried": "gedragen door twee of meer",
        "single": "hangt aan één draad",
        "hanging": "hangt los van het thema",
        "expected_only": "alleen verwacht",
        "loose": "nog zonder schakel",
    },
    "positions": {
        "initiator": "initiatiefnemer",
        "partner": "partner",
        "connector": "schakel",
        "supplier": "leverancier",
        "user": "gebruiker",
        "none": "zonder positie",
        "absent": "nog niet bekend",
    },
    "spheres": {
        "local": "lokale gemeenschap",
        "professional": "professioneel",
        "both": "allebei",
        "unknown": "nog niet gezegd",
    },
    "bases": {"factual": "feitelijk", "expected": "verwacht", "wished": "gewenst"},
    "concreteness": {
        "named": "met naam",
        "role": "als rol of beroep",
        "category": "alleen als soort",
    },
    "actor_kinds": {
        "person": "persoon",
        "group": "groep",
        "organisation": "organisatie",
        "place": "plek",
        "initiative": "initiatief",
        "other": "betrokkene",
    },
    "ingredient_kinds": {
        "idea": "idee",
        "thought": "gedachte",
        "means": "middel",
        "person": "mens",
        "building": "gebouw of plek",
        "software": "software",
        "institution": "instelling",
        "image": "beeld",
        "source": "bron",
        "material": "materiaal",
        "other": "anders",
        "none": "niet gezegd",
    },
    "contact_modes": {"individual": "één op één", "group": "in een groep"},
    "contact_statuses": {
        "prepared": "voorbereid",
        "invited": "uitgenodigd",
        "spoken": "gesproken",
        "declined": "wil niet",
        "follow_up": "krijgt een vervolg",
    },
    "convergence": {
        "equal": "hetzelfde",
        "probable": "waarschijnlijk hetzelfde",
        "resembles": "lijkt erop",
    },
    "terms": {
        "theme": "thema",
        "seat": "stoel",
        "ingredient": "ingrediënt",
        "actor": "betrokkene",
        "connector": "schakel",
        "tie": "verbinding",
        "person": "iemand",
        "yes": "ja",
        "no": "nee",
        "unknown": "onbekend",
    },
    "headings": {
        "summary": "Samenvatting",
        "ingredients": "Ingrediënten",
        "actors": "Schakels",
        "ties": "Verbindingen",
        "positions": "Posities",
        "contacts": "Contacten",
        "findings": "Volgende stappen",
        "differences": "Verschillen",
        "account": "Verantwoording",
        "structure": "Positiestructuur",
        "cloth": "Het kleed",
    },
    "columns": {
        "id": "id",
        "number": "nummer",
        "kind": "soort",
        "label": "naam",
        "text": "tekst",
        "seat": "stoel",
        "state": "toestand",
        "carriers": "dragers",
        "distance": "stappen tot het thema",
        "sphere": "lokaal of professioneel",
        "concreteness": "hoe concreet",
        "on_cloth": "ligt op het kleed",
        "positions": "posities",
        "inmost": "meest naar de kern",
        "reach": "bereik",
        "sole_reach": "hangt aan één draad",
        "sole": "deze hangen eraan",
        "seats": "verbindt stoelen",
        "bridged_pairs": "brengt bij elkaar",
        "contact": "contact voorbereid",
        "story": "eigen verhaal",
        "from": "van",
        "to": "naar",
        "basis": "grond",
        "evidence": "waaruit blijkt dat",
        "position": "positie",
        "since": "sinds",
        "until": "tot",
        "active": "nu",
        "mode": "hoe",
        "status": "stand",
        "members": "met wie",
        "who": "wie neemt contact op",
        "when": "wanneer",
        "measure": "maat",
        "said": "in woorden",
        "single": "enige draad",
        "what": "wat",
        "was": "eerst",
        "is": "nu",
        "value": "waarde",
        "meaning": "wat het zegt",
        "finding": "bevinding",
        "advice": "volgende stap",
        "subjects": "het gaat om",
    },
    "settings": {
        "thin_thread": "Een draad is dun vanaf zoveel ingrediënten",
        "seat_coverage": "Een stoel vraagt aandacht onder dit deel",
        "stale_after": "Een positie wordt opnieuw nagevraagd na zoveel momentopnamen",
    },
    "differences": {
        "ingredients_added": "ingrediënt erbij",
        "ingredients_removed": "ingrediënt weg",
        "ingredients_changed": "ingrediënt veranderd",
        "actors_added": "betrokkene erbij",
        "actors_removed": "betrokkene weg",
        "actors_changed": "betrokkene veranderd",
        "ties_added": "verbinding erbij",
        "ties_removed": "verbinding weg",
        "ties_changed": "verbinding veranderd",
        "reachable_gained": "nu bereikbaar",
        "reachable_lost": "niet meer bereikbaar",
        "single_became": "hangt nu aan één draad",
        "single_no_longer": "hangt niet meer aan één draad",
        "positions_gained": "positie erbij",
        "positions_lost": "positie weg",
        "inmost": "meest naar de kern",
        "inward": "naar de kern toe",
        "outward": "van de kern af",
        "same": "gelijk gebleven",
        "new": "nieuw",
        "gone": "niet meer bekend",
        "nothing": "Er is niets veranderd.",
        "no_earlier": "Er is geen eerdere momentopname om mee te vergelijken.",
    },
    "picture": {
        "cloth_title": "Het kleed rond {theme}",
        "cloth_desc": (
            "Tekening van een tafelkleed. In het midden staat het thema: {theme}. Langs de rand "
            "liggen {ingredients} ingrediënten van {seats} stoelen. Daartussen {actors} schakels, "
            "verbonden met {ties} lijnen."
        ),
        "structure_title": "Positiestructuur rond {theme}",
        "structure_desc": (
            "Tekening in ringen rond het thema: {theme}. {reachable} van de {ingredients} "
            "ingrediënten zijn via schakels te bereiken; {single} daarvan hangen aan één draad. "
            "{hanging} hangen los van het thema, {expected} zijn alleen verwacht en {loose} "
            "hebben nog geen schakel."
        ),
        "unnamed": "het thema",
        "legend": "Zo lees je de tekening",
        "local": "lokale gemeenschap",
        "professional": "professioneel",
        "both": "allebei",
        "unknown": "nog niet gezegd",
        "factual": "feitelijk",
        "expected": "verwacht of gewenst",
        "single": "hangt aan één draad",
        "carried": "twee of meer dragers",
        "hanging": "hangt los van het thema",
        "loose": "nog zonder schakel",
        "expected_only": "alleen verwacht",
        "sole": "zoveel hangt alleen hieraan",
        "more_ways": "meer dan één weg",
        "beside": "aan tafel, niet als schakel op het kleed",
        "contested": "betwist",
        "step": "{count} stap",
        "steps": "{count} stappen",
        "moved": "verplaatst",
        "of": "{count} van {whole}",
        "coverage_head": "Zo ver reikt het net, per stoel",
        "coverage_title": "Dekking per stoel rond {theme}",
        "coverage_desc": (
            "Per stoel een rij met een teken voor elk ingrediënt rond {theme}. Bereikbaar zijn er "
            "{reachable} van de {ingredients}."
        ),
        "balance_title": "Lokaal en professioneel rond {theme}",
        "balance_desc": (
            "Rijen met tekens rond {theme}. De schakels op het kleed: {actors}. Wie de bereikbare "
            "ingrediënten draagt: {carried}."
        ),
        "balance_actors": "Wie er op het kleed liggen",
        "balance_carried": "Wie de bereikbare ingrediënten draagt",
        "matrix_title": "Posities rond {theme}",
        "matrix_desc": (
            "Tabel van betrokkenen en de vijf posities rond {theme}. Nu ingenomen: {positions}."
        ),
        "held": "nu",
        "wished": "verwacht of gewenst",
        "ended": "voorbij",
        "growth_title": "Hoe het weefsel groeide rond {theme}",
        "growth_desc": "Lijnen over {count} momentopnamen rond {theme}, van oud naar nieuw.",
        "ghost_title": "Wat er veranderde rond {theme}",
        "ghost_desc": (
            "Tekening van het kleed rond {theme} zoals het nu ligt, met het eerdere kleed als een "
            "schim erachter. Ingrediënten: {slips_added} erbij, {slips_removed} weg, "
            "{slips_changed} veranderd. Schakels: {actors_added} erbij, {actors_removed} weg, "
            "{actors_changed} veranderd. Verbindingen: {ties_added} erbij, {ties_removed} weg, "
            "{ties_changed} veranderd."
        ),
        "shared_title": "Wat {themes} delen",
        "shared_desc": (
            "Een kolom per kleed: {themes}. Een rij per gedeelde betrokkene: {shared}. Daarvan "
            "verbinden er {bridges} twee of meer thema's."
        ),
        "shared_head": "Wie de kleden delen",
        "shared_tied": "verbonden met dit thema",
        "shared_lies": "ligt op dit kleed",
        "shared_none": "De kleden delen nog niemand.",
        "alluvial_title": "Hoe posities verschoven rond {theme}",
        "alluvial_desc": (
            "Tekening met een draad per betrokkene, van de positie eerst naar de positie nu, rond "
            "{theme}. Naar de kern toe: {inward}; van de kern af: {outward}; gelijk gebleven: "
            "{same}; nieuw: {new}; niet meer bekend: {gone}."
        ),
    },
    "carried_by": {
        "local": "alleen lokaal",
        "both": "lokaal en professioneel samen",
        "professional": "alleen professioneel",
        "unknown": "nog niet gezegd",
    },
    "states_between": {
        "added": "erbij gekomen",
        "removed": "weg",
        "changed": "veranderd",
        "same": "gelijk gebleven",
    },
    "months": {
        "1": "januari",
        "2": "februari",
        "3": "maart",
        "4": "april",
        "5": "mei",
        "6": "juni",
        "7": "juli",
        "8": "augustus",
        "9": "september",
        "10": "oktober",
        "11": "november",
        "12": "december",
    },
    "report": {
        "kind": "Netwerkanalyse · momentopname",
        "title": "Netwerkanalyse rond {theme}",
        "page": "bladzijde",
        "together": "Lees deze twee samen: wat bereikbaar is, kan aan één draad hangen.",
        "picture": "Het netwerk in beeld",
        "steps": "Volgende stappen: agenda voor de volgende keer",
        "steps_intro": (
            "Op volgorde van de methode, niet van belang. Het gaat om wat er te doen is, "
            "nooit om wie het goed doet."
        ),
        "who_when": "Wie pakt dit op? ……………………………………   Wanneer? ……………………",
        "method": (
            "Gemeten is over feitelijke verbindingen. Een ingrediënt is bereikbaar als je vanaf "
            "het thema van lijn naar lijn over schakels bij dat ingrediënt komt. Het hangt aan "
            "één draad als dat alleen via één schakel kan. Vaste regels geven alle getallen uit "
            "het kleed met deze vingerafdruk: wie het narekent, vindt hetzelfde."
        ),
        "more": "Verder:",
        "no_steps": "Er zijn geen open punten.",
        "cloth": "Het kleed",
        "nothing": "Hier staat nog niets.",
        "description": (
            "Momentopname van een netwerkanalyse rond {theme}, met tekening, tabellen, "
            "volgende stappen en verantwoording."
        ),
        "sheet": "blad {row}{column} van {rows} × {columns}",
        "undated": "zonder datum",
    },
    "readme": {
        "title": "Tafelkleed: momentopname van een netwerkanalyse",
        "files": "De bestanden",
        "nodes": "thema, ingrediënten en betrokkenen, één per regel",
        "ties": "wie of wat met elkaar verbonden is, één verbinding per regel",
        "positions": "wie van welke plek uit meedoet, met datum",
        "contacts": "de voorbereide contacten",
        "source": "Waar dit vandaan komt",
        "theme": "Thema",
        "title_of": "Titel",
        "board": "Kleed",
        "snapshot": "Momentopname",
        "hash": "Vingerafdruk",
        "taken_at": "Datum en tijd",
        "basis": "Gemeten over",
        "names": "Namen",
        "names_on": "ja, dit bestand bevat namen van mensen: ga er zorgvuldig mee om",
        "names_off": (
            "nee, in plaats van namen staan soort en volgnummer. Wat mensen zelf op briefjes "
            "schreven, staat er wel in"
        ),
        "method": "Methode",
        "software": "Gemaakt met",
        "schema": "Vorm",
        "cells": (
            "Een cel die met = + - @, een tab of een nulteken begint, of met een enkel "
            "aanhalingsteken, krijgt er een ' voor. Zo rekent een rekenblad er niet mee. Bij het "
            "inlezen gaat dat teken er weer af."
        ),
        "missing": "Een lege cel betekent: niet bekend. Ja en nee staan er als true en false.",
        "several": "Meer waarden in één cel zijn gescheiden door een rechte streep: |",
    },
    "sheet": {
        "row": "rij",
        "column": "kolom",
        "missing": "hier hoort iets te staan",
        "twice": "“{value}” staat er al",
        "no_id": "“{value}” is geen id: gebruik alleen kleine letters en cijfers",
        "unknown_word": "“{value}” kennen we hier niet",
        "yes_or_no": "“{value}” is geen ja of nee",
        "no_date": "“{value}” is geen datum; schrijf bijvoorbeeld 2025-01-10",
        "not_found": "“{value}” staat nergens in het bestand",
        "ambiguous": "“{value}” komt vaker voor; gebruik het id",
        "no_tie": "een verbinding loopt tussen een schakel en iets anders",
        "tied_twice": "deze verbinding staat er al, op een andere grond",
        "too_many_seats": "er staan meer dan {most} stoelen in",
        "no_table": (
            "geen tabel gevonden. Zet boven de kolommen wat erin staat, zoals Ingrediënt, Stoel "
            "en Schakel"
        ),
        "too_big": "dit bestand is te groot om te lezen",
        "unreadable": "dit bestand is beschadigd of heeft een andere vorm",
        "old_excel": "dit is een oud Excel-bestand; bewaar het als .xlsx",
    },
}
