"""Documents of two chairmanships by body, type and legal force."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.axes import number_axis, row_axis
from charts.bars import bars, fill, hatch, outside
from charts.compare.pair import chairs, pair_key, rows_of
from charts.figure import Figure, Plotted, plot
from charts.form import Form, Part, in_parts
from charts.hover import card
from charts.look import Look
from charts.marks import each, grouped
from charts.notes import at_left, row_name, sized
from charts.words import plural, wrapped
from queries.filters import with_dashes

MOST_VALUES, MOST_SQUARE = 8, 5
BY_FACET = in_parts(("facet",), {"slide": 1, "square": 1}, "facets")
LINE, LINE_NARROW = 48, 52  # letters a line of a value, beside and above its bars
Place = tuple[str, str]  # facet, value


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Paired bars by body, type and legal force, the smaller values folded; frame as of `compared_documents.sql`."""
    places, heads, height = _places(frame, look)
    notes = [at_left(look, _heading(facet, frame, look), y) for facet, y in heads.items()]
    notes.append(pair_key(frame, look, ("▨", "■")).note(look))
    if look.narrow:
        notes += [row_name(look, wrapped(value, LINE_NARROW), y - 0.23) for (_, value), y in places.items()]
    return plot(
        [_bars(rows_of(frame, chair), chair, is_first, places, look) for chair, is_first in chairs(frame)],
        look,
        90 + int((60 if look.narrow else 32) * height),
        annotations=notes,
        barmode="overlay",
        margin={"t": 52 if look.narrow else 32},
        xaxis=number_axis(0, float(frame["n"].max()) * 1.1 or 1, showgrid=False, showticklabels=False),
        yaxis=row_axis([wrapped(value, LINE) for _, value in places], look, (height - 0.4, -0.7), [*places.values()], showticklabels=not look.narrow),
    )


def fit(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
    """A facet a part; a form that holds fewer values of it than the page says so."""
    parts = BY_FACET(frame, form)
    return [Part(part.frame, "; ".join(filter(None, [part.left_out, _fewer(part.frame, form)]))) for part in parts]


def _fewer(frame: pd.DataFrame, form: Form) -> str:
    n = frame["value"].nunique()
    return f"the {_most(form)} most frequent of {n}" if _most(form) < min(n, MOST_VALUES) else ""


def _most(form: Form) -> int:
    """How many values of a facet have room."""
    return MOST_SQUARE if form.name == "square" else MOST_VALUES


def _places(frame: pd.DataFrame, look: Look) -> tuple[dict[Place, float], dict[str, float], float]:
    """The heights of the values shown and of the headings of the facets, and the height of all."""
    places: dict[Place, float] = {}
    heads: dict[str, float] = {}
    at = 0.0
    for facet, block in frame.groupby("facet", sort=False):
        heads[str(facet)] = at
        at += 1
        for value in list(dict.fromkeys(block["value"]))[: _most(look.form)]:
            # On a phone the label stands above its bars, and one of two lines needs room for the second.
            at += 0.3 if look.narrow and "<br>" in wrapped(value, LINE_NARROW) else 0
            places[str(facet), value] = at
            at += 1
    return places, heads, at


def _bars(block: pd.DataFrame, chair: str, is_first: bool, places: dict[Place, float], look: Look) -> dict[str, Any]:
    shown = [row for row in each(block) if (row.facet, row.value) in places]
    shift = (-0.09 if is_first else 0.17) if look.narrow else (-0.19 if is_first else 0.19)
    return bars(
        (row.n for row in shown),
        (places[row.facet, row.value] + shift for row in shown),
        (row.Index for row in shown),
        (card(row.value, f"{chair}: {plural(row.n, 'documents')}") for row in shown),
        fill(look.chair(is_first), hatch=hatch(look) if is_first else None),
        width=0.24 if look.narrow else 0.36,
        name=with_dashes(chair),
        **outside(look, (str(row.n) for row in shown), look.chair(is_first)),
    )


def _heading(facet: str, frame: pd.DataFrame, look: Look) -> str:
    """The name of the facet; where values are left out, how many stand in the chart."""
    n, most = frame[frame["facet"] == facet]["value"].nunique(), _most(look.form)
    rest = f"{most} of {n}, the most frequent; the table has all" if n > most else ""
    return f"<b>{facet}</b>" + (f" {sized(look, rest, 'note', look.quiet)}" if rest else "")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: both numbers of each value shown."""
    values = grouped(each(frame), lambda row: f"{row.facet} {row.value}")
    parts = [f"{name}: " + ", ".join(f"{row.n} in {row.chairmanship}" for row in pair) for name, pair in values.items()]
    return "Documents by body, type and legal force. " + "; ".join(parts[:24]) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many of the documents of each term are treaties; none where a term has no document."""
    treaties = frame[(frame["facet"] == "Legal force") & (frame["value"] == "Treaty")]
    everything = frame[frame["facet"] == "Legal force"].groupby("chairmanship", sort=False)["n"].sum()
    if len(treaties) != 2 or not everything.all():
        return ""
    parts = [f"{row.n} of {everything[row.chairmanship]} in {with_dashes(row.chairmanship)}" for row in each(treaties)]
    return f"Treaties: {parts[0]}, {parts[1]}"


FIGURE = Figure(
    name="compared-documents",
    page="compare",
    measure="Documents counted, by body, type and legal force",
    query="compare/documents",
    fit=fit,
    draw=draw,
    describe=describe,
    finding=finding,
    noun="documents",
    method=f"Documents that count, by the body that adopted or signed them, by type and by legal force. "
    f"The chart shows the {MOST_VALUES} most frequent values of each; the table has all. "
    "Decisions of the organisation's bodies and texts between agencies count as political.",
    columns={"facet": "Facet", "value": "Value", "chairmanship": "Chairmanship", "n": "Documents"},
    height=700,
)
