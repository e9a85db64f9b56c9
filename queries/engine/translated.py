"""The text of a question in the words of Spark, made from the one `.sql` file that DuckDB reads."""

from collections.abc import Callable, Sequence

import sqlglot  # only who names a cluster has it, and who tests
from sqlglot import Expr, exp

from queries.engine.asked import Unanswered

# Type name -> its values in order, or none where it is no closed list.
Places = Callable[[str], Sequence[str]]


def spark(name: str, sql: str, places: Places) -> str:
    """The text for Spark. Values to bind stay named (`$day` becomes `:day`). Raises Unanswered, with the name of the query."""
    try:
        tree = sqlglot.parse_one(sql, read="duckdb")
        whole_rows(tree)
        return tree.transform(adapted, places).sql(dialect="spark", unsupported_level=sqlglot.ErrorLevel.RAISE, comments=False)
    except sqlglot.errors.SqlglotError as error:
        raise Unanswered(f"The query {name} cannot be put to Spark: {error}") from error


def adapted(node: Expr, places: Places) -> Expr:
    """What Spark says in another way, one part of a text at a time."""
    if isinstance(node, exp.Cast) and (values := places(node.to.sql(dialect="duckdb"))):
        # Spark has no closed lists: a value has its place in the list to be sorted by.
        listed = exp.Array(expressions=[exp.Literal.string(value) for value in values])
        return exp.Anonymous(this="array_position", expressions=[listed, exp.cast(node.this, "text")])
    if isinstance(node, exp.Literal) and node.is_number and not node.is_int:
        # DuckDB divides decimals as floats, Spark as decimals that it rounds.
        return exp.cast(node.copy(), "double")
    if isinstance(node, exp.CTE):
        node.set("materialized", None)
    return node


def whole_rows(tree: Expr) -> None:
    """`to_json(t)` of a table `t` is in Spark that of all its columns."""
    for call in tree.find_all(exp.Anonymous):
        if call.name.lower() == "to_json" and call.parent_select is not None:
            row, tables = call.expressions[0], {table.alias_or_name for table in call.parent_select.find_all(exp.Table)}
            if isinstance(row, exp.Column) and not row.table and row.name in tables:
                row.replace(exp.Anonymous(this="struct", expressions=[exp.Column(this=exp.Star(), table=exp.to_identifier(row.name))]))
