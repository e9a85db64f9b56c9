"""All claims in the dataset: one mark a claim, by what was measured."""

from typing import Any

import pandas as pd

from charts.figure import Figure, Plotted
from charts.form import in_parts
from charts.hover import card, long
from charts.keys import key
from charts.look import Look
from charts.marks import each
from charts.reported.claims import QUALIFIERS, SIGNS, marker
from charts.units import draw_units
from charts.words import day, number, plural, sentence_case


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """Lines of marks by measure, form by qualifier; frame as of `reported_measures.sql`."""
    place = {measure: i for i, measure in enumerate(dict.fromkeys(frame["measure"]))}
    ranks = [(place[measure], QUALIFIERS.index(qualifier)) for measure, qualifier in zip(frame["measure"], frame["qualifier"], strict=True)]
    shown = frame.assign(measure=frame["measure_label"].map(sentence_case)).iloc[sorted(range(len(frame)), key=ranks.__getitem__)]
    entries = [(SIGNS[q], look.ink, q) for q in QUALIFIERS if (frame["qualifier"] == q).any()]
    return draw_units(shown, look, "measure", "qualifier", QUALIFIERS, marker, [_hover(row) for row in each(frame)], key(entries, look, 5, 3))


def _hover(row: Any) -> str:
    when = "" if pd.isna(row.as_of) else f", {day(row.as_of, row.date_precision)}"
    return card(f"{sentence_case(row.qualifier)} {number(row.value)} {row.unit}", sentence_case(row.measure_label), long(row.claimed_by + when), long(row.why))


def describe(frame: pd.DataFrame) -> str:
    """Alt text: the number of claims by measure."""
    counts = frame["measure_label"].value_counts()
    return f"One mark a claim, {len(frame)} in all. " + ", ".join(f"{measure} {n}" for measure, n in counts.items()) + "."


def finding(frame: pd.DataFrame) -> str:
    """How many of the claims give an exact number."""
    return f"{number(int(frame['n_exact'].iloc[0]))} of {plural(int(frame['n_all'].iloc[0]), 'claims')} give an exact number"


FIGURE = Figure(
    name="reported-measures",
    page="reported",
    measure="Every claim: who, which number, of what, when",
    query="reported/measures",
    fit=in_parts(("measure",), {"slide": 9, "square": 7}, "measures"),
    draw=draw,
    describe=describe,
    finding=finding,
    noun="claims",
    method="Numbers as printed in the sources, with the claimant and the unit; they were not recomputed. "
    "“Why it differs” gives the conflicts between sources that name the claim, and the note of its row. "
    "The years are those of the claim; a claim without a date stays in.",
    columns={
        "measure": "Measure",
        "value": "Number",
        "unit": "Unit",
        "qualifier": "Qualifier",
        "as_of": "Date",
        "date_precision": "Known to the",
        "claimed_by": "Claimed by",
        "subject": "Meeting or chairmanship",
        "scope": "Scope",
        "source": "Source",
        "why": "Why it differs",
    },
    height=520,
    empty="No claims",
)
