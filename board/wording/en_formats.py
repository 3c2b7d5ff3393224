"""The formats of files in English: what each is called and for whom it is."""

from board.wording.shape import Kind

FORMATS: dict[str, Kind] = {
    "pdf": {"label": "Report (PDF)", "text": "to read, to send and to archive"},
    "json": {"label": "Everything (JSON)", "text": "to keep; with names also to open again"},
    "xlsx": {"label": "Excel (XLSX)", "text": "tables of ingredients, connectors and positions"},
    "ods": {"label": "Spreadsheet (ODS)", "text": "the same tables, as an open standard"},
    "csv": {"label": "Tables (CSV)", "text": "a zip to reckon with, for instance in R or Gephi"},
    "csv-excel": {"label": "Tables for Excel (CSV)", "text": "a zip that a Dutch Excel opens well"},
    "svg": {"label": "Network (SVG)", "text": "the drawing of the network, sharp at every size"},
    "png": {"label": "Network (PNG)", "text": "the drawing of the network as a picture"},
    "cloth-svg": {"label": "Cloth (SVG)", "text": "the cloth as it lies, sharp at every size"},
    "cloth-png": {"label": "Cloth (PNG)", "text": "the cloth as it lies, as a picture"},
    "coverage-svg": {"label": "Coverage per seat (SVG)", "text": "a sign for each ingredient"},
    "balance-svg": {"label": "Local and professional (SVG)", "text": "who lie there and who carry"},
    "matrix-svg": {"label": "Positions (SVG)", "text": "who takes part from where, since when"},
    "ghost-svg": {
        "label": "What changed (SVG)",
        "text": "the earlier cloth as a ghost behind this one",
    },
    "alluvial-svg": {"label": "Positions that moved (SVG)", "text": "a thread for each party"},
    "growth-svg": {"label": "How it grew (SVG)", "text": "lines over all snapshots"},
    "poster-a3": {"label": "Cloth on A3", "text": "at true size, on sheets to paste together"},
    "poster-a2": {"label": "Cloth on A2", "text": "at true size, on sheets to paste together"},
    "poster-a1": {"label": "Cloth on A1", "text": "at true size, for a plotter"},
    "poster-a0": {"label": "Cloth on A0", "text": "at true size, for a plotter"},
    "graphml": {"label": "Network (GraphML)", "text": "for yEd, igraph or Cytoscape"},
    "gexf": {"label": "Network (GEXF)", "text": "for Gephi"},
    "gexf-series": {
        "label": "All moments (GEXF)",
        "text": "for Gephi, with a timeline to move through",
    },
    "kumu": {"label": "Network (Kumu)", "text": "a zip of two tables for Kumu"},
    "node-link": {"label": "Network (node-link JSON)", "text": "for programmers: networkx or D3"},
}
