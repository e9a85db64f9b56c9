"""What becomes of a question before and after the cluster has it: kept answers, pages of rows, a master that is not there. What the cluster itself says stands in for it here."""

import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import pyarrow as pa
import pytest

import data
from queries.engine import Unanswered, cluster, layout, shape
from queries.engine.cluster import Spark, first_line
from queries.engine.kept import KEPT_OF, Kept
from queries.engine.local import DuckDB
from queries.files import Query

pytestmark = pytest.mark.broad

NUMBERS = Query("made/up", "-- Which?\n-- One row per number.\nselect n::integer as n from range(5) as t(n)\norder by n")


class Answering(Spark):
    """A cluster that answers with what stands here, or not at all."""

    def __init__(self, *answers: list[int] | None) -> None:
        super().__init__("spark://nowhere.example:7077")
        self.answers, self.asked = list(answers), 0

    def _asked(self, database: data.Database, query: Query, values: Mapping[str, Any], most: int | None = None) -> pa.Table:
        answer = self.answers[self.asked]
        self.asked += 1
        if answer is None:
            raise Unanswered("It does not answer.")
        return pa.table({"n": pa.array(answer, pa.int64())})


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> Iterator[data.Database]:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    database = data.connect(tiny_folder)
    yield database
    database.close()


def test_a_question_is_put_once_and_has_the_types_of_the_database(served: data.Database) -> None:
    engine = Answering([1, 2], [3])
    first, again = engine.rows(served, NUMBERS, {}, 10), engine.rows(served, NUMBERS, {}, 10)
    assert first["n"].tolist() == again["n"].tolist() == [1, 2] and engine.asked == 1
    assert first.dtypes.tolist() == DuckDB().rows(served, NUMBERS, {}, 10).dtypes.tolist() and not first.attrs
    assert engine.rows(served, NUMBERS, {}, 20)["n"].tolist() == [3], "more rows are another question"


def test_where_the_cluster_is_away_the_newest_kept_answer_says_of_which_release_it_is(served: data.Database) -> None:
    engine = Answering(None, None)
    with pytest.raises(Unanswered, match="It does not answer"):
        engine.rows(served, NUMBERS, {}, 10)
    Kept(served.folder / layout.FOLDER).put("2025-01-01-1234567", NUMBERS.sql, {"most_rows": 10}, pa.table({"n": [7]}))
    found = engine.rows(served, NUMBERS, {}, 10)
    assert (found["n"].tolist(), found.attrs, engine.asked) == ([7], {KEPT_OF: "2025-01-01-1234567"}, 2)


@pytest.mark.parametrize(("answer", "rows", "lengths"), [([], 1, [0]), ([1], 2, [1]), ([1, 2, 3, 4], 2, [2, 2]), ([1, 2, 3, 4, 5], 2, [2, 2, 1])])
def test_many_rows_come_a_few_at_a_time_and_none_as_one_frame(answer: list[int], rows: int, lengths: list[int], served: data.Database) -> None:
    frames = list(Answering(answer).chunks(served, NUMBERS, {}, rows))
    assert [len(frame) for frame in frames] == lengths
    assert [n for frame in frames for n in frame["n"]] == answer


def test_a_release_that_is_not_the_newest_is_asked_at_home(tiny: data.Database, served: data.Database) -> None:
    engine = Answering()
    assert engine.rows(tiny, NUMBERS, {}, 3)["n"].tolist() == [0, 1, 2]
    assert [n for frame in engine.chunks(tiny, NUMBERS, {}, 10_000) for n in frame["n"]] == [0, 1, 2, 3, 4]
    assert engine.columns(served, NUMBERS, {}) == ("n",) and engine.asked == 0


def test_a_master_is_looked_for_where_its_address_says(monkeypatch: pytest.MonkeyPatch) -> None:
    Spark("local-cluster[2,1,1024]")._reached()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        Spark(f"spark://127.0.0.1:{port}")._reached()
        monkeypatch.setattr(cluster, "MASTER_PORT", port)
        Spark("spark://127.0.0.1")._reached()
    for master in (f"spark://127.0.0.1:{port}", "spark://127.0.0.1"):
        with pytest.raises(Unanswered, match=f"The cluster {master} cannot be reached: Connection refused"):
            Spark(master)._reached()


def test_without_a_message_an_error_has_its_name() -> None:
    assert first_line(ValueError("  one\ntwo")) == "one" and first_line(KeyError()) == "KeyError"
    assert first_line(ValueError("x" * 400)) == "x" * 300


def test_texts_and_types_are_those_of_the_lists_of_the_dataset(tiny: data.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query("made/up", "-- Which?\n-- One row per word.\nselect 'a'::rank as word\norder by word::rank")
    engine = Spark("spark://nowhere.example")
    for lists, values in ((tiny.lists, "'a', 'b'"), (None, "'b', 'a', 'c'")):
        with duckdb.connect() as connection:
            connection.execute(f"create type rank as enum ({values})")
            database: Any = SimpleNamespace(release="one", lists=lists, cursor=connection.cursor)
            assert shape.types(database, query, {}) == {"word": f"ENUM({values})"}
            assert f"ARRAY({values})" in engine._text(database, query)
