"""The page that compares two chairmanships: titles that are true of what is drawn, colours, what is missing."""

import dataclasses
import json
import re
from itertools import pairwise

import pandas as pd
import pytest

from charts.compare.flow import OPEN, _line
from charts.form import SLIDE, SQUARE
from charts.look import LIGHT
from exports.view import View
from queries import Filters
from tests.shown import holding
from tests.test_pages import fail_words, visit

pytestmark = pytest.mark.broad


def view(name: str, **chosen: object) -> View:
    return View.of(name, Filters(**chosen))  # type: ignore[arg-type]


def layout(name: str, **chosen: object) -> dict:
    return json.loads(view(name, **chosen).plot(LIGHT).to_json())["layout"]


def priorities() -> pd.DataFrame:
    return view("priority-tracker").frame


def test_the_title_of_themes_speaks_of_what_is_drawn() -> None:
    every = priorities()
    counts = every.groupby(["chairmanship", "theme"]).size().unstack(0, fill_value=0)[["Kazakhstan 2016-2017", "Kazakhstan 2023-2024"]]
    change = (counts.iloc[:, 1] - counts.iloc[:, 0]).abs()
    numbers = counts.loc[change.idxmax()].tolist()
    assert view("compared-themes").title == (
        f"Numbers of priorities differ most in {change.idxmax()}: {numbers[0]} in Kazakhstan 2016–2017, {numbers[1]} in Kazakhstan 2023–2024"
    )
    shares = 100 * counts / counts.sum()
    theme = (shares.iloc[:, 1] - shares.iloc[:, 0]).abs().idxmax()
    words = [f"{n} of {n_all} ({int(100 * n / n_all + 0.5)} %)" for n, n_all in zip(counts.loc[theme], counts.sum(), strict=True)]
    told = [f"{one} in Kazakhstan {years}" for one, years in zip(words, ("2016–2017", "2023–2024"), strict=True)]
    assert view("compared-themes", measure="share").title == f"Shares of priorities differ most in {theme}: {told[0]}, {told[1]}"
    turned = view("compared-themes", measure="share", first="kz-2023", second="kz-2016")
    assert turned.title == f"Shares of priorities differ most in {theme}: {told[1]}, {told[0]}", "no change is told from a later term to an earlier one"


@pytest.mark.parametrize("chosen", [{"themes": ("membership",)}, {"first": "cn-2001"}, {"second": "kz-2016"}])
def test_themes_have_no_title_of_change_where_there_is_none(chosen: dict) -> None:
    assert view("compared-themes", **chosen).title == "Priorities by theme"


def test_equal_numbers_show_both_marks() -> None:
    traces = json.loads(view("compared-themes").plot(LIGHT).to_json())["data"][-2:]
    sizes = [dict(zip(trace["y"], trace["marker"]["size"], strict=True))["Transport"] for trace in traces]
    texts = [dict(zip(trace["y"], trace["text"], strict=True))["Transport"] for trace in traces]
    assert sizes[0] > sizes[1] and texts == ["", "\u20094 each"]


@pytest.mark.parametrize(("chosen", "colours"), [({}, ["first", "second"]), ({"first": "kz-2023", "second": "kz-2016"}, ["second", "first"])])
def test_the_flow_keeps_the_colours_of_first_and_second(chosen: dict, colours: list[str]) -> None:
    heads = [note for note in layout("compared-flow", **chosen)["annotations"] if "priorities" in note["text"]]
    assert [note["font"]["color"] for note in heads] == [getattr(LIGHT, colour) for colour in colours]
    assert "2016" in heads[0]["text"], "time still runs from left to right"


def test_the_fullest_month_names_its_chairmanship_and_its_total() -> None:
    shown = view("compared-calendar", second="cn-2017")
    n, total = shown.frame.groupby("chairmanship")["n"].max(), shown.frame.groupby("chairmanship")["n"].sum()
    told = re.findall(r"in ([^(,]+) \((\d+) of (\d+)\)", shown.title)
    assert [(int(most), int(whole)) for _, most, whole in told] == [(n[chair.replace("–", "-")], total[chair.replace("–", "-")]) for chair, _, _ in told]
    assert len(told) == 2 and shown.title.startswith("Months with most dated events: June 2017 in Kazakhstan 2016–2017")


def test_key_figures_lead_to_what_they_count() -> None:
    figures = view("compared-key-figures")
    for row in figures.frame.itertuples():
        expected = 2 if row.label == "Days in the chair" else row.first_value + row.second_value
        assert figures.records({"label": row.label}).total == expected, row.label


def test_what_was_not_collected_is_no_number() -> None:
    rows = view("compared-key-figures", first="cn-2001", second="kg-2025").frame.set_index("label")
    assert rows.loc["Events recorded", ["first_value", "difference"]].isna().all()
    texts = [note["text"] for note in layout("compared-key-figures", first="cn-2001", second="kg-2025")["annotations"]]
    missing = rows[["first_value", "second_value"]].isna().sum(axis=1).groupby(rows["missing"]).sum()
    assert missing["not collected"] and missing["not coded"]
    assert {words: texts.count(words) for words in missing.index} == missing.to_dict()


def test_a_term_that_has_not_closed_has_no_days_yet() -> None:
    rows = view("compared-key-figures", first="kg-2025", second="pk-2026").frame.set_index("label")
    assert rows.loc["Days in the chair", "missing"] == "still open" and rows.loc["Days in the chair", "first_value"] > 300
    assert rows["difference"].isna().all() and rows.loc["Documents counted", ["first_value", "second_value"]].notna().all(), "a part of a term is not set against a whole one"
    texts = [note["text"] for note in layout("compared-key-figures", first="kg-2025", second="pk-2026")["annotations"]]
    assert "still open" in texts and "not known" not in texts


def test_a_second_chairmanship_that_was_not_chosen_is_left_open() -> None:
    texts = [note["text"] for note in layout("compared-key-figures", second="kz-2016")["annotations"]]
    assert not {"not coded", "not known", "not collected"} & set(texts)


def test_values_left_out_of_the_chart_are_told() -> None:
    assert any("8 of " in note["text"] and "most frequent" in note["text"] for note in layout("compared-documents")["annotations"])


def test_the_page_says_that_the_terms_are_shown_whole() -> None:
    at = visit("compare", years=["2019", "2021"])
    assert not fail_words(at)
    assert any("narrowed by: Years" in caption.value for caption in at.caption)
    assert not any("shown whole" in caption.value for caption in visit("compare").caption)


@pytest.mark.parametrize("first", ["in-2022", "cn-2024", "cn-2017"])
def test_lists_of_different_depth_are_not_compared_by_number(first: str) -> None:
    shown = view("compared-themes", first=first, second="kz-2023")
    assert set(shown.frame["measure"]) == {"share"} and "in number" not in shown.title
    assert view("compared-themes", first=first, second="kz-2023", measure="count").title == "Priorities by theme"
    rows = view("compared-key-figures", first=first, second="kz-2023").frame.set_index("label")
    assert rows.loc[["Priorities stated", "Priorities adopted or realised"], "difference"].isna().all()
    assert rows.loc["Documents counted", "difference"] == rows.loc["Documents counted", "second_value"] - rows.loc["Documents counted", "first_value"]


def test_lists_of_one_depth_are_compared_by_number() -> None:
    assert set(view("compared-themes").frame["measure"]) == {"count"}


@pytest.mark.parametrize(("first", "told"), [("India 2022-2023", True), ("Kazakhstan 2016-2017", False), ("Pakistan 2026-2027", False)])
def test_the_page_says_why_shares_are_shown(first: str, told: bool) -> None:
    at = visit("compare", first=[first], second=["Kazakhstan 2023-2024"])
    assert not fail_words(at)
    lines = [caption.value for caption in at.caption if "differ in depth" in caption.value]
    assert len(lines) == told and all("is partial" in line and "is full" in line for line in lines)


@pytest.mark.parametrize(("first", "parts"), [("Russia 2001-2002", ["priorities", "events"]), ("Pakistan 2026-2027", ["priorities"]), ("India 2022-2023", [])])
def test_the_page_says_what_the_dataset_does_not_hold_of_a_chairmanship(first: str, parts: list[str]) -> None:
    at = visit("compare", first=[first], second=["Kazakhstan 2023-2024"])
    told = [words.value.replace("\u2060", "") for words in at.info if "does not mean that there were none" in words.value]
    assert len(told) == len(parts)
    assert all(words.startswith(f"The dataset holds no {part} of {first.replace('-', '–')}.") for words, part in zip(told, parts, strict=True)), told


def test_on_a_phone_a_theme_is_named_above_both_of_its_bars() -> None:
    frame = View.of("compared-theme-outcomes", Filters()).frame
    layout = View.of("compared-theme-outcomes", Filters()).plot(dataclasses.replace(LIGHT, narrow=True)).to_dict()["layout"]
    top_down = sorted((note for note in layout["annotations"] if note.get("yref") != "paper"), key=lambda note: note["y"])
    themes = {f"<b>{theme}</b>" for theme in frame["theme"]}
    names = [(place, note["text"]) for place, note in enumerate(top_down) if note["text"] in themes]
    assert [text for _, text in names] == [f"<b>{theme}</b>" for theme in dict.fromkeys(frame["theme"])]
    assert [place for place, _ in names] == [3 * k for k in range(len(names))], "after each name its two chairmanships"
    assert layout["yaxis"]["range"][0] > layout["yaxis"]["range"][1], "what has the smaller place stands higher"


def test_one_digit_stands_in_a_part_too_short_for_two() -> None:
    shown = view("compared-theme-outcomes")
    rows = shown.frame[(shown.frame["n"] < 10) & (shown.frame["share"] > 6)]
    told = {row: text for trace in json.loads(shown.plot(LIGHT).to_json())["data"] for row, text in zip(trace["customdata"], trace["text"], strict=True)}
    assert rows["share"].min() < 8, "there is a part that two digits would not fit"
    assert [told[row] for row in rows.index] == [str(n) for n in rows["n"]]


def test_each_facet_says_how_many_values_it_has() -> None:
    every = view("compared-documents").frame.groupby("facet")["value"].nunique()
    heads = [note["text"] for note in layout("compared-documents")["annotations"] if note["text"].startswith("<b>") and "most frequent" in note["text"]]
    assert heads and dict(re.findall(r"<b>([^<]+)</b>.*? of (\d+), the most", "\n".join(heads))) == {facet: str(n) for facet, n in every.items() if n > 8}


def test_totals_grow_from_nothing_on_the_first_day_to_the_end_of_the_term() -> None:
    frame = view("compared-growth").frame
    axes = layout("compared-growth")
    tops = frame.groupby("series")["n"].max()
    assert all(1 < axes[name]["range"][1] / tops[series] < 1.3 for name, series in (("yaxis", "documents"), ("yaxis2", "events")))
    for trace in json.loads(view("compared-growth").plot(LIGHT).to_json())["data"]:
        rows = frame.loc[[row for row in trace["customdata"] if row is not None]]
        assert (trace["x"][0], trace["y"][0]) == (0, 0)
        sizes = trace["marker"]["size"]
        assert len(sizes) == len(rows) + 2 and sizes[0] == sizes[-1] == 0 < min(sizes[1:-1]), "both ends have no mark"
        assert (trace["x"][-1], trace["y"][-1]) == (rows["days"].iloc[0], rows["n"].iloc[-1])


def test_the_heads_of_the_key_figures_stand_over_their_numbers() -> None:
    notes = layout("compared-key-figures")["annotations"]
    heads, first = [note["x"] for note in notes if note["y"] < 0], [note["x"] for note in notes if note["y"] == 1]
    assert len(heads) == len(set(heads)) == 3 and heads == first[1:], "none over the names of the figures"
    assert first[0] == 0 and heads == sorted(heads) and heads[-1] == 1, "from edge to edge"


def test_nothing_left_open_is_told_as_nothing() -> None:
    flow = view("compared-flow")
    shown = holding(flow, flow.frame[flow.frame["flow"] != OPEN])
    assert shown.title.startswith("0 of ") and "neither fulfilled nor taken up" in shown.title


@pytest.mark.parametrize("is_narrow", [False, True], ids=["page", "phone"])
def test_months_of_a_term_go_line_by_line(is_narrow: bool) -> None:
    shown = view("compared-calendar")
    made = json.loads(shown.plot(dataclasses.replace(LIGHT, narrow=is_narrow)).to_json())
    (trace,) = made["data"]
    per_line = 7 if is_narrow else int(shown.frame["month_of_term"].max())
    assert made["layout"]["xaxis"]["range"] == [-0.5, per_line - 0.5], "no empty column"
    for _, rows in shown.frame.groupby("chairmanship", sort=False):
        named = [note["text"] for row in rows.index for note in made["layout"]["annotations"] if (note["x"], note["y"]) == (trace["x"][row], trace["y"][row])]
        begun = [str(month).endswith("-01") or (of_term - 1) % per_line == 0 for month, of_term in zip(rows["month"], rows["month_of_term"], strict=True)]
        assert [bool(re.search(r"[A-Z][a-z]{2} \d{4}", text)) for text in named] == begun, "the year stands where a line or a year begins"
        places = [(trace["x"][row], trace["y"][row] - trace["y"][rows.index[0]]) for row in rows.index]
        assert places == [((month - 1) % per_line, pytest.approx((month - 1) // per_line)) for month in rows["month_of_term"]]


def test_a_single_record_is_a_total_too() -> None:
    growth = view("compared-growth")
    few = growth.frame.groupby(["series", "chairmanship"], sort=False).head(1).reset_index(drop=True)
    traces = holding(growth, few).plot(LIGHT).to_dict()["data"]
    assert len(traces) == len(few) and all(len(trace["x"]) == 3 for trace in traces)


def test_the_flow_of_one_chairmanship_has_no_finding() -> None:
    flow = view("compared-flow")
    for is_earlier in (True, False):
        assert holding(flow, flow.frame[flow.frame["is_earlier"] == is_earlier]).title == flow.figure.measure


@pytest.mark.parametrize("is_narrow", [False, True], ids=["page", "phone"])
def test_words_of_thin_boxes_stand_at_the_inner_edge_of_their_column(is_narrow: bool) -> None:
    flow = view("compared-flow")
    thin = flow.frame.assign(n=flow.frame["n"].where(flow.frame.duplicated("is_earlier"), 1))
    made = holding(flow, thin).plot(dataclasses.replace(LIGHT, narrow=is_narrow)).to_dict()
    edges = sorted(edge for trace in made["data"] for edge in (trace["x"][0] - trace["width"] / 2, trace["x"][0] + trace["width"] / 2))
    beside = [(note["x"], note["xanchor"]) for note in made["layout"]["annotations"] if "xanchor" in note]
    assert sorted(set(beside)) == [(pytest.approx(edges[1]), "left"), (pytest.approx(edges[2]), "right")]


@pytest.mark.timeout(20)
def test_words_of_thin_boxes_keep_apart_whatever_the_numbers() -> None:
    """The heights are sums of fractions: two that ought to be equal differ in the last digit, and a search for room that asked again never ended."""
    flow = view("compared-flow")
    for n in range(1, 400):
        frame = flow.frame.assign(n=[1, 1, n, 1, n][: len(flow.frame)])
        for look in (dataclasses.replace(LIGHT, narrow=True), LIGHT.shaped(SLIDE), LIGHT.shaped(SQUARE)):
            line = _line(max(frame.groupby("is_earlier")["n"].sum()), look)
            notes = holding(flow, frame).plot(look).to_dict()["layout"]["annotations"]
            heights = sorted(note["y"] for note in notes if "xanchor" in note)
            assert all(above - below > line * 0.999 for below, above in pairwise(heights)), (n, look.form.name)


@pytest.mark.parametrize(("value", "told"), [(3, "+3"), (0, "0"), (-3, "−3"), (None, "–")])
def test_a_difference_has_a_sign_where_there_is_one(value: float | None, told: str) -> None:
    figures = view("compared-key-figures")
    alone = figures.frame.head(1).assign(first_value=10, second_value=10, difference=value)
    assert holding(figures, alone).plot(LIGHT).to_dict()["layout"]["annotations"][-1]["text"] == told


@pytest.mark.parametrize("is_narrow", [False, True], ids=["page", "phone"])
def test_each_panel_of_growth_holds_the_series_that_its_head_names(is_narrow: bool) -> None:
    frame = view("compared-growth").frame
    made = json.loads(view("compared-growth").plot(dataclasses.replace(LIGHT, narrow=is_narrow)).to_json())
    heads = {note["text"]: (note["x"], note["y"]) for note in made["layout"]["annotations"] if note.get("xref") == "paper"}
    for axis, series, head in (("x", "documents", "Documents dated to the day"), ("x2", "events", "Events held, dated to the day")):
        rows = [row for trace in made["data"] if trace["xaxis"] == axis for row in trace["customdata"] if row is not None]
        assert sorted(rows) == frame.index[frame["series"] == series].tolist()
        across, up = (made["layout"][letter + "axis" + axis[1:]]["domain"] for letter in "xy")
        assert heads[f"<b>{head}</b>"] == pytest.approx((across[0], up[1]))
