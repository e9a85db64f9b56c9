"""Data as text: nothing that stands in a table may act as Markdown, HTML or a link of an unknown kind."""

import re
from datetime import date

import pandas as pd

from charts.words import day, number, unbroken
from queries.filters import with_dashes

_ACTING = re.compile(r"[\\`*_\[\]<>~$:&|!]")
_BLANKS = re.compile(r"[^\S\u00a0\u2009\u202f]+")  # but not those that keep the thousands of a number, or a date, on one line
_LARGE = re.compile(r"(?<![\w.])\d{5,}(?= )")
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=@&])")


def plain(value: object) -> str:
    """Text for a Markdown place, with every sign that Markdown could read made harmless."""
    return _harmless(_one_line(value))


def line(value: object) -> str:
    """Text for headings and for the lines above and beneath a chart: as `plain`, with what belongs together kept on one line."""
    return _harmless(unbroken(_one_line(value)))


def titled(table: str, title: object) -> str:
    """The title of a record, or its own words, as readers see them: years joined by a dash, thousands of a claimed number apart."""
    told = with_dashes(str(title))
    return _LARGE.sub(lambda found: number(int(found[0])), told) if table == "reported_figures" else told


def _one_line(value: object) -> str:
    return _BLANKS.sub(" ", str(value)).strip()


def _harmless(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def acts(value: object) -> bool:
    """Whether Markdown could read something in a text that cannot be escaped, because it is also written into the link."""
    return bool(_ACTING.search(str(value)))


def web_address(url: object) -> str | None:
    """The address when it is a plain web address, else None."""
    text = str(url)
    return text if re.fullmatch(r"https?://[^\s<>\"'\\)(]+|https?://[^\s<>\"'\\]+", text) else None


def linked(label: object, url: object) -> str:
    """Markdown link to a source, or its plain text when there is no usable address."""
    address = web_address(url)
    if not address:
        return plain(label)
    return f"[{plain(label)}]({address.replace('(', '%28').replace(')', '%29')})"


def publisher(name: object) -> str:
    """Who published a source, so that "not stated" can stand among names."""
    return "publisher not stated" if name == "not stated" else str(name)


def dated(value: date | pd.Timestamp | None, precision: object) -> str:
    """A date as precise as it is known, or "date not known"."""
    if value is None or pd.isna(value):
        return "date not known"
    return day(value, str(precision) if isinstance(precision, str) else "day")


def span(first: date | pd.Timestamp | None, precision: object, last: date | pd.Timestamp | None) -> str:
    """The first and the last day of what took several, with what both share said once: "20 to 21 June 2024"; one day where it took one."""
    begins, ends = dated(first, precision), dated(last, precision)
    if not known(first) or not known(last) or begins == ends:
        return begins
    one, other = begins.split(), ends.split()
    while len(one) > 1 and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return f"{' '.join(one)} to {ends}"


def known(value: object) -> bool:
    """Whether a cell holds something."""
    return not (value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)) or value == "")
