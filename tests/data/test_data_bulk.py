"""A large dataset is read by the database alone: the same tables as cell by cell, and a doubt wherever there is a fault."""

import csv
import random
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest
from duckdb import ColumnExpression, FunctionExpression

import data
from data.build import brought, build, is_keyed, load, sound_lists
from data.catalogue import Column, sql
from data.description import About, read
from data.file import OPTIONAL
from data.reading.bulk import MACROS, Doubt, read_rows, rows_of_csv
from data.reading.cells import fault_of
from data.reading.digest import digest_of_sheets, digest_of_tables
from data.reading.plain import plain
from data.reading.shape import create_tables
from data.reading.sheets import read_csv, read_file, sheet_of
from tests.conftest import ROOT, TINY
from tests.data.test_data_rules import CASES, change

pytestmark = pytest.mark.broad

ABOUT = About("Title", "Short")
SIGNS = ["a", "b", "é", ",", ",", '"', '""', "\n", "\n", "\r", "\r\n", " ", ";", "\t", "\x00", "#", "'", "\\", "\xa0", "\u2028"]
PIECES = ["a", '"a"', "", '""', '"b,\n"', '"b""c"', ' "d"', '"e" ', 'f"g', '"h"i', '"\\"', "#x", " ", ' ""', '"\r\n"', "a\r", "x\x00", "é"]
CELLS = ["a", "aé", "=", "a=", "-1", "+", "@a", "1", "01", "1.5", "1e3", "1E-3", "1e999", ".5", "1.", "1 ", " 1", "1_0", "１", "1234567890", "true", "True", "t",
         "2024-02-29", "2023-02-29", "2024-2-9", "0000-01-01", "0001-01-01", "20240101", "2024-01-01 ", "infinity", "nan", "inf", "a\tb", "a\nb", "\na", "a\n",
         "\ra", "a\rb", "a\x00b", "\x7f", "a\x85", "\xa0a", "a\u3000", "a\u2003b", "\u202ea", "a\u200fb", "\u061c", "\u200ba", "a\x0b", "\x1ca", "a" * 131_073,
         "14.0", "14.00", "14.5", "14.", "1234567890.0", "TRUE", "fALSE", "16.06.2009", "6.7.2009", "31.02.2009", "01.01.0000", "1.1.0001", "1.13.2009", "16.06.09",
         "2024-02-29 00:00:00", "2024-02-29T00:00:00.000", "2024-02-29 12:00:00", "2024-02-30 00:00:00", "0000-01-01 00:00:00", "06/07/2009", "3,5"]  # fmt: skip

KINDS = {"DATE": date.fromisoformat, "INTEGER": int, "BOOLEAN": "true".__eq__}


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every dataset counts as a large one."""
    monkeypatch.setattr("data.file.LARGEST_SMALL_BYTES", 0)


# An exported database checks keys and links by itself; all else is found in the same way as for one that is served.
BY_ITSELF = ("already stands on", "no such row in", "leads back to")
BAD_ROWS = [
    pytest.param(*case[:3], is_served, id=f"{case[0]}-{case[4]}-{case[6]}-{'served' if is_served else 'exported'}", marks=[] if is_served or case[6].startswith(BY_ITSELF) else pytest.mark.deep)
    for case in CASES
    for is_served in (True, False)
]


@pytest.mark.slow
@pytest.mark.parametrize(("files", "old", "new", "settled"), BAD_ROWS)
def test_a_bad_row_is_a_doubt(large: None, tiny_folder: Path, tmp_path: Path, files: str, old: str, new: str, settled: bool) -> None:
    change(tiny_folder, files.split(" > ")[0], old, new)
    with pytest.raises(Doubt):
        load(tiny_folder, tmp_path / "data.duckdb", ABOUT, settled)


def test_all_faults_are_told_after_a_doubt(large: None, tiny_folder: Path) -> None:
    change(tiny_folder, "documents", "cn-2017,economy,", "cn-2017,sport,")
    change(tiny_folder, "gaps", "list-2018,cn-2017", "list-2018,cn-2018")
    with pytest.raises(data.DataError) as caught:
        data.connect(tiny_folder)
    assert [(fault.file, fault.line, fault.column) for fault in caught.value.faults] == [("documents.csv", 3, "theme_id"), ("gaps.csv", 2, "chairmanship_id")]


def test_a_fault_of_a_file_beside_the_tables_of_a_large_dataset_is_told(large: None, tiny_folder: Path) -> None:
    (tiny_folder / "dataset.toml").write_text('title = "T"\nshort_titel = "T"\n', encoding="utf-8")
    with pytest.raises(data.DataError) as caught:
        data.connect(tiny_folder)
    assert {fault.file for fault in caught.value.faults} == {"dataset.toml"}


def test_a_small_dataset_is_read_cell_by_cell(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    tried: list[object] = []
    monkeypatch.setattr(data.build, "load", lambda *told: tried.append(told))
    data.connect(tiny_folder).close()
    assert not tried


def test_themes_that_are_faulty_or_out_of_reach_are_a_doubt(large: None, monkeypatch: pytest.MonkeyPatch, tiny_folder: Path, tmp_path: Path) -> None:
    good = (tiny_folder / "themes.csv").read_text(encoding="utf-8")
    for text in ("", good.replace("Trade and finance,2", "=Trade,2"), good.replace("theme_id", "theme"), good.replace("theme_id", '"theme"_id')):
        (tiny_folder / "themes.csv").write_text(text, encoding="utf-8")
        with pytest.raises(Doubt):
            load(tiny_folder, tmp_path / "data.duckdb", ABOUT, True)

    def closed(folder: Path, table: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("data.build.read_file", closed)
    with pytest.raises(Doubt):
        load(tiny_folder, tmp_path / "data.duckdb", ABOUT, True)


@pytest.fixture(params=["csv", "parquet"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The real dataset as CSV, or as Parquet files of its own types."""
    folder = tmp_path / "real"
    if request.param == "csv":
        shutil.copytree(ROOT / "data", folder, ignore=lambda _, names: [name for name in names if not name.endswith(("csv", "toml"))])
        return folder
    folder.mkdir()
    for path in (ROOT / "data").glob("*.csv"):
        duckdb.read_csv(str(path)).write_parquet(str(folder / f"{path.stem}.parquet"))
    return folder


@pytest.mark.parametrize("settled", [True, False], ids=["served", "exported"])
def test_the_tables_are_the_same(large: None, either: Path, tmp_path: Path, real: data.Database, settled: bool) -> None:
    built = load(either, tmp_path / "bulk.duckdb", real.about, settled)
    assert (built.release, built.counts, built.released_on) == (real.release, real.counts, real.released_on)
    with duckdb.connect(str(tmp_path / "bulk.duckdb"), read_only=True) as connection, real.cursor() as cursor:
        for name in (*data.TABLES, OPTIONAL, "codebook", *data.derived()):
            found, wanted = (one.table(name).order("all").fetchall() for one in (connection, cursor))
            assert found == wanted, name
            assert connection.table(name).types == cursor.table(name).types, name


def test_a_large_database_that_is_served_has_no_indexes_and_an_exported_one_checks_its_keys(large: None, tmp_path: Path) -> None:
    kinds = {}
    for settled in (True, False):
        build(TINY, tmp_path / f"{settled}.duckdb", settled)
        with duckdb.connect(str(tmp_path / f"{settled}.duckdb")) as connection:
            kinds[settled] = {kind for (kind,) in connection.execute("select constraint_type from duckdb_constraints()").fetchall()}
    assert kinds == {True: {"NOT NULL", "CHECK"}, False: {"NOT NULL", "CHECK", "PRIMARY KEY", "FOREIGN KEY", "UNIQUE"}}


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("countries", "iso3,name\r\nCHN,China\nIND,India\r\nKAZ,Kazakhstan\r\nMNG,Mongolia\r\n"),
        ("countries", "\niso3,name\nCHN,China\nIND,India\nKAZ,Kazakhstan\nMNG,Mongolia\n"),
        ("countries", "name,iso3\n\nChina,CHN\n\nIndia,IND\nKazakhstan,KAZ\nMongolia,MNG\n\n"),
        ("countries", "\ufeffiso3,name\r\nCHN,China\r\nIND,India\r\nKAZ,Kazakhstan\r\nMNG,\"Mongolia\"\r\n"),
    ],
)
def test_unusual_files_are_read_whichever_way(large: None, tiny_folder: Path, tiny: data.Database, table: str, text: str) -> None:
    (tiny_folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
    database = data.connect(tiny_folder)
    assert database.release == tiny.release
    database.close()


def test_a_list_of_releases_may_be_missing_and_another_table_may_not(large: None, tiny_folder: Path, tmp_path: Path) -> None:
    (tiny_folder / "releases.csv").unlink()
    assert load(tiny_folder, tmp_path / "a.duckdb", ABOUT, True).counts["documents"] == 6
    (tiny_folder / "gaps.csv").unlink()
    with pytest.raises(Doubt):
        load(tiny_folder, tmp_path / "b.duckdb", ABOUT, True)


def test_a_table_in_two_files_is_a_doubt(large: None, tiny_folder: Path, tmp_path: Path) -> None:
    duckdb.read_csv(str(tiny_folder / "gaps.csv")).write_parquet(str(tiny_folder / "gaps.parquet"))
    with pytest.raises(Doubt, match="gaps is not one file"):
        load(tiny_folder, tmp_path / "a.duckdb", ABOUT, True)


def test_rows_that_all_go_back_to_one_are_placed(large: None, tiny_folder: Path, tmp_path: Path) -> None:
    for title in ("for trade.,document proposal,President; Foreign Minister,2016-06-24,day,adopted,2016-11-03,day,2016-trade-programme,,", "day,no evidence found,,,,,"):
        change(tiny_folder, "priorities", f"{title},", f"{title}kz16-security,")
    assert load(tiny_folder, tmp_path / "a.duckdb", ABOUT, False).counts["priorities"] == 5


@pytest.mark.parametrize("seed", range(6))
def test_no_text_is_read_in_two_ways(tmp_path: Path, seed: int) -> None:
    """Whatever stands in a file: the database reads what the exact reading reads, or there is a doubt."""
    dice, path, agreed = random.Random(seed), tmp_path / "x.csv", 0
    columns = tuple(Column(name, "VARCHAR", (), False, False, False, None, None, "", "") for name in "xy")
    with duckdb.connect() as connection:
        for _ in range(250):
            end = dice.choice(["\n", "\n", "\r\n", "\r"])
            rows = [",".join(dice.choices(PIECES, k=dice.choice([2] * 8 + [1, 3]))) + dice.choice([end] * 8 + ["\n", "\r\n", end * 2]) for _ in range(3)]
            body = "".join(dice.choices(SIGNS, k=dice.randint(0, 14))) if dice.random() < 0.5 else "".join(rows[: dice.randint(1, 3)])
            path.write_text(dice.choice(["", "", "\ufeff"]) + "x,y" + end + body, encoding="utf-8", newline="")
            try:
                count, found = rows_of_csv(path, columns), read_rows(connection, path, columns).fetchall()
            except (Doubt, duckdb.Error, csv.Error):
                continue
            sheet, faults = sheet_of(read_csv(path), "x", columns)
            if count == len(found):
                agreed += 1
                assert not faults
                assert [tuple(cell or None for cell in row) for row in found] == list(zip(*sheet.cells.values(), strict=True)), path.read_bytes()
    assert agreed > 20


@pytest.mark.parametrize("kind", MACROS)
def test_a_cell_is_sound_for_the_database_where_it_is_for_the_exact_reading(kind: str) -> None:
    column = Column("x", kind, (), False, False, False, None, None, "", "")
    with duckdb.connect() as connection:
        connection.execute(sql("cells"))
        for cell in CELLS:
            value = connection.values([cell]).select(FunctionExpression(MACROS[kind], ColumnExpression("col0")))
            try:
                ((found,),) = value.fetchall()
                sound = True
            except duckdb.Error:
                found, sound = None, False
            assert not sound or kind in ("VARCHAR", "DOUBLE") or found == KINDS[kind](plain(cell, kind)), cell
            assert sound == (fault_of(plain(cell, kind), column) is None and len(cell) <= 131_072), cell[:20]


@pytest.mark.parametrize("folder", [TINY, ROOT / "data"], ids=["tiny", "real"])
def test_the_digest_of_tables_is_that_of_the_text(folder: Path, tiny: data.Database, real: data.Database) -> None:
    raws = {table: read_file(folder, table) for table in (*data.TABLES, OPTIONAL)}
    with duckdb.connect() as connection:
        catalogue = create_tables(connection, brought(raws, read(folder)[0]))
    sheets = {table: sheet_of(raws[table], table, columns)[0] for table, columns in catalogue.items()}
    with (tiny if folder == TINY else real).cursor() as cursor:
        assert digest_of_tables(cursor, catalogue) == digest_of_sheets(sheets, catalogue)


@pytest.mark.parametrize("number", [0.0, 0.1, 1e15, 1e16, 123456789012345.0, 1.5e16, 1e22, 1e-4, 1e-5, 43.5, 2.5e-7, 1 / 3, 5e-324, 1.7976931348623157e308])
def test_a_number_is_written_alike_by_both(number: float) -> None:
    with duckdb.connect() as connection:
        assert connection.execute("select $number::double::varchar", {"number": number}).fetchall() == [(repr(number),)]


def test_a_row_that_only_one_reader_finds_is_a_doubt(large: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("data.reading.bulk.rows_of_csv", lambda path, columns: rows_of_csv(path, columns) + (path.name == "gaps.csv"))
    with pytest.raises(Doubt, match="gaps"):
        load(TINY, tmp_path / "data.duckdb", ABOUT, True)


@pytest.mark.parametrize(("settled", "large", "keyed"), [(False, False, True), (True, False, True), (False, True, True), (True, True, False)])
def test_a_large_database_that_is_served_checks_no_keys_by_itself(settled: bool, large: bool, keyed: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(data.build, "is_large", lambda folder: large)
    assert is_keyed(tmp_path, settled) is keyed


@pytest.mark.parametrize(("old", "new"), [("theme_id", "theme"), ("Trade and finance,2", "Trade and finance,two")], ids=["header", "cell"])
def test_one_fault_of_the_themes_is_enough_for_a_doubt(old: str, new: str, tiny_folder: Path) -> None:
    change(tiny_folder, "themes", old, new)
    with pytest.raises(Doubt, match="the themes have a fault"):
        sound_lists(tiny_folder, ABOUT)
