"""Queries: every file runs, says what it answers, is ordered, binds its values."""

import random
import re
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread
from typing import Any

import duckdb
import pandas as pd
import pytest

import data
import queries
from charts.catalogue import FIGURES
from queries import QUERIES, Filters, loader, marks
from queries.files import CHOSEN, COUNTED, Query, whole
from queries.loader import Ask
from queries.once import once
from tests.compare import test_oracle as compare
from tests.dataset import test_oracle as dataset
from tests.documents import test_oracle as documents
from tests.membership import test_oracle as membership
from tests.overview import test_oracle as overview
from tests.priorities import test_oracle as priorities
from tests.record import test_oracle as record
from tests.reported import test_oracle as reported
from tests.search import test_oracle as search
from tests.timeline import test_oracle as timeline

pytestmark = pytest.mark.broad

RECORD = {"table": "documents", "id": "2017-counter-terrorism-statement", "ids": ["2017-counter-terrorism-statement"], "relation": "", "page_rows": 15, "page_start": 0}
SEARCHED = {"letters": 8, "most": 2, "word": "terorism", "openings": ["terr"], "keys": ["documents 2017-counter-terrorism-statement"]}
WITH_RECORDS = [name for name, query in QUERIES.items() if query.has_behind]
HOSTILE = ["'; drop table documents; --", "\x00", "x" * 10_000]


def values(name: str) -> dict[str, object]:
    return Filters().parameters(queries.vocabulary()) | RECORD | SEARCHED


@pytest.mark.parametrize("name", QUERIES)
def test_runs_on_the_real_data(name: str) -> None:
    frame = queries.run(name, values(name))
    assert list(frame.columns)


@pytest.mark.parametrize("name", QUERIES)
def test_says_what_it_answers_and_what_a_row_is(name: str) -> None:
    query = QUERIES[name]
    assert query.question.endswith("?")
    assert query.grain.startswith("One row per")


@pytest.mark.parametrize("name", QUERIES)
def test_is_one_ordered_select(name: str) -> None:
    sql = QUERIES[name].sql
    assert [s.type for s in duckdb.extract_statements(sql)] == [duckdb.StatementType.SELECT]
    assert re.search(r"^order by\b", sql, re.M), "the outermost select must be ordered"
    outside_text = re.sub(r"'[^']*'|--[^\n]*", "", sql)
    assert outside_text == outside_text.lower()
    assert not re.search(r"\b(pivot|exclude|lambda)\b", outside_text)


@pytest.mark.parametrize("name", QUERIES)
def test_gives_the_same_rows_twice(name: str) -> None:
    sql = QUERIES[name]
    bound = {key: values(name)[key] for key in sql.parameters}
    with data.current().cursor() as cursor:
        one, two = (cursor.execute(sql.sql, bound).fetchall() for _ in range(2))
    assert one == two


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", [name for name in QUERIES if QUERIES[name].parameters & {"id", "table", "q"}])
def test_hostile_text_is_only_a_value(name: str, value: str) -> None:
    bound = values(name) | dict.fromkeys(("id", "table", "q"), value)
    queries.run(name, bound | {"ids": [value]})
    assert queries.run("common/record_head", RECORD).shape[0] == 1


def test_records_stand_behind_every_figure() -> None:
    assert not [name for name, figure in FIGURES.items() if not QUERIES[figure.query].has_behind]


@pytest.mark.parametrize("name", WITH_RECORDS)
def test_marks_and_records_share_the_keys_of_a_mark(name: str) -> None:
    keys = queries.keys(name, values(name))
    frame = queries.run(name, values(name))
    assert keys and "record_on" not in keys
    assert not frame.duplicated(list(keys)).any() and not frame[list(keys)].isna().any().any()
    assert QUERIES[name].sql.count("\nselect\n") == 1, "the final select alone begins a line"


@pytest.mark.parametrize("name", WITH_RECORDS)
def test_the_number_of_records_comes_with_the_marks(name: str) -> None:
    query, keys, total = QUERIES[name], queries.keys(name, values(name)), queries.behind(name, values(name)).total
    assert (query.counting is query) == ({"record_table", "record_id"} <= set(keys)), "a mark that is a record needs no counting"
    assert COUNTED not in queries.run(name, values(name)) and COUNTED not in QUERIES[name].sql
    assert (query.counting.question, query.counting.grain) == (query.question, query.grain)
    assert re.search(r"^order by\b", query.counting.sql, re.M)
    assert queries.count(name, values(name)) == queries.Counted(total, len(queries.run(name, values(name))))


@pytest.mark.parametrize("part", ["records", "count", "sources", "links", "page", "columns"])
@pytest.mark.parametrize("name", WITH_RECORDS)
def test_parts_are_one_ordered_select(name: str, part: str) -> None:
    sql = QUERIES[name].part(part, columns="1").sql
    assert [s.type for s in duckdb.extract_statements(sql)] == [duckdb.StatementType.SELECT]
    assert re.search(r"^order by", sql, re.M)


def test_a_choice_of_a_table_stands_before_what_reads_it() -> None:
    sql = QUERIES["priorities/outcomes"].sql
    assert sql.index("with chosen_priorities as (") < sql.index("from chosen_priorities")
    assert sql.splitlines()[1].startswith("-- One row per")
    assert {"chairmanships", "themes", "kinds", "year_from"} <= QUERIES["priorities/outcomes"].parameters


@pytest.mark.parametrize("name", sorted(CHOSEN))
def test_every_choice_is_read(name: str) -> None:
    assert any(f"{name} as (" in query.sql for query in QUERIES.values())


def test_a_mark_is_one_of_its_kind_alone() -> None:
    asked = ("priorities/outcomes", values("priorities/outcomes"))
    frame = queries.run(*asked)
    one, two = ({key: frame[key].iloc[row] for key in queries.keys(*asked)} for row in (0, 1))
    assert queries.behind(*asked, one).total == queries.count(*asked, one).records == frame["n"].iloc[0]
    assert queries.behind(*asked, [one, two]).total == frame["n"].iloc[:2].sum()
    with pytest.raises(KeyError):
        queries.behind(*asked, {"theme_id": "security"})


def test_rows_are_sorted_and_searched_over_all_pages() -> None:
    asked = ("priorities/tracker", values("priorities/tracker"))
    whole = queries.run(*asked)
    order = queries.Order("stated_on", descending=True)
    pages = [queries.page(*asked, order, number=number, rows=50) for number in range(1, len(whole) // 50 + 2)]
    rows = pd.concat([page.rows for page in pages])
    assert pages[0].total == len(rows) == len(whole)
    assert rows["stated_on"].dropna().is_monotonic_decreasing and not rows["stated_on"].head(rows["stated_on"].notna().sum()).isna().any()
    found = queries.page(*asked, order, words="Energy strategy", rows=1_000)
    lines = whole.astype(object).map(lambda cell: "" if pd.isna(cell) else str(cell)).agg(" ".join, axis=1).str.lower()
    assert found.total == (lines.str.contains("energy") & lines.str.contains("strategy")).sum() > 0
    with pytest.raises(KeyError):
        queries.page(*asked, queries.Order("title; drop table documents"))


def test_a_kept_answer_that_is_full_may_be_cut_and_is_not_paged_through(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("priorities/tracker", values("priorities/tracker"))
    whole = queries.run(*asked)
    loader._results.clear()
    monkeypatch.setattr(loader, "MOST_ROWS", 20)
    monkeypatch.setattr(marks, "MOST_ROWS", 20)
    queries.run(*asked)
    queries.number(*asked)
    assert loader.known(QUERIES["priorities/tracker"].counting, asked[1]) is not None
    assert queries.page(*asked, queries.Order("title")).total == len(whole)
    loader._results.clear()


@pytest.mark.parametrize(("more", "is_asked"), [(0, True), (1, False)])
def test_an_answer_that_may_be_cut_is_counted_by_the_database(more: int, is_asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answered(query: Query, parameters: Mapping[str, Any]) -> pd.DataFrame:
        asked.append(query.name)
        return loader.answered(query, parameters)

    name = next(name for name in WITH_RECORDS if QUERIES[name].counting is not QUERIES[name])
    rows = len(queries.run(name, values(name)))
    monkeypatch.setattr(marks, "answered", answered)
    monkeypatch.setattr(marks, "MOST_ROWS", rows + more)
    assert queries.count(name, values(name)).marks == rows
    assert len(asked) == 1 + is_asked


@pytest.mark.parametrize("name", WITH_RECORDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_number_of_records_is_the_same_with_and_without_the_marks(name: str, seed: int) -> None:
    given = values(name) | {key: value for key, value in some_values(seed).items() if key in QUERIES[name].parameters}
    wanted = queries.count(name, given).records
    assert queries.number(name, given) == wanted
    if name != "compare/calendar":  # which has a mark for each month, empty or not
        assert (wanted == 0) == queries.run(name, given).empty, "no records, no marks"
    loader._results.clear()
    assert queries.number(name, given) == wanted
    assert not any(QUERIES[name].counting.sql in key for key in loader._results), "the marks are not asked for"


def some_values(seed: int) -> dict[str, Any]:
    """What a reader may have chosen, as queries bind it."""
    chance, choices = random.Random(seed), queries.vocabulary().choices
    lists = {name: tuple(chance.sample(list(choices[name]), 2)) for name in ("chairmanships", "themes", "outcomes", "types")}
    first, second = chance.sample(list(choices["first"]), 2)
    return queries.Filters(**lists, first=first, second=second, years=(2004, 2019)).parameters(queries.vocabulary())


def test_a_question_without_records_counts_none() -> None:
    assert queries.QUERIES["common/themes"].has_behind is False
    assert marks.number("common/themes", {}) == 0


def test_a_page_gets_no_more_rows_than_it_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("priorities/tracker", values("priorities/tracker"))
    whole = queries.run(*asked)
    loader._results.clear()
    monkeypatch.setattr(loader, "MOST_ROWS", 20)
    assert queries.run(*asked)["record_id"].tolist() == whole["record_id"].tolist()[:20]
    assert len(pd.concat(queries.all_rows(*asked))) == len(whole)
    loader._results.clear()


def test_kept_results_cannot_be_changed() -> None:
    first = queries.run("overview/headlines", values("overview/headlines"))
    first.loc[0, "value"] = -1
    assert queries.run("overview/headlines", values("overview/headlines")).loc[0, "value"] != -1


def test_every_file_is_used() -> None:
    root = Path(queries.__file__).parent.parent
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("data", "queries", "charts", "exports", "ui", "server", "pages")
        for path in (root / folder).rglob("*.py")
    )
    unused = [name for name in QUERIES if f'"{name}"' not in text]
    assert not unused


GROWN = values("compare/growth") | {"first": "kz-2005", "second": "tj-2007"}


def test_what_was_asked_ahead_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answer, parameters = loader.Ask.answer, GROWN
    monkeypatch.setattr(loader.Ask, "answer", lambda ask: (asked.append(ask.query.name), answer(ask))[1])
    loader._results.clear()
    queries.ahead([(QUERIES["compare/growth"].counting, parameters)] * 2)
    rows = queries.run("compare/growth", parameters)
    assert asked == ["compare/growth"]
    loader._results.clear()
    assert rows.equals(queries.run("compare/growth", parameters))


def test_what_is_asked_ahead_is_begun_at_once_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go, asked = Event(), Event(), []
    answer = loader.Ask.answer

    def held(ask: loader.Ask) -> Any:
        asked.append(ask.query.name)
        begun.set()
        assert go.wait(60)
        return answer(ask)

    monkeypatch.setattr(loader.Ask, "answer", held)
    loader._results.clear()
    wanted = [(QUERIES["compare/growth"].counting, GROWN)]
    queries.ahead(wanted)
    assert begun.wait(60), "nobody has to ask for it"
    queries.ahead(wanted)
    jobs = list(loader._asked.values())
    go.set()
    for job in jobs:
        job.result(60)
    queries.ahead(wanted)
    assert len(jobs) == 1 and asked == ["compare/growth"] and not loader._asked


def test_a_query_that_fails_ahead_fails_where_its_rows_are_asked_for() -> None:
    parameters = values("compare/growth") | {"first": ["not", "one", "value"]}
    loader._results.clear()
    queries.ahead([(QUERIES["compare/growth"].counting, parameters)])
    with pytest.raises(duckdb.Error):
        queries.run("compare/growth", parameters)


class Slow:
    """Its value is there when the other one's is."""

    def __init__(self) -> None:
        self.begun, self.other = Event(), self

    @once
    def value(self) -> bool:
        self.begun.set()
        return self.other.begun.wait(10)


def test_work_for_one_object_does_not_wait_for_another() -> None:
    one, two = Slow(), Slow()
    one.other, two.other = two, one
    threads = [Thread(target=lambda slow=slow: slow.value) for slow in (one, two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert one.value and two.value


def test_names_the_derived_facts_a_query_reads_and_those_they_read() -> None:
    derived = QUERIES["reported/states"].derived
    assert list(derived) == ["claims", "membership_spells", "claim_reasons"]
    assert derived["claim_reasons"].startswith("-- What does the dataset say")
    assert not QUERIES["membership/shares"].derived, "its own `claims` is not the derived fact of that name"


@pytest.mark.parametrize("name", QUERIES)
def test_every_derived_fact_a_query_reads_is_found(name: str) -> None:
    query = QUERIES[name]
    # DuckDB names no tables of a text that unfolds a list beside them.
    bound = re.sub(r"\$\w+", "null", re.sub(r"\bunnest\((?:[^()]|\([^()]*\))*\)", "range(1)", query.sql))
    with data.current().cursor() as cursor:
        read = set(cursor.get_table_names(bound)) & set(data.derived())
    assert read <= set(query.derived)


@pytest.mark.parametrize("name", ["documents/by_year", "overview/headlines", "timeline/density"])
def test_the_most_used_sources_come_first(name: str) -> None:
    used = queries.sources(name, values(name)).rows
    assert used["n_records"].tolist() == sorted(used["n_records"], reverse=True) and used["n_records"].nunique() > 1


def test_no_named_part_of_a_room_can_be_taken_for_one_of_what_is_made_from_it() -> None:
    root = Path(queries.__file__).parent
    named = {path: re.findall(r"\b(\w+)(?: \([^()]*\))? as \($", path.read_text(encoding="utf-8"), re.M) for path in root.rglob("*.sql")}
    parts = [name for path, names in named.items() if path.parent.name == "parts" for name in names]
    assert len(parts) > 10 and all(name.startswith("part_") for name in parts)
    rooms = [name for path, names in named.items() if path.parent.name != "parts" for name in names]
    assert len(rooms) > 200 and not [name for name in rooms if name.startswith("part_")]


def test_choices_stand_before_named_parts_that_read_themselves() -> None:
    text = "-- Which?\n-- One row per document.\nwith recursive steps as (\n    select document_id from chosen_documents\n)\n\nselect * from steps\n"
    made = whole(text)
    assert made.startswith("-- Which?\n-- One row per document.\nwith recursive chosen_texts as (")
    assert made.count("with recursive") == 1 and "),\n\nsteps as (" in made
    assert len(Ask.of(Query("steps", made), values("documents/register")).answer()) == len(queries.run("documents/register", values("documents/register")))


@pytest.mark.parametrize("filters", [Filters(), Filters(themes=("security", "economy")), Filters(years=(2010, 2019))])
def test_records_that_are_keys_are_counted_without_the_marks(filters: Filters) -> None:
    parameters = RECORD | SEARCHED | filters.parameters(queries.vocabulary())
    tried = 0
    for name in QUERIES:
        if {"record_table", "record_id"} <= set(queries.keys(name, parameters) if QUERIES[name].has_behind else ()):
            rows = pd.concat(queries.all_rows(name, parameters))
            counted = queries.count(name, parameters)
            assert (counted.records, counted.marks) == (len(rows.drop_duplicates(["record_table", "record_id"])), len(rows)), name
            tried += 1
    assert tried > 8


def test_the_database_hands_over_no_more_rows_than_are_shown() -> None:
    query = QUERIES["documents/register"]
    assert "most_rows" in query.bounded.named_parameters and "most_rows" not in query.parameters
    assert "most_rows" not in query.part("page", columns="title").bounded.named_parameters


def test_every_question_is_worked_out_a_second_time() -> None:
    held = {*compare.NAMES, *documents.NAMES, *membership.NAMES, *overview.QUESTIONS, *priorities.NAMES, *record.OF_RECORDS, *record.OTHERS}
    held |= {*reported.NAMES, *search.QUESTIONS, *timeline.NAMES, *(f"dataset/{name}" for name in (*dataset.FIGURES, *dataset.LISTS))}
    held |= {"common/options", "common/themes", "common/open_terms"}  # tests/dataset/test_choices.py
    assert held == set(QUERIES)
