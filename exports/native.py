"""The rows of a view as the series of an editable chart: what spreadsheet and slide draw themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from charts.figure import Native
from charts.look import PRINT
from charts.words import precision_beside, sentence_case
from exports.view import View

POINTS = ("scatter", "step")
LONGEST_LABEL = 70
CROWDED = 12
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
DAYS_OF_YEAR = 365.25
FIRST_DAY = datetime(1899, 12, 30)  # the day 0 of spreadsheets


@dataclass
class Series:
    """One series: its name, colour and values; `x` holds the places of a scatter or step chart; dashed lines tell a second group apart.

    `known` says of each place how precisely its date is known; empty where the places are no dates, or nothing says it.
    """

    name: str
    colour: str
    dashed: bool = False
    x: list[Any] = field(default_factory=list)
    values: list[float | None] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Chart:
    """An editable chart: form, labels along the axis (none for scatter and step), series, names of both axes, whether x is a date, decimals."""

    kind: str
    categories: list[str]
    series: list[Series]
    category_title: str
    value_title: str
    dated: bool
    decimals: int


def labelled(chart: Chart) -> bool:
    """Whether numbers fit on the bars: not on points and lines, nor on many stacked ones."""
    return chart.kind not in ("line", *POINTS) and not ("stacked" in chart.kind and len(chart.categories) > CROWDED)


def years(chart: Chart) -> tuple[datetime, datetime, int]:
    """First and last mark of an axis of dates, and the years from one mark to the next: round years, at most ten of them.

    Marks stand on 2 January. They are told as so many days each, and a mark of 1 January would now and then be of the year before.
    """
    first, last = (pick(x for one in chart.series for x in one.x) for pick in (min, max))
    start, end = (first - timedelta(days=1)).year, last.year + 1
    step = next(step for step in STEPS if end - start <= 10 * step)
    return datetime(start // step * step, 1, 2), datetime(-(-end // step) * step, 1, 2), step


def chart(view: View) -> Chart | None:
    """The editable chart of a view; None where the figure has no such form or there are no rows."""
    native = view.figure.native
    if native is None or native.kind == "table" or view.frame.empty:
        return None
    frame = _limited(view.frame, native)
    value = _value(frame, native)
    series = _series(frame, native, view)
    categories: list[str] = []
    if native.kind in POINTS:
        _put_points(frame, native, value, series)
    else:
        categories = _put_categories(frame, native, value, series)
    column = native.category if isinstance(native.category, str) else native.category[-1]
    return Chart(
        kind=native.kind,
        categories=categories,
        series=list(series.values()),
        # Labels joined of several columns say themselves what they are.
        category_title=view.figure.columns.get(column, sentence_case(column.replace("_", " "))) if isinstance(native.category, str) else "",
        value_title=view.figure.columns.get(value, value) if value else sentence_case(view.figure.noun),
        dated=native.kind in POINTS and str(frame[column].dtype).startswith("datetime"),
        decimals=1 if value and view.figure.formats.get(value, "").endswith(".1f") else 0,
    )


def _value(frame: pd.DataFrame, native: Native) -> str | None:
    wants_share = native.share and "measure" in frame and frame["measure"].iloc[0] == "share"
    return native.share if wants_share else native.value


def _limited(frame: pd.DataFrame, native: Native) -> pd.DataFrame:
    if native.most is None:
        return frame
    columns = [native.category] if isinstance(native.category, str) else list(native.category)
    labels = frame[columns].drop_duplicates()
    kept = labels.groupby(columns[0], sort=False).head(native.most) if len(columns) > 1 else labels.head(native.most)
    return frame.merge(kept, on=columns, how="inner")


def _names(frame: pd.DataFrame, columns: str | tuple[str, ...], native: Native) -> list[str]:
    """One label a row, of one column or of several joined."""
    parts = [columns] if isinstance(columns, str) else list(columns)
    return [": ".join(_text(value, native) for value in values) for values in zip(*(frame[part] for part in parts), strict=True)]


def _text(value: object, native: Native) -> str:
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return native.labels.get(str(value)) or sentence_case(str(value))


def _series(frame: pd.DataFrame, native: Native, view: View) -> dict[str, Series]:
    names = _names(frame, native.series, native) if native.series else [view.figure.noun and sentence_case(view.figure.noun)] * len(frame)
    made: dict[str, Series] = {}
    groups: dict[str, None] = {}
    for name, row in zip(names, frame.to_dict("records"), strict=True):
        if name not in made:
            group = str(row[native.series[0]]) if isinstance(native.series, tuple) and native.series else ""
            groups.setdefault(group)
            made[name] = Series(name, _colour(native, row, len(made), view), dashed=list(groups).index(group) > 0)
    if native.colours == "outcomes":
        colours = list(PRINT.outcomes.values())
        return dict(sorted(made.items(), key=lambda item: colours.index(item[1].colour) if item[1].colour in colours else len(colours)))
    return made


def _colour(native: Native, row: dict, place: int, view: View) -> str:
    word = str(row.get(native.series, "")) if isinstance(native.series, str) else ""
    match native.colours:
        case "outcomes":
            return PRINT.outcomes.get(word, PRINT.quiet)
        case "statuses":
            return PRINT.statuses.get(word, PRINT.quiet)
        case "chairs":
            return PRINT.chair(bool(row.get("is_first", row.get("is_earlier", place == 0))))
    themes = list(view.vocabulary.choices["themes"].items())
    named = next((place for place, pair in enumerate(themes) if word in pair), None)
    if named is not None:
        return PRINT.theme(named)
    if native.colours == "themes" or native.series:
        return PRINT.themes[place % len(PRINT.themes)]
    return PRINT.accent


def _put_categories(frame: pd.DataFrame, native: Native, value: str | None, series: dict[str, Series]) -> list[str]:
    """Fills the values of each series along the labels; several rows of one place are added up, a place without a row stays empty."""
    labels = [label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…" for label in _names(frame, native.category, native)]
    categories = list(dict.fromkeys(labels))
    places = {label: i for i, label in enumerate(categories)}
    for one in series.values():
        one.values = [None] * len(categories)
    for label, name, number in zip(
        labels, _names(frame, native.series, native) if native.series else list(series) * len(frame), _numbers(frame, value), strict=True
    ):
        before = series[name].values[places[label]]
        series[name].values[places[label]] = number if before is None or number is None else before + number
    return categories


def _put_points(frame: pd.DataFrame, native: Native, value: str | None, series: dict[str, Series]) -> None:
    """Fills places and values of each series; a step holds each value until the next place."""
    column = str(native.category)
    names = _names(frame, native.series, native) if native.series else list(series) * len(frame)
    beside = precision_beside(column, frame.columns)
    known = frame[beside].tolist() if beside else [""] * len(frame)
    for name, x, number, precision in zip(names, frame[column].tolist(), _numbers(frame, value), known, strict=True):
        one = series[name]
        for held in (*one.values[-1:], number) if native.kind == "step" else (number,):
            one.x.append(x)
            one.values.append(held)
            one.known.append(precision)
    if native.kind == "step":
        last = max(frame[column].tolist())
        for one in series.values():
            if one.x[-1] < last and one.values[-1]:
                one.x.append(last)
                one.values.append(one.values[-1])
                one.known.append("")


def _numbers(frame: pd.DataFrame, value: str | None) -> Iterable[float | None]:
    if value is None:
        return [1] * len(frame)
    return [None if pd.isna(number) else number for number in frame[value].tolist()]
