"""What comes out of the printer, as its words can be read and compared."""

import io
import unicodedata
from math import hypot

from pypdf import PageObject, PdfReader

from tests.browser.conftest import Visit

# The words of a chart as it is laid out for paper: our own listener has run when this one does.
LISTEN = """() => {
  const texts = (chart, kind) => [...chart.querySelectorAll(kind)].filter((text) => text.getClientRects().length).map((text) => text.textContent)
  addEventListener('beforeprint', () => {
    const charts = [...document.querySelectorAll('.js-plotly-plot')].filter((chart) => chart.getClientRects().length)
    window.printed = charts.flatMap((chart) => [
      ...[...chart.querySelectorAll('.xtick text, .ytick text')].filter((tick) => tick.getBoundingClientRect().width).flatMap((tick) => tick.querySelector('tspan.line') ? texts(tick, 'tspan.line') : [tick.textContent]),
      ...texts(chart, '.annotation-text, .textpoint text, .bartext').flatMap((text) => text.split(/\\s+/)),
    ])
  })
}"""


def squeezed(text: str) -> str:
    """Letters and digits alone, ligatures taken apart: signs come from other fonts and are read at other places."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def words_on_paper(visit: Visit, landscape: bool = False) -> list[str]:
    """The text of each sheet of A4 without its blanks."""
    paper = visit.page.pdf(format="A4", landscape=landscape)
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(paper)).pages]


def too_small(sheet: PageObject) -> dict[str, float]:
    """Words of a printed page in letters of less than 7 points, and their points."""
    found: dict[str, float] = {}

    def read(text: str, page: list[float], line: list[float], _: object, size: float) -> None:
        points = abs(size) * hypot(line[0], line[1]) * hypot(page[0], page[1])
        if text.strip() and points < 6.95:
            found[text.strip()] = round(points, 1)

    sheet.extract_text(visitor_text=read)
    return found
