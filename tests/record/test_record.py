"""The page of a record; of one to which much belongs: some of each kind at once, the rest a page at a time."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from charts.words import plural
from server.first.record import words_of
from tests import oracle
from tests.record import expected
from tests.record.shapes import LINKS, Known
from tests.test_pages import fail_words, visit
from ui.record.record import USES_A_PAGE
from ui.record_parts import MORE_A_PAGE, MOST_OF_A_KIND, SEVERAL
from ui.text import plain, titled

TEXTS = 130
MORE = {"documents": [f"2024-text-{n:03},Text {n:03},statement,chs,2024-01-01,year,,,kz-2023,culture,,,noted,political,,,true," for n in range(TEXTS)]}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[data.Database]:
    """The tiny dataset with more documents of one term and one source than two pages take."""
    database = oracle.widened(tmp_path_factory.mktemp("many"), MORE)
    yield database
    database.close()


def titles(at: AppTest) -> list[str]:
    """The links to the texts, in their order on the page."""
    return [link.proto.label for link in at.get("page_link") if link.proto.label.startswith("Text ")]


def named(first: int, last: int) -> list[str]:
    return [plain(f"Text {n:03} (2024)") for n in range(first, last)]


def test_a_contradiction_within_one_source_is_shown_without_a_second(tmp_path: Path) -> None:
    lines = ["growth,documents,2017-convention,Growth,Growth,news-2017,,,neither,One source contradicts itself."]
    with closing(oracle.widened(tmp_path, {"conflicts": lines})) as database, oracle.serving(database):
        (row,) = queries.run("record/conflicts", {"table": "documents", "id": "2017-convention"}).to_dict("records")
    assert (row["conflict_id"], row["source_a"]) == ("growth", "Summit closes") and pd.isna(row["source_b"])


@pytest.mark.slow
def test_of_many_related_records_the_first_are_shown_and_more_when_asked_for(many: data.Database) -> None:
    every = expected.record_relations(Known(oracle.tables(many)), {"table": "chairmanships", "id": "kz-2023"})
    own = [f"{row['title']} (" for row in every if row["relation"] == "document of the term"]
    assert len(own) > MOST_OF_A_KIND + 2 * MORE_A_PAGE
    before = sum(not title.startswith("Text ") for title in own[:MOST_OF_A_KIND])
    with oracle.serving(many):
        at = visit("record", table="chairmanships", id="kz-2023")
        assert not fail_words(at)
        assert titles(at) == named(0, MOST_OF_A_KIND - before)
        assert f"**Documents of the term** · {len(own)}" in [block.value for block in at.markdown]
        (fold,) = [fold for fold in at.expander if fold.label.endswith(" more")]
        assert fold.label == f"{len(own) - MOST_OF_A_KIND} more"
        key = "more-chairmanships-kz-2023-document of the term"
        at.session_state[key] = True
        at.run()
        assert titles(at) == named(0, MOST_OF_A_KIND - before + MORE_A_PAGE)
        at.session_state[f"page-{key}"] = 2
        at.run()
        start = MOST_OF_A_KIND - before + MORE_A_PAGE
        assert titles(at) == named(0, MOST_OF_A_KIND - before) + named(start, start + MORE_A_PAGE)


def test_the_places_in_a_source_come_a_page_at_a_time(many: data.Database) -> None:
    every = expected.source_uses(Known(oracle.tables(many)), {"id": "news-2017"})
    facts = len({(row["table_name"], row["row_id"]) for row in every})
    assert len(every) > 2 * USES_A_PAGE and facts < len(every) + 1
    with oracle.serving(many):
        at = visit("record", table="sources", id="news-2017")
        assert not fail_words(at)
        assert f"What rests on this source: {facts} facts" in [header.value for header in at.header]
        assert titles(at) == [row["title"] for row in every[:USES_A_PAGE] if row["title"].startswith("Text ")]
        at.session_state["page-uses-news-2017"] = 2
        at.run()
        assert titles(at) == [row["title"] for row in every[USES_A_PAGE : 2 * USES_A_PAGE] if row["title"].startswith("Text ")]
        assert any(f"Places {USES_A_PAGE + 1} to {2 * USES_A_PAGE} of {len(every)}." in caption.value for caption in at.caption)


def test_the_cells_of_a_row_name_records_by_their_titles(many: data.Database) -> None:
    with oracle.serving(many):
        at = visit("record", table="documents", id="2024-text-001")
        cells = at.table[0].value.set_index("Column")["Value"]
        assert (cells["Chairmanship"], cells["Body"]) == (plain("Kazakhstan 2023-2024"), "Council of Heads of State")
        assert cells["Meeting"] == "none recorded"


def test_several_related_records_stand_under_a_plural() -> None:
    words = [block.value for block in visit("record", table="countries", id="KAZ").markdown]
    assert {"**Chairmanships** · 4", "**Membership steps** · 2"} <= set(words)
    assert set(SEVERAL) <= {back for _, _, _, back, _ in LINKS}, "words of a relation that is no longer there"


def test_titles_are_set_as_in_print() -> None:
    at = visit("record", table="chairmanships", id="kz-2016")
    assert at.title[0].value.replace("\u2060", "") == "Kazakhstan 2016–2017"
    at = visit("record", table="reported_figures", id="fig-2017-drug-recovery")
    assert "3\u202f000\u202f000 persons" in at.title[0].value
    assert titled("documents", "Plan 2016-2018, 10000 copies") == "Plan 2016–2018, 10000 copies"
    assert words_of("chairmanships", "kz-2016")[0] == "Kazakhstan 2016–2017", "the first words are those of the page"


def test_record_page_shows_evidence_and_is_polite_about_unknown_ids() -> None:
    at = visit("record", table="documents", id="2017-counter-terrorism-statement")
    assert not fail_words(at)
    assert "Evidence" in [h.value for h in at.header]
    assert visit("record", table="documents", id="no-such").title[0].value == "No such record"


def test_record_of_a_contradiction_shows_both_statements() -> None:
    row = queries.run("common/conflicts").dropna(subset=["claim_b"]).iloc[0]
    at = visit("record", table="conflicts", id=row["conflict_id"])
    assert not fail_words(at)
    assert "Evidence" not in [h.value for h in at.header]
    told = [part.value for part in at.markdown]
    assert plain(row["claim_a"]) in told and plain(row["claim_b"]) in told


def test_record_of_a_claim_gives_whole_numbers_as_such() -> None:
    at = visit("record", table="reported_figures", id="fig-2017-documents-alimov")
    assert any("exactly 11 documents" in part.value.replace("\\", "") for part in at.markdown)
    assert "11" in set(at.table[0].value["Value"])


def test_a_source_and_the_list_of_sources_count_the_same_facts() -> None:
    for row in queries.run("dataset/sources").head(3).itertuples():
        at = visit("record", table="sources", id=row.source_id)
        assert f"What rests on this source: {plural(row.n_facts, 'facts')}" in [h.value for h in at.header]


def test_record_of_a_country_says_what_it_is() -> None:
    at = visit("record", table="countries", id="IND")
    assert any("member, since 9 June 2017" in part.value.replace("\\", "") for part in at.markdown)
