"""Choices that stand side by side: their lines, their sides and their names; and the room between entries of a list."""

import pytest

from tests.browser.conftest import Visit

CHOICES = '.stButtonGroup button[data-variant="segmented_control"]'
# Choices with a side that cannot be seen, though no neighbour stands on the same line to lend its own.
OPEN = f"""() => {{
  const every = [...document.querySelectorAll('{CHOICES}')]
  const seen = (side) => !/rgba\\(0, 0, 0, 0\\)|transparent/.test(side)
  return every.filter((one, k) => {{
    const [before, after] = [every[k - 1], every[k + 1]].map((other) => other && other.offsetTop === one.offsetTop)
    const style = getComputedStyle(one)
    return (!before && !seen(style.borderLeftColor)) || (!after && !seen(style.borderRightColor))
  }}).map((one) => one.textContent)
}}"""


@pytest.mark.parametrize("section", ["Coverage", "Releases", "Use+and+cite"])
def test_choices_on_several_lines_have_all_their_sides(section: str, visitor) -> None:
    visit: Visit = visitor(width=390, height=844).open(f"/data?section={section}")
    tops = visit.page.locator(CHOICES).evaluate_all("(all) => [...new Set(all.map((one) => one.offsetTop))]")
    assert len(tops) > 1, "else nothing is tested"
    assert not visit.page.evaluate(OPEN)


@pytest.mark.parametrize(("path", "names"), [("/compare", ("First chairmanship", "Show")), ("/documents", ("Search documents", "Sort by")), ("/timeline", ("Lanes", "Period"))])
def test_the_names_of_boxes_and_choices_in_a_row_stand_on_one_line(path: str, names: tuple[str, ...], visitor) -> None:
    visit: Visit = visitor(width=1280, height=900).open(path)
    labels = visit.page.locator('[data-testid="stWidgetLabel"]')
    tops = [labels.get_by_text(name, exact=True).first.evaluate("(one) => one.getBoundingClientRect().top") for name in names]
    assert abs(tops[0] - tops[1]) <= 2, tops


@pytest.mark.parametrize("typed", ["2023", "2023-2024", "2023–2024", "2023—2024", "zakhstan 2023–"])
@pytest.mark.parametrize(("path", "name"), [("/timeline", "Chairmanships"), ("/compare", "First chairmanship")])
def test_years_are_found_among_the_options_with_a_dash_and_with_a_hyphen(path: str, name: str, typed: str, visitor) -> None:
    visit: Visit = visitor(width=1280, height=900).open(path)
    visit.page.get_by_role("combobox", name=name).click()
    visit.page.keyboard.insert_text(typed)
    options = visit.page.get_by_role("option")
    options.filter(has_text="Kazakhstan 2023-2024").first.wait_for()
    found = [text for text in options.all_inner_texts() if not text.startswith("Select ")]
    assert found == (["India 2022-2023", "Kazakhstan 2023-2024"] if typed == "2023" else ["Kazakhstan 2023-2024"])


def test_the_choices_of_a_figure_alone_have_the_breadth_of_the_page(visitor) -> None:
    visit: Visit = visitor(width=1280, height=900).open("/figure?figure=timeline")
    tops = visit.page.locator(CHOICES).evaluate_all("(all) => [...new Set(all.map((one) => one.offsetTop))]")
    assert len(tops) == 1, "Period broke into three lines beside an empty page"


def test_between_entries_of_the_list_is_more_room_than_within_one(visitor) -> None:
    visit: Visit = visitor(width=1280, height=900).open("/timeline")
    visit.page.wait_for_function("document.querySelectorAll('.stPageLink').length > 20")
    boxes = visit.page.evaluate("""() => [...document.querySelectorAll('.stPageLink p, [data-testid="stCaptionContainer"] p')].map((one) =>
      [one.matches('.stPageLink p'), one.getBoundingClientRect().top, one.getBoundingClientRect().bottom])""")
    first = next(k for k, (is_link, *_) in enumerate(boxes) if is_link)
    pairs = list(zip(boxes[first:], boxes[first + 1 :], strict=False))
    within = [below[1] - above[2] for above, below in pairs if above[0] and not below[0]]
    between = [below[1] - above[2] for above, below in pairs if not above[0] and below[0]]
    assert len(between) > 10 and min(between) > max(within) + 4, (within, between)
