"""CSV of the rows shown: RFC 4180, UTF-8 with a byte order mark so that Excel reads it as such."""

import pandas as pd

from exports.view import View


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with dates as ISO text and lists of record ids joined by a space."""
    flat = frame.copy()
    for column in flat.columns:
        if pd.api.types.is_datetime64_any_dtype(flat[column]):
            flat[column] = flat[column].dt.strftime("%Y-%m-%d")
        elif len(flat) and isinstance(flat[column].iloc[0], list) or column == "record_ids":
            flat[column] = [" ".join(ids) for ids in flat[column]]
    return flat


def to_csv(view: View) -> bytes:
    """All columns of the figure's query, header row always present."""
    return as_text(view.frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
