"""The years for which programmes, strategies and plans run, chain by chain."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.documents.phrases import LONGEST, describe_validity, find_validity, span_words
from charts.documents.spans import Layout, Span, laid_out
from charts.figure import Figure, Native, key, plot
from charts.look import Look
from charts.words import day, wrapped

BESIDE = 330
INSET = 0.09
WIDE, NARROW = 740, 318  # pixels of axis to reckon with
LETTER = {True: (10, 5.1), False: (11, 6.2)}  # size of the years in bars and pixels a letter, on a phone and elsewhere


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One line a chain with its bars, points and connectors, under the theme, as far as there is room; frame as of `documents/validity.sql`."""
    drawn = frame[frame["is_drawn"]]
    hovers = {row.Index: _hover(row) for row in drawn.itertuples()}
    layout = laid_out(drawn, 50 if look.narrow else 52, look.narrow)
    unit = 21 if look.narrow else 22
    first = int(min(span.start for _, span in layout.spans))
    last = int(max(span.end for _, span in layout.spans))
    entries = [
        ("■", look.ink, "years covered"),
        ("◆", look.ink, "adopted; years not stated"),
        ("▶", look.ink, "no end stated"),
        ("┄", look.quiet, "to the text that follows"),
    ]
    if (drawn["line_kind"] == "chain").any():
        entries.append(("", look.ink, "a line has the name of its youngest text"))
    if len(drawn) < len(frame):
        entries.append(("", look.ink, LONGEST))
    per_line = 2 if look.narrow else 4
    top = 20 * -(-len(entries) // per_line) + 14
    return plot(
        [_connectors(layout, look), *_bars(hovers, layout, (NARROW if look.narrow else WIDE) / (last - first + 0.5), look), *_points(hovers, layout, look), _ticks(layout, first, last, look)],
        look,
        int(layout.height * unit) + top + 12,
        barmode="overlay",
        annotations=[key(entries, per_line), *_texts(layout, look)],
        margin={"l": 6 if look.narrow else BESIDE, "r": 10, "t": top, "b": 4},
        xaxis={"range": [first - 0.2, last + 0.3], "tickvals": _fives(first, last), "showticklabels": False, "fixedrange": True},
        yaxis={"visible": False, "range": [layout.height - 0.4, -0.8], "fixedrange": True},
    )


def _fives(first: int, last: int) -> list[int]:
    return [year for year in range(first, last + 1) if year % 5 == 0] or [first]


def _ink(theme: int | None, look: Look) -> str:
    return look.quiet if theme is None else look.theme(theme - 1)


def _bars(hovers: dict[Any, str], layout: Layout, scale: float, look: Look) -> list[dict[str, Any]]:
    spans = [(theme, span) for theme, span in layout.spans if not span.is_point]
    if not spans:
        return []
    size, letter = LETTER[look.narrow]
    room = [0 if span.is_open else int((span.end - span.start - 2 * INSET) * scale / letter) for _, span in spans]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [span.start + INSET for _, span in spans],
            "x": [span.end - span.start - 2 * INSET for _, span in spans],
            "y": [span.y for _, span in spans],
            "width": 0.66,
            "customdata": [span.row for _, span in spans],
            "text": [span.label(most) for (_, span), most in zip(spans, room, strict=True)],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"size": size, "color": [look.on(_ink(theme, look)) for theme, _ in spans]},
            "marker": {"color": [_ink(theme, look) for theme, _ in spans], "line": {"width": 0}},
            "hovertext": [hovers[span.row] for _, span in spans],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
    ]


def _points(hovers: dict[Any, str], layout: Layout, look: Look) -> list[dict[str, Any]]:
    marks = [(theme, span, span.start + 0.5, "diamond") for theme, span in layout.spans if span.is_point]
    marks += [(theme, span, span.end + 0.1, "triangle-right") for theme, span in layout.spans if span.is_open]
    if not marks:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for _, _, x, _ in marks],
            "y": [span.y for _, span, _, _ in marks],
            "customdata": [span.row for _, span, _, _ in marks],
            "marker": {
                "symbol": [symbol for *_, symbol in marks],
                "size": 10,
                "color": [_ink(theme, look) for theme, *_ in marks],
                "line": {"color": look.paper, "width": 1},
            },
            "text": [hovers[span.row] for _, span, _, _ in marks],
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]


def _connectors(layout: Layout, look: Look) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for earlier, later in layout.links:
        end, start = _edge(earlier, later), later.start + (0.5 if later.is_point else INSET)
        xs += [end, start, start, None]
        ys += [earlier.y, earlier.y, later.y, None]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "line": {"color": look.quiet, "width": 1.6, "dash": "dot"}}


def _edge(earlier: Span, later: Span) -> float:
    if earlier.is_point:
        return earlier.start + 0.5
    return max(earlier.start, min(earlier.end - INSET, later.start + INSET))


def _ticks(layout: Layout, first: int, last: int, look: Look) -> dict[str, Any]:
    years = _fives(first, last)
    rows = [y + (0.95 if look.narrow else 0) for _, _, y in layout.headings]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [year for _ in rows for year in years],
        "y": [y for y in rows for _ in years],
        "text": [str(year) for _ in rows for year in years],
        "textfont": {"size": 11, "color": look.quiet},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _texts(layout: Layout, look: Look) -> list[dict[str, Any]]:
    left = {"xref": "paper", "x": 0, "xanchor": "left", "align": "left", "showarrow": False, "yanchor": "middle"}
    shift = {"xshift": 0 if look.narrow else -BESIDE + 4}
    notes = [
        {
            **left,
            **shift,
            "y": y,
            "text": f"<b>{wrapped(text, 26) if look.narrow else text}</b>",
            "font": {"size": 14, "color": look.ink if theme is None else _ink(theme, look)},
        }
        for text, theme, y in layout.headings
    ]
    for text, y, _ in layout.labels:
        place = {"y": y - 0.5, "yanchor": "top"} if look.narrow else {"y": y}
        notes.append({**left, **shift, **place, "text": text, "font": {"size": 12, "color": look.ink}})
    return notes


def _hover(row: Any) -> str:
    if pd.isna(row.valid_from_year):
        years = "years not stated"
    elif pd.isna(row.valid_to_year):
        years = f"from {row.valid_from_year}, no end stated"
    else:
        years = f"covers {span_words(row.valid_from_year, row.valid_to_year)}"
    adopted = day(row.adopted_on, row.date_precision) if pd.notna(row.adopted_on) else "date not known"
    after = f"<br>Follows: {wrapped(row.predecessor, 60)}" if isinstance(row.predecessor, str) else ""
    return f"<b>{wrapped(row.title, 60)}</b><br>{row.type}, {adopted}; {years}{after}"


FIGURE = Figure(
    name="document-validity",
    page="documents",
    measure="Years that documents cover, and which text follows which",
    query="documents/validity",
    draw=draw,
    describe=describe_validity,
    finding=find_validity,
    noun="documents",
    method="A bar covers the years that a programme, strategy, plan, report or budget states for itself. Texts that renew, replace or carry out one another stand on one line, "
    "named after the youngest, and are joined by a dotted line; texts that overlap in time stand below one another. A text of such a chain that states no years is a point at its year of adoption. "
    "A hole in a line means that no linked text is in the dataset for these years, not that there was none. Links are given only where a source states them. "
    "Reports and decisions without such a link are gathered at the end; they look at a year rather than run. "
    "Of more than a hundred chains the longest are drawn; table and files hold all. "
    "A chain is shown whole when one of its texts passes the filters; the years narrow by the years covered. Texts that do not count in document counts are included.",
    columns={
        "theme": "Theme of the chain",
        "chain": "Chain",
        "title": "Document",
        "type": "Type",
        "adopted_year": "Adopted",
        "valid_from_year": "From",
        "valid_to_year": "To",
        "predecessor": "Follows",
    },
    native=Native("table"),
    height=600,
    formats={"adopted_year": "%d", "valid_from_year": "%d", "valid_to_year": "%d"},
)
