"""Statuses, steps and measures of another organisation: described or not, what they do to a status, and which faults are told."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import data
from data.build import theme_order
from data.description import About, faults_of
from data.organisation.lists import MEASURES, lists_of
from data.organisation.shares import USUAL, indicators_of, shares_of
from data.organisation.told import LEVELS, is_levels
from data.reading.sheets import Raw
from tests import oracle
from tests.own_words import CODES, sought
from tests.test_layers import ROOT, all_strings

pytestmark = pytest.mark.broad

SQL_FILES = sorted(path for layer in ("data", "queries") for path in (ROOT / layer).rglob("*.sql"))

DESCRIBED = """title = "Union"
short_title = "Union"
measures = ["documents", "partner countries"]
[statuses.member]
full = true
letter = "F"
[statuses."partner country"]
plural = "Partner countries"
letter = "P"
code = 2
measure = "partner countries"
[steps]
founding = "found"
invitation = "none"
refusal = "none"
accession = "grant"
withdrawal = "end"
"""
STEPS = [
    ("KAZ", "member", "founding", "2001-06-15", "true"),
    ("KAZ", "member", "withdrawal", "2010-01-01", "true"),
    ("KAZ", "member", "accession", "2015-01-01", "true"),
    ("CHN", "member", "invitation", "2004-01-01", "false"),
    ("CHN", "member", "refusal", "2005-01-01", "false"),
    ("IND", "partner country", "accession", "2006-01-01", "true"),
    ("IND", "partner country", "withdrawal", "2008-01-01", "true"),
]


@pytest.fixture
def union(tiny_folder: Path) -> Path:
    """The tiny dataset with the steps of another organisation; its description is left to the test."""
    (tiny_folder / "dataset.toml").unlink()
    header = "step_id,iso3,status,step,on_date,date_precision,is_effective,note\n"
    lines = [f"s{place},{iso3},{status},{step},{day},day,{effective},\n" for place, (iso3, status, step, day, effective) in enumerate(STEPS)]
    (tiny_folder / "membership_steps.csv").write_text(header + "".join(lines), encoding="utf-8")
    for table in ("reported_figures", "conflicts"):
        file = tiny_folder / f"{table}.csv"
        file.write_text(file.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    evidence = (tiny_folder / "evidence.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    rest = [line for line in evidence if not line.startswith(("membership_steps,", "reported_figures,"))]
    found = [f"membership_steps,s{place},statement,chronicle,para {place},\n" for place in range(len(STEPS))]
    (tiny_folder / "evidence.csv").write_text("".join([*rest, *found]), encoding="utf-8")
    return tiny_folder


def spells(database: data.Database) -> list[tuple]:
    with database.cursor() as cursor:
        return cursor.execute("select iso3, status, start_on::varchar, end_on::varchar from membership_spells order by iso3, start_on").fetchall()


def test_a_step_that_ends_a_status_begins_none_and_a_refusal_grants_none(union: Path) -> None:
    (union / "dataset.toml").write_text(DESCRIBED, encoding="utf-8")
    assert spells(data.connect(union)) == [
        ("IND", "partner country", "2006-01-01", "2008-01-01"),
        ("KAZ", "member", "2001-06-15", "2010-01-01"),
        ("KAZ", "member", "2015-01-01", None),
    ]


def test_without_a_description_the_words_in_use_count(union: Path) -> None:
    made = data.connect(union)
    assert [(status.name, status.heading, status.is_full, status.mark) for status in made.lists.statuses] == [("member", "Member", True, 1), ("partner country", "Partner country", False, 2)]
    assert {step.name: step.effect for step in made.lists.steps}["withdrawal"] == "end"
    assert len(spells(made)) == 3


def test_a_measure_of_a_status_with_a_capital_has_it_inside_a_sentence_too() -> None:
    statuses = {"observer": {"inside": "Observer", "plural": "Observers"}, "partner": {"inside": "partner", "plural": "Partners"}, "Guest": {"inside": "Guest", "plural": "Guests of honour"}}
    named = {name: told | {"measure": measure} for (name, told), measure in zip(statuses.items(), ("observers", "partners", "guests"), strict=True)}
    lists = lists_of(["security"], replace(About("Title", "Short"), statuses=named), {"status": [], "step": [], "measure": [], "indicator": []})
    assert [lists.spoken(measure) for measure in ("observers", "partners", "guests", "documents")] == ["Observers", "partners", "guests", "documents"]


@pytest.mark.parametrize(
    ("themes", "others", "order"),
    [
        ([["b", "2"], ["a", "10"]], ["c"], ["b", "a"]),
        ([["b", "2"], ["a", "one"]], ["c"], ["b", "a"]),
        ([["b", "2"], ["a", ""]], ["c"], ["b", "a"]),
        ([], ["c", "d", "c"], ["c", "d"]),
        ([], [], ["none"]),
    ],
    ids=["by number", "no number", "a number missing", "no themes", "nothing at all"],
)
def test_themes_stand_in_their_order_or_as_they_are_used(themes: list[list[str]], others: list[str], order: list[str]) -> None:
    raws = {"themes": Raw("themes.csv", ["theme_id", "sort_order"], themes), "documents": Raw("documents.csv", ["theme_id"], [[theme] for theme in others])}
    assert theme_order(raws)[: len(order)] == order and set(theme_order(raws)) <= {*order, *others}


def test_levels_are_some_or_all_of_those_that_are_known() -> None:
    every = dict.fromkeys(LEVELS, "heads of government")
    some = dict(list(every.items())[1:])
    assert [is_levels(told) for told in ({}, some, every, every | {"unknown": "x"}, dict.fromkeys(LEVELS, 5))] == [True, True, True, False, False]


def test_figures_speak_of_these_statuses(union: Path) -> None:
    from charts.membership.statuses import counted, letter
    from exports.view import View
    from queries import Filters

    (union / "dataset.toml").write_text(DESCRIBED, encoding="utf-8")
    with oracle.serving(data.connect(union)):
        assert (counted("partner country", 2), counted("member", 1), letter("member")) == ("2 partner countries", "1 member", "F")
        told = " ".join(View.of(name, Filters()).alt for name in ("membership-growth", "country-ladder", "country-year"))
        assert "1 member" in told and "partner countries" in told and not {"observer", "sco", "shanghai"} & set(told.lower().split())


def test_a_word_that_is_on_no_list_is_told_with_the_place_of_the_list(union: Path) -> None:
    (union / "dataset.toml").write_text(DESCRIBED.replace("[statuses.\"partner country\"]", "[statuses.associate]").replace("refusal", "regret"), encoding="utf-8")
    with pytest.raises(data.DataError) as error:
        data.connect(union)
    told = [str(fault) for fault in error.value.faults]
    assert any("membership_steps.csv, line 7, status 'partner country': not one of member, associate. Correct the row, or add the status to dataset.toml under statuses." in one for one in told), told
    assert any("'refusal': not one of founding, invitation, regret, accession, withdrawal" in one for one in told)


@pytest.mark.parametrize("granted", [("KAZ", "member", "accession", "2016-01-01", "true"), ("CHN", "member", "invitation", "2006-01-01", "true")])
def test_a_status_counts_from_one_step_and_once_more_after_each_end(union: Path, granted: tuple[str, ...]) -> None:
    (union / "dataset.toml").write_text(DESCRIBED, encoding="utf-8")
    iso3, status, step, day, effective = granted
    with (union / "membership_steps.csv").open("a", encoding="utf-8") as file:
        file.write(f"more,{iso3},{status},{step},{day},day,{effective},\n")
    with (union / "evidence.csv").open("a", encoding="utf-8") as file:
        file.write("membership_steps,more,statement,chronicle,para 99,\n")
    with pytest.raises(data.DataError, match="exactly one effective step"):
        data.connect(union)


@pytest.mark.parametrize("told", [{"statuses": {"a": {"colour": "red"}}}, {"statuses": {"a": {"full": 1}}}, {"steps": {"a": "grants"}}, {"measures": "documents"},
                                  {"levels": {"court": "judges"}}, {"indicators": {"a": {"size": "b"}}}, {"shares": [{"measure": "a"}]}, {"tiles": {"A": [0]}},
                                  {"tiles": {"A": [0, 1], "B": [0, 1]}}, *({"tiles": {"A": place}} for place in (3, "ab", [0, 1, 2], ["a", "b"], [0, -1], [100, 0], [0, True]))])
def test_a_list_that_says_something_else_is_a_fault(told: dict) -> None:
    assert [fault.file for fault in faults_of({"title": "T", "short_title": "T"} | told)] == ["dataset.toml"]


def test_without_a_description_an_indicator_is_named_by_its_rows_and_its_claims_by_their_measure() -> None:
    indicators = indicators_of({}, ["fresh_water", "population", "fresh_water"])
    assert [(one.name, one.label, one.of, one.title) for one in indicators] == [
        ("fresh_water", "Fresh water", "world fresh water", "Fresh water"),
        ("population", "Population", "world population", "Population"),
    ]
    (share,) = shares_of([], indicators, MEASURES)
    assert (share.measure, share.of, share.indicators, share.is_comparable) == ("share of world population", "world population", ["population"], True)
    assert [one.name for one in indicators_of({}, [])] == [USUAL]


def test_no_word_of_the_organisation_stands_in_the_program(real: data.Database) -> None:
    pattern = sought(real)
    told = {"a string of the code": [text.replace(CODES, "") for text in sorted(all_strings())], **{path.name: [re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8"))] for path in SQL_FILES}}
    assert not [(where, found[0]) for where, texts in told.items() for text in texts if (found := pattern.search(text))]


def test_no_state_of_the_organisation_stands_in_the_program(real: data.Database) -> None:
    with real.cursor() as cursor:
        codes = {code for (code,) in cursor.execute("select iso3 from countries").fetchall()}
    assert not codes & all_strings()
