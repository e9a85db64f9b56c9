"""What belongs to a cluster and needs none: its files, its kept answers, and that nobody else pays for it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import data
import queries
from exports.view import View
from queries import Filters, loader
from queries.engine import Unanswered, layout
from queries.engine.kept import KEPT_OF, Kept
from queries.engine.layout import folder_of, lay_out
from tests.conftest import ROOT
from tests.data.test_data_rules import change

TABLE = pa.table({"n": [1, 2]})


def test_who_names_no_cluster_loads_nothing_of_it() -> None:
    told = "import sys, queries; queries.run('common/themes'); print({'pyspark', 'sqlglot', 'py4j'} & set(sys.modules), type(queries.engine.engine()).__name__)"
    found = subprocess.run([sys.executable, "-c", told], env={"PATH": ""}, cwd=Path(queries.__file__).parent.parent, capture_output=True, text=True, check=True)
    assert found.stdout.split("\n")[0] == "set() DuckDB"


def test_the_files_hold_the_tables(tiny: data.Database, tmp_path: Path) -> None:
    with tiny.cursor() as cursor:
        folder = lay_out(cursor, tmp_path / "cluster" / "one")
        for table in layout.TABLES:
            kept, held = pq.read_table(folder / table), cursor.table(table).to_arrow_table()
            assert kept.column_names == held.column_names
            assert sorted(kept.to_pylist(), key=str) == sorted(held.to_pylist(), key=str)
            assert not any(pa.types.is_dictionary(field.type) for field in kept.schema), "a closed list is text"
    assert [path.name for path in (tmp_path / "cluster").iterdir()] == ["one"]


def test_files_of_another_dashboard_or_other_lists_are_other_files(tiny: data.Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts, usual = data.derived(), folder_of(tmp_path, tiny.release, tiny.lists)
    assert usual == folder_of(tmp_path, tiny.release, tiny.lists) and usual.name.startswith(tiny.release)
    others = {folder_of(tmp_path, tiny.release, replace(tiny.lists, statuses=tiny.lists.statuses[1:])), folder_of(tmp_path, "2025-01-01-1234567", tiny.lists)}
    monkeypatch.setattr(data, "derived", lambda: facts | {"occasions": "select 1"})
    assert len(others | {usual, folder_of(tmp_path, tiny.release, tiny.lists)}) == 4


def test_many_rows_are_parted(tiny: data.Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "ROWS_A_FILE", 2)
    monkeypatch.setattr(layout, "ROWS_AT_ONCE", 1)
    with tiny.cursor() as cursor:
        layout.write(cursor, "documents", tmp_path / "documents")
        wanted = cursor.table("documents").to_arrow_table().to_pylist()
    parts = sorted((tmp_path / "documents").iterdir())
    assert [part.name for part in parts] == ["part-00000.parquet", "part-00001.parquet", "part-00002.parquet"]
    assert [len(pq.read_table(part)) for part in parts] == [2, 2, 2]
    assert [row for part in parts for row in pq.read_table(part).to_pylist()] == wanted


@pytest.mark.broad
def test_the_files_are_written_by_a_command(tiny: data.Database, tiny_folder: Path) -> None:
    def call() -> subprocess.CompletedProcess[str]:
        told = {"PATH": "", "SCO_DATA": str(tiny_folder)}
        return subprocess.run([sys.executable, "-m", "queries.engine"], env=told, cwd=ROOT, capture_output=True, text=True, check=False)

    good = call()
    folder = folder_of(tiny_folder, tiny.release, tiny.lists)
    assert (good.returncode, good.stdout, good.stderr) == (0, f"{folder}\n", "")
    assert len(pq.read_table(folder / "documents")) == 6
    change(tiny_folder, "documents", "cn-2017,economy,", "cn-2017,sport,")
    bad = call()
    assert (bad.returncode, bad.stdout) == (1, "") and "documents.csv, line 3, theme_id 'sport': not one of" in bad.stderr


def test_files_that_cannot_be_written_are_an_error_in_words(tiny: data.Database, tmp_path: Path) -> None:
    (tmp_path / "cluster").touch()
    with tiny.cursor() as cursor, pytest.raises(Unanswered, match="cannot be written for the cluster"):
        lay_out(cursor, tmp_path / "cluster" / "one")


def test_an_answer_is_kept_by_release_question_and_values(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("one", "select 1", {"a": ["x"]}, TABLE)
    assert kept.find("one", "select 1", {"a": ["x"]}) == TABLE
    assert kept.find("two", "select 1", {"a": ["x"]}) is kept.find("one", "select 2", {"a": ["x"]}) is kept.find("one", "select 1", {"a": ["y"]}) is None


def test_the_last_kept_answer_names_its_release(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.last("select 1", {}) is None
    kept.put("one", "select 1", {}, TABLE)
    kept.put("two", "select 1", {}, TABLE.slice(1))
    for path in tmp_path.rglob("*"):
        if path.name in ("one", "two"):
            os.utime(path, (1, 1) if path.name == "one" else (2, 2))
    assert kept.last("select 1", {}) == ("two", TABLE.slice(1))


def test_a_place_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "answers").touch()
    kept = Kept(tmp_path)
    kept.put("one", "select 1", {}, TABLE)
    assert kept.find("one", "select 1", {}) is None


def test_the_oldest_answers_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.engine.kept.MOST_FILES", 3)
    monkeypatch.setattr("queries.engine.kept.FREED_AT_ONCE", 2)
    kept = Kept(tmp_path)
    for number in range(4):
        assert not any(kept.find("one", f"select {before}", {}) is None for before in range(number)), "so many have room"
        before = set(tmp_path.glob("answers/*"))
        kept.put("one", f"select {number}", {}, TABLE)
        for place in set(tmp_path.glob("answers/*")) - before:
            os.utime(place, (number, number))
    assert [kept.find("one", f"select {number}", {}) is None for number in range(4)] == [True, True, False, False]


def test_what_stands_in_for_an_answer_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        asked = 0

        def rows(self, *_: Any) -> pd.DataFrame:
            self.asked += 1
            frame = pd.DataFrame({"theme_id": ["security"]})
            frame.attrs[KEPT_OF] = "an earlier release"
            return frame

    away = Away()
    monkeypatch.setattr(loader, "engine", lambda: away)
    loader._results.clear()
    assert queries.run("common/themes").attrs[KEPT_OF] == queries.run("common/themes").attrs[KEPT_OF] == "an earlier release"
    assert away.asked == 2


def test_a_reader_is_told_of_rows_that_stand_in(real: data.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("outcomes-by-theme", Filters())
    usual = view.caution
    assert "cluster" not in usual
    later = replace(view, base="another")
    monkeypatch.setitem(later.frame.attrs, KEPT_OF, "2026-01-01-abcdefa")
    assert later.caution == f"The cluster does not answer: these are the kept rows of release 2026-01-01-abcdefa. {usual}"


def test_a_cluster_works_as_long_as_one_of_its_sessions_does() -> None:
    pytest.importorskip("sqlglot")
    from queries.engine.cluster import Spark

    def session(*stages: int) -> Any:
        return SimpleNamespace(sparkContext=SimpleNamespace(statusTracker=lambda: SimpleNamespace(getActiveStageIds=lambda: stages)))

    engine = Spark("local-cluster[2,1,1024]")
    assert engine.stages_at_work() == 0
    engine._sessions = {"one": session(), "other": session(4, 5)}
    assert engine.stages_at_work() == 2
