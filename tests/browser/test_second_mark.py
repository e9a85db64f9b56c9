"""While the records of one mark are open another mark may be chosen: then its records are shown, the same as when it is chosen first."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize(("name", "first", "second"), [("path-to-membership", 2, 9), ("compared-outcomes", 0, 2)])
def test_a_second_mark_gives_its_own_records(name: str, first: int, second: int, visitor) -> None:
    visit: Visit = visitor().open(f"/figure?figure={name}")
    card, sheet = visit.card(name), visit.page.locator(f".st-key-behind-chart-{name}")
    marks = card.locator(".point path, path.point")
    links = sheet.locator("a[href*='record?']")
    marks.nth(second).click(force=True)
    expect(links.first).to_be_visible(timeout=30_000)
    alone = visit.settled() and sheet.inner_text()
    visit.page.keyboard.press("Escape")
    expect(sheet).to_have_count(0, timeout=30_000)
    visit.settled()
    marks.nth(first).click(force=True)
    expect(links.first).to_be_visible(timeout=30_000)
    before = visit.settled() and sheet.inner_text()
    assert before != alone, "two marks with records of their own"
    marks.nth(second).click(force=True)
    expect(sheet).not_to_contain_text(before.splitlines()[-1], timeout=30_000)
    visit.settled()
    assert sheet.inner_text() == alone
    assert not visit.complaints
