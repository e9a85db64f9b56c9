"""The page of the data: what it counts on the tiny dataset, what it finds and opens, what it says to a careful reader."""

import json
import re
from pathlib import Path

import pyarrow.ipc
import pytest

import data
import queries
from charts.catalogue import FIGURES
from charts.dataset.corroboration import SHARED
from charts.look import LIGHT
from charts.words import number, sentence_case
from data.difference import Change
from exports.view import View
from queries import QUERIES, Filters
from queries.dataset import tables
from tests import oracle
from tests.shown import holding
from tests.test_pages import fail_words, visit
from ui import report
from ui.dataset import changes, history
from ui.record_parts import MOST_OF_A_KIND, SEVERAL
from ui.statements import FOLLOWED
from ui.text import plain

pytestmark = pytest.mark.broad

SECTIONS = ("In short", "Dictionary", "Tables", "Sources", "Coverage", "Coding", "Conflicts", "Releases", "Use and cite")
ALL = {"chairmanships": ["kz-2016", "cn-2017", "kz-2023", "none"], "coding": "priorities outcome", "coders": "blind-1 / blind-3"}
PAGE = Path(queries.__file__).parent.parent / "pages" / "data.py"


def rows(tiny: data.Database, name: str, **chosen: object) -> list[dict]:
    """The rows of a query on the tiny dataset."""
    query = QUERIES[name]
    with tiny.cursor() as cursor:
        return cursor.execute(query.sql, {key: value for key, value in (ALL | chosen).items() if key in query.parameters}).df().to_dict("records")


def drawn(name: str, **chosen: object) -> dict:
    return json.loads(View.of(name, Filters(**chosen)).plot(LIGHT).to_json())  # type: ignore[arg-type]


def words_of(section: str) -> str:
    """All text of a section."""
    at = visit("data", section=section)
    assert not fail_words(at)
    return "\n".join(str(part.value) for part in [*at.markdown, *at.caption, *at.header, *at.subheader, *at.code])


def test_facts_by_the_number_of_their_sources(tiny: data.Database) -> None:
    found = {(row["record_table"], row["support"]): row["n"] for row in rows(tiny, "dataset/facts_by_sources")}
    assert [found["documents", support] for support in ("one source", "two sources", "three or more")] == [5, 0, 1]
    assert [found["priorities", support] for support in ("one source", "two sources", "three or more")] == [3, 2, 0]
    assert sum(found.values()) == 3 + 4 + 6 + 5 + 4 + 9 + 5
    only = rows(tiny, "dataset/facts_by_sources", chairmanships=["cn-2017"])
    assert {row["record_table"]: row["n_all"] for row in only} == {"documents": 1, "meetings": 1, "chairmanships": 1}


def test_facts_by_kind_of_source_count_in_each_kind_and_alone_in_one(tiny: data.Database) -> None:
    found = {(row["source_kind"], row["support"]): row for row in rows(tiny, "dataset/facts_by_source_kind") if row["record_table"] == "documents"}
    assert found["news", "this kind alone"]["n"] == 3
    for kind, support, ids in [
        ("official document", "this kind alone", ["2024-memorandum", "2024-trade-programme"]),
        *((kind, "with other kinds", ["2017-convention"]) for kind in ("news", "official document", "analysis")),
    ]:
        with oracle.serving(tiny):
            held = queries.behind("dataset/facts_by_source_kind", ALL, found[kind, support])
        assert (found[kind, support]["n"], held.rows["record_id"].tolist()) == (len(ids), ids)


def test_confusion_holds_each_row_once(tiny: data.Database) -> None:
    found = rows(tiny, "dataset/confusion")
    with oracle.serving(tiny):
        behind = [queries.behind("dataset/confusion", ALL, row).rows["record_id"].tolist() for row in found]
    assert {(row["one"], row["other"]): (row["n"], ids) for row, ids in zip(found, behind, strict=True)} == {
        ("Adopted", "Adopted"): (1, ["kz16-trade"]),
        ("Adopted", "In progress"): (0, []),
        ("In progress", "Adopted"): (1, ["kz16-security"]),
        ("In progress", "In progress"): (0, []),
    }


def test_sources_say_what_rests_on_them(tiny: data.Database) -> None:
    found = {row["source_id"]: row for row in rows(tiny, "dataset/sources")}
    assert len(found) == 5
    news = found["news-2016"]
    assert (news["n_facts"], news["n_statements"], news["n_outcomes"], news["n_alone"], news["tables"]) == (3, 3, 0, 1, "priorities")
    assert (found["data-bank"]["n_facts"], found["data-bank"]["n_alone"]) == (3, 3)


def test_answers_on_the_tiny_dataset(tiny: data.Database) -> None:
    (found,) = rows(tiny, "dataset/answers")
    assert (found["n_documents"], found["n_counted"], found["n_facts"], found["n_sources"], found["n_gaps"], found["n_conflicts"]) == (6, 5, 36, 5, 2, 2)
    assert (found["n_coded"], found["n_codable"], found["n_publishers"], found["n_languages"], found["n_seeds"]) == (3, 11, 4, 2, 1)


def test_a_publisher_that_is_not_stated_is_no_publisher() -> None:
    names = set(oracle.tables(data.current())["sources"]["publisher"])
    n = int(queries.run("dataset/answers")["n_publishers"].iloc[0])
    assert "not stated" in names and n == len(names) - 1


def test_one_fact_rests_and_two_rest() -> None:
    assert View.of("facts-by-sources", Filters(chairmanships=("cn-2001",))).title == "1 of 6 facts rests on one source alone"
    assert View.of("facts-by-source-kind", Filters(chairmanships=("cn-2001",))).title == "2 of 6 facts rest on news alone"


def test_claims_stand_beside_the_rows(tiny: data.Database) -> None:
    found = {(row["record_id"], row["measure"]): row for row in rows(tiny, "dataset/claims_and_rows")}
    documents = next(row for (_, measure), row in found.items() if measure == "documents")
    assert (documents["lowest"], documents["highest"], documents["n_rows"], documents["n_counted"]) == (2, 3, 2, 1)


def test_claims_beside_the_rows_follow_the_chairmanship(tiny: data.Database) -> None:
    every = {row["record_id"] for row in rows(tiny, "dataset/claims_and_rows")}
    assert rows(tiny, "dataset/claims_and_rows", chairmanships=["none"]) == []
    assert every == {row["record_id"] for row in rows(tiny, "dataset/claims_and_rows", chairmanships=["kz-2016"])} == {"chs-2017", "kz-2016"}


def test_gaps_follow_the_chairmanship_and_those_without_one_stay(tiny: data.Database) -> None:
    assert [row["gap_id"] for row in rows(tiny, "dataset/gaps")] == ["list-2018", "early-years"]
    assert [row["gap_id"] for row in rows(tiny, "dataset/gaps", chairmanships=["none"])] == ["early-years"]


@pytest.mark.parametrize("chosen", [{}, {"chairmanships": ("kz-2016",)}, {"chairmanships": ("kz-2016", "none")}], ids=str)
def test_parts_add_up_on_the_real_dataset(chosen: dict) -> None:
    by_number = View.of("facts-by-sources", Filters(**chosen))
    by_kind = View.of("facts-by-source-kind", Filters(**chosen))
    assert by_number.n == by_kind.n == by_number.frame["n"].sum()
    assert (by_number.frame.groupby("fact")["share"].sum().round(6) == 100).all()
    alone = by_kind.frame[by_kind.frame["support"] == "this kind alone"]["n"].sum()
    one_source = by_number.frame[by_number.frame["support"] == "one source"]["n"].sum()
    assert one_source <= alone <= by_kind.n, "a fact with one source rests on one kind alone"


def test_charts_hold_their_rows() -> None:
    view = View.of("facts-by-sources", Filters())
    traces = drawn("facts-by-sources")["data"]
    assert [trace["name"] for trace in traces] == ["one source", "two sources", "three or more"]
    assert sorted(place for trace in traces for place in trace["customdata"]) == list(range(len(view.frame)))
    kinds = drawn("facts-by-source-kind")
    sums: dict[str, int] = {}
    for trace in kinds["data"]:
        sums[trace["name"]] = sums.get(trace["name"], 0) + sum(trace["x"])
    assert sums == View.of("facts-by-source-kind", Filters()).frame.groupby("support")["n"].sum().to_dict()
    grid = View.of("coding-confusion", Filters(coding="documents theme"))
    shown = json.loads(grid.plot(LIGHT).to_json())
    assert len(shown["data"][0]["customdata"]) == len(grid.frame) == len(shown["layout"]["shapes"])
    assert grid.frame["n"].sum() == grid.n


def test_titles_and_descriptions_come_from_the_rows() -> None:
    for name in ("facts-by-sources", "facts-by-source-kind", "coding-confusion"):
        view = View.of(name, Filters())
        assert any(character.isdigit() for character in view.title)
        assert FIGURES[name].title(view.frame.iloc[0:0]) == FIGURES[name].measure
    assert "385" not in View.of("facts-by-sources", Filters(chairmanships=("cn-2001",))).title
    assert "blind coder 2" in View.of("coding-confusion", Filters(coders="blind-1 / blind-2")).alt


def test_every_column_is_explained_filled_in_part_and_leads_to_a_record_that_exists() -> None:
    columns = tables.dictionary()
    assert set(columns["table_name"]) == set(data.TABLES)
    assert not columns["description"].isna().any()
    assert columns["share"].between(0, 100).all()
    for table, ids in columns[columns["record_id"] != ""].groupby("record_table")["record_id"]:
        known = set(queries.run("common/records", {"table": table, "ids": tuple(ids)})["row_id"])
        assert set(ids) <= known, table
    never = columns[columns["example"] == ""]
    assert (never["share"] == 0).all()


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_from_its_link(section: str) -> None:
    at = visit("data", section=section)
    assert not fail_words(at)
    assert at.session_state["section"] == section
    assert len(at.title) == 1


@pytest.mark.slow
@pytest.mark.parametrize("section", SECTIONS)
def test_a_search_without_hits_and_wild_text_leave_a_page(section: str) -> None:
    for words in ("zzzz no such thing", "'; drop table documents; --", "[x](javascript:alert(1)) <b>", "א‮x\x00"):
        assert not fail_words(visit("data", section=section, find=words, browse="Sources", about="gaps"))


def test_only_the_open_section_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> list:
        raise AssertionError("computed for a closed section")

    monkeypatch.setattr("ui.dataset.coding.agreement", refused)
    assert not fail_words(visit("data", section="Conflicts"))


def test_a_careful_reader_is_answered_from_the_page_alone() -> None:
    words = words_of("In short")
    facts = queries.run("dataset/answers").iloc[0]
    for name in ("n_documents", "n_counted", "n_one_source", "n_gaps", "n_conflicts", "n_coded"):
        assert str(facts[name]) in words
    assert "rows added" in words and "Accessed" in words
    for alpha in ("alpha 0.975", "alpha 0.986", "alpha 0.866"):  # as worked out elsewhere, in test_agreement.py
        assert alpha in words.replace("\\", "")
    assert not re.findall(r"[a-z]{3}\.[A-Z][a-z]", words.replace("\\", "")), "two sentences have a blank between them"
    coding = words_of("Coding")
    assert "kappa" in coding.lower() and "Krippendorff" in coding
    releases = words_of("Releases")
    assert "served now" in releases and "kept for comparison" in releases
    assert "CC BY" in words_of("Use and cite")


def test_the_share_of_facts_on_several_sources_is_that_of_the_evidence(real: data.Database) -> None:
    found = oracle.tables(real)
    keys = {"chairmanships": "chairmanship_id", "meetings": "meeting_id", "documents": "document_id", "priorities": "priority_id"}
    keys |= {"events": "event_id", "membership_steps": "step_id", "reported_figures": "figure_id"}
    resting = found["evidence"].groupby(["table_name", "row_id"])["source_id"].nunique()
    each = [int(resting.get((table, row), 0)) for table, key in keys.items() for row in found[table][key]]
    several = sum(n > 1 for n in each)
    told = f"{number(len(each) - several)} of {number(len(each))} facts rest on one source, {number(several)} ({100 * several / len(each):.1f}\u00a0%) on two or more."
    assert told in words_of("In short").replace("\\", "")
    assert several / len(each) >= 0.75


def test_what_is_missing_is_told_by_table() -> None:
    words = words_of("In short")
    gaps = queries.run("dataset/gaps", Filters().parameters(queries.vocabulary()))["table_name"].value_counts()
    cells = queries.run("dataset/coverage", Filters().parameters(queries.vocabulary()))
    coded = (cells[cells["table_name"] == "priorities"]["n"] > 0).sum()
    assert f"documents {gaps['documents']}" in words
    assert f"priorities for {coded}" in words


def test_shades_and_sign_of_the_matrix_are_explained_in_it() -> None:
    view = View.of("coverage-matrix", Filters())
    (key,) = [note["text"] for note in view.plot(LIGHT).to_dict()["layout"]["annotations"]]
    for words in ("10 rows or more", "1 to 9", "none", "known to be missing"):
        assert words.replace(" ", "\u00a0") in key


def test_an_answer_opens_its_section() -> None:
    at = visit("data")
    at.button(key="open-Coding").click().run()
    assert not fail_words(at)
    assert "Agreement" in [header.value for header in at.header]


def test_events_come_with_their_caution() -> None:
    at = visit("data", section="Tables", browse="Events")
    assert any("not all that was held" in part.value for part in at.markdown)


def test_a_table_is_filtered_by_value_and_by_word() -> None:
    at = visit("data", section="Tables")
    at.session_state["only-documents"] = ["legal_force: treaty", "theme_id: security"]
    at.run()
    frame = oracle.tables(data.current())["documents"]
    wanted = frame[(frame["legal_force"] == "treaty") & (frame["theme_id"] == "security")]
    assert list(at.dataframe[0].value["document_id"]) == list(wanted["document_id"])
    at.session_state["find"] = "convention"
    at.run()
    assert 0 < len(at.dataframe[0].value) < len(wanted)


def test_conflicts_are_chosen_by_table() -> None:
    at = visit("data", section="Conflicts")
    every = oracle.tables(data.current())["conflicts"]
    assert any(f"**{len(every)} contradictions**" in part.value for part in at.markdown)
    at.session_state["about"] = ["meetings"]
    at.run()
    about = every[every["table_name"] == "meetings"]
    told = [part.value for part in at.markdown if f"**{len(about)} contradictions**" in part.value]
    counts = about["followed"].value_counts()
    assert told and all(f"{FOLLOWED[name]} {n}" in told[0] for name, n in counts.items())
    assert {subject for subject in every["subject"] if f"**{plain(subject)}**" in {part.value for part in at.markdown}} <= set(about["subject"])


def test_changes_are_counted_by_row_and_shown_by_cell() -> None:
    found = [
        Change("events", "a", "changed", "note", "x", "y", "events", "a"),
        Change("events", "a", "changed", "place", "", "z", "events", "a"),
        Change("gaps", "b", "added", "", "", "", "gaps", "b"),
        Change("evidence", "c / d", "removed", "", "", "", "documents", "gone"),
    ]
    assert changes.counts(found).to_dict("records") == [
        {"table": "events", "added": 0, "changed": 1, "removed": 0},
        {"table": "evidence", "added": 0, "changed": 0, "removed": 1},
        {"table": "gaps", "added": 1, "changed": 0, "removed": 0},
    ]
    assert changes.in_words(found) == "1 row added, 1 changed, 1 removed"
    assert history._frame(found)["record_id"].tolist() == ["", "", "", ""], "rows that are no longer there have no link"


@pytest.mark.parametrize(
    ("page", "query", "key", "what"),
    [
        ("record", {"table": "documents", "id": "2017-counter-terrorism-statement"}, "documents-2017-counter-terrorism-statement", "documents 2017-counter-terrorism-statement: "),
        ("compare", {}, "compared-outcomes", "the figure compared-outcomes ("),
    ],
)
def test_without_an_address_a_report_is_a_text_to_copy(page: str, query: dict[str, str], key: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(report.WHERE, raising=False)
    at = visit(page, **query)
    assert not at.code or page == "record", "nothing is made before it is asked for"
    at.button(key=f"report-{key}").click().run()
    assert not fail_words(at)
    (ready,) = [code.value for code in at.code if code.value.startswith("Error in ")]
    assert ready.startswith(f"Error in {what}") and f"\nRelease {data.current().release}\n" in ready
    assert any("send it to" in text.value and plain(data.about().creators[0]) in text.value for text in at.markdown)


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("data@example.org", "[data\\@example\\.org](mailto:data@example.org)"),
        ("https://example.org/contact", "[https\\://example\\.org/contact](https://example.org/contact)"),
        ("the *desk*", "the \\*desk\\*"),
        ("", "the keeper of this dashboard: A \\*and\\* B"),
    ],
)
def test_a_report_goes_to_the_contact_of_the_dataset(contact: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    about = data.About(title="T", short_title="T", creators=["A *and* B"], contact=contact)
    monkeypatch.setattr(report.data, "about", lambda: about)
    assert report.receiver() == expected


def test_a_record_with_many_relations_shows_some_of_every_kind() -> None:
    related = queries.run("common/record_relations", {"table": "chairmanships", "id": "kz-2016"})
    at = visit("record", table="chairmanships", id="kz-2016")
    assert not fail_words(at)
    headings = [block.value for block in at.markdown]
    for relation, group in related.groupby("relation"):
        told = f"**{sentence_case(SEVERAL.get(str(relation), str(relation)))}** · {len(group)}" if len(group) > 1 else f"**{sentence_case(str(relation))}**"
        assert told in headings
    assert len(related) > 60 and {"priorities", "events", "meetings", "documents"} <= set(related["other_table"])
    folds = [fold.label for fold in at.expander if fold.label.endswith(" more")]
    assert folds == [f"{len(group) - MOST_OF_A_KIND} more" for _, group in related.groupby("relation", sort=False) if len(group) > MOST_OF_A_KIND]


def test_an_empty_link_is_none_recorded_and_an_empty_cell_not_known() -> None:
    table = visit("record", table="priorities", id="kz23-un-sdg-centre").table[0].value.set_index("Column")["Value"]
    assert table["Outcome event"] == table["Continues priority"] == "none recorded"
    assert visit("record", table="chairmanships", id="kz-2016").table[0].value.set_index("Column")["Value"]["Motto"] == "not known"
    assert "State" in set(visit("record", table="chairmanships", id="kz-2016").table[0].value["Column"])


def test_a_report_names_record_and_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(report.WHERE, "data@example.org")
    link = report.address("documents x & y", "https://example.org/record?id=x")
    assert link.startswith("mailto:data@example.org?subject=Error%20in%20documents%20x%20%26%20y&body=")
    assert data.current().release in link and "https%3A" in link
    for at in (visit("record", table="documents", id="2017-counter-terrorism-statement"), visit("data", section="Sources")):
        assert any("[Report an error](mailto:" in caption.value for caption in at.caption)
    monkeypatch.setenv(report.WHERE, "https://example.org/issues/new?labels=data")
    assert report.address("x", "").startswith("https://example.org/issues/new?labels=data&title=Error%20in%20x&body=")


@pytest.mark.parametrize("setting", ["javascript:alert(1)", "nobody", "a@b", "https://x.org/)[x](javascript:", "a@b.org?cc=c@d.org"])
def test_a_wrong_address_is_told_in_the_log_and_offered_to_nobody(setting: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv(report.WHERE, setting)
    report.target.cache_clear()
    assert report.address("x", "") == ""
    assert report.WHERE in caplog.text


def test_each_table_comes_with_lines_that_load_it() -> None:
    at = visit("data", section="Use and cite")
    at.selectbox(key="table-to-load").select("events").run()
    assert not fail_words(at)
    loading = [block.value for block in at.code if "/api/v1/tables/events.csv" in block.value]
    assert len(loading) == 3 and {"pd.read_csv", "read.csv", "Csv.Document"} == {word for word in ("pd.read_csv", "read.csv", "Csv.Document") for block in loading if word in block}


def test_the_page_is_short() -> None:
    assert len(PAGE.read_text(encoding="utf-8").splitlines()) <= 80


def test_every_cell_of_two_codings_says_how_many_and_nought_is_a_dot() -> None:
    frame, figure = View.of("coding-confusion", Filters()).frame, drawn("coding-confusion")
    places = list(zip(figure["data"][0]["x"], figure["data"][0]["y"], strict=True))
    words = {(note["x"], note["y"]): note["text"].removeprefix("<b>").removesuffix("</b>") for note in figure["layout"]["annotations"]}
    assert [words[place] for place in places] == [str(n) if n else "·" for n in frame["n"]]
    apart = frame[~frame["is_same"]]
    shades = {((shape["x0"] + shape["x1"]) / 2, (shape["y0"] + shape["y1"]) / 2): (shape["fillcolor"], shape.get("opacity", 1)) for shape in figure["layout"]["shapes"]}
    empty = {shades[places[row]] for row in apart.index[apart["n"] == 0]}
    assert len(empty) == 1 and not empty & {shades[places[row]] for row in apart.index[apart["n"] > 0]}


@pytest.mark.parametrize("section", ["Dictionary", "Releases"])
def test_numbers_of_rows_stand_in_tables_as_in_words(section: str) -> None:
    shown = visit("data", section=section).table[0].proto.arrow_data.styler.display_values
    cells = {cell for column in pyarrow.ipc.open_stream(shown).read_all().to_pydict().values() for cell in map(str, column)}
    assert any(re.fullmatch(r"\d\u202f\d{3}", cell) for cell in cells) and not any(re.fullmatch(r"\d{4,}", cell) for cell in cells)


def test_a_kind_of_source_that_always_stands_beside_others_has_no_fact_alone() -> None:
    view = View.of("facts-by-source-kind", Filters())
    kind = str(view.frame["source_kind"].iloc[0])
    shared = view.frame[(view.frame["source_kind"] != kind) | (view.frame["support"] == SHARED)].reset_index(drop=True)
    n = int(shared[shared["source_kind"] == kind]["n"].sum())
    notes = [note["text"] for note in holding(view, shared).plot(LIGHT).to_dict()["layout"]["annotations"]]
    assert f"0 + {number(n)}" in notes
