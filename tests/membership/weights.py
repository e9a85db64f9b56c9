"""Shares of the world as pandas reads them from the tables: what is computed a year, and which claims speak of the indicator."""

from typing import Any

from tests.membership.steps import Tables

Rows = list[dict[str, Any]]
Values = dict[str, Any]
CLAIMS = "reported_figures"
# What each indicator is a share of, and the order of claims that stand beside one indicator.
SHARE_OF = {
    "population": "world population",
    "gdp_current_usd": "world GDP, nominal",
    "gdp_ppp": "world GDP, purchasing power parity",
    "land_area": "the world's land area",
}
OTHER = "Eurasia's area"


def claims(tables: Tables, values: Values) -> Rows:
    """The dated claims on the indicator, with what they are a share of and, for the GDP, the basis."""
    found = []
    for claim in tables["reported_figures"].to_dict("records"):
        note = (claim["note"] or "").lower()
        parity, nominal = "purchasing power" in note, "nominal" in note
        measure, basis = claim["measure"], ""
        if measure == "share of world GDP":
            basis = "purchasing power parity" if parity else "nominal" if nominal else "basis not stated"
        fitting = {
            "population": {"share of world population": "world population"},
            "land_area": {"share of Eurasia's area": "Eurasia's area"} | ({"other": "the world's land area"} if "share of the world's land area" in note else {}),
            "gdp_ppp": {"share of world GDP": "world GDP"} if basis != "nominal" else {},
            "gdp_current_usd": {"share of world GDP": "world GDP"} if basis != "purchasing power parity" else {},
        }[values["indicator"]]
        if claim["as_of"] and measure in fitting:
            found.append(claim | {"words": fitting[measure], "basis": basis})
    return found


def computed(tables: Tables, values: Values) -> dict[int, float]:
    """The share in per cent by year."""
    own = tables["world_shares"][tables["world_shares"]["indicator"] == values["indicator"]].sort_values("year")
    return {row.year: 100 * row.organisation_value / row.world_value for row in own.itertuples()}
