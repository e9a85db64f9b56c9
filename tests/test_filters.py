"""Filters: from a link to SQL values, to words, to a file name, and back into a link."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest

import data
import queries
from exports.view import View
from queries import FIELDS, Filters
from queries.filters import SLUG_VALUES, in_words
from tests.oracle import serving, widened
from ui.filters import from_state

LOW, HIGH = queries.vocabulary().years
HOSTILE = [
    "9" * 20,
    "9" * 90,
    "unknown",
    "x" * 10_000,
    "\x00",
    "\u202egnp.exe",
    "'; drop table documents; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "-1",
    "1e9",
    "9" * 400,
    "²",
    "",
    "{{7*7}}",
    "[link](javascript:alert(1))",
]


@pytest.fixture(scope="module")
def vocabulary() -> queries.Vocabulary:
    return queries.vocabulary()


def test_nothing_chosen_means_everything(vocabulary: queries.Vocabulary) -> None:
    values = Filters().parameters(vocabulary)
    assert values["themes"] == list(vocabulary.choices["themes"])
    assert (values["year_from"], values["year_to"]) == vocabulary.years
    assert "none" in values["chairmanships"]
    assert Filters().query_string(FIELDS, vocabulary) == ""
    assert Filters().slug(FIELDS, vocabulary) == ""


def test_a_filter_is_a_choice_where_the_data_give_more_than_one_way(vocabulary: queries.Vocabulary) -> None:
    def with_choices(number: int) -> queries.Vocabulary:
        return replace(vocabulary, choices={name: dict(list(of.items())[:number]) for name, of in vocabulary.choices.items()})

    for name, field in FIELDS.items():
        if field.kind in ("many", "one"):
            assert [with_choices(number).is_choice(name) for number in range(3)] == ([False, True, True] if field.kind == "many" else [False, False, True])
    assert [replace(vocabulary, years=(2001, last)).is_choice("years") for last in (2001, 2002)] == [False, True]
    assert [replace(vocabulary, days=(date(2001, 6, 15), last)).is_choice("day") for last in (date(2001, 6, 15), date(2001, 6, 16))] == [False, True]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"themes": ["security"]}, {"themes": ("security",)}),
        ({"themes": ["Security", "ECONOMY"]}, {"themes": ("security", "economy")}),
        ({"themes": ["economy", "security", "economy"]}, {"themes": ("security", "economy")}),
        ({"chairmanships": ["Kazakhstan 2016-2017"]}, {"chairmanships": ("kz-2016",)}),
        ({"chairmanships": ["Kazakhstan 2016–2017"]}, {"chairmanships": ("kz-2016",)}),
        ({"years": ["2025", "2001"]}, {"years": (2001, 2025)}),
        ({"years": [str(LOW), str(LOW + 1)]}, {"years": (LOW, LOW + 1)}),
        ({"years": [str(HIGH - 1), str(HIGH)]}, {"years": (HIGH - 1, HIGH)}),
        ({"first": ["uz-2021"]}, {"first": "uz-2021"}),
        ({"first": ["uz-2021", "kz-2016"]}, {"first": "kz-2016"}),
        ({"first": ["kz-2016", "uz-2021"]}, {"first": "uz-2021"}),
        ({"day": ["2001-06-15", "2017-06-09"], "q": ["a", "b"]}, {"day": date(2017, 6, 9), "q": "b"}),
        ({"day": ["2017-06-09"]}, {"day": date(2017, 6, 9)}),
        ({"day": ["992563200000000"]}, {"day": date(2001, 6, 15)}),
        ({"chairmanships": ["Kazakhstan 2016—2017"]}, {"chairmanships": ("kz-2016",)}),
        ({"day": ["2017–06–09"]}, {"day": date(2017, 6, 9)}),
        ({"day": ["20010615"]}, {"day": date(2001, 6, 15)}),
        ({"q": ["  anti-drug \x00"]}, {"q": "anti-drug"}),
        ({"utm_source": ["x"]}, {}),
    ],
)
def test_good_values_are_read(raw: dict[str, list[str]], expected: dict[str, object], vocabulary: queries.Vocabulary) -> None:
    filters, dropped = Filters.parse(raw, vocabulary)
    assert not dropped
    assert filters == Filters(**expected)  # type: ignore[arg-type]


@pytest.mark.parametrize("years", [(LOW - 1, LOW), (HIGH, HIGH + 1), (LOW,), (LOW, LOW + 1, LOW + 2)])
def test_years_outside_the_period_and_more_or_less_than_two_are_dropped(years: tuple[int, ...], vocabulary: queries.Vocabulary) -> None:
    filters, dropped = Filters.parse({"years": list(map(str, years))}, vocabulary)
    assert filters == Filters() and [one.reason for one in dropped] == [f"give two years from {LOW} to {HIGH}"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", [name for name in FIELDS if name != "q"])
def test_bad_values_are_dropped_and_said(name: str, value: str, vocabulary: queries.Vocabulary) -> None:
    filters, dropped = Filters.parse({name: [value]}, vocabulary)
    assert filters == Filters()
    assert len(dropped) == 1
    said = str(dropped[0])
    assert said.startswith(name) and len(said) < 200 and "\x00" not in said and "\u202e" not in said


@pytest.mark.parametrize(("letters", "told"), [(40, "x" * 40), (41, "x" * 40 + "…")])
def test_a_long_value_that_is_dropped_is_cut_where_it_is_said(letters: int, told: str, vocabulary: queries.Vocabulary) -> None:
    assert f"“{told}”:" in str(Filters.parse({"first": ["x" * letters]}, vocabulary)[1][0])


@pytest.mark.parametrize("value", HOSTILE)
def test_search_text_is_bound_or_dropped(value: str, vocabulary: queries.Vocabulary) -> None:
    filters, dropped = Filters.parse({"q": [value]}, vocabulary)
    assert bool(dropped) == (len(value) > 100)
    assert all(c.isprintable() for c in filters.q)


SOME = Filters(
    chairmanships=("kz-2016", "none"), themes=("security", "energy"), years=(2001, 2025), first="uz-2021", measure="share", day=date(2017, 6, 9), q="anti-drug"
)


def test_a_link_comes_back_as_the_same_filters(vocabulary: queries.Vocabulary) -> None:
    again, dropped = Filters.parse(parse_qs(SOME.query_string(FIELDS, vocabulary)), vocabulary)
    assert again == SOME and not dropped


def test_words_and_names(vocabulary: queries.Vocabulary) -> None:
    assert SOME.sentence(("themes", "years"), vocabulary) == "Security and Energy; 2001–2025"
    assert SOME.sentence(("day",), vocabulary) == "as of 9 June 2017"
    assert Filters().sentence(("first", "second"), vocabulary) == "Kazakhstan 2016–2017; compared with Kazakhstan 2023–2024"
    assert Filters(by="type", measure="share").sentence(("by", "measure"), vocabulary) == "as share; by type"
    assert SOME.slug(("themes", "years", "q"), vocabulary) == "security-energy_2001-2025_anti-drug"
    many = Filters(themes=tuple(vocabulary.choices["themes"])[:5])
    assert many.slug(("themes",), vocabulary).endswith("and-2-more")
    assert "more" not in replace(many, themes=many.themes[:SLUG_VALUES]).slug(("themes",), vocabulary), "as many as have room are all named"
    assert [in_words(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_widgets_and_links_make_the_same_filters(vocabulary: queries.Vocabulary) -> None:
    state = {
        "themes": ["energy", "security"],
        "years": (2025, 2001),
        "first": "uz-2021",
        "second": vocabulary.defaults["second"],
        "day": vocabulary.days[1],
        "q": " anti-drug ",
    }
    made = from_state(state, tuple(state), vocabulary)
    raw = {"themes": ["Energy", "Security"], "years": ["2001", "2025"], "first": ["Uzbekistan 2021-2022"], "q": ["anti-drug"]}
    assert made == Filters.parse(raw, vocabulary)[0]


def test_only_keeps_the_named(vocabulary: queries.Vocabulary) -> None:
    assert SOME.only(["themes"]) == Filters(themes=("security", "energy"))


def test_an_open_term_is_called_so_in_every_sentence_and_in_no_link(real: data.Database) -> None:
    with serving(real) as vocabulary:
        assert vocabulary.open_terms == {"pk-2026"}
        chosen = Filters(first="kg-2025", second="pk-2026", chairmanships=("pk-2026", "kz-2023"))
        assert chosen.sentence(("first", "second"), vocabulary) == "Kyrgyzstan 2025–2026; compared with Pakistan 2026–2027 (open term)"
        assert chosen.sentence(("chairmanships",), vocabulary) == "Pakistan 2026–2027 (open term) and Kazakhstan 2023–2024"
        assert "open" not in chosen.query_string(("first", "second"), vocabulary) + chosen.slug(("first", "second"), vocabulary)
        for name in ("compared-documents", "compared-calendar", "compared-growth", "compared-key-figures"):
            view = View.of(name, Filters(first="pk-2026", second="kg-2025"))
            assert "(open term)" in view.above and "0 of 0" not in view.title


def test_a_term_without_a_first_day_is_not_an_open_one(tmp_path: Path) -> None:
    terms = ["in-2024,IND,India 2024-2025,2024-07-04,,Delhi,2025-06-01,month,4,,", "mn-2030,MNG,Mongolia 2030-2031,,,Ulaanbaatar,2031-01-01,year,5,,"]
    with closing(widened(tmp_path, {"chairmanships": terms})) as database, serving(database) as vocabulary:
        assert set(vocabulary.choices["first"]) >= {"in-2024", "mn-2030"} and vocabulary.open_terms == {"in-2024"}


def test_choices_stand_in_the_order_in_which_they_are_offered(vocabulary: queries.Vocabulary) -> None:
    """What is chosen without a choice stands first, but among rows of the dataset, which have an order of their own."""
    fixed = ("period", "measure", "by", "indicator", "coding", "sort")
    assert {name: next(iter(vocabulary.choices[name])) for name in fixed} == {name: vocabulary.defaults[name] for name in fixed}
    assert list(vocabulary.choices["measure"]) == ["fitting", "count", "share"]
    assert list(vocabulary.choices["sort"]) == ["match", "newest", "oldest", "title"]
    assert list(vocabulary.choices["lanes"]) == ["meetings", "documents", "events", "membership_steps", "priorities"]
    assert list(vocabulary.choices["outcomes"]) == ["adopted", "realised", "in progress", "not achieved", "no evidence found"]
