"""What came of the priorities: shares by chairmanship, with how deep each list goes."""

from typing import Any

import pandas as pd

from charts.axes import PER_CENT, row_axis
from charts.bars import where_room
from charts.common.cautions import by_coder
from charts.figure import Figure, Plotted, plot
from charts.form import in_parts
from charts.hover import card
from charts.look import Look
from charts.marks import each, grouped
from charts.notes import row_name
from charts.outcome_scale import DONE, SENSITIVE, SPREAD_COLUMNS, SPREAD_FORMATS, bar_key, outcome_bars, spread
from charts.priorities.outcomes import ALL_CHOSEN, CODED, KEY_LINE, UNDATED
from charts.words import plural, rounded, sentence_case
from queries.filters import with_dashes


def _chairs(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The rows of each chairmanship by id, in the order of the rows."""
    return grouped(each(frame), lambda row: row.chairmanship_id)


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A bar of 100 per cent a chairmanship, n and the depth of its list beside it; frame as of `priorities/chairs.sql`."""
    first = [rows[0] for rows in _chairs(frame).values()]
    places = {row.chairmanship_id: position for position, row in enumerate(first)}
    room = 6 if look.narrow else 3.5  # per cent that a number of two digits takes
    legend = bar_key(frame, look)
    names = [row_name(look, f"<b>{with_dashes(row.chairmanship)}</b>  {_list(row)}", places[row.chairmanship_id] - 0.27, "text") for row in first]
    return plot(
        outcome_bars(
            frame,
            look,
            at=lambda row: places[row.chairmanship_id],
            length=lambda row: row.share,
            words=lambda row: where_room(row.n, row.share, room),
            hover=lambda row: card(
                sentence_case(row.outcome), f"{with_dashes(row.chairmanship)}: {row.n} of {row.n_all} ({rounded(row.share, 1)} %)", spread(row), _depth(row, "List: ")
            ),
            width=0.5 if look.narrow else 0.72,
        ),
        look,
        KEY_LINE * legend.lines + 44 + (52 if look.narrow else 40) * len(first),
        barmode="stack",
        annotations=[legend.note(look), *(names if look.narrow else [])],
        margin={"l": 16 if look.narrow else 8, "r": 26, "t": KEY_LINE * legend.lines + 10},
        xaxis=PER_CENT,
        yaxis=row_axis(
            [f"{with_dashes(row.chairmanship)}  <br><b>n = {row.n_all}</b>{_depth(row)}  " for row in first],
            look,
            (len(first) - 0.5, -0.85 if look.narrow else -0.5),
            showticklabels=not look.narrow,
        ),
    )


def _list(row: Any) -> str:
    return f"n = {row.n_all}{_depth(row, after=' list')}"


def _depth(row: Any, before: str = ", ", after: str = "") -> str:
    """How deep the list of a chairmanship goes, between two words; nothing in releases that did not tell it."""
    return "" if pd.isna(row.list_depth) else f"{before}{row.list_depth}{after}"


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every number of every chairmanship."""
    parts = [
        f"{with_dashes(rows[0].chairmanship)}, {_list(rows[0])}: " + ", ".join(f"{row.outcome} {row.n}" for row in rows) for rows in _chairs(frame).values()
    ]
    return "Stacked bars of the outcomes of priorities by chairmanship. " + "; ".join(parts) + "."


def finding(frame: pd.DataFrame) -> str:
    """The least and the most of the shares adopted or realised; nothing when a filter hides outcomes, or fewer than two are shown."""
    chairs = list(_chairs(frame).values())
    if len(chairs) < 2 or int(frame["n"].sum()) != sum(int(rows[0].n_all) for rows in chairs):
        return ""
    done = [(sum(int(row.n) for row in rows if row.outcome in DONE), int(rows[0].n_all)) for rows in chairs]
    (least, of_least), (most, of_most) = (pick(done, key=lambda pair: pair[0] / pair[1]) for pick in (min, max))
    return f"Adopted or realised by the close: from {least} of {of_least} to {most} of {plural(of_most, 'priorities')}, by chairmanship"


FIGURE = Figure(
    name="outcomes-by-chairmanship",
    page="priorities",
    measure="Outcomes of the priorities by chairmanship",
    query="priorities/chairs",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method=CODED
    + "A bar is 100 per cent of the priorities found for a chairmanship; the numbers in it are priorities, n is their sum. "
    + "A full list rests on whole articles and programmes, a partial one on summaries, a thin one on single reports: "
    + "the lists are what was found, not samples, and those of different depth are not compared by number. "
    + SENSITIVE
    + ALL_CHOSEN
    + UNDATED,
    fit=in_parts(("chairmanship_id",), {"slide": 6, "square": 5}, "chairmanships"),
    columns={
        "chairmanship": "Chairmanship",
        "list_depth": "Depth of the list",
        "outcome": "Outcome",
        "n": "Priorities",
        "n_all": "Of",
        "share": "Share, %",
        **SPREAD_COLUMNS,
    },
    formats=SPREAD_FORMATS,
    caution=lambda frame: by_coder(frame, lambda row: with_dashes(row.chairmanship), "chairmanship"),
    height=470,
    empty="No priorities",
)
