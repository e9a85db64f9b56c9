"""What a page sends to the browser does not grow with the rows of the dataset."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

import data
from bench.grow import grow
from tests.conftest import ROOT
from tests.test_pages import NAMES, fail_words, visit

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

DOCUMENTS, TIMES = 20_000, 3
# Charts of days have a point a day, and of three times as many documents a few more days have one.
MOST_MORE = 1.2


@contextmanager
def grown(folder: Path, documents: int) -> Iterator[data.Database]:
    """The dataset with so many documents."""
    grow(ROOT / "data", folder, documents, form="parquet")
    database = data.connect(folder)
    yield database
    database.close()


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[data.Database, data.Database]]:
    """The same dataset twice, one time with more rows."""
    room = tmp_path_factory.mktemp("bytes")
    with grown(room / "few", DOCUMENTS) as few, grown(room / "many", TIMES * DOCUMENTS) as many:
        yield few, many


def sent(page: str, database: data.Database) -> dict[str, int]:
    """Bytes that a first visit sends, by kind of element."""
    with patch.object(data, "current", lambda: database):
        at = visit(page)
    assert not fail_words(at)
    found: dict[str, int] = {}
    for element in at._tree:
        size = getattr(getattr(element, "proto", None), "ByteSize", int)()
        found[element.type] = found.get(element.type, 0) + size
    return found


@pytest.mark.parametrize("page", NAMES)
def test_no_page_sends_more_for_more_rows(page: str, sizes: tuple[data.Database, data.Database]) -> None:
    few, many = (sent(page, database) for database in sizes)
    more = {kind: (few.get(kind, 0), size) for kind, size in many.items() if size > 10_000 + MOST_MORE * few.get(kind, 0)}
    assert sum(few.values()) > 1_000 and not more
