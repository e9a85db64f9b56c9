"""What may be chosen: for each filter its values with their labels, read from the data of the release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import data
from queries.loader import run


@dataclass(frozen=True)
class Vocabulary:
    """Allowed values of one release.

    choices: filter name -> (value -> label), in display order; defaults: filter name -> value;
    years: first and last year with a dated row; days: first and last day of the membership steps; open_terms: chairmanships that have not closed.
    """

    release: str
    choices: Mapping[str, Mapping[str, str]]
    defaults: Mapping[str, str]
    years: tuple[int, int]
    days: tuple[date, date]
    open_terms: frozenset[str]


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
    choices: dict[str, dict[str, str]] = {}
    defaults: dict[str, str] = {}
    for row in run("common/options").itertuples(index=False):
        choices.setdefault(row.field, {})[row.value] = row.label
        if row.is_default:
            defaults[row.field] = row.value
    span = run("common/date_span").iloc[0]
    return Vocabulary(
        release=release,
        choices=choices,
        defaults=defaults,
        years=(int(span["first_year"]), int(span["last_year"])),
        days=(span["first_day"].date(), span["last_day"].date()),
        open_terms=frozenset(run("common/open_terms")["chairmanship_id"]),
    )
