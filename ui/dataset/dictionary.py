"""The data dictionary, made from what the database itself says about its tables and columns."""

import pandas as pd
import streamlit as st

import data
from charts.words import number
from queries.dataset import tables
from queries.dataset.held import Held
from ui import viewport
from ui.dataset import listing
from ui.text import plain

COLUMNS = {
    "table_name": "Table",
    "column_name": "Column",
    "description": "Meaning",
    "type": "Type",
    "share": "Filled, %",
    "rows": "Rows",
    "example": "Example",
    "allowed_values": "Allowed values",
    "needed": "Needed",
    "referenced_table": "Points to",
}
TYPES = {"VARCHAR": "text", "DATE": "date", "INTEGER": "whole number", "DOUBLE": "number", "BOOLEAN": "yes or no"}


def show() -> None:
    """Tables with their grain, then every column."""
    columns = tables.dictionary()
    st.header("Tables")
    st.markdown(
        "Every fact is one row, and every row of a fact table has at least one row of evidence that names a source and the place in it. "
        "A date known to the month or year alone stands on its first day, with the precision beside it. Empty means not known."
    )
    st.table(_grains(columns).style.format({"Rows": number}), hide_index=True, alt="Tables of the dataset: what a row is, number of rows, and the first caution")
    st.header("Columns")
    words = listing.search("Search table, column, meaning or value")
    listing.listing(
        Held(_shown(columns), ("table_name", "column_name")).narrowed(words),
        "dictionary",
        "Columns of the dataset: meaning, type, allowed values, rows, share filled, example",
        COLUMNS,
        formats={
            "Meaning": st.column_config.TextColumn(width=330),
            "Allowed values": st.column_config.TextColumn(width="medium"),
            "Example": st.column_config.TextColumn(width="medium"),
            "Filled, %": st.column_config.NumberColumn(format="%.1f", width="small"),
        },
        opens="example",
        of=len(columns),
    )


def _grains(columns: pd.DataFrame) -> pd.DataFrame:
    grains = columns.drop_duplicates("table_name").set_index("table_name")["table_description"]
    cautions = data.about().cautions
    rows = [
        (name.replace("_", " "), plain(str(grains[name]).removeprefix("One row per ")), data.current().counts[name], plain(cautions.get(name, [""])[0]))
        for name in data.TABLES
    ]
    made = pd.DataFrame(rows, columns=["Table", "One row per", "Rows", "Mind"])
    if not viewport.look().narrow:
        return made
    # Four columns leave a phone one word a line.
    return made.assign(**{"One row per": made["One row per"] + " " + made["Mind"]})[["Table", "Rows", "One row per"]]


def _shown(columns: pd.DataFrame) -> pd.DataFrame:
    pairs = zip(columns["data_type"], columns["allowed_values"], strict=True)
    return columns.assign(
        type=["one of a list" if isinstance(allowed, str) else TYPES.get(kind, kind.lower()) for kind, allowed in pairs],
        needed=["key" if key else "always" if needed else "may be empty" for key, needed in zip(columns["is_key"], columns["is_required"], strict=True)],
    )
