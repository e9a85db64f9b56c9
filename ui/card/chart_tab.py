"""The Chart tab: the drawing, and at its side the records behind the mark that was chosen in it."""

from datetime import date
from typing import Any

import streamlit as st

from charts.figure import Plotted
from charts.look import Look
from exports.view import View
from ui import viewport
from ui.card import sheet
from ui.text import line

ZOOM = "zoom"  # the days that handles leave, as a link names them: zoom.js writes what is read here
PLOTLY = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "showTips": False, "doubleClick": False}
# As Streamlit sets them once the chart stands; told beforehand, it need not be drawn anew for them.
TAPPED = {"clickmode": "event+select", "hovermode": "closest", "dragmode": "pan"}


def show(view: View) -> None:
    """The chart. Where there are more marks than it draws, it says so."""
    is_clickable = view.figure.clickable and len(view.frame) > 0
    key = f"chart-{view.figure.name}"
    is_new = key not in st.session_state
    look = viewport.look()
    picked: Any = st.plotly_chart(
        zoomed(view, look).laid(**(TAPPED if is_clickable else {})),
        key=key,
        theme=None,
        config=PLOTLY,
        alt=view.alt,
        on_select="rerun" if is_clickable else "ignore",
        selection_mode="points",
    )
    if view.left_out:
        st.caption(view.left_out)
    if view.caution:
        st.caption(line(view.caution))
    if is_clickable:
        sheet.show(view, [row for row in _picked_rows(picked) if row < len(view.frame)], is_new, f"{view.release} {view.query} {look.name} {look.narrow}")


def _picked_rows(picked: Any) -> list[int]:
    rows: list[int] = []
    for point in picked.selection.points if picked else []:
        held = point.get("customdata")
        rows += [int(row) for row in (held if isinstance(held, list | tuple) else [held]) if isinstance(row, int | float)]
    return list(dict.fromkeys(rows))


def zoomed(view: View, look: Look) -> Plotted:
    """The chart, between the days that the link names as long as the filters are those that the visit began with: others have another span."""
    drawn = view.plot(look)
    whole = _whole(drawn)
    days = _days(st.query_params.get(ZOOM, ""))
    if not days or not whole or st.session_state.setdefault(f"zoom of {view.figure.name}", view.query) != view.query:
        return drawn
    first, last = max(days[0], whole[0]), min(days[1], whole[1])
    return drawn.between(first, last) if first < last else drawn


def has_handles(view: View) -> bool:
    """Whether a reader can leave a part of the chart's days."""
    return _whole(view.plot(viewport.look())) is not None


def _whole(drawn: Plotted) -> tuple[str, str] | None:
    """The first and the last day of the handles; None for a chart without."""
    strip = drawn.to_dict()["layout"].get("xaxis", {}).get("rangeslider") or {}
    first, last = strip.get("range") or ("", "")
    return (str(first), str(last)) if first else None


def _days(told: str) -> tuple[str, str] | None:
    """Both days of "2020-01-01_2024-12-31"; None for anything else."""
    try:
        first, last = (date.fromisoformat(day).isoformat() for day in told.split("_"))
    except ValueError:
        return None
    return first, last
