"""A cluster on this machine. `make test-spark` names it in SCO_ENGINE; without that only what needs no cluster runs, and PySpark need not be there.

With DOCUMENTS the questions are asked of a dataset grown to that many documents, one after the other, and the seconds of both engines are told;
GROWN names a folder in which that dataset stays.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bench.grow import grow
from data.build import Built, build
from data.file import LARGE_LIMITS

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS, GROWN = int(os.environ.get("DOCUMENTS") or 0), os.environ.get("GROWN")
ASKING, OTHERS = ["test_behind.py", "test_questions.py"], ["test_failures.py", "test_drawn.py", "test_without_cluster.py", "test_asked.py", "test_translated.py"]
UNLIMITED = {"memory_limit": "12GB", "max_execution_time": "3600000"}
collect_ignore = OTHERS if DOCUMENTS else [] if os.environ.get("SCO_ENGINE") else [*ASKING, *OTHERS[:2]]


class Once:
    """Builds the database of a folder the first time; the second is another name of the same file, which takes neither time nor room."""

    def __init__(self) -> None:
        self._room = tempfile.TemporaryDirectory(prefix="dashboard-once-")
        self._built: Built | None = None

    def __call__(self, folder: Path, target: Path, settled: bool = False) -> Built:
        """What `data.build.build` gives."""
        file = Path(self._room.name) / "data.duckdb"
        if self._built is None:
            self._built = build(folder, file, settled)
        os.link(file, target)
        return self._built


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The engine that SCO_ENGINE names; the tables are a copy, so that the files for the cluster are written beside it."""
    import data
    from data.database import Database
    from queries.engine import engine
    from queries.engine.__main__ import main as write_files
    from queries.engine.layout import FOLDER
    from queries.files import Query

    folder = Path(GROWN) if DOCUMENTS and GROWN else tmp_path_factory.mktemp("cluster") / "data"
    if DOCUMENTS:
        if not folder.is_dir():
            grow(ROOT / "data", folder, DOCUMENTS, form="parquet")
    else:
        folder.mkdir()
        for path in (ROOT / "data").iterdir():
            if path.suffix in {".csv", ".toml"}:
                shutil.copy(path, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCO_DATA", str(folder))
        spark = engine()
        if DOCUMENTS:
            # The rows are held against each other, whatever they take: the limits are for readers.
            patch.setattr("data.file.LARGE_LIMITS", LARGE_LIMITS | UNLIMITED)
            # A locked database has no disk to put rows on; here it need not be locked.
            spilled = f"set temp_directory = '{tmp_path_factory.mktemp('spilled')}'"
            patch.setattr("data.database.sql", lambda _: spilled)
            # What an earlier run left there is of its time: a kept answer stands for the cluster's own, and derived facts are those of older texts.
            shutil.rmtree(folder / FOLDER, ignore_errors=True)
            once = Once()
            patch.setattr("queries.engine.__main__.build", once)
            patch.setattr("data.live.Database", partial(Database, make=once))
            # As the guide says: a dashboard writes the files from a database that may not use the disk, which is for small datasets.
            assert write_files() == 0
            # The first question waits for the cluster, which is no second of its own.
            spark.rows(data.current(), Query("begin", "-- Is it there?\n-- One row.\nselect 1 as n"), {}, 1)
        yield spark
        spark.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Over many rows a question may take minutes, and to write the files for the cluster as well: none is late."""
    if DOCUMENTS:
        for item in items:
            item.add_marker(pytest.mark.timeout(0))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The seconds that each question took on both engines, where they were asked one after the other."""
    if not DOCUMENTS or not collect_ignore:
        return
    from tests.spark.asks import SECONDS

    terminalreporter.section(f"seconds a question over {DOCUMENTS:,} documents")
    terminalreporter.write_line(f"{'':<48}{'DuckDB':>10}{'Spark':>10}")
    for (first, second), (local, cluster) in sorted(SECONDS.items()):
        terminalreporter.write_line(f"{second:<36}{first:<12}{local:>10.2f}{cluster:>10.2f}")
