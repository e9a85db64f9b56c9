"""Grown datasets: valid, as large as asked, with the distributions of the real one."""

from pathlib import Path

import pandas as pd
import pytest

import data
from bench.grow import GROWING, grow
from bench.grow.__main__ import main
from tests.conftest import ROOT, TINY

pytestmark = pytest.mark.broad

REAL = ROOT / "data"
DOCUMENTS, PARTIAL, SEED = 1500, 3, 2  # three whole copies, one moved back and one forth, and a part of another
OWN_ID = {"documents": "document_id", "priorities": "priority_id", "events": "event_id", "meetings": "meeting_id", "sources": "source_id"}
DATES = (  # table, column, and the column that says how precisely it is known
    ("documents", "adopted_on", "date_precision"),
    ("documents", "in_force_on", None),
    ("priorities", "stated_on", "date_precision"),
    ("priorities", "outcome_on", "outcome_precision"),
    ("meetings", "start_on", "date_precision"),
    ("meetings", "end_on", "date_precision"),
    ("sources", "published_on", "published_precision"),
    ("events", "start_on", "date_precision"),
)


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def real_id(ids: pd.Series) -> pd.Series:
    return ids.str.replace(r"-x[0-9]+$", "", regex=True)


def copy_of(ids: pd.Series) -> pd.Series:
    return ids.str.extract(r"-x([0-9]+)$")[0].fillna("0").astype(int)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown") / "data"
    grow(REAL, folder, DOCUMENTS, SEED)
    return folder


@pytest.fixture(scope="module")
def pairs(grown: Path) -> dict[str, pd.DataFrame]:
    """Every row of a grown table beside the row it was copied from (columns ending in _real)."""
    found = {}
    for name, key in OWN_ID.items():
        rows = table(grown, name)
        rows = rows.assign(copy=copy_of(rows[key]), real=real_id(rows[key]))
        found[name] = rows.merge(table(REAL, name).add_suffix("_real"), left_on="real", right_on=f"{key}_real", validate="many_to_one")
        assert len(found[name]) == len(rows)
    return found


def days(pairs: dict[str, pd.DataFrame], name: str, column: str, precision: str | None) -> pd.DataFrame:
    """The dates of one column: copy, id and date of the real row, date in the copy, and whether the day is known."""
    rows = pairs[name].query(f"{column}_real != ''")
    known = rows[precision] == "day" if precision else True
    return rows[["copy", "real", f"{column}_real", column]].set_axis(["copy", "real", "before", "after"], axis=1).assign(known=known)


def test_a_grown_dataset_keeps_every_rule(grown):
    database = data.connect(grown)
    assert database.counts["documents"] == DOCUMENTS
    database.close()


def test_the_other_tables_grow_in_proportion(grown):
    factor = DOCUMENTS / len(table(REAL, "documents"))
    for name in ("priorities", "events", "meetings", "codings"):
        assert len(table(grown, name)) == pytest.approx(factor * len(table(REAL, name)), rel=0.03), name


@pytest.mark.parametrize("name", sorted({path.stem for path in REAL.glob("*.csv")} - set(GROWING)))
def test_all_other_tables_stay(grown, name):
    found, real = (pd.read_csv(folder / f"{name}.csv") for folder in (grown, REAL))
    pd.testing.assert_frame_equal(found, real, check_dtype=False)  # 11 may be written 11.0


@pytest.mark.parametrize("name", GROWING)
def test_the_real_rows_come_first(grown, name):
    real, rows = table(REAL, name), table(grown, name)
    assert list(real.columns) == list(rows.columns)
    assert set(real.itertuples(index=False, name=None)) == set(rows.head(len(real)).itertuples(index=False, name=None))


@pytest.mark.parametrize("name", OWN_ID)
def test_titles_of_copies_differ(pairs, name):
    rows = pairs[name]
    numbers = (" (" + rows["copy"].astype(str) + ")").where(rows["copy"] > 0, "")
    assert (rows["title"] == rows["title_real"] + numbers).all()


@pytest.mark.parametrize("name", ["documents", "priorities", "events", "meetings"])
def test_every_copy_rests_on_as_much_evidence_as_its_row(grown, pairs, name):
    def evidence(folder):
        rows = table(folder, "evidence")
        rows = rows[rows["table_name"] == name]
        return rows.assign(source_id=real_id(rows["source_id"])).groupby("row_id")[["role", "source_id", "locator", "note"]].agg(sorted)

    found, real, rows = evidence(grown), evidence(REAL), pairs[name]
    assert len(found) == len(rows)
    assert found.loc[rows[OWN_ID[name]]].to_numpy().tolist() == real.loc[rows["real"]].to_numpy().tolist()


def test_evidence_lies_in_sources_of_its_copy_or_of_the_one_before(grown):
    rows = table(grown, "evidence").query("table_name in ('documents', 'priorities', 'events', 'meetings')")
    copy, sources = copy_of(rows["row_id"]), table(grown, "sources")["source_id"]
    apart = copy - copy_of(rows["source_id"])
    assert (apart[copy < PARTIAL] == 0).all()
    assert set(apart) == {0, 1}
    assert set(sources[copy_of(sources) == 1]) <= set(rows["source_id"]), "a source on which nothing copied rests is not copied"


def test_every_copy_is_coded_as_its_row(grown):
    real, found = (table(folder, "codings").groupby(["table_name", "row_id"]).agg(sorted) for folder in (REAL, grown))
    rows = found.index.to_frame()
    origin = pd.MultiIndex.from_arrays([rows["table_name"], real_id(rows["row_id"])])
    assert found.to_numpy().tolist() == real.loc[origin].to_numpy().tolist()
    for name in ("documents", "priorities"):
        ids = table(grown, name)[OWN_ID[name]]
        assert set(found.loc[name].index) == set(ids[real_id(ids).isin(real.loc[name].index)])


@pytest.mark.parametrize("name, column, precision", DATES)
def test_days_move_within_their_month(pairs, name, column, precision):
    rows = days(pairs, name, column, precision)
    assert (rows["after"].str[:7] == rows["before"].str[:7]).all()
    assert (rows["after"] < rows["before"]).any() and (rows["after"] > rows["before"]).any()
    assert not (rows["after"] != rows["before"])[~rows["known"] | (rows["copy"] == 0)].any()
    by_row = rows.set_index("real")
    partial = by_row.query("copy == @PARTIAL")["after"]
    assert (partial == by_row.query("copy == @PARTIAL - 1")["after"][partial.index]).all(), "a partial copy leans on the one before"


def test_days_of_a_copy_keep_their_order(pairs):
    # Events last as long as before instead.
    together = pd.concat([days(pairs, *given).query("known") for given in DATES if given[0] != "events"])
    for _, copy in together.groupby("copy"):
        ordered = copy.groupby("before")["after"].agg(["min", "max"])
        assert (ordered["min"] == ordered["max"]).all(), "one day of the real dataset is one day of the copy"
        assert ordered["min"].is_monotonic_increasing


def test_no_day_leaves_its_term(pairs):
    terms = table(REAL, "chairmanships").set_index("chairmanship_id")
    for name, start, end in (("documents", "adopted_on", "adopted_on"), ("events", "start_on", "end_on"), ("meetings", "start_on", "end_on")):
        rows = pairs[name].query("chairmanship_id != ''")
        first, last = rows["chairmanship_id"].map(terms["start_on"]), rows["chairmanship_id"].map(terms["end_on"]).replace("", "9999")
        within = (rows[f"{start}_real"] >= first) & (rows[f"{end}_real"] <= last)
        assert ((rows[start] >= first) & (rows[end] <= last))[within].all(), name


def test_events_last_as_long_as_before(pairs):
    rows = pairs["events"].query("end_on != ''")
    lasted, before = (pd.to_datetime(rows[f"end_on{which}"]) - pd.to_datetime(rows[f"start_on{which}"]) for which in ("", "_real"))
    assert (lasted == before).all()
    without_end = pairs["events"].query("end_on == ''")
    assert (without_end["start_on"] != without_end["start_on_real"]).any()


def test_a_document_a_day_younger_than_its_outcome_stays_so(tiny_folder, tmp_path):
    for name, old, new in (("documents", "2016-11-03", "2016-11-01"), ("priorities", "2016-11-03", "2016-10-31")):
        path = tiny_folder / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    grow(tiny_folder, tmp_path / "data", 60)
    data.connect(tmp_path / "data").close()


@pytest.mark.parametrize("name, column", [("documents", "predecessor_id"), ("priorities", "continues_priority_id")])
def test_chains_stay_within_their_copy(pairs, name, column):
    rows = pairs[name]
    linked = rows.query(f"{column}_real != ''")
    assert (rows[column] == "").sum() == len(rows) - len(linked)
    assert (copy_of(linked[column]) == linked["copy"]).all()
    assert (real_id(linked[column]) == linked[f"{column}_real"]).all()
    assert linked["copy"].max() == PARTIAL


@pytest.mark.parametrize("name, column", [("documents", "meeting_id"), ("priorities", "outcome_document_id"), ("priorities", "outcome_event_id")])
def test_other_links_lead_to_the_copy_or_to_the_one_before(pairs, name, column):
    rows = pairs[name]
    assert (real_id(rows[column]) == rows[f"{column}_real"]).all()
    apart = (rows["copy"] - copy_of(rows[column]))[rows[column] != ""]
    assert (apart[rows["copy"] < PARTIAL] == 0).all()
    assert apart.isin([0, 1]).all()


def test_a_seed_gives_the_same_rows_and_another_seed_others(tmp_path):
    for folder, seed in (("a", 1), ("b", 1), ("c", 3)):
        grow(TINY, tmp_path / folder, 20, seed)
    for name in GROWING:
        assert (tmp_path / "a" / f"{name}.csv").read_bytes() == (tmp_path / "b" / f"{name}.csv").read_bytes()
    assert set(table(tmp_path / "a", "documents")["document_id"]) != set(table(tmp_path / "c", "documents")["document_id"])
    assert not table(tmp_path / "a", "events")["start_on"].equals(table(tmp_path / "c", "events")["start_on"])


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


def test_as_many_documents_as_there_are_make_the_same_release(tiny, tmp_path):
    grow(TINY, tmp_path / "data", 6)
    database = data.connect(tmp_path / "data")
    assert database.release == tiny.release
    database.close()


def test_what_cannot_be_done_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SCO_DATA", str(TINY))
    few, twice, again = (str(tmp_path / name) for name in ("few", "twice", "again"))
    assert main([few, "--documents", "5"]) == 1
    assert "6 documents already, 5 were asked for" in capsys.readouterr().err
    assert not Path(few).exists()
    assert main([twice, "--documents", "12"]) == 0
    assert main([twice, "--documents", "12"]) == 1
    assert "is not empty" in capsys.readouterr().err
    monkeypatch.setenv("SCO_DATA", twice)
    assert main([again, "--documents", "50"]) == 1
    assert "was grown already" in capsys.readouterr().err
