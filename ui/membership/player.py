"""The day of the tile map: a slider, a step to the change before or after it, and a button that plays all changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

import queries
from ui.filters import choose
from ui.text import plain

PAUSE_MS = 1_300

_button = st.components.v2.component(
    "player",
    html='<button type="button">Play</button>',
    css=Path(__file__).with_name("player.css").read_text(encoding="utf-8"),
    js=Path(__file__).with_name("player.js").read_text(encoding="utf-8"),
)


def show() -> None:
    """Slider and buttons. All of them set the one bound value, so that slider, link and map agree."""
    days = changes()
    choose("day")
    day = _today()
    earlier, later = neighbours(days, day)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Change before", key="day-before", on_click=_go, args=(earlier,), disabled=earlier is None)
        st.button("Next change", key="day-after", on_click=_go, args=(later,), disabled=later is None)
        with st.container(width=110):
            _button(key="player", data={"day": day.isoformat(), "last": later is None, "pause": PAUSE_MS}, on_step_change=_step, height="content")
    if day in days:
        st.caption(plain(f"Change {days.index(day) + 1} of {len(days)}."))


def changes() -> list[date]:
    """The days on which the status of any state changed, in order."""
    return [stamp.date() for stamp in queries.run("membership/change_days")["day"]]


def neighbours(days: Sequence[date], day: date) -> tuple[date | None, date | None]:
    """The last change before a day and the first after it."""
    before = [other for other in days if other < day]
    after = [other for other in days if other > day]
    return (before[-1] if before else None), (after[0] if after else None)


def following(days: Sequence[date], day: date) -> date | None:
    """The change to play next: the first after the day, or the very first when none follows; None when there is no change at all."""
    return neighbours(days, day)[1] or (days[0] if days else None)


def _today() -> date:
    return st.session_state.get("day") or queries.vocabulary().days[1]


def _go(day: date) -> None:
    st.session_state["day"] = day


def _step() -> None:
    if day := following(changes(), _today()):
        _go(day)
