"""Outcomes of the priorities of two chairmanships, theme by theme, side by side."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from charts.axes import hidden_axis, row_axis
from charts.bars import bars, fill, inside, where_room
from charts.common.cautions import FOUND, by_coder
from charts.compare.pair import DEPTH, chairs
from charts.figure import Figure, Plotted, plot
from charts.form import PAGE_WIDTH, in_parts
from charts.hover import card
from charts.look import Look
from charts.marks import each, grouped
from charts.notes import coloured, note, row_name
from charts.outcome_scale import DONE, bar_key, by_outcome, stripes
from charts.words import plural, rounded, sentence_case
from queries.filters import with_dashes

ROOM, ROOM_LARGE = 24, 27_000  # per cent across that the n beside a bar takes, on a page and, over the pixels across, in the letters of a slide
PALE = 0.4  # strength of the bars of few priorities
KEY_LINE, HEAD = 24, 26
BESIDE = 64  # pixels for "n = 4, few" beside the last bars: on a sheet of paper a share of the plot would be too little
STEP = 1.08  # rows from a bar to the next on a phone, with the name between them
Place = tuple[float, float]  # where a bar begins, and its height


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A bar of 100 per cent a theme and chairmanship, n beside it, those of few priorities paler; frame as of `compare/theme_outcomes.sql`."""
    pair = chairs(frame)
    themes = list(dict.fromkeys(frame["theme"]))
    groups = grouped(each(frame), lambda row: (row.theme, row.chairmanship))
    places = {(theme, chair): _place(row, side, look, len(pair)) for row, theme in enumerate(themes) for side, (chair, _) in enumerate(pair)}
    legend = bar_key(frame, look)
    height = len(themes) * (1 + STEP * len(pair) if look.narrow else 1)
    return plot(
        list(_bars(frame, groups, places, look)),
        look,
        KEY_LINE * legend.lines + HEAD + 24 + int((34 if look.narrow else 38) * height),
        barmode="overlay",
        annotations=[legend.note(look, yshift=6 if look.narrow else HEAD + 4), *_names(groups, places, pair, look)],
        margin={"l": 4 if look.narrow else 8, "r": 4 if look.narrow else BESIDE, "t": KEY_LINE * legend.lines + (14 if look.narrow else HEAD + 10), "b": 8},
        xaxis=hidden_axis(0, 100 if look.narrow else _panel(look) * (len(pair) - 1) + 102),
        yaxis=row_axis([f"{theme}  " for theme in themes], look, (height - 0.4, -0.6), showticklabels=not look.narrow),
    )


def _place(row: int, side: int, look: Look, n_chairs: int) -> Place:
    """Beside each other on a page, below each other and under the name of the theme on a phone."""
    return (0, row * (1 + STEP * n_chairs) + 0.75 + STEP * side) if look.narrow else (_panel(look) * side, row)


def _panel(look: Look) -> float:
    """Per cent across from a chairmanship to the next."""
    return 100 + (ROOM_LARGE / look.room(PAGE_WIDTH, PAGE_WIDTH) if look.form.width else ROOM)


def _bars(frame: pd.DataFrame, groups: dict[Any, list[Any]], places: dict[Any, Place], look: Look) -> Iterator[dict[str, Any]]:
    """A trace an outcome; the parts of a bar stand one after the other."""
    begins = {row.Index: places[key][0] + sum(before.share for before in rows[:place]) for key, rows in groups.items() for place, row in enumerate(rows)}
    room = 7 if look.narrow else 8  # per cent that a number of two digits takes
    for outcome, rows in by_outcome(frame).items():
        colour = look.outcomes[outcome]
        strengths = [PALE if row.is_few else 1.0 for row in rows]
        yield bars(
            (row.share for row in rows),
            (places[row.theme, row.chairmanship][1] for row in rows),
            (row.Index for row in rows),
            (_hover(row) for row in rows),
            {**fill(colour, look.paper, 1.5, stripes(outcome, look)), "opacity": strengths},  # of colours of their own, stripes lose theirs
            base=[begins[row.Index] for row in rows],
            width=0.42 if look.narrow else 0.72,
            name=sentence_case(outcome),
            **inside(look, (where_room(row.n, row.share, room) for row in rows), [look.on(colour, strength) for strength in strengths]),
        )


def _hover(row: Any) -> str:
    few = "Few: one priority more or less changes much" if row.is_few else ""
    return card(sentence_case(row.outcome), f"{row.theme}, {with_dashes(row.chairmanship)}: {row.n} of {row.n_all} ({rounded(row.share)} %)", few)


def _names(groups: dict[Any, list[Any]], places: dict[Any, Place], pair: list[tuple[str, bool]], look: Look) -> Iterator[dict[str, Any]]:
    """The names of the chairmanships, and n beside every bar."""
    inks = {chair: look.readable(look.chair(is_first)) for chair, is_first in pair}
    for (theme, chair), (x, y) in places.items():
        rows = groups.get((theme, chair))
        told = _n(rows[0]) if rows else "none"
        if look.narrow:
            if chair == pair[0][0]:
                yield row_name(look, f"<b>{theme}</b>", y - 0.72, "text")
            yield row_name(look, f"{coloured(with_dashes(chair), inks[chair])} <b>{told}</b>", y - 0.23, "note")
        else:
            start = x + (101 if rows else 0)
            yield note(look, told, start, y, "text", look.ink if rows else look.quiet, xanchor="left")
    for side, (chair, _) in enumerate([] if look.narrow else pair):
        yield note(look, f"<b>{with_dashes(chair)}</b>", _panel(look) * side, 1, "text", inks[chair], yref="paper", xanchor="left", yanchor="bottom", yshift=4)


def _n(row: Any) -> str:
    return f"n = {row.n_all}" + (", few" if row.is_few else "")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every number of every theme and chairmanship."""
    groups = grouped(each(frame), lambda row: f"{row.theme}, {row.chairmanship}, {_n(row)}")
    parts = [f"{name}: " + ", ".join(f"{row.outcome} {row.n}" for row in rows) for name, rows in groups.items()]
    return "Bars of the outcomes of priorities by theme, two chairmanships side by side. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """Whose share adopted or realised is larger, in how many themes of which both have five priorities or more; of a single theme the shares. None where there is no such theme."""
    pair = [chair for chair, _ in chairs(frame)]
    groups = grouped(each(frame[~frame["is_few"]]), lambda row: (row.theme, row.chairmanship))
    both = [theme for theme in dict.fromkeys(frame["theme"]) if len(pair) == 2 and all((theme, chair) in groups for chair in pair)]
    done, sizes = ([{theme: count(groups[theme, chair]) for theme in both} for chair in pair] for count in (_n_done, _n_all))
    if len(both) == 1:
        told = (f"{n[both[0]]} of {of[both[0]]} in {with_dashes(chair)}" for n, of, chair in zip(done, sizes, pair, strict=True))
        return f"Adopted or realised in {both[0]}: {', '.join(told)}"
    crossed = [(done[0][theme] * sizes[1][theme], done[1][theme] * sizes[0][theme]) for theme in both]  # shares, without their rounding
    larger = [sum(one > other for one, other in crossed), sum(other > one for one, other in crossed)]
    if not both or not any(larger):
        return ""
    most = 0 if larger[0] > larger[1] else 1
    return f"Share adopted or realised: larger in {with_dashes(pair[most])} in {larger[most]} of {plural(len(both), 'themes')} of which both lists hold 5 or more"


def _n_done(rows: list[Any]) -> int:
    return sum(row.n for row in rows if row.outcome in DONE)


def _n_all(rows: list[Any]) -> int:
    return rows[0].n_all


FIGURE = Figure(
    name="compared-theme-outcomes",
    page="compare",
    measure="Outcomes by theme, side by side",
    query="compare/theme_outcomes",
    fit=in_parts(("theme",), {"slide": 5, "square": 3}, "themes"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="The outcome is the state at the close of the chairmanship, as most coders gave it. Each priority has one theme. A bar is 100 per cent of the priorities "
    "of its theme and chairmanship; the numbers in it are priorities, n is their sum. Bars of fewer than 5 priorities are paler and called few: one priority more or less "
    "changes them by 20 per cent or more. “No evidence found” means that nothing was found, not that nothing happened. " + FOUND + DEPTH,
    columns={"theme": "Theme", "chairmanship": "Chairmanship", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %", "is_few": "Few"},
    formats={"share": "%.1f"},
    height=470,
    caution=lambda frame: by_coder(frame[~frame["is_few"]], lambda row: f"{row.theme}, {with_dashes(row.chairmanship)}", "theme with 5 priorities or more"),
    empty="No priorities",
)
