"""Small pieces of a drawn figure: the words of a note, colours without veil, axes that belong together."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import unescape
from typing import Any

import pandas as pd

from charts.look import PRINT
from queries.filters import with_dashes

Trace = Mapping[str, Any]


class Unlike(Exception):
    """An editable chart would not say the same as the drawn figure."""


def need(holds: object, why: str) -> None:
    """Raises Unlike with the reason unless something holds."""
    if not holds:
        raise Unlike(why)


def plain(text: object) -> str:
    """A label as text: without tags, on one line, with dashes between years."""
    bare = unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br ?/?>", " ", str(text))))
    return with_dashes(" ".join(bare.replace("\u00a0", " ").split()))


def colour(told: str) -> str:
    """A colour as "#rrggbb", a veiled one as it looks on the paper. Raises Unlike for others."""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", told):
        return told.lower()
    parts = re.fullmatch(r"rgba\((\d+), (\d+), (\d+), ([\d.]+)\)", told)
    need(parts, f"colour {told}")
    assert parts is not None
    strength, grounds = float(parts[4]), (int(PRINT.paper[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(strength * int(ink) + (1 - strength) * ground):02x}" for ink, ground in zip(parts.groups()[:3], grounds, strict=True))


def axes(trace: Trace) -> tuple[str, str]:
    """Names of the two axes of a trace in the layout: ("xaxis", "yaxis2")."""
    return tuple(f"{side}axis{str(trace.get(f'{side}axis') or side)[1:]}" for side in "xy")  # type: ignore[return-value]


def title(axis: Mapping[str, Any]) -> str:
    """The title of an axis, "" without one."""
    told = axis.get("title") or ""
    return plain(told.get("text") or "" if isinstance(told, Mapping) else told)


def day(value: Any) -> datetime:
    """A place on an axis of dates."""
    return pd.Timestamp(value).to_pydatetime()


def each(value: Any, n: int, instead: Any = None) -> Sequence[Any]:
    """A property of marks as one value a mark."""
    if isinstance(value, str | int | float) or value is None:
        return [instead if value is None else value] * n
    return list(value)
