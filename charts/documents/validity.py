"""The years for which programmes, strategies and plans run, chain by chain."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.documents.phrases import LONGEST, describe_validity, find_validity, span_words
from charts.documents.spans import laid_out
from charts.documents.validity_parts import BESIDE, connectors, line_names, round_years, span_bars, span_points
from charts.figure import Figure, Plotted, plot
from charts.form import Form, Part, in_parts, parted
from charts.hover import card, long
from charts.keys import Key, key
from charts.look import Look
from charts.words import day

WIDE, NARROW = 740, 318  # pixels of axis to reckon with
KEY_LINE = 20
LINE, LINE_NARROW = 22, 21  # pixels of a line
MOST_LINES_SQUARE = 12  # of a post with a handful of pictures
BESIDE_LETTERS, ABOVE_LETTERS, ABOVE_LETTERS_SQUARE = 52, 50, 74  # letters of a name's line: beside its bars, above them on a phone and in a square
HALF_YEAR_NAME = 9  # pixels of the name of a first year that a narrow margin has no room for

ON_A_SLIDE, TALLEST_SLIDE = 5, 14.0  # lines, and the height of their layout in units, which a slide holds in letters that can be read
BY_LINES = in_parts(("chain_id",), {"slide": ON_A_SLIDE}, "lines")


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """One line a chain with its bars, points and connectors, under the theme, as far as there is room; frame as of `documents/validity.sql`."""
    drawn = frame[frame["is_drawn"]]
    hovers = {row.Index: _hover(row) for row in drawn.itertuples()}
    layout = laid_out(drawn, _letters(look.form) if look.narrow else BESIDE_LETTERS, look.narrow)
    first, last = int(min(span.start for _, span in layout.spans)), int(max(span.end for _, span in layout.spans))
    years = [year for year in range(first, last + 1) if year % 5 == 0] or [first]
    legend = _key(drawn, len(drawn) < len(frame), look)
    top = KEY_LINE * legend.lines + 14
    scale = look.room(WIDE, NARROW) / (last - first + 0.5)
    before = max(0.2, HALF_YEAR_NAME / scale) if look.narrow and first in years else 0.2
    return plot(
        [connectors(layout, look), *span_bars(hovers, layout, scale, look), *span_points(hovers, layout, look), round_years(layout, years, look)],
        look,
        int(layout.height * (LINE_NARROW if look.narrow else LINE)) + top + 12,
        barmode="overlay",
        annotations=[legend.note(look), *line_names(layout, look)],
        margin={"l": 6 if look.narrow else BESIDE, "r": 10, "t": top, "b": 4},
        xaxis={"range": [first - before, last + 0.3], "tickvals": years, "showticklabels": False, "fixedrange": True},
        yaxis=hidden_axis(layout.height - 0.4, -0.8),
    )


def _letters(form: Form) -> int:
    return ABOVE_LETTERS_SQUARE if form.height else ABOVE_LETTERS


def fit(frame: pd.DataFrame, form: Form) -> Sequence[Part]:
    """So many lines a part; in a square, whose names stand above their bars, as many of the longest lines as its height holds."""
    if form.name == "slide" and _is_one_slide(frame):
        return [Part(frame)]
    if form.name != "square" or frame.empty:
        return BY_LINES(frame, form)
    rows, n = _longest(frame)
    room = (form.height / form.scale - KEY_LINE * 6 - 26) / LINE_NARROW  # a key has up to six lines there
    lines = pd.factorize(rows["chain_id"].astype(str))[0]
    ends = [0]
    for line in range(1, int(lines.max()) + 1):
        if laid_out(rows[(lines >= ends[-1]) & (lines <= line) & rows["is_drawn"]], _letters(form), True).height > room:
            ends.append(line)
    parts = parted(rows, lines, list(zip(ends, [*ends[1:], int(lines.max()) + 1], strict=True)), "lines", form.most_parts)
    return parts if len(rows) == len(frame) else [Part(part.frame, _of_the_longest(part.left_out, n)) for part in parts]


def _is_one_slide(frame: pd.DataFrame) -> bool:
    """Reports and decisions are gathered on one line each: what is more lines as rows, may be few as drawn, and no part should count some of them as all."""
    layout = laid_out(frame[frame["is_drawn"]], BESIDE_LETTERS, False)
    return len(layout.labels) <= ON_A_SLIDE and layout.height <= TALLEST_SLIDE


def _longest(frame: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows of the lines of most texts, in the order of the frame, and how many lines the frame has."""
    sizes = frame.groupby(frame["chain_id"].astype(str), sort=False).size()
    kept = sizes.sort_values(ascending=False, kind="stable").index[:MOST_LINES_SQUARE]
    return frame[frame["chain_id"].astype(str).isin(kept)].reset_index(drop=True), len(sizes)


def _of_the_longest(words: str, n: int) -> str:
    return "; ".join(filter(None, [words, f"these are the {MOST_LINES_SQUARE} longest of {n} lines; the table has all"]))


def _key(frame: pd.DataFrame, is_cut: bool, look: Look) -> Key:
    entries = [("■", look.ink, "years covered"), ("◆", look.ink, "adopted; years not stated"), ("▶", look.ink, "no end stated")]
    entries.append(("┄", look.quiet, "to the text that follows"))
    if (frame["line_kind"] == "chain").any():
        entries.append(("", look.ink, "a line has the name of its youngest text"))
    if is_cut:
        entries.append(("", look.ink, LONGEST))
    return key(entries, look, 4)


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
    fit=fit,
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
    height=600,
    formats={"adopted_year": "%d", "valid_from_year": "%d", "valid_to_year": "%d"},
)
