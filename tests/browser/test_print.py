"""What comes out of the printer beside whole charts: the controls gone, where it comes from at the foot of each sheet."""

import itertools
from pathlib import Path

import data
from exports.page import html_file
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit
from tests.browser.printing import LISTEN, squeezed, words_on_paper


def test_controls_stay_off_the_paper_and_its_foot_says_where_it_comes_from(visitor) -> None:
    visit: Visit = visitor().open("/priorities?themes=Security")
    all_sheets = words_on_paper(visit)
    text = "".join(all_sheets).replace(squeezed("The files under “Download & share” hold all"), "")
    assert not [word for word in ("Download & share", "Show large", "Add to my story", "Method", "Membership", "Years") if squeezed(word) in text and visit.page.get_by_text(word).count()]
    for sheet in all_sheets:
        assert squeezed(visit.page.url) in sheet and squeezed(data.current().release) in sheet


def test_a_printed_table_says_how_many_rows_are_left_out(visitor) -> None:
    visit: Visit = visitor().open("/documents")
    rows = View.of("document-register", Filters()).n
    held = visit.card("document-register")
    shown = int(held.locator("canvas").first.evaluate("canvas => canvas.clientHeight")) // 35 - 1
    assert f"{rows - shown}more rows are not printed".replace(" ", "") in "".join(words_on_paper(visit))


def test_after_printing_the_window_is_as_it_was(visitor) -> None:
    visit: Visit = visitor().open("/compare")
    sides = "[...document.querySelectorAll('.js-plotly-plot')].map((chart) => [chart._fullLayout.width, chart._fullLayout.height, chart.clientWidth])"
    before = visit.page.evaluate(sides)
    visit.page.pdf(format="A4")
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate(sides) == before
    assert visit.page.locator(".only-on-paper").count() == 0


def test_a_page_read_in_the_dark_is_printed_in_ink(visitor) -> None:
    visit: Visit = visitor(scheme="dark").open("/compare")
    visit.page.emulate_media(media="print", color_scheme="dark")
    assert visit.page.locator("h1").evaluate("node => getComputedStyle(node).color") == "rgb(13, 17, 22)"
    grounds = visit.page.evaluate("['html', 'body', '.stApp'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)")
    assert set(grounds) == {"rgba(0, 0, 0, 0)"}


def test_an_html_file_is_printed_with_its_whole_chart(visitor, tmp_path: Path) -> None:
    visit: Visit = visitor()
    (tmp_path / "view.html").write_bytes(html_file.to_html(View.of("membership-growth", Filters())))
    visit.page.goto((tmp_path / "view.html").as_uri())
    visit.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    visit.page.evaluate(LISTEN)
    text = "".join(words_on_paper(visit))
    words = [squeezed(word) for word in visit.page.evaluate("window.printed")]
    assert len(words) > 10 and not [word for word in words if word not in text]
    assert visit.page.locator(".main-svg[viewBox]").count() == 0, "the window is as it was"


def test_nothing_to_choose_stands_on_paper_and_no_line_lies_over_another(visitor) -> None:
    visit: Visit = visitor().open("/documents")
    text = "".join(words_on_paper(visit))
    assert not [words for words in ("Choose a row", "Choose a mark", "Chains of texts that state no years") if squeezed(words) in text]
    visit.page.emulate_media(media="print")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    boxes = visit.card("document-register").locator("p, .stDataFrame").evaluate_all(
        "(nodes) => nodes.map((node) => node.getBoundingClientRect()).filter((box) => box.height > 1).map((box) => [box.top, box.bottom]).sort((one, other) => one[0] - other[0])"
    )
    assert len(boxes) > 2 and all(above[1] <= beneath[0] + 1 for above, beneath in itertools.pairwise(boxes) if above != beneath)
    assert not visit.open("/membership").page.locator(".st-key-player").is_visible() and "Play" not in " ".join(words_on_paper(visit))


def test_a_list_longer_than_a_sheet_begins_on_the_first(visitor) -> None:
    first = words_on_paper(visitor().open("/priorities"))[0]
    assert squeezed("What was promised, and what came of it") in first and squeezed("Priorities 1 to 10") in first


def test_a_high_chart_is_printed_in_parts_whose_letters_can_be_read(visitor) -> None:
    page = visitor().open("/figure?figure=priority-continuity").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    parts = page.locator(".parts-of-a-chart > div").evaluate_all(
        "(parts) => parts.map((part) => [part.clientHeight, part.clientWidth / part.querySelector('svg').viewBox.baseVal.width, part.querySelector('svg').viewBox.baseVal.y])"
    )
    assert len(parts) > 5 and all(high <= 311 and scale > 0.9 for high, scale, _ in parts)
    assert parts == sorted(parts, key=lambda part: part[2]) and not page.locator(".js-plotly-plot").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".js-plotly-plot").is_visible() and not page.locator(".parts-of-a-chart").count()


def test_a_heading_stands_on_the_sheet_of_its_chart_with_controls_between_them(visitor) -> None:
    visit: Visit = visitor().open("/membership")
    visit.card("membership-map")
    (sheet,) = [sheet for sheet in words_on_paper(visit) if squeezed("Who was what on a given day") in sheet]
    assert squeezed("Status of each state on one day") in sheet
