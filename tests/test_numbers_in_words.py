"""How many chairs, coders and sources there are is counted wherever it is said: no text has such a number typed into it."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

import data
from charts.words import number, plural, rounded, verb
from exports.view import View
from queries import Filters
from queries.dataset.agreement import agreement
from tests import oracle
from tests.conftest import ROOT
from tests.oracle import serving
from tests.test_layers import MODULES, name_of, strings, tree_of
from ui.dataset import coding
from ui.overview import reach

pytestmark = pytest.mark.broad

NUMBERS = "three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|[0-9][0-9.,]*"
COUNTED = r"(?:chairs|chairmanships|coders|codings|sources|lists of priorities|persons|programs)"
BETWEEN = "blind|coded|different|further|independent|more|of|other|outside|seed|the"
# A number and what is counted. Pairs are meant where two are said: two chairmanships are compared.
TYPED = re.compile(rf"(?<![:.\w])(?:{NUMBERS})(?: (?:{BETWEEN}))* {COUNTED}\b", re.I)
TEXTS = sorted([ROOT / "README.md", *(ROOT / "data").glob("*.toml"), *(ROOT / "data" / "stories").glob("*.toml"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "schema.sql"])


def test_no_code_says_how_many_there_are() -> None:
    assert not [(name_of(path), line, text) for path in MODULES for text, line in strings(path) if TYPED.search(text)]


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_text_says_how_many_there_are(path: Path) -> None:
    assert not [line for line in path.read_text(encoding="utf-8").splitlines() if TYPED.search(line)]


def test_the_pattern_finds_what_it_looks_for() -> None:
    for words in ("Ten chairs, one question", "the three blind coders", "three blind codings", "1,094 sources", "coded for 10 of the chairmanships"):
        assert TYPED.search(words), words
    for words in ("two chairmanships", "Krippendorff's alpha of all", "Ten members"):
        assert not TYPED.search(words), words


def test_another_dataset_gives_other_numbers(real: data.Database, tiny: data.Database) -> None:
    said = {}
    for database in (real, tiny):
        with serving(database):
            coders = [row for a in agreement() for row in coding._rows(a)]
            said[database.release] = (reach.sentence(), View.of("coverage-matrix", Filters()).title, View.of("coding-confusion", Filters()).title, coders)
    one, other = said.values()
    assert all(left != right for left, right in zip(one, other, strict=True))
    for database in (real, tiny):
        found = oracle.tables(database)
        coded, terms = found["priorities"]["chairmanship_id"].nunique(), len(found["chairmanships"])
        assert f"coded for {coded} of {terms} chairmanships" in said[database.release][0]


def test_the_data_reach_to_the_last_recorded_day(real: data.Database) -> None:
    found = oracle.tables(real)
    held = found["events"][found["events"]["held"] == "held"]["start_on"]
    last = max(day for days in (held, found["documents"]["adopted_on"], found["membership_steps"]["on_date"]) for day in days if day)
    with serving(real):
        assert f"Data until {last.day} {last:%B %Y}." in reach.sentence()


NOUNS = "chairmanships|claims|countries|documents|entries|events|facts|meetings|names|priorities|records|rows|sources|states|steps|tables|themes|things"
# After a number that is known to be large, or is said in a rule of the program itself, the plural stands.
ALWAYS_MANY = {"ui/failure.py", "ui/dataset/use.py"}
SHOWN = [path for path in MODULES if path.relative_to(ROOT).parts[0] in ("charts", "ui", "pages") and name_of(path) not in ALWAYS_MANY]


def unguarded(path: Path) -> list[tuple[int, str]]:
    """Where a computed value and a noun in the plural stand side by side in a text: "{n} documents" says "1 documents"."""
    texts = [node.values for node in ast.walk(tree_of(path)) if isinstance(node, ast.JoinedStr)]
    pairs = [(one, other) for parts in texts for one, other in pairwise(parts) if isinstance(one, ast.FormattedValue) and isinstance(other, ast.Constant)]
    return [(other.lineno, str(other.value)) for one, other in pairs if may_be_one(one) and re.match(rf" (?:{NOUNS})\b(?! and)", str(other.value))]


def may_be_one(value: ast.FormattedValue) -> bool:
    """Constants of the program, in capitals, do not come down to one; what `plural` made has its noun already."""
    names = [node.id for node in ast.walk(value) if isinstance(node, ast.Name)]
    return "plural" not in names and not any(name.isupper() for name in names)


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_one_is_not_told_in_the_plural(path: Path) -> None:
    assert not unguarded(path)


@pytest.mark.parametrize(("n", "told"), [(1, "1 priority was"), (2, "2 priorities were"), (0, "0 priorities were")])
def test_a_verb_goes_with_its_number(n: int, told: str) -> None:
    assert f"{plural(n, 'priorities')} {verb(n, 'were')}" == told
    assert verb(n, "rest") == ("rests" if n == 1 else "rest")


@pytest.mark.parametrize(("value", "places", "told"), [(12.5, 0, "13"), (37.5, 0, "38"), (12.4, 0, "12"), (0.0, 0, "0"), (100.0, 0, "100"), (6.25, 1, "6.3"), (26.0, 1, "26.0"), (0.0625, 3, "0.063")])
def test_halves_are_rounded_up_as_readers_do(value: float, places: int, told: str) -> None:
    assert rounded(value, places) == told
    assert number(6.25) == "6.3" and number(1234567.25) == "1\u202f234\u202f567.3" and number(1250) == "1\u202f250"


@pytest.mark.parametrize("path", SHOWN, ids=name_of)
def test_no_number_is_rounded_to_the_even_one(path: Path) -> None:
    """As Python writes numbers it would be: `rounded` and `number` are for readers. Coordinates of paths are drawn, not read."""
    assert path.name == "shapes.py" or not re.search(r":,?\.\d+f\}", path.read_text(encoding="utf-8"))
