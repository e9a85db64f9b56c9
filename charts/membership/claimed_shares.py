"""Who claimed which share of the world, beside the computed share."""

from typing import Any

import pandas as pd

from charts.axes import number_axis, row_axis
from charts.figure import Figure, Plotted, plot
from charts.form import PAGE_WIDTH, in_parts
from charts.keys import Key, key
from charts.look import Look
from charts.marks import each
from charts.membership.claim_rows import claim_marks, claim_values, claimant, row_heights
from charts.membership.claims import claim_entries, shape
from charts.membership.statuses import KEY_LINE
from charts.notes import at_left, row_name
from charts.points import marker, segments
from charts.words import day, plural, rounded, wrapped

SHARE = "Share of "
ANOTHER = ": another measure, nothing computed"
AXIS = "Per cent. A claim made before an enlargement may count states that were still to join."
ROW, ROW_NARROW = 44, 76
LETTER = 6.2  # pixels of a letter of a note
TIGHT = 760  # pixels across, in letters of a page, below which the axis says its words in two lines


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A row a claim: its value by shape, the computed share as a stroke. Frame as of `claimed_share.sql`."""
    places, headings = row_heights(frame)
    claims = list(zip(each(frame), places, strict=True))
    comparable = set(frame.loc[frame["is_comparable"], "measure"])
    both = [(row, y) for row, y in claims if not pd.isna(row.computed)]
    legend = _key(frame, [row for row, _ in both], look)
    axis = wrapped(AXIS, 46 if look.room(PAGE_WIDTH, 0) < TIGHT else 120)
    told = {measure: wrapped(measure if measure in comparable else measure + ANOTHER, 44 if look.narrow else 90) for measure in headings}
    notes = [at_left(look, f"<b>{told[measure]}</b>", y, yshift=10 if look.narrow else 0) for measure, y in headings.items()]
    notes += [value for row, y in claims for value in claim_values(row, y, look)]
    if look.narrow:
        notes += [row_name(look, claimant(row, max(46, min(76, int(look.form.width / look.scale / LETTER) - 4)), look), y - 0.17) for row, y in claims]
    bottom = max(places) + 1
    top = max(float(frame["claimed"].max()), *(float(row.computed) for row, _ in both), 0) * 1.2
    return plot(
        [
            segments(((row.claimed, float(row.computed), y) for row, y in both), look.quiet, 1.5),
            claim_marks(both, [float(row.computed) for row, _ in both], {"symbol": "line-ns", "size": 18, "line": {"color": look.accent, "width": 4}}),
            claim_marks(claims, frame["claimed"].tolist(), marker([shape(q) for q in frame["qualifier"]], 12, look.first, look.paper)),
        ],
        look,
        int((ROW_NARROW if look.narrow else ROW) * bottom) + KEY_LINE * legend.lines + 50,
        annotations=[*notes, legend.note(look)],
        xaxis=number_axis(0, top, axis, standoff=4),
        yaxis=row_axis([claimant(row, 60, look) for row, _ in claims], look, (bottom - 0.3, -0.6), places, "note", showticklabels=not look.narrow),
        margin={"t": KEY_LINE * legend.lines + 8, "b": 62 if "<br>" in axis else 44},
    )


def _key(frame: pd.DataFrame, computed: list[Any], look: Look) -> Key:
    """A claim of a year that has no totals yet stands beside those of the last year before it: the key says which."""
    late = sorted({int(row.computed_year) for row in computed if row.computed_year < row.on_date.year})
    words = f"Computed, {late[-1]} at the latest" if late else "Computed for the year"
    marks = [("┃", look.accent, words)] if computed else []
    return key([*marks, *claim_entries(frame["qualifier"], look)], look, 6, 1 if late else 2)


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every claim with its claimant, date and the computed share beside it."""
    told = []
    for row in each(frame):
        beside = "" if pd.isna(row.computed) else f" (computed {rounded(row.computed, 1)})"
        said = f"{row.qualifier} {row.claimed:g} per cent of {row.measure.removeprefix(SHARE)}"
        told.append(f"{row.claimed_by.partition(',')[0]}, {day(row.on_date, row.date_precision)}: {said}{beside}")
    return f"{plural(len(frame), 'claims')} beside computed shares. {'; '.join(told)}."


def finding(frame: pd.DataFrame) -> str:
    """The range of the claims, where all mean one measure."""
    if frame["measure"].nunique() != 1 or len(frame) < 2:
        return ""
    low, high = frame["claimed"].min(), frame["claimed"].max()
    return f"Claimed shares of {frame['measure'].iloc[0].removeprefix(SHARE)} range from {low:g} to {high:g} per cent (n = {len(frame)})"


FIGURE = Figure(
    name="claimed-shares",
    page="membership",
    measure="Claimed shares and who claimed them",
    query="membership/claimed_shares",
    fit=in_parts(("record_id", "measure"), {"slide": 5, "square": 4}, "claims"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="claims",
    method="One row a claim, as printed, with the computed share of its year beside it, or of the last year before it for which there is one. "
    "Claim and computed share may mean different members: totals take the members on 31 December, "
    "a claim made before an enlargement may count the states that were to join. "
    "Where a measure may have several bases, claims that name none stand under each.",
    columns={
        "measure": "Measure",
        "on_date": "Date",
        "date_precision": "Date known to the",
        "claimed_by": "Claimed by",
        "qualifier": "Said as",
        "claimed": "Claimed, per cent",
        "basis": "Basis",
        "computed": "Computed, per cent",
        "computed_year": "Computed for",
        "note": "Note",
    },
    height=600,
    formats={"claimed": "%.1f", "computed": "%.2f", "computed_year": "%d"},
    empty="No claim",
)
