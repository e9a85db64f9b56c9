"""Grown datasets: valid, as large as asked, with the distributions of the real one."""

from pathlib import Path

import pandas as pd
import pytest

import data
from bench.grow import GROWING, grow
from bench.grow.__main__ import main
from tests.conftest import ROOT, TINY

DOCUMENTS = 1000  # two whole copies of the real dataset and a part of a third
OWN_ID = {"documents": "document_id", "priorities": "priority_id", "events": "event_id", "meetings": "meeting_id", "sources": "source_id"}
DATES = {
    "documents": ("adopted_on", "date_precision"),
    "priorities": ("stated_on", "date_precision"),
    "events": ("start_on", "date_precision"),
    "meetings": ("start_on", "date_precision"),
    "sources": ("published_on", "published_precision"),
}


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def real_id(ids: pd.Series) -> pd.Series:
    return ids.str.replace(r"-x[0-9]+$", "", regex=True)


def copy_of(ids: pd.Series) -> pd.Series:
    return ids.str.extract(r"-x([0-9]+)$")[0].fillna("0").astype(int)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown") / "data"
    grow(ROOT / "data", folder, DOCUMENTS)
    return folder


@pytest.fixture(scope="module")
def pairs(grown: Path) -> dict[str, pd.DataFrame]:
    """Every row of a grown table beside the row it was copied from (columns ending in _real)."""
    found = {}
    for name, key in OWN_ID.items():
        rows = table(grown, name)
        found[name] = rows.assign(copy=copy_of(rows[key]), real=real_id(rows[key])).merge(
            table(ROOT / "data", name), left_on="real", right_on=key, suffixes=("", "_real"), validate="many_to_one"
        )
        assert len(found[name]) == len(rows)
    return found


def test_a_grown_dataset_keeps_every_rule(grown):
    database = data.connect(grown)
    assert database.counts["documents"] == DOCUMENTS
    database.close()


def test_the_other_tables_grow_in_proportion(grown):
    factor = DOCUMENTS / len(table(ROOT / "data", "documents"))
    for name in ("priorities", "events", "meetings", "codings"):
        assert len(table(grown, name)) == pytest.approx(factor * len(table(ROOT / "data", name)), rel=0.03), name


@pytest.mark.parametrize("name", sorted({path.stem for path in (ROOT / "data").glob("*.csv")} - set(GROWING)))
def test_all_other_tables_stay(grown, name):
    found, real = (pd.read_csv(folder / f"{name}.csv") for folder in (grown, ROOT / "data"))
    pd.testing.assert_frame_equal(found, real, check_dtype=False)  # 11 may be written 11.0


@pytest.mark.parametrize("name", GROWING)
def test_the_real_rows_are_among_the_grown_ones(grown, name):
    real, rows = table(ROOT / "data", name), table(grown, name)
    assert set(real.itertuples(index=False, name=None)) <= set(rows.itertuples(index=False, name=None))
    assert list(real.columns) == list(rows.columns)


@pytest.mark.parametrize("name", ["documents", "priorities", "events", "meetings"])
def test_every_copy_rests_on_as_much_evidence_as_its_row(grown, pairs, name):
    def evidence(folder):
        rows = table(folder, "evidence")
        rows = rows[rows["table_name"] == name]
        return rows.assign(source_id=real_id(rows["source_id"])).groupby("row_id")[["role", "source_id", "locator", "note"]].agg(sorted)

    found, real = evidence(grown), evidence(ROOT / "data")
    rows = pairs[name]
    assert len(found) == len(rows)
    assert found.loc[rows[OWN_ID[name]]].to_numpy().tolist() == real.loc[rows["real"]].to_numpy().tolist()


def test_every_copy_is_coded_as_its_row(grown):
    rows = table(grown, "codings")
    real = table(ROOT / "data", "codings").groupby(["table_name", "row_id"]).agg(sorted)
    found = rows.groupby(["table_name", "row_id"]).agg(sorted)
    asked = [(name, key) for name, key in zip(found.index.get_level_values(0), real_id(found.index.get_level_values(1).to_series()), strict=True)]
    assert found.to_numpy().tolist() == real.loc[asked].to_numpy().tolist()
    for name in ("documents", "priorities"):
        coded = set(real.loc[name].index)
        assert set(found.loc[name].index) == {key for key in table(grown, name)[OWN_ID[name]] if real_id(pd.Series([key]))[0] in coded}


@pytest.mark.parametrize("name", DATES)
def test_days_move_within_their_month(pairs, name):
    column, precision = DATES[name]
    rows = pairs[name].query(f"{column}_real != ''")
    assert (rows[column].str[:7] == rows[f"{column}_real"].str[:7]).all()
    known = rows[precision] == "day"
    assert (rows[column] == rows[f"{column}_real"])[~known].all()
    assert (rows[column] != rows[f"{column}_real"])[known].any()


def test_days_of_a_copy_keep_their_order(pairs):
    days = [rows.query(f"{DATES[name][1]} == 'day'")[["copy", f"{DATES[name][0]}_real", DATES[name][0]]] for name, rows in pairs.items() if name != "events"]
    together = pd.concat([rows.set_axis(["copy", "real", "day"], axis=1) for rows in days])
    for _, copy in together.groupby("copy"):
        ordered = copy.groupby("real")["day"].agg(["min", "max"])
        assert (ordered["min"] == ordered["max"]).all(), "one day of the real dataset is one day of the copy"
        assert ordered["min"].is_monotonic_increasing


def test_no_day_leaves_its_term(pairs):
    terms = table(ROOT / "data", "chairmanships").set_index("chairmanship_id")
    for name, start, end in (("documents", "adopted_on", "adopted_on"), ("events", "start_on", "end_on"), ("meetings", "start_on", "end_on")):
        rows = pairs[name].query("chairmanship_id != ''")
        first, last = rows["chairmanship_id"].map(terms["start_on"]), rows["chairmanship_id"].map(terms["end_on"]).replace("", "9999")
        within = (rows[f"{start}_real"] >= first) & (rows[f"{end}_real"] <= last)
        assert ((rows[start] >= first) & (rows[end] <= last))[within].all(), name


def test_events_last_as_long_as_before(pairs):
    rows = pairs["events"].query("end_on != ''")
    days = [pd.to_datetime(rows[f"end_on{which}"]) - pd.to_datetime(rows[f"start_on{which}"]) for which in ("", "_real")]
    assert (days[0] == days[1]).all()


@pytest.mark.parametrize("name, column", [("documents", "predecessor_id"), ("priorities", "continues_priority_id")])
def test_chains_stay_within_their_copy(pairs, name, column):
    rows = pairs[name]
    linked = rows.query(f"{column}_real != ''")
    assert (rows[column] == "").sum() == len(rows) - len(linked)
    assert (copy_of(linked[column]) == linked["copy"]).all()
    assert (real_id(linked[column]) == linked[f"{column}_real"]).all()
    assert linked["copy"].max() == 2


@pytest.mark.parametrize("name, column", [("documents", "meeting_id"), ("priorities", "outcome_document_id"), ("priorities", "outcome_event_id")])
def test_other_links_lead_to_the_copy_or_to_the_one_before(pairs, name, column):
    rows = pairs[name]
    assert (real_id(rows[column]) == rows[f"{column}_real"]).all()
    apart = (rows["copy"] - copy_of(rows[column]))[rows[column] != ""]
    assert (apart[rows["copy"] < 2] == 0).all()
    assert apart.isin([0, 1]).all()


def test_titles_of_copies_differ(grown):
    titles = table(grown, "documents").set_index("document_id")["title"]
    real = table(ROOT / "data", "documents").iloc[0]
    assert titles[real["document_id"]] == real["title"]
    assert titles[f"{real['document_id']}-x1"] == f"{real['title']} (1)"


def test_a_seed_gives_the_same_rows_and_another_seed_others(tmp_path):
    for folder, seed in (("a", 1), ("b", 1), ("c", 3)):
        grow(TINY, tmp_path / folder, 20, seed)
    for name in GROWING:
        assert (tmp_path / "a" / f"{name}.csv").read_bytes() == (tmp_path / "b" / f"{name}.csv").read_bytes()
    assert not table(tmp_path / "a", "documents").equals(table(tmp_path / "c", "documents"))
    assert set(table(tmp_path / "a", "documents")["document_id"]) != set(table(tmp_path / "c", "documents")["document_id"])


def test_the_format_makes_no_difference(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SCO_DATA", str(TINY))
    for form in ("csv", "parquet"):
        assert main([str(tmp_path / form), "--documents", "20", "--format", form]) == 0
        assert (tmp_path / form / f"documents.{form}").is_file()
    assert "documents                  20" in capsys.readouterr().out
    csv, parquet = (data.connect(tmp_path / form) for form in ("csv", "parquet"))
    assert csv.release == parquet.release
    csv.close()
    parquet.close()


def test_what_cannot_be_done_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SCO_DATA", str(TINY))
    assert main([str(tmp_path / "few"), "--documents", "5"]) == 1
    assert "6 documents already, 5 were asked for" in capsys.readouterr().err
    assert not (tmp_path / "few").exists()
    assert main([str(tmp_path / "twice"), "--documents", "12"]) == 0
    assert main([str(tmp_path / "twice"), "--documents", "12"]) == 1
    assert "is not empty" in capsys.readouterr().err
    monkeypatch.setenv("SCO_DATA", str(tmp_path / "twice"))
    assert main([str(tmp_path / "again"), "--documents", "50"]) == 1
    assert "was grown already" in capsys.readouterr().err
