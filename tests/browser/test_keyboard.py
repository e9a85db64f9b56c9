"""Without a mouse: from every chart by keys alone to a record behind it; a typed day."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from charts.catalogue import FIGURES
from exports.common.addresses import SECTIONS
from tests.browser.conftest import IDLE, Visit

TAB = "document.activeElement.getAttribute('aria-label') ?? ''"
# Where the keyboard is: at a link to a record or to what a number counts, at a table, at a fold of a list. An element drawn anew leaves
# the keys on the body; the next Tab goes on from where it stood.
AT = """(card) => {
  const at = document.activeElement
  if (at === document.body) return 'between'
  if (!card.contains(at)) return 'outside'
  if (at.matches('a[href*="record?"], .two-terms a')) return 'record'
  if (at.closest('canvas')) return 'table'
  return at.matches('summary, [data-testid="stExpander"] button') ? 'fold' : 'else'
}"""
# The cell that has the keys: a table hands them from its picture to the cell, a while after they reached it.
CELL = "document.activeElement.closest('canvas') ? document.activeElement.dataset.testid : ''"
WAYS_IN = "a[href*='record?']"
MOST_KEYS, MOST_ROWS = 30, 12


def screens() -> dict[str, list[str]]:
    """The figures by the address where they stand."""
    found: dict[str, list[str]] = {}
    for name, figure in FIGURES.items():
        path = f"/data?section={SECTIONS[name]}" if name in SECTIONS else "/" if figure.page == "overview" else f"/{figure.page}"
        found.setdefault(path, []).append(name)
    return found


def to_the_table(card: Locator, page: Page) -> None:
    """From the first tab of a card to the one with its table; arrows move between tabs."""
    first = card.get_by_role("tab").first
    assert first.evaluate("tab => tab.tabIndex >= 0") or card.get_by_role("tab", selected=True).evaluate("tab => tab.tabIndex >= 0")
    first.focus()
    table = card.get_by_role("tab", name="Table")
    for _ in range(MOST_KEYS):
        if page.evaluate(TAB).startswith("Table") or table.get_attribute("aria-selected") == "true":
            break
        if page.evaluate("document.activeElement === document.body"):
            card.get_by_role("tab", selected=True).focus()
        page.keyboard.press("ArrowRight")
    expect(table).to_have_attribute("aria-selected", "true")
    expect(card.locator("canvas:visible, table a, [data-testid=stExpander]").first).to_be_attached(timeout=20_000)
    page.wait_for_function(IDLE, timeout=60_000)  # a table that is filled again forgets its keys


def choose(card: Locator, visit: Visit) -> None:
    """The first row with records behind it; a row may say that nothing was found."""
    page = visit.page
    nothing = card.get_by_text("No record stands behind")
    for _ in range(MOST_ROWS):
        before = page.evaluate(CELL)
        page.keyboard.press("ArrowDown")
        page.wait_for_function(f"before => ({CELL}) !== before", arg=before, timeout=20_000)
        with visit.answered():  # what stands there until then is of the row before
            page.keyboard.press("Shift+Space")
        expect(card.locator(WAYS_IN).first.or_(nothing)).to_be_visible(timeout=20_000)
        if not nothing.count():
            return


def to_a_record(card: Locator, visit: Visit) -> str:
    """Where the keyboard ends: "record", or where it got stuck."""
    page = visit.page
    chosen = at = ""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        at = card.evaluate(AT)
        if at in ("record", "outside"):
            return at
        if at in ("table", "fold") and not chosen:
            chosen = at
            choose(card, visit) if at == "table" else page.keyboard.press("Enter")
            expect(card.locator(WAYS_IN).first).to_be_visible(timeout=20_000)
    return at


@pytest.mark.parametrize(("path", "names"), screens().items(), ids=screens())
def test_the_keyboard_alone_reaches_a_record_behind_every_chart(path: str, names: list[str], visitor) -> None:
    visit: Visit = visitor().open(path)
    ends = {}
    for name in names:
        to_the_table(visit.card(name), visit.page)
        ends[name] = to_a_record(visit.card(name), visit)
    assert set(ends.values()) == {"record"}, ends


def test_enter_takes_a_typed_day(visitor) -> None:
    visit: Visit = visitor().open("/membership")
    field = visit.page.get_by_role("textbox", name="Type a day")
    field.fill("2018-01-01")
    visit.page.keyboard.press("Enter")
    expect(visit.card("membership-map")).to_contain_text("8 members, 4 observers and 6 dialogue partners on 1 January 2018", timeout=15_000)
    expect(visit.page).to_have_url(re.compile("day=2018-01-01"))
