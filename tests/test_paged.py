"""Rows of long tables: whole while they are few, page by page above, and from the first page under another choice."""

from types import SimpleNamespace

import pandas as pd
import pytest
import streamlit as st

from exports.sources import used
from exports.view import View
from queries import Filters, Order, marks
from queries.marks import RECORDS_A_PAGE, Page
from ui.card import behind, paged, source_tab

pytestmark = pytest.mark.broad

COLUMNS = {"title": "Title"}


@pytest.mark.parametrize(("spare", "told"), [(0, "whole"), (-1, "page")])
def test_as_many_rows_as_a_table_takes_come_whole(monkeypatch: pytest.MonkeyPatch, spare: int, told: str) -> None:
    view = View.of("priority-tracker", Filters())
    monkeypatch.setattr(paged, "turned", lambda *_: "page")
    found = paged.rows(view, COLUMNS, "key", whole=view.n_marks + spare)
    assert (found is view.frame) == (told == "whole") and (found is view.frame or found == told)


@pytest.mark.parametrize("name", ["priority-tracker", "document-register", "membership-growth"])
def test_a_page_of_the_kept_answer_is_the_page_that_sql_gives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of(name, Filters(themes=("security", "energy")))
    asked = [(Order(column, downwards), number) for column in view.frame for downwards in (False, True) for number in (1, 2)]
    kept = [view.page(order, "", number, 7) for order, number in asked]
    monkeypatch.setattr(marks, "known", lambda *_: None)
    for (order, number), page in zip(asked, kept, strict=True):
        made = view.page(order, "", number, 7)
        assert page.total == made.total > 7
        assert plain(page.rows) == plain(made.rows)


def plain(rows: pd.DataFrame) -> list[dict]:
    """Rows as plain values, what is missing as None: a column without any value has another type."""
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


def test_other_filters_and_other_words_begin_at_the_first_page() -> None:
    view, other = (View.of("priority-tracker", filters) for filters in (Filters(), Filters(themes=("security",))))
    places = [paged.page_key(view, "key"), paged.page_key(view, "other"), paged.page_key(other, "key"), paged.page_key(view, "key", "drug")]
    assert len(set(places)) == 4 and paged.page_key(view, "key", "drug") == places[3]


def test_sources_begin_at_the_first_page_under_other_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    every, few = (View.of("timeline", filters) for filters in (Filters(), Filters(themes=("energy",))))
    monkeypatch.setattr(source_tab, "SOURCES_A_PAGE", 100)

    def paged_used(view: View, page: int = 1, order: Order | None = None, words: str = "") -> Page:
        return Page(used(view).rows.iloc[(page - 1) * 100 : page * 100], used(view).total if page == 1 else 0)

    monkeypatch.setattr(source_tab, "used", paged_used)
    turned: list[str] = []
    said: list[str] = []
    monkeypatch.setattr(st, "pagination", lambda n, key: turned.append(key))
    monkeypatch.setattr(st, "caption", said.append)
    source_tab.show(every)
    monkeypatch.setitem(st.session_state, turned[0], 99)
    source_tab.show(few)
    assert len(said) == 4 and not any(words.startswith("No") for words in said)


@pytest.mark.parametrize("column", source_tab.SORTED_BY)
def test_all_sources_are_sorted_and_not_those_of_a_page(column: str) -> None:
    view = View.of("timeline", Filters())
    every = view.sources().rows
    assert len(every) == view.sources().total > 300
    for downwards in (False, True):
        there = every[every[column].notna()].sort_values("title", kind="stable")
        wanted = pd.concat([there.sort_values(column, ascending=not downwards, kind="stable"), every[every[column].isna()]])
        asked = {"parameters": view.parameters, "order": Order(column, downwards), "rows": 90}
        pages = [marks.sources(view.figure.query, page=page, **asked) for page in (1, 2, 3)]
        told = pd.concat([page.rows for page in pages])
        assert {page.total for page in pages} == {len(every)}
        assert plain(told[[column]]) == plain(wanted[[column]].head(270))
        assert told["source_id"].is_unique
        assert view.sources(order=Order(column, downwards)).rows.set_index("source_id").loc[every["source_id"]].reset_index().equals(every)


@pytest.mark.parametrize("words", ["Declaration astana", "2017 un.org", "point 3", "press", "KAZAKHSTAN", "no such words"])
def test_all_sources_are_searched_in_every_cell(words: str) -> None:
    view = View.of("timeline", Filters())
    every = view.sources().rows
    cells = every[["title", "publisher", "published_on", "kind", "n_records", "url"]].astype(object).where(every.notna(), "").astype(str)
    lines = (cells.agg(" ".join, axis=1) + " " + every["locators"].fillna("")).str.lower()
    wanted = every[[all(word in line for word in words.lower().split()) for line in lines]]
    found = view.sources(words=words)
    assert (found.total == 0) == (words == "no such words")
    assert found.total == len(wanted) and found.rows["source_id"].tolist() == wanted["source_id"].tolist()


def test_sources_have_no_order_by_what_they_have_not() -> None:
    with pytest.raises(KeyError, match="locators"):
        View.of("timeline", Filters()).sources(order=Order("locators"))


def test_records_begin_at_the_first_page() -> None:
    view = View.of("priority-tracker", Filters())
    first = view.records()
    pages = [view.records(page=k).rows for k in range(1, -(-first.total // len(first.rows)) + 1)]
    assert 0 < len(first.rows) < first.total == len(pd.concat(pages).drop_duplicates())
    assert first.rows.equals(pages[0])


@pytest.mark.parametrize(("place", "page"), [(1, 1), (2, 2), (99, 1)], ids=["first", "second", "beyond the last"])
def test_records_behind_a_mark_go_page_by_page(place: int, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("facts-by-source-kind", Filters())
    mark = view.mark(int(view.frame["n"].idxmax()))
    shown: list[str] = []
    monkeypatch.setattr(behind, "listed", lambda table, ids: shown.extend(ids))
    monkeypatch.setitem(st.session_state, "page-behind-key", place)
    behind.of_marks(view, [mark], "key")
    wanted, whole = view.records([mark], page), view.records([mark]).total
    assert shown == wanted.rows["record_id"].tolist() and 0 < len(shown) < whole


@pytest.mark.parametrize(
    ("total", "tables", "pages", "told"),
    [
        (RECORDS_A_PAGE, ["documents"], [], ["**50 documents** behind this mark"]),
        (RECORDS_A_PAGE + 1, ["documents"], [2], ["**51 documents** behind this mark"]),
        (3, ["documents", "events"], [], ["**3 records** behind this mark", "**2 documents**", "**One event**"]),
        (0, [], [], ["**No record** stands behind this mark: it shows that nothing was found."]),
    ],
    ids=["a page", "two pages", "two tables", "none"],
)
def test_what_is_behind_a_mark_is_counted_once(total: int, tables: list[str], pages: list[int], told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pd.DataFrame({"record_table": ([*tables, *tables[:1]] * total)[: min(total, RECORDS_A_PAGE)], "record_id": [f"r{i}" for i in range(min(total, RECORDS_A_PAGE))]})
    view = SimpleNamespace(records=lambda marks, page=1: Page(rows, total))
    said: list[str] = []
    asked: list[int] = []
    monkeypatch.setattr(behind, "listed", lambda table, ids: None)
    monkeypatch.setattr(st, "markdown", said.append)
    monkeypatch.setattr(st, "pagination", lambda n, key: asked.append(n))
    behind.of_marks(view, [{}], "none")  # type: ignore[arg-type]
    assert (said, asked) == (told, pages)
    said.clear()
    behind.of_marks(view, [{}, {}], "none", "row")  # type: ignore[arg-type]
    assert said == [words.replace("this mark", "these rows") for words in told]
