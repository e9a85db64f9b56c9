"""Take the dataset away: downloads, licence, citation."""

import re
from pathlib import Path

import streamlit as st

import data
from charts.words import number
from exports import citation
from exports.text import dataset
from exports.text.snippets import table_snippets
from ui import cite
from ui.navigation import base
from ui.text import linked, plain


def show() -> None:
    """Whole dataset, licence, citation."""
    database, about = data.current(), data.about()
    st.header("The whole dataset")
    st.markdown(
        f"All {number(len(database.counts))} tables with {number(sum(database.counts.values()))} rows in one archive: CSV and Parquet files, a DuckDB database, "
        "a codebook, a description that other programs read (Frictionless data package) and checksums."
    )
    st.download_button(
        "Download the dataset (ZIP)",
        data=data.pinned(_archive, database),
        file_name=f"dataset_r{database.release}.zip",
        mime="application/zip",
        key="whole-dataset",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption("The archive is made at the first request of a release and may take some seconds. Single tables stand under Tables.")
    st.header("Load it in Python, R or Excel")
    _load()
    st.header("Licence")
    st.markdown(f"{linked(about.licence, about.licence_address)}. {plain(_terms(about.licence_id))}")
    st.header("How to cite it")
    cite.show(citation.of_release(base()), "dataset")


def _terms(licence: str) -> str:
    """What a licence allows, by its id (SPDX), where it is one of the two whose terms are known here."""
    if re.fullmatch(r"CC-BY-\d\.\d", licence):
        return "You may copy, change and publish the data, also commercially, if you name the source and say what you changed."
    return "You may copy, change and publish the data, also commercially, without asking." if licence == "CC0-1.0" else ""


@st.fragment
def _load() -> None:
    """Lines that load one table over the data API, and where the API describes itself."""
    table = st.selectbox("Table to load", data.TABLES, index=data.TABLES.index("documents"), key="table-to-load")
    for tool, lines in table_snippets(table, base()).items():
        st.caption(tool)
        st.code(lines, language=None, wrap_lines=True)
    api = f"{base()}/api/v1"
    st.markdown(
        f"Tables come as CSV, JSON and Parquet, figures as CSV, JSON and XLSX under the filters of their page, records as JSON. "
        f"[The list of addresses]({api}/) and [the description for programs]({api}/openapi.json) (OpenAPI 3.1) name them all."
    )


def _archive() -> bytes:
    return Path(dataset.archive()).read_bytes()
