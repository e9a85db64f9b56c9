"""The statuses that membership steps give, worked out in pandas: what the oracle of this room reads instead of the view."""

from datetime import date
from typing import Any

import pandas as pd

Tables = dict[str, pd.DataFrame]


def spells(tables: Tables) -> list[dict[str, Any]]:
    """One dict a status held: iso3, status, step_id, start, known (its precision), end (None while it lasts), end_known, end_step (None where no step ended it)."""
    steps = [step for step in tables["membership_steps"].to_dict("records") if step["is_effective"]]
    founded = min((step["on_date"] for step in steps if (step["status"], step["step"]) == ("member", "founding")), default=None)
    vague = max((step["date_precision"] for step in steps if (step["status"], step["step"]) == ("member", "founding")), default="")
    found = []
    for iso3 in {step["iso3"] for step in steps}:
        path = sorted((step for step in steps if step["iso3"] == iso3), key=lambda step: (step["on_date"], step["step_id"]))
        for step, after in zip(path, [*path[1:], None], strict=True):
            end = after["on_date"] if after else founded if step["status"] == "shanghai five" else None
            own = {"iso3": iso3, "status": step["status"], "step_id": step["step_id"], "start": step["on_date"], "known": step["date_precision"]}
            found.append(own | {"end": end, "end_step": after["step_id"] if after else None, "end_known": (after["date_precision"] if after else vague) if end else ""})
    return found


def on(spell: dict[str, Any], day: date) -> bool:
    """Whether the status counts on a day: from its first day, no longer on the day of its end."""
    return spell["start"] <= day and (spell["end"] is None or day < spell["end"])


def names(tables: Tables) -> dict[str, str]:
    """Name of each state."""
    return dict(zip(tables["countries"]["iso3"], tables["countries"]["name"], strict=True))
