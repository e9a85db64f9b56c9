"""Every figure in every form of its own size: no letter too small, no two texts over each other, nothing outside the frame."""

import json
import re
from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import Page

from charts.catalogue import FIGURES
from charts.form import COLUMN, COLUMNS, PAGE, SLIDE, SLIDE_TALL, SQUARE, Form, in_parts
from charts.look import DARK, LIGHT, PRINT, Look
from exports import browser as drawing
from exports.view import View
from queries import Filters
from tests.browser.conftest import CHROMIUM
from tests.browser.readable import READ

# Each figure is drawn anew: what was drawn before would leave its margins. A figure without what answers a pointer has the same words in the same places.
# It comes as one text: to hand over every value by itself takes nearly as long as to draw them.
SEEN = f"""async ([figures, smallest]) => {{
  const read = {READ}
  const told = []
  for (const figure of figures.map(JSON.parse)) {{
    await Plotly.newPlot('c', figure.data, figure.layout, {{ staticPlot: true }})
    told.push(read(document.getElementById('c'), smallest))
  }}
  return told
}}"""
# Dark differs from light in colours alone (a test below), print in its letters, which are narrower: what has room on a light slide has it there.
CASES = [(SLIDE, LIGHT), (SLIDE_TALL, LIGHT), (SQUARE, PRINT), (COLUMN, PRINT), (COLUMNS, PRINT)]
CHOSEN = [
    Filters(years=(2001, 2005)),
    Filters(years=(2017, 2017)),
    Filters(years=(2019, 2021)),
    Filters(years=(2010, 2024), indicator="gdp_current_usd", coding="priorities theme"),
    Filters(chairmanships=("kz-2023",), first="kz-2016", second="cn-2017", by="type"),
    Filters(years=(2001, 2011), themes=("transport", "digital", "membership")),
    Filters(themes=("digital", "energy"), first="cn-2017", second="kz-2023", measure="share"),
]
COLOUR = re.compile(r"#[0-9a-f]{6}|rgba?\([^)]*\)")
PAGES = tuple(dict.fromkeys(figure.page for figure in FIGURES.values()))


@pytest.fixture(scope="module")
def easel(browser) -> Iterator[Page]:
    """An empty page with plotly.js."""
    assert CHROMIUM
    page = browser.new_page(viewport={"width": 1800, "height": 900})
    page.set_content("<body style='margin:0'><div id='c'></div></body>")
    page.add_script_tag(content=drawing.plotly_js())
    page.add_style_tag(content=drawing.faces_css())
    page.evaluate("() => Promise.all(['400', '700'].flatMap((weight) => ['Sans', 'Signs'].map((name) => document.fonts.load(`${weight} 12px 'Picture ${name}'`, '■'))))")
    yield page
    page.close()


def drawn(view: View, look: Look, part: int) -> str:
    """A part of a figure as JSON."""
    return view.plot(look, part).to_json()


def some(view: View, form: Form) -> list[int]:
    """The fullest part, which is the first, one in the middle, and the last, which may be nearly empty."""
    n = len(view.parts(form))
    return sorted({1, n // 2 + 1, n})


@pytest.mark.parametrize(("form", "look"), CASES, ids=[f"{form.name}-{form.width}-{look.name}" for form, look in CASES])
@pytest.mark.parametrize("page", PAGES)
def test_every_word_can_be_read(easel: Page, page: str, form: Form, look: Look) -> None:
    views = [View.of(figure.name, Filters()) for figure in FIGURES.values() if figure.page == page]
    wanted = [(view, part) for view in views for part in some(view, form)]
    found = easel.evaluate(SEEN, [[drawn(view, look.shaped(form), part) for view, part in wanted], form.smallest])
    faults = {f"{view.figure.name}, part {part}": told[:5] for (view, part), told in zip(wanted, found, strict=True) if told}
    assert not faults, faults


@pytest.mark.parametrize(("form", "look"), CASES, ids=[f"{form.name}-{form.width}-{look.name}" for form, look in CASES])
@pytest.mark.parametrize("page", PAGES)
def test_every_word_can_be_read_under_filters(easel: Page, page: str, form: Form, look: Look) -> None:
    """Few years give long dates and broad bars, one chairmanship long titles, other pairs other parts."""
    names = [name for name, figure in FIGURES.items() if figure.page == page]
    views = {(name, view.query): view for name in names for chosen in CHOSEN if len((view := View.of(name, chosen)).frame)}
    wanted = [(view, part) for view in views.values() for part in sorted({1, len(view.parts(form))})]
    drawings = [drawn(view, look.shaped(form), part) for view, part in wanted]
    found = [told for start in range(0, len(drawings), 40) for told in easel.evaluate(SEEN, [drawings[start : start + 40], form.smallest])]
    faults = {f"{view.figure.name}, part {part}, {view.query}": told[:5] for (view, part), told in zip(wanted, found, strict=True) if told}
    assert not faults, faults


def test_grounds_differ_in_colours_alone() -> None:
    for name in FIGURES:
        view = View.of(name, Filters())
        light, dark = (view.plot(look.shaped(SLIDE), 1).to_dict() for look in (LIGHT, DARK))
        assert placed(light) == placed(dark), name


def placed(told: object) -> object:
    """A drawing without its colours: what decides where words stand."""
    if isinstance(told, dict):
        return {name: placed(value) for name, value in told.items() if "color" not in name}
    if isinstance(told, list):
        return [placed(value) for value in told]
    return COLOUR.sub("", told) if isinstance(told, str) else told


def test_parts_hold_every_row_once() -> None:
    for name in FIGURES:
        view = View.of(name, Filters())
        for form in (SLIDE, SLIDE_TALL, SQUARE):
            parts = view.parts(form)
            is_cut = any("the table has all" in part.left_out for part in parts)
            assert sum(len(part.frame) for part in parts) == len(view.frame) or (is_cut and form is SQUARE), f"{name} in {form.name}"
            assert form is not SLIDE_TALL or len(parts) == len(view.parts(SLIDE)), f"{name}: a story has as many slides on every screen"
            assert len(parts) == 1 or all(part.left_out for part in parts)
            assert not form.most_parts or len(parts) <= form.most_parts, f"{name}: nobody turns {len(parts)} pages of a post"


def test_parts_say_what_they_hold() -> None:
    rows = pd.DataFrame({"line": [1, 1, 2, 3, 4, 5, 6, 7]})
    by_two = in_parts(("line",), {"slide": 2, "square": 1, "column": 3}, "lines")
    assert [part.left_out for part in by_two(rows, SLIDE)][::2] == ["lines 1 to 2 of 7; part 1 of 4", "line 5 of 7; part 3 of 4"]
    assert [part.left_out for part in by_two(rows, COLUMN)] == ["lines 1 to 3 of 7; part 1 of 3", "lines 4 to 5 of 7; part 2 of 3", "lines 6 to 7 of 7; part 3 of 3"]
    posted = by_two(rows, SQUARE)
    assert posted[-1].left_out == "part 6 of 6; the table has all" and list(posted[-1].frame["line"]) == [6]
    assert [part.left_out for part in by_two(rows, PAGE)] == [""]
    longest = View.of("document-validity", Filters()).parts(SQUARE)
    held = pd.concat([part.frame for part in longest])
    every = View.of("document-validity", Filters()).frame
    left = every[~every["chain_id"].isin(held["chain_id"])]
    assert held.groupby("chain_id").size().min() >= left.groupby("chain_id").size().max(), "what a square leaves out is shorter"
    assert f"the {held['chain_id'].nunique()} longest of {every['chain_id'].nunique()} lines" in longest[0].left_out
    facets = View.of("compared-documents", Filters()).parts(SQUARE)
    assert [part.left_out for part in facets] == [f"part {k} of 3" + (f"; the 5 most frequent of {n}" if n > 5 else "") for k, n in enumerate((part.frame["value"].nunique() for part in facets), 1)]


def test_the_check_finds_what_cannot_be_read(easel: Page) -> None:
    words = {"xref": "paper", "yref": "paper", "showarrow": False, "x": 0.5}
    notes = [{**words, "y": 0.5, "text": "one", "font": {"size": 30}}, {**words, "y": 0.5, "text": "two", "font": {"size": 30}}]
    notes += [{**words, "y": 0.9, "text": "tiny", "font": {"size": 9}}, {**words, "y": 0.1, "text": "long " * 60, "font": {"size": 30}}]
    figure = {"data": [], "layout": {"width": 600, "height": 400, "annotations": notes}}
    told = " ".join(easel.evaluate(SEEN, [[json.dumps(figure)], 24])[0])
    assert "over each other" in told and "small: tiny" in told and "outside: long" in told
