"""The page of the search as a visitor meets it: groups with totals, marks, links that come back, polite words, hostile links."""

import re
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from queries import words
from queries.passages import Passage
from queries.search import results
from queries.search.results import A_PAGE, FIRST_OF_A_KIND, LONGEST
from tests.test_filters import HOSTILE
from tests.test_pages import MAIN, fail_words, visit
from ui.navigation import FOLDER, SCREENS
from ui.search import box
from ui.search.results import marked

pytestmark = pytest.mark.broad


def links(at: AppTest) -> dict[str, dict[str, list[str]]]:
    """Label of each link of the page as it is read -> the values that it leads to."""
    return {re.sub(r"\*\*|\\", "", link.proto.label): parse_qs(link.proto.query_string) for link in at.get("page_link")}


def told(at: AppTest) -> str:
    """All words of the page, without the signs of Markdown."""
    return re.sub(r"\*\*|\\", "", "\n".join(str(part.value) for part in [*at.title, *at.header, *at.markdown, *at.caption]))


def test_groups_with_totals_and_the_first_of_each() -> None:
    at = visit("search", q="drugs")
    assert not fail_words(at)
    groups = results.search("drugs")
    assert [head.value.replace("\\", "") for head in at.header] == [f"{group.label} · {group.total}" for group in groups]
    assert f"{sum(group.total for group in groups)} records" in told(at)
    records = [values for values in links(at).values() if "id" in values]
    shown = {(hit.table, hit.row_id) for group in groups for hit in group.hits}
    assert {(values["table"][0], values["id"][0]) for values in records} <= shown
    assert len([link for link in at.get("page_link") if "table=" in link.proto.query_string]) == len(shown)
    more = {group.kind for group in groups if group.total > FIRST_OF_A_KIND}
    assert {values["kind"][0] for values in links(at).values() if "kind" in values} == more != set()


def test_a_hit_says_when_and_where_with_the_words_marked() -> None:
    at = visit("search", q="narcotics dependence")
    (hit,) = results.search("narcotics dependence")[0].hits
    assert hit.passages[0].field == "Note"
    (caption,) = [part.value for part in at.caption if "Note" in part.value]
    assert "**drug**" in caption and "**dependence**" in caption and caption.startswith("13 March 2017")
    assert marked(Passage("Title", "Anti-[Drug] <b>", ((6, 10),))) == "Anti\\-\\[**Drug**\\] \\<b\\>"
    assert marked(Passage("Title", "on drugs and more", ((3, 8),))) == "on **drugs** and more"


def test_one_kind_page_by_page() -> None:
    total = results.page("cooperation", "documents", 1).total
    at = visit("search", q="cooperation", kind="documents")
    assert not fail_words(at) and [head.value.replace("\\", "") for head in at.header] == [f"Documents · {total}"]

    def first() -> str:
        return next(link.proto.query_string for link in at.get("page_link") if "table=" in link.proto.query_string)

    one = first()
    at.session_state["page"] = 2
    at.run()
    assert first() != one and results.page("cooperation", "documents", 2).hits[0].row_id in first()
    assert len([link for link in at.get("page_link") if "table=" in link.proto.query_string]) == min(A_PAGE, total - A_PAGE)
    assert links(at)["All kinds of record"] == {"q": ["cooperation"]}


def test_nothing_found_says_why_and_what_may_be_meant() -> None:
    at = visit("search", q="дружба")
    assert not fail_words(at) and "No record holds this word" in told(at) and "in English" in told(at)
    at = visit("search", q="terorism drugs")
    assert links(at)["Did you mean terrorism drugs?"] == {"q": ["terrorism drugs"]}
    assert "terorism: none" in told(at) and "English" not in told(at)
    assert links(at)[f"drugs: {results.total('drugs')} records"] == {"q": ["drugs"]}
    at = visit("search", q="qqqqzzzz")
    assert not fail_words(at) and "No record holds this word" in told(at) and "Did you mean" not in "".join(links(at))


def test_an_empty_search_says_what_can_be_searched() -> None:
    at = visit("search")
    assert not fail_words(at)
    assert all(f"{results.KINDS[kind]} {f'{n:,}'.replace(',', chr(0x202F))}" in told(at) for kind, n in results.searchable().items())
    assert {"drugs", "counter-terrorism", "Belt and Road"} <= links(at).keys()


def test_the_page_tells_all_that_counts_as_found() -> None:
    assert "in any form, drug or narcotic." in told(visit("search", q="drugs"))
    assert "in any form, all of these: drug or narcotic; strategies or strategy." in told(visit("search", q="drugs strategy"))
    title = next(hit.title.text for hit in results.page("memorandum", "documents", 1).hits if words.left_out(hit.title.text[:LONGEST]))
    assert f"first {words.SLOTS} words" in told(visit("search", q=title[:LONGEST]))


@pytest.mark.parametrize("value", [*HOSTILE, "a" * (LONGEST + 1), "drug* (", "**bold** drugs", "$x$ :red[drugs]"])
def test_hostile_links_leave_a_normal_page(value: str) -> None:
    at = visit("search", q=value, kind=value)
    assert not fail_words(at) and len(at.title) == 1
    assert "\u202e" not in told(at) and "\x00" not in told(at)
    assert "<script>" not in "".join(str(part.value) for part in [*at.title, *at.markdown, *at.caption]), "signs of HTML are made harmless"
    assert len(at.title[0].value.replace("\\", "")) <= len("Search: ") + LONGEST
    assert (len(value) > LONGEST) == ("Only the first" in told(at) and "characters" in told(at))


def test_a_link_to_a_page_is_that_page_at_once() -> None:
    at = AppTest.from_file(MAIN, default_timeout=30).run()
    at.switch_page(str(FOLDER / "search.py"))
    at.query_params.update({"q": "cooperation", "kind": "documents", "page": "2"})
    at.run()
    second = results.page("cooperation", "documents", 2).hits[0]
    first_shown = next(link.proto.query_string for link in at.get("page_link") if "table=" in link.proto.query_string)
    assert f"id={second.row_id}" in first_shown


@pytest.mark.parametrize("value", ["0", "-1", "999", "x", "1e9", "9" * 400, ""])
def test_a_page_that_is_not_there_is_the_first(value: str) -> None:
    at = visit("search", q="cooperation", kind="documents")
    at.query_params["page"] = value
    at.run()
    assert not fail_words(at)
    first = results.page("cooperation", "documents", 1).hits[0]
    assert any(first.row_id in link.proto.query_string for link in at.get("page_link"))


@pytest.mark.parametrize("name", [screen.name for screen in SCREENS])
def test_every_page_has_the_box_and_the_box_leads_to_what_is_found(name: str) -> None:
    at = visit(name)
    assert [part.proto.component_name for part in at.get("bidi_component")].count("search") == 1
    at.session_state[box.ASKED] = "  drugs   energy "
    at.run()
    assert not fail_words(at) and at.title[0].value == "Search: drugs energy"
    assert at.query_params["q"] in ("drugs energy", ["drugs energy"])


def test_words_of_the_box_are_text() -> None:
    assert words.slots("'; drop table documents; --")["q_1"] == words.terms("drop")[0].pattern
