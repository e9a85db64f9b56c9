"""The coverage matrix: how many rows each table holds on each chairmanship."""

from typing import Any

import pandas as pd

from charts.axes import column_axis, row_axis
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.hover import card, long
from charts.keys import Key, key
from charts.look import Look
from charts.marks import each
from charts.points import hits
from charts.shapes import cells
from charts.words import plural
from queries.filters import with_dashes

TABLES = {"documents": "Documents", "events": "Events", "meetings": "Meetings", "priorities": "Priorities", "reported_figures": "Reported figures"}
FILLS = {"filled": 0.85, "thin": 0.30, "empty": 0.0}
HALF = (0.48, 0.44)
GAP = "•"
KEY_LINE = 22


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Cells with their number, shaded by filled, thin and empty; a dot marks known gaps. Frame as of `coverage_matrix.sql`."""
    chairs = list(dict.fromkeys(frame["chairmanship"]))
    places = [(list(TABLES).index(row.table_name), chairs.index(row.chairmanship)) for row in each(frame)]
    legend = _key(frame, look)
    numbers = {
        "mode": "markers+text",
        "text": [(str(row.n) if row.n else "–") + (f" {GAP}" if row.n_gaps else "") for row in each(frame)],
        "textfont": {"size": look.size("text"), "color": [look.on(look.accent, FILLS[row.coverage]) if row.n else look.quiet for row in each(frame)]},
    }
    shades = {fill: [place for place, found in zip(places, frame["coverage"], strict=True) if found == fill] for fill in FILLS}
    beneath = {"x": 1, "xanchor": "right", "y": 0, "yanchor": "top", "yshift": -8}  # names of states leave too little room at the left
    return plot(
        [hits((x for x, _ in places), (y for _, y in places), frame.index, map(_hover, each(frame)), 22, **numbers)],
        look,
        72 + 26 * len(chairs) + KEY_LINE * legend.lines + (80 if look.narrow else 0),
        annotations=[legend.note(look, **beneath)],
        shapes=[cells(shades[fill], HALF, look.accent, strength) for fill, strength in FILLS.items()],
        xaxis=column_axis([*TABLES.values()], look, ink=look.quiet),
        yaxis=row_axis([with_dashes(chair) for chair in chairs], look),
        margin={"b": KEY_LINE * legend.lines + 10},
    )


def _key(frame: pd.DataFrame, look: Look) -> Key:
    shades = [("■", look.tint(look.accent, FILLS[fill]), words) for fill, words in (("filled", "10 rows or more"), ("thin", "1 to 9"))]
    gaps = [(GAP, look.ink, "something known to be missing")] if frame["n_gaps"].any() else []
    return key([*shades, ("–", look.quiet, "none"), *gaps], look, 4, 3)


def _hover(row: Any) -> str:
    gaps = long(f"Known gaps: {row.gaps}") if row.gaps else ""
    return card(with_dashes(row.chairmanship), plural(row.n, TABLES[row.table_name].lower()), gaps)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many cells are filled, thin and empty, by table."""
    parts = []
    for table, label in TABLES.items():
        rows = frame[frame["table_name"] == table]["coverage"].value_counts()
        parts.append(f"{label}: filled {rows.get('filled', 0)}, thin {rows.get('thin', 0)}, empty {rows.get('empty', 0)}")
    return "Matrix of chairmanships by table. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The number of chairmanships with coded priorities, which limits every comparison."""
    coded = frame[(frame["table_name"] == "priorities") & (frame["n"] > 0)]
    chairs = frame["chairmanship"].nunique()
    recorded = int((frame[frame["table_name"] == "documents"]["n"] > 0).sum())
    if chairs == 1:
        return f"Priorities are {'' if len(coded) else 'not '}coded and documents {'' if recorded else 'not '}recorded for the one chairmanship shown"
    return f"Priorities are coded for {len(coded)} of {plural(chairs, 'chairmanships')}; documents are recorded for {'all' if recorded == chairs else recorded}"


FIGURE = Figure(
    name="coverage-matrix",
    page="data",
    measure="Rows recorded on each chairmanship",
    query="dataset/coverage",
    fit=in_parts(("chairmanship_id",), {"slide": 10, "square": 9}, "chairmanships"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="records",
    method="Rows recorded with this chairmanship. Filled: ten or more; thin: one to nine; empty: none. "
    "A dot marks a gap that is known and described for this term; gaps that concern several terms, or none in particular, "
    "have no place in the matrix and stand in the list of gaps on the page Data. "
    "Few rows can mean few facts or few sources; the gaps say which where it is known.",
    columns={"chairmanship": "Chairmanship", "table_name": "Table", "n": "Rows", "coverage": "Coverage", "n_gaps": "Known gaps", "gaps": "Gaps in words"},
    height=760,
)
