"""Citations of the dataset, of every view and of every document parse, and name release and day of access."""

import json
from datetime import date

import jsonschema
import pytest
import rispy
from pybtex.database import parse_string

import data
import queries
from charts.catalogue import FIGURES
from exports import citation
from exports.view import View
from queries import Filters

pytestmark = pytest.mark.broad

BASE = "https://dashboard.example"
DAY = date(2027, 2, 3)
TEXT, DATED = (
    {"type": "string", "minLength": 1},
    {"type": "object", "properties": {"date-parts": {"type": "array", "maxItems": 1}}, "additionalProperties": False},
)
# The part of the CSL-JSON format that the citations use, with its types; nothing else may stand there.
CSL = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["type", "id", "title", "author", "issued", "accessed", "version"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("id", "title", "container-title", "version", "URL", "note"), TEXT),
            "type": {"enum": ["dataset"]},
            "author": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "object", "properties": {"literal": TEXT}, "required": ["literal"], "additionalProperties": False},
            },
            "issued": DATED,
            "accessed": DATED,
        },
    },
}


@pytest.fixture(autouse=True)
def a_later_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of access is taken when the citation is made, not when the program starts."""
    monkeypatch.setattr(citation, "today", lambda: DAY)


def documents() -> list[tuple[str, str]]:
    found = queries.behind("compare/documents", Filters().parameters(queries.vocabulary()), rows=1_000)
    ids = sorted(found.rows["record_id"])
    records = queries.run("common/records", {"table": "documents", "ids": tuple(ids)})
    return list(zip(records["row_id"], records["title"], strict=True))


def check(work: citation.Work) -> None:
    """All four forms of a citation, read by other people's programs."""
    about = data.about()
    words = citation.words(work)
    assert f"Release {work.release}" in words and "Accessed 3 February 2027" in words and about.title in words and work.address in words
    (key, entry), *more = parse_string(citation.bibtex(work), "bibtex").entries.items()
    assert not more and key.isascii()
    assert entry.fields["version"] == work.release and entry.fields["urldate"] == "2027-02-03" and entry.fields["url"] == work.address
    assert entry.persons["author"]
    (item,) = rispy.loads(citation.ris(work))
    assert item["type_of_reference"] == "DATA" and item["urls"] == [work.address] and item["access_date"] == "2027/02/03/"
    assert work.release in item["edition"]
    told = json.loads(citation.csl(work))
    jsonschema.validate(told, CSL)
    assert told[0]["accessed"]["date-parts"] == [[2027, 2, 3]] and told[0]["version"] == work.release
    assert told[0]["title"] == (work.part or about.title)


def test_the_release() -> None:
    work = citation.of_release(BASE)
    check(work)
    assert work.address == f"{BASE}/?rel={data.current().release}"


@pytest.mark.parametrize("name", FIGURES)
def test_a_view(name: str) -> None:
    view = View.of(name, Filters(themes=("security",)), BASE)
    check(citation.of_view(view))
    assert view.sentence in citation.words(citation.of_view(view))


def test_every_document_compared() -> None:
    found = documents()
    assert len(found) > 50
    for row_id, title in found:
        work = citation.of_record("documents", row_id, title, BASE)
        check(work)
        assert work.address == f"{BASE}/record?table=documents&id={row_id}&rel={work.release}"


@pytest.mark.parametrize("title", ["50 % of {all} & $1_000 #2 ~ ^ \\end", "}{", "two\nlines\r\nER  - ", '"quoted" @misc{x,', "上海合作组织 شنغهاي 🕊"])
def test_titles_with_signs_that_mean_something(title: str) -> None:
    work = citation.of_record("documents", "x", title, BASE)
    check(work)
    assert len(rispy.loads(citation.ris(work))) == 1


def test_without_an_address_nothing_is_made_up() -> None:
    work = citation.of_record("documents", "x", "Title")
    assert work.address == "" and "url" not in citation.bibtex(work).replace("urldate", "") and "UR  -" not in citation.ris(work)
