"""The words of the API in Dutch."""

from collections.abc import Mapping

from server.errors import Refusal

REFUSALS: Mapping[Refusal, tuple[str, str]] = {
    Refusal.MALFORMED: (
        "Deze vraag is niet te lezen",
        "Er kwam geen geldige vraag aan. Laad de pagina opnieuw en probeer het nog eens.",
    ),
    Refusal.NOT_JOINED: (
        "Je zit nog niet aan dit kleed",
        "Dit apparaat is hier nog niet bekend. Open de link of scan de code die je kreeg.",
    ),
    Refusal.WRONG_SECRET: (
        "Deze link of code klopt niet",
        "Kijk of je de hele link of de juiste code hebt, of vraag de begeleider om een nieuwe.",
    ),
    Refusal.WRONG_CREATION_KEY: (
        "Hier kan niet iedereen een kleed maken",
        "Op deze server heb je een sleutelwoord nodig. Vraag het aan de beheerder en vul het in.",
    ),
    Refusal.EXPIRED: (
        "Deze link is verlopen",
        "De link gold tot een vaste dag, en die is voorbij. Vraag de begeleider om een nieuwe.",
    ),
    Refusal.REVOKED: (
        "Deze link geldt niet meer",
        "De begeleider heeft de link ingetrokken. Vraag om een nieuwe als je mee wilt doen.",
    ),
    Refusal.REMOVED: (
        "Je bent van dit kleed gehaald",
        "Dit apparaat mag hier niet meer bij. Vraag de begeleider om een nieuwe link.",
    ),
    Refusal.DOOR_SHUT: (
        "Het is vol voor de deur",
        "Er wachten al veel mensen. Vraag de begeleider om eerst hen binnen te laten.",
    ),
    Refusal.WAITING: (
        "Je staat voor de deur",
        "De begeleider laat je zo binnen. Laat deze pagina open; het gaat vanzelf verder.",
    ),
    Refusal.PIN_WANTED: (
        "Er hoort een pincode bij dit kleed",
        "Vraag de begeleider om de pincode en vul die in.",
    ),
    Refusal.WRONG_PIN: (
        "Deze pincode klopt niet",
        "Kijk de cijfers nog eens na, of vraag ze aan de begeleider.",
    ),
    Refusal.NOT_THE_SAME: (
        "Dit zijn niet dezelfde rollen",
        "Wie terugkomt, krijgt de plek van iemand met dezelfde rol. Kies iemand anders.",
    ),
    Refusal.UNKNOWN_PROJECTOR: (
        "Deze beamer is er niet",
        "Kijk naar de vier cijfers op de beamer. Ze gelden tien minuten.",
    ),
    Refusal.FORBIDDEN: (
        "Dat mag je hier niet",
        "Je doet mee in een rol die dit niet toelaat. Vraag de begeleider als het wel moet kunnen.",
    ),
    Refusal.CROSS_ORIGIN: (
        "Deze vraag komt van een andere site",
        "Voor je veiligheid kan dit alleen vanaf de pagina's van deze server zelf.",
    ),
    Refusal.UNKNOWN_ROUTE: (
        "Hier is niets",
        "Dit adres bestaat niet. Kijk of het goed is overgenomen, of begin bij de startpagina.",
    ),
    Refusal.UNKNOWN_BOARD: (
        "Dit kleed is er niet",
        "Er is geen kleed met dit nummer. Kijk of de link volledig is; misschien is het opgeruimd.",
    ),
    Refusal.UNKNOWN_SNAPSHOT: (
        "Deze momentopname is er niet",
        "Ze hoort niet bij dit kleed of is weggegooid. Kijk in de lijst met momentopnamen.",
    ),
    Refusal.UNKNOWN_SHARE: (
        "Deze deellink is hier niet bekend",
        "Misschien is de link al weggehaald. Laad de pagina opnieuw.",
    ),
    Refusal.UNKNOWN_INVITATION: (
        "Deze uitnodiging is er niet",
        "Ze hoort niet bij dit kleed. Kijk in de lijst met uitnodigingen.",
    ),
    Refusal.UNKNOWN_PARTICIPANT: (
        "Deze deelnemer is er niet",
        "Er zit niemand met dit nummer aan dit kleed. Misschien is hij of zij al van tafel.",
    ),
    Refusal.INVALID_PHOTO: (
        "Deze foto kan niet",
        "Kies een JPEG-, PNG- of WebP-bestand van hoogstens {most} miljoen beeldpunten.",
    ),
    Refusal.UNKNOWN_PHOTO: (
        "Deze foto ligt er niet meer",
        "Een begeleider kan een nieuwe foto neerleggen.",
    ),
    Refusal.UNKNOWN_FORMAT: (
        "Dit bestandstype kennen we niet",
        "Kies een van deze: {formats}.",
    ),
    Refusal.UNKNOWN_LANGUAGE: (
        "Deze taal is er niet",
        "Kies Nederlands (nl) of Engels (en).",
    ),
    Refusal.WRONG_METHOD: (
        "Dat kan hier niet",
        "Dit adres bestaat, maar laat deze handeling niet toe.",
    ),
    Refusal.SEAT_TAKEN: (
        "Deze stoel is bezet",
        "Iemand anders zit hier al. Kies een andere stoel of vraag de begeleider om hulp.",
    ),
    Refusal.TOO_MANY_SNAPSHOTS: (
        "Er zijn te veel momentopnamen",
        "Dit kleed heeft er al {limit}. Gooi er een weg die je niet meer nodig hebt.",
    ),
    Refusal.TOO_MANY_INVITATIONS: (
        "Er zijn te veel uitnodigingen",
        "Dit kleed heeft er al {limit}. Trek er een in die niemand meer nodig heeft.",
    ),
    Refusal.WRONG_MOMENT: (
        "Dat kan nu niet",
        "De klok of de stap is intussen veranderd. Kijk hoe het nu staat en probeer het opnieuw.",
    ),
    Refusal.SERVER_RUNS: (
        "De server draait",
        "Wis deze naam op de kaart van de schakel, of stop eerst de server.",
    ),
    Refusal.NOBODY: (
        "Er is geen naam om te wissen",
        "Wie je bedoelt staat niet op dit kleed, of heeft geen naam meer.",
    ),
    Refusal.BOARD_BROKEN: (
        "Dit kleed kan nu niet open",
        "Er is iets mis met wat bewaard is. Niets is weggegooid: vraag de beheerder om te kijken.",
    ),
    Refusal.TOO_BIG: (
        "Dat is te groot",
        "Wat je stuurt is groter dan hier mag ({limit}). Maak het kleiner of splits het.",
    ),
    Refusal.INVALID: (
        "Er klopt iets niet in wat je invulde",
        "Kijk naar de genoemde plekken, verbeter ze en probeer het opnieuw.",
    ),
    Refusal.INVALID_FILE: (
        "Dit bestand is niet te gebruiken",
        "Er is niets veranderd. Kijk naar de genoemde plekken in het bestand.",
    ),
    Refusal.IN_THE_PAST: (
        "Dat moment is al voorbij",
        "Een uitnodiging kan alleen tot een moment in de toekomst gelden. Kies een later moment.",
    ),
    Refusal.UNKNOWN_ACTOR: (
        "Deze betrokkene is er niet",
        "Kies iemand die op een van de twee kleden ligt. Misschien is die intussen weggehaald.",
    ),
    Refusal.UNKNOWN_SEAT: (
        "Deze stoel is er niet",
        "Aan dit kleed staat geen stoel met dit nummer. Kies een van de stoelen rond de tafel.",
    ),
    Refusal.UNKNOWN_ACTOR: (
        "Deze schakel is er niet",
        "Op dit kleed ligt niemand met dit nummer. Kies een van de schakels op het kleed.",
    ),
    Refusal.TOO_MANY_TRIES: (
        "Even wachten",
        "Er is te vaak geprobeerd. Wacht {seconds} seconden en probeer het dan opnieuw.",
    ),
    Refusal.OURS: (
        "Er ging iets mis bij ons",
        "Dit is onze fout, niet de jouwe. Wat bewaard was, is er nog. Probeer het zo nog eens.",
    ),
    Refusal.STORE_AWAY: (
        "Bewaren lukt nu even niet",
        "Wat al bewaard was, is er nog. Probeer het over een minuut opnieuw.",
    ),
}

# per kind of fault as pydantic names it; the words in braces come with the fault
FAULTS: Mapping[str, str] = {
    "missing": "dit ontbreekt",
    "extra_forbidden": "dit kennen we niet; haal het weg",
    "json_invalid": "dit is geen geldige JSON",
    "string_type": "hier hoort tekst",
    "string_too_long": "dit is te lang: hoogstens {max_length} tekens",
    "string_too_short": "dit is te kort: minstens {min_length} teken",
    "too_short": "dit is te kort: minstens {min_length} teken",
    "string_pattern_mismatch": "dit heeft niet de juiste vorm",
    "int_type": "hier hoort een geheel getal",
    "int_parsing": "hier hoort een geheel getal",
    "int_from_float": "hier hoort een geheel getal",
    "float_type": "hier hoort een getal",
    "float_parsing": "hier hoort een getal",
    "finite_number": "hier hoort een gewoon getal",
    "bool_type": "hier hoort ja of nee (true of false)",
    "bool_parsing": "hier hoort ja of nee (true of false)",
    "greater_than": "dit moet groter zijn dan {gt}",
    "greater_than_equal": "dit moet minstens {ge} zijn",
    "less_than": "dit moet kleiner zijn dan {lt}",
    "less_than_equal": "dit mag hoogstens {le} zijn",
    "enum": "kies een van deze: {expected}",
    "literal_error": "kies een van deze: {expected}",
    "model_attributes_type": "hier hoort een object",
    "dict_type": "hier hoort een object",
    "datetime_parsing": "hier hoort een datum met tijd",
    "datetime_from_date_parsing": "hier hoort een datum met tijd",
    "datetime_type": "hier hoort een datum met tijd",
    "timezone_aware": "zet er een tijdzone bij",
    "one_of_both": "geef precies een van beide: secret of code",
    "seconds_missing": "zet erbij hoeveel seconden",
}
FAULT = "dit is hier niet goed"
MISSING_FRONTEND = (
    "De pagina's zijn nog niet gebouwd",
    "De server draait. Bouw de pagina's met dit commando en laad deze pagina opnieuw:",
)

STEP_ENDED = "Einde van stap {step}"
