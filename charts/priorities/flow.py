"""The flow of priorities from theme to kind to outcome."""

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.look import Look
from charts.marks import highest
from charts.outcome_scale import OUTCOMES
from charts.priorities.columns import STEPS, Layout, columns, sums
from charts.priorities.flow_parts import GAP, HEADS, LEFTS, NODE, column_head, node_ink, node_name, ribbon_hits
from charts.shapes import box, ribbon
from charts.words import plural, verb


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Three columns of nodes with bands as thick as the priorities they carry; frame as of `priority_flow.sql`.

    Bands to kinds have the colour of the theme, bands to outcomes that of the outcome.
    """
    height = 860.0 if look.narrow else 620.0
    layout = Layout.of(frame, height, 40.0 if look.narrow else 20.0)
    places = dict(zip(frame["origin"], frame["origin_place"], strict=True))
    bands = [(step, row, left, right, (LEFTS[step] + NODE, LEFTS[step + 1])) for step, row, left, right in layout.ribbons(frame)]
    ribbons = [
        ribbon(across, left, right, node_ink(look, 0, row.origin, places) if step == 0 else node_ink(look, 2, row.target, places), 0.34)
        for step, row, left, right, across in bands
    ]
    nodes = [(k, name, span) for k in range(3) for name, span in layout.spans[k].items()]
    side = GAP if look.narrow else 168
    return plot(
        [ribbon_hits(bands, layout.scale)],
        look,
        int(height) + 70,
        shapes=[*ribbons, *(box(LEFTS[k], LEFTS[k] + NODE, *span, node_ink(look, k, name, places)) for k, name, span in nodes)],
        annotations=[*(node_name(look, k, name, layout.counts[k][name], span) for k, name, span in nodes), *(column_head(look, k) for k in range(3))],
        margin={"l": side, "r": side, "t": 34},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(height + 4, -24 if look.narrow else -6),
    )


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the sums of the three columns and the thickest band of each step."""
    parts = [f"{head}s: " + ", ".join(f"{name} {n}" for name, n in column.items()) for head, column in zip(HEADS, columns(frame), strict=True)]
    best = [rows.loc[rows["n"].idxmax()] for _, rows in frame.groupby("step", sort=False)]
    thickest = ", ".join(f"{row['origin']} to {row['target']} {row['n']}" for row in best)
    return f"Flow of priorities from theme to kind to outcome. {'; '.join(parts)}. Thickest bands: {thickest}."


def finding(frame: pd.DataFrame) -> str:
    """The most frequent kind and its most frequent outcome; none when either is shared."""
    rows = frame[frame["step"] == STEPS[1]]
    kinds = sums(rows, "origin")
    kind = highest(kinds)
    if len(kinds) < 2 or kind is None:
        return ""
    ends = sums(rows[rows["origin"] == kind], "target")
    end = highest(ends)
    if end is None:
        return ""
    total, n = plural(sum(kinds.values()), "priorities"), kinds[kind]
    return f"{n} of {total} {verb(n, 'are')} {plural(n, f'{kind}s').partition(' ')[2]}; for {ends[end]} of these {n} the outcome is “{end}”"


FIGURE = Figure(
    name="priority-flow",
    page="priorities",
    measure="From theme to kind to outcome",
    query="priorities/flow",
    draw=draw,
    describe=describe,
    finding=finding,
    noun="priorities",
    method="Every priority passes once from its theme to its kind and once from its kind to its outcome, so the numbers of each column add up to the same n. "
    "A row of the table is one band; a band leads to the priorities in it. The outcome is the state at the close of the chairmanship. "
    f"Order of the outcomes: {', '.join(OUTCOMES)}. Years are those of the statement; a priority without a date stays in.",
    columns={"step": "Step", "origin": "From", "target": "To", "n": "Priorities"},
    height=690,
    empty="No priorities",
)
