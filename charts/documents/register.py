"""The register as a picture: one mark a document, heaped up by year, its form by legal force."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis, year_axis
from charts.figure import Figure, Native, plot
from charts.hover import card
from charts.keys import Key, key
from charts.look import Look, ordered
from charts.points import marker, points
from charts.words import plural, wrapped

FORCES = ("Treaty", "Political")
SYMBOLS = ("diamond", "circle")
SIGNS = ("◆", "●")
LEAST_HEAP = 8
Places = dict[int, tuple[int, int]]  # position of a row -> year, rank within the year


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Marks heaped by year, three beside one another; on a phone the years run down. Frame as of `document_register.sql`."""
    places = _places(frame)
    found = [year for year, _ in places.values()] or [0]
    first, last = min(found), max(found)
    span = last - first + 1
    high = max((rank for _, rank in places.values()), default=0) // _beside(look) + 2
    heap = hidden_axis(-0.9, max(high, LEAST_HEAP))
    line = year_axis(first, last, 1 if span < 13 else 2 if look.narrow else 5, showgrid=False)
    return plot(
        [_marks(frame, i, force, places, look) for i, force in enumerate(_forces(frame))],
        look,
        44 + 20 * span if look.narrow else 60 + 9 * max(high, LEAST_HEAP),
        annotations=[_key(frame, look).note(look)],
        margin={"t": 32},
        xaxis=heap if look.narrow else line,
        yaxis={**line, "range": line["range"][::-1]} if look.narrow else heap,
    )


def _forces(frame: pd.DataFrame) -> list[str]:
    return ordered(list(frame["legal_force"]), FORCES)


def _beside(look: Look) -> int:
    """How many marks of a year stand beside one another."""
    return 2 if look.narrow else 3


def _form(position: int, look: Look) -> tuple[str, str, str]:
    """Symbol, sign and colour of the first, second … force."""
    return SYMBOLS[position % 2], SIGNS[position % 2], (look.accent, look.quiet)[position % 2]


def _key(frame: pd.DataFrame, look: Look) -> Key:
    counts = frame["legal_force"].value_counts()
    return key([(*_form(i, look)[1:], f"{force} {counts[force]}") for i, force in enumerate(_forces(frame))], look, 2)


def _places(frame: pd.DataFrame) -> Places:
    """Undated rows have no place."""
    heaps: dict[int, int] = {}
    places: Places = {}
    dated = frame[frame["adopted_on"].notna()].sort_values(["adopted_on", "document_id"], kind="stable")
    for position, moment in zip(dated.index, dated["adopted_on"], strict=True):
        places[int(position)] = (moment.year, heaps.get(moment.year, 0))
        heaps[moment.year] = heaps.get(moment.year, 0) + 1
    return places


def _marks(frame: pd.DataFrame, position: int, force: str, places: Places, look: Look) -> dict[str, Any]:
    """The documents of one force."""
    rows = [row for row in frame[frame["legal_force"] == force].itertuples() if row.Index in places]
    beside, apart = _beside(look), 0.4 if look.narrow else 0.26
    along = [places[row.Index][0] + (places[row.Index][1] % beside - (beside - 1) / 2) * apart for row in rows]
    up = [places[row.Index][1] // beside for row in rows]
    hovers = [card(wrapped(str(row.title), 56), f"{row.type}, {row.dated}", row.body) for row in rows]
    symbol, _, colour = _form(position, look)
    x, y = (up, along) if look.narrow else (along, up)
    return points(x, y, (row.Index for row in rows), hovers, marker(symbol, 8, colour), cliponaxis=False)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many documents of which force, and the years they span."""
    counts = frame["legal_force"].value_counts()
    forces = ", ".join(f"{force.lower()} {counts[force]}" for force in _forces(frame))
    found = frame["adopted_on"].dropna().dt.year
    span = f" Dated {found.min()} to {found.max()}." if len(found) else " None has a date."
    return f"One mark for each of {plural(len(frame), 'documents')}, by year: {forces}.{span}"


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
