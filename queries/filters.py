"""What a view is filtered by: read from a link, turned into SQL values, said in words, written back into a link."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from queries.fields import FIELDS, Field
from queries.vocabulary import Vocabulary
from queries.words import slots

LONGEST_TEXT = 100
SLUG_VALUES = 3
TERMS = ("chairmanships", "first", "second", "period")
OPEN = " (open term)"
BETWEEN_YEARS = re.compile(r"(?<=\d{4})-(?=\d{4}\b)")
ANY_DASH = re.compile("[\u2010-\u2015\u2212]")


@dataclass(frozen=True)
class Dropped:
    """A value of a link that could not be used, and why."""

    name: str
    value: str
    reason: str

    def __str__(self) -> str:
        shown = "".join(c if c.isprintable() else "�" for c in self.value[:40]) + ("…" if len(self.value) > 40 else "")
        return f"{self.name} “{shown}”: {self.reason}"


@dataclass(frozen=True)
class Filters:
    """One view's choices. An empty tuple, None or "" means nothing was chosen: all, or the default."""

    chairmanships: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    first: str | None = None
    second: str | None = None
    outcomes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    period: str | None = None
    statuses: tuple[str, ...] = ()
    measure: str | None = None
    by: str | None = None
    indicator: str | None = None
    coding: str | None = None
    coders: str | None = None
    day: date | None = None
    q: str = ""
    sort: str | None = None

    @classmethod
    def parse(cls, raw: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> tuple["Filters", list[Dropped]]:
        """Filters from the raw values of a link (name -> list of texts), and what was dropped from them.

        Values may be ids ("kz-2016") or labels ("Kazakhstan 2016-2017"), in any case. Names that are no filters are left
        to others and not reported. A reversed range is put in order. Never raises on bad values.
        """
        chosen: dict[str, Any] = {}
        dropped: list[Dropped] = []
        for name, field in FIELDS.items():
            if values := [str(value) for value in raw.get(name, ())]:
                chosen[name], bad = _READERS[field.kind](field, values, vocabulary)
                dropped += bad
        return cls(**{name: value for name, value in chosen.items() if value is not None}), dropped

    def parameters(self, vocabulary: Vocabulary) -> dict[str, Any]:
        """SQL values by parameter name. Nothing chosen is expanded to the full list, the full range or the default."""
        values: dict[str, Any] = {}
        for name, field in FIELDS.items():
            chosen = getattr(self, name)
            match field.kind:
                case "many":
                    values[name] = list(chosen or vocabulary.choices[name])
                case "one":
                    values[name] = chosen or vocabulary.defaults[name]
                case "years":
                    values["year_from"], values["year_to"] = chosen or vocabulary.years
                case "day":
                    values[name] = chosen or vocabulary.days[1]
                case "text":
                    values[name] = chosen
                    values |= slots(chosen, name)
        return values

    def only(self, names: Iterable[str]) -> "Filters":
        """The same filters with all but the named ones emptied."""
        kept = set(names)
        return replace(self, **{f.name: f.default for f in fields(self) if f.name not in kept})

    def sentence(self, names: Iterable[str], vocabulary: Vocabulary) -> str:
        """The chosen values of the named filters in words: "Security and Energy; as of 9 June 2017". "" when nothing is chosen and no default needs saying."""
        named = [FIELDS[name] for name in FIELDS if name in set(names)]
        return "; ".join(part for field in named if (part := self._phrase(field, vocabulary)))

    def _phrase(self, field: Field, vocabulary: Vocabulary) -> str:
        chosen = getattr(self, field.name)
        if field.always and not chosen:
            chosen = vocabulary.defaults[field.name] if field.kind == "one" else vocabulary.days[1]
        if not chosen or (field.kind == "years" and tuple(chosen) == vocabulary.years):
            return ""
        match field.kind:
            case "many":
                words = with_dashes(in_words([_named(field, value, vocabulary) for value in chosen]))
            case "one":
                words = with_dashes(_named(field, chosen, vocabulary))
            case "years":
                words = f"{chosen[0]}–{chosen[1]}" if chosen[0] != chosen[1] else str(chosen[0])
            case "day":
                words = f"{chosen.day} {chosen:%B %Y}"
            case "text":
                words = f"“{chosen}”"
        return f"{field.phrase} {words[:1].lower() + words[1:] if field.lower else words}".strip()

    def slug(self, names: Iterable[str], vocabulary: Vocabulary) -> str:
        """The chosen values of the named filters for a file name: "security_2001-2025"; at most three values a filter."""
        parts = []
        for field in (FIELDS[name] for name in FIELDS if name in set(names)):
            chosen = getattr(self, field.name)
            if not chosen:
                continue
            if field.kind == "years":
                parts.append(f"{chosen[0]}-{chosen[1]}")
            elif field.kind == "many":
                more = [f"and-{len(chosen) - SLUG_VALUES}-more"] if len(chosen) > SLUG_VALUES else []
                parts.append("-".join([_plain(value) for value in chosen[:SLUG_VALUES]] + more))
            else:
                parts.append(_plain(str(chosen)))
        return "_".join(part for part in parts if part)

    def query_string(self, names: Iterable[str], vocabulary: Vocabulary) -> str:
        """The named filters as the query part of a link, in the form the page itself writes (labels); "" when nothing is chosen."""
        pairs: list[tuple[str, str]] = []
        for field in (FIELDS[name] for name in FIELDS if name in set(names)):
            chosen = getattr(self, field.name)
            if not chosen:
                continue
            match field.kind:
                case "many":
                    pairs += [(field.name, vocabulary.choices[field.name][value]) for value in chosen]
                case "one":
                    pairs.append((field.name, vocabulary.choices[field.name][chosen]))
                case "years":
                    pairs += [(field.name, str(year)) for year in chosen]
                case _:
                    pairs.append((field.name, str(chosen)))
        return urlencode(pairs)


def _named(field: Field, value: str, vocabulary: Vocabulary) -> str:
    """The label of a value; a chairmanship that has not closed says so, for its numbers are not whole."""
    return vocabulary.choices[field.name][value] + (OPEN if field.name in TERMS and value in vocabulary.open_terms else "")


def in_words(labels: Sequence[str]) -> str:
    """A list as English has it: "a", "a and b", "a, b and c"."""
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " and " + labels[-1] if labels else ""


def with_dashes(text: str) -> str:
    """Years joined by a dash: "Kazakhstan 2016–2017". Labels have the hyphen that can be typed and read in a link."""
    return BETWEEN_YEARS.sub("–", text)


def with_hyphens(text: str) -> str:
    """Any dash as the hyphen that labels and days are written with: what a reader copies from a title is found."""
    return ANY_DASH.sub("-", text)


def _plain(value: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in value.lower()).split())[:40]


def _lookup(field: Field, value: str, vocabulary: Vocabulary) -> str | None:
    choices = vocabulary.choices[field.name]
    wanted = with_hyphens(value.strip().casefold())
    return next((key for key, label in choices.items() if wanted in (key.casefold(), label.casefold())), None)


def _read_many(field: Field, values: list[str], vocabulary: Vocabulary) -> tuple[Any, list[Dropped]]:
    found = {value: _lookup(field, value, vocabulary) for value in values}
    bad = [Dropped(field.name, value, "not in this dataset") for value, key in found.items() if key is None]
    chosen = {key for key in found.values() if key is not None}
    return tuple(key for key in vocabulary.choices[field.name] if key in chosen), bad


def _read_one(field: Field, values: list[str], vocabulary: Vocabulary) -> tuple[Any, list[Dropped]]:
    chosen, bad = _read_many(field, values[-1:], vocabulary)
    return (chosen[0] if chosen else None), bad


def _read_years(field: Field, values: list[str], vocabulary: Vocabulary) -> tuple[Any, list[Dropped]]:
    low, high = vocabulary.years
    good = sorted(int(value) for value in values if value.isascii() and value.isdigit() and len(value) <= 4 and low <= int(value) <= high)
    if len(values) == len(good) == 2:
        return (None if (good[0], good[1]) == vocabulary.years else (good[0], good[1])), []
    return None, [Dropped(field.name, ", ".join(values), f"give two years from {low} to {high}")]


def _read_day(field: Field, values: list[str], vocabulary: Vocabulary) -> tuple[Any, list[Dropped]]:
    low, high = vocabulary.days
    day = _day(values[-1])
    if day is None or not low <= day <= high:
        return None, [Dropped(field.name, values[-1], f"give a day from {low} to {high} as YYYY-MM-DD")]
    return (None if day == high else day), []


def _day(text: str) -> date | None:
    """The day of an ISO date, or of the microseconds that Streamlit's slider writes into the link when a page moves it."""
    text = with_hyphens(text)
    try:
        if text.isascii() and text.isdigit() and len(text) > 8:  # a day without its hyphens has eight
            return (datetime(1970, 1, 1) + timedelta(microseconds=int(text))).date()
        return date.fromisoformat(text)
    except (ValueError, OverflowError):
        return None


def _read_text(field: Field, values: list[str], vocabulary: Vocabulary) -> tuple[Any, list[Dropped]]:
    text = "".join(c for c in values[-1] if c.isprintable()).strip()
    if len(text) > LONGEST_TEXT:
        return "", [Dropped(field.name, text, f"at most {LONGEST_TEXT} characters")]
    return text, []


_READERS = {"many": _read_many, "one": _read_one, "years": _read_years, "day": _read_day, "text": _read_text}
