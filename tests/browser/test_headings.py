"""Headings on a phone: a span of years stays on one line, and what is made of a heading does without the sign that holds it."""

import pytest

from charts.words import unbroken
from tests.browser.conftest import Visit
from ui.text import line, plain

# Spans of years, shares such as 13 of 50 and numbers in words in headings that begin on one line and end on another. A heading is measured at several breadths, as its words fall differently in each.
BROKEN = r"""() => {
  const broken = []
  for (const heading of document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3)')) {
    const walk = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      for (const span of walk.currentNode.data.matchAll(/\d+\u2060?–\u2060?\d+|n[ \u00a0]=[ \u00a0]\d+|\d+[ \u00a0]of[ \u00a0]\d+|[a-z]+ty-\u2060?[a-z]+/gi)) {
        const range = document.createRange()
        range.setStart(walk.currentNode, span.index)
        range.setEnd(walk.currentNode, span.index + span[0].length)
        for (let width = 200; width <= 340; width += 7) {
          heading.style.width = `${width}px`
          const tops = new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top)))
          if (tops.size > 1) broken.push(`${width}: ${span[0]} in ${heading.textContent}`)
        }
        heading.style.width = ''
      }
    }
  }
  return broken
}"""
# All that leads to a heading or names something by it.
MADE_OF = r"""() => [location.href, document.title, ...[...document.querySelectorAll('a[href], [id], [aria-label]')].flatMap((node) =>
  [node.getAttribute('href'), node.id, node.getAttribute('aria-label'), node.closest('li')?.textContent ?? ''])].map((text) => decodeURIComponent(text ?? '')).filter((text) => /[\u2060\u00a0]/.test(text))"""


@pytest.mark.parametrize("path", ["/", "/compare", "/present", "/figure?figure=compared-outcomes", "/figure?figure=claimed-shares"])
def test_a_span_of_years_stays_on_one_line(path: str, visitor) -> None:
    visit: Visit = visitor(width=390, height=844).open(path)
    visit.page.wait_for_function("[...document.querySelectorAll(':is(h1, h2, h3)')].some((heading) => /\\d.?–|n\\s=|ty-/.test(heading.textContent))")
    assert not visit.page.evaluate(BROKEN)
    visit.page.wait_for_timeout(500)
    assert not visit.page.evaluate(MADE_OF)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kazakhstan 2016–2017 – and then, 9–10 June", "Kazakhstan 2016\u2060–\u20602017 – and then, 9\u2060–\u206010 June"),
        ("13 of 50, one of 2, 40 to 50", "13\u00a0of\u00a050, one of 2, 40\u00a0to\u00a050"),
        ("Twenty-four, twenty-fifth, Anti-Drug", "Twenty-\u2060four, twenty-fifth, Anti-Drug"),
        ("26.5 % of 10 on 9 June 2017 (n = 9)", "26.5\u00a0% of 10 on 9\u00a0June\u00a02017 (n\u00a0=\u00a09)"),
        ("50 per cent, per centre", "50 per\u00a0cent, per centre"),
    ],
)
def test_what_belongs_together_is_held_together_and_nothing_else(text: str, kept: str) -> None:
    assert unbroken(text) == unbroken(kept) == kept
    assert line(text).replace("\\", "") == kept and line(text).replace("\u2060", "").replace("\u00a0", " ") == plain(text)


# Headings of more than three words whose last line is one word.
ALONE = r"""() => [...document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3)')].filter((heading) => {
  const lines = {}
  const walk = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    for (const word of walk.currentNode.data.matchAll(/[^ ]+/g)) {
      const range = document.createRange()
      range.setStart(walk.currentNode, word.index)
      range.setEnd(walk.currentNode, word.index + word[0].length)
      const top = Math.round([...range.getClientRects()].at(-1).top)
      lines[top] = (lines[top] ?? 0) + 1
    }
  }
  const counts = Object.keys(lines).map(Number).sort((a, b) => a - b).map((top) => lines[top])
  return counts.length > 1 && counts.reduce((a, b) => a + b) > 3 && counts.at(-1) === 1
}).map((heading) => heading.textContent)"""


@pytest.mark.parametrize(("path", "width"), [("/membership", 390), ("/", 1920)])
def test_no_heading_ends_with_one_word_on_a_line(path: str, width: int, visitor) -> None:
    visit: Visit = visitor(width=width, height=900).open(path)
    visit.page.wait_for_function("document.querySelectorAll('[data-testid=\"stMain\"] h3').length > 2")
    assert not visit.page.evaluate(ALONE)
