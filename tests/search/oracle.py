"""The search worked out a second time, word by word in Python, from the files themselves: slow, and with nothing of the patterns or the SQL."""

import csv
import re
import unicodedata
from contextlib import closing
from functools import cache
from pathlib import Path

import pandas as pd
from snowballstemmer import stemmer

import data
from tests.conftest import ROOT

FOLDER = ROOT / "data"
SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
# Table -> its key, the kind under which it is shown, and the columns that are searched; titles that are put together come from the records.
SEARCHED = {
    "priorities": ("priority_id", "priorities", ["title", "description", "actor", "outcome_note"]),
    "documents": ("document_id", "documents", ["title", "body_id", "place", "note"]),
    "events": ("event_id", "events", ["title", "kind", "place", "note"]),
    "meetings": ("meeting_id", "meetings", ["title", "body_id", "place", "note"]),
    "chairmanships": ("chairmanship_id", "chairmanships", ["label", "summit_city", "motto", "note"]),
    "countries": ("iso3", "states", ["name"]),
    "membership_steps": ("step_id", "states", ["made up", "note"]),
    "reported_figures": ("figure_id", "figures", ["made up", "measure", "note"]),
    "bodies": ("body_id", "bodies", ["label"]),
    "themes": ("theme_id", "bodies", ["label", "definition"]),
    "conflicts": ("conflict_id", "conflicts", ["subject", "claim_a", "claim_b", "reason"]),
    "gaps": ("gap_id", "gaps", ["description"]),
    "sources": ("source_id", "sources", ["title", "publisher", "author"]),
}
Words = tuple[str, ...]


@cache
def stem(word: str) -> str:
    """The stem of an English word."""
    return stemmer("english").stemWord(word)


def words_of(text: str) -> Words:
    """The words of a text in small letters without accents and apostrophes."""
    letters = unicodedata.normalize("NFD", re.sub("['’‘ʼ]", "", text.lower()))
    return tuple(re.findall(r"[^\W_]+", "".join(letter for letter in letters if not unicodedata.combining(letter))))


@cache
def records() -> dict[tuple[str, str], tuple[str, list[Words]]]:
    """(table, id) -> kind, and the words of each searched field."""
    with closing(data.connect(FOLDER)) as database:
        rows = database.cursor().execute("select table_name, row_id, title from records order by 1, 2").fetchall()
    made_up = {(name, row_id): title for name, row_id, title in rows}
    bodies = dict(table("bodies")[["body_id", "label"]].itertuples(index=False, name=None))
    found = {(name, key): ("shares", [words_of(title)]) for (name, key), title in made_up.items() if name == "world_shares"}
    for name, (key, kind, columns) in SEARCHED.items():
        for row in table(name).to_dict("records"):
            texts = [
                made_up[name, row[key]] if column == "made up" else bodies[row[column]] if column == "body_id" and name != "bodies" else row[column]
                for column in columns
            ]
            found[name, row[key]] = kind, [words_of(text) for text in texts]
    return found


def table(name: str) -> pd.DataFrame:
    """A file of the dataset as text."""
    return pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)


@cache
def expressions() -> dict[Words, list[Words]]:
    """The stems of an expression -> the stems of all that it finds."""
    found: dict[Words, list[Words]] = {}
    with Path(FOLDER / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            same, besides = ([stems(each) for each in row[column].split(";") if each.strip()] for column in ("words", "finds"))
            for each in same:
                found.setdefault(each, []).extend([*same, *besides])
    return found


def stems(text: str) -> Words:
    """The stems of the words of a text."""
    return tuple(map(stem, words_of(text)))


@cache
def vocabulary() -> frozenset[str]:
    """The stem of every word there is."""
    return frozenset(stem(word) for _, fields in records().values() for field in fields for word in field)


def held_by(q: str) -> set[tuple[str, str]]:
    """The records that hold every word of the search."""
    return {key for key, (_, fields) in records().items() if wanted(q) and holds_all(fields, wanted(q))}


def wanted(q: str) -> list[tuple[Words, list[Words]]]:
    """The words and expressions of a search, as typed, each with the stems of all that it finds."""
    typed, found = words_of(q), []
    while typed:
        size = next((size for size in range(len(typed), 0, -1) if tuple(map(stem, typed[:size])) in expressions()), 1)
        key = tuple(map(stem, typed[:size]))
        found.append((typed[:size], [key, *expressions().get(key, [])]))
        typed = typed[size:]
    return [each for each in found if not (len(each[0]) == 1 and each[0][0] in SMALL)] or found


def holds_all(fields: list[Words], sought: list[tuple[Words, list[Words]]]) -> bool:
    """Whether each word or expression stands in one of the fields."""
    return all(any(holds(field, *each) for field in fields) for each in sought)


def holds(field: Words, typed: Words, wordings: list[Words]) -> bool:
    """Whether a field holds one of the wordings; a single word that has no form anywhere stands for those that begin with it."""
    if len(wordings) == 1 and len(typed) == 1 and wordings[0][0] not in vocabulary():
        return any(word.startswith(typed[0]) for word in field)
    here = tuple(map(stem, field))
    return any(here[place : place + len(each)] == each for each in wordings for place in range(len(here)))
