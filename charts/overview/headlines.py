"""Two chairmanships in numbers, side by side, and the sentence that says what changed between them."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.look import Look
from charts.marks import each
from charts.notes import at_left
from charts.words import number, plural, sentence_case, wrapped
from queries.filters import with_dashes

NO_NUMBER = "–"
ROW, HEAD = 48, 40


def years(chairmanship: str) -> str:
    """The years of a chairmanship's label, or the whole label where it has none: "2016–2017"."""
    told = with_dashes(chairmanship)
    last = told.rpartition(" ")[2]
    return last if last[:4].isdigit() else told


def countries(chairmanships: Iterable[str]) -> set[str]:
    """What stands before the years in labels; a label without it stands for itself."""
    return {name.rpartition(" ")[0] or name for name in chairmanships}


def heads(pair: Sequence[Any]) -> list[list[str]]:
    """What stands above the numbers of each row of a pair, by line: the years, and the states where there are two."""
    labels = [row.chairmanship for row in pair]
    if len(countries(labels)) == 1:
        return [[years(label)] for label in labels]
    return [[part for part in with_dashes(label).rpartition(" ")[::2] if part] for label in labels]


def shown(value: Any) -> str:
    """A number, or a dash where nobody collected it."""
    return NO_NUMBER if pd.isna(value) else number(value)


def pairs(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The rows of each figure together, the earlier chairmanship first."""
    return [tuple(each(rows)) for _, rows in frame.groupby("figure", sort=False)]


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A line a figure with a number for each chairmanship; frame as of `overview/headlines.sql`."""
    rows = pairs(frame)
    full = HEAD + ROW * len(rows)
    places = (0.54, 0.77) if look.narrow else (0.66, 0.82)
    notes = [
        at_left(look, f"<b>{'<br>'.join(head)}</b>", 1, "label", look.readable(look.chair(row.is_first)), x=x, yref="paper", yanchor="top")
        for row, head, x in zip(rows[0], heads(rows[0]), places, strict=False)
    ]
    for i, pair in enumerate(rows):
        y = 1 - (HEAD + ROW * i) / full
        notes += _line(pair, y, places, look)
    return plot([], look, full, annotations=notes, xaxis=hidden_axis(0, 1), yaxis=hidden_axis(0, 1), margin={"l": 0, "r": 0, "t": 0, "b": 0})


def _line(pair: tuple[Any, ...], y: float, places: tuple[float, float], look: Look) -> list[dict[str, Any]]:
    place = {"yref": "paper", "yanchor": "top"}
    label = wrapped(pair[0].figure, 24) if look.narrow else pair[0].figure
    words = [at_left(look, label, y, "label", **place)]
    if not look.narrow:
        words.append(at_left(look, sentence_case(pair[0].definition), y, "note", look.quiet, yshift=-19, **place))
    numbers = [
        at_left(look, f"<b>{shown(row.value)}</b>", y, "heading", look.readable(look.chair(row.is_first)), x=x, **place)
        for row, x in zip(pair, places, strict=False)
    ]
    return words + numbers


def describe(frame: pd.DataFrame) -> str:
    """Alt text: every figure with both numbers."""
    told = [f"{pair[0].figure}: " + " and ".join(shown(row.value).replace(NO_NUMBER, "not known") for row in pair) for pair in pairs(frame)]
    chairs = " and ".join(dict.fromkeys(with_dashes(chair) for chair in frame["chairmanship"]))
    return f"{chairs} in numbers. " + "; ".join(told) + "."


def answer(frame: pd.DataFrame) -> str:
    """One sentence on what both promised and what came of it; "" where one of the two has no coded priorities."""
    stated, done = (frame[frame["figure"] == name] for name in ("Priorities stated", "Priorities adopted or realised"))
    if len(stated) != 2 or stated["value"].isna().any():
        return ""
    names, promised, kept = list(stated["chairmanship"]), list(stated["value"]), list(done["value"])
    if len(one := countries(names)) == 1:
        begun = f"{one.pop()} promised {plural(promised[0], 'things')} {_when(names[0])} and {number(promised[1])} {_when(names[1])}"
    else:
        begun = f"{with_dashes(names[0])} promised {plural(promised[0], 'things')}, {with_dashes(names[1])} promised {number(promised[1])}"
    return f"{begun}; {number(kept[0])} and {number(kept[1])} were adopted or realised by the close"


def _when(name: str) -> str:
    """ "in 2016–2017", "as the third" for a term that is not named by its years."""
    term = years(name)
    return f"{'in' if term[:4].isdecimal() else 'as'} {term}"



FIGURE = Figure(
    name="headline-figures",
    page="overview",
    measure="Two chairmanships in numbers",
    query="overview/headlines",
    draw=draw,
    describe=describe,
    noun="records",
    method="Each number counts rows of the dataset; the words beside it say which. The two chairmanships are those with the most coded priorities. "
    "A dash stands where nothing was collected, or where the earlier of the two has none to carry on. "
    "Documents counted leave out those that a source lists beside a package and that must not add to it; events held leave out those only announced. "
    "Members are counted at the end of the day.",
    columns={"figure": "Figure", "chairmanship": "Chairmanship", "value": "Number", "day": "Day", "definition": "What is counted"},
    formats={"value": "%.0f"},
    height=HEAD + 7 * ROW,
    clickable=False,
)
