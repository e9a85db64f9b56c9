"""The Sources tab: every source behind the rows shown, how many of them rest on it, and where in it they stand."""

import pandas as pd
import streamlit as st

import queries
from exports.view import View
from ui.navigation import page


def show(view: View) -> None:
    """A table of sources; choosing one leads to its record."""
    table = used(view)
    if table.empty:
        st.caption("No rows, so no sources.")
        return
    picked = st.dataframe(
        table.drop(columns=["source_id"]),
        hide_index=True,
        key=f"sources-{view.figure.name}",
        on_select="rerun",
        selection_mode="single-row",
        column_config={"Address": st.column_config.LinkColumn(display_text="open"), "Published": st.column_config.TextColumn()},
        alt=f"Sources of the figure: {view.figure.measure}",
    )
    st.caption(f"{len(table)} sources for {view.n} {view.figure.noun}. Choose a row to open the source's own page with all that rests on it.")
    for row in [row for row in picked.selection.rows if row < len(table)]:  # type: ignore[union-attr]
        chosen = table.iloc[row]
        st.page_link(page("record"), label=f"Open the page of the source {chosen['source_id']}", query_params={"table": "sources", "id": chosen["source_id"]})


def used(view: View) -> pd.DataFrame:
    """One row a source: title, publisher, date, kind, records resting on it, locators, address, id; the most used first."""
    parts = [queries.run("record_sources", {"table": table, "ids": tuple(ids)}) for table, ids in view.records()]
    evidence = pd.concat(parts) if parts else pd.DataFrame()
    if evidence.empty:
        return evidence
    rows = []
    for source_id, group in evidence.groupby("source_id", sort=False):
        first = group.iloc[0]
        rows.append(
            {
                "Source": first["source_title"],
                "Publisher": first["publisher"],
                "Published": _published(first),
                "Kind": first["source_kind"],
                "Records": group[["table_name", "row_id"]].drop_duplicates().shape[0],
                "Where": "; ".join(dict.fromkeys(group["locator"])),
                "Address": first["url"] if isinstance(first["url"], str) and first["url"].startswith("http") else None,
                "source_id": source_id,
            }
        )
    return pd.DataFrame(rows).sort_values(["Records", "Source"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _published(row: pd.Series) -> str:
    if pd.isna(row["published_on"]):
        return ""
    text = str(row["published_on"])[:10]
    return {"year": text[:4], "month": text[:7]}.get(row["published_precision"], text)
