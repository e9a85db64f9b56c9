"""The coverage matrix: how many rows each table holds on each chairmanship."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, key, plot
from charts.look import Look
from charts.marks import each
from charts.words import plural, wrapped
from queries.filters import with_dashes

TABLES = {"documents": "Documents", "events": "Events", "meetings": "Meetings", "priorities": "Priorities", "reported_figures": "Reported figures"}
FILLS = {"filled": 0.85, "thin": 0.30, "empty": 0.0}
GAP = "•"


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Cells with their number, shaded by filled, thin and empty; a dot marks known gaps. Frame as of `coverage_matrix.sql`."""
    chairs = list(dict.fromkeys(frame["chairmanship"]))
    columns, rows = [list(TABLES).index(table) for table in frame["table_name"]], [chairs.index(chair) for chair in frame["chairmanship"]]
    cells = {
        "type": "scatter",
        "mode": "markers+text",
        "x": columns,
        "y": rows,
        "marker": {"size": 22, "opacity": 0, "symbol": "square"},
        "text": [(str(row.n) if row.n else "–") + (f" {GAP}" if row.n_gaps else "") for row in each(frame)],
        "textfont": {"size": 13, "color": [look.on(look.accent, FILLS[row.coverage]) if row.n else look.quiet for row in each(frame)]},
        "customdata": frame.index.tolist(),
        "hovertext": [_hover(row) for row in each(frame)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    entries = [("■", look.tint(look.accent, FILLS["filled"]), "10 rows or more"), ("■", look.tint(look.accent, FILLS["thin"]), "1 to 9"), ("–", look.quiet, "none")]
    entries += [(GAP, look.ink, "something known to be missing")] if frame["n_gaps"].any() else []
    per_line = 3 if look.narrow else 4
    lines = -(-len(entries) // per_line)
    return plot(
        [cells],
        look,
        72 + 26 * len(chairs) + 22 * lines + (80 if look.narrow else 0),
        annotations=[key(entries, per_line) | {"y": 0, "yanchor": "top", "yshift": -8, "x": 1, "xanchor": "right"}],  # names of states leave too little room at the left
        shapes=[_shade(look, fill, [cell for cell in zip(columns, rows, frame["coverage"], strict=True) if cell[2] == fill]) for fill in FILLS],
        xaxis={
            "side": "top",
            "tickmode": "array",
            "tickvals": list(range(len(TABLES))),
            "ticktext": list(TABLES.values()),
            "tickangle": -90 if look.narrow else 0,
            "range": [-0.5, len(TABLES) - 0.5],
            "showgrid": False,
            "fixedrange": True,
        },
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(chairs))),
            "ticktext": [with_dashes(chair) for chair in chairs],
            "range": [len(chairs) - 0.5, -0.5],
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"color": look.ink},
        },
        margin={"l": 8, "r": 8, "t": 8, "b": 22 * lines + 10},
    )


def _shade(look: Look, fill: str, cells: list[tuple[int, int, str]]) -> dict[str, Any]:
    """All cells of one coverage as one path: a shape a cell took as long to draw as the rest of the page."""
    path = "".join(f"M{x - 0.48},{y - 0.44}H{x + 0.48}V{y + 0.44}H{x - 0.48}Z" for x, y, _ in cells)
    return {"type": "path", "path": path or "M0,0Z", "layer": "below", "fillcolor": look.accent, "opacity": FILLS[fill], "line": {"width": 0}}


def _hover(row: Any) -> str:
    gaps = f"<br>{wrapped('Known gaps: ' + row.gaps, 60)}" if row.gaps else ""
    return f"<b>{with_dashes(row.chairmanship)}</b><br>{plural(row.n, TABLES[row.table_name].lower())}{gaps}"


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
    return f"Priorities are coded for {len(coded)} of {plural(chairs, 'chairmanships')}; documents are recorded for {'all' if recorded == chairs > 1 else recorded}"


FIGURE = Figure(
    name="coverage-matrix",
    page="overview",
    measure="What the dataset holds on each chairmanship",
    query="dataset/coverage",
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
