"""Why a write is refused: a code for programs and a sentence for people (RE1)."""

from collections import Counter

WORDS = {
    "forbidden": "Hier kun je alleen meekijken.",
    "gap": "Er ontbreekt iets vóór deze wijziging; die wordt opnieuw opgevraagd.",
    "content": "Deze wijziging bevat iets wat niet op een kleed past.",
    "value": "Deze wijziging bevat een waarde die te groot, te diep of geen gewone waarde is.",
    "key": "Deze wijziging schrijft op een plek die het kleed niet kent.",
    "origin": "Deze wijziging sluit niet aan op wat er op het kleed ligt.",
    "foreign": "Deze wijziging staat op naam van iemand anders.",
    "too_many": "Deze wijziging bevat te veel in één keer.",
    "erases_too_much": "Zoveel in één keer weghalen kan alleen de begeleider.",
    "board_full": "Het kleed is vol. Weghalen en verplaatsen kan nog wel.",
    "rate": "Er komt te veel in korte tijd binnen; zo meteen gaat het verder.",
    "busy": "De server kan het even niet bijhouden; zo meteen gaat het verder.",
    "degraded": "Opslaan lukt nu niet. Wat je schrijft blijft op dit apparaat bewaard.",
}


NEWS = {
    "board_filling": "Het kleed is bijna vol.",
    "stored_again": "Opslaan lukt weer.",
}
"""What a notice says that is no refusal."""


MADE: Counter[str] = Counter()
"""How often each was said since the program began."""


class Refusal(Exception):  # noqa: N818 - a refused write is an answer, not a fault
    """A write that is understood and not accepted; the peer stays and hears why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        MADE[code] += 1

    @property
    def words(self) -> str:
        """The reason for people."""
        return WORDS[self.code]
