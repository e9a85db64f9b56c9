"""The one table that `make bench` prints."""
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement: what, our value, the bare page's (or ""), their ratio (or None) and the limit it should keep."""

    what: str
    ours: str
    bare: str = ""
    ratio: float | None = None
    limit: str = ""
    kept: bool | None = None


def compared(what: str, ours: float, bare: float, unit: str, limit: float) -> Row:
    """A row whose limit is a ratio to the bare page measured in the same run."""
    return related(what, ours, bare, unit, limit, "bare")


def related(what: str, ours: float, other: float, unit: str, limit: float, name: str) -> Row:
    """A row whose limit is a ratio to something else measured in the same run, which the limit names."""
    ratio = ours / other
    return Row(what, f"{ours:,.2f} {unit}", f"{other:,.2f} {unit}", ratio, f"≤ {limit} × {name}", ratio <= limit)


def beside(what: str, ours: float, other: float, unit: str) -> Row:
    """A row that sets our value beside another one of the same run, without a limit."""
    return Row(what, f"{ours:,.2f} {unit}", f"{other:,.2f} {unit}", ours / other)


def limited(what: str, ours: float, unit: str, limit: float, bare: str = "") -> Row:
    """A row whose limit is a value of its own."""
    return Row(what, f"{ours:,.2f} {unit}", bare, None, f"≤ {limit:g} {unit}", ours <= limit)


def text(rows: Sequence[Row]) -> str:
    """The rows as aligned text, with a heading."""
    cells = [("what", "dashboard", "bare page", "ratio", "limit", "kept")]
    marks = {True: "yes", False: "no", None: ""}
    cells += [(row.what, row.ours, row.bare, f"{row.ratio:.2f}" if row.ratio is not None else "", row.limit, marks[row.kept]) for row in rows]
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(line, widths, strict=True))) for line in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
