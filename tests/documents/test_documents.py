"""The page of documents: the search, exact rows on the tiny dataset, wholes that add up on the real one, what its charts draw."""

import dataclasses
import re
from collections import Counter

import pandas as pd
import pytest

import data
import queries
from charts.documents import validity
from charts.documents.phrases import find_validity, uncovered
from charts.documents.spans import Span, laid_out, short
from charts.look import LIGHT, Look
from charts.words import plural
from exports.view import View
from queries import Filters
from queries.passages import Passage
from queries.search import results
from queries.words import patterns, slots
from tests import oracle
from tests.search.oracle import held_by
from tests.shown import asked, drawn, real
from tests.test_pages import fail_words, visit
from ui.documents.register import context, marked, table

pytestmark = pytest.mark.broad

NARROW = dataclasses.replace(LIGHT, narrow=True)
TINY = {
    "chairmanships": ["kz-2016", "cn-2017", "kz-2023", "none"],
    "themes": ["security", "economy", "culture"],
    "types": ["programme", "convention", "information communique", "memorandum"],
    "bodies": ["chs", "chg", "secretariat"],
    "forces": ["treaty", "political"],
    "year_from": 2001,
    "year_to": 2026,
    "by": "theme",
    "sort": "match",
    "page_rows": 50,
    "page_start": 0,
}


def rows(tiny: data.Database, name: str, **chosen: object) -> list[dict]:
    """The rows of a query on the tiny dataset, everything chosen but for what is given."""
    with oracle.serving(tiny):
        return asked(tiny, name, TINY | chosen | slots(str(chosen.get("q", ""))))


def documents() -> pd.DataFrame:
    with data.current().cursor() as cursor:
        return cursor.execute("select * from documents order by document_id").df()


def chains() -> pd.DataFrame:
    """All chains of texts that state no years."""
    return queries.run("documents/chains", Filters().parameters(queries.vocabulary()) | {"page_rows": 5_000, "page_start": 0})


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ("", ["2024-trade-programme", "2024-memorandum", "2018-trade-programme", "2017-communique", "2017-convention", "2016-trade-programme"]),
        ("trade programme", ["2024-trade-programme", "2018-trade-programme", "2016-trade-programme"]),
        ("PROGRAMMÉ 2025", ["2024-trade-programme"]),
        ("package", ["2017-communique"]),
        ("state convention", ["2017-convention"]),
        ("summit museum", []),
        ("'; drop", []),
        ("100%", []),
        ("100% _", []),
    ],
)
def test_a_search_needs_all_words_in_title_body_or_note(tiny: data.Database, q: str, ids: list[str]) -> None:
    assert [row["document_id"] for row in rows(tiny, "documents/register", q=q)] == ids


def shown(q: str) -> dict[str, str]:
    """The words in context of each document that is found, as its list has them."""
    frame = real("document-register", q=q)
    return dict(zip(frame["document_id"], table(frame, q)["Words in context"], strict=True))


def test_the_register_says_where_the_words_stand(tiny: data.Database) -> None:
    (row,) = rows(tiny, "documents/register", q="heads package")
    assert row["found_in"] == "Body, Note"
    with oracle.serving(tiny):
        assert context(pd.Series(row), patterns("heads package")) == "Body: Council of «Heads» of State · Note: Issued besides the «package»."
    (row,) = rows(tiny, "documents/register", q="museum")
    assert row["found_in"] == "Title" and context(pd.Series(row), ["museum"]) == "Title: Memorandum with a «museum»"
    assert {row["found_in"] for row in rows(tiny, "documents/register")} == {""}


def test_a_long_note_is_cut_around_the_word() -> None:
    rows = documents()
    longest = rows.loc[rows["note"].str.len().idxmax()]
    word = max(longest["note"][30:].split()[1:], key=len).strip(".,;:()\"")
    found = shown(word)
    note = found[longest["document_id"]].split(" · ")[-1]
    assert note.startswith("Note: … ") and f"«{word}»" in note
    assert all("«" in piece.partition(": ")[2][:30] and len(piece) <= 230 for words in found.values() for piece in words.split(" · "))


def test_the_words_around_a_found_one_are_whole() -> None:
    for q in ("energy", "drug strategy", "decision", "source"):
        found_in = shown(q)
        for row in documents().itertuples():
            for piece in filter(None, found_in.get(str(row.document_id), "").split(" · ")):
                found = piece.partition(": ")[2].replace("«", "").replace("»", "").removeprefix("… ").removesuffix(" …")
                (text,) = [text for text in (row.title, row.note, row.place, bodies()[row.body_id]) if isinstance(text, str) and found in text][:1]
                before, _, after = text.partition(found)
                assert (not before or before[-1] == " " or before[-1] == "-") and (not after or after[0] == " "), piece


def bodies() -> dict[str, str]:
    with data.current().cursor() as cursor:
        return dict(cursor.execute("select body_id, label from bodies order by body_id").fetchall())


def test_nothing_found_says_in_which_language_to_search_and_what_may_be_meant() -> None:
    at = visit("documents")
    at.session_state["q"] = "дружба"
    at.run()
    assert any("in English" in text.value for text in at.markdown) and not fail_words(at)
    at.session_state["q"] = "Belt and Road"
    at.run()
    assert [link.proto.query_string for link in at.get("page_link") if "Search all records" in link.proto.label] == ["q=Belt+and+Road"]
    at.session_state["q"] = "terorism"
    at.run()
    assert not any("in English" in text.value for text in at.markdown)
    (button,) = [button for button in at.button if button.label == "Did you mean terrorism?"]
    button.click().run()
    assert at.session_state["q"] == "terrorism" and not fail_words(at)
    assert set(at.dataframe[0].value["Title"]) == set(real("document-register", q="terrorism")["title"]) != set()


def test_the_register_sorts(tiny: data.Database) -> None:
    def order(sort: str, **chosen: object) -> list[str]:
        return [row["document_id"] for row in rows(tiny, "documents/register", sort=sort, **chosen)]

    assert order("oldest")[0] == "2016-trade-programme" and order("newest")[0] == "2024-trade-programme"
    assert order("title")[:3] == ["2017-communique", "2017-convention", "2024-memorandum"]
    assert order("match", q="summit")[0] == "2017-communique", "a word in the title goes before one in the name of a body or in a note"


def test_dates_are_as_precise_as_they_are_known(tiny: data.Database) -> None:
    shown = {row["document_id"]: row["dated"] for row in rows(tiny, "documents/register")}
    assert (shown["2024-memorandum"], shown["2018-trade-programme"], shown["2016-trade-programme"]) == ("2024", "2018-06", "2016-11-03")


def test_a_facet_is_counted_under_all_filters_but_itself(tiny: data.Database) -> None:
    found = {(row["facet"], row["value"]): row["n"] for row in rows(tiny, "documents/facets", forces=["treaty"], bodies=["chs"])}
    assert found == {
        ("bodies", "chs"): 1,
        ("forces", "political"): 3,
        ("forces", "treaty"): 1,
        ("types", "convention"): 1,
    }


def test_years_with_gaps_are_marked_and_kept(tiny: data.Database) -> None:
    found = [(row["year"], row["label"], row["n"], row["gaps"]) for row in rows(tiny, "documents/by_year", themes=["culture", "security"])]
    assert found == [
        (2017, "Security", 1, ""),
        (2018, "None recorded", 0, "The full list of 2018 is not known."),
        (2024, "Culture", 1, ""),
    ]
    assert rows(tiny, "documents/by_year", q="zzz") == []


def test_chains_stand_together_from_old_to_young(tiny: data.Database) -> None:
    found = [(row["document_id"], row["line_kind"], row["chain"]) for row in rows(tiny, "documents/validity")]
    newest = "Trade programme 2025-2030"
    assert found == [(f"{year}-trade-programme", "chain", newest) for year in (2016, 2018, 2024)]
    assert [row["document_id"] for row in rows(tiny, "documents/validity", q="2017-2018")] == [name for name, *_ in found], "a chain is shown whole"
    assert rows(tiny, "documents/validity", year_from=2031, year_to=2035) == []


@pytest.mark.slow
@pytest.mark.parametrize("by", ["theme", "type", "body"])
def test_years_add_up_to_all_documents_that_count(by: str) -> None:
    frame = real("documents-by-year", by=by)
    assert frame["n"].sum() == len(documents().query("is_counted and adopted_on.notna()"))
    view = View.of("documents-by-year", Filters(by=by))
    assert frame["n"].tolist() == [view.records(view.mark(row)).total for row in range(len(frame))]
    assert frame[frame["n"] > 0]["label"].nunique() <= 9
    assert (frame.groupby("year")["gaps"].nunique() == 1).all()


def test_the_register_holds_every_document_once() -> None:
    frame = real("document-register")
    assert sorted(frame["document_id"]) == sorted(documents()["document_id"])
    facets = queries.run("documents/facets", Filters().parameters(queries.vocabulary()))
    assert (facets.groupby("facet")["n"].sum() == len(frame)).all()


@pytest.mark.parametrize("q", ["drugs", "counter-terrorism", "Belt and Road", "Anti-Drug", "budget 2017", "heads of government", "not counted", "Xi’an", "дружба"])
def test_the_register_finds_what_the_search_of_everything_finds(q: str) -> None:
    wanted = {row_id for table_name, row_id in held_by(q) if table_name == "documents"}
    assert set(real("document-register", q=q)["document_id"]) == wanted
    assert bool(wanted) == (q not in ("дружба", "Belt and Road")), "no document speaks of the Belt and Road; other records do"
    counted = {record for part in View.of("documents-by-year", Filters(q=q)).links() for record in part["record_id"]}
    assert counted == wanted & set(documents().query("is_counted and adopted_on.notna()")["document_id"])
    assert sum(queries.run("documents/facets", Filters(q=q).parameters(queries.vocabulary())).query("facet == 'forces'")["n"]) == len(wanted)


def test_the_best_come_first_as_in_the_search_of_everything() -> None:
    for q in ("drugs", "counter-terrorism programme"):
        found = [hit.row_id for hit in results.page(q, "documents", 1).hits]
        assert real("document-register", q=q)["document_id"].tolist()[: len(found)] == found


def test_a_search_in_the_register_tells_all_that_counts_as_found() -> None:
    at = visit("documents")
    assert not any("in any form" in caption.value for caption in at.caption)
    at.session_state["q"] = "drugs"
    at.run()
    assert any("in any form, drug or narcotic" in caption.value for caption in at.caption)


def test_every_document_with_years_has_its_bar() -> None:
    frame = real("document-validity")
    with_years = documents().query("valid_from_year.notna()")
    assert set(with_years["document_id"]) <= set(frame["document_id"])
    assert frame["valid_from_year"].notna().sum() == len(with_years)
    (bars,) = [trace for trace in drawn("document-validity")["data"] if trace["type"] == "bar"]
    assert len(bars["customdata"]) == len(with_years)


def test_the_programmes_against_the_three_evils_are_one_chain_with_its_gap() -> None:
    frame = real("document-validity")
    (chain,) = frame[frame["document_id"].str.contains("three-evils-programme")]["chain_id"].unique()
    rows = frame[frame["chain_id"] == chain]
    assert rows["valid_from_year"].tolist() == sorted(rows["valid_from_year"])
    assert uncovered(rows) == [(2010, 2012)]
    lines = [span.y for _, span in laid_out(rows, 50, False).spans]
    assert len(set(lines)) == 1, "on one line"


def test_texts_on_one_line_never_overlap() -> None:
    for above in (True, False):
        lines: dict[float, list[tuple[float, float]]] = {}
        for _, span in laid_out(real("document-validity"), 50, above).spans:
            lines.setdefault(span.y, []).append((span.start, span.end))
        for spans in lines.values():
            ordered = sorted(spans)
            assert all(first[1] <= second[0] for first, second in zip(ordered, ordered[1:], strict=False))


def test_every_link_is_drawn_as_a_connector() -> None:
    frame = real("document-validity")
    n_links = int(frame["predecessor_id"].isin(frame["document_id"]).sum())
    (line,) = [trace for trace in drawn("document-validity")["data"] if trace["type"] == "scatter" and trace["mode"] == "lines"]
    assert n_links and line["x"].count(None) == n_links


@pytest.mark.parametrize("above", [True, False])
def test_no_name_of_a_line_is_cut(above: bool) -> None:
    assert not [text for text, *_ in laid_out(real("document-validity"), 50, above).labels if "…" in text]


def test_bars_of_three_years_say_which_on_a_phone_and_the_axis_is_whole() -> None:
    frame = real("document-validity").assign(runs_for=lambda rows: (rows["valid_to_year"] - rows["valid_from_year"] + 1).fillna(0))
    traces = drawn("document-validity", NARROW)["data"]
    (bars,) = [trace for trace in traces if trace["type"] == "bar"]
    three = [text for row, text in zip(bars["customdata"], bars["text"], strict=True) if frame["runs_for"][row] == 3]
    assert three and all(three)
    (ticks,) = [trace for trace in traces if trace.get("mode") == "text"]
    assert "" not in ticks["text"] and len(set(ticks["text"])) > 5


def test_the_title_says_where_the_longest_chain_stands() -> None:
    assert "in security, links 6 texts" in View.of("document-validity", Filters()).title


def test_chains_without_years_are_listed_and_the_others_drawn() -> None:
    listed = chains()
    shown = real("document-validity")
    assert not set(listed["document_id"]) & set(shown["document_id"])
    linked = documents().query("predecessor_id.notna()")
    assert set(linked["document_id"]) <= set(listed["document_id"]) | set(shown["document_id"])


@pytest.mark.parametrize("by", ["theme", "type", "body"])
@pytest.mark.parametrize("look", [LIGHT, NARROW], ids=["wide", "narrow"])
def test_rows_of_bars_add_up_to_the_first_and_never_overlap(look: Look, by: str) -> None:
    frame = real("documents-by-year", by=by)
    every, *groups = [trace for trace in drawn("documents-by-year", look, by=by)["data"] if trace["type"] == "bar"]
    assert sum(every["y"]) == sum(n for trace in groups for n in trace["y"]) == frame["n"].sum()
    assert [int(frame["n"].iloc[rows].sum()) for trace in (every, *groups) for rows in trace["customdata"]] == [n for trace in (every, *groups) for n in trace["y"]]
    feet = [(trace["base"][0], trace["base"][0] + max(trace["y"])) for trace in (every, *groups)]
    assert all(lower[1] < upper[0] for upper, lower in zip(feet, feet[1:], strict=False))


def test_a_single_group_is_drawn_once_and_keeps_the_signs_of_gaps() -> None:
    traces = drawn("documents-by-year", q="terrorism", themes=("security",))["data"]
    assert [trace["type"] for trace in traces] == ["bar", "scatter"]
    gaps = real("documents-by-year", q="terrorism", themes=("security",)).query("gaps != ''")["year"].nunique()
    assert gaps and sum("◊" in sign for sign in traces[1]["text"]) == gaps


def test_only_themes_have_hues_in_the_bars_of_years() -> None:
    colours = {by: {trace["marker"]["color"] for trace in drawn("documents-by-year", by=by)["data"] if trace["type"] == "bar"} for by in ("theme", "type", "body")}
    assert len(colours["theme"]) > 8
    assert colours["type"] == colours["body"] == {LIGHT.accent, LIGHT.quiet}


@pytest.mark.parametrize("look", [LIGHT, NARROW], ids=["wide", "narrow"])
def test_the_register_draws_one_mark_a_dated_document_none_on_another(look: Look) -> None:
    traces = drawn("document-register", look)["data"]
    marks = [row for trace in traces for row in trace["customdata"]]
    assert sorted(marks) == list(range(len(real("document-register"))))
    places = [place for trace in traces for place in zip(trace["x"], trace["y"], strict=True)]
    assert len(set(places)) == len(places)


def test_searched_words_are_marked() -> None:
    assert marked(Passage("Title", "SCO Anti-Drug Strategy", ((9, 13), (14, 22)))) == "SCO Anti-«Drug» «Strategy»"
    assert marked(Passage("Title", "drugs", ())) == "drugs"
    assert shown("anti-narcotic strategies")["2011-anti-drug-strategy-2011-2016"].startswith("Title: ")


def test_the_list_tells_why_only_when_something_was_searched() -> None:
    frame = real("document-register", q="drug")
    assert "Words in context" in table(frame, "drug") and "Words in context" not in table(frame, "")
    assert "«" in table(frame, "drug")["Words in context"].iloc[0]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Budget of the SCO for 2017", "Budget of the SCO"), ("Strategy until 2035", "Strategy"), ("2025", "2025"), ("Plan (2016-2020)", "Plan"), ("Plan 2018 of work", "Plan 2018 of work"),
     ("Plan for 2016-2020 on long-term work", "Plan on long-term work")],
)
def test_chains_are_named_without_their_years(title: str, expected: str) -> None:
    assert short(title, 50, 2) == expected


@pytest.mark.parametrize(("most", "lines"), [(2, ["alpha beta", "gamma …"]), (3, ["alpha beta", "gamma delta", "epsilon …"]), (4, ["alpha beta", "gamma delta", "epsilon", "zeta"])])
def test_a_long_title_is_cut_on_its_last_line(most: int, lines: list[str]) -> None:
    assert short("alpha beta gamma delta epsilon zeta", 11, most).split("<br>") == lines


def test_page_searches_filters_by_facet_and_resets() -> None:
    at = visit("documents")
    assert not fail_words(at)
    assert len(at.get("plotly_chart")) == 2
    n = len(at.dataframe[0].value)
    at.session_state["q"] = "terrorism"
    at.run()
    assert not fail_words(at) and 0 < len(at.dataframe[0].value) < n
    at.session_state["q"] = "nothing of the kind"
    at.run()
    assert not fail_words(at) and not at.dataframe
    at.button(key="reset-register").click().run()
    assert len(at.dataframe[0].value) == n and at.session_state["q"] == ""


def test_a_facet_value_is_put_in_and_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.documents import facets

    state: dict[str, object] = {}
    monkeypatch.setattr(facets.st, "session_state", state)
    facets.toggle("types", "programme")
    facets.toggle("types", "report")
    facets.toggle("types", "programme")
    assert state["types"] == ["report"]


def test_the_summary_of_a_facet_fits_on_a_line() -> None:
    from ui.documents import facets

    found = queries.run("documents/facets", Filters().parameters(queries.vocabulary()))
    summaries = {name: facets.summary(name, found[found["facet"] == name]) for name in facets.FACETS}
    assert all(len(words) <= facets.ROOM for words in summaries.values())
    assert summaries["types"].endswith(" more") and summaries["types"].count(",") > 1
    assert facets.summary("types", found[:0]) == "None under the other filters"


def test_the_longest_chain_of_the_title_is_the_longest_with_stated_years() -> None:
    """The General Assembly's seven resolutions are a longer chain, but state no years, so the chart and its title leave them out."""
    drawn_chains = real("document-validity").query("line_kind == 'chain'").groupby("chain_id").size()
    title = View.of("document-validity", Filters()).title
    assert title.startswith("The longest chain with stated years, in security, links ") and f" links {drawn_chains.max()} texts " in title
    listed = chains().groupby("chain_id").size()
    assert listed.max() > drawn_chains.max()


@pytest.mark.parametrize("above", [False, True])
def test_series_stand_below_all_chains(above: bool) -> None:
    spans = laid_out(real("document-validity"), 50, above).spans
    series, chains_of_themes = ([span.y for theme, span in spans if (theme is None) == is_series] for is_series in (True, False))
    assert series and chains_of_themes and min(series) > max(chains_of_themes)


def test_no_chain_is_called_the_longest_where_another_is_as_long_or_there_is_none() -> None:
    frame = real("document-validity")
    texts = frame[frame["line_kind"] == "chain"]
    unstated = texts.loc[texts[["valid_from_year", "valid_to_year"]].isna().any(axis=1), "chain_id"]
    texts = texts[~texts["chain_id"].isin(unstated)]
    sizes = texts.groupby("chain_id").size()
    by_size = {size: list(group.index) for size, group in sizes.groupby(sizes)}
    assert find_validity(frame[frame["line_kind"] != "chain"]) == find_validity(frame[:0]) == ""
    pairs = {size: ids for size, ids in by_size.items() if len(ids) > 1}
    assert len(by_size) > 2 and pairs
    for size, (one, other, *_) in pairs.items():
        shorter = [ids[0] for less, ids in by_size.items() if less < size]
        assert find_validity(texts[texts["chain_id"].isin([one, other, *shorter])]) == "", size
        assert find_validity(texts[texts["chain_id"].isin([one, other])]) == "", size
    several = [ids[0] for _, ids in sorted(by_size.items())]
    for n in range(1, len(several) + 1):
        longest = sizes[several[n - 1]]
        assert f" links {plural(longest, 'texts')} for " in find_validity(texts[texts["chain_id"].isin(several[:n])])


@pytest.mark.parametrize("narrow", [False, True])
def test_a_document_stands_within_its_year(narrow: bool) -> None:
    look = dataclasses.replace(LIGHT, narrow=narrow)
    frame = real("document-register")
    found = {}
    for trace in drawn("document-register", look=look)["data"]:
        found |= dict(zip(trace.get("customdata") or [], (trace["y"] if narrow else trace["x"]) if trace.get("customdata") else [], strict=True))
    assert found
    for row, along in found.items():
        assert abs(along - frame["adopted_on"].iloc[row].year) < 0.5, frame.iloc[row]["title"]


def test_a_text_without_a_last_year_is_drawn_as_one_year_and_open() -> None:
    frame = real("document-validity")
    spans = [span for _, span in laid_out(frame[frame["is_drawn"]], 50, False).spans]
    wide = {row: span for span in spans for row in [span.row] if not span.is_point}
    assert {row for row, span in wide.items() if span.is_open} == {row for row in wide if pd.isna(frame["valid_to_year"][row])} != set()
    for row, span in wide.items():
        last = frame["valid_from_year"][row] if span.is_open else frame["valid_to_year"][row]
        assert (span.start, span.end) == (frame["valid_from_year"][row], last + 1)


@pytest.mark.parametrize(("n", "tallest", "is_one"), [(5, 30.0, True), (6, 30.0, False), (5, 5.0, False)])
def test_a_slide_holds_few_lines_that_are_not_tall(n: int, tallest: float, is_one: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = real("document-validity")
    chains = frame[frame["is_drawn"] & (frame["line_kind"] == "chain")]["chain_id"].astype(str).unique()[:n]
    monkeypatch.setattr(validity, "TALLEST_SLIDE", tallest)
    rows = frame[frame["chain_id"].astype(str).isin(chains)].reset_index(drop=True)
    assert len(chains) == n and validity._is_one_slide(rows) == is_one


def test_every_fifth_year_of_the_chart_of_validity_is_written() -> None:
    layout = drawn("document-validity")["layout"]
    first, last = layout["xaxis"]["range"]
    assert layout["xaxis"]["tickvals"] == [year for year in range(int(first), int(last) + 1) if year % 5 == 0 and first < year < last]


@pytest.mark.parametrize(("most", "told"), [(7, "2013–15"), (6, "13–15"), (5, "13–15"), (4, ""), (0, "")])
def test_a_bar_has_its_years_in_as_many_letters_as_it_holds(most: int, told: str) -> None:
    span = Span(0, "a", 2013, 2016, 0, is_point=False, is_open=False)
    assert span.label(most) == told
    assert dataclasses.replace(span, end=2014).label(most) == ("2013" if most >= 4 else "")


def test_arrows_of_open_texts_stand_at_the_end_of_their_bars_and_points_in_the_middle_of_their_year() -> None:
    frame = real("document-validity")
    spans = [span for _, span in laid_out(frame[frame["is_drawn"]], 50, False).spans]
    ends = {span.row: span.end for span in spans if span.is_open}
    for trace in drawn("document-validity")["data"]:
        if isinstance(trace.get("marker", {}).get("symbol"), list):
            at = {row: x for row, x, symbol in zip(trace["customdata"], trace["x"], trace["marker"]["symbol"], strict=True) if symbol == "triangle-right"}
            assert at == {row: pytest.approx(end + 0.1) for row, end in ends.items()}
            at = {row: x for row, x, symbol in zip(trace["customdata"], trace["x"], trace["marker"]["symbol"], strict=True) if symbol == "diamond"}
            assert at == {span.row: frame["adopted_year"][span.row] + 0.5 for span in spans if span.is_point} != {}


def test_the_description_of_the_years_names_the_largest_groups_first() -> None:
    frame = real("documents-by-year")
    totals = frame[frame["n"] > 0].groupby("place")["n"].sum()
    told = re.findall(r" (\d+)(?=[;.])", View.of("documents-by-year", Filters()).alt.partition(". ")[2].partition(". Most in")[0] + ".")
    assert list(map(int, told)) == totals.tolist()


def test_a_document_knows_its_chain_and_how_many_links_go_back() -> None:
    with data.current().cursor() as cursor:
        before = dict(cursor.execute("select document_id, predecessor_id from documents order by document_id").fetchall())
        told = {row[0]: row[1:] for row in cursor.execute("select document_id, chain_id, generation, n_in_chain from document_chains order by document_id").fetchall()}
    wanted: dict[str, tuple[str, int]] = {}
    for document in before:
        first, links = document, 0
        while before[first]:
            first, links = before[first], links + 1
        wanted[document] = first, links
    together = Counter(first for first, _ in wanted.values())
    assert max(links for _, links in wanted.values()) > 2 and told == {document: (first, links, together[first]) for document, (first, links) in wanted.items()}
