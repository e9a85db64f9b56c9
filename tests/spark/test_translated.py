"""Every query in the words of Spark, and what of it is said in another way. No cluster is needed, so that a query that Spark would refuse is found at once."""

import pytest
import sqlglot
from sqlglot import exp

import data
from queries import QUERIES
from queries.engine import Unanswered, shape
from queries.engine.translated import spark

pytestmark = pytest.mark.broad

PARTS = ("records", "sources", "count", "columns")
KINDS = {"RANK": ("low", "high")}


def told(sql: str) -> str:
    """A text in the words of Spark, where `rank` is a closed list."""
    return spark("made/up", sql, lambda kind: KINDS.get(kind.upper(), ()))


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_can_be_said(name: str, real: data.Database) -> None:
    query = QUERIES[name]
    for one in (query, query.counting, *((query.number, *map(query.part, PARTS)) if query.has_behind else ())):
        text = spark(one.name, one.sql, lambda kind: shape.places(real, kind))
        tree = sqlglot.parse_one(text, read="spark")
        assert {holder.name for holder in tree.find_all(exp.Placeholder)} == set(one.parameters), one.name
        assert "$" not in text and "MATERIALIZED" not in text and "::" not in text


def test_a_value_of_a_closed_list_is_sorted_by_its_place() -> None:
    assert told("select a from t order by a::rank") == "SELECT a FROM t ORDER BY ARRAY_POSITION(ARRAY('low', 'high'), CAST(a AS STRING)) NULLS LAST"
    assert told("select a::integer as b from t") == "SELECT CAST(a AS INT) AS b FROM t"


def test_decimals_are_floats_and_whole_numbers_stay() -> None:
    assert told("select 0.5 as a, 5 as b, '0.5' as c") == "SELECT CAST(0.5 AS DOUBLE) AS a, 5 AS b, '0.5' AS c"


def test_named_parts_are_worked_out_as_spark_likes() -> None:
    assert told("with a as materialized (select 1 as n) select n from a") == "WITH a AS (SELECT 1 AS n) SELECT n FROM a"


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("select to_json(t) as cells from documents t", "SELECT TO_JSON(STRUCT(t.*)) AS cells FROM documents AS t"),
        ("select to_json(documents) as cells from documents", "SELECT TO_JSON(STRUCT(documents.*)) AS cells FROM documents"),
        ("select hash(t) as cells from documents t", "SELECT HASH(t) AS cells FROM documents AS t"),
        ("select some_text(t) as cells from documents t", "SELECT SOME_TEXT(t) AS cells FROM documents AS t"),
        ("select to_json(note) as cells from documents t", "SELECT TO_JSON(note) AS cells FROM documents AS t"),
        ("select to_json(t.note) as cells from documents t", "SELECT TO_JSON(t.note) AS cells FROM documents AS t"),
        ("select to_json(o.t) as cells from documents t, others o", "SELECT TO_JSON(o.t) AS cells FROM documents AS t, others AS o"),
    ],
)
def test_a_row_as_json_is_that_of_all_its_columns(sql: str, wanted: str) -> None:
    assert told(sql).replace("to_json", "TO_JSON") == wanted


@pytest.mark.parametrize("sql", ["selec 1", "select (1"])
def test_what_cannot_be_said_names_its_query(sql: str) -> None:
    with pytest.raises(Unanswered, match="The query made/up cannot be put to Spark"):
        told(sql)
