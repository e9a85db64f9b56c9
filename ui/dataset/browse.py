"""Any table of the dataset: searched, filtered, sorted, downloaded; a row opens its record."""

import pandas as pd
import streamlit as st

import data
import queries
from charts.words import number
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
    frame = tables.table(name)
    with middle:
        words = listing.search("Search in all columns")
    with right:
        chosen = _chosen(name, frame)
    grain = queries.run("dataset/dictionary").set_index("table_name")["table_description"][name].iloc[0]
    st.markdown(plain(grain))
    cautions.show(name)
    rows = listing.found(frame[chosen] if chosen is not None else frame, words)
    headings = {str(column): str(column) for column in frame.columns}
    listing.listing(tables.records_of(name, rows), name, f"Table {_spoken(name)}", headings, more=lambda: _whole(name, len(frame)), of=len(frame))


def _whole(name: str, n: int) -> None:
    st.download_button(
        f"Whole table ({number(n)} rows)",
        data=lambda: dataset.table_csv(name),
        file_name=f"{name}_whole_r{data.current().release}.csv",
        mime="text/csv",
        key=f"whole-{name}",
        on_click="ignore",
    )


def _chosen(name: str, frame: pd.DataFrame) -> list[bool] | None:
    """Which rows the chosen value of the chosen column leaves; None without a choice."""
    choices = tables.choices(frame)
    if not choices:
        return None
    pairs = [f"{column}: {value}" for column, values in choices.items() for value in values]
    wanted = st.multiselect("Only rows with", pairs, key=f"only-{name}", placeholder="All rows", bind="query-params", persist_state="session")
    kept: dict[str, set[str]] = {}
    for pair in wanted:
        column, _, value = pair.partition(": ")
        kept.setdefault(column, set()).add(value)
    if not kept:
        return None
    cells = tables.texts(frame[list(kept)])
    return [all(row[place] in kept[column] for place, column in enumerate(kept)) for row in zip(*cells.values(), strict=True)]


def _spoken(name: str) -> str:
    return name.replace("_", " ").capitalize()
