"""Small pieces of English shared by titles, labels and descriptions."""

import textwrap
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache

import pandas as pd

PRECISIONS = ("day", "month", "year")


def number(value: float) -> str:
    """A number as text with thin spaces between thousands; whole numbers without decimals."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
    return text.replace(",", "\u202f")


def plural(n: int, noun: str) -> str:
    """ "1 document", "14 documents" (the noun is given in the plural)."""
    singular = {"priorities": "priority", "countries": "country", "bodies": "body", "states": "state", "figures": "figure", "entries": "entry", "dated entries": "dated entry"}
    return f"{number(n)} {singular.get(noun, noun.removesuffix('s')) if n == 1 else noun}"


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
