"""The data dictionary, made from what the database itself says about its tables and columns."""

import pandas as pd
import streamlit as st

import data
from queries import tables
from ui.dataset import listing

COLUMNS = {
    "table_name": "Table",
    "column_name": "Column",
    "description": "Meaning",
    "type": "Type",
    "allowed_values": "Allowed values",
    "needed": "Needed",
    "referenced_table": "Points to",
    "rows": "Rows",
    "share": "Filled, %",
    "example": "Example",
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
    st.dataframe(_grains(columns), hide_index=True, height="content", key="grains", alt="Tables of the dataset: what a row is, number of rows, cautions")
    st.header("Columns")
    words = listing.search("Search table, column, meaning or value")
    listing.listing(
        listing.found(_shown(columns), words),
        "dictionary",
        "Columns of the dataset: meaning, type, allowed values, rows, share filled, example",
        COLUMNS,
        {
            "Meaning": st.column_config.TextColumn(width="large"),
            "Allowed values": st.column_config.TextColumn(width="medium"),
            "Example": st.column_config.TextColumn(width="medium"),
            "Filled, %": st.column_config.NumberColumn(format="%.1f"),
        },
        opens="example",
    )


def _grains(columns: pd.DataFrame) -> pd.DataFrame:
    grains = columns.drop_duplicates("table_name").set_index("table_name")["table_description"]
    cautions = data.about().cautions
    rows = [
        (name.replace("_", " "), str(grains[name]).removeprefix("One row per "), data.current().counts[name], " ".join(cautions.get(name, [])))
        for name in data.TABLES
    ]
    return pd.DataFrame(rows, columns=["Table", "One row per", "Rows", "Mind"])


def _shown(columns: pd.DataFrame) -> pd.DataFrame:
    return columns.assign(
        type=[TYPES.get(kind, kind.lower()) if not isinstance(allowed, str) else "one of a list" for kind, allowed in zip(columns["data_type"], columns["allowed_values"], strict=True)],
        needed=["key" if key else "always" if needed else "may be empty" for key, needed in zip(columns["is_key"], columns["is_required"], strict=True)],
    )
