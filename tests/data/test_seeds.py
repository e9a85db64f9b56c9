"""Every fact of the five seed texts stands in the dataset, with the seed and the very paragraph as evidence.

`seed_facts.csv` lists the facts, `seed_paragraphs.csv` walks the texts from the first paragraph to the last
and says why a paragraph holds no fact. The texts themselves are not stored.
"""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
KEYS = {
    "chairmanships": "chairmanship_id",
    "meetings": "meeting_id",
    "documents": "document_id",
    "priorities": "priority_id",
    "events": "event_id",
    "membership_steps": "step_id",
    "reported_figures": "figure_id",
}
PARAGRAPHS = {
    "astana-times-2016": 17,
    "alimbayev-2018": 30,
    "kaziss-2023": 16,
    "sco-security-2017": 8,
    "summit-results-2024": 40,
}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as dictionaries."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named_paragraphs(locator: str) -> set[str]:
    """The single paragraphs a locator names: "paras 11-12" gives para 11 and para 12."""
    named = set()
    for part in locator.split("; "):
        match = re.fullmatch(r"(.*?\b)(para|line|item)s? (\d[\d ,and-]*)", part)
        if match is None:
            named.add(part)
            continue
        before, unit, numbers = match.groups()
        for first, last in re.findall(r"(\d+)(?:-(\d+))?", numbers):
            named.update(f"{before}{unit} {number}" for number in range(int(first), int(last or first) + 1))
    return named


FACTS = rows(HERE / "seed_facts.csv")
WALK = rows(HERE / "seed_paragraphs.csv")
IDS = {table: {row[key] for row in rows(DATA / f"{table}.csv")} for table, key in KEYS.items()}
NAMED: dict[tuple[str, str, str], set[str]] = {}
for evidence in rows(DATA / "evidence.csv"):
    place = (evidence["table_name"], evidence["row_id"], evidence["source_id"])
    NAMED.setdefault(place, set()).update(named_paragraphs(evidence["locator"]))


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("para 7", {"para 7"}),
        ("paras 21 and 23", {"para 21", "para 23"}),
        ("paras 11-12", {"para 11", "para 12"}),
        ("para 1, lines 2 and 10", {"para 1, line 2", "para 1, line 10"}),
        ("part 1, Reform, item 2; part 2, Reform, items 1-2", {"part 1, Reform, item 2", "part 2, Reform, item 1", "part 2, Reform, item 2"}),
        ("part 2, heading", {"part 2, heading"}),
    ],
)
def test_a_locator_is_read_as_its_paragraphs(locator: str, expected: set[str]) -> None:
    assert named_paragraphs(locator) == expected


def test_every_fact_has_its_row() -> None:
    missing = [fact for fact in FACTS if fact["row_id"] not in IDS[fact["table_name"]]]
    assert not missing


def test_every_fact_has_the_seed_and_paragraph_as_evidence() -> None:
    without = [fact for fact in FACTS if fact["paragraph"] not in NAMED.get((fact["table_name"], fact["row_id"], fact["seed"]), set())]
    assert not without


def test_every_paragraph_a_seed_is_cited_with_is_in_the_list() -> None:
    listed = {(fact["table_name"], fact["row_id"], fact["seed"], fact["paragraph"]) for fact in FACTS}
    cited = {(*place, paragraph) for place, paragraphs in NAMED.items() if place[2] in PARAGRAPHS for paragraph in paragraphs}
    assert cited == listed


def test_the_seeds_are_the_five_marked_in_sources() -> None:
    assert {row["source_id"] for row in rows(DATA / "sources.csv") if row["is_seed"] == "true"} == set(PARAGRAPHS)


def test_the_walk_covers_each_seed_from_first_to_last_paragraph() -> None:
    assert Counter(step["seed"] for step in WALK) == PARAGRAPHS
    assert max(Counter((step["seed"], step["paragraph"]) for step in WALK).values()) == 1
    for seed in ("astana-times-2016", "alimbayev-2018", "sco-security-2017"):
        assert [step["paragraph"] for step in WALK if step["seed"] == seed] == [f"para {n}" for n in range(1, PARAGRAPHS[seed] + 1)]


def test_the_walk_counts_the_facts_and_says_why_a_paragraph_has_none() -> None:
    count = Counter((fact["seed"], fact["paragraph"]) for fact in FACTS)
    assert {(step["seed"], step["paragraph"]): int(step["statements"]) for step in WALK if step["statements"] != "0"} == count
    assert all((step["statements"] == "0") == bool(step["left_out_because"]) for step in WALK)
