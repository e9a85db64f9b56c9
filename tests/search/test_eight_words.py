"""Each of the eight words of a search counts, and each alike: texts that hold all of them in the title, all but one there, and all but one at all.

Among texts with all in the title those go first that have them there as they are typed, then those that have them so elsewhere.
"""

from collections.abc import Iterator

import pytest

import queries
from queries import Filters, words
from queries.search.results import KINDS
from tests import oracle

WORDS = ("alder", "birch", "cedar", "hazel", "larch", "maple", "poplar", "willow")
SEARCHES = (tuple(reversed(WORDS)), (*WORDS[4:], *WORDS[:4]))  # no title has the words in these orders; each word comes at two places
REST = "signed,political,,,true"
NAMES = ("search/found", "documents/register", "documents/listed")
OTHERS = range(len(WORDS))


def title(left_out: int | None = None) -> str:
    """All the words, or all but one."""
    return " ".join(word for place, word in enumerate(WORDS) if place != left_out).capitalize()


@pytest.fixture(scope="module", autouse=True)
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tiny dataset with the texts; those that lack a word in the title are the newer ones."""
    lines = [
        f"whole,{title()},agreement,chs,2010-01-01,day,,,,security,,,{REST},",
        *(f"noted-{place},{title(place)},agreement,chs,2011-01-{31 - place},day,,,,security,,,{REST},{WORDS[place]}" for place in OTHERS),
        f"typed,Sorrel tansy,agreement,chs,2013-01-01,day,,,,security,,,{REST},",
        f"typed-beside,Tansy sorrel,agreement,chs,2013-01-02,day,,,,security,,,{REST},Sorrel tansy",
        f"turned,Tansy and sorrel,agreement,chs,2013-01-03,day,,,,security,,,{REST},",
        *(f"lacking-{place},{title(place)},agreement,chs,2012-01-{31 - place},day,,,,security,,,{REST}," for place in OTHERS),
    ]
    with oracle.serving(database := oracle.widened(tmp_path_factory.mktemp("words"), {"documents": lines})):
        yield
    database.close()


@pytest.mark.parametrize("searched", SEARCHES)
@pytest.mark.parametrize("name", NAMES)
def test_what_holds_every_word_is_found_and_what_has_all_in_its_title_comes_first(name: str, searched: tuple[str, ...]) -> None:
    assert found(name, " ".join(searched)) == ["whole", *(f"noted-{place}" for place in OTHERS)]


@pytest.mark.parametrize("name", NAMES)
def test_words_as_they_are_typed_come_first(name: str) -> None:
    assert found(name, "sorrel tansy") == ["typed", "typed-beside", "turned"]


def found(name: str, q: str) -> list[str]:
    """Ids of the documents that a search gives, in order."""
    paged = {"page_start": 0, "page_rows": 100}
    values = words.slots(q) | {"kinds": list(KINDS)} if name == "search/found" else Filters(q=q).parameters(queries.vocabulary())
    rows = queries.run(name, values | (paged if "page_rows" in queries.QUERIES[name].parameters else {}))
    return rows["row_id" if name == "search/found" else "document_id"].tolist()
