"""Tables of all figures: a chosen row is kept by what it is, never by its place; days are sorted as days."""

import re
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from charts.catalogue import FIGURES
from exports.view import View
from queries import Filters
from tests.conftest import ROOT
from ui import choice

pytestmark = pytest.mark.broad

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
WRITTEN = re.compile(rf"(\d{{1,2}} )?({MONTHS})[a-z]* \d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}")  # a day or month in words, which stands in the order of its letters
NARROWER = (Filters(themes=("economy",)), Filters(first="cn-2017"), Filters(years=(2016, 2020)), Filters(chairmanships=("kz-2023",)))


class Tables:
    """Streamlit's tables as far as a choice needs them: each remembers its row under its key."""

    def __init__(self) -> None:
        self.session_state: dict[str, Any] = {}
        self.rows: dict[str, list[int]] = {}
        self.key = ""

    def dataframe(self, frame: pd.DataFrame, key: str, selection_default: dict, **_: Any) -> SimpleNamespace:
        self.key = key
        self.session_state[key] = True
        return SimpleNamespace(selection=SimpleNamespace(rows=self.rows.setdefault(key, selection_default["selection"]["rows"])))


@pytest.mark.parametrize("name", FIGURES)
def test_a_chosen_row_is_the_same_under_other_filters_or_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = View.of(name, Filters())
    for view in (view for chosen in NARROWER if (view := View.of(name, chosen)) is not whole and len(view.frame)):
        ids, fewer = whole.ids(whole.frame), view.ids(view.frame)
        assert len(set(ids)) == len(ids) and len(set(fewer)) == len(fewer)
        for place in {0, min(3, len(ids) - 1), len(ids) - 1}:
            monkeypatch.setattr(choice, "st", tables := Tables())
            assert choice.chosen(whole.table(), ids, "table") is None
            tables.rows[tables.key] = [place]
            assert choice.chosen(whole.table(), ids, "table") == place
            kept = choice.chosen(view.table(), fewer, "table")
            assert (fewer[kept] if kept is not None else None) == (ids[place] if ids[place] in fewer else None), view.sentence


def test_rows_are_chosen_in_no_other_way() -> None:
    found = [path for path in (ROOT / "ui").rglob("*.py") if "st.dataframe(" in path.read_text(encoding="utf-8")]
    assert found == [ROOT / "ui" / "choice.py"]


@pytest.mark.parametrize("name", FIGURES)
def test_days_of_a_table_are_sorted_as_days(name: str) -> None:
    view = View.of(name, Filters())
    for column, heading in view.figure.columns.items():
        cells = view.table()[heading].dropna()
        if len(cells) and not pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_datetime64_any_dtype(cells):
            written = [cell for cell in cells.astype(str) if WRITTEN.fullmatch(cell)]
            assert len(written) < len(cells) / 2, f"{column}: {written[:3]}"
