"""What a cluster may do to a reader: lose a machine, not be there, run out of memory, be asked what it does not know."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import data
from queries import MOST_ROWS, QUERIES, Filters
from queries.engine import Unanswered
from queries.engine.cluster import Spark
from queries.engine.kept import KEPT_OF, Kept
from queries.engine.layout import FOLDER
from queries.engine.local import DuckDB
from queries.files import Query
from tests.spark.asks import bound, values

SECONDS_TO_BEGIN = 120
NOWHERE = "spark://127.0.0.1:9"
HEAD = "-- What is the number?\n-- One row per number.\n"


def a_number(number: int) -> Query:
    """A question that nothing else asks."""
    return Query("made/up", f"{HEAD}select {number} as n\norder by n")


def workers() -> list[int]:
    """The processes of this machine's cluster that do the work: those of this test alone."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            works = b"CoarseGrainedExecutorBackend" in path.read_bytes() and os.getpid() in ancestors(int(path.parent.name))
        except OSError:  # it has just ended, or one that started it has
            continue
        if works:
            found.append(int(path.parent.name))
    return sorted(found)


def ancestors(process: int) -> list[int]:
    """The process that started another one, the one that started that, and so on."""
    found = []
    while process > 1:
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        found.append(process)
    return found


def test_a_worker_killed_in_mid_query_leaves_the_answer_right(cluster: Any) -> None:
    query = QUERIES["documents/by_year"].counting
    told = bound(query, values(Filters()))
    wanted = DuckDB().rows(data.current(), query, told, MOST_ROWS)
    # Other values wake the cluster, so that this answer is not a kept one.
    cluster.rows(data.current(), query, told | {"year_from": 2001}, MOST_ROWS)
    before = workers()
    assert len(before) == 2
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(cluster.rows, data.current(), query, told, MOST_ROWS)
        until = time.monotonic() + SECONDS_TO_BEGIN
        while not cluster.stages_at_work() and time.monotonic() < until:
            time.sleep(0.005)
        assert not asked.done(), "the query must still run when the worker dies"
        os.kill(before[0], signal.SIGKILL)
        pd.testing.assert_frame_equal(asked.result(), wanted)
    assert before[0] not in workers()


def test_a_cluster_that_is_not_there_says_so_at_once(cluster: Any) -> None:
    with pytest.raises(Unanswered, match=r"spark://127\.0\.0\.1:9 cannot be reached"):
        Spark(NOWHERE).rows(data.current(), a_number(1), {}, MOST_ROWS)


def test_the_last_kept_answer_stands_in_and_says_so(cluster: Any) -> None:
    kept = Kept(data.current().folder / FOLDER)
    kept.put("2025-01-01-1234567", a_number(2).sql, {"most_rows": MOST_ROWS}, pa.table({"n": [7]}))
    found = Spark(NOWHERE).rows(data.current(), a_number(2), {}, MOST_ROWS)
    assert (found["n"].tolist(), found.attrs) == ([7], {KEPT_OF: "2025-01-01-1234567"})


def test_a_kept_answer_of_this_release_needs_no_cluster(cluster: Any) -> None:
    wanted = cluster.rows(data.current(), a_number(3), {}, MOST_ROWS)
    found = Spark(NOWHERE).rows(data.current(), a_number(3), {}, MOST_ROWS)
    assert found["n"].tolist() == wanted["n"].tolist() == [3] and not found.attrs


def test_an_answer_is_not_kept_for_a_dashboard_that_works_its_facts_out_in_another_way(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text, facts = f"{HEAD}select count(*) as n from occasions order by n", data.derived()
    wanted = cluster.rows(data.current(), Query("made/up", text), {}, MOST_ROWS)
    assert Spark(NOWHERE).rows(data.current(), Query("made/up", text), {}, MOST_ROWS)["n"].tolist() == wanted["n"].tolist()
    monkeypatch.setattr(data, "derived", lambda: facts | {"occasions": "select 1"})
    with pytest.raises(Unanswered):
        Spark(NOWHERE).rows(data.current(), Query("made/up", text), {}, MOST_ROWS)


def test_no_machine_gets_a_copy_of_a_table_whose_files_are_small_and_whose_rows_are_not(cluster: Any, tmp_path: Path) -> None:
    from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]  # only who names a cluster has it

    cluster.rows(data.current(), a_number(4), {}, MOST_ROWS)
    session: Any = SparkSession.getActiveSession()
    rows = 300_000
    ids = [f"document-{number:07}" for number in range(rows)]
    pq.write_table(pa.table({"id": ids, "theme_id": ["security"] * rows}), tmp_path / "many.parquet")
    pq.write_table(pa.table({"id": ids[:100], "theme_id": ["security"] * 100}), tmp_path / "few.parquet")
    assert (tmp_path / "many.parquet").stat().st_size < 10_000_000 < rows * 48, "as files below what Spark copies, as rows above"
    for name, copied in (("many", False), ("few", True)):
        table = f"parquet.`{tmp_path / name}.parquet`"
        plan = session.sql(f"explain select * from parquet.`{tmp_path}/many.parquet` as a join {table} as b on b.id = a.id").first()[0]
        assert ("BroadcastHashJoin" in plan) is copied, plan


def test_what_cannot_be_translated_names_its_query(cluster: Any) -> None:
    query = Query("made/up", f"{HEAD}select current_catalog() over () pivot")
    with pytest.raises(Unanswered, match="made/up"):
        cluster.rows(data.current(), query, {}, MOST_ROWS)
