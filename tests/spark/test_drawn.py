"""Overview, Compare and Documents in a browser: on a cluster every chart is what it is in DuckDB."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, IDLE, QUIET, free_port, start
from tests.spark.conftest import ROOT

MINUTES_TO_ANSWER = 10  # a cluster of this machine that was asked nothing before
SHOWN = """(() => {
  const plain = (_, value) => ArrayBuffer.isView(value) ? [...value] : typeof value === 'number' ? Number(value.toPrecision(9)) : value
  const cards = [...document.querySelectorAll('[class*="st-key-card-"]')]
  return cards.map((card) => [
    card.className.match(/st-key-(card-[\\w-]+)/)[1],
    card.querySelector('h2, h3')?.textContent,
    [...card.querySelectorAll('.js-plotly-plot')].map((chart) => JSON.stringify(chart.data.map(({ uid, ...trace }) => trace), plain)),
  ])
})()"""
PAGES = {"Overview": "/", "Compare": "/compare", "Documents": "/documents"}

pytestmark = pytest.mark.skipif(CHROMIUM is None and os.environ.get("CI") != "true", reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, str], Any]]:
    """What the cards of each page say and draw, by engine and page. Both read a copy of the tables, so that files for the cluster lie beside it."""
    folder = tmp_path_factory.mktemp("drawn")
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("*.py", "*.sql", "__pycache__"))
    assert CHROMIUM, "no Chromium on this machine"
    found: dict[tuple[str, str], Any] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for name, engine in (("DuckDB", ""), ("cluster", os.environ["SCO_ENGINE"])):
            port = free_port()
            process = start(port, folder / f"{name}.log", SCO_DATA=str(folder / "data"), SCO_ENGINE=engine)
            try:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                for title, path in PAGES.items():
                    page.goto(f"http://127.0.0.1:{port}{path}")
                    page.wait_for_function(IDLE, timeout=MINUTES_TO_ANSWER * 60_000)
                    found[name, title] = page.evaluate(SHOWN)
                page.close()
            finally:
                process.terminate()
                process.wait(30)
        browser.close()
    yield found


@pytest.mark.parametrize("title", PAGES)
def test_a_page_draws_the_same_on_the_cluster(shown: dict[tuple[str, str], Any], title: str) -> None:
    wanted, drawn = shown["DuckDB", title], shown["cluster", title]
    assert len(wanted) >= 3 and any(charts for _, _, charts in wanted)
    for ours, theirs in zip(drawn, wanted, strict=True):
        assert ours == theirs, theirs[0]
