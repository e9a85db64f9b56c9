"""Editable charts of slides and workbooks say the same as the drawn figure: both files are read back and laid beside Plotly's."""

import json
import random
import re
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import lxml.etree
import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Inches

import queries
from charts.catalogue import FIGURES
from charts.look import PRINT
from exports.cells import workbook
from exports.common.answer import obeyed
from exports.native.panels import DAYS_OF_YEAR, FIRST_DAY, MOST_YEARS, STEPS, Axis, day_number, years
from exports.native.reading import editable
from exports.slide import native_chart as on_slide
from exports.view import View
from exports.workbook import native_chart as on_sheet
from queries import Filters

pytestmark = pytest.mark.broad

EDITABLE = {
    "membership-growth",
    "compared-growth",
    "compared-outcomes",
    "outcomes-by-theme",
    "outcomes-by-chairmanship",
    "priorities-by-actor",
    "facts-by-sources",
    "facts-by-source-kind",
}
HATCHES = {"/": "wdUpDiag", "\\": "wdDnDiag"}
DASHES = {"solid": "solid", "dash": "dash", "dot": "sysDot"}
MARKS = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle-up": "triangle", "x": "x"}
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
N_FILTERS = 4


def choices(name: str) -> list[Filters]:
    """No filter, and some drawn by lot among those that the figure obeys; the same at every run."""
    lot, known = random.Random(name), queries.vocabulary().choices
    made = [Filters()]
    for _ in range(N_FILTERS):
        told: dict[str, Any] = {}
        if "year_from" in queries.QUERIES[FIGURES[name].query].parameters:
            told["years"] = tuple(sorted(lot.sample(range(2001, 2026), 2)))
        for field in obeyed(FIGURES[name].query):
            if field in ("themes", "chairmanships") and lot.random() < 0.6:
                told[field] = tuple(key for key, _ in lot.sample(list(known[field].items()), 3))
            if field in ("first", "second"):
                told[field] = lot.choice([key for key, _ in known["chairmanships"].items()])
        made.append(Filters(**told))
    return made


def views(name: str) -> list[View]:
    return [view for chosen in choices(name) if len((view := View.of(name, chosen)).frame)]


def bare(text: object) -> str:
    told = re.sub("<[^>]*>", "", str(text).replace("<br>", " ")).replace("\u00a0", " ")
    return re.sub(r"(\d)-(\d)", r"\1–\2", " ".join(told.split()))


def on_paper(colour: str) -> str:
    if colour.startswith("#"):
        return colour[1:].upper()
    *inks, strength = map(float, re.findall(r"[\d.]+", colour))
    return "".join(f"{round(strength * ink + (1 - strength) * 255):02X}" for ink in inks)


def path(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A line of steps as its corners: places on a straight stretch say nothing."""
    kept: list[tuple[float, float]] = []
    for at in places:
        if kept and at == kept[-1]:
            continue
        if len(kept) > 1 and any(kept[-2][side] == kept[-1][side] == at[side] for side in (0, 1)):
            kept.pop()
        kept.append(at)
    return kept


def held(xs: list, ys: list) -> list[tuple[float, float]]:
    """The corners of what Plotly draws for `hv`."""
    made: list[tuple[float, float]] = []
    for x, y in zip(xs, ys, strict=True):
        made += [(x, made[-1][1])] if made else []
        made.append((x, y))
    return path(made)


def axis_name(trace: dict, side: str) -> str:
    return f"{side}axis{trace.get(side + 'axis', side)[1:]}"


def title(axis: dict) -> str:
    return bare((axis.get("title") or {}).get("text") or "")


def number_of(value: Any) -> float:
    return day_number(pd.Timestamp(value).to_pydatetime()) if isinstance(value, str) else float(value)


class Read:
    """The series of a chart as both files tell them, by its XML: the same language in slide and workbook."""

    def __init__(self, node: Any) -> None:
        self.node = node
        self.series = node.findall(f".//{CHART}ser")

    @staticmethod
    def name(one: Any) -> str:
        return one.find(f"{CHART}tx//{CHART}v").text

    @staticmethod
    def values(one: Any, kind: str) -> list[float | None]:
        cache = one.find(f"{CHART}{kind}")
        found = {int(point.get("idx")): float(point.find(f"{CHART}v").text) for point in cache.iter(f"{CHART}pt")}
        return [found.get(place) for place in range(int(cache.find(f".//{CHART}ptCount").get("val")))]

    def categories(self) -> list[str]:
        return [point.find(f"{CHART}v").text for point in self.series[0].find(f"{CHART}cat").iter(f"{CHART}pt")]

    @staticmethod
    def unlabelled(one: Any) -> set[int]:
        gone = [label for label in one.iter(f"{CHART}dLbl") if label.find(f"{CHART}delete") is not None and label.find(f"{CHART}delete").get("val") == "1"]
        return {int(label.find(f"{CHART}idx").get("val")) for label in gone}

    def titles(self, tag: str) -> list[str]:
        """The words beside the axes of a kind, "" where there are none."""
        heads = [axis.find(f"{CHART}title") for axis in self.node.iter(f"{CHART}{tag}")]
        return ["".join(text.text for text in head.iter(f"{DRAWING}t")) if head is not None else "" for head in heads]

    def ends(self, tag: str) -> list[tuple[float, float]]:
        found = []
        for axis in self.node.iter(f"{CHART}{tag}"):
            scaling = axis.find(f"{CHART}scaling")
            found.append(tuple(float(scaling.find(f"{CHART}{end}").get("val")) for end in ("min", "max")))
        return found


def slide_charts(view: View) -> list[Read]:
    """The charts of a slide, written and read again."""
    deck = Presentation()
    made = editable(view)
    assert made is not None
    on_slide.add(deck.slides.add_slide(deck.slide_layouts[6]), made, (0, 0, Inches(12), Inches(5)), view.alt)
    target = BytesIO()
    deck.save(target)
    again = Presentation(BytesIO(target.getvalue()))
    return [Read(shape.chart._chartSpace) for shape in again.slides[0].shapes]  # type: ignore[attr-defined]


def sheet_charts(view: View) -> list[Read]:
    """The charts of a workbook, written and read again; values and names are those of the cells they point to."""
    target = BytesIO()
    made = editable(view)
    assert made is not None
    with workbook(target) as book:
        on_sheet.add(book, made, view.title, book.add_format(), book.add_format({"num_format": "yyyy-mm-dd"}))
    cells = openpyxl.load_workbook(BytesIO(target.getvalue()))["Chart"]
    with ZipFile(BytesIO(target.getvalue())) as parts:
        names = sorted(name for name in parts.namelist() if name.startswith("xl/charts/chart"))
        nodes = [lxml.etree.fromstring(parts.read(name)) for name in names]
    for node in nodes:
        for reference in [*node.iter(f"{CHART}numRef"), *node.iter(f"{CHART}strRef")]:
            _filled(reference, cells)
    return [Read(node) for node in nodes]


def _filled(reference: Any, cells: Any) -> None:
    """Puts the values of the cells where the file keeps those that it remembers."""
    area = reference.find(f"{CHART}f").text.split("!")[1].replace("$", "")
    found = cells[area]
    rows = [cell[0] for cell in found] if isinstance(found, tuple) else [found]
    for cache in reference.findall(f"{CHART}numCache") + reference.findall(f"{CHART}strCache"):
        reference.remove(cache)
    cache = lxml.etree.SubElement(reference, f"{CHART}numCache")
    lxml.etree.SubElement(cache, f"{CHART}ptCount", val=str(len(rows)))
    for place, cell in enumerate(rows):
        if cell.value is not None:
            point = lxml.etree.SubElement(cache, f"{CHART}pt", idx=str(place))
            value = (cell.value - FIRST_DAY).days if cell.is_date else cell.value
            lxml.etree.SubElement(point, f"{CHART}v").text = str(value)


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_is_editable_where_it_says_the_same_whatever_the_filters(name: str) -> None:
    assert {editable(view) is not None for view in views(name)} == {name in EDITABLE}


@pytest.mark.parametrize("read", [slide_charts, sheet_charts])
@pytest.mark.parametrize("name", sorted(EDITABLE))
def test_an_editable_chart_says_what_the_figure_says(name: str, read) -> None:
    for view in views(name):
        drawn = json.loads(view.plot(PRINT).to_json())
        pairs = list(dict.fromkeys((axis_name(trace, "x"), axis_name(trace, "y")) for trace in drawn["data"]))
        charts = read(view)
        assert len(charts) == len(pairs), view.sentence
        for (across, up), made in zip(pairs, charts, strict=True):
            traces = [trace for trace in drawn["data"] if axis_name(trace, "x") == across]
            check = check_bars if traces[0]["type"] == "bar" else check_steps
            check(traces, drawn["layout"], drawn["layout"][across], drawn["layout"][up], made)


def check_bars(traces: list[dict], layout: dict, sizes: dict, places: dict, made: Read) -> None:
    names = dict(zip(places.get("tickvals", ()), places.get("ticktext", ()), strict=True))
    order = list(dict.fromkeys(place for trace in traces for place in trace["y"]))
    order = places["categoryarray"][::-1] if "categoryarray" in places else sorted(order)
    order = [place for place in order if any(place in trace["y"] for trace in traces)]
    totals = {note["y"]: f" ({bare(note['text'])})" for note in layout["annotations"] if note.get("yref") != "paper"}
    assert made.categories() == [bare(names.get(place, place)) + totals.get(place, "") for place in order]
    drawn: dict[tuple, dict] = {}
    for trace in traces:
        pattern = trace["marker"].get("pattern", {})
        look = (bare(trace["name"]), on_paper(trace["marker"]["color"]), pattern.get("shape") or "", pattern.get("fgcolor", ""))
        for place, size in zip(trace["y"], trace["x"], strict=True):
            drawn.setdefault(look, {})[place] = drawn.get(look, {}).get(place, 0) + size
    shown = [Read.values(one, "val") for one in made.series]
    is_share = made.node.find(f".//{CHART}grouping").get("val") == "percentStacked"
    assert [Read.name(one) for one in made.series] == [look[0] for look in drawn]
    for one, values, (look, wanted) in zip(made.series, shown, drawn.items(), strict=True):
        sums = [sum(other[row] or 0 for other in shown) for row in range(len(order))]
        lengths = [value if value is None or not is_share else 100 * value / whole for value, whole in zip(values, sums, strict=True)]
        assert lengths == pytest.approx([wanted.get(place) for place in order]), look
        check_fill(one, *look[1:])
    for one, trace in zip(made.series, traces, strict=False):
        if len(made.series) == len(traces) and trace.get("text"):
            texts = dict(zip(trace["y"], trace["text"], strict=True))
            assert Read.unlabelled(one) == {row for row, place in enumerate(order) if texts.get(place, "") == ""}
    assert made.titles("valAx") == [title(sizes)] and made.titles("catAx") == [title(places)]
    assert [skip.get("val") for skip in made.node.iter(f"{CHART}tickLblSkip")] == ["1"], "every bar has its name"
    (axis,) = made.node.iter(f"{CHART}valAx")
    assert (axis.find(f"{CHART}majorGridlines") is not None) == (sizes.get("showgrid") is not False)
    assert axis.find(f"{CHART}spPr/{DRAWING}ln/{DRAWING}noFill") is not None and axis.find(f"{CHART}majorTickMark").get("val") == "none", "no line across the bars"
    (ends,) = made.ends("valAx")
    assert ends == ((0, 1) if is_share else tuple(sizes["range"])), "the axis ends where the drawn one does"


def check_fill(one: Any, colour: str, shape: str, stripes: str) -> None:
    fill = one.find(f"{CHART}spPr")
    pattern = fill.find(f"{DRAWING}pattFill")
    assert (pattern is not None) == bool(shape)
    if pattern is not None:
        assert pattern.get("prst") == HATCHES[shape] and pattern.find(f"{DRAWING}fgClr/{DRAWING}srgbClr").get("val").upper() == on_paper(stripes)
    node = fill.find(f"{DRAWING}solidFill/{DRAWING}srgbClr") if pattern is None else pattern.find(f"{DRAWING}bgClr/{DRAWING}srgbClr")
    assert node.get("val").upper() == colour


def check_steps(traces: list[dict], layout: dict, across: dict, up: dict, made: Read) -> None:
    assert len(made.series) == len(traces)
    for one, trace in zip(made.series, traces, strict=True):
        assert Read.name(one).startswith(bare(trace["name"]))
        xs, ys = Read.values(one, "xVal"), Read.values(one, "yVal")
        shown = path([(x, y) for x, y in zip(xs, ys, strict=True) if x is not None and y is not None])
        assert shown == held(list(map(number_of, trace["x"])), trace["y"])
        line = one.find(f"{CHART}spPr/{DRAWING}ln")
        assert line.find(f".//{DRAWING}srgbClr").get("val").upper() == on_paper(trace["line"]["color"])
        dash = line.find(f"{DRAWING}prstDash")
        assert (dash.get("val") if dash is not None else "solid") == DASHES[trace["line"]["dash"]]
        assert one.find(f"{CHART}marker/{CHART}symbol").get("val") == MARKS[trace["marker"]["symbol"]]
        bare_points = {int(point.find(f"{CHART}idx").get("val")) for point in one.findall(f"{CHART}dPt") if is_bare(point)}
        sizes = trace["marker"]["size"] if isinstance(trace["marker"]["size"], list) else [trace["marker"]["size"]] * len(trace["x"])
        points = float(one.find(f"{CHART}marker/{CHART}size").get("val"))
        assert not any(sizes) or points / max(sizes) == pytest.approx(float(line.get("w")) / 12_700 / trace["line"]["width"], rel=0.12), "marks and lines as large beside each other as drawn"
        wanted = {(number_of(x), y) for x, y, size in zip(trace["x"], trace["y"], sizes, strict=True) if size}
        assert {(x, y) for place, (x, y) in enumerate(zip(xs, ys, strict=True)) if x is not None and place not in bare_points} == wanted
    assert made.titles("valAx") == [title(across), title(up)]
    first, second = made.ends("valAx")
    low, high = map(number_of, across["range"])
    assert first[1] == pytest.approx(high) and low - 366 <= first[0] <= low
    assert second == pytest.approx(tuple(up["range"]))
    said = " ".join(text for node in made.node.iter(f"{DRAWING}t", f"{CHART}v") if (text := node.text))
    for note in layout["annotations"]:
        if note.get("xref", "x") == f"x{axis_name(traces[0], 'x')[5:]}" and note.get("yref") != "paper":
            assert bare(note["text"]).lstrip("╌━ ") in said


def is_bare(point: Any) -> bool:
    marker = point.find(f"{CHART}marker")
    symbol = marker.find(f"{CHART}symbol") if marker is not None else None
    return marker is not None and (symbol.get("val") == "none" if symbol is not None else marker.find(f"{CHART}spPr/{DRAWING}noFill") is not None)


def test_a_sheet_leaves_out_no_name_and_breaks_no_span_of_years() -> None:
    """LibreOffice leaves out every second name of an axis that tells no rotation, and breaks a line after any dash."""
    (bars,) = sheet_charts(View.of("facts-by-sources", Filters()))
    assert bars.node.find(f".//{CHART}catAx/{CHART}txPr/{DRAWING}bodyPr").get("rot") == "0"
    for name in ("compared-outcomes", "compared-growth"):
        for made in sheet_charts(view := View.of(name, Filters())):
            told = "".join(text.text for text in made.node.find(f"{CHART}chart/{CHART}title").iter(f"{DRAWING}t"))
            assert told.replace("\u2060", "").replace("\u00a0", " ").endswith(view.title) and not re.search(r"\d–\d", told)


def test_years_stand_under_their_marks() -> None:
    """Every mark of an axis of days is of the year that it names, and marks are as many years apart."""
    for view in views("membership-growth"):
        made = editable(view)
        assert made is not None
        first, last, step = years(made.panels[0].places)
        marks = [FIRST_DAY + timedelta(days=first + n * step) for n in range(int((last - first) / step) + 1)]
        named = [mark.year for mark in marks]
        assert all(mark.month == 1 and mark.day <= 3 for mark in marks) and 1 <= len(marks) <= 11
        assert {later - earlier for earlier, later in pairwise(named)} <= {round(step / 365.25)}


@pytest.mark.parametrize(("low", "first"), [((2001, 1, 1), 2000), ((2001, 1, 2), 2001), ((2001, 1, 3), 2001), ((2001, 12, 31), 2001)])
def test_an_axis_of_years_begins_on_or_before_its_first_day(low: tuple[int, int, int], first: int) -> None:
    assert years(Axis("", datetime(*low), datetime(2005, 1, 1)))[0] == (datetime(first, 1, 2) - FIRST_DAY).days


@pytest.mark.parametrize(("more", "step"), [(0, STEPS[0]), (1, STEPS[1])])
def test_marks_of_years_are_as_close_as_there_is_room(more: int, step: int) -> None:
    axis = Axis("", datetime(2001, 6, 15), datetime(2001 + MOST_YEARS * STEPS[0] + more, 1, 1))
    assert years(axis)[2] == step * DAYS_OF_YEAR


@pytest.mark.parametrize(("bars", "points"), [(16, 14), (17, 12)])
def test_letters_are_smaller_beside_more_than_sixteen_bars(bars: int, points: int) -> None:
    made = editable(View.of("priorities-by-actor", Filters()))
    assert made is not None
    panel = made.panels[0]
    many = replace(panel, categories=tuple(map(str, range(bars))), series=tuple(replace(one, values=(1.0,) * bars, labels=("",) * bars) for one in panel.series))
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    on_slide.add(slide, replace(made, panels=(many,)), (0, 0, Inches(9), Inches(5)), "")
    assert next(shape for shape in slide.shapes if shape.has_chart).chart.font.size.pt == points


@pytest.mark.parametrize(("name", "wanted"), [("a", 12), ("abcdefghijk", 13), ("a" * 40, 30)])
def test_a_column_has_room_for_a_date_and_for_the_name_of_its_line(name: str, wanted: int) -> None:
    made = editable(View.of("compared-growth", Filters()))
    assert made is not None
    panel = replace(made.panels[0], series=(replace(made.panels[0].series[0], name=name),))
    target = BytesIO()
    with workbook(target) as book:
        on_sheet.add(book, replace(made, panels=(panel,)), "A title", book.add_format(), book.add_format({"num_format": "yyyy-mm-dd"}))
    widths = {column.min: (int(column.width), column.max) for column in openpyxl.load_workbook(BytesIO(target.getvalue()))[on_sheet.NAME].column_dimensions.values()}
    assert widths == {1: (wanted, 2)}


@pytest.mark.parametrize(("low", "high"), [(5.0, 20.0), (0.0, 9.0), (-30.0, 0.0)])
def test_an_axis_of_places_ends_where_the_drawn_one_does(low: float, high: float, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("compared-growth", Filters())
    made = editable(view)
    assert made is not None
    moved = replace(made, panels=(replace(made.panels[0], places=replace(made.panels[0].places, low=low, high=high)),))
    monkeypatch.setattr(f"{__name__}.editable", lambda view: moved)
    for (read,) in (slide_charts(view), sheet_charts(view)):
        found = [[float(axis.find(f"{CHART}scaling/{CHART}{end}").get("val")) for end in ("min", "max")] for axis in read.node.iter(f"{CHART}valAx")]
        assert [low, high] in found


@pytest.mark.parametrize(("labels", "position", "is_bold"), [(("", "Members"), "right", True), (("Members", ""), "above", False)])
def test_a_name_at_the_end_of_a_line_stands_beside_it_in_bold(labels: tuple[str, ...], position: str, is_bold: bool) -> None:
    made = editable(View.of("compared-growth", Filters()))
    assert made is not None
    told = on_sheet._labels(replace(made.panels[0].series[0], labels=labels), made.panels[0])["data_labels"]
    assert (told["position"], told["font"]["bold"]) == (position, is_bold)
    assert told["custom"] == [{"value": label} if label else {"delete": True} for label in labels]
