"""All formats a snapshot can be written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from board.export.csv import export_csv, export_csv_excel
from board.export.gexf import export_gexf, export_gexf_series
from board.export.graphml import export_graphml
from board.export.json import export_json
from board.export.kumu import export_kumu
from board.export.moment import Moment
from board.export.node_link import export_node_link
from board.export.ods import MEDIA_TYPE as ODS
from board.export.ods import export_ods
from board.export.pdf import export_pdf
from board.export.png import export_cloth_png, export_png
from board.export.poster import PAPERS, export_poster
from board.export.svg import export_cloth_svg, export_picture, export_svg
from board.export.xlsx import MEDIA_TYPE as XLSX
from board.export.xlsx import export_xlsx

LooksBack = Literal["", "earlier", "past"]


class Write(Protocol):
    """Writes a moment; names default to off."""

    def __call__(self, moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
        """Give the bytes of the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `suffix` with its dot.

    `looks_back`: whether it is of one moment, of one beside an `earlier` one, or of its `past`.
    """

    name: str
    media_type: str
    suffix: str
    write: Write
    looks_back: LooksBack = ""


GEXF = "application/gexf+xml"


def _picture(name: str, looks_back: LooksBack = "") -> Format:
    write = partial(export_picture, name)
    return Format(f"{name}-svg", "image/svg+xml", f"-{name}.svg", write, looks_back)


_ALL = (
    Format("json", "application/json", ".json", export_json),
    Format("node-link", "application/json", "-node-link.json", export_node_link),
    Format("graphml", "application/graphml+xml", ".graphml", export_graphml),
    Format("gexf", GEXF, ".gexf", export_gexf),
    Format("gexf-series", GEXF, "-reeks.gexf", export_gexf_series, "past"),
    Format("kumu", "application/zip", "-kumu.zip", export_kumu),
    Format("csv", "application/zip", "-csv.zip", export_csv),
    Format("csv-excel", "application/zip", "-csv-excel.zip", export_csv_excel),
    Format("xlsx", XLSX, ".xlsx", export_xlsx),
    Format("ods", ODS, ".ods", export_ods),
    Format("pdf", "application/pdf", ".pdf", export_pdf),
    Format("svg", "image/svg+xml", ".svg", export_svg),
    Format("png", "image/png", ".png", export_png),
    Format("cloth-svg", "image/svg+xml", "-kleed.svg", export_cloth_svg),
    Format("cloth-png", "image/png", "-kleed.png", export_cloth_png),
    *(_picture(name) for name in ("coverage", "balance", "matrix")),
    *(_picture(name, "earlier") for name in ("ghost", "alluvial")),
    _picture("growth", "past"),
    *(
        Format(f"poster-{paper}", "application/pdf", f"-{paper}.pdf", partial(export_poster, paper))
        for paper in PAPERS
    ),
)
FORMATS: Mapping[str, Format] = {format_.name: format_ for format_ in _ALL}
