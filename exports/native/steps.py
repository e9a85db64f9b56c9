"""Step lines of a drawn figure as editable charts, one a panel."""

from collections.abc import Mapping, Sequence
from typing import Any

from exports.native.drawn import Trace, axes, colour, day, each, need, plain, title
from exports.native.panels import Axis, Panel, Series

DASHES = {"solid", "dash", "dot"}
SYMBOLS = {"circle", "square", "diamond", "triangle-up", "x"}
POINTS = 0.9  # of a slide for a pixel of the drawing: a line of 2.5 pixels is one of 2.25 points
LEAST = 2  # points that a mark has to have, even where a line shows none
SIGNS = "╌━ "  # the dashes of a key: the legend of a chart draws its own


def read(traces: Sequence[Trace], layout: Mapping[str, Any]) -> tuple[Panel, ...]:
    """A chart for each pair of axes, from left to right. Raises Unlike where an editable chart cannot say the same."""
    pairs = list(dict.fromkeys(map(axes, traces)))
    notes = [note for note in layout.get("annotations") or () if not _names_a_band(note, layout)]
    panels = [_panel(pair, [trace for trace in traces if axes(trace) == pair], notes, layout) for pair in pairs]
    told = {id(note) for _, used in panels for note in used}
    need(len(told) == len(notes), "notes that an editable chart has no place for")
    return tuple(panel for panel, _ in panels)


def bands(layout: Mapping[str, Any]) -> list[str]:
    """Names of the shaded spans behind the lines, which an editable chart leaves out."""
    return [plain(note["text"]) for note in layout.get("annotations") or () if _names_a_band(note, layout)]


def _names_a_band(note: Mapping[str, Any], layout: Mapping[str, Any]) -> bool:
    shades = [shape for shape in layout.get("shapes") or () if shape.get("layer") == "below"]
    return note.get("yref") == "paper" and note.get("xref", "x") == "x" and any(str(shape["x0"]) <= str(note["x"]) <= str(shape["x1"]) for shape in shades)


def _panel(pair: tuple[str, str], traces: Sequence[Trace], notes: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> tuple[Panel, list]:
    across, up = (layout[name] for name in pair)
    need(across.get("range") is not None and up.get("range") is not None, "an axis without a range")
    is_dated = across.get("type") == "date"
    low, high = (day(end) if is_dated else float(end) for end in across["range"])
    own = [note for note in notes if f"{note.get('xref', 'x')[:1]}axis{note.get('xref', 'x')[1:]}" == pair[0] and note.get("yref", "y") != "paper"]
    heads = [note for note in notes if note.get("xref") == "paper" and note.get("yref") == "paper" and note["x"] == (across.get("domain") or (0, 1))[0]]
    need(len(heads) <= 1, "several titles over a panel")
    made = [_series(trace, own, is_dated) for trace in traces]
    used = [note for _, label in made for note in label]
    panel = Panel(
        "step",
        plain(heads[0]["text"]) if heads else "",
        (),
        tuple(one for one, _ in made),
        Axis(title(across), low, high),
        Axis(title(up), float(up["range"][0]), float(up["range"][1])),
    )
    return panel, [*heads, *used]


def _series(trace: Trace, notes: Sequence[Mapping[str, Any]], is_dated: bool) -> tuple[Series, list]:
    """One line, each value held until the next place, with the notes that name it."""
    line, marker = trace["line"], trace["marker"]
    need(line.get("dash", "solid") in DASHES and marker.get("symbol", "circle") in SYMBOLS, "a line of an unknown form")
    name = plain(trace["name"])
    named = [note for note in notes if name in plain(note["text"])]
    need(len(named) <= 1, "a line with several names")
    drawn = [day(x) if is_dated else float(x) for x in trace["x"]]
    texts = _labels(trace, named)
    told = name if any(texts) or not named else plain(named[0]["text"]).lstrip(SIGNS)
    x: list[Any] = []
    values: list[float] = []
    labels: list[str] = []
    marked: list[bool] = []
    sizes = each(marker.get("size"), len(drawn), 6)
    for at, value, text, size in zip(drawn, trace["y"], texts, sizes, strict=True):
        if values and values[-1] != float(value):
            x, values, labels, marked = [*x, at], [*values, values[-1]], [*labels, ""], [*marked, False]
        x, values, labels, marked = [*x, at], [*values, float(value)], [*labels, text], [*marked, size > 0]
    held = tuple(values), tuple(labels), tuple(x)
    form = {"dash": line.get("dash", "solid"), "symbol": marker.get("symbol", "circle"), "points": max(int(POINTS * max(sizes)), LEAST)}
    return Series(told, colour(line["color"]), *held, **form, marked=tuple(marked)), named


def _labels(trace: Trace, named: Sequence[Mapping[str, Any]]) -> list[str]:
    """The name at the place where the drawing has it; a name that stands elsewhere is one of the key."""
    places = list(zip(map(str, trace["x"]), map(float, trace["y"]), strict=True))
    labels = [""] * len(places)
    for note in named:
        at = (str(note["x"]), float(note["y"]))
        if at in places:
            labels[len(places) - 1 - places[::-1].index(at)] = plain(note["text"])
    return labels
