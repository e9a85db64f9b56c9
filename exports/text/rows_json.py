"""JSON of the rows shown, with what a program must know about them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

import data
from exports import citation
from exports.cells import unknown
from exports.view import View


def to_json(view: View) -> bytes:
    """An object: title, measure, filters in words, n, release, licence, citation, columns (name -> heading) and rows (one object each)."""
    return b"".join(pieces(view))


def pieces(view: View) -> Iterator[bytes]:
    """The same, some thousands of rows at a time."""
    told = {
        "figure": view.figure.name,
        "title": view.title,
        "measure": view.figure.measure,
        "filters": view.sentence,
        "n": view.n,
        "release": view.release,
        "licence": data.about().licence,
        "cite": citation.words(citation.of_view(view)),
        "columns": dict(view.figure.columns),
    }
    return _listed(told, view.chunks())


def record_pieces(view: View) -> Iterator[bytes]:
    """An object: figure, filters in words, n, release, the names of the keys of a mark, and one row for each mark and record behind it."""
    told = {"figure": view.figure.name, "filters": view.sentence, "n": view.n, "release": view.release, "keys": list(view.keys)}
    return _listed(told, view.links())


def _listed(told: dict[str, Any], frames: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    yield (json.dumps(told, ensure_ascii=False, allow_nan=False)[:-1] + ', "rows": [').encode()
    comma = ""
    for frame in frames:
        if len(frame):
            yield (comma + json.dumps(rows(frame), ensure_ascii=False, allow_nan=False)[1:-1]).encode()
            comma = ", "
    yield b"]}"


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as plain values: dates as ISO text, lists as lists, what is not known as null."""
    columns = [[_plain(value) for value in frame[name].astype(object)] for name in frame.columns]
    return [dict(zip(frame.columns, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if unknown(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return value.tolist() if hasattr(value, "tolist") else value
