"""Searched words: folded, in their forms, as patterns and marks; what was meant by a mistyped one; the file of synonyms."""

import re
from pathlib import Path

import pytest

import data
import queries
from data import DataError, synonyms
from data.synonyms import Notion
from queries import words
from queries.search import results
from tests.conftest import ROOT
from tests.test_filters import HOSTILE

pytestmark = pytest.mark.broad

STRANGE = [*HOSTILE, ".*", "(", "[a-", "\\b", "a|b", "^drug$", "drug*", "(?i)drug", "drug\x1fdrug", "$q_1", "%", "_", "ﬁ", "İstanbul", "ß", "e\u0301", "👍"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Counter-Terrorism", ["counter", "terrorism"]),
        ("2016–2017", ["2016", "2017"]),
        ("Xi’an and Xi'an", ["xian", "and", "xian"]),
        ("Štrategy TÜRKİYE", ["strategy", "turkiye"]),
        ("дружба", ["дружба"]),
        ("_under_score_ – ; !", ["under", "score"]),
    ],
)
def test_folded_words(text: str, expected: list[str]) -> None:
    assert words.split(text) == expected


def test_texts_and_searches_are_folded_alike() -> None:
    with data.current().cursor() as cursor:
        rows = cursor.execute("select texts, searched from searched_fields join searched_texts using (table_name, row_id) order by row_id").fetchall()
    assert len(rows) == sum(results.searchable().values())
    assert [searched for _, searched in rows] == [words.fold(texts) for texts, _ in rows]


def test_accents_and_apostrophes_of_all_sorts_are_passed_over(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = tiny_folder / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace("Forum of business", "Forum of Taʼif; Xi’an ‘and’ O'Ürümqi"), encoding="utf-8")
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    for q in ("taif", "TA'IF", "xian", "xi‘an", "ourumqi", "O’Urumqi", "forum-of"):
        assert [hit.row_id for group in results.search(q) for hit in group.hits] == ["ev-2017-forum"], q


def test_the_words_of_the_records_are_those_of_their_texts() -> None:
    with data.current().cursor() as cursor:
        there = dict(cursor.execute("select word, n from searched_words order by word").fetchall())
        texts = " ".join(text for (text,) in cursor.execute("select searched from searched_texts order by row_id").fetchall())
    counted: dict[str, int] = {}
    for word in words.split(texts):
        counted[word] = counted.get(word, 0) + 1
    assert there == counted


def test_a_word_is_not_among_those_near_it() -> None:
    found = queries.run("common/near_words", {"word": "terrorism", "letters": 9, "most": 2})["word"].tolist()
    assert "terrorism" not in found and "terrorist" in found


def test_forms_of_a_word() -> None:
    (term,) = words.terms("drugs")
    assert term.forms[:2] == ("drug", "drugs") and "narcotic" in term.forms
    assert [term.typed for term in words.terms("Belt-and-Road of the drugs")] == ["belt and road", "drugs"], "small words count within expressions alone"
    assert [term.typed for term in words.terms("the United Nations reform")] == ["united nations", "reform"], "an expression in the midst of a search"
    assert len(words.terms(" ".join(f"word{n}" for n in range(20)))) == words.SLOTS
    slots = words.slots("drugs energy", "q")
    assert [bool(slots[f"q_{n}"]) for n in range(1, 9)] == [True, True] + [False] * 6 and slots["q_phrase"]


@pytest.mark.parametrize(("typed", "told", "is_known"), [("kazakhst", "kazakhstan", True), ("xyzzyplugh", "xyzzyplugh", False)])
def test_the_beginning_of_a_word_stands_for_the_words_that_begin_so(typed: str, told: str, is_known: bool) -> None:
    (term,) = words.terms(typed)
    assert term.forms[0] == told and all(form.startswith(typed) for form in term.forms) and term.is_known is is_known
    assert (typed in term.forms) is not is_known


@pytest.mark.parametrize(("typed", "told"), [("belt and road", "BRI"), ("rats", "RATS"), ("prc", "China"), ("united nations", "UN"), ("turkiye", "Türkiye")])
def test_what_means_the_same_is_told_as_the_file_writes_it(typed: str, told: str) -> None:
    (term,) = words.terms(typed)
    assert told in term.forms and told.lower() not in term.forms
    assert term.typed == words.fold(typed)


def test_marks_stand_on_the_letters_as_they_are_written() -> None:
    text = "Türkiye’s Anti‑Drug plans: narcotics, drugstore"
    marked = [text[a:b] for term in words.terms("turkiye drugs") for a, b in words.spans(text, [term.pattern])]
    assert marked == ["Drug", "narcotics"], "Türkiye’s is another word than Türkiye where no record has it"
    assert [text[a:b] for a, b in words.spans(text, [words.phrase("anti drug"), words.phrase("drug plans")])] == ["Anti‑Drug"], "none within another"


@pytest.mark.parametrize("value", STRANGE)
def test_any_text_is_only_text(value: str) -> None:
    for group in results.search(value[:100]):
        assert 0 < len(group.hits) <= group.total
    for term in words.terms(value[:100]):
        re.compile(term.pattern)
    words.mended(value[:100])
    assert words.spans(value, [words.phrase("nothing of it")]) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("terorism", "terrorism"),
        ("durgs", "drugs"),
        ("narkotiks", "narcotics"),
        ("narcotcs", "narcotics"),
        ("Kazahkstan energy", "kazakhstan energy"),
        ("Joint exercize", "Joint exercise"),
        ("gpd", "gdp"),
    ],
)
def test_a_mistyped_word_is_mended(typed: str, meant: str) -> None:
    assert words.mended(typed) == meant
    assert results.search(meant)


@pytest.mark.parametrize("typed", ["drugs", "counter-terrorism", "дружба", "qqqqzzzz", "obrien", "x9", "xq", "sc", "wiht", "", "terr"])
def test_nothing_is_mended_where_all_is_known_or_nothing_is_near(typed: str) -> None:
    assert words.mended(typed) is None


def test_the_synonyms_are_sound_and_useful() -> None:
    notions, faults = synonyms.read(ROOT / "data")
    assert not faults and Notion(("drug", "narcotic")) in notions
    idle = [notion.words for notion in notions if not any(results.search(word) for word in notion.words)]
    assert not idle, f"no record is found by {idle}"


def test_of_words_within_each_other_the_longer_is_marked_and_of_neighbours_both() -> None:
    assert words.spans("sunrise sun", ["sunrise", "rise", "sun"]) == [(0, 7), (8, 11)]
    assert words.spans("sunrise", ["sun", "rise"]) == [(0, 3), (3, 7)]


@pytest.mark.parametrize(
    ("text", "line", "value", "rule"),
    [
        ("word,finds,note\n", 1, "word;finds;note", "not the columns"),
        ("", 1, "", "not the columns"),
        ("words,finds,note\ndrug; narcotic,,\nalone,,\n", 3, "alone", "leads nowhere"),
        ("words,finds,note\n,drug; narcotic,\n", 2, "", "leads nowhere"),
        ("words,finds,note\ndrug; --,,\n", 2, "--", "holds no letter"),
        ("words,finds,note\ndrug; narcotic\n", 2, None, "has 1 cell where"),
        ('words,finds,note\n"drug; narcotic,,\n', 2, None, "not valid CSV"),
    ],
)
def test_a_faulty_file_of_synonyms_is_refused(text: str, line: int, value: str | None, rule: str, tiny_folder: Path) -> None:
    (tiny_folder / synonyms.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        data.connect(tiny_folder)
    (fault,) = refused.value.faults
    assert (fault.file, fault.line, fault.value) == (synonyms.FILE, line, value) and rule in fault.rule


def test_synonyms_in_other_encodings_are_refused_and_none_are_needed(tiny_folder: Path) -> None:
    (tiny_folder / synonyms.FILE).write_bytes("words,finds,note\nTürkei; Turkey,,\n".encode("latin-1"))
    with pytest.raises(DataError, match="UTF-8"):
        data.connect(tiny_folder)
    (tiny_folder / synonyms.FILE).unlink()
    data.connect(tiny_folder).close()


def test_a_change_of_the_synonyms_counts_at_once(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert not results.search("commerce")
    (tiny_folder / synonyms.FILE).write_text("words,finds,note\ncommerce; trade,,\n", encoding="utf-8")
    assert {group.kind for group in results.search("commerce")} == {group.kind for group in results.search("trade")} != set()


@pytest.mark.parametrize(("typed", "too_many"), [(0, 0), (1, 0), (words.SLOTS, 0), (words.SLOTS + 1, 1), (words.SLOTS + 5, 5)])
def test_words_beyond_those_that_count_are_counted(typed: int, too_many: int) -> None:
    assert words.left_out(" ".join(f"word{place}" for place in range(typed))) == too_many


@pytest.mark.parametrize("text", ["Plain words", "The members' own", "Shanghai's", "Île d’Or", "Şanxay", "x'y ﬁ"])
def test_each_folded_letter_is_traced_to_where_it_stood(text: str) -> None:
    folded, places = words._traced(text)
    assert folded == words.fold(text) and len(folded) == len(places) and list(places) == sorted(places)
    assert all(letter in words.fold(text[place]) for letter, place in zip(folded, places, strict=True))
