"""One number, one meaning: whatever figure shows a count of a chairmanship shows the number that its name has."""

from collections.abc import Callable

import pandas as pd
import pytest

from charts.catalogue import FIGURES as CATALOGUE
from exports.view import View
from queries import Filters
from queries.counted import THINGS, of_chairmanships, reconciled
from tests.shown import real

PAIR = {"kz-2016": True, "kz-2023": False}
LABELS = {"kz-2016": "Kazakhstan 2016-2017", "kz-2023": "Kazakhstan 2023-2024"}


def key_figure(label: str) -> Callable[[str], int]:
    def told(chair: str) -> int:
        row = real("compared-key-figures").set_index("label").loc[label]
        return int(row["first_value"] if PAIR[chair] else row["second_value"])

    return told


def cell(name: str, column: str, **where: str) -> pd.Series:
    """The values of a column in the rows that hold the given values."""
    frame = real(name)
    for key, value in where.items():
        frame = frame[frame[key] == value]
    return frame[column]


def headline(figure: str) -> Callable[[str], int]:
    return lambda chair: int(cell("headline-figures", "value", figure=figure, chairmanship_id=chair).iloc[0])


def coverage(table: str) -> Callable[[str], int]:
    return lambda chair: int(cell("coverage-matrix", "n", table_name=table, chairmanship_id=chair).iloc[0])


def grown(series: str) -> Callable[[str], int]:
    return lambda chair: int(cell("compared-growth", "n", series=series, chairmanship_id=chair).max())


def facet(chair: str) -> int:
    return int(cell("compared-documents", "n", facet="Type", chairmanship_id=chair).sum())


def claimed(name: str) -> Callable[[str], int]:
    def told(chair: str) -> int:
        rows = real(name)
        counted = rows[(rows["subject_id"] == chair) & (rows["side"] == "counted") & rows["value"].notna()]["value"]
        if counted.empty:
            pytest.skip(f"nobody claimed a number for {chair}")
        return int(counted.iloc[0])

    return told


def listed(name: str) -> Callable[[str], int]:
    return lambda chair: len(real(name, chairmanships=(chair,)))


def fulfilled(chair: str) -> int:
    return len(real("priority-tracker", chairmanships=(chair,), outcomes=("adopted", "realised")))


def outcomes(chair: str) -> int:
    return int(cell("compared-outcomes", "n", chairmanship=LABELS[chair]).sum())


def by_year(chair: str) -> int:
    return int(real("documents-by-year", chairmanships=(chair,))["n"].sum())


def not_held(chair: str) -> int:
    return int(real("timeline", chairmanships=(chair,), lanes=("events",)).query("sort == 'announced'")["n"].sum())


FIGURES: list[tuple[str, str, Callable[[str], int]]] = [
    ("documents recorded", "coverage-matrix", coverage("documents")),
    ("documents recorded", "document-register", listed("document-register")),
    ("documents counted", "headline-figures", headline("Documents counted")),
    ("documents counted", "compared-key-figures", key_figure("Documents counted")),
    ("documents counted", "compared-documents", facet),
    ("documents counted", "reported-documents", claimed("reported-documents")),
    ("documents counted", "documents-by-year", by_year),
    ("documents counted and dated to the day", "compared-growth", grown("documents")),
    ("events recorded", "compared-key-figures", key_figure("Events recorded")),
    ("events recorded", "coverage-matrix", coverage("events")),
    ("events held", "headline-figures", headline("Events held")),
    ("events held", "reported-events", claimed("reported-events")),
    ("events held and dated to the day", "compared-growth", grown("events")),
    ("events announced", "timeline", not_held),
    ("meetings recorded", "compared-key-figures", key_figure("Meetings recorded")),
    ("meetings recorded", "coverage-matrix", coverage("meetings")),
    ("priorities stated", "headline-figures", headline("Priorities stated")),
    ("priorities stated", "compared-key-figures", key_figure("Priorities stated")),
    ("priorities stated", "coverage-matrix", coverage("priorities")),
    ("priorities stated", "priority-tracker", listed("priority-tracker")),
    ("priorities stated", "compared-outcomes", outcomes),
    ("priorities adopted or realised", "headline-figures", headline("Priorities adopted or realised")),
    ("priorities adopted or realised", "compared-key-figures", key_figure("Priorities adopted or realised")),
    ("priorities adopted or realised", "priority-tracker", fulfilled),
]


@pytest.mark.parametrize("chair", PAIR)
@pytest.mark.parametrize(("name", "figure", "told"), FIGURES, ids=[f"{name} in {figure}" for name, figure, _ in FIGURES])
def test_one_name_has_one_number(name: str, figure: str, told: Callable[[str], int], chair: str) -> None:
    assert told(chair) == of_chairmanships()[chair][name]


def test_the_counts_of_a_table_follow_from_each_other_in_words() -> None:
    counts = of_chairmanships()["kz-2023"]
    assert reconciled(["kz-2023"], "documents") == (
        f"{counts['documents recorded']} recorded, {counts['documents counted']} counted, {counts['documents counted and dated to the day']} dated to the day"
    )
    assert reconciled(["kz-2016", "no-such"], "events", "events held").startswith(f"{of_chairmanships()['kz-2016']['events recorded']} and 0 recorded")


# Claims are what others say of these counts.
@pytest.mark.parametrize("name", sorted(name for name, figure in CATALOGUE.items() if figure.noun != "claims"))
def test_a_figure_that_names_a_count_is_held_to_its_number(name: str) -> None:
    view = View.of(name, Filters())
    words = f"{view.figure.measure}. {view.title}. {view.alt}".lower()
    for thing in sorted(THINGS, key=len, reverse=True):
        noun, _, kind = thing.partition(" ")
        if thing in words or f"{kind} {noun}" in words:
            assert (thing, name) in {(held, figure) for held, figure, _ in FIGURES}, thing
        words = words.replace(thing, "")
