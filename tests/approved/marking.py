"""A mark of what was made: short, and the same on every machine."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd

OFFICE = ("ppt/slides/slide", "ppt/notesSlides/notes", "ppt/charts/chart", "xl/worksheets/sheet", "xl/drawings/drawing", "xl/charts/chart", "xl/sharedStrings", "xl/workbook", "xl/styles")
EMBEDDED = "ppt/embeddings/"
DECIMALS = 3


def parts_of(parts: dict[str, Any]) -> str:
    return " ".join(f"{name}={_mark(value)}" for name, value in sorted(parts.items()))


def _mark(value: Any) -> str:
    return hashlib.sha256(json.dumps(_rounded(value), sort_keys=True, default=str).encode()).hexdigest()[:4]


def _rounded(value: Any) -> Any:
    """Numbers without what machines may differ in."""
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if not pd.isna(value) else None
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list | tuple) else value


def sections(figure: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Traces, shapes and words by the keys of all of them, and the rest of the layout."""
    layout = {key: value for key, value in figure["layout"].items() if key != "template"}
    for name, several in (("traces", figure["data"]), ("shapes", layout.pop("shapes", [])), ("words", layout.pop("annotations", []))):
        gathered: dict[str, list[Any]] = defaultdict(list)
        for one in several:
            for path, value in _flat(one):
                gathered[path].append(value)
        yield name, gathered
    yield "layout", dict(_flat(layout))


def _flat(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{before}{key}.")
        else:
            yield f"{before}{key}", inner


def office(made: bytes) -> dict[str, Any]:
    """What this project writes into a file of an office program: slides, notes, sheets and charts with their workbooks, and no parts that a library adds."""
    with ZipFile(BytesIO(made)) as archive:
        held = {Path(name).stem: archive.read(name).decode() for name in archive.namelist() if name.startswith(OFFICE)}
        return held | {Path(name).stem: office(archive.read(name)) for name in archive.namelist() if name.startswith(EMBEDDED)}
