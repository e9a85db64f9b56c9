"""The guide that lies in the folder of a new dataset: one page, made of the schema."""

from data.catalogue import Catalogue, Column

GUIDE = """# Your dataset

Each table is a CSV file here: UTF-8, commas between cells, the first row names the columns. Spreadsheet programs open and save them.

1. Fill in `dataset.toml`: title, organisation, who is to be cited.
2. Fill the tables, in the order below: a row may name rows of the tables above its own. Leave a table empty where you know nothing for it.
3. Check, as often as you like, in the folder of the dashboard: `SCO_DATA=FOLDER .venv/bin/python -m data`. It names file, line and remedy for whatever is wrong.
4. Look: `SCO_DATA=FOLDER make run`. While it runs, it takes changed files over within seconds.

FOLDER is this one. The guide “Your own data” in `docs/` of the dashboard goes through it with an example.
If you would rather fill in a workbook: `SCO_DATA=FOLDER .venv/bin/python -m data workbook FILE.xlsx` writes one with lists to choose from, and `.venv/bin/python -m data from FILE.xlsx FOLDER` takes it back.

## Tables

| table | holds | must be filled |
|---|---|---|
{tables}

`codebook.csv` tells of every column what it means, its type, and the values that it allows. `stories/` holds an example of a story for the page Present; `synonyms.csv` says what else a searched word finds.

## Rules

- Ids are short names of your own, such as `first-summit`; no two rows of a table share one.
- Days are written 2024-07-04. Where only the month or the year is known, write its first day and say so in the column of the precision.
- Truth is written `true` or `false`, a number with a point before decimals.
- Empty means not known. What must be filled stands in the table above.
{facts}
- No cell begins with = + - or @, or with a blank.
"""
FACTS = "- Every row of {tables} needs a row in `evidence` with the role `statement`: which source says so, and where in it."


def guide(catalogue: Catalogue) -> str:
    """The text of the guide, in Markdown."""
    rows = [f"| `{table}` | {holds(catalogue[table])} | {', '.join(needed(catalogue[table]))} |" for table in in_order(catalogue)]
    return GUIDE.format(tables="\n".join(rows), facts=facts(catalogue))


def in_order(catalogue: Catalogue) -> list[str]:
    """The tables in the order in which they are filled by hand: each after those that its ids point to, else as the schema has them."""
    order: list[str] = []
    while len(order) < len(catalogue):
        order.append(next(table for table, columns in catalogue.items() if table not in order and {one.parent for one in columns} <= {None, table, *order}))
    return order


def holds(columns: tuple[Column, ...]) -> str:
    """What a row of the table is, as the schema says it."""
    return columns[0].table_comment.removeprefix("One row per ").rstrip(".")


def needed(columns: tuple[Column, ...]) -> list[str]:
    """The columns that must not be empty, each with the table that it points to."""
    return [f"{column.name} (of `{column.parent}`)" if column.parent else column.name for column in columns if column.required]


def facts(catalogue: Catalogue) -> str:
    """The rule of evidence, with the tables whose rows can have some where the schema lists them."""
    tables = next((column.allowed for column in catalogue["evidence"] if column.name == "table_name"), ())
    return FACTS.format(tables=", ".join(f"`{table}`" for table in tables) or "a table of facts")
