"""Every word of every chart stands 4.5:1 against what is drawn beneath it (3:1 for large letters), measured on the picture itself."""

import io
import json
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from plotly.offline import get_plotlyjs

from charts.catalogue import FIGURES
from charts.form import PAGE, PAGE_WIDTH, PHONE, Form
from charts.look import LOOKS
from exports.view import View
from queries import Filters

SHEET = "<!doctype html><meta charset='utf-8'><style>body{margin:0}.bare :is(text, .gridlayer){visibility:hidden!important}</style><div id='chart'></div>"
# Each run of words in one colour: its box, its ink as it is painted, whether its letters are large in the sense of WCAG.
WORDS = """async (figure) => {
  const chart = document.getElementById('chart')
  chart.className = ''
  await Plotly.newPlot(chart, figure.data, figure.layout, { staticPlot: true })
  const place = chart.getBoundingClientRect()
  const inks = new Map()
  const ink = (node) => {
    if (inks.has(node)) return inks.get(node)
    const style = getComputedStyle(node)
    const size = parseFloat(style.fontSize)
    let strength = style.visibility === 'hidden' ? 0 : Number(style.fillOpacity)
    for (let up = node; up !== chart; up = up.parentElement) strength *= Number(getComputedStyle(up).opacity)
    inks.set(node, { fill: style.fill, strength, large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) })
    return inks.get(node)
  }
  const words = []
  const walk = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walk.nextNode()) {
    const node = walk.currentNode
    // The strip below a timeline draws its marks out of sight.
    if (!node.textContent.trim() || !node.parentElement.closest('text') || node.parentElement.closest('.rangeslider-container')) continue
    const painted = ink(node.parentElement)
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    // A line of text is taller than its letters, and a bar may be lower than the line.
    const leads = box.height / 4
    const sides = [box.left - place.left, box.top - place.top + leads, box.right - place.left, box.bottom - place.top - leads]
    if (box.width && painted.strength) words.push({ text: node.textContent, box: sides, ...painted })
  }
  chart.classList.add('bare')
  return words
}"""
WIDTHS = {"page": PAGE_WIDTH, "phone": 340}
LEAST_SHARE = 0.12  # of a word's box; the lines of the grid are not counted


@pytest.fixture(scope="module")
def easel(browser: Browser) -> Iterator[Page]:
    """A page that draws charts and nothing else."""
    page = browser.new_page(viewport={"width": PAGE_WIDTH, "height": 900})
    page.set_content(SHEET)
    page.add_script_tag(content=get_plotlyjs())
    yield page
    page.close()


def light_of(colours: np.ndarray) -> np.ndarray:
    """Relative luminance (WCAG 2.2) of colours, given as rows of 0 to 255."""
    parts = colours / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4) @ np.array([0.2126, 0.7152, 0.0722])


def least_contrast(ground: np.ndarray, ink: list[float], strength: float) -> float:
    """The least contrast of an ink with the colours that fill a fair part of a piece of the picture."""
    colours, counts = np.unique(ground.reshape(-1, 3), axis=0, return_counts=True)
    beneath = colours[counts >= LEAST_SHARE * counts.sum()].astype(float)
    if not len(beneath):
        beneath = np.median(ground.reshape(-1, 3), axis=0)[None]
    one, other = light_of(strength * np.array(ink) + (1 - strength) * beneath), light_of(beneath)
    return float(((np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)).min())


def faint(page: Page, figure: dict) -> dict[str, float]:
    """The words of a chart that cannot be read, with their contrast."""
    words = page.evaluate(WORDS, figure)
    assert words, "a chart without words"
    picture = np.asarray(Image.open(io.BytesIO(page.locator("#chart").screenshot())).convert("RGB"))
    found = {}
    for word in words:
        left, top, right, bottom = (round(side) for side in word["box"])
        ground = picture[max(top, 0) : bottom, max(left, 0) : right]
        ink = [float(part) for part in word["fill"].strip("rgba()").split(",")[:3]]
        ratio = least_contrast(ground, ink, word["strength"]) if ground.size else 0.0
        is_sign = not any(letter.isalnum() for letter in word["text"])
        if ratio < (3 if word["large"] or is_sign else 4.5):
            found[word["text"]] = round(ratio, 2)
    return found


@pytest.mark.parametrize(("look", "form"), [("light", PAGE), ("dark", PHONE)], ids=["page-light", "phone-dark"])
def test_every_word_of_every_chart_can_be_read(look: str, form: Form, easel: Page) -> None:
    found = {}
    for name in FIGURES:
        view = View.of(name, Filters())
        figure = json.loads(view.plot(LOOKS[look].shaped(form)).to_json())
        figure["layout"]["width"] = WIDTHS[form.name]
        found[name] = faint(easel, figure)
    assert not {name: words for name, words in found.items() if words}
