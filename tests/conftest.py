"""What tests of several layers share: the real dataset and a tiny one whose every number can be checked by hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import data

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "tiny"


@pytest.fixture(scope="session")
def real() -> Iterator[data.Database]:
    """The dataset that comes with the dashboard."""
    database = data.connect(ROOT / "data")
    yield database
    database.close()


@pytest.fixture(scope="session")
def tiny() -> Iterator[data.Database]:
    """The tables in `tests/tiny`: three chairmanships, six documents, five priorities."""
    database = data.connect(TINY)
    yield database
    database.close()


@pytest.fixture
def tiny_folder(tmp_path: Path) -> Path:
    """A copy of `tests/tiny` that a test may change."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))
