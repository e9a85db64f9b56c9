"""Earlier releases: kept, found again, and compared row by row with a second release made up for the purpose."""

import io
import shutil
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pandas as pd
import pytest

import data
from data.__main__ import main
from data.build import brought
from data.catalogue import read_catalogue
from data.description import read
from data.difference import Change, difference, renamed, since
from data.earlier.older import raw_of
from data.file import OPTIONAL
from data.kept import KeptError, keep, kept_tables, releases, served_tables
from data.reading.digest import digest_of_sheets
from data.reading.shape import create_tables
from data.reading.sheets import sheet_of

pytestmark = pytest.mark.broad

ROOT = Path(__file__).resolve().parents[2]


def rewrite(folder: Path, table: str, old: str, new: str) -> None:
    """Replace the one place of a text in a file."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def row_with(folder: Path, table: str, start: str) -> str:
    """The one line of a file that begins so, with its end."""
    (line,) = [line for line in (folder / f"{table}.csv").read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith(start)]
    return line


def folder_hash(folder: Path) -> str:
    """The seven digits that a release of these tables has, with the columns of its day, whether or not they pass today's checks."""
    raws = {table: raw_of(folder, table) for table in (*data.TABLES, OPTIONAL)}
    with duckdb.connect() as connection:
        today = create_tables(connection, brought(raws, read(folder)[0]))
    catalogue = {table: tuple(column for column in columns if column.name in raws[table].header) for table, columns in today.items()}
    return digest_of_sheets({table: sheet_of(raws[table], table, columns, optional=True)[0] for table, columns in catalogue.items()}, catalogue)[:7]


@pytest.fixture
def second(tiny_folder: Path) -> tuple[data.Database, str]:
    """The tiny dataset, kept as a release, then changed; with the id of the kept release."""
    first = data.connect(tiny_folder)
    keep(first)
    first.close()
    rewrite(tiny_folder, "gaps", "list-2018,cn-2017,chs-2018,documents,The full list of 2018 is not known.\n", "")
    rewrite(tiny_folder, "gaps", "early-years,,,meetings,Meetings before 2016 are not known.", "late-years,,,meetings,Meetings after 2024 are not known.")
    rewrite(tiny_folder, "conflicts", ",,,neither,One source contradicts itself.", ",Decline,official-2024,b,The report is later.")
    rewrite(tiny_folder, "world_shares", "2016,population,1500,7500", "2016,population,1501,7500")
    rewrite(tiny_folder, "world_shares", "2017,population,3200,8000", "2017,population,3200.0,8000")
    old = row_with(tiny_folder, "evidence", "documents,2017-convention,corroboration,chronicle")
    rewrite(tiny_folder, "evidence", old, "documents,2017-convention,corroboration,chronicle,page 99,Gives the same day.\n")
    return data.connect(tiny_folder), first.release


def test_every_change_is_told_and_nothing_else(second: tuple[data.Database, str]) -> None:
    database, kept = second
    locator = kept_tables(database.folder, kept)["evidence"]
    (before,) = [row["locator"] for row in locator if (row["row_id"], row["role"], row["source_id"]) == ("2017-convention", "corroboration", "chronicle")]
    convention = "documents / 2017-convention / corroboration / chronicle / page 99"
    assert since(database, kept) == [
        Change("world_shares", "2016 / population", "changed", "organisation_value", "1500", "1501", "world_shares", "population-2016"),
        Change("evidence", convention, "changed", "locator", before, "page 99", "documents", "2017-convention"),
        Change("conflicts", "trade-of-2017", "changed", "claim_b", "", "Decline", "conflicts", "trade-of-2017"),
        Change("conflicts", "trade-of-2017", "changed", "source_b", "", "official-2024", "conflicts", "trade-of-2017"),
        Change("conflicts", "trade-of-2017", "changed", "followed", "neither", "b", "conflicts", "trade-of-2017"),
        Change("conflicts", "trade-of-2017", "changed", "reason", "One source contradicts itself.", "The report is later.", "conflicts", "trade-of-2017"),
        Change("gaps", "late-years", "added", "", "", "", "gaps", "late-years"),
        Change("gaps", "list-2018", "removed", "", "", "", "gaps", "list-2018"),
        Change("gaps", "early-years", "removed", "", "", "", "gaps", "early-years"),
    ]


def test_a_release_differs_in_nothing_from_itself(tiny_folder: Path) -> None:
    database = data.connect(tiny_folder)
    file = keep(database)
    assert since(database, database.release) == []
    before = file.read_bytes()
    assert keep(database).read_bytes() == before, "the same rows give the same file"


def without(folder: Path, release_id: str, columns: dict[str, str]) -> None:
    """Rewrite a kept release as if its tables lacked a column each, as those before the third release do."""
    path = folder / "releases" / f"{release_id}.zip"
    with ZipFile(path) as archive:
        texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    for table, column in columns.items():
        frame = pd.read_csv(io.StringIO(texts[f"{table}.csv"]), dtype=str, keep_default_na=False).drop(columns=column)
        texts[f"{table}.csv"] = frame.to_csv(index=False, lineterminator="\n")
    with ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name, text)


def test_a_column_that_an_older_release_lacks_is_empty_there(tiny_folder: Path) -> None:
    database = data.connect(tiny_folder)
    keep(database)
    without(tiny_folder, database.release, {"codings": "rule", "chairmanships": "list_depth"})
    changes = since(database, database.release)
    assert {(c.table, c.kind, c.column, c.before) for c in changes} == {("codings", "changed", "rule", ""), ("chairmanships", "changed", "list_depth", "")}
    assert [(c.row, c.after) for c in changes if c.table == "chairmanships"] == [("kz-2016", "full"), ("kz-2023", "thin")]
    assert [c.after for c in changes if c.table == "codings"] == ["3", "3", "2", "2", "2", "2"]


def test_another_coder_is_another_row(tiny_folder: Path) -> None:
    """One coder went and one came, each alone: the values are not those of a coder under a new name."""
    first = data.connect(tiny_folder)
    keep(first)
    rewrite(tiny_folder, "codings", "kz16-security,theme,blind-3,security", "kz16-security,theme,first,security")
    changes = since(data.connect(tiny_folder), first.release)
    stem = "priorities / kz16-security / theme"
    assert [(c.row, c.kind, c.record_id) for c in changes] == [(f"{stem} / first", "added", "kz16-security"), (f"{stem} / blind-3", "removed", "kz16-security")]


def test_the_list_of_releases_says_which_is_served_and_which_is_kept(tiny_folder: Path) -> None:
    database = data.connect(tiny_folder)
    listed = releases(database)
    assert [(r.title, r.release_id, r.is_served, r.is_kept) for r in listed] == [
        ("Second release", database.release, True, False),
        ("First release", "2025-12-01-0a1b2c3", False, False),
    ]
    shutil.copyfile(keep(database), tiny_folder / "releases" / "2025-12-01-0a1b2c3.zip")
    assert releases(database)[1].is_kept


def test_a_kept_release_that_is_missing_broken_or_misnamed_is_told(tiny_folder: Path) -> None:
    (tiny_folder / "releases").mkdir()
    (tiny_folder / "releases" / "2025-12-01-0a1b2c3.zip").write_text("no archive")
    wrong = {"2025-12-01-0a1b2c3": "not a zip file", "2025-12-01-fffffff": "Put the kept tables back", "../../secrets": "not a release id"}
    for release_id, words in wrong.items():
        with pytest.raises(KeptError, match=words):
            kept_tables(tiny_folder, release_id)


def test_the_command_keeps_a_release(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert main(["keep"]) == 0
    (kept,) = (tiny_folder / "releases").glob("*.zip")
    assert f"releases/{kept.name} written" in capsys.readouterr().out


def test_kept_releases_of_the_dataset_are_what_their_names_say(real: data.Database, tmp_path: Path) -> None:
    kept = [release for release in releases(real) if release.is_kept]
    assert kept
    for release in kept:
        folder = tmp_path / str(release.release_id)
        ZipFile(ROOT / "data" / "releases" / f"{release.release_id}.zip").extractall(folder)
        assert release.release_id == f"{release.released_on}-{folder_hash(folder)}"


def test_the_real_difference_adds_up(real: data.Database) -> None:
    after = served_tables(real)
    facts = ("chairmanships", "meetings", "documents", "priorities", "events", "membership_steps", "reported_figures")
    for kept in [str(release.release_id) for release in releases(real) if release.is_kept]:
        changes, before = since(real, kept), kept_tables(real.folder, kept)
        for table in data.TABLES:
            added, removed = ({c.row for c in changes if c.table == table and c.kind == kind} for kind in ("added", "removed"))
            assert len(after[table]) - len(before[table]) == len(added) - len(removed)
        assert not [c for c in changes if c.kind == "removed" and c.table in facts]


def test_a_table_that_one_release_lacks_is_not_compared() -> None:
    """Its rows were neither added nor removed: the dataset had no such table."""
    database = data.current()
    with database.cursor() as cursor:
        catalogue = read_catalogue(cursor)
    served = served_tables(database)
    assert difference({}, served, catalogue) == difference(served, {}, catalogue) == []


@pytest.mark.parametrize(
    ("gone", "come", "pairs"),
    [
        ([("a", "b", "1")], [("a", "b", "2")], 1),
        ([("a", "b", "1")], [("a", "c", "2")], 0),
        ([("a", "b", "1"), ("a", "b", "2")], [("a", "b", "3")], 0),
        ([("a", "b", "1")], [("a", "b", "2"), ("a", "b", "3")], 0),
        ([("a",)], [("b",)], 0),
    ],
    ids=["the last differs", "another too", "two are lost", "two are new", "one column"],
)
def test_a_key_is_renamed_where_its_last_column_alone_differs(gone: list, come: list, pairs: int) -> None:
    assert renamed(gone, come) == [(gone[0], come[0])][:pairs]
