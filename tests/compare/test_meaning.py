"""What a result means: what was left open, few priorities, how far coders lie apart, old and new words."""

from collections import Counter
from html.parser import HTMLParser
from itertools import permutations
from types import SimpleNamespace

import pandas as pd
import pytest

import data
from charts.catalogue import FIGURES
from charts.common.cautions import LISTS, by_coder
from charts.compare.theme_outcomes import PALE
from charts.look import DARK, LIGHT, Look
from exports.view import View
from queries import Filters
from tests.shown import drawn, holding, real
from tests.test_pages import fail_words, visit
from ui.card import paged
from ui.compare import pairs

pytestmark = pytest.mark.broad

DONE = ("adopted", "realised")
OF_SHARES = ("compared-outcomes", "compared-theme-outcomes", "outcomes-by-theme", "outcomes-by-chairmanship")


def rows(table: str) -> pd.DataFrame:
    return data.current().cursor().execute(f"select * from {table}").df()


def test_what_was_fulfilled_is_told_apart_from_what_was_left_open() -> None:
    every = rows("priorities")
    own = every[every["chairmanship_id"] == "kz-2016"]
    taken = set(rows("priority_descent").query("chairmanship_id == 'kz-2023'")["earlier_id"])
    rest = own[~own["priority_id"].isin(taken)]
    n = real("compared-flow").set_index("flow")["n"]
    assert n["fulfilled, not taken up"] == rest["outcome"].isin(DONE).sum() > 0
    assert n["neither fulfilled nor taken up"] == (~rest["outcome"].isin(DONE)).sum()
    assert View.of("compared-flow", Filters()).title.startswith(f"{n['neither fulfilled nor taken up']} of {len(own)} priorities")


def test_every_part_leads_to_its_priorities() -> None:
    view = View.of("compared-flow", Filters())
    chosen = [row for trace in drawn("compared-flow")["data"] for row in trace["customdata"]]
    assert view.figure.clickable and sorted(chosen) == list(range(len(view.frame)))
    assert [view.records(view.mark(row)).total for row in chosen] == [view.frame["n"].iloc[row] for row in chosen]


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_few_priorities_are_paler_and_called_few(look: Look) -> None:
    frame = real("compared-theme-outcomes")
    figure = drawn("compared-theme-outcomes", look)
    for trace in figure["data"]:
        for row, strength in zip(trace["customdata"], trace["marker"]["opacity"], strict=True):
            assert strength == (PALE if frame["n_all"].iloc[row] < 5 else 1.0)
            assert trace["marker"]["color"] == look.outcomes[frame["outcome"].iloc[row]]
    sizes = frame.drop_duplicates(["theme", "chairmanship"])["n_all"]
    told = Counter(note["text"] for note in figure["layout"]["annotations"] if note["text"].startswith("n = "))
    assert told == Counter(f"n = {n}{', few' if n < 5 else ''}" for n in sizes)


def test_a_theme_is_larger_only_where_both_hold_enough() -> None:
    view = View.of("compared-theme-outcomes", Filters())
    assert " of 4 themes of which both lists hold 5 or more" in view.title
    few = view.frame[view.frame["is_few"]].reset_index(drop=True)
    assert holding(view, few).title == view.figure.measure


def test_the_title_of_any_pair_names_who_has_the_larger_share_and_never_none() -> None:
    every = rows("priorities").merge(rows("themes"), on="theme_id")
    names = rows("chairmanships").set_index("chairmanship_id")["label"].str.replace("-", "–")
    of = every.assign(done=every["outcome"].isin(DONE)).groupby(["chairmanship_id", "label"])["done"].agg(["sum", "size"])
    enough = of[of["size"] >= 5].assign(share=lambda told: told["sum"] / told["size"])
    for first, second in permutations(sorted(set(every["chairmanship_id"])), 2):
        title = View.of("compared-theme-outcomes", Filters(first=first, second=second)).title
        both = enough.loc[first].merge(enough.loc[second], left_index=True, right_index=True, suffixes=("_1", "_2")) if {first, second} <= {chair for chair, _ in enough.index} else enough[:0]
        if len(both) == 1:
            (told,) = both.itertuples()
            assert title == f"Adopted or realised in {told.Index}: {told.sum_1} of {told.size_1} in {names[first]}, {told.sum_2} of {told.size_2} in {names[second]}"
        elif len(both):
            larger = {first: (both["share_1"] > both["share_2"]).sum(), second: (both["share_2"] > both["share_1"]).sum()}
            chair = first if larger[first] > larger[second] else second
            told = f"Share adopted or realised: larger in {names[chair]} in {larger[chair]} of {len(both)} themes"
            assert title.startswith(told if larger[chair] else "Outcomes by theme") and " in 0 of " not in title, (first, second, title)
        else:
            assert title == "Outcomes by theme, side by side"


@pytest.mark.parametrize("name", OF_SHARES)
def test_a_comparison_of_shares_tells_the_coders_and_that_lists_are_no_samples(name: str) -> None:
    view = View.of(name, Filters())
    assert view.caution.startswith("As 3 coders see it") and view.caution.endswith(LISTS)


def test_the_range_is_that_of_the_coders() -> None:
    codings = rows("codings").query("variable == 'outcome' and rule == rule").merge(rows("priorities"), left_on="row_id", right_on="priority_id")
    shares = codings.assign(done=codings["value"].isin(DONE)).groupby(["chairmanship_id", "coder"])["done"].mean().mul(100).groupby("chairmanship_id").agg(["min", "max"])
    frame = real("outcomes-by-chairmanship").drop_duplicates("chairmanship_id").set_index("chairmanship_id")
    assert frame["done_least"].to_dict() == pytest.approx(shares["min"].to_dict())
    assert frame["done_most"].to_dict() == pytest.approx(shares["max"].to_dict())
    assert f"{shares['min']['kz-2016']:.1f} to {shares['max']['kz-2016']:.1f} % in Kazakhstan 2016–2017" in View.of("compared-outcomes", Filters()).caution


def test_of_many_groups_the_widest_is_told() -> None:
    frame = pd.DataFrame({"theme": list("abc"), "done_least": [10.0, 20.0, 0.0], "done_most": [11.0, 25.0, 0.0], "n_coders": 3})
    assert "up to 5.0 points (b: 20.0 to 25.0 %)" in by_coder(frame, lambda row: row.theme, "theme")
    assert "up to" not in by_coder(frame.assign(done_most=frame["done_least"]), lambda row: row.theme, "theme")
    assert by_coder(frame.assign(done_least=float("nan")), lambda row: row.theme, "theme") == LISTS


def test_two_coders_have_a_range_and_one_has_none() -> None:
    frame = pd.DataFrame({"theme": list("abc"), "done_least": [10.0, 20.0, 0.0], "done_most": [11.0, 25.0, 0.0]})
    assert by_coder(frame.assign(n_coders=2), lambda row: row.theme, "theme").startswith("As 2 coders see it")
    assert by_coder(frame.assign(n_coders=1), lambda row: row.theme, "theme") == LISTS


def test_numbers_of_themes_have_no_line_on_shares() -> None:
    assert View.of("compared-themes", Filters()).caution == ""
    assert "of all priorities" in View.of("compared-themes", Filters(measure="share")).caution


def test_no_line_claims_a_cause_or_a_test() -> None:
    for figure in FIGURES.values():
        told = f"{View.of(figure.name, Filters()).caution} {figure.method}".lower()
        assert not [word for word in ("significan", "p-value", "because of", "caused", "led to more") if word in told], figure.name


class Cells(HTMLParser):
    """The words and links of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")
        assert tag in {"table", "thead", "tbody", "tr", "th", "td", "a", "p", "small"}, f"a cell has become <{tag}>"

    def handle_data(self, words: str) -> None:
        self.words.append(words)

    def feed_table(self, html: str) -> None:
        """The same of a table that has its style before it."""
        self.feed(html[html.index("<table") :])


def test_old_and_new_words_stand_side_by_side() -> None:
    view = View.of("compared-pairs", Filters())
    hostile = view.frame.assign(later_words="<script>alert(1)</script>")
    read = Cells()
    read.feed(pairs.table(hostile))
    for column in ("earlier_title", "earlier_words", "later_title", "later_words"):
        assert set(hostile[column]) <= set(read.words), column
    assert read.links == [f"record?table=priorities&id={name}" for pair in zip(view.frame["earlier_id"], view.frame["later_id"], strict=True) for name in pair]


@pytest.mark.parametrize(("a_page", "page", "first", "last"), [(17, 1, 1, 17), (5, 1, 1, 5), (5, 4, 16, 17)], ids=["all", "first", "last"])
def test_very_many_pairs_are_listed_page_by_page(a_page: int, page: int, first: int, last: int, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("compared-pairs", Filters())
    every = [f"{row.earlier_id} {row.later_id}" for row in view.frame.itertuples()]
    assert len(every) == 17
    monkeypatch.setattr(pairs, "A_PAGE", a_page)
    told: list[str] = []
    turned: list[int] = []
    shown = Cells()
    monkeypatch.setattr(pairs.st, "html", shown.feed_table)
    monkeypatch.setattr(pairs.st, "caption", told.append)
    monkeypatch.setattr(pairs.st, "pagination", lambda pages, key: turned.append(pages))
    monkeypatch.setitem(pairs.st.session_state, paged.page_key(view, "pairs"), page)
    pairs.rows(view)
    names = [link.rpartition("=")[2] for link in shown.links]
    assert [" ".join(two) for two in zip(names[::2], names[1::2], strict=True)] == every[first - 1 : last]
    assert (told[0], turned) == ((f"Pairs {first} to {last} of 17.", [4]) if a_page < 17 else (told[-1], []))


def test_pairs_that_are_not_listed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("compared-pairs", Filters())
    few = SimpleNamespace(frame=view.frame.head(6), n_marks=17, parameters={})
    told: list[str] = []
    monkeypatch.setattr(pairs, "A_PAGE", 5)
    monkeypatch.setattr(pairs.st, "caption", told.append)
    monkeypatch.setattr(pairs.st, "pagination", lambda pages, key: None)
    pairs.rows(few)  # type: ignore[arg-type]
    assert told[0] == "Pairs 1 to 5 of 17. Listed are the first 6; the rows as files hold all."


def test_the_page_names_the_pairs_beneath_the_flow() -> None:
    at = visit("compare")
    assert not fail_words(at)
    told = [block.proto.body for block in at.get("html") if "old-and-new" in block.proto.body]
    assert len(told) == 1 and real("compared-pairs")["later_title"].iloc[0].split("’")[0][:30] in told[0]
    assert any(LISTS.replace(".", "\\.") in caption.value or LISTS in caption.value for caption in at.caption)


def test_words_of_the_flow_agree_with_their_number() -> None:
    n = real("compared-flow").set_index("flow")["n"]
    said = [words for trace in drawn("compared-flow")["data"] for words in trace["text"]]
    assert n["continues an earlier one"] > 1 and f"<b>{n['continues an earlier one']}</b> continue an earlier one" in said


def test_what_stands_beside_the_last_bars_has_its_room_in_the_margin() -> None:
    layout = drawn("compared-theme-outcomes")["layout"]
    told = [note for note in layout["annotations"] if note["text"].startswith("n = ")]
    assert max(note["x"] for note in told) <= layout["xaxis"]["range"][1] - 1, "a note beyond the axis is not drawn"
    assert layout["margin"]["r"] >= 60, "a share of the plot is too little on a sheet of paper"


def test_coders_who_agree_are_not_told_as_groups_that_are_alike() -> None:
    frame = pd.DataFrame({"theme": list("abc"), "done_least": [20.0, 0.0, 50.0], "done_most": [20.0, 0.0, 50.0], "n_coders": 3})
    assert by_coder(frame, lambda row: row.theme, "theme") == f"The 3 coders agree on the share adopted or realised for each theme. {LISTS}"
