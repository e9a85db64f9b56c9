"""Who claimed which number when: claims on a time axis, our counts beside them."""

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native
from charts.form import in_parts
from charts.look import Look
from charts.reported.in_time import draw_in_time
from charts.words import day, number, plural

PANELS = {"documents": "Number of documents", "events": "Number of events"}


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Two panels, documents and events; frame as of `reported_when.sql`."""
    return draw_in_time(frame, look, "panel", PANELS, 330, "counted in the dataset")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many claims, their span in time and number, by panel."""
    parts = []
    for name, block in frame.groupby("panel", sort=False):
        claimed = block[block["side"] == "claimed"]
        if len(claimed):
            when = f"{day(claimed['as_of'].min(), 'month')} to {day(claimed['as_of'].max(), 'month')}"
            size = f"{number(claimed['value'].min())} to {number(claimed['value'].max())}"
            parts.append(f"{name}: {plural(int(claimed['n_claims'].sum()), 'claims')} from {when}, of {size}")
    return "Claims and counts on a time axis. " + "; ".join(parts) + "."


FIGURE = Figure(
    name="reported-when",
    page="reported",
    measure="Who claimed which number of documents and events, and when",
    query="reported/when",
    fit=in_parts(("panel",), {"slide": 1, "square": 1}, "panels"),
    draw=draw,
    describe=describe,
    noun="records",
    method="A mark stands at the date of the claim, which can lie before the meeting (expected) or long after it. "
    "Claims of one day on the same subject with the same number share a mark. "
    "A line through a mark means that only the month or year of the claim is known. "
    "A short bar is the count of this dataset, at the end of the meeting or term; plans have no count of ours. "
    "Documents of heads of state, heads of government and whole terms stand in one panel; the table tells them apart. The years are those of the claim.",
    columns={
        "panel": "Number of",
        "subject": "Meeting or chairmanship",
        "scope": "Scope",
        "side": "Claimed or counted",
        "as_of": "Date",
        "date_precision": "Known to the",
        "value": "Number",
        "qualifier": "Qualifier",
        "n_claims": "Claims",
        "claimed_by": "Claimed by",
    },
    formats={"value": "%.0f"},
    native=Native("scatter", category="as_of", value="value", series=("panel", "side")),
    height=720,
    empty="No claims on documents or events for these filters",
)
