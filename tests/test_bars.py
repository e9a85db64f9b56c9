"""Filters and cards: a filter that a page draws changes a card, and a card that it cannot change says so."""

import re

import pytest

import queries
from charts.catalogue import FIGURES
from exports.common.answer import obeyed
from exports.view import View
from queries import FIELDS, Filters
from queries.counted import of_chairmanships
from queries.filters import with_dashes
from tests.test_pages import fail_words, visit
from ui.filters import BARS, WIDTHS
from ui.navigation import FOLDER, SCREENS
from ui.options import empty_choice
from ui.text import line

pytestmark = pytest.mark.broad

SET = {"chairmanships": ("kz-2023",), "themes": ("energy",), "years": (2016, 2018)}
LINK = {"chairmanships": "Kazakhstan 2023-2024", "themes": "Energy", "years": ["2016", "2018"]}
DRAWN = [(page, name) for page, names in BARS.items() for name in names]


def cards(page: str) -> list[str]:
    """Names of the figures whose cards a page shows."""
    return re.findall(r'^ *card\("([a-z-]+)"', (FOLDER / f"{page}.py").read_text(encoding="utf-8"), re.M)


@pytest.mark.slow
@pytest.mark.parametrize(("page", "name"), DRAWN)
def test_every_filter_of_a_bar_changes_a_card(page: str, name: str) -> None:
    one = Filters(**{name: SET[name]})  # type: ignore[arg-type]
    changed = [card for card in cards(page) if not View.of(card, one).frame.equals(View.of(card, Filters()).frame)]
    assert changed, f"{FIELDS[name].label} moves nothing on {page}"


@pytest.mark.slow
def test_there_is_no_bar_where_no_card_obeys_it() -> None:
    assert set(BARS) == {screen.name for screen in SCREENS if screen.has_bar}
    for page in (screen.name for screen in SCREENS):
        at = visit(page)
        drawn = {box.label for box in (*at.multiselect, *at.slider)} & {FIELDS[name].label for name in WIDTHS}
        assert drawn == {FIELDS[name].label for name in BARS.get(page, ())}, page


def test_the_matrix_of_coverage_stands_on_data_alone() -> None:
    shown = [path.relative_to(FOLDER.parent).as_posix() for path in FOLDER.parent.glob("[pu]*/**/*.py") if 'card("coverage-matrix"' in path.read_text(encoding="utf-8")]
    assert shown == ["ui/dataset/coverage.py"]


@pytest.mark.parametrize("page", BARS)
def test_what_a_filter_cannot_change_says_so(page: str) -> None:
    at = visit(page, **LINK)
    assert not fail_words(at)
    said = [caption.value for caption in at.caption]
    idle = [FIELDS[name].label for name in WIDTHS if name not in BARS[page]]
    if idle:
        assert any(f"narrowed by: {', '.join(idle)}" in words for words in said), page
    for card in cards(page):
        view = View.of(card, Filters(**{name: SET[name] for name in BARS[page]}))  # type: ignore[arg-type]
        untouched = [FIELDS[name].label for name in BARS[page] if name not in obeyed(FIGURES[card].query)]
        if untouched and len(view.frame):
            assert any(line(view.sentence)[1:] in words and line(f"Not narrowed by: {', '.join(untouched)}") in words for words in said), (page, card)


def test_a_choice_without_rows_gives_one_notice_and_folded_cards() -> None:
    at = visit("priorities", chairmanships="China 2001")
    assert not fail_words(at)
    assert len(at.info) == 1 and "no priorities of China 2001" in at.info[0].value
    assert not at.get("plotly_chart") and not at.tabs


def test_options_without_rows_come_last_and_are_named() -> None:
    box = next(box for box in visit("priorities").multiselect if box.label == "Chairmanships")
    named = queries.vocabulary().choices["chairmanships"]
    coded = [label for chair, label in named.items() if chair in chairs_of_priorities()]
    assert box.options[: len(coded)] == coded
    assert all(with_dashes(label) in box.help for label in box.options[len(coded) :])


def chairs_of_priorities() -> set[str]:
    return {chair for chair, counts in of_chairmanships().items() if counts["priorities stated"]}


def test_a_notice_needs_a_choice_of_nothing_but_empty_ones() -> None:
    vocabulary = queries.vocabulary()
    assert empty_choice("priorities", ("cn-2001", "kz-2016"), vocabulary) == ""
    assert empty_choice("priorities", (), vocabulary) == ""
    assert empty_choice("timeline", ("cn-2001",), vocabulary) == ""
    assert "China 2001 and Russia 2001–2002" in empty_choice("priorities", ("cn-2001", "ru-2001"), vocabulary)


def test_a_reset_stands_only_where_something_is_set() -> None:
    at = visit("compare", first="China 2001", second="Russia 2001-2002")
    assert not fail_words(at)
    assert not [button for button in at.button if button.label == "Reset the filters"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2018-01-01", "2018-01-01"),
        ("2018–01–01", "2018-01-01"),
        (" 1.1.2018", "2018-01-01"),
        ("1 january  2018", "2018-01-01"),
        ("1850-01-01", "1996-04-26"),
        ("2018-02-30", "2016-07-01"),
        ("soon", "2016-07-01"),
    ],
)
def test_a_day_can_be_typed(typed: str, day: str) -> None:
    at = visit("membership", day="2016-07-01")
    field = next(field for field in at.text_input if field.label == "Type a day")
    assert field.value == "2016-07-01"
    field.set_value(typed).run()
    assert not fail_words(at)
    assert at.session_state["day"].isoformat() == day
    assert next(field for field in at.text_input if field.label == "Type a day").value == day, "what is no day gives way to the day that is shown"
    assert any(day[:4] in heading.value for heading in at.subheader)