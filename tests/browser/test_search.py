"""The search as a reader's hands meet it: the key, the box, the way there and back."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit

BOX = "form[role=search] input"


def test_the_key_leads_into_the_box_and_enter_to_what_is_found(visitor) -> None:
    visit: Visit = visitor().open("/documents?q=plan")
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type("drugs")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search: drugs")
    visit.settled()
    assert page.url.endswith("/search?q=drugs")
    expect(page.locator(BOX)).to_have_value("drugs")
    page.get_by_role("link", name="SCO Anti-Drug Centre").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("SCO Anti-Drug Centre")
    visit.settled()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search: drugs")
    visit.settled()
    page.go_back()
    visit.settled()
    assert page.url.endswith("/documents?q=plan"), "the page before keeps its own words"
    expect(page.get_by_label("Search documents", exact=True)).to_have_value("plan")
    assert not visit.complaints


def test_a_slash_in_a_field_is_a_slash(visitor) -> None:
    page = visitor().open("/documents").page
    field = page.get_by_label("Search documents", exact=True)
    field.click()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_a_link_to_a_page_of_a_kind_comes_back(visitor) -> None:
    visit: Visit = visitor().open("/search?q=cooperation")
    page = visit.page
    page.get_by_role("link", name="All ").first.click()
    visit.settled()
    page.get_by_role("button", name="Page 2", exact=True).click()
    visit.settled()
    assert "page=2" in page.url and "kind=" in page.url
    shown = page.locator("a[href*='record?']").first.inner_text()
    other: Visit = visitor().open("/" + page.url.split("/")[-1])
    assert other.page.locator("a[href*='record?']").first.inner_text() == shown
    other.page.get_by_role("link", name="All kinds of record").click()
    other.settled()
    assert "kind=" not in other.page.url and "page=" not in other.page.url
