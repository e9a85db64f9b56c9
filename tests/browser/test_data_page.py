"""The data page in a real browser: rows that open, Back and Forward, downloads."""

import zipfile

import data
from tests.browser.conftest import Visit


def h1(visit: Visit) -> str:
    return visit.page.locator("h1").first.inner_text()


def test_a_row_opens_its_record_and_back_leads_to_the_same_view(visitor) -> None:
    visit: Visit = visitor().open("/data?section=Tables&browse=Events&find=youth")
    table = visit.page.locator('[data-testid="stDataFrame"] canvas').first.bounding_box()
    assert table
    visit.page.mouse.click(table["x"] + 18, table["y"] + 55)
    visit.settled()
    visit.page.get_by_role("link", name="Open the record").click()
    visit.page.wait_for_url("**/record?*")
    visit.settled()
    assert "table=events" in visit.query()
    visit.page.go_back()
    visit.settled()
    assert visit.query() == "section=Tables&browse=Events&find=youth"
    assert visit.page.get_by_label("Search in all columns").input_value() == "youth"


def test_the_address_follows_from_record_to_record_and_back_and_forth(visitor) -> None:
    visit: Visit = visitor().open("/record?table=chairmanships&id=kg-2025")
    first = h1(visit)
    visit.page.get_by_role("link", name="About this source").first.click()
    visit.page.wait_for_url("**table=sources**")
    visit.settled()
    second = h1(visit)
    assert second != first
    visit.page.go_back()
    visit.settled()
    assert (h1(visit), "id=kg-2025" in visit.query()) == (first, True)
    visit.page.go_forward()
    visit.settled()
    assert h1(visit) == second


def test_one_step_back_leads_to_the_page_before_with_its_filters(visitor) -> None:
    visit: Visit = visitor().open("/compare?measure=Share&themes=Security")
    title = h1(visit)
    visit.page.get_by_role("link", name="Data", exact=True).first.click()
    visit.page.wait_for_url("**/data*")
    visit.settled()
    visit.page.get_by_role("button", name="Coverage and gaps").click()
    visit.settled()
    assert visit.query() == "section=Coverage"
    visit.page.go_back()
    visit.settled()
    assert (h1(visit), visit.query()) == (title, "measure=Share&themes=Security")


def test_the_whole_dataset_and_a_table_arrive(visitor) -> None:
    visit: Visit = visitor().open("/data?section=Use+and+cite")
    with visit.page.expect_download() as arrived:
        visit.page.get_by_role("button", name="Download the dataset").click()
    names = zipfile.ZipFile(arrived.value.path()).namelist()
    assert any(name.endswith("datapackage.json") for name in names) and sum(name.endswith(".parquet") for name in names) >= len(data.TABLES)
    visit.open("/data?section=Tables&browse=Gaps")
    with visit.page.expect_download() as arrived:
        visit.page.get_by_role("button", name="Whole table").click()
    assert arrived.value.suggested_filename == f"gaps_whole_r{data.current().release}.csv"
    text = arrived.value.path().read_text(encoding="utf-8")
    assert text.startswith("\ufeffgap_id,") and text.count("\n") == data.current().counts["gaps"] + 1
