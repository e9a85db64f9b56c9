"""The register as a picture: one mark a document, heaped up by year, its form by legal force."""

import pandas as pd

from charts.axes import hidden_axis, year_axis
from charts.documents.heaps import force_form, forces_of, heap_marks, heap_places, marks_beside, tallest
from charts.figure import Figure, Plotted, plot
from charts.keys import Key, key
from charts.look import Look
from charts.words import number, plural

LEAST_HEAP, LEAST_TOWER = 8, 5
MOST = 1_000  # documents for which the picture has room
FIRST = f"drawn are the first {number(MOST)} of the list; the table has all"


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Marks heaped by year, three beside one another; on a phone the years run down. Frame as of `documents/register.sql`."""
    is_cut, frame = len(frame) > MOST, frame.head(MOST)
    legend = _key(frame, is_cut, look)
    places = heap_places(frame)
    found = [year for year, _ in places.values()] or [0]
    first, last = min(found), max(found)
    span = last - first + 1
    beside = marks_beside(look, tallest(places))
    high = max(max(tallest(places) - 1, 0) // beside + 2, LEAST_HEAP if beside > 1 else LEAST_TOWER)
    heap = hidden_axis(-0.9, high)
    line = year_axis(first, last, 1 if span < 13 else 2 if look.narrow else 5, showgrid=False)
    return plot(
        [heap_marks(frame, force, places, look) for force in forces_of(frame)],
        look,
        44 + 20 * span if look.narrow else 60 + 9 * high,
        annotations=[legend.note(look)],
        margin={"t": 52 if is_cut else 32},
        xaxis=heap if look.narrow else line,
        yaxis={**line, "range": line["range"][::-1]} if look.narrow else heap,
    )


def _key(frame: pd.DataFrame, is_cut: bool, look: Look) -> Key:
    counts = frame["legal_force"].value_counts()
    forces = [(*force_form(force, look)[1:], f"{force} {counts[force]}") for force in forces_of(frame)]
    return key([*forces, *([("", look.ink, FIRST)] if is_cut else [])], look, 2)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many documents of which force, and the years they span."""
    is_cut, frame = len(frame) > MOST, frame.head(MOST)
    counts = frame["legal_force"].value_counts()
    forces = ", ".join(f"{force.lower()} {counts[force]}" for force in forces_of(frame))
    found = frame["adopted_on"].dropna().dt.year
    span = f" Dated {found.min()} to {found.max()}." if len(found) else " None has a date."
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
    "A search is that of all pages: it needs all its words, each in any form or by a word that means the same, anywhere in the title, the name of the body, the place or the note; "
    "capitals, accents and hyphens make no difference. Found in names the fields that hold one of them. "
    "Best match puts titles with most of the words first, then those with the very words, then the newest. "
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
        "document_id": "Id",
    },
    height=240,
)
