"""What the figures of claims and counts share: how they are counted, their columns, what they find."""

from typing import Any

import pandas as pd

from charts.figure import Figure
from charts.reported.claims import describe_claims, met
from charts.words import plural

CLAIMED = (
    "A mark is a claim as printed: exactly, about, at least, at most, or expected beforehand. "
    "×2 means that two claimants gave the same number in the same way. "
    "Claims are not added up and not corrected. "
)
COLUMNS = {
    "subject": "Meeting or chairmanship",
    "scope": "Scope",
    "measure": "Measure",
    "side": "Claimed or counted",
    "value": "Number",
    "qualifier": "Qualifier",
    "n_claims": "Claims",
    "claimed_by": "Claimed by",
    "explanation": "What explains a difference",
}


def columns(*left_out: str) -> dict[str, str]:
    """The headings of all columns but those left out."""
    return {column: heading for column, heading in COLUMNS.items() if column not in left_out}


def find_met(frame: pd.DataFrame) -> str:
    """In how many of the cases with an exact claim one equals our count; "" where nobody claimed exactly."""
    equal, both = met(frame)
    return f"In {equal} of {plural(both, 'cases')} with an exact claim it equals the number counted here" if both else ""


def claims_figure(name: str, measure: str, noun_unit: str, **more: Any) -> Figure:
    """A figure of claims beside counts; noun_unit: what the numbers count, in its description."""
    return Figure(
        name=name,
        page="reported",
        measure=measure,
        describe=lambda frame: describe_claims(frame, noun_unit),
        noun="records",
        formats={"value": "%.0f"},
        **more,
    )
