"""What a figure shows, for the tests of all pages: rows on the tiny and on the real dataset, and the drawing."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

import data
from charts.look import LIGHT, Look
from exports.view import View
from queries import QUERIES, Counted, Filters


def asked(database: data.Database, name: str, values: Mapping[str, object]) -> list[dict]:
    """The rows of a query; values it does not know are left out."""
    query = QUERIES[name]
    with database.cursor() as cursor:
        return cursor.execute(query.sql, {key: value for key, value in values.items() if key in query.parameters}).df().to_dict("records")


def real(name: str, **chosen: object) -> pd.DataFrame:
    """The rows of a figure on the real dataset."""
    return View.of(name, Filters(**chosen)).frame  # type: ignore[arg-type]


def drawn(name: str, look: Look = LIGHT, **chosen: object) -> dict:
    """The figure as the browser gets it."""
    return json.loads(View.of(name, Filters(**chosen)).plot(look).to_json())  # type: ignore[arg-type]


def holding(view: View, frame: pd.DataFrame) -> View:
    """A view of its own (the kept ones are shared) with other rows on screen and in files; behind them stand no records."""
    made = replace(view)
    nothing = pd.DataFrame(columns=list(dict.fromkeys((*view.keys, "record_table", "record_id"))))
    made.__dict__.update(frame=frame, counted=Counted(0, len(frame)), chunks=lambda: iter([frame]), links=lambda: iter([nothing]))
    return made
