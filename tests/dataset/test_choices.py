"""What may be chosen in the filters, and the themes, worked out from the tables and from the schema."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import data
import queries
from data.catalogue import sql
from exports.view import View
from queries import Filters
from tests import oracle

LISTS = {"types": "document_type", "outcomes": "outcome", "kinds": "priority_kind", "forces": "legal_force"}
LEVELS = ("summit", "government", "ministerial", "expert", "partner", "external")
CODERS = ("first", "blind-1", "blind-2", "blind-3")
Choices = dict[str, list[tuple[str, str, bool]]]


def listed(kind: str) -> list[str]:
    """The values of a closed list in the schema, in its order."""
    (values,) = re.findall(rf"create type {kind} as enum \((.*?)\);", sql("schema"), re.S)
    return re.findall(r"'((?:[^']|'')*)'", values)


def statuses(folder: Path) -> list[tuple[str, str, bool]]:
    """The statuses of a description in its order, under their headings."""
    told = tomllib.loads((folder / "dataset.toml").read_text(encoding="utf-8"))["statuses"]
    return [(name, status.get("heading", name.capitalize()), False) for name, status in told.items()]


def choices(tables: dict[str, pd.DataFrame]) -> Choices:
    """Value, label and whether it stands at first, by filter; the choices that no row decides are left out."""
    found: Choices = {}
    terms = sorted(tables["chairmanships"].to_dict("records"), key=lambda term: (term["start_on"] or date.min, term["chairmanship_id"]))
    found["chairmanships"] = [*((term["chairmanship_id"], term["label"], False) for term in terms), ("none", "Outside a chairmanship", False)]
    n_priorities = tables["priorities"]["chairmanship_id"].value_counts()
    coded = [term for term in terms if n_priorities.get(term["chairmanship_id"], 0)]
    most = sorted(coded, key=lambda term: -n_priorities[term["chairmanship_id"]])[:2]
    pair = [term["chairmanship_id"] for term in terms if term in most]
    for place, name in enumerate(("first", "second")):
        found[name] = [(term["chairmanship_id"], term["label"], term["chairmanship_id"] == pair[place]) for term in terms]
    labels = {term["chairmanship_id"]: term["label"] for term in terms}
    found["period"] = [("all", "Whole span", True), *((chair, labels[chair], False) for chair in pair), ("recent", "Last five years", False)]
    themes = tables["themes"].sort_values("sort_order")
    found["themes"] = [(theme, label, False) for theme, label in zip(themes["theme_id"], themes["label"], strict=True)]
    bodies = [row for row in tables["bodies"].to_dict("records") if row["body_id"] in set(tables["documents"]["body_id"])]
    found["bodies"] = [(row["body_id"], row["label"], False) for row in sorted(bodies, key=lambda row: (LEVELS.index(row["level"]), row["label"]))]
    for field, kind in LISTS.items():
        found[field] = [(value, value.capitalize(), False) for value in listed(kind)]
    found["coders"] = list(pairs_of_coders(tables["codings"]))
    return found


def pairs_of_coders(codings: pd.DataFrame) -> Iterator[tuple[str, str, bool]]:
    """Two coders of those who gave a value; at first the two who come first among those who coded outcomes."""
    coders = [coder for coder in CODERS if coder in set(codings["coder"])]
    of_outcomes = set(codings[(codings["table_name"] == "priorities") & (codings["variable"] == "outcome")]["coder"])
    pairs = list(combinations(coders, 2))
    at_first = next((pair for pair in pairs if set(pair) <= of_outcomes), pairs[0] if pairs else None)
    for one, other in pairs:
        number, second = one.removeprefix("blind-"), other.removeprefix("blind-")
        blind = "Two blind coders" if sum(coder != "first" for coder in coders) == 2 else f"Blind coders {number} and {second}"
        yield f"{one} / {other}", f"First reading and blind coder {second}" if one == "first" else blind, (one, other) == at_first
    if not pairs:
        yield "none", "No two coders", True


def shown(database: data.Database) -> Choices:
    with oracle.serving(database):
        found: Choices = defaultdict(list)
        for row in queries.run("common/options").to_dict("records"):
            found[row["field"]].append((row["value"], row["label"], bool(row["is_default"])))
    return found


def with_codings(tiny_folder: Any, coders: dict[str, str | None]) -> data.Database:
    """The tiny dataset with its coders under other names, or left out."""
    path = tiny_folder / "codings.csv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    place = head.split(",").index("coder")
    kept = []
    for cells in (line.split(",") for line in lines):
        name = coders.get(cells[place], cells[place])
        kept += [",".join([*cells[:place], name, *cells[place + 1 :]])] if name else []
    values = Counter(line.rsplit(",", 3)[0] for line in kept)  # one value alone would be the majority
    path.write_text("\n".join([head, *(line for line in kept if values[line.rsplit(",", 3)[0]] > 1), ""]), encoding="utf-8")
    return data.connect(tiny_folder)


@pytest.mark.parametrize("dataset", ["tiny", "real"])
def test_choices_are_those_of_the_tables(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    found = shown(database)
    wanted = choices(oracle.tables(database)) | {"statuses": statuses(database.folder)}
    assert {field: found[field] for field in wanted} == wanted
    for field in set(found) - set(wanted):
        assert sum(is_default for _, _, is_default in found[field]) == (field != "lanes"), "one value stands at first"
    assert {value for value, _, _ in found["lanes"]} <= set(data.TABLES)


def test_the_first_two_who_coded_outcomes_are_compared_at_first(tiny: data.Database) -> None:
    assert [row for row in shown(tiny)["coders"] if row[2]] == [("blind-1 / blind-2", "Blind coders 1 and 2", True)]
    given = oracle.tables(tiny)["codings"]
    assert not len(given[(given["coder"] == "first") & (given["variable"] == "outcome")]) and len(given[given["coder"] == "first"])


def test_who_coded_other_things_of_priorities_has_no_outcomes(tiny_folder: Any) -> None:
    path = tiny_folder / "codings.csv"
    path.write_text(path.read_text(encoding="utf-8") + "priorities,kz16-security,theme,first,security,\n", encoding="utf-8")
    with closing(data.connect(tiny_folder)) as database:
        assert [value for value, _, is_default in shown(database)["coders"] if is_default] == ["blind-1 / blind-2"]


@pytest.mark.slow
@pytest.mark.parametrize("coders", [{"first": None}, {"first": None, "blind-1": None}, {"first": None, "blind-1": None, "blind-2": None}], ids=str)
def test_only_coders_who_coded_are_compared(coders: dict[str, str | None], tiny_folder: Any) -> None:
    database = with_codings(tiny_folder, coders)
    assert shown(database)["coders"] == list(pairs_of_coders(oracle.tables(database)["codings"]))
    with oracle.serving(database):
        parameters = queries.Filters().parameters(queries.vocabulary())
        assert queries.count("dataset/confusion", parameters).records == queries.run("dataset/confusion", parameters)["n"].sum()
    database.close()


@pytest.mark.parametrize("dataset", ["tiny", "real"])
def test_themes_stand_in_their_order(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    themes = oracle.tables(database)["themes"].sort_values("sort_order")
    with oracle.serving(database):
        oracle.hold("common/themes", {}, themes[["label", "definition"]].to_dict("records"))


@pytest.mark.parametrize("dataset", ["tiny", "real"])
def test_terms_that_have_begun_and_not_closed_are_open(dataset: str, request: pytest.FixtureRequest) -> None:
    database = request.getfixturevalue(dataset)
    terms = oracle.tables(database)["chairmanships"].to_dict("records")
    with oracle.serving(database):
        wanted = sorted(term["chairmanship_id"] for term in terms if term["start_on"] and not term["end_on"])
        oracle.hold("common/open_terms", {}, [{"chairmanship_id": term} for term in wanted])


def test_the_sentence_of_codings_names_what_was_coded_and_by_whom() -> None:
    choices, defaults = queries.vocabulary().choices, queries.vocabulary().defaults
    words = View.of("coding-confusion", Filters()).sentence
    assert all(choices[name][defaults[name]] in words for name in ("coding", "coders"))


def test_lists_that_change_under_the_same_release_change_the_choices(tiny: data.Database, tiny_folder: Path) -> None:
    before = shown(tiny)["statuses"]
    file = tiny_folder / "dataset.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[statuses.observer]", '[statuses.observer]\nheading = "Watching state"', 1), encoding="utf-8")
    changed = data.connect(tiny_folder)
    assert changed.release == tiny.release
    assert [label for _, label, _ in shown(changed)["statuses"]] == ["Watching state" if value == "observer" else label for value, label, _ in before]
