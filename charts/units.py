"""A unit chart: one mark a row, in lines by group, the marks of one kind side by side."""

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Plotted, plot
from charts.keys import Key
from charts.look import Look
from charts.marks import grouped
from charts.notes import beside, note
from charts.points import points

Mark = Callable[[str, Look, int], dict[str, Any]]
Place = tuple[int, float]
LETTER, KEY_LINE = 7, 24  # pixels: a letter of the name of a group, a line of the key
MOST_LETTERS = {"above": 38, "beside": 28}  # of a name in one line, above its marks or beside them


def draw_units(frame: pd.DataFrame, look: Look, group: str, kind: str, kinds: Sequence[str], mark: Mark, hover: Sequence[str], legend: Key) -> Plotted:
    """Lines of marks, one line (or more, where it would grow too long) a value of `group`, in the order of the rows.

    kind: the column that gives a mark its form; kinds: their order; mark: marker of a kind; hover: a text a row.
    """
    positions, names, forms = frame.index.tolist(), frame[group].tolist(), frame[kind].tolist()
    groups = {name: [row for row, _ in pairs] for name, pairs in grouped(zip(positions, names, strict=True), lambda pair: pair[1]).items()}
    per_line = 26 if look.narrow else min(max(26, *map(len, groups.values())), 46 if not look.form.width else 58)
    places, heads, height = _places(groups, per_line, look)
    by_form = {form: [row for row, _ in pairs] for form, pairs in grouped(zip(positions, forms, strict=True), lambda pair: pair[1]).items()}
    traces = [
        points(
            (places[row][0] for row in rows),
            (places[row][1] for row in rows),
            rows,
            (hover[row] for row in rows),
            mark(form, look, 10 if look.narrow else 12),
            name=form,
            cliponaxis=False,
        )
        for form in [*kinds, *sorted(set(by_form) - set(kinds))]
        if (rows := by_form.get(form))
    ]
    beside_marks = 6 if look.narrow else 44 + LETTER * max(len(line) for name in groups for line in _lines(name, look))
    return plot(
        traces,
        look,
        int(height * (24 if look.narrow else 21)) + KEY_LINE * legend.lines + 24,
        annotations=[legend.note(look), *(_head(name, at, len(groups[name]), look) for name, at in heads.items())],
        margin={"l": beside_marks, "t": KEY_LINE * legend.lines + 12, "b": 6},
        xaxis=hidden_axis(-0.6, per_line - 0.4),
        yaxis=hidden_axis(height - 0.6, -1.4 if look.narrow else -0.8),
    )


def _places(groups: dict[str, list[int]], per_line: int, look: Look) -> tuple[dict[int, Place], dict[str, float], float]:
    """The place of each row, the height of each group, and the height of all."""
    places: dict[int, Place] = {}
    heads: dict[str, float] = {}
    at = 0.0
    for name, rows in groups.items():
        more = len(_lines(name, look)) - 1
        at += 0.75 * (1 + more) if look.narrow else 0.3 * more
        heads[name] = at
        places |= {row: (i % per_line, at + i // per_line) for i, row in enumerate(rows)}
        at += (len(rows) - 1) // per_line + 1.35 + (0 if look.narrow else 0.3 * more)
    return places, heads, at


def _lines(name: str, look: Look) -> list[str]:
    """A name in lines that there is room for: above its marks on a phone, else beside them."""
    return textwrap.wrap(name, MOST_LETTERS["above" if look.narrow else "beside"]) or [name]


def _head(name: str, at: float, n: int, look: Look) -> dict[str, Any]:
    text = f"{'<br>'.join(_lines(name, look))} <b>{n}</b>"
    if look.narrow:
        return note(look, text, -0.5, at - 0.42, xanchor="left", yanchor="bottom", align="left")
    return beside(look, text, 0, at, -8, "label", xref="paper")
