"""What the questions about the terms and the span of the dataset should answer; a function a question, named as its file."""

from datetime import date

from tests.timeline.expected import Rows, Tables, Values, dated


def terms(tables: Tables, values: Values) -> Rows:
    """The chairmanships with a first day in their order, each until its last day, the next one or the end of the years."""
    begun = sorted((term for term in tables["chairmanships"].values() if term["start_on"]), key=lambda term: (term["start_on"], term["chairmanship_id"]))
    following = [term["start_on"] for term in begun[1:]] + [date(values["year_to"], 12, 31)]
    roles = {values["second"]: "second", values["first"]: "first"}
    return [
        {
            "chairmanship_id": term["chairmanship_id"],
            "label": term["label"],
            "country": tables["countries"][term["iso3"]]["name"],
            "start_on": term["start_on"],
            "end_on": term["end_on"] or after,
            "role": roles.get(term["chairmanship_id"], "other"),
        }
        for term, after in zip(begun, following, strict=True)
    ]


def date_span(tables: Tables, _: Values) -> Rows:
    """The years of the first and the last record, the first day of the membership steps and the day until which their statuses are known."""
    years = [row["first"].year for row in dated(tables)]
    steps = [row["on_date"] for row in tables["membership_steps"].values() if row["on_date"]]
    released = [row["released_on"] for row in tables.get("releases", {}).values()]
    until = min(date(max(steps).year, 12, 31), max([max(steps), *released]) if released else date.max)
    return [{"first_year": min(years), "last_year": max(years), "first_day": min(steps), "last_day": until}]


def chairmanship_bands(tables: Tables, values: Values) -> Rows:
    """The two compared chairmanships, the first one first."""
    found = [tables["chairmanships"][name] for name in dict.fromkeys((values["first"], values["second"]))]
    return [{name: term[name] for name in ("chairmanship_id", "label", "start_on", "end_on")} | {"is_first": term["chairmanship_id"] == values["first"]} for term in found]
