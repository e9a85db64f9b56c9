"""The pages: what they are called, where they live, and links to them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

import data

FOLDER = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True)
class Screen:
    """One page of the dashboard: file in `pages/` (also the path in the address), title, whether the navigation shows it."""

    name: str
    title: str
    hidden: bool = False
    has_bar: bool = True


SCREENS = (
    Screen("overview", "Overview"),
    Screen("compare", "Compare"),
    Screen("priorities", "Priorities"),
    Screen("timeline", "Timeline"),
    Screen("documents", "Documents"),
    Screen("membership", "Membership"),
    Screen("reported", "Reported figures"),
    Screen("present", "Present", has_bar=False),
    Screen("data", "Data", has_bar=False),
    Screen("search", "Search", hidden=True, has_bar=False),
    Screen("record", "Record", hidden=True, has_bar=False),
    Screen("figure", "Figure", hidden=True, has_bar=False),
)
PAGES = "pages of this session"


def pages() -> dict[str, Any]:
    """The pages of this run by name (st.Page objects)."""
    made = {
        screen.name: st.Page(
            FOLDER / f"{screen.name}.py",
            title=screen.title,
            url_path=screen.name,
            default=screen is SCREENS[0],
            visibility="hidden" if screen.hidden else "visible",
        )
        for screen in SCREENS
    }
    st.session_state[PAGES] = made
    return made


def page(name: str) -> Any:
    """The st.Page of a name, for st.page_link and st.switch_page."""
    return st.session_state[PAGES][name]


def pages_known() -> frozenset[str]:
    """Names of the pages there are."""
    return frozenset(screen.name for screen in SCREENS)


def name_tab(words: str) -> None:
    """Names the browser's tab, its history and bookmarks: what is shown, then the dashboard."""
    st.set_page_config(page_title=f"{' '.join(words.split())} · {data.about().dashboard}")


def base() -> str:
    """The dashboard's address as this visitor reached it, without a slash at the end; "" where it is not known."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}" if parts.netloc else ""


def record_link(table: str, row_id: str, label: str) -> None:
    """A link to a record, in the same tab; the label is shown as text, its years joined by a dash."""
    from ui.text import plain, titled

    st.page_link(page("record"), label=plain(titled(table, label)), query_params={"table": table, "id": row_id})
