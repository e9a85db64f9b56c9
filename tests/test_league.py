"""A second organisation, made up and whole: half-year chairs, statuses of its own, names in other scripts. All shows it, and nothing speaks of the first one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import data
from charts.catalogue import FIGURES
from charts.look import LIGHT
from charts.overview.headlines import heads, pairs
from exports import browser
from exports.formats import FORMATS
from exports.show import check, deck
from exports.view import View
from queries import Filters, vocabulary
from tests.own_words import CODES, sought
from tests.test_pages import NAMES, visit
from tests.thin import walk

pytestmark = pytest.mark.broad

LEAGUE = Path(__file__).parent / "league"
# Read off the rows of its tables by hand.
TITLES = {
    "membership-map": "5 full parties on 31 December 2023",
    "membership-growth": "From 3 full parties in 2020 to 5 in 2023",
    "country-year": "28 country-years, 16 of them with full membership on 31 December",
    "world-share": "Members' share of the world's fresh water: 6.2 per cent in 2020, 10.4 in 2023",
    "compared-outcomes": "Adopted or realised by the close: 3 of 7 in Кеда 2021/1, 3 of 7 in Сарай 2021/2",
    "compared-documents": "Treaties: 1 of 4 in Кеда 2021/1, 0 of 4 in Сарай 2021/2",
    "priority-survival": "6 of 17 earlier priorities were neither fulfilled nor taken up in a later list",
    "reported-documents": "In 2 of 3 cases with an exact claim it equals the number counted here",
    "coverage-matrix": "Priorities are coded for 4 of 8 chairmanships; documents are recorded for all",
}


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up dataset is the one that is shown, by a server without a browser."""
    monkeypatch.setenv("SCO_DATA", str(LEAGUE))
    monkeypatch.setenv("SCO_PICTURES", "0")
    monkeypatch.setattr(browser, "find", lambda: None)
    yield


@pytest.fixture(scope="module")
def foreign(real: data.Database) -> re.Pattern[str]:
    """The words of the organisation of the dataset that comes with the dashboard."""
    return sought(real)


def strings(part: object) -> Iterator[str]:
    """Every text in nested lists and dicts."""
    if isinstance(part, str):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ():
        yield from strings(one)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_drawn_from_its_rows_in_its_own_words(name: str, foreign: re.Pattern[str]) -> None:
    assert walk.figure(name) == ""
    view = View.of(name, Filters())
    told = [view.title, view.sentence, view.alt, view.caution, view.above, view.figure.method, *strings(view.figure.columns), *strings(view.plot(LIGHT).to_dict())]
    assert len(view.frame) and not [found[0] for text in told if (found := foreign.search(str(text).replace(CODES, "")))]
    assert view.title == TITLES.get(name, view.title)
    links = pd.concat(view.links()) if view.keys else pd.DataFrame(columns=["record_table", "record_id"])
    assert view.records().total == view.n == len(links.drop_duplicates(["record_table", "record_id"]))
    assert view.sources() is not None and view.records(view.mark(0)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_it(name: str, foreign: re.Pattern[str]) -> None:
    at = visit(name)
    told = walk.words(at) + [str(part.label) for kind in (at.button, at.selectbox, at.multiselect, at.expander) for part in kind]
    told += [str(one) for kind in (at.selectbox, at.multiselect) for part in kind for one in part.options]
    assert walk.fail_words(at) == []
    assert not [text for text in told if walk.NO_WORDS.search(text) or foreign.search(text)]


@pytest.mark.parametrize("section", walk.SECTIONS)
def test_a_part_of_the_page_data_shows_it(section: str, foreign: re.Pattern[str]) -> None:
    at = visit("data", section=section)
    assert walk.fail_words(at) == [] and not [text for text in walk.words(at) if foreign.search(text)]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_figure_leaves_in_every_format(ending: str) -> None:
    form = FORMATS[ending]
    assert form.unavailable() or form.make(View.of("reported-documents", Filters()))


def test_the_data_api_answers() -> None:
    assert list(walk.api(["country-year"])) == []


def test_a_record_of_every_table_has_a_page_and_every_page_its_first_words() -> None:
    (table, record), *others = walk.records()
    assert {table, *(name for name, _ in others)} >= {"chairmanships", "membership_steps", "world_shares", "reported_figures"}
    assert walk.page("record", table=table, id=record) == "" and not [name for name in NAMES if walk.first(name)]


def test_its_story_is_sound_and_its_numbers_are_those_of_the_rows() -> None:
    assert check.faults(LEAGUE) == []
    captions = [slide.caption for slide in deck.deck(deck.known()["half-years"]).slides]
    assert captions[0].startswith("3 of 7 promises") and captions[1] == "The league had 5 full parties before the suspension, and 4 after it"


def test_what_its_own_lists_say_is_what_is_offered() -> None:
    choices = vocabulary().choices
    assert list(choices["indicator"].values()) == ["Fresh water", "People"]
    assert list(choices["statuses"].values()) == ["Candidate", "Full party", "Guest"]
    kept = View.of("membership-map", Filters.parse({"day": ["2022-06-18"]}, vocabulary())[0])
    assert kept.title == "4 full parties and 1 guest on 18 June 2022", "one is suspended"
    (own,) = (row for row in View.of("claimed-shares", Filters()).frame.itertuples() if row.measure == "Share of the delta")
    assert not own.is_comparable and pd.isna(own.computed)


def test_the_first_screen_names_both_states() -> None:
    assert visit("overview").title[0].value.startswith("Кеда 2021/1 promised 7 things, Сарай 2021/2 promised 7; 3 and 3 were adopted or realised")


def test_what_is_short_is_written_once_and_apart() -> None:
    phone = View.of("membership-growth", Filters()).plot(replace(LIGHT, narrow=True)).to_dict()["layout"]
    assert [(name["text"], name.get("yshift", 0)) for name in phone["annotations"][:2]] == [("2021/1", 0), ("2021/2", 16)], "the half-years are too narrow for both names on one line"
    for name in ("country-ladder", "world-share"):
        assert View.of(name, Filters()).plot(LIGHT).to_dict()["layout"]["xaxis"]["dtick"] == "M12", "four years are not written twice each"
    assert heads(pairs(View.of("headline-figures", Filters()).frame)[0]) == [["Кеда", "2021/1"], ["Сарай", "2021/2"]]
