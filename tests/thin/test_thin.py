"""A dataset may lack anything: every page, figure, file and answer is there all the same, and no sentence of it is untrue."""

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

import data
from exports import browser
from exports.view import View
from queries import Filters, vocabulary
from tests.test_pages import visit
from tests.thin import made, walk

pytestmark = pytest.mark.broad

ALWAYS = ("headers only", "one chair", "documents only")
PAIRS = list(combinations(data.TABLES, 2))
SOME_PAIRS = random.Random("thin").sample(PAIRS, 3)
slow, deep = pytest.mark.slow, pytest.mark.deep


def cases(*always: str, otherwise: pytest.MarkDecorator) -> list:
    """The names of thin datasets, those marked that are not always tried."""
    return [pytest.param(name, marks=() if name in always else otherwise) for name in made.THIN]


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_PICTURES", "0")
    monkeypatch.setattr(browser, "find", lambda: None)


@pytest.fixture
def served(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The thin dataset of this name, or the tiny one without two tables, is served."""
    change = made.THIN[request.param] if isinstance(request.param, str) else made.without(*request.param)
    monkeypatch.setenv("SCO_DATA", str(made.written(tmp_path / "thin", change)))
    yield request.param


@pytest.mark.parametrize("served", cases(*ALWAYS, otherwise=slow), indirect=True)
def test_figures_are_drawn_or_say_why_not(served: str) -> None:
    assert not list(walk.figures())


@pytest.mark.parametrize("served", ALWAYS, indirect=True)
def test_a_figure_leaves_in_every_form(served: str) -> None:
    assert not list(walk.files(["document-validity"])) + list(walk.api(["document-validity"]))


@deep
@pytest.mark.parametrize("served", made.THIN, indirect=True)
def test_every_figure_leaves_in_every_form(served: str) -> None:
    assert not list(walk.files()) + list(walk.api())


@pytest.mark.parametrize("served", cases(*ALWAYS, otherwise=deep), indirect=True)
def test_pages_open(served: str) -> None:
    assert not list(walk.pages())


@pytest.mark.parametrize("served", cases(otherwise=deep), indirect=True)
def test_parts_of_pages_open(served: str) -> None:
    assert not list(walk.parts())


@pytest.mark.parametrize("served", [pytest.param(pair, marks=slow if pair in SOME_PAIRS else deep, id="-".join(pair)) for pair in PAIRS], indirect=True)
def test_two_tables_may_lack_at_once(served: tuple[str, str]) -> None:
    assert not list(walk.figures())


@deep
@pytest.mark.parametrize("served", [pytest.param(pair, id="-".join(pair)) for pair in PAIRS], indirect=True)
def test_pages_open_without_two_tables(served: tuple[str, str]) -> None:
    assert not list(walk.pages())


@pytest.mark.parametrize("served", ["documents only"], indirect=True)
def test_a_page_says_what_is_missing_and_offers_no_way_that_leads_nowhere(served: str) -> None:
    at = visit("priorities")
    assert "This dataset holds no priorities. Cards that need them stay empty." in [info.value for info in at.info]
    assert not [button for button in at.button if button.label == "Reset the filters"]
    assert not [info.value for info in visit("documents").info]
    assert View.of("priority-tracker", Filters(years=(2016, 2017))).nothing == "No priorities in this dataset", "without the filters there are none either"


@pytest.mark.parametrize("served", ["one chair"], indirect=True)
def test_one_chair_is_compared_with_none(served: str) -> None:
    known = vocabulary()
    assert (known.defaults["first"], known.defaults["second"]) == ("kz-2016", None)
    assert not known.is_choice("first") and known.is_choice("themes")
    assert "compared with" not in View.of("compared-outcomes", Filters()).sentence
    assert any("no other to compare it with" in info.value for info in visit("compare").info)


@pytest.mark.parametrize(("served", "pair"), [("priorities of one chair", ("kz-2016", "kz-2023")), ("no priorities", ("cn-2017", "kz-2023"))], indirect=["served"])
def test_the_pair_is_filled_up_with_the_latest_terms(served: str, pair: tuple[str, str]) -> None:
    known = vocabulary()
    assert (known.defaults["first"], known.defaults["second"]) == pair


@pytest.mark.parametrize("served", ["headers only"], indirect=True)
def test_without_any_date_the_years_and_the_day_are_those_of_the_release(served: str) -> None:
    day = data.current().released_on
    assert vocabulary().years == (day.year, day.year) and vocabulary().days == (day, day)
    assert not {name for name in ("years", "day", "chairmanships") if vocabulary().is_choice(name)}


@pytest.mark.parametrize("served", ["no documents"], indirect=True)
def test_what_a_dataset_lacks_is_not_put_down_to_filters(served: str) -> None:
    told = [View.of("document-register", filters).nothing for filters in (Filters(), Filters(themes=("security",)), Filters(q="treaty"))]
    assert [words.endswith("in this dataset") for words in told] == [True] * 3


def test_what_filters_leave_out_is_put_down_to_them() -> None:
    assert View.of("document-register", Filters(q="xyzzyplugh")).nothing.endswith("for these filters")
