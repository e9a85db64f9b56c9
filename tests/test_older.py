"""Releases kept before today's columns were added answer with their own numbers; what they did not tell is empty, and nothing is made of it."""

import io
import re
import zipfile
from collections import OrderedDict
from datetime import date
from pathlib import Path
from typing import cast

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.catalogue import FIGURES
from charts.look import PRINT
from data.catalogue import sql
from data.difference import since
from data.earlier import opened
from data.earlier.older import without_checks
from data.earlier.renamed import named_today
from data.kept import Release
from exports.view import View
from queries import Filters
from server.api import routes

pytestmark = pytest.mark.broad

client = TestClient(Starlette(routes=routes), raise_server_exceptions=False)
KEPT = Path(__file__).parent.parent / "data" / "releases"
RELEASES = sorted(path.stem for path in KEPT.glob("*.zip"))
NOTHING = re.compile(r"\b(None|nan|NaN|NaT)\b|<NA>")


def table(release: str, name: str) -> pd.DataFrame:
    """A table as it was kept, all text."""
    with zipfile.ZipFile(KEPT / f"{release}.zip") as kept:
        return pd.read_csv(io.BytesIO(kept.read(f"{name}.csv")), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("release", RELEASES)
def test_every_kept_release_answers_with_its_own_rows(release: str, real: data.Database) -> None:
    assert release != real.release
    kept = data.release(release)
    assert kept.release == release
    assert kept.counts == {name: len(table(release, name)) for name in data.TABLES}
    told = table(release, "priorities")
    done = int(told["outcome"].isin(["adopted", "realised"]).sum())
    body = client.get("/api/v1/figures/outcomes-by-theme.json", params={"rel": release}).json()
    assert body["release"] == release and body["title"].startswith(f"{done} of {len(told)} priorities")
    sent = client.get("/api/v1/tables/documents.json", params={"rel": release}).json()["rows"]
    assert {row["document_id"]: row["title"] for row in sent} == dict(table(release, "documents")[["document_id", "title"]].values)


def test_few_older_releases_are_held_and_those_used_last_stay(real: data.Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_open", OrderedDict())
    first, second = (opened.opened(real, release) for release in RELEASES[:2])
    assert opened.opened(real, RELEASES[0]) is first, "used once more, it goes last"
    for one in (first, second):
        one.shelf["kept"] = 1
    monkeypatch.setattr(opened, "MOST_OPEN", 1)
    opened._open.pop(next(path for path, one in opened._open.items() if one is second))
    assert opened.opened(real, RELEASES[1]) is not second
    assert [one.release for one in opened._open.values()] == [RELEASES[1]] and not first.shelf and second.shelf


@pytest.mark.parametrize("release", RELEASES)
def test_a_column_that_came_later_is_empty(release: str, real: data.Database) -> None:
    for name in data.TABLES:
        answer = client.get(f"/api/v1/tables/{name}.csv", params={"rel": release})
        sent = pd.read_csv(io.BytesIO(answer.content), dtype=str, keep_default_na=False)
        held = table(release, name)
        held.columns = named_today(name, held.columns)
        assert set(held.columns) <= set(sent.columns) and len(sent) == len(held)
        assert not sent[[column for column in sent.columns if column not in held.columns]].to_numpy().any()


@pytest.mark.parametrize("release", RELEASES)
def test_a_column_that_had_another_name_holds_what_it_held(release: str, real: data.Database) -> None:
    held = [float(value) for value in table(release, "world_shares")["sco_value"]]
    assert sum(1 for row in client.get("/api/v1/tables/world_shares.json", params={"rel": release}).json()["rows"] if row["organisation_value"] in held) == len(held)
    assert not [change for change in since(real, release) if change.column == "organisation_value"]


def test_no_figure_of_an_older_release_makes_a_word_of_what_is_not_known(real: data.Database) -> None:
    with data.bound_to(data.release(RELEASES[0])):
        for name in FIGURES:
            view = View.of(name, Filters())
            drawn = [view.title, view.alt, view.above, view.caution, str(view.plot(PRINT).to_json())]
            assert view.n and not [found for text in drawn if (found := NOTHING.search(text))], name


@pytest.mark.parametrize("release", RELEASES)
def test_an_older_release_leaves_as_it_was_kept(release: str, real: data.Database) -> None:
    answer = client.get("/api/v1/release.zip", params={"rel": release})
    assert answer.content == (KEPT / f"{release}.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(answer.content)) as kept:
        assert "dataset.toml" in kept.namelist()


def test_only_checks_on_later_columns_are_left_out() -> None:
    text = "create table a (\n    x integer,\n    y integer,\n    check (x > 0),\n    check (y > x),\n    check (x < 9)\n);\ncreate table b (\n    y integer,\n    check (y > 0)\n);"
    assert without_checks(text, {"a": ["y"]}) == text.replace("\n    check (y > x),", "", 1)
    assert without_checks(text, {"b": ["y"]}) == text.replace("y integer,\n    check (y > 0)", "y integer")
    assert without_checks(sql("schema"), {}) == sql("schema")


@pytest.mark.parametrize(
    ("release", "rows"),
    [
        ("2026-02-02-bbbbbbb", ["2026-02-02,Second,It grew.,", "2026-01-01,First,,2026-01-01-aaaaaaa"]),
        ("2026-01-01-aaaaaaa", ["2026-01-01,First,,"]),
        ("2025-12-31-ccccccc", ['2025-12-31,Release 2025-12-31-ccccccc,"Kept, and not listed any more.",']),
    ],
)
def test_a_release_kept_without_a_list_gets_itself_and_those_before_it(release: str, rows: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [Release(date(2026, month, month), title, note, of, False, True) for month, title, note, of in ((2, "Second", "It grew.", "2026-02-02-bbbbbbb"), (1, "First", "", "2026-01-01-aaaaaaa"))]
    monkeypatch.setattr(opened, "releases", lambda served: listed)
    opened._list(release, tmp_path, cast("data.Database", None))
    assert (tmp_path / "releases.csv").read_text(encoding="utf-8").splitlines() == ["released_on,title,note,release_id", *rows]
