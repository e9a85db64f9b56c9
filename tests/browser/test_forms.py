"""Every figure in every form of its own size: no letter too small, no two texts over each other, nothing outside the frame."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from charts.catalogue import FIGURES
from charts.form import COLUMN, SLIDE, SQUARE, Form
from charts.look import DARK, LIGHT, PRINT, Look
from exports import browser as drawing
from exports.view import View
from queries import Filters
from tests.browser.conftest import CHROMIUM

# Figures whose words do not fit into a form yet; the test fails when one of them has been mended and still stands here.
UNFIT = {
    "square": {"compared-growth"},
    "column": {"compared-outcomes", "priority-continuity"},
}
SEEN = """(smallest) => {
  const frame = document.querySelector('#c .main-svg').getBoundingClientRect()
  const faults = [], boxes = []
  for (const text of document.querySelectorAll('#c text')) {
    const box = text.getBoundingClientRect()
    if (!text.textContent.trim() || !box.width) continue
    const words = text.textContent.slice(0, 40)
    const parts = [text, ...text.querySelectorAll('tspan')].filter((part) => part.textContent.trim())
    if (Math.min(...parts.map((part) => parseFloat(getComputedStyle(part).fontSize))) < smallest - 0.05) faults.push(`small: ${words}`)
    const spare = 0.14 * box.height / (text.querySelectorAll('tspan.line').length || 1)  // a line is higher than its letters
    const held = { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare, words }
    if (held.left < frame.left - 1 || held.right > frame.right + 1 || held.top < frame.top - 1 || held.bottom > frame.bottom + 1) faults.push(`outside: ${words}`)
    for (const other of boxes) {
      const [wide, high] = [Math.min(held.right, other.right) - Math.max(held.left, other.left), Math.min(held.bottom, other.bottom) - Math.max(held.top, other.top)]
      if (wide > 2 && high > 2) faults.push(`over each other: ${words} / ${other.words}`)
    }
    boxes.push(held)
  }
  return faults
}"""
CASES = [(SLIDE, LIGHT), (SLIDE, DARK), (SLIDE, PRINT), (SQUARE, PRINT), (COLUMN, PRINT)]


@pytest.fixture(scope="module")
def easel(browser) -> Iterator[Page]:
    """An empty page with plotly.js."""
    assert CHROMIUM
    page = browser.new_page(viewport={"width": 1800, "height": 900})
    page.set_content("<body style='margin:0'><div id='c'></div></body>")
    page.add_script_tag(content=drawing.plotly_js())
    yield page
    page.close()


def faults(page: Page, view: View, look: Look, part: int) -> list[str]:
    """What cannot be read of a drawing."""
    figure = json.loads(view.plot(look, part).to_json())
    page.evaluate("(figure) => Plotly.react('c', figure.data, figure.layout, { displayModeBar: false })", figure)
    return page.evaluate(SEEN, look.form.smallest)


@pytest.mark.parametrize(("form", "look"), CASES, ids=[f"{form.name}-{look.name}" for form, look in CASES])
@pytest.mark.parametrize("name", FIGURES)
def test_every_word_can_be_read(easel: Page, name: str, form: Form, look: Look) -> None:
    view = View.of(name, Filters())
    last = len(view.parts(form))
    found = [fault for part in sorted({1, (last + 1) // 2, last}) for fault in faults(easel, view, look.shaped(form), part)]
    if name in UNFIT.get(form.name, set()):
        if not found:
            pytest.fail(f"{name} fits into {form.name} now: take it off the list")
        pytest.xfail(f"{len(found)} faults: {found[0]}")
    assert not found, found[:5]


def test_parts_hold_every_row_once() -> None:
    for name in FIGURES:
        view = View.of(name, Filters())
        for form in (SLIDE, SQUARE):
            parts = view.parts(form)
            assert sum(len(part.frame) for part in parts) == len(view.frame), f"{name} in {form.name}"
            assert len(parts) == 1 or all(part.left_out for part in parts)


def test_the_check_finds_what_cannot_be_read(easel: Page) -> None:
    words = {"xref": "paper", "yref": "paper", "showarrow": False, "x": 0.5}
    notes = [{**words, "y": 0.5, "text": "one", "font": {"size": 30}}, {**words, "y": 0.5, "text": "two", "font": {"size": 30}}]
    notes += [{**words, "y": 0.9, "text": "tiny", "font": {"size": 9}}, {**words, "y": 0.1, "text": "long " * 60, "font": {"size": 30}}]
    easel.evaluate("(layout) => Plotly.react('c', [], layout)", {"width": 600, "height": 400, "annotations": notes})
    told = " ".join(easel.evaluate(SEEN, 24))
    assert "over each other" in told and "small: tiny" in told and "outside: long" in told
