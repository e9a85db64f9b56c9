"""A cluster on this machine. `make test-spark` names it in SCO_ENGINE; without that only what needs no cluster runs, and PySpark need not be there."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
collect_ignore = [] if os.environ.get("SCO_ENGINE") else ["test_behind.py", "test_questions.py", "test_failures.py", "test_drawn.py"]


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The engine that SCO_ENGINE names; the tables are a copy, so that the files for the cluster are written beside it."""
    from queries.engine import engine

    folder = tmp_path_factory.mktemp("cluster") / "data"
    folder.mkdir()
    for path in (ROOT / "data").iterdir():
        if path.suffix in {".csv", ".toml"}:
            shutil.copy(path, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCO_DATA", str(folder))
        spark = engine()
        yield spark
        spark.stop()
