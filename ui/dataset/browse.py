"""Any table of the dataset: searched, filtered, sorted, downloaded; a row opens its record."""

from functools import partial

import streamlit as st

import data
import queries
from charts.words import plural
from exports.text import dataset
from queries.dataset import tables
from ui.dataset import cautions, listing
from ui.text import plain

FIRST = "documents"


def show() -> None:
    """The chosen table with what must be known about it."""
    left, middle, right = st.columns([2, 3, 2], vertical_alignment="bottom")
    with left:
        name = st.selectbox("Table", data.TABLES, index=data.TABLES.index(FIRST), format_func=_spoken, key="browse", bind="query-params", persist_state="session")
    with middle:
        words = listing.search("Search in all columns")
    with right:
        only = _chosen(name)
    columns = queries.run("dataset/dictionary")
    columns = columns[columns["table_name"] == name]
    st.markdown(plain(columns["table_description"].iloc[0]))
    cautions.show(name)
    n = data.current().counts[name]
    listing.listing(
        tables.rows_of(name).narrowed(words, only),
        name,
        f"Table {_spoken(name)}",
        {column: column for column in columns["column_name"]},
        shaped=partial(tables.records_of, name),
        more=lambda: _whole(name, n),
        of=n,
    )


def _whole(name: str, n: int) -> None:
    st.download_button(
        f"Whole table ({plural(n, 'rows')})",
        data=data.pinned(lambda: dataset.table_csv(name), data.current()),
        file_name=f"{name}_whole_r{data.current().release}.csv",
        mime="text/csv",
        key=f"whole-{name}",
        on_click="ignore",
    )


def _chosen(name: str) -> dict[str, tuple[str, ...]]:
    """The chosen values of the chosen columns."""
    choices = tables.choices(name)
    if not choices:
        return {}
    pairs = [f"{column}: {value}" for column, values in choices.items() for value in values]
    wanted = st.multiselect("Only rows with", pairs, key=f"only-{name}", placeholder="All rows", bind="query-params", persist_state="session")
    kept: dict[str, tuple[str, ...]] = {}
    for pair in wanted:
        column, _, value = pair.partition(": ")
        kept[column] = (*kept.get(column, ()), value)
    return kept


def _spoken(name: str) -> str:
    return name.replace("_", " ").capitalize()
