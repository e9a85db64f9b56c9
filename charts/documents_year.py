"""Documents per year by theme, type or body, with the years marked whose lists are known to be incomplete."""

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.words import plural, wrapped

PATTERNS = (("", "■"), ("/", "▨"), ("\\", "▧"), ("x", "▩"), ("-", "▤"), ("|", "▥"), ("+", "▦"), (".", "▒"))
OTHER = 9
GAP = "◊"
GAP_WORDS = "list known to be incomplete"


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Stacked bars, one a year, with its total and a sign where a gap is known; years run down on a phone. Frame as of `documents_by_year.sql`."""
    traces = [_trace(rows, look) for _, rows in frame[frame["n"] > 0].groupby("place", sort=True)]
    years = [int(frame["year"].min()), int(frame["year"].max())]
    totals = frame.groupby("year")["n"].sum()
    gaps = {int(year): str(text) for year, text in zip(frame["year"], frame["gaps"], strict=True) if text}
    top = float(totals.max())
    entries = _key(frame, look)
    per_line = _per_line([label for *_, label in entries if label != GAP_WORDS], look)
    lines = -(-len(entries) // per_line)
    count_axis = {"range": [0, top * 1.16], "fixedrange": True, "showgrid": not look.narrow, "showticklabels": not look.narrow, "tickformat": "d", "dtick": 1 if top < 6 else None}
    year_axis = {
        "range": [years[1] + 0.6, years[0] - 0.6] if look.narrow else [years[0] - 0.6, years[1] + 0.6],
        "fixedrange": True,
        "showgrid": False,
        "tickformat": "d",
        "dtick": _step(years, look),
    }
    return plot(
        [*traces, *_ends(totals, gaps, look)],
        look,
        70 + 24 * lines + 19 * (years[1] - years[0] + 1) if look.narrow else 350 + 24 * lines,
        barmode="stack",
        annotations=[key(entries, per_line)],
        margin={"l": 8, "r": 8, "t": 24 * lines + 14, "b": 8},
        xaxis=count_axis if look.narrow else year_axis,
        yaxis=year_axis if look.narrow else count_axis,
    )


def _per_line(labels: list[str], look: Look) -> int:
    longest = max((len(label) for label in labels), default=0)
    return max(1, min(5, (44 if look.narrow else 110) // (longest + 3)))


def _step(years: list[int], look: Look) -> int:
    span = years[1] - years[0]
    return 1 if span < 13 else 2 if look.narrow or span < 26 else 5


def _colour(place: int, theme_place: Any, look: Look) -> str:
    if place == OTHER:
        return look.quiet
    return look.theme(int(theme_place) - 1 if pd.notna(theme_place) else place - 1)


def _trace(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    place = int(rows["place"].iloc[0])
    pattern = PATTERNS[(place - 1) % len(PATTERNS)][0] if place != OTHER else ""
    along, across = ("y", "x") if look.narrow else ("x", "y")
    return {
        "type": "bar",
        "orientation": "h" if look.narrow else "v",
        "name": str(rows["label"].iloc[0]),
        along: rows["year"].tolist(),
        across: rows["n"].tolist(),
        "width": 0.78,
        "customdata": rows.index.tolist(),
        "text": [f"<b>{row.label}</b><br>{row.year}: {plural(row.n, 'documents')}" for row in rows.itertuples()],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "color": _colour(place, rows["theme_place"].iloc[0], look),
            "line": {"color": look.paper, "width": 0.6},
            **({"pattern": {**HATCH, "shape": pattern, "fgcolor": look.paper, "solidity": 0.22}} if pattern else {}),
        },
    }


def _ends(totals: pd.Series, gaps: dict[int, str], look: Look) -> list[dict[str, Any]]:
    years, counts = [int(year) for year in totals.index], [int(n) for n in totals]
    signs = [_sign(n, year in gaps, look) for year, n in zip(years, counts, strict=True)]
    along, across = ("y", "x") if look.narrow else ("x", "y")
    hover = [
        f"<b>{year}: {plural(n, 'documents')}</b>" + (f"<br>{wrapped(gaps[year], 46 if look.narrow else 70)}" if year in gaps else "")
        for year, n in zip(years, counts, strict=True)
    ]
    return [
        {
            "type": "scatter",
            "mode": "text",
            along: years,
            across: counts,
            "text": signs,
            "textposition": "middle right" if look.narrow else "top center",
            "textfont": {"size": 12, "color": look.ink},
            "hovertext": hover,
            "hovertemplate": "%{hovertext}<extra></extra>",
            "cliponaxis": False,
        }
    ]


def _sign(n: int, has_gap: bool, look: Look) -> str:
    if not has_gap:
        return str(n)
    return f"{n or ''} {GAP}".strip() if look.narrow else f"{GAP}<br>{n or ''}"


def _key(frame: pd.DataFrame, look: Look) -> list[tuple[str, str, str]]:
    groups = frame[frame["n"] > 0].drop_duplicates("place").sort_values("place")
    entries = [
        (
            "■" if row.place == OTHER else PATTERNS[(int(row.place) - 1) % len(PATTERNS)][1],
            _colour(int(row.place), row.theme_place, look),
            textwrap.shorten(str(row.label), 36, placeholder=" …") if look.narrow else str(row.label),
        )
        for row in groups.itertuples()
    ]
    return entries + ([(GAP, look.ink, GAP_WORDS)] if (frame["gaps"] != "").any() else [])


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the total of each group, the fullest year, the years with known gaps."""
    groups = frame[frame["n"] > 0].groupby("place", sort=True)
    parts = [f"{rows['label'].iloc[0]} {int(rows['n'].sum())}" for _, rows in groups]
    totals = frame.groupby("year")["n"].sum()
    gaps = [str(year) for year in dict.fromkeys(frame[frame["gaps"] != ""]["year"])]
    words = f"Stacked bars of documents recorded per year, {totals.index.min()} to {totals.index.max()}. " + "; ".join(parts) + "."
    words += f" Most in {totals.idxmax()}: {totals.max()}."
    return words + (f" Lists known to be incomplete: {', '.join(gaps)}." if gaps else "")


def find(frame: pd.DataFrame) -> str:
    """The year with the most recorded documents; none when it is shared."""
    totals = frame.groupby("year")["n"].sum()
    best = totals[totals == totals.max()]
    if len(best) != 1 or len(totals) < 2:
        return ""
    return f"Most recorded documents date from {best.index[0]}: {best.iloc[0]} of {int(totals.sum())}"


FIGURE = Figure(
    name="documents-by-year",
    page="documents",
    measure="Documents recorded per year",
    query="documents_by_year",
    draw=draw,
    describe=describe,
    finding=find,
    noun="documents",
    method="Documents that count, by the year of adoption or signature; a date known to the month or year is enough. The eight most frequent groups are shown, the rest is joined as Other. "
    "A body is the one that adopted or signed the text, not the summit beside which this happened. "
    f"The sign {GAP} marks years in which the list of a meeting is known to be incomplete; the table says what is missing. "
    "The numbers count what could be documented; they are not counts of what was adopted. A rise can mean more texts, or fuller lists.",
    columns={"year": "Year", "label": "Group", "n": "Documents", "gaps": "Known gaps of the year"},
    native=Native("stacked column", category="year", value="n", series="label", colours="themes"),
    height=420,
    formats={"year": "%d"},
)
