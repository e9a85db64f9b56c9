"""The years for which programmes, strategies and plans run, chain by chain."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.axes import hidden_axis
from charts.bars import bars, fill, inside
from charts.documents.phrases import describe_validity, find_validity, span_words
from charts.documents.spans import Layout, Span, laid_out
from charts.figure import Figure, Native, plot
from charts.hover import card, long
from charts.keys import Key, key
from charts.look import Look
from charts.notes import at_left
from charts.points import line, marker, points, words
from charts.words import day, wrapped

BESIDE = 330  # pixels for the names beside the lines
INSET = 0.09  # years left free at both ends of a bar
WIDE, NARROW = 740, 318  # pixels of axis to reckon with
LETTER = {True: ("tiny", 5.1), False: ("small", 6.2)}  # size of the years in bars and pixels a letter, on a phone and elsewhere
KEY_LINE = 20


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One line a chain with its bars, points and connectors, under the theme; frame as of `document_validity.sql`."""
    hovers = {row.Index: _hover(row) for row in frame.itertuples()}
    layout = laid_out(frame, 50 if look.narrow else 52, look.narrow)
    first, last = int(min(span.start for _, span in layout.spans)), int(max(span.end for _, span in layout.spans))
    years = [year for year in range(first, last + 1) if year % 5 == 0] or [first]
    legend = _key(frame, look)
    top = KEY_LINE * legend.lines + 14
    scale = (NARROW if look.narrow else WIDE) / (last - first + 0.5)
    return plot(
        [_connectors(layout, look), *_bars(hovers, layout, scale, look), *_points(hovers, layout, look), _years(layout, years, look)],
        look,
        int(layout.height * (21 if look.narrow else 22)) + top + 12,
        barmode="overlay",
        annotations=[legend.note(look), *_names(layout, look)],
        margin={"l": 6 if look.narrow else BESIDE, "r": 10, "t": top, "b": 4},
        xaxis={"range": [first - 0.2, last + 0.3], "tickvals": years, "showticklabels": False, "fixedrange": True},
        yaxis=hidden_axis(layout.height - 0.4, -0.8),
    )


def _key(frame: pd.DataFrame, look: Look) -> Key:
    entries = [("■", look.ink, "years covered"), ("◆", look.ink, "adopted; years not stated"), ("▶", look.ink, "no end stated")]
    entries.append(("┄", look.quiet, "to the text that follows"))
    if (frame["line_kind"] == "chain").any():
        entries.append(("", look.ink, "a line has the name of its youngest text"))
    return key(entries, look, 4)


def _ink(theme: int | None, look: Look) -> str:
    return look.quiet if theme is None else look.theme(theme - 1)


def _bars(hovers: dict[Any, str], layout: Layout, scale: float, look: Look) -> list[dict[str, Any]]:
    """The years covered, written in each bar as far as it has room."""
    found = [(span, _ink(theme, look)) for theme, span in layout.spans if not span.is_point]
    if not found:
        return []
    size, letter = LETTER[look.narrow]
    lengths = [span.end - span.start - 2 * INSET for span, _ in found]
    texts = [span.label(0 if span.is_open else int(length * scale / letter)) for (span, _), length in zip(found, lengths, strict=True)]
    spans = [span for span, _ in found]
    words_in = inside(look, texts, [look.on(ink) for _, ink in found], size)
    form = fill([ink for _, ink in found]) | {"line": {"width": 0}}
    at = {"base": [span.start + INSET for span in spans], "width": 0.66}
    return [bars(lengths, (span.y for span in spans), (span.row for span in spans), (hovers[span.row] for span in spans), form, **at, **words_in)]


def _points(hovers: dict[Any, str], layout: Layout, look: Look) -> list[dict[str, Any]]:
    """Texts that state no years, and the open ends of bars."""
    marks = [(theme, span, span.start + 0.5, "diamond") for theme, span in layout.spans if span.is_point]
    marks += [(theme, span, span.end + 0.1, "triangle-right") for theme, span in layout.spans if span.is_open]
    if not marks:
        return []
    themes, spans, x, symbols = zip(*marks, strict=True)
    form = marker(list(symbols), 10, [_ink(theme, look) for theme in themes], look.paper)
    return [points(x, (span.y for span in spans), (span.row for span in spans), (hovers[span.row] for span in spans), form)]


def _connectors(layout: Layout, look: Look) -> dict[str, Any]:
    """From the end of each text across and down to the start of the one that follows."""
    x: list[float | None] = []
    y: list[float | None] = []
    for earlier, later in layout.links:
        start = later.start + (0.5 if later.is_point else INSET)
        x += [_edge(earlier, later), start, start, None]
        y += [earlier.y, earlier.y, later.y, None]
    return line(x, y, look.quiet, 1.6, "dot")


def _edge(earlier: Span, later: Span) -> float:
    if earlier.is_point:
        return earlier.start + 0.5
    return max(earlier.start, min(earlier.end - INSET, later.start + INSET))


def _years(layout: Layout, years: list[int], look: Look) -> dict[str, Any]:
    """Round years on the line of each heading, beneath it on a phone."""
    places = [(year, y + (0.95 if look.narrow else 0)) for _, _, y in layout.headings for year in years]
    return words(look, (x for x, _ in places), (y for _, y in places), (str(x) for x, _ in places), "small", look.quiet, cliponaxis=False)


def _names(layout: Layout, look: Look) -> list[dict[str, Any]]:
    shift = 0 if look.narrow else -BESIDE + 4
    heads = [
        at_left(look, f"<b>{wrapped(text, 26) if look.narrow else text}</b>", y, ink="" if theme is None else _ink(theme, look), xshift=shift, yanchor="middle")
        for text, theme, y in layout.headings
    ]
    if look.narrow:
        return [*heads, *(at_left(look, text, y - 0.5, "note", xshift=shift, yanchor="top") for text, y, _ in layout.labels)]
    return [*heads, *(at_left(look, text, y, "note", xshift=shift, yanchor="middle") for text, y, _ in layout.labels)]


def _hover(row: Any) -> str:
    if pd.isna(row.valid_from_year):
        years = "years not stated"
    elif pd.isna(row.valid_to_year):
        years = f"from {row.valid_from_year}, no end stated"
    else:
        years = f"covers {span_words(row.valid_from_year, row.valid_to_year)}"
    adopted = day(row.adopted_on, row.date_precision) if pd.notna(row.adopted_on) else "date not known"
    after = f"Follows: {long(row.predecessor)}" if isinstance(row.predecessor, str) else ""
    return card(long(row.title), f"{row.type}, {adopted}; {years}", after)


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
