"""Lists of any length: tables and queries whole and by the page, searched, chosen from and sorted, against pandas."""

import io
from datetime import date
from typing import Any

import pandas as pd
import pytest
import streamlit as st

import data
import queries
from charts.words import plural
from queries import Order
from queries.dataset import tables
from queries.dataset.held import Held, in_words, matching
from queries.dataset.lists import Rows
from tests import oracle
from tests.search import oracle as word_by_word
from tests.test_pages import fail_words, visit
from ui.dataset import listing
from ui.text import plain

pytestmark = pytest.mark.broad

WORDS = ("", "securities", "SECURITY 2017", "yes", "no treaty", "2017-06", "zzzz", "100%", "drugs", "counter-terrorism", "Belt and Road", "is_effective", "the summits", "дружба")
QUERIES = {"dataset/sources": ("source_id",), "dataset/coded_rows": ("table_name", "row_id", "variable"), "common/conflicts": ("conflict_id",)}
GAPS = Rows("dataset/gaps", ("gap_id",), {"chairmanships": ("cn-2017", "kz-2016", "none")})
FRAME = pd.DataFrame(
    {"id": ["a", "b", "c"], "title": ["Strategy against drugs", "Road programme", None], "on": pd.to_datetime(["2017-06-09", None, "2018-01-01"]), "n": [1.0, 2.5, None]}
)


def text(cell: Any) -> str:
    """A cell as readers see it."""
    if cell is None or cell is pd.NaT or cell != cell:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell.date()) if isinstance(cell, pd.Timestamp) else str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell)


def rows_holding(frame: pd.DataFrame, words: str) -> list[bool]:
    """Which rows hold the words in their cells, by the search that is worked out word by word."""
    sought = word_by_word.wanted(words)
    rows = zip(*(frame[column].tolist() for column in frame.columns), strict=True)
    return [word_by_word.holds_all([word_by_word.words_of(text(cell)) for cell in row], sought) for row in rows]


def holding(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    return frame[rows_holding(frame, words)]


def stored(name: str) -> pd.DataFrame:
    return oracle.tables(data.current())[name] if name in data.TABLES else queries.run(name, GAPS.values)


def rows_of(name: str) -> Rows:
    return tables.rows_of(name) if name in data.TABLES else Rows(name, QUERIES[name], table=name.partition("/")[2] if name == "dataset/sources" else "")


def ids(rows: Rows, frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[column].tolist() for column in rows.key), strict=True))


@pytest.mark.parametrize("name", [*data.TABLES, *QUERIES])
def test_a_list_is_whole_in_its_own_order_and_its_key_tells_rows_apart(name: str) -> None:
    frame, rows = stored(name), rows_of(name)
    assert rows.total == len(frame) == len(set(ids(rows, frame)))
    assert ids(rows, rows.page(1, len(frame)).rows) == ids(rows, frame)
    chunks = list(rows.chunks())
    assert [row for chunk in chunks for row in ids(rows, chunk)] == ids(rows, frame)
    half = len(frame) // 2 + 1
    assert ids(rows, rows.page(2, half).rows) == ids(rows, frame)[half:]
    assert rows.page(2, half).total == len(frame)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*data.TABLES, *QUERIES])
def test_a_search_finds_the_rows_that_hold_every_word(name: str) -> None:
    frame, rows = stored(name), rows_of(name)
    every = ids(rows, frame)
    for words in WORDS:
        found = rows.narrowed(words)
        wanted = [one for one, holds in zip(every, rows_holding(frame, words), strict=True) if holds]
        assert found.total == len(wanted), words
        assert ids(found, found.page(1, len(wanted) + 1).rows) == wanted, words


@pytest.mark.parametrize("name", ["documents", "priorities", "sources", "reported_figures", "evidence"])
@pytest.mark.parametrize("descending", [False, True])
def test_rows_are_sorted_over_all_of_them_by_what_the_cells_are(name: str, descending: bool) -> None:
    frame, rows = stored(name), rows_of(name)
    columns = queries.run("dataset/dictionary").dropna(subset="allowed_values")
    closed = {column.column_name: column.allowed_values.split("; ") for column in columns[columns["table_name"] == name].itertuples()}
    for column in frame.columns:
        place = closed[column].index if column in closed and set(frame[column].dropna()) <= set(closed[column]) else _itself
        filled = [row for row in frame.to_dict("records") if row[column] is not None]
        keyed = sorted(filled, key=lambda row: tuple(sortable(closed, key, row[key]) for key in rows.key if key != column))
        values = sorted({place(row[column]) for row in filled}, reverse=descending)
        wanted = [row for value in values for row in keyed if place(row[column]) == value]
        found = rows.page(1, len(frame), Order(column, descending)).rows
        assert ids(rows, found)[: len(wanted)] == [tuple(row[key] for key in rows.key) for row in wanted], column
        assert found[column].iloc[len(wanted) :].isna().all(), "what is not known stands last"


def _itself(cell: Any) -> Any:
    return cell


def sortable(closed: dict[str, list[str]], column: str, cell: Any) -> Any:
    return closed[column].index(cell) if column in closed and cell in closed[column] else cell


def test_unknown_tables_and_columns_are_refused() -> None:
    with pytest.raises(KeyError):
        tables.rows_of("no such table")
    with pytest.raises(KeyError):
        tables.filling("no such table")
    with pytest.raises(KeyError):
        tables.rows_of("documents").page(1, 1, Order("nothing"))


def test_only_rows_with_one_of_the_values_of_every_column() -> None:
    frame = stored("documents")
    only = {"legal_force": ("treaty",), "theme_id": ("security", "economy"), "is_counted": ("yes",)}
    wanted = frame[(frame["legal_force"] == "treaty") & frame["theme_id"].isin(["security", "economy"]) & frame["is_counted"].astype(bool)]
    rows = tables.rows_of("documents").narrowed("", only)
    assert 0 < rows.total == len(wanted) < len(frame)
    assert rows.narrowed("convention", only).total == len(holding(wanted, "convention")) < len(wanted)


@pytest.mark.parametrize("q", ["drugs", "counter-terrorism", "Belt and Road", "дружба"])
def test_the_table_browser_finds_what_the_search_of_everything_finds(q: str) -> None:
    """In the columns that both search; the browser searches the rest besides."""
    at = visit("data", section="Tables", browse="Events")
    at.session_state["find"] = q
    at.run()
    assert not fail_words(at)
    shown = set(at.dataframe[0].value["event_id"]) if at.dataframe else set()
    wanted = {row_id for table, row_id in word_by_word.held_by(q) if table == "events"}
    assert wanted <= shown and bool(shown) == (q != "дружба")
    told = " ".join(str(part.value) for part in [*at.caption, *at.markdown])
    assert ("in any form" in told) == bool(shown) and ("tables are in English" in told) == (q == "дружба")


def test_a_mistyped_word_is_mended_in_the_table_browser() -> None:
    at = visit("data", section="Tables", browse="Events")
    at.session_state["find"] = "terorism"
    at.run()
    assert not at.dataframe and any("No row holds this word" in part.value for part in at.markdown)
    next(button for button in at.button if button.label == "Did you mean terrorism?").click().run()
    assert at.session_state["find"] == "terrorism" and len(at.dataframe[0].value) and not fail_words(at)


def test_values_are_counted_as_text() -> None:
    frame = stored("documents")
    for column in ("legal_force", "is_counted", "valid_from_year", "adopted_on"):
        wanted = frame[column].dropna().map(text).value_counts()
        assert tables.rows_of("documents").counts(column) == wanted.to_dict()
    treaties = tables.rows_of("documents").narrowed("", {"legal_force": ("treaty",)})
    assert treaties.counts("legal_force") == {"treaty": treaties.total}


@pytest.mark.parametrize("name", data.TABLES)
def test_each_row_leads_to_a_record(name: str) -> None:
    frame = tables.rows_of(name).page(1, data.current().counts[name]).rows
    for table, found in tables.records_of(name, frame).groupby("record_table")["record_id"]:
        assert set(found) <= set(queries.run("common/records", {"table": table, "ids": tuple(set(found))})["row_id"])


@pytest.mark.parametrize("dataset", ["tiny", "real"])
def test_columns_are_filled_as_their_cells_are(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    with oracle.serving(database):
        for name, frame in oracle.tables(database).items():
            found = tables.filling(name)
            records = tables.records_of(name, frame)
            assert list(found) == list(frame.columns)
            for column, filling in found.items():
                filled = frame[frame[column].notna()]
                first = records.loc[filled.index[0]] if len(filled) else None
                example = ("", "", "") if first is None else (text(first[column]), first["record_table"], first["record_id"])
                assert (filling.rows, filling.filled) == (len(frame), len(filled))
                assert (filling.example, filling.record_table, filling.record_id) == example, (name, column)


def test_the_example_of_a_column_that_is_filled_late_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tables.filling("documents")
    monkeypatch.setattr(tables, "FIRST_ROWS", 1)
    assert tables.filling("documents") == wanted


@pytest.mark.parametrize("name", data.TABLES)
def test_rows_can_be_chosen_by_values_that_many_rows_share(name: str) -> None:
    frame = stored(name)
    wanted = {}
    for column in frame.columns[1:]:
        cells = [text(cell) for cell in frame[column] if cell is not None]
        if 1 < len(set(cells)) <= min(tables.MOST_CHOICES, len(cells) / 3):
            wanted[column] = sorted(set(cells))
    assert tables.choices(name) == wanted


def test_rows_at_hand_are_searched_sorted_and_cut_as_stored_ones() -> None:
    assert matching(FRAME, "DRUGS 2017-06") == [True, False, False]
    assert matching(FRAME, "2.5") == [False, True, False]
    assert matching(FRAME, "nan") == matching(FRAME, "none") == matching(FRAME, "nat") == [False] * 3
    assert matching(FRAME, "") == [True] * 3
    assert matching(FRAME.iloc[0:0], "x") == []
    assert [in_words(cell) for cell in (True, 2.0, None, pd.Timestamp(2017, 6, 9), date(2017, 6, 9))] == ["yes", "2", "", "2017-06-09", "2017-06-09"]
    rows = Held(FRAME, ("id",))
    assert rows.narrowed("road").page(1, 5).rows["id"].tolist() == ["b"] and rows.narrowed("road").total == 1
    assert rows.page(1, 3, Order("n", descending=True)).rows["id"].tolist() == ["b", "a", "c"]
    assert rows.page(2, 2).rows["id"].tolist() == ["c"] and rows.page(2, 2).total == 3


@pytest.mark.parametrize("rows", [tables.rows_of("evidence"), GAPS, Held(FRAME, ("id",)), GAPS.narrowed("zzzz")], ids=["table", "query", "frame", "none"])
def test_a_download_holds_all_rows(rows: Rows | Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.dataset.lists.CHUNK_ROWS", 1_000)
    made = listing.csv(rows)
    assert made.startswith(b"\xef\xbb\xbf") and made.count(b"\xef\xbb\xbf") == 1
    frame = pd.read_csv(io.BytesIO(made), dtype=str, encoding="utf-8-sig", keep_default_na=False)
    whole = pd.concat(list(rows.chunks()))
    assert frame[list(rows.key)].values.tolist() == whole[list(rows.key)].astype(str).values.tolist()
    for column in whole.columns[[pd.api.types.is_datetime64_any_dtype(kind) for kind in whole.dtypes]]:
        assert frame[column].tolist() == [text(cell) for cell in whole[column]]


def test_of_many_rows_a_page_is_shown_sorted_over_all_of_them() -> None:
    frame = stored("evidence")
    assert len(frame) > listing.MOST_WHOLE
    at = visit("data", section="Tables", browse="Evidence")
    assert not fail_words(at)
    first = at.dataframe[0].value
    assert first["row_id"].tolist() == frame["row_id"].tolist()[: listing.A_PAGE]
    assert any(f"Rows 1 to {listing.A_PAGE} of {plural(len(frame), 'rows')}" in caption.value for caption in at.caption)
    at.selectbox(key="sort-evidence").select("locator").run()
    assert at.dataframe[0].value["locator"].tolist() == sorted(frame["locator"])[: listing.A_PAGE]
    assert sorted(at.selectbox(key="sort-evidence").options) == sorted(frame.columns)


def test_other_rows_begin_at_their_first_page_though_they_are_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(st, "pagination", lambda n, key: asked.append(key))
    evidence = tables.rows_of("evidence")
    narrowed = [evidence.narrowed("a"), evidence.narrowed("", {"table_name": ("documents",)}), evidence.narrowed("", {"table_name": ("events",)})]
    listed = [evidence, *narrowed, GAPS, Rows(GAPS.name, GAPS.key, GAPS.values | {"chairmanships": ("none",)}), *(Held(FRAME.iloc[[k]], ("id",)) for k in range(3))]
    for rows in [*listed, *listed]:
        listing._one_page(rows, 7, "key", {})
    assert asked[: len(listed)] == asked[len(listed) :] and len(set(asked)) == len(listed)


def test_few_rows_come_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_WHOLE", 5_000)
    at = visit("data", section="Sources")
    sources = stored("dataset/sources")
    shown = at.dataframe[-1].value
    assert shown["Source"].tolist() == sources["title"].tolist()
    assert any(f"{plural(len(sources), 'rows')}. Choose one to open its source, or a heading to sort." in caption.value for caption in at.caption)


def test_a_chosen_row_stays_chosen_where_it_is_found_and_no_other_is() -> None:
    chosen = stored("documents").iloc[25]
    at = visit("data", section="Tables", browse="Documents")
    at.session_state["chosen in rows-documents"] = chosen["document_id"]
    at.session_state["find"] = " ".join(chosen["title"].split()[:10])
    at.run()
    assert at.dataframe[0].value["document_id"].tolist()[0] != stored("documents")["document_id"][0]
    opened = [link.proto.label for link in at.get("page_link") if link.proto.label.startswith("Open the record")]
    assert opened == [plain(f"Open the record: {chosen['title'][:90]}")]
    other = stored("documents").iloc[3]["title"]
    assert chosen["document_id"] not in holding(stored("documents"), other)["document_id"].tolist()
    at.session_state["find"] = other
    at.run()
    assert not [link for link in at.get("page_link") if link.proto.label.startswith("Open the record")]
