"""Small pieces of English shared by titles, labels and descriptions."""

import re
import textwrap
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import pandas as pd

PRECISIONS = ("day", "month", "year")
_TOGETHER = tuple(
    (re.compile(pattern), joined)
    for pattern, joined in (
        (r"(?<=\d)–(?=\d)", "\u2060–\u2060"),
        (r"(?i)\b([a-z]+ty)-(?=(?:one|two|three|four|five|six|seven|eight|nine)\b)", "\\1-\u2060"),
        (r"\b(\d{1,2}) ([A-Z][a-z]+) (?=\d{4}\b)", "\\1\u00a0\\2\u00a0"),  # 9 June 2017
        (r"(?<=\d) (of|to) (?=\d)", "\u00a0\\1\u00a0"),  # 10 of 47
        (r"\bn = (?=\d)", "n\u00a0=\u00a0"),
        (r"(?<=\d) %", "\u00a0%"),
        (r"\bper cent\b", "per\u00a0cent"),
    )
)


def number(value: float) -> str:
    """A number as text with thin spaces between thousands; whole numbers without decimals."""
    places = 0 if float(value).is_integer() else 1
    return f"{Decimal(rounded(value, places)):,}".replace(",", "\u202f")


def rounded(value: float, places: int = 0) -> str:
    """A number with so many decimals, halves rounded up as readers and browsers do: "13" for 12.5, "6.3" for 6.25."""
    return str(Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def plural(n: int, noun: str) -> str:
    """ "1 document", "14 documents" (the noun is given in the plural)."""
    return f"{number(n)} {singular(noun) if n == 1 else noun}"


def singular(noun: str) -> str:
    """ "document" of "documents", "person or body" of "persons or bodies"."""
    return " or ".join(f"{one[:-3]}y" if one.endswith("ies") else one.removesuffix("s") for one in noun.split(" or "))


def verb(n: int, form: str) -> str:
    """The form of a verb that goes with a number, from that of the plural: "were" for 2, "was" for 1."""
    return {"were": "was", "are": "is", "have": "has"}.get(form, f"{form}s") if n == 1 else form


@lru_cache(maxsize=4_096)
def day(value: date | pd.Timestamp | str, precision: str = "day") -> str:
    """A date, or its ISO text, as precise as it is known: "9 June 2017", "June 2017", "2017"."""
    stamp = pd.Timestamp(value)
    return {"day": f"{stamp.day} {stamp:%B %Y}", "month": f"{stamp:%B %Y}", "year": f"{stamp:%Y}"}[precision]


def coarsest(precisions: Iterable[str]) -> str:
    """The least of several precisions of a date, "day" where none is given."""
    return max(precisions, key=PRECISIONS.index, default="day")


def precision_beside(column: str, columns: Collection[str]) -> str:
    """Which of the columns says how precisely the dates of one are known: "stated_precision" of "stated_on", else "date_precision", else ""."""
    own = f"{column.removesuffix('_on')}_precision"
    return next((name for name in (own, "date_precision") if name in columns), "")


@lru_cache(maxsize=4_096)
def wrapped(text: str, width: int) -> str:
    """Text broken into lines for a Plotly label."""
    return "<br>".join(textwrap.wrap(text, width)) or text


def listed(parts: Sequence[str], most: int = 12) -> str:
    """Parts joined by semicolons; what is left off is counted."""
    more = f"; and {len(parts) - most} more" if len(parts) > most else ""
    return "; ".join(parts[:most]) + more


def sentence_case(text: str) -> str:
    """The first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """The text with its spans of years, dates, shares and numbers each on one line; what is searched, linked or taken away does without the joiners."""
    for pattern, joined in _TOGETHER:
        text = pattern.sub(joined, text)
    return text
