"""Documents per year by theme, type or body, with the years marked whose lists are known to be incomplete."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis, year_axis
from charts.bars import bars, fill
from charts.documents.panels import GAP, Panel, panels
from charts.figure import Figure, Plotted, plot
from charts.form import PAGE_WIDTH, Form, telling
from charts.hover import hover
from charts.keys import Key
from charts.look import Look
from charts.marks import highest
from charts.notes import at_left, coloured
from charts.points import words
from charts.shapes import level
from charts.words import number, wrapped

GAP_WORDS = "list known to be incomplete"
BESIDE, LETTERS = 186, 26  # pixels for the names beside the rows, letters a line of them
TALLEST = 140  # pixels of the tallest bar; all rows share one scale
LABEL, LINE = 20, 17  # pixels: a number above a bar, a line of a name
FOOT, YEAR = 28, 36  # pixels: for the years, for one of them sideways
MOST_PANELS = {"slide": 3, "square": 3}  # rows of bars that a form holds


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A row of bars for all documents and one a group, all on one scale; frame as of `documents_by_year.sql`."""
    first, last = int(frame["year"].min()), int(frame["year"].max())
    found = panels(frame, (first, last), look)[: MOST_PANELS.get(look.form.name)]
    unit = min(TALLEST / max(max(panel.counts) for panel in found), 30)
    heights = [_height(panel, unit, look) + (34 if look.narrow else 6) for panel in found]
    tops = [sum(heights[i:]) for i in range(len(heights) + 1)]
    has_gaps = bool((frame["gaps"] != "").any())
    top = 30 if has_gaps else 6
    legend = [Key([(GAP, look.ink, GAP_WORDS)], 1).note(look)] if has_gaps else []
    return plot(
        [trace for panel, foot in zip(found, tops[1:], strict=True) for trace in _traces(panel, foot / unit, look)],
        look,
        int(tops[0]) + top + FOOT,
        barmode="overlay",
        shapes=[level(foot / unit, look.grid) for foot in tops[1:]],
        annotations=[_name(panel, (tops[i] if look.narrow else tops[i + 1]) / unit, look) for i, panel in enumerate(found)] + legend,
        margin={"l": 6 if look.narrow else BESIDE, "r": 6, "t": top, "b": FOOT},
        xaxis=year_axis(first, last, 1 if last - first < (7 if look.narrow else min(16, look.room(PAGE_WIDTH - BESIDE, 0) / YEAR)) else 5),
        yaxis=hidden_axis(0, tops[0] / unit),
    )


def _traces(panel: Panel, foot: float, look: Look) -> list[dict[str, Any]]:
    """The bars on their foot, and their numbers and signs over them, also where there is no bar."""
    kept = [i for i, n in enumerate(panel.counts) if n]
    solid = bars(
        (panel.years[i] for i in kept),
        (panel.counts[i] for i in kept),
        (panel.rows[i] for i in kept),
        (panel.hovers[i] for i in kept),
        fill(panel.colour),
        is_upright=True,
        base=[foot] * len(kept),
        width=0.78,
        name=panel.name,
    )
    place = {"name": f"{panel.name}: numbers", "textposition": "top center", "cliponaxis": False, **hover(panel.hovers)}
    return [solid, words(look, panel.years, (foot + n for n in panel.counts), panel.signs, "note", look.ink, **place)]


def _height(panel: Panel, unit: float, look: Look) -> float:
    """Pixels for the bars with their signs, and for the name where it stands beside them."""
    signs = LABEL * (2 if panel.has_gaps else 1)
    lines = wrapped(f"{panel.name} {number(panel.n)}", LETTERS).count("<br>") + 1
    return max(max(panel.counts) * unit + signs, 0 if look.narrow else LINE * lines)


def _name(panel: Panel, at: float, look: Look) -> dict[str, Any]:
    text = f"<b>{panel.name if look.narrow else wrapped(panel.name, LETTERS)}</b> {coloured(number(panel.n), look.quiet)}"
    place = {"yanchor": "top", "yshift": -8} if look.narrow else {"xshift": -BESIDE, "yanchor": "bottom", "yshift": -3}
    return at_left(look, text, at, "text", **place)


def _left_out(frame: pd.DataFrame, form: Form) -> str:
    """How many groups have no row of their own in a form."""
    n, most = frame[frame["n"] > 0]["place"].nunique(), MOST_PANELS.get(form.name, 0)
    return f"the {most - 1} largest of {n} groups beside all documents" if most and n >= most else ""


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the total of each group, the fullest year, the years with known gaps."""
    groups = frame[frame["n"] > 0].groupby("place", sort=True)
    parts = [f"{rows['label'].iloc[0]} {int(rows['n'].sum())}" for _, rows in groups]
    totals = frame.groupby("year")["n"].sum()
    gaps = [str(year) for year in dict.fromkeys(frame[frame["gaps"] != ""]["year"])]
    words = f"Rows of bars of documents counted per year, {totals.index.min()} to {totals.index.max()}. " + "; ".join(parts) + "."
    words += f" Most in {totals.idxmax()}: {totals.max()}."
    return words + (f" Lists known to be incomplete: {', '.join(gaps)}." if gaps else "")


def finding(frame: pd.DataFrame) -> str:
    """The year with the most documents counted; none when it is shared."""
    totals = frame.groupby("year")["n"].sum()
    best = highest(totals.to_dict())
    if best is None or len(totals) < 2:
        return ""
    return f"More documents are counted for {best} than for any other year: {totals[best]} of {totals.sum()}"


FIGURE = Figure(
    name="documents-by-year",
    page="documents",
    measure="Documents counted, per year",
    query="documents/by_year",
    fit=telling(_left_out),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="documents",
    method="Documents that count, by the year of adoption or signature; a date known to the month or year is enough. The eight most frequent groups are shown, the rest is joined as Other. "
    "All rows of bars share one scale. "
    "A body is the one that adopted or signed the text, not the summit beside which this happened. "
    f"The sign {GAP} marks years in which the list of a meeting is known to be incomplete; the table says what is missing. "
    "The numbers count what could be documented; they are not counts of what was adopted. A rise can mean more texts, or fuller lists.",
    columns={"year": "Year", "label": "Group", "n": "Documents", "gaps": "Known gaps of the year"},
    height=420,
    formats={"year": "%d"},
)
