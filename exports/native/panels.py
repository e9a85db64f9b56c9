"""An editable chart as slide and workbook draw it: its series, labels and axes, all taken from the drawn figure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["stacked bar", "share bar", "stacked column", "step"]
Number = float | None
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST_YEARS = 10
DAYS_OF_YEAR = 365.25
FIRST_DAY = datetime(1899, 12, 30)  # the day 0 of spreadsheets


@dataclass(frozen=True)
class Series:
    """One series. `labels` holds the text at each value, "" for none; `marked` says which places of a line carry its mark.

    colour: as "#rrggbb"; hatch: how its bars are striped, as Plotly names it ("" for not); stripes: colour of the stripes;
    dash: "solid", "dash" or "dot"; symbol: name of the mark, "" for none; points: how large the mark is.
    """

    name: str
    colour: str
    values: tuple[Number, ...]
    labels: tuple[str, ...]
    x: tuple[float | datetime, ...] = ()
    hatch: str = ""
    stripes: str = ""
    dash: str = "solid"
    symbol: str = ""
    points: int = 0
    marked: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Axis:
    """An axis: its title, its first and last value (None where the labels decide), whether its numbers and the lines of its grid are shown."""

    title: str = ""
    low: float | datetime | None = None
    high: float | datetime | None = None
    is_shown: bool = True
    has_grid: bool = True


@dataclass(frozen=True)
class Panel:
    """One editable chart. A "share bar" holds numbers and fills every bar to 100 per cent; a "step" has places instead of categories."""

    kind: Kind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    places: Axis
    sizes: Axis

    @property
    def is_flat(self) -> bool:
        """Whether its bars lie."""
        return self.kind.endswith("bar")

    @property
    def is_dated(self) -> bool:
        """Whether its places are days."""
        return isinstance(self.places.low, datetime)

    @property
    def is_named_at_its_end(self) -> bool:
        """Whether names stand to the right of its last places, which takes room."""
        return self.kind == "step" and any(one.labels[-1] for one in self.series)


def day_number(at: float | datetime) -> float:
    """A place as a number: the day of a spreadsheet for a day."""
    return (at - FIRST_DAY) / timedelta(days=1) if isinstance(at, datetime) else at


def years(axis: Axis) -> tuple[float, float, float]:
    """First and last place of an axis of days, and from one mark to the next, in days: marks stand a whole number of years apart.

    The axis begins with the year of the first day and ends as the drawn one does. Marks stand on 2 January: they are told as so many
    days each, and a mark of 1 January would now and then be of the year before.
    """
    assert isinstance(axis.low, datetime) and isinstance(axis.high, datetime)
    first = datetime((axis.low - timedelta(days=1)).year, 1, 2)
    step = next(step for step in STEPS if axis.high.year - first.year <= MOST_YEARS * step)
    return day_number(first), day_number(axis.high), step * DAYS_OF_YEAR
