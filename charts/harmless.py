"""Text of the data as text for Plotly, which reads markup in every label, hover and title: the one place where it is made harmless."""

from html import escape
from typing import Any

import pandas as pd


def harmless(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with every `<`, `>` and `&` in their texts as Plotly writes them out unread; the frame itself where there are none."""
    changed = {name: made for name in frame.columns if (made := _column(frame[name])) is not None}
    return frame.assign(**changed) if changed else frame


def _column(values: pd.Series) -> pd.Series | None:
    """The column without markup, None where it has none."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        names = {name: made for name in values.cat.categories if (made := _text(name)) != name}
        return values.cat.rename_categories(names) if names else None
    if not (pd.api.types.is_object_dtype(values.dtype) or pd.api.types.is_string_dtype(values.dtype)):
        return None
    told = values.tolist()
    made = [_text(value) for value in told]
    return pd.Series(made, index=values.index, dtype=values.dtype) if any(new is not old for new, old in zip(made, told, strict=True)) else None


def _text(value: Any) -> Any:
    """A text, or a list of texts, without markup; anything else, and what has no markup, as it is."""
    if isinstance(value, str):
        return escape(value, quote=False) if any(sign in value for sign in "<>&") else value
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        made = [_text(one) for one in value]
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return value
