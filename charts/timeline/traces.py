"""The marks of a lane as Plotly traces: points, spans, and unseen marks around thin spans."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.bars import bars, fill, hatch, inside
from charts.look import Look
from charts.points import marker, points
from charts.timeline.marks import UNIT, Mark
from charts.timeline.phrases import LANES, hover
from charts.timeline.slider import iso

Words = tuple[list[str], list[str]]
# For each lane and sort: marker, whether it is filled, the sign in the key, the words.
SORTS: dict[str, dict[str, tuple[str, bool, str, str]]] = {
    "meetings": {
        "summit": ("diamond", True, "◆", "summits"),
        "government": ("square", True, "■", "governments"),
        "other": ("circle", True, "●", "others"),
        "announced": ("circle", False, "○", "announced"),
    },
    "documents": {"treaty": ("square", True, "■", "treaties"), "political": ("circle", False, "○", "political texts")},
    "events": {"held": ("circle", True, "●", "held"), "announced": ("circle", False, "○", "announced")},
    "membership_steps": {"effective": ("diamond", True, "◆", "status counts from here"), "path": ("diamond", False, "◇", "step on the path")},
    "priorities": {"aim": ("circle", True, "●", "goal, partnership, reform"), "proposal": ("square", False, "□", "proposal or plan")},
}
BROAD = {"diamond": 1.3}  # how much broader than its size Plotly draws a symbol
DAY_MS = 86_400_000
EASY = 12  # pixels; a narrower span gets an unseen mark around it, so that it can be hit


def sorts(frame: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Lane -> the sorts that occur on it, in the order of the key -> their words: of meetings who meets there, as the dataset says it. Frame as of `timeline/axis.sql`."""
    told = {(lane, sort): words for lane, sort, words in zip(frame["lane"], frame["sort"], frame["level_words"], strict=True)}
    return {lane: {sort: told[lane, sort] or form[3] for sort, form in forms.items() if (lane, sort) in told} for lane, forms in SORTS.items()}


def lane_traces(lane: str, marks: list[Mark], foot: int, said: Words, words: Mapping[str, str], look: Look) -> list[dict[str, Any]]:
    """Traces of the marks of a lane that stand on `foot`; said: title and kind of every row; words: of each sort."""
    spans = [mark for mark in marks if mark.spans]
    made = [_spans(lane, spans, foot, said, look)] if spans else []
    if thin := [mark for mark in spans if mark.width < EASY]:
        made.append(_around(lane, thin, foot, said))
    for sort in SORTS[lane]:
        points = [mark for mark in marks if mark.sort == sort and not mark.spans]
        if points:
            made.append(_points(lane, sort, points, foot, said, f"{LANES[lane]}: {words[sort]}", look))
    return made


def _points(lane: str, sort: str, marks: list[Mark], foot: int, said: Words, name: str, look: Look) -> dict[str, Any]:
    symbol, filled, *_ = SORTS[lane][sort]
    form = marker(
        symbol,
        [round(mark.width / BROAD.get(symbol, 1.0), 1) for mark in marks],
        look.accent if filled else look.paper,
        look.paper if filled else look.accent,
        0.5 if filled else 1.5,
        opacity=1,
    )
    count = {"mode": "markers+text", "text": _counts(marks), "textposition": "middle center"}
    font = {"size": look.size("count"), "color": look.on(look.accent) if filled else look.ink}
    return points(*_places(marks, foot), *_cards(lane, marks, said), form, name=name, textfont=font, **count)


def _spans(lane: str, marks: list[Mark], foot: int, said: Words, look: Look) -> dict[str, Any]:
    solid = [mark.exact and SORTS[lane].get(mark.sort, ("", True))[1] for mark in marks]
    stripes = {"shape": ["" if mark.exact else "/" for mark in marks], "fgcolor": look.accent, "fgopacity": 0.35, "size": 5, "solidity": 0.25}
    form = fill([look.accent if full else look.paper for full in solid], look.accent, hatch=hatch(look, **stripes))
    count = inside(look, _counts(marks), look.ink, "count") | {"textposition": ["inside" if mark.width >= 18 else "outside" for mark in marks]}
    return bars(
        [(mark.last - mark.first + 1) * DAY_MS for mark in marks],
        _places(marks, foot)[1],
        *_cards(lane, marks, said),
        form,
        base=[iso(mark.first) for mark in marks],
        width=[round(mark.height / UNIT, 2) for mark in marks],
        name=f"{LANES[lane]}: spans",
        cliponaxis=True,
        **count,
    )


def _around(lane: str, marks: list[Mark], foot: int, said: Words) -> dict[str, Any]:
    return points(*_places(marks, foot), *_cards(lane, marks, said), {"size": EASY, "opacity": 0}, name=f"{LANES[lane]}: around spans")


def _counts(marks: list[Mark]) -> list[str]:
    return [str(mark.n) if mark.n > 1 else "" for mark in marks]


def _places(marks: list[Mark], foot: int) -> tuple[list[str], list[float]]:
    """The middle of each mark, across and up."""
    return [iso(round(mark.middle)) for mark in marks], [round(foot + mark.foot + (mark.height + 2) / 2 / UNIT, 2) for mark in marks]


def _cards(lane: str, marks: list[Mark], said: Words) -> tuple[list[list[int]], list[str]]:
    """The rows behind each mark, and what is said of it."""
    return [mark.rows for mark in marks], [hover(lane, mark, *said) for mark in marks]
