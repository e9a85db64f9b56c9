"""A figure in every form and file, under choices, and with some of its rows."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

import pandas as pd
import pytest

from charts.form import SLIDE
from charts.look import LIGHT, PRINT
from exports import browser, citation, drawing, table_text
from exports.formats import FORMATS
from exports.native.reading import editable
from exports.page import html_file, pdf_file
from exports.picture.drawn import Drawn
from exports.picture.sizes import SIZES
from exports.view import View
from queries import Filters
from tests.approved.marking import office, parts_of, sections
from tests.shown import holding

LOOKS = {"wide": LIGHT, "narrow": replace(LIGHT, narrow=True)} | {size: PRINT.shaped(SIZES[size].form) for size in SIZES}
NARROWED = Filters(chairmanships=("kz-2023",), themes=("security", "economy"), years=(2010, 2024), by="type", measure="share", first="cn-2017")
# Choices that leave one row or two, one side of a comparison, or none: sentences and charts have cases of their own for these.
FEW = (
    Filters(years=(2017, 2017)),
    Filters(years=(2001, 2002)),
    Filters(chairmanships=("kz-2016",), themes=("energy",)),
    Filters(themes=("membership",), outcomes=("not achieved",), types=("convention",)),
    Filters(first="uz-2015", second="kz-2023", themes=("digital",)),
    Filters(first="kz-2016", second="kz-2016", kinds=("goal",), forces=("treaty",)),
)
# The rows of a figure as far as these, and so many chances of some of its rows: what is drawn in one way up to a number of rows, and in another beyond it.
ALL_OR_NONE = {"priority-flow", "coding-confusion"}  # rows that only together make a drawing
FIRST_ROWS, CHANCES, SMALL = range(1, 25), range(12), range(8)
# Numbers by which words and drawings turn: none, one, few, one less or more, all. By the name of a column; the first that fits.
NUMBERS = {
    r"n_all|n_facts|n_coders|n_priorities": (1, 2, 3),
    r"n|n_.*|value|claimed|computed|first_value|second_value": (0, 1, 1, 2, 3),
    r"difference|change": (-2, -1, 0, 1, 2),
    r"share.*|done_.*": (0.0, 0.4, 1.0, 50.0, 99.6, 100.0),
    r"years_.*|days": (0.0, 1.0, 2.0),
}


def chosen(name: str, base: str) -> Iterator[str]:
    """A figure as it is, under choices, and with some of its rows."""
    whole = View.of(name, Filters(), base)
    yield from figure(whole, "all", LOOKS)
    yield from figure(View.of(name, NARROWED, base), "narrowed", ("wide",))
    for place, few in enumerate(FEW):
        view = View.of(name, few, base)
        drawn = {look: dict(sections(json.loads(view.plot(LOOKS[look]).to_json()))) for look in ("narrow", "slide")}
        yield f"{name} few-{place} {parts_of({'said': words(view)} | dict(sections(json.loads(view.plot(LIGHT).to_json()))) | drawn)}"
    if name not in ALL_OR_NONE:
        yield from rows(whole)


def figure(view: View, told: str, looks: Iterable[str]) -> Iterator[str]:
    name = f"{view.figure.name} {told}"
    yield f"{name} words {parts_of(words(view))}"
    for look in looks:
        for part in sorted({1, len(view.parts(LOOKS[look].form))}):
            for section, content in sections(json.loads(view.plot(LOOKS[look], part).to_json())):
                if content:
                    yield f"{name} {look} {part} {section} {parts_of(content)}"
    yield from (f"{name} {ending} {parts_of(content)}" for ending, content in _files(view))


def rows(whole: View) -> Iterator[str]:
    """Some of the rows as if they were all."""
    some = {str(n): whole.frame.head(n) for n in FIRST_ROWS if n < len(whole.frame)}
    for told, change in [*((f"chance-{chance}", _same) for chance in CHANCES), *((f"small-{chance}", _small) for chance in SMALL)]:
        dice = random.Random(f"{whole.figure.name} {told}")
        places = sorted(dice.sample(range(len(whole.frame)), dice.randint(1, len(whole.frame))))
        some[told] = change(whole.frame.iloc[places], dice)
    for told, frame in some.items():
        view = holding(whole, frame.reset_index(drop=True))
        made = {"said": (view.title, view.alt, view.sentence, view.caution, table_text.cells(view)), "native": asdict(native) if (native := editable(view)) else None}
        for look in ("wide", "narrow", "slide"):
            made |= {f"{look}-{part}": content for part, content in sections(json.loads(view.plot(LOOKS[look]).to_json()))}
        yield f"{whole.figure.name} rows {told} {parts_of(made)}"


def _same(frame: pd.DataFrame, dice: random.Random) -> pd.DataFrame:
    return frame


def _small(frame: pd.DataFrame, dice: random.Random) -> pd.DataFrame:
    """The rows with small numbers by chance; what has no number keeps none."""
    made = frame.copy()
    for name in made.columns:
        choices = next((numbers for pattern, numbers in NUMBERS.items() if re.fullmatch(pattern, name)), None)
        if choices and pd.api.types.is_numeric_dtype(made[name]) and not pd.api.types.is_bool_dtype(made[name]):
            thrown = pd.Series([dice.choice(choices) for _ in range(len(made))], index=made.index)
            made[name] = made[name].where(made[name].isna(), thrown).astype(made[name].dtype)
    return made


def words(view: View) -> dict[str, Any]:
    return {
        "title": view.title,
        "sentence": view.sentence,
        "alt": view.alt,
        "caution": view.caution,
        "n": view.n,
        "name": view.file_name("csv"),
        "link": view.address(),
        "cite": [form.write(citation.of_view(view)) for form in citation.FORMS.values()],
        "parts": [[part.left_out for part in view.parts(form)] for form in (SLIDE, SIZES["column"].form, SIZES["square"].form)],
        "picture": [{key: value for key, value in drawing.picture(view, size).items() if key != "figure"} for size in SIZES.values()],
    }


def _files(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    for ending in ("csv", "json"):
        yield ending, {"whole": FORMATS[ending].make(view).decode()}
    for ending in ("pptx", "xlsx"):
        yield ending, office(FORMATS[ending].make(view))
    yield "html", {"whole": html_file.to_html(view).decode().replace(browser.plotly_js(), "")}
    with pytest.MonkeyPatch.context() as printed:
        printed_as_text(printed)
        yield "pdf", {str(place): part for place, part in enumerate(pdf_file.to_pdf(view).decode().replace(browser.faces_css(), "").split("<h2>"))}


def printed_as_text(monkeypatch: Any) -> None:
    monkeypatch.setattr(browser, "printed", str.encode)
    monkeypatch.setattr(drawing, "on_paper", lambda view, part=1: f"<svg>{part}</svg>")
    monkeypatch.setattr(drawing, "on_slide", lambda view, part=1: Drawn(f"<svg>{part}</svg>", b""))
