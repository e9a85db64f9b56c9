"""What each column of a view's rows is: its heading, its unit or type, and what it means."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

import data
from data.catalogue import read_catalogue
from exports.view import View

FILE = Path(__file__).parent / "columns.toml"


def explained(view: View) -> list[tuple[str, str]]:
    """Pairs of a column and its words: "Documents (documents). How many …", in the order of the rows."""
    return [(name, _words(view, str(name))) for name in view.frame.columns]


def _words(view: View, name: str) -> str:
    heading, unit = view.figure.columns.get(name, ""), _unit(view, name)
    head = f"{heading} ({unit})" if heading else unit.capitalize()
    return f"{head}. {meaning(name)}"


def meaning(name: str) -> str:
    """What a column means, by the list of this folder, else by the codebook. Raises KeyError where neither knows it."""
    return listed()["meanings"].get(name) or _codebook()[name]


def _unit(view: View, name: str) -> str:
    """The unit of a number, else the type of the cells."""
    cells = view.frame[name]
    if told := listed()["units"].get(name):
        return told
    if pd.api.types.is_bool_dtype(cells):
        return "true or false"
    if pd.api.types.is_datetime64_any_dtype(cells):
        return "date"
    return "number" if pd.api.types.is_numeric_dtype(cells) else "text"


@cache
def listed() -> Mapping[str, Mapping[str, str]]:
    """The lists of this folder: `meanings` and `units` by column."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def _codebook() -> Mapping[str, str]:
    """Column -> its words in the codebook, for columns that mean the same in every table."""
    with data.newest().cursor() as cursor:
        columns = [column for table in read_catalogue(cursor).values() for column in table]
    words = {column.name: {other.comment for other in columns if other.name == column.name} for column in columns}
    return {name: found.pop() for name, found in words.items() if len(found) == 1}
