"""`python -m data new`: the folder in which another organisation begins is made of the schema, sound, and never made twice."""

import csv
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import data
from charts.catalogue import FIGURES
from data import description, stories
from data.__main__ import main
from data.beginning import folder as beginning
from data.beginning.folder import BeginningError, begin
from data.beginning.guide import facts
from data.reading.shape import columns_of_schema


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset just begun."""
    folder = tmp_path_factory.mktemp("new") / "League \"of\" Rivers"
    begin(folder)
    return folder


def test_the_headers_are_those_of_the_schema(begun: Path) -> None:
    for table, columns in columns_of_schema().items():
        assert list(csv.reader((begun / f"{table}.csv").open(encoding="utf-8"))) == [[column.name for column in columns]]
    assert set(data.TABLES) < set(columns_of_schema())


def test_it_passes_the_check_with_no_rows(begun: Path) -> None:
    database = data.connect(begun)
    assert set(database.counts.values()) == {0}
    assert database.about.title == database.about.short_title == "League \"of\" Rivers"
    database.close()


def test_every_name_of_the_description_stands_in_it_and_can_be_used(begun: Path, tmp_path: Path) -> None:
    text = (begun / "dataset.toml").read_text(encoding="utf-8")
    used = re.sub(r"^# (?=\S+ = |\"[^\"]+\" = |\[)", "", text, flags=re.M)
    (tmp_path / "dataset.toml").write_text(used, encoding="utf-8")
    about, faults = description.read(tmp_path)
    assert not faults
    assert {one.name for one in fields(about)} == set(tomllib.loads(used))


def test_a_name_that_the_template_does_not_know_is_added(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(beginning, "TEMPLATE", tmp_path)
    (tmp_path / "dataset.toml").write_text('title = "NAME"\n' + beginning.FURTHER + "# [cautions]\n", encoding="utf-8")
    text = beginning.description("x")
    assert text.startswith('title = "x"\n# Further names.\n') and '\n# contact = ""\n' in text and '\nshort_title = ""\n' in text
    assert text.index("# coders = []") < text.index("# [cautions]") < text.index("# [outcomes]")


def test_the_example_of_a_story_is_sound_and_names_a_figure(begun: Path) -> None:
    (story,), faults = stories.read(begun)
    assert not faults
    assert {slide.figure for slide in story.slides} <= set(FIGURES)


def test_the_guide_names_every_table_in_the_order_in_which_they_are_filled(begun: Path) -> None:
    told = re.findall(r"^\| `(\w+)` \|.*$", (begun / "README.md").read_text(encoding="utf-8"), re.M)
    catalogue = columns_of_schema()
    assert sorted(told) == sorted(catalogue)
    for table, columns in catalogue.items():
        assert {column.parent for column in columns} - {None, table} <= set(told[: told.index(table)]), table


def test_the_codebook_holds_every_column_and_no_theme(begun: Path) -> None:
    rows = list(csv.DictReader((begun / "codebook.csv").open(encoding="utf-8")))
    assert [(row["table"], row["column"]) for row in rows] == [(table, column.name) for table, columns in columns_of_schema().items() for column in columns]
    assert {row["allowed_values"] for row in rows if row["column"] == "theme_id"} == {""}


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["new", str(tmp_path)]) == 1
    assert "is not empty: it holds notes.txt. Name a new or an empty folder." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(BeginningError, match="is a file"):
        begin(tmp_path / "notes.txt")


def test_the_command_says_the_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "my league")]) == 0
    assert re.search(rf"check them: SCO_DATA='{tmp_path}/my league' \S+ -m data$", capsys.readouterr().out, re.M)


def test_whoever_starts_with_nothing_is_told_how_to_begin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for folder in (".", "none"):
        monkeypatch.setenv("SCO_DATA", f"~/{folder}")
        assert main([]) == 1
        assert "python -m data new FOLDER." in capsys.readouterr().err


def test_the_rule_of_evidence_names_the_tables_whose_rows_have_some() -> None:
    catalogue = columns_of_schema()
    listed = next(column.allowed for column in catalogue["evidence"] if column.name == "table_name")
    assert listed and ", ".join(f"`{table}`" for table in listed) in facts(catalogue)
    assert "a table of facts" in facts({**catalogue, "evidence": ()})
