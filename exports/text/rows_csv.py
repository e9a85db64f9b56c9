"""CSV of the rows shown: RFC 4180, UTF-8 with a byte order mark so that Excel reads it as such."""

import codecs
from collections.abc import Iterable, Iterator

import pandas as pd

from exports.view import View


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with dates as ISO text and truth as true and false, as the tables of the dataset write them."""
    flat = frame.copy()
    for column in flat.columns:
        if pd.api.types.is_datetime64_any_dtype(flat[column]):
            flat[column] = flat[column].dt.strftime("%Y-%m-%d")
        elif pd.api.types.is_bool_dtype(flat[column]):
            flat[column] = flat[column].map({True: "true", False: "false"})
    return flat


def pieces(frames: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """The lines of frames with the same columns, some thousands at a time; the header row always present and once."""
    for place, frame in enumerate(frames):
        text = as_text(frame).to_csv(index=False, header=place == 0, lineterminator="\r\n").encode()
        yield codecs.BOM_UTF8 + text if place == 0 else text


def to_csv(view: View) -> bytes:
    """All columns and all rows of the figure's query."""
    return b"".join(pieces(view.chunks()))


def records_csv(view: View) -> bytes:
    """Every mark with every record behind it: the keys of the mark, table, id, title and day of the record."""
    return b"".join(pieces(view.links()))
