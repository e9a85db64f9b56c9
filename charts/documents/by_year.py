"""Documents per year by theme, type or body, with the years marked whose lists are known to be incomplete."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import Look
from charts.words import number, plural, wrapped

OTHER = 9
GAP = "◊"
GAP_WORDS = "list known to be incomplete"
BESIDE = 186  # pixels for the names beside the rows
TALLEST = 140  # pixels of the tallest bar; all rows share one scale
LABEL, LINE = 20, 17  # pixels: a number above a bar, a line of a name

Row = tuple[int, int, int, str, Any, int]  # year, number, place and name of the group, place of the theme, position of the row


@dataclass(frozen=True)
class Panel:
    """One row of bars: its name, years, counts, hover texts, the positions of the rows behind each bar, its colour; `signs` stand above the bars."""

    name: str
    years: list[int]
    counts: list[int]
    hovers: list[str]
    rows: list[list[int]]
    colour: str
    signs: list[str]

    @property
    def n(self) -> int:
        """How many documents it counts."""
        return sum(self.counts)


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A row of bars for all documents and one a group, all on one scale; frame as of `documents_by_year.sql`."""
    years = [int(frame["year"].min()), int(frame["year"].max())]
    panels = _panels(frame, years, look)
    unit = min(TALLEST / max(max(panel.counts) for panel in panels), 30)
    heights = [_height(panel, unit, look) for panel in panels]
    names = [34 if look.narrow else 6] * len(panels)
    whole = sum(heights) + sum(names)
    traces: list[dict[str, Any]] = []
    notes, lines = [], []
    top = whole
    for panel, height, name in zip(panels, heights, names, strict=True):
        foot = top - height - name
        traces += _traces(panel, foot / unit, look)
        notes.append(_name(panel, (top if look.narrow else foot) / unit, look))
        lines.append(_line(foot / unit, look))
        top = foot
    has_gaps = bool((frame["gaps"] != "").any())
    margin = 30 if has_gaps else 6
    return plot(
        traces,
        look,
        int(whole) + margin + 28,
        barmode="overlay",
        shapes=lines,
        annotations=notes + ([key([(GAP, look.ink, GAP_WORDS)], 1)] if has_gaps else []),
        margin={"l": 6 if look.narrow else BESIDE, "r": 6, "t": margin, "b": 28},
        xaxis={"range": [years[0] - 0.6, years[1] + 0.6], "fixedrange": True, "tickformat": "d", "dtick": _step(years, look)},
        yaxis={"visible": False, "range": [0, whole / unit], "fixedrange": True},
    )


def _panels(frame: pd.DataFrame, years: list[int], look: Look) -> list[Panel]:
    every: list[Row] = list(zip(*(frame[name].tolist() for name in ("year", "n", "place", "label", "theme_place")), range(len(frame)), strict=True))
    gaps = {int(year): str(text) for year, text in zip(frame["year"], frame["gaps"], strict=True) if text}
    crowded = look.narrow and years[1] - years[0] > 14
    groups: dict[int, list[Row]] = {}
    for row in every:
        if row[1]:
            groups.setdefault(row[2], []).append(row)
    found = [groups[place] for place in sorted(groups)]
    if len(found) == 1:
        return [_panel(found[0][0][3], every, _colour(found[0][0], look), gaps, crowded, look)]
    whole = _panel("All documents", every, look.quiet, gaps, crowded, look)
    return [whole, *(_panel(rows[0][3], rows, _colour(rows[0], look), None, crowded, look) for rows in found)]


def _panel(name: str, rows: list[Row], colour: str, gaps: dict[int, str] | None, crowded: bool, look: Look) -> Panel:
    by_year: dict[int, list[Row]] = {}
    for row in rows:
        by_year.setdefault(row[0], []).append(row)
    years = sorted(by_year)
    counts = [sum(row[1] for row in by_year[year]) for year in years]
    most = counts.index(max(counts))
    shown = ["" if n == 0 or (crowded and i != most) else str(n) for i, n in enumerate(counts)]
    hovers = [f"<b>{name}</b><br>{year}: {plural(n, 'documents')}" for year, n in zip(years, counts, strict=True)]
    if gaps is not None:
        width = 46 if look.narrow else 70
        shown = ["<br>".join(filter(None, [GAP if year in gaps else "", text])) for year, text in zip(years, shown, strict=True)]
        hovers = [hover + (f"<br>{wrapped(gaps[year], width)}" if year in gaps else "") for year, hover in zip(years, hovers, strict=True)]
    return Panel(name, years, counts, hovers, [[row[5] for row in by_year[year] if row[1]] for year in years], colour, shown)


def _colour(row: Row, look: Look) -> str:
    """A theme has its colour everywhere; types and bodies have none."""
    _, _, place, _, theme, _ = row
    if place == OTHER:
        return look.quiet
    return look.theme(int(theme) - 1) if pd.notna(theme) else look.accent


def _traces(panel: Panel, foot: float, look: Look) -> list[dict[str, Any]]:
    kept = [i for i, n in enumerate(panel.counts) if n]
    bars = {
        "type": "bar",
        "name": panel.name,
        "x": [panel.years[i] for i in kept],
        "y": [panel.counts[i] for i in kept],
        "base": [foot] * len(kept),
        "width": 0.78,
        "customdata": [panel.rows[i] for i in kept],
        "hovertext": [panel.hovers[i] for i in kept],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": panel.colour},
    }
    signs = {
        "type": "scatter",
        "mode": "text",
        "name": f"{panel.name}: numbers",
        "x": panel.years,
        "y": [foot + n for n in panel.counts],
        "text": panel.signs,
        "textposition": "top center",
        "textfont": {"size": 12, "color": look.ink},
        "hovertext": panel.hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
    return [bars, signs]


def _height(panel: Panel, unit: float, look: Look) -> float:
    """Pixels for the bars with their signs, and for the name where it stands beside them."""
    signs = LABEL * (2 if GAP in "".join(panel.signs) else 1)
    return max(max(panel.counts) * unit + signs, 0 if look.narrow else LINE * _lines(panel))


def _line(at: float, look: Look) -> dict[str, Any]:
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": {"color": look.grid, "width": 1}, "layer": "below"}


def _lines(panel: Panel) -> int:
    return wrapped(f"{panel.name} {number(panel.n)}", 26).count("<br>") + 1


def _name(panel: Panel, at: float, look: Look) -> dict[str, Any]:
    count = f"<span style='color:{look.quiet}'>{number(panel.n)}</span>"
    text = f"<b>{panel.name if look.narrow else wrapped(panel.name, 26)}</b> {count}"
    place = {"xshift": 0, "yanchor": "top", "yshift": -8} if look.narrow else {"xshift": -BESIDE, "yanchor": "bottom", "yshift": -3}
    return {**place, "xref": "paper", "x": 0, "y": at, "xanchor": "left", "align": "left", "text": text, "showarrow": False, "font": {"size": 13}}


def _step(years: list[int], look: Look) -> int:
    span = years[1] - years[0]
    return 1 if span < (7 if look.narrow else 16) else 5


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the total of each group, the fullest year, the years with known gaps."""
    groups = frame[frame["n"] > 0].groupby("place", sort=True)
    parts = [f"{rows['label'].iloc[0]} {int(rows['n'].sum())}" for _, rows in groups]
    totals = frame.groupby("year")["n"].sum()
    gaps = [str(year) for year in dict.fromkeys(frame[frame["gaps"] != ""]["year"])]
    words = f"Rows of bars of documents recorded per year, {totals.index.min()} to {totals.index.max()}. " + "; ".join(parts) + "."
    words += f" Most in {totals.idxmax()}: {totals.max()}."
    return words + (f" Lists known to be incomplete: {', '.join(gaps)}." if gaps else "")


def find(frame: pd.DataFrame) -> str:
    """The year with the most recorded documents; none when it is shared."""
    totals = frame.groupby("year")["n"].sum()
    best = totals[totals == totals.max()]
    if len(best) != 1 or len(totals) < 2:
        return ""
    return f"More documents are recorded for {best.index[0]} than for any other year: {best.iloc[0]} of {int(totals.sum())}"


FIGURE = Figure(
    name="documents-by-year",
    page="documents",
    measure="Documents recorded per year",
    query="documents/by_year",
    draw=draw,
    describe=describe,
    finding=find,
    noun="documents",
    method="Documents that count, by the year of adoption or signature; a date known to the month or year is enough. The eight most frequent groups are shown, the rest is joined as Other. "
    "All rows of bars share one scale. "
    "A body is the one that adopted or signed the text, not the summit beside which this happened. "
    f"The sign {GAP} marks years in which the list of a meeting is known to be incomplete; the table says what is missing. "
    "The numbers count what could be documented; they are not counts of what was adopted. A rise can mean more texts, or fuller lists.",
    columns={"year": "Year", "label": "Group", "n": "Documents", "gaps": "Known gaps of the year"},
    native=Native("stacked column", category="year", value="n", series="label", colours="themes"),
    height=420,
    formats={"year": "%d"},
)
