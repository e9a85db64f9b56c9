"""Agreement of coders: textbook values, exact fractions worked out another way, and a library that is used nowhere else."""

import math
import random
from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations

import krippendorff
import numpy as np
import pandas as pd
import pytest

import data
from queries.dataset import agreement as agreements
from queries.dataset.agreement import CODERS, agreement, alpha, interval, kappa, measure, value_counts
from tests import oracle

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": three coders, fifteen units, "." where a coder gave no value.
CODED = [".....34121133.3", "1.213343.......", "..21344.21133.4"]


def by_pairs(rows: list[list[str]]) -> Fraction:
    """Alpha as its definition has it: disagreement over all ordered pairs of values within a row, against that over all pairs of values."""
    rows = [row for row in rows if len(row) > 1]
    values = [value for row in rows for value in row]
    observed = sum((Fraction(sum(a != b for a, b in permutations(row, 2)), len(row) - 1) for row in rows), Fraction(0)) / len(values)
    expected = Fraction(sum(a != b for a, b in permutations(values, 2)), len(values) * (len(values) - 1))
    return 1 - observed / expected


def exact_kappa(one: list[str], other: list[str]) -> Fraction:
    """Kappa in fractions, from the shares of each value."""
    n = len(one)
    observed = Fraction(sum(a == b for a, b in zip(one, other, strict=True)), n)
    left, right = Counter(one), Counter(other)
    chance = sum((Fraction(left[value] * right[value], n * n) for value in left), Fraction(0))
    return (observed - chance) / (1 - chance)


def made_up(seed: int) -> pd.DataFrame:
    """Sixty rows of coders who mostly agree; a tenth of the values is missing."""
    dice = random.Random(seed)
    rows = []
    for _ in range(60):
        truth = dice.choice("abcd")
        rows.append([None if dice.random() < 0.1 else truth if dice.random() < 0.8 else dice.choice("abcd") for _ in CODERS])
    return pd.DataFrame(rows, columns=list(CODERS))


def test_kappa_of_a_textbook_table() -> None:
    """Twenty yes-yes, five yes-no, ten no-yes, fifteen no-no: observed 0.7, by chance 0.5."""
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert kappa(one, other) == pytest.approx(0.4)


def test_alpha_of_the_textbook_table() -> None:
    table = np.array([[sum(coder[unit] == value for coder in CODED) for value in "1234"] for unit in range(15)], dtype=float)
    assert alpha(table[table.sum(axis=1) >= 2]) == pytest.approx(0.691, abs=0.0005)


@pytest.mark.parametrize("seed", range(5))
def test_both_equal_exact_fractions_and_the_library(seed: int) -> None:
    coded = made_up(seed)
    rows = [[value for value in row if value is not None and value == value] for row in coded.itertuples(index=False)]
    counts = value_counts(coded)
    assert alpha(counts) == pytest.approx(float(by_pairs(rows)), abs=1e-12)
    assert alpha(counts) == pytest.approx(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"), abs=1e-12)
    both = coded[["first", "blind_1"]].dropna()
    one, other = both["first"].tolist(), both["blind_1"].tolist()
    assert kappa(one, other) == pytest.approx(float(exact_kappa(one, other)), abs=1e-12)


def test_the_dataset_agrees_as_its_codings_say() -> None:
    found = {(a.table, a.variable): a for a in agreement()}
    assert set(found) == {("priorities", "outcome"), ("priorities", "theme"), ("documents", "theme")}
    with data.current().cursor() as cursor:
        given = cursor.execute("select table_name::varchar, variable::varchar, row_id, coder::varchar, value from codings").fetchall()
    for (table, variable), a in found.items():
        rows: dict[str, dict[str, str]] = {}
        for name, kind, row_id, coder, value in given:
            if (name, kind) == (table, variable):
                rows.setdefault(row_id, {})[coder] = value
        assert a.n == len(rows)
        assert set(a.coders) == {coder for row in rows.values() for coder in row}
        assert a.alpha == pytest.approx(float(by_pairs([list(row.values()) for row in rows.values()])), abs=1e-12)
        assert a.low < a.alpha < a.high <= 1
        assert a.n_same == sum(len(set(row.values())) == 1 for row in rows.values())
        assert [(pair.one, pair.other) for pair in a.pairs] == list(combinations(a.coders, 2))
        for pair in a.pairs:
            one, other = ([row[coder] for row in rows.values()] for coder in (pair.one, pair.other))
            assert pair.kappa == pytest.approx(float(exact_kappa(one, other)), abs=1e-12)
            assert (pair.n, pair.n_same) == (len(one), sum(a == b for a, b in zip(one, other, strict=True)))


@pytest.mark.parametrize("coders", [("blind_1", "blind_3"), ("first", "blind_2", "blind_3"), tuple(CODERS)], ids=str)
def test_any_number_of_coders_is_measured_and_no_other_is_named(coders: tuple[str, ...]) -> None:
    rows = made_up(7)
    rows[[name for name in CODERS if name not in coders]] = None
    a = measure("priorities", "outcome", rows)
    assert a.coders == tuple(CODERS[name] for name in coders)
    assert [(pair.one, pair.other) for pair in a.pairs] == list(combinations(a.coders, 2))
    given = [[value for value in row if isinstance(value, str)] for row in rows.itertuples(index=False)]
    assert a.alpha == pytest.approx(float(by_pairs(given)), abs=1e-12)
    assert a.n == sum(len(row) == len(coders) for row in given)


def test_the_second_edition_agrees_as_was_worked_out_elsewhere() -> None:
    """Alpha of the codings as they were handed over, computed with the library before they were merged."""
    found = {(a.table, a.variable): a for a in agreement()}
    outcome, theme, documents = found["priorities", "outcome"], found["priorities", "theme"], found["documents", "theme"]
    assert (outcome.n, outcome.n_same, round(outcome.alpha, 3)) == (285, 277, 0.975)
    assert (theme.n, theme.n_same, round(theme.alpha, 3)) == (285, 280, 0.986)
    assert (documents.n, documents.n_same, round(documents.alpha, 3)) == (344, 288, 0.866)
    assert outcome.coders == theme.coders == ("blind-1", "blind-2", "blind-3")
    assert documents.coders == ("first", "blind-1", "blind-2")


def test_the_interval_is_the_same_for_the_same_rows_and_narrows_with_more() -> None:
    counts = value_counts(made_up(1))
    low, high = interval(counts)
    assert (low, high) == interval(counts)
    wide, narrow = high - low, np.diff(interval(np.repeat(counts, 4, axis=0)))[0]
    assert narrow < 0.7 * wide


def test_nothing_is_claimed_where_there_is_nothing_to_compare() -> None:
    same = pd.DataFrame({coder: ["a", "a", "a"] for coder in CODERS})
    a = measure("documents", "theme", same)
    assert (a.n, a.n_same) == (3, 3)
    assert math.isnan(a.alpha) and math.isnan(a.pairs[0].kappa) and math.isnan(a.low)
    none = measure("documents", "theme", same.iloc[0:0])
    assert (none.n, none.coders, none.pairs) == (0, (), ()) and math.isnan(none.alpha)


@pytest.mark.parametrize("seed", range(3))
def test_rows_counted_together_measure_as_rows_one_by_one(seed: int) -> None:
    rows = made_up(seed).replace({"d": "c"})
    together = rows.groupby(list(rows.columns), dropna=False).size().reset_index(name="n")
    assert together["n"].max() > 1, "else nothing is tried"
    one, other = measure("documents", "theme", rows), measure("documents", "theme", together)
    assert (other.n, other.n_same, other.n_rows, other.n_apart) == (one.n, one.n_same, one.n_rows, one.n_apart)
    assert (one.n_rows, one.n_apart) == (len(rows), int((rows.nunique(axis=1) > 1).sum()))
    assert other.alpha == pytest.approx(one.alpha, abs=1e-12)
    assert (other.low, other.high) == (pytest.approx(one.low, abs=0.02), pytest.approx(one.high, abs=0.02))
    for left, right in zip(one.pairs, other.pairs, strict=True):
        assert (right.one, right.other, right.n, right.n_same) == (left.one, left.other, left.n, left.n_same)
        assert right.kappa == pytest.approx(left.kappa, abs=1e-12)


def test_the_final_value_is_that_of_the_majority_or_a_note_says_why() -> None:
    tables = oracle.tables(data.current())
    finals: dict[tuple[str, str, str], tuple[str, str]] = {}
    for row in tables["priorities"].itertuples():
        finals["priorities", str(row.priority_id), "theme"] = (str(row.theme_id), str(row.outcome_note or ""))
        finals["priorities", str(row.priority_id), "outcome"] = (str(row.outcome), str(row.outcome_note or ""))
    for row in tables["documents"].itertuples():
        finals["documents", str(row.document_id), "theme"] = (str(row.theme_id), str(row.note or ""))
    coded = tables["codings"].groupby(["table_name", "row_id", "variable"])["value"].agg(list)
    assert len(coded)
    for key, given in coded.items():
        value, n = Counter(given).most_common(1)[0]
        final, note = finals[key]  # type: ignore[index]
        assert final == value or 2 * n <= len(given) or note, key


def test_what_one_coder_alone_has_coded_has_no_agreement(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"table_name": "priorities", "variable": ["theme_id", "theme_id", "outcome", "outcome"], "first": ["a", "b", "c", "d"], "blind_1": [None, None, "c", "c"]}
    monkeypatch.setattr(agreements, "_kept", {})
    monkeypatch.setattr(agreements, "run", lambda name: pd.DataFrame({**given, "blind_2": None, "blind_3": None, "n": 1}))
    assert [(one.variable, one.coders, one.n_same) for one in agreements.agreement()] == [("outcome", ("first", "blind-1"), 1)]
