"""The export: every format opens, says the same as the dataset, and describes itself."""

import csv
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from frictionless import Package, system

import data
from data.__main__ import main
from data.derived import SEARCHED, SETTLED
from data.export import ExportError, export
from data.package import licences

pytestmark = pytest.mark.broad

TABLES = (*data.TABLES, "releases")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real dataset, exported."""
    target = tmp_path_factory.mktemp("export") / "out"
    export(Path(data.__file__).parent, target)
    return target


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_an_exported_folder_is_the_same_release(exported: Path, real: data.Database, kind: str) -> None:
    database = data.connect(exported / kind)
    assert (database.release, database.counts) == (real.release, real.counts)
    database.close()


def test_csv_and_parquet_hold_all_tables(exported: Path) -> None:
    for kind in ("csv", "parquet"):
        beside = {"synonyms"} if kind == "csv" else set()  # what a search finds besides is no table
        assert {path.stem for path in (exported / kind).glob(f"*.{kind}")} == {*TABLES, *beside}


@pytest.mark.parametrize("name", (*SETTLED, *SEARCHED))
def test_derived_facts_are_the_same_settled_and_worked_out(exported: Path, real: data.Database, name: str) -> None:
    with duckdb.connect(str(exported / "dataset.duckdb"), read_only=True) as connection, real.cursor() as cursor:
        worked_out = connection.view(name)
        settled = cursor.table(name)
        assert settled.columns == worked_out.columns and settled.types == worked_out.types
        assert sorted(map(repr, settled.fetchall())) == sorted(map(repr, worked_out.fetchall()))


def test_the_database_file_opens_with_keys_comments_and_views(exported: Path, real: data.Database) -> None:
    with duckdb.connect(str(exported / "dataset.duckdb"), read_only=True) as connection:
        assert connection.execute("select count(*) from records").fetchall() == real.cursor().execute("select count(*) from records").fetchall()
        assert connection.execute("select comment from duckdb_tables() where table_name = 'documents'").fetchall() == [
            ("One row per text adopted, signed or approved.",)
        ]
        ((tags,),) = connection.execute("select tags from duckdb_databases() where database_name = 'dataset'").fetchall()
    assert tags["storage_version"].startswith("v1.0.0")


def test_the_data_package_is_valid(exported: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(exported / "datapackage.json")).validate()
    assert report.flatten(["rowNumber", "fieldName", "type", "message"]) == []
    assert report.stats["tasks"] == len(TABLES)


def test_the_data_package_says_release_licence_keys_and_closed_lists(exported: Path, real: data.Database) -> None:
    package = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == real.release
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    schema = next(resource["schema"] for resource in package["resources"] if resource["name"] == "documents")
    assert schema["primaryKey"] == ["document_id"]
    assert {"fields": "predecessor_id", "reference": {"resource": "", "fields": "document_id"}} in schema["foreignKeys"]
    force = next(field for field in schema["fields"] if field["name"] == "legal_force")
    assert force["constraints"] == {"required": True, "enum": ["treaty", "political"]}


def test_a_licence_is_told_by_its_name_or_its_address(real: data.Database) -> None:
    plain = replace(real.about, licence="A licence", licence_id="", licence_address="")
    assert licences(plain) == {}, "a name of our own is none that the standard knows"
    assert licences(replace(plain, licence_id="CC0-1.0")) == {"licenses": [{"name": "CC0-1.0", "title": "A licence"}]}
    assert licences(replace(plain, licence_address="https://x.org")) == {"licenses": [{"path": "https://x.org", "title": "A licence"}]}


def test_the_codebook_describes_every_column(exported: Path, real: data.Database) -> None:
    with (exported / "codebook.csv").open(encoding="utf-8", newline="") as file:
        described = list(csv.DictReader(file))
    columns = real.cursor().execute("select table_name, column_name from codebook order by table_position, column_position").fetchall()
    assert [(row["table"], row["column"]) for row in described] == columns
    assert all(row["description"].endswith(".") and row["type"] for row in described)


def test_the_checksums_are_those_of_the_files(exported: Path) -> None:
    lines = [line.split("  ") for line in (exported / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    listed = {name: digest for digest, name in lines}
    files = {path.relative_to(exported).as_posix(): path for path in exported.rglob("*") if path.is_file() and path.name != "SHA256SUMS"}
    assert listed == {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_numbers_and_truth_values_are_written_as_in_the_dataset(tmp_path: Path, tiny_folder: Path) -> None:
    export(tiny_folder, tmp_path / "out")
    for table in ("reported_figures", "world_shares", "sources"):
        written = (tmp_path / "out" / "csv" / f"{table}.csv").read_text(encoding="utf-8").splitlines()
        assert sorted(written) == sorted((tiny_folder / f"{table}.csv").read_text(encoding="utf-8").splitlines())


def test_an_earlier_export_is_replaced_and_a_strange_folder_refused(tmp_path: Path, tiny_folder: Path) -> None:
    target = tmp_path / "out"
    first = export(tiny_folder, target)
    assert export(tiny_folder, target) == first
    (target / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="letter.txt"):
        export(tiny_folder, target)
    with pytest.raises(ExportError, match="is a file"):
        export(tiny_folder, target / "letter.txt")


def test_the_command_exports_or_says_why_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, tiny_folder: Path
) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert main(["export", str(tmp_path / "out")]) == 0
    assert "files written to" in capsys.readouterr().out
    assert main(["export", str(tiny_folder)]) == 1
    assert "Name a new or an empty folder." in capsys.readouterr().err
