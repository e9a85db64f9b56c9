"""The coding manual as data, and the facts worked out from the codings, against pandas."""

import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import data

ROOT = Path(__file__).resolve().parent.parent


def table(name: str) -> pd.DataFrame:
    """A table of the dataset as its file has it, all text, "" where empty."""
    return pd.read_csv(ROOT / "data" / f"{name}.csv", dtype=str, keep_default_na=False)


def frame(database: data.Database, query: str) -> pd.DataFrame:
    """All rows of a query."""
    return database.cursor().execute(query).df()


def comment(database: data.Database, table_name: str, column: str) -> str:
    """What the schema says of a column."""
    query = "select description from codebook where table_name = $table and column_name = $column"
    ((words,),) = database.cursor().execute(query, {"table": table_name, "column": column}).fetchall()
    return words


def test_every_outcome_is_defined_once_in_the_manual_and_in_the_same_words_in_the_schema(real: data.Database) -> None:
    outcomes = frame(real, "select unnest(enum_range(null::outcome))::varchar as name")["name"].tolist()
    assert list(real.about.outcomes) == outcomes
    words = comment(real, "priorities", "outcome")
    for name, (definition,) in real.about.outcomes.items():
        assert f"{name.capitalize()}: {definition[0].lower()}{definition[1:]}" in words


def test_the_questions_of_the_manual_are_those_of_the_schema_in_the_same_order(real: data.Database) -> None:
    words = comment(real, "codings", "rule")
    assert re.findall(r"(\d): ([^.?]+\??)", words) == [(str(number), question) for number, question in enumerate(real.about.questions, start=1)]


def test_a_rule_leads_to_the_outcomes_that_its_question_names(real: data.Database) -> None:
    answers = [" ".join(texts).lower() for texts in real.about.questions.values()]
    given = frame(real, "select distinct rule, outcome from outcome_by_coder order by rule, outcome")
    assert set(given["rule"]) == set(range(1, len(answers) + 1))
    for rule, outcome in given.itertuples(index=False):
        assert outcome in answers[rule - 1]


def test_the_manual_says_who_coded(real: data.Database) -> None:
    words = " ".join(real.about.coders)
    assert "by programs, not by persons" in words and "No outside expert" in words
    assert real.about.coding


def test_outcome_by_coder_is_the_blind_codings_of_the_outcomes(real: data.Database) -> None:
    codings, priorities = table("codings"), table("priorities")
    wanted = codings[(codings["table_name"] == "priorities") & (codings["variable"] == "outcome") & codings["coder"].str.startswith("blind")]
    wanted = wanted.merge(priorities[["priority_id", "chairmanship_id"]], left_on="row_id", right_on="priority_id")
    wanted = wanted.rename(columns={"value": "outcome"})[["priority_id", "chairmanship_id", "coder", "outcome", "rule"]]
    found = frame(real, "select * from outcome_by_coder").astype(str)
    order = ["priority_id", "coder"]
    pd.testing.assert_frame_equal(found.sort_values(order, ignore_index=True), wanted.sort_values(order, ignore_index=True), check_dtype=False)
    assert len(found) == len(priorities) * found["coder"].nunique()


def test_stated_at_close_is_the_day_on_which_the_term_ended(real: data.Database) -> None:
    merged = table("priorities").merge(table("chairmanships"), on="chairmanship_id")
    wanted = (merged["date_precision"] == "day") & (merged["stated_on"] == merged["end_on"]) & (merged["end_on"] != "")
    found = frame(real, "select * from priority_timing").set_index("priority_id")["stated_at_close"]
    assert found.to_dict() == dict(zip(merged["priority_id"], wanted, strict=True))
    assert 0 < found.sum() < len(found)


@pytest.mark.parametrize(
    ("stated_on", "precision", "end_on", "at_close"),
    [
        ("2017-06-01", "day", "2017-06-01", True),
        ("2017-06-01", "day", "2017-06-09", False),
        ("2017-06-01", "month", "2017-06-01", False),
        (None, "day", "2017-06-01", False),
        ("2017-06-01", "day", None, False),
    ],
)
def test_only_a_known_day_is_the_closing_day(stated_on: str | None, precision: str, end_on: str | None, at_close: bool) -> None:
    with duckdb.connect() as connection:
        connection.execute("create table chairmanships as select 'c' as chairmanship_id, $day::date as end_on", {"day": end_on})
        given = {"day": stated_on, "precision": precision}
        connection.execute(
            "create table priorities as select 'p' as priority_id, 'c' as chairmanship_id, $day::date as stated_on, $precision as date_precision", given
        )
        connection.execute(data.derived()["priority_timing"])
        assert connection.execute("select stated_at_close from priority_timing").fetchall() == [(at_close,)]


def test_a_coding_without_the_questions_is_not_of_this_edition(tiny_folder: Path) -> None:
    path = tiny_folder / "codings.csv"
    path.write_text(path.read_text(encoding="utf-8") + "priorities,kz16-trade,outcome,first,realised,\n", encoding="utf-8")
    database = data.connect(tiny_folder)
    found = frame(database, "select coder from outcome_by_coder where priority_id = 'kz16-trade' order by coder")["coder"].tolist()
    database.close()
    assert found == ["blind-1", "blind-2", "blind-3"]


def test_every_coded_chair_says_how_its_list_was_gathered(real: data.Database) -> None:
    chairs = table("chairmanships")
    coded = set(table("priorities")["chairmanship_id"])
    assert set(chairs.loc[chairs["list_depth"] != "", "chairmanship_id"]) == coded
    assert set(chairs.loc[chairs["list_basis"] != "", "chairmanship_id"]) == coded
    assert chairs.set_index("chairmanship_id").loc[["kz-2016", "kz-2023"], "list_depth"].tolist() == ["full", "full"]
