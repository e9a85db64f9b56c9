"""What a search finds: against the oracle on the real dataset, by hand on the tiny one, in which order, and where the words stand."""

import random

import pytest

import data
import queries
from queries import words
from queries.passages import passages, piece
from queries.search import results
from queries.search.results import FIRST_OF_A_KIND, KINDS
from tests.conftest import TINY
from tests.search import oracle

pytestmark = pytest.mark.broad

CHOSEN = [
    "drugs", "drug", "narcotics", "anti-drug", "counter-terrorism", "counterterrorism", "countering terrorism", "Belt and Road", "three evils", "RATS",
    "prime ministers", "Heads of Government", "heads-of-state", "Tashkent 2016", "Türkiye", "turkey", "Nur-Sultan", "terr", "xi’an", "Xi'an", "25",
    "Shanghai Cooperation Organization", "the", "of the summit", "agreement on the establishment", "programme of cooperation energy", "дружба",
]  # fmt: skip


def test_a_kind_without_hits_has_an_empty_page() -> None:
    found = results.page("xyzzyplugh", "documents", 1)
    assert (found.kind, found.hits, found.total) == ("documents", (), 0)


def keys(q: str) -> set[tuple[str, str]]:
    """Table and id of everything that is found."""
    found = queries.run("search/found", words.slots(q) | {"kinds": list(KINDS), "page_start": 0, "page_rows": 5_000})
    return set(found[["table_name", "row_id"]].itertuples(index=False, name=None))


def generated(seed: int) -> list[str]:
    """Searches of one to three neighbouring words out of the records, in other letters and with other signs between them."""
    dice = random.Random(seed)
    fields = [field for _, texts in sorted(oracle.records().values()) for field in texts if len(field) > 3]
    made = []
    for _ in range(15):
        field = dice.choice(fields)
        place, size = dice.randrange(len(field) - 2), dice.randint(1, 3)
        made.append(dice.choice([" ", "-", " – ", ", "]).join(dice.choice([str.upper, str.lower, str.title])(word) for word in field[place : place + size]))
    return made


@pytest.mark.parametrize("q", CHOSEN)
def test_finds_what_a_word_by_word_search_finds(q: str) -> None:
    assert keys(q) == oracle.held_by(q)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_finds_any_words_of_the_records_as_a_word_by_word_search_does(seed: int) -> None:
    for q in generated(seed):
        assert (found := keys(q)) and found == oracle.held_by(q), q


def test_what_was_found_in_vain_before_is_found() -> None:
    documents = {q: {hit for hit in keys(q) if hit[0] == "documents"} for q in ("drugs", "drug", "narcotic", "counter-terrorism", "counterterrorism")}
    assert len(documents["drugs"]) >= 13 and documents["drugs"] == documents["drug"] == documents["narcotic"]
    assert len(documents["counter-terrorism"]) >= 20 and documents["counter-terrorism"] == documents["counterterrorism"]
    assert keys("Belt and Road") and keys("Belt and Road") == keys("Silk Road Economic Belt")
    assert keys("terrorism") < keys("three evils"), "one way"


def test_every_record_can_be_found() -> None:
    whole = dict.fromkeys(KINDS, 0)
    for kind, _ in oracle.records().values():
        whole[kind] += 1
    assert results.searchable() == whole
    counts = data.current().counts
    assert sum(whole.values()) == sum(counts.values()) - counts["evidence"] - counts["codings"]


def test_the_tiny_dataset_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_DATA", str(TINY))
    found = {group.kind: [hit.row_id for hit in group.hits] for group in results.search("Programmes TRADE")}
    assert found == {"priorities": ["kz23-trade", "kz16-trade"], "documents": ["2024-trade-programme", "2018-trade-programme", "2016-trade-programme"]}
    assert {group.kind for group in results.search("ministers")} == {"priorities", "events"} | {group.kind for group in results.search("foreign minister")}
    assert not results.search("programs"), "this folder has no synonyms"


def test_groups_and_pages_hold_each_record_once() -> None:
    for group in results.search("cooperation"):
        pages = [results.page("cooperation", group.kind, number) for number in range(1, -(-group.total // results.A_PAGE) + 1)]
        hits = [hit for page in pages for hit in page.hits]
        assert len(hits) == group.total == len({(hit.table, hit.row_id) for hit in hits})
        assert list(group.hits) == hits[:FIRST_OF_A_KIND], "the first of the list are those of the group"
    assert results.page("cooperation", "documents", 10_000) == results.page("cooperation", "documents", 1)
    with pytest.raises(KeyError):
        results.page("cooperation", "nonsense", 1)


@pytest.mark.parametrize("q", ["cooperation security", "Kazakhstan 2017", "drugs"])
def test_the_best_come_first(q: str) -> None:
    patterns = [term.pattern for term in words.terms(q)]
    for kind in ("priorities", "documents", "sources"):
        group = results.page(q, kind, 1)
        ranks = []
        for hit in group.hits:
            in_title = sum(bool(words.spans(hit.title.text, [pattern])) for pattern in patterns)
            typed = 2 if words.spans(hit.title.text, [words.phrase(q)]) else None
            ranks.append((in_title, typed, hit.on_date))
        assert [rank[0] for rank in ranks] == sorted((rank[0] for rank in ranks), reverse=True)
        for one, other in zip(ranks, ranks[1:], strict=False):
            assert one[0] > other[0] or not (other[1] == 2 and one[1] is None), "the very words come before other forms"
            if one[:2] == other[:2] == (len(patterns), 2):
                assert one[2] >= other[2], "of equal ones the newest first"


@pytest.mark.parametrize("q", ["cooperation security", "drugs strategy", "agreement transport", "summit declaration of heads of state"])
def test_each_word_weighs_the_same_in_a_title(q: str) -> None:
    values = words.slots(q) | {"kinds": list(KINDS), "page_start": 0, "page_rows": 5_000}
    names = [f"q_{k}" for k in range(1, 9) if values[f"q_{k}"]]
    found = queries.run("search/found", values)
    assert len(names) > 1 and len(found) > 1
    for k in range(1, len(names)):
        turned = dict(zip(names, [values[name] for name in (*names[k:], *names[:k])], strict=True))
        assert found.equals(queries.run("search/found", values | turned)), "which word is typed first does not matter"


@pytest.mark.parametrize("q", ["belarus", " Sri  LANKA", "Türkiye"])
def test_a_record_of_just_this_name_is_the_first_of_all(q: str) -> None:
    groups = results.search(q)
    assert [groups[0].hits[0].table, words.fold(groups[0].hits[0].title.text)] == ["countries", words.fold(" ".join(q.split()))]
    others = [group.kind for group in groups[1:]]
    assert others == [kind for kind in KINDS if kind in others], "all other kinds in their order"
    assert results.page(q, "states", 1).hits[0] == groups[0].hits[0]


def test_where_the_words_stand() -> None:
    patterns = [term.pattern for term in words.terms("drugs strategy astana")]
    title, others = passages(["Title", "Place", "Note"], ["Anti-Drug Strategy", "Astana", "On narcotics; adopted in Astana"], patterns)
    assert [title.text[a:b] for a, b in title.marks] == ["Drug", "Strategy"]
    assert [(each.field, each.text[slice(*each.marks[0])]) for each in others] == [("Place", "Astana")], "a field that adds nothing is not told"


@pytest.mark.parametrize("before", [0, 3, 40, 400])
def test_a_piece_of_a_long_text_is_cut_between_words(before: int) -> None:
    text = "word " * before + "the drugs of today" + " more" * 60
    (title, (piece,)) = passages(["Title", "Note"], ["Nothing", text], [words.terms("drug")[0].pattern])
    assert [piece.text[a:b] for a, b in piece.marks] == ["drugs"] and not title.marks
    assert len(piece.text) < 200 and piece.text.endswith("more …") and piece.text.startswith("… word" if before > 20 else text[:8])
    assert set(piece.text.split()) <= {"word", "the", "drugs", "of", "today", "more", "…"}


def test_a_piece_without_a_space_before_what_is_found_begins_with_it() -> None:
    text = "x" * 200 + "drugs" + " more" * 60
    assert piece("Note", text, [(200, 205)], [(200, 205)]).text.startswith("… drugs more")
    assert piece("Note", text, [(200, 210)], [(200, 210)]).text.startswith("… drugs more"), "nor does it begin within what is found"


def test_a_search_without_words_finds_nothing() -> None:
    for q in ("", "   ", "!!! --", "\u202e", "_"):
        assert results.search(q) == [] and words.slots(q)["q_1"] == ""
