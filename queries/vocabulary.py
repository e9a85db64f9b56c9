"""What may be chosen: for each filter its values with their labels, read from the data of the release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

import data
from queries.fields import FIELDS
from queries.loader import run


@dataclass(frozen=True)
class Vocabulary:
    """Allowed values of one release.

    choices: filter name -> (value -> label), in display order, empty where the data hold none; defaults: filter name -> value, None where there is none;
    years: first and last year with a dated row; days: first day of the membership steps and the day until which statuses are known, or those of the dated rows,
    or the day of the release where nothing has a date; open_terms: chairmanships that have not closed.
    """

    release: str
    choices: Mapping[str, Mapping[str, str]]
    defaults: Mapping[str, str | None]
    years: tuple[int, int]
    days: tuple[date, date]
    open_terms: frozenset[str]

    def is_choice(self, name: str) -> bool:
        """Whether the data give more than one way to set a filter: a value to take or leave, two to choose from, two years, two days."""
        match FIELDS[name].kind:
            case "many":
                return len(self.choices[name]) > 0
            case "one":
                return len(self.choices[name]) > 1
            case "years":
                return self.years[0] < self.years[1]
            case "day":
                return self.days[0] < self.days[1]
        return True


KEPT = 4
_kept: dict[str, Vocabulary] = {}


def vocabulary() -> Vocabulary:
    """The vocabulary of the release that answers (read once a release, of which an earlier one may answer beside the newest)."""
    release = data.current().release
    if release not in _kept:
        fresh = _read(release)
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[release] = fresh
        return fresh
    return _kept[release]


def _read(release: str) -> Vocabulary:
    choices: dict[str, dict[str, str]] = {name: {} for name, field in FIELDS.items() if field.kind in ("many", "one")}
    defaults: dict[str, str | None] = {name: None for name, field in FIELDS.items() if field.kind == "one"}
    for row in run("common/options").itertuples(index=False):
        choices[row.field][row.value] = row.label
        if row.is_default:
            defaults[row.field] = row.value
    day = data.current().released_on
    span = run("common/date_span").fillna({"first_year": day.year, "last_year": day.year, "first_day": pd.Timestamp(day), "last_day": pd.Timestamp(day)}).iloc[0]
    return Vocabulary(
        release=release,
        choices=choices,
        defaults=defaults,
        years=(int(span["first_year"]), int(span["last_year"])),
        days=(span["first_day"].date(), span["last_day"].date()),
        open_terms=frozenset(run("common/open_terms")["chairmanship_id"]),
    )
