"""Papers and inks; every ink stands at least 4.5:1 on the paper, and none carries meaning alone."""

from collections.abc import Mapping

from board.schema import Basis, Pen

PAPER = "#FFFDF7"
LINEN = "#F2ECE0"
HAIR = "#DDD5C5"
LINE = "#857D6E"
INK = "#1B1B1B"
SOFT = "#57534A"
ACCENT = "#0050B5"
PENS: Mapping[Pen, str] = {
    Pen.BLACK: INK,
    Pen.BLUE: ACCENT,
    Pen.BRICK: "#B3261E",
    Pen.MOSS: "#00664A",
    Pen.AUBERGINE: "#5B1A8B",
    Pen.OCHRE: "#8C6A00",
    Pen.RASPBERRY: "#C2187A",
    Pen.SLATE: "#4A6A80",
}
DASHES: Mapping[Basis, str | None] = {
    Basis.FACTUAL: None,
    Basis.EXPECTED: "11 9",
    Basis.WISHED: "1 9",
}
