"""The register as a picture: one mark a document, heaped up by year, its form by legal force."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import Look, ordered
from charts.words import number, plural, wrapped

FORCES = ("Treaty", "Political")
SYMBOLS = ("diamond", "circle")
SIGNS = ("◆", "●")
ACROSS = 3
MOST = 1_000  # documents for which the picture has room
FIRST = f"drawn are the first {number(MOST)} of the list; the table has all"


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Marks heaped by year, three beside one another; on a phone the years run down. Frame as of `documents/register.sql`."""
    is_cut, frame = len(frame) > MOST, frame.head(MOST)
    forces = ordered(list(frame["legal_force"]), FORCES)
    places = _places(frame)
    years = [year for year, _ in places.values()] or [0]
    high = max((rank for _, rank in places.values()), default=0) // (2 if look.narrow else ACROSS) + 1
    span = max(years) - min(years) + 1
    texts = {row.Index: f"<b>{wrapped(str(row.title), 56)}</b><br>{row.type}, {row.dated}<br>{row.body}" for row in frame.itertuples()}
    traces = []
    for i, force in enumerate(forces):
        rows = [int(row) for row in frame.index[frame["legal_force"] == force] if row in places]
        traces.append(_trace(rows, places, texts, SYMBOLS[i % 2], _colour(i, look), look))
    entries = [(SIGNS[i % 2], _colour(i, look), f"{force} {int((frame['legal_force'] == force).sum())}") for i, force in enumerate(forces)]
    if is_cut:
        entries.append(("", look.ink, FIRST))
    heap = {"range": [-0.9, max(high + 1, 8)], "visible": False, "fixedrange": True}
    line = {
        "range": [min(years) - 0.6, max(years) + 0.6],
        "tickformat": "d",
        "dtick": 1 if span < 13 else 2 if look.narrow else 5,
        "showgrid": False,
        "fixedrange": True,
    }
    return plot(
        traces,
        look,
        44 + 20 * span if look.narrow else 60 + 9 * max(high + 1, 8),
        annotations=[key(entries, 2)],
        margin={"l": 8, "r": 8, "t": 52 if is_cut else 32, "b": 8},
        xaxis=heap if look.narrow else line,
        yaxis={**line, "range": [max(years) + 0.6, min(years) - 0.6]} if look.narrow else heap,
    )


def _colour(position: int, look: Look) -> str:
    return (look.accent, look.quiet)[position % 2]


def _places(frame: pd.DataFrame) -> dict[int, tuple[int, int]]:
    """Row position -> (year, rank within the year); undated rows have no place."""
    heaps: dict[int, int] = {}
    places: dict[int, tuple[int, int]] = {}
    dated = frame[frame["adopted_on"].notna()].sort_values(["adopted_on", "document_id"], kind="stable")
    for position, moment in zip(dated.index, dated["adopted_on"], strict=True):
        rank = heaps.get(moment.year, 0)
        places[int(position)] = (moment.year, rank)
        heaps[moment.year] = rank + 1
    return places


def _trace(rows: list[int], places: dict[int, tuple[int, int]], texts: dict[Any, str], symbol: str, colour: str, look: Look) -> dict[str, Any]:
    beside = 2 if look.narrow else ACROSS
    years = [places[row][0] + (places[row][1] % beside - (beside - 1) / 2) * (0.4 if look.narrow else 0.26) for row in rows]
    heights = [places[row][1] // beside for row in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": heights if look.narrow else years,
        "y": years if look.narrow else heights,
        "customdata": rows,
        "text": [texts[row] for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 8, "symbol": symbol, "color": colour},
        "cliponaxis": False,
    }


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many documents of which force, and the years they span."""
    is_cut, frame = len(frame) > MOST, frame.head(MOST)
    forces = ", ".join(f"{force.lower()} {int((frame['legal_force'] == force).sum())}" for force in ordered(list(frame["legal_force"]), FORCES))
    years = frame["adopted_on"].dropna().dt.year
    span = f" Dated {years.min()} to {years.max()}." if len(years) else " None has a date."
    return f"One mark for each of {plural(len(frame), 'documents')}, by year: {forces}.{span}" + (f" {FIRST.capitalize()}." if is_cut else "")


FIGURE = Figure(
    name="document-register",
    page="documents",
    measure="Register of documents",
    query="documents/register",
    draw=draw,
    describe=describe,
    noun="documents",
    method="Every text in the dataset, also those that do not count in document counts; the column Counts says which. "
    "A search needs all its words, each anywhere in the title, the name of the body or the note; capitals and accents make no difference, and a word may be part of a longer one. "
    "Found in names the fields, Words in context the text around the words. "
    "Best match puts titles that hold the phrase first, then those with most of the words, then the newest. "
    "Dates are as precise as they are known: 2011 means some day of 2011. A treaty is an agreement that states ratify or sign as such; all other texts are political.",
    columns={
        "dated": "Date",
        "title": "Title",
        "type": "Type",
        "body": "Body",
        "theme": "Theme",
        "legal_force": "Legal force",
        "chairmanship": "Chairmanship",
        "place": "Place",
        "runs": "Years covered",
        "is_counted": "Counts",
        "found_in": "Found in",
        "context": "Words in context",
        "document_id": "Id",
    },
    native=Native("table"),
    height=240,
)
