"""Running words in a hall's window: a line that holds twice the letters of a newspaper's widest column is not read to its end."""

import pytest

MOST = 100  # letters of a line; 80 digits wide, which is about 90 letters, more where they are narrow
LONGER = """(most) => [...document.querySelectorAll('[data-testid="stMain"] :is(.stMarkdown, .stAlert, .stPageLink) :is(p, li)')].filter((words) => words.offsetWidth).map((words) => {
  const range = document.createRange(), lines = new Map()
  for (const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT); walker.nextNode();)
    for (let at = 0; at < walker.currentNode.length; at++) {
      range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1)
      const line = Math.round(range.getBoundingClientRect().bottom / 6)
      lines.set(line, (lines.get(line) ?? 0) + 1)
    }
  return [Math.max(0, ...lines.values()), words.innerText.slice(0, 60)]
}).filter(([letters]) => letters > most)"""


@pytest.mark.parametrize("path", ["/", "/data?section=Dictionary", "/data?section=Coding", "/search?q=drugs", "/priorities"])
def test_no_line_is_too_long_to_be_read(visitor, path: str) -> None:
    page = visitor(width=1920, height=1080).open(path).page
    assert page.evaluate("document.querySelectorAll('[data-testid=\"stMain\"] p').length") > 3
    assert page.evaluate(LONGER, MOST) == []


def test_cells_of_a_table_fill_their_column(visitor) -> None:
    page = visitor(width=1920, height=1080).open("/data?section=Coding").page
    wrapped = page.evaluate("""[...document.querySelectorAll('.stTable td')].map((cell) => [cell.getBoundingClientRect().width, cell.firstElementChild])
      .filter(([, words]) => words && words.getBoundingClientRect().height > 30).map(([wide, words]) => words.getBoundingClientRect().width / wide)""")
    assert wrapped and min(wrapped) > 0.7


def test_the_answer_of_the_overview_stands_on_its_first_screen(visitor) -> None:
    page = visitor(width=1280, height=800).open("/").page
    last = page.locator(".st-key-card-headline-figures").get_by_text("Members, first day").bounding_box()
    assert last["y"] + last["height"] + 20 < 800, "the last pair of numbers, with the line under its name"
