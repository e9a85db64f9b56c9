"""How far the coders agree, and how sure that is: percentages, Cohen's kappa, Krippendorff's alpha for nominal values.

The formulas are a few lines of NumPy: the libraries that hold them weigh 45 MB (scikit-learn) or are under the GPL (krippendorff),
which the licence of this code could not go with. The tests compare the results with exact fractions and with krippendorff.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

import data
from queries.loader import run

CODERS = {"first": "first", "blind_1": "blind-1", "blind_2": "blind-2", "blind_3": "blind-3"}
RESAMPLES = 2_000
SEED = 20_170_609
INTERVAL = (2.5, 97.5)


@dataclass(frozen=True)
class Pair:
    """Two coders: rows coded by both, rows with the same value, kappa (nan where only one value was used)."""

    one: str
    other: str
    n: int
    n_same: int
    kappa: float


@dataclass(frozen=True)
class Agreement:
    """One variable of one table: its coders, rows coded by all of them, rows on which all agree, alpha with its 95 per cent interval, the pairs.

    `n_rows` counts the rows with any value, `n_apart` those among them to which coders gave different values.
    """

    table: str
    variable: str
    coders: tuple[str, ...]
    n: int
    n_same: int
    alpha: float
    low: float
    high: float
    pairs: tuple[Pair, ...]
    n_rows: int
    n_apart: int


KEPT = 4
_kept: dict[str, list[Agreement]] = {}


def agreement() -> list[Agreement]:
    """The agreement on every variable of the served release that two coders or more have coded (computed once a release)."""
    release = data.current().release
    if release not in _kept:
        coded = run("dataset/coded_patterns").groupby(["table_name", "variable"], sort=False)
        fresh = [one for (table, variable), rows in coded if len((one := measure(str(table), str(variable), rows)).coders) > 1]
        if len(_kept) >= KEPT:
            _kept.clear()
        _kept[release] = fresh
        return fresh
    return _kept[release]


def measure(table: str, variable: str, rows: pd.DataFrame) -> Agreement:
    """The agreement on the rows of one variable; columns as of `coded_patterns.sql`. Who gave no value at all is no coder of it.

    `n` says how many rows have the values of a line; without it each line is one row.
    """
    coded = rows[[name for name in CODERS if name in rows and rows[name].notna().any()]]
    times = rows["n"].to_numpy() if "n" in rows else np.ones(len(rows), dtype=int)
    whole, differing = coded.notna().all(axis=1).to_numpy(), coded.nunique(axis=1).to_numpy()
    counts = value_counts(coded)
    weights = times[coded.notna().sum(axis=1).to_numpy() >= 2]
    low, high = interval(counts, weights)
    pairs = tuple(compare(coded, one, other, times) for one, other in combinations(coded.columns, 2))
    coders = tuple(CODERS[name] for name in coded.columns)
    n, n_same = int(times[whole].sum()), int(times[whole & (differing == 1)].sum())
    return Agreement(table, variable, coders, n, n_same, alpha(counts, weights), low, high, pairs, int(times.sum()), int(times[differing > 1].sum()))


def compare(coded: pd.DataFrame, one: str, other: str, times: np.ndarray | None = None) -> Pair:
    """Two columns of values against each other, on the rows that have both; `times` says how many rows a line stands for."""
    both = coded[[one, other]].notna().all(axis=1).to_numpy()
    left, right = coded.loc[both, one].tolist(), coded.loc[both, other].tolist()
    weights = np.ones(len(left), dtype=int) if times is None else times[both]
    same = np.array([a == b for a, b in zip(left, right, strict=True)], dtype=bool)
    return Pair(CODERS[one], CODERS[other], int(weights.sum()), int(weights[same].sum()), kappa(left, right, weights))


def kappa(one: list[str], other: list[str], weights: np.ndarray | None = None) -> float:
    """Cohen's kappa of two lists of values; nan where chance alone would agree on every row. `weights` says how often each pair stands."""
    values = sorted({*one, *other})
    if not values:
        return float("nan")
    table = np.zeros((len(values), len(values)))
    np.add.at(table, ([values.index(value) for value in one], [values.index(value) for value in other]), 1 if weights is None else weights)
    share = table / table.sum()
    by_chance = float(share.sum(axis=1) @ share.sum(axis=0))
    return (float(np.trace(share)) - by_chance) / (1 - by_chance) if by_chance < 1 else float("nan")


def value_counts(coded: pd.DataFrame) -> np.ndarray:
    """How many coders gave each value: a line a row, a column a value. Rows with fewer than two values are left out."""
    values = sorted(set(coded.stack().dropna()))
    counts = np.array([(coded == value).sum(axis=1) for value in values], dtype=float).reshape(len(values), len(coded)).T
    return counts[counts.sum(axis=1) >= 2]


def alpha(counts: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Krippendorff's alpha for nominal values; `weights` says how often each row counts (once when left out)."""
    return float(alphas(counts, np.ones((1, len(counts))) if weights is None else weights[None, :])[0])


def alphas(counts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Alpha for each line of weights; nan where only one value occurs."""
    coders = counts.sum(axis=1)
    apart = (coders**2 - (counts**2).sum(axis=1)) / (coders - 1)
    totals = weights @ counts
    n = totals.sum(axis=1)
    expected = (n**2 - (totals**2).sum(axis=1)) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (weights @ apart) / expected, np.nan)


def interval(counts: np.ndarray, weights: np.ndarray | None = None) -> tuple[float, float]:
    """The 95 per cent interval of alpha when the rows are drawn again with replacement; the same for the same rows.

    `weights` says how often each line stands (once when left out): lines that are equal are drawn as often together as they would be one by one.
    """
    times = np.ones(len(counts)) if weights is None else weights
    if not times.sum():
        return float("nan"), float("nan")
    drawn = np.random.default_rng(SEED).multinomial(int(times.sum()), times / times.sum(), size=RESAMPLES)
    found = alphas(counts, drawn.astype(float))
    low, high = np.nanpercentile(found, INTERVAL) if not np.isnan(found).all() else (np.nan, np.nan)
    return float(low), float(high)
