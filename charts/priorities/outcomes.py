"""What came of the priorities: shares by theme."""

import pandas as pd

from charts.axes import PER_CENT, row_axis
from charts.bars import where_room
from charts.common.cautions import FOUND, by_coder
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.hover import card
from charts.look import Look
from charts.marks import each, grouped
from charts.notes import row_name
from charts.outcome_scale import DONE, SENSITIVE, SPREAD_COLUMNS, SPREAD_FORMATS, bar_key, outcome_bars, spread
from charts.words import plural, rounded, sentence_case, verb

ALL_CHOSEN = "A chosen outcome narrows what is shown; shares stay shares of all priorities of the theme under the other filters. "
CODED = (
    "The outcome is the state at the close of the chairmanship, as most coders gave it. "
    "“No evidence found” means that nothing was found, not that nothing happened. "
)
UNDATED = "Years are those of the statement; a priority without a date stays in."
KEY_LINE = 24


def _themes(frame: pd.DataFrame) -> list[tuple[str, int]]:
    return list(dict.fromkeys(zip(frame["theme"], frame["n_all"].astype(int), strict=True)))


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A bar of 100 per cent a theme, n beside it; frame as of `outcomes_by_theme.sql`."""
    themes = _themes(frame)
    places = {theme: position for position, (theme, _) in enumerate(themes)}
    room = 5 if look.narrow else 3.5  # per cent that a number of two digits takes
    legend = bar_key(frame, look)
    names = [row_name(look, f"<b>{theme}</b>  n = {n}", places[theme] - 0.27, "text") for theme, n in themes] if look.narrow else []
    return plot(
        outcome_bars(
            frame,
            look,
            at=lambda row: places[row.theme],
            length=lambda row: row.share,
            words=lambda row: where_room(row.n, row.share, room),
            hover=lambda row: card(sentence_case(row.outcome), f"{row.theme}: {row.n} of {row.n_all} ({rounded(row.share)} %)", spread(row)),
            width=0.5 if look.narrow else 0.72,
        ),
        look,
        KEY_LINE * legend.lines + 44 + (52 if look.narrow else 36) * len(themes),
        barmode="stack",
        annotations=[legend.note(look), *names],
        margin={"l": 16 if look.narrow else 8, "r": 26, "t": KEY_LINE * legend.lines + 10},
        xaxis=PER_CENT,
        yaxis=row_axis(
            [f"{theme} <b>n = {n}</b>  " for theme, n in themes], look, (len(themes) - 0.5, -0.85 if look.narrow else -0.5), showticklabels=not look.narrow
        ),
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every number of every theme."""
    themes = grouped(each(frame), lambda row: f"{row.theme}, n = {int(row.n_all)}")
    parts = [f"{theme}: " + ", ".join(f"{row.outcome} {row.n}" for row in rows) for theme, rows in themes.items()]
    return "Stacked bars of the outcomes of priorities by theme. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many of all priorities shown were adopted or realised; nothing when a filter hides part of the outcomes."""
    total, shown = sum(n for _, n in _themes(frame)), int(frame["n"].sum())
    if total != shown:
        return ""
    done = int(frame[frame["outcome"].isin(DONE)]["n"].sum())
    return f"{done} of {plural(total, 'priorities')} {verb(done, 'were')} adopted or realised by the close of the chairmanship"


FIGURE = Figure(
    name="outcomes-by-theme",
    page="priorities",
    measure="Outcomes of the priorities by theme",
    query="priorities/outcomes",
    fit=in_parts(("theme",), {"square": 5}, "themes"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method=CODED
    + "Each priority has one theme. A bar is 100 per cent of the priorities of its theme; the numbers in it are priorities, n is their sum. "
    + FOUND
    + SENSITIVE
    + ALL_CHOSEN
    + UNDATED,
    columns={"theme": "Theme", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %", **SPREAD_COLUMNS},
    formats=SPREAD_FORMATS,
    caution=lambda frame: by_coder(frame, lambda row: row.theme, "theme"),
    height=430,
    empty="No priorities",
)
