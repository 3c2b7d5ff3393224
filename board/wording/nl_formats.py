"""The formats of files in Dutch: what each is called and for whom it is."""

from board.wording.shape import Kind

FORMATS: dict[str, Kind] = {
    "pdf": {"label": "Verslag (PDF)", "text": "om te lezen, te mailen en te archiveren"},
    "json": {"label": "Alles (JSON)", "text": "om te bewaren; met namen ook om weer te openen"},
    "xlsx": {"label": "Excel (XLSX)", "text": "tabellen met ingrediënten, schakels en posities"},
    "ods": {"label": "Rekenblad (ODS)", "text": "dezelfde tabellen, als open standaard"},
    "csv": {"label": "Tabellen (CSV)", "text": "zip om mee te rekenen, bijvoorbeeld in R of Gephi"},
    "csv-excel": {"label": "Tabellen voor Excel (CSV)", "text": "zip die Excel goed opent"},
    "svg": {"label": "Netwerk (SVG)", "text": "de tekening van het netwerk, scherp op elke maat"},
    "png": {"label": "Netwerk (PNG)", "text": "de tekening van het netwerk als plaatje"},
    "cloth-svg": {"label": "Kleed (SVG)", "text": "het kleed zoals het ligt, scherp op elke maat"},
    "cloth-png": {"label": "Kleed (PNG)", "text": "het kleed zoals het ligt, als plaatje"},
    "coverage-svg": {"label": "Dekking per stoel (SVG)", "text": "een teken per ingrediënt"},
    "balance-svg": {"label": "Lokaal en professioneel (SVG)", "text": "wie er liggen en dragen"},
    "matrix-svg": {
        "label": "Posities (SVG)",
        "text": "wie van welke plek uit meedoet, sinds wanneer",
    },
    "ghost-svg": {
        "label": "Wat er veranderde (SVG)",
        "text": "het eerdere kleed als een schim achter dit kleed",
    },
    "alluvial-svg": {"label": "Verschoven posities (SVG)", "text": "een draad per betrokkene"},
    "growth-svg": {"label": "Hoe het groeide (SVG)", "text": "lijnen over alle momentopnamen"},
    "poster-a3": {"label": "Kleed op A3", "text": "op ware grootte, op vellen om te plakken"},
    "poster-a2": {"label": "Kleed op A2", "text": "op ware grootte, op vellen om te plakken"},
    "poster-a1": {"label": "Kleed op A1", "text": "op ware grootte, voor een plotter"},
    "poster-a0": {"label": "Kleed op A0", "text": "op ware grootte, voor een plotter"},
    "graphml": {"label": "Netwerk (GraphML)", "text": "voor yEd, igraph of Cytoscape"},
    "gexf": {"label": "Netwerk (GEXF)", "text": "voor Gephi"},
    "gexf-series": {
        "label": "Alle momenten (GEXF)",
        "text": "voor Gephi, met een tijdlijn om doorheen te schuiven",
    },
    "kumu": {"label": "Netwerk (Kumu)", "text": "zip met twee tabellen voor Kumu"},
    "node-link": {"label": "Netwerk (node-link JSON)", "text": "voor programmeurs: networkx of D3"},
}
