"""A frozen link gives the frozen numbers: pages, API and files of a kept release, and clear words where there is none."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from data.kept import keep
from exports.formats import FORMATS
from exports.text import dataset, rows_csv
from exports.view import View
from queries import Filters
from server import first, show
from server.api import PATHS, routes
from tests.conftest import TINY
from tests.test_pages import fail_words, visit

pytestmark = pytest.mark.broad

client = TestClient(Starlette(routes=[*routes, *show.routes]), raise_server_exceptions=False)
UNKNOWN, GONE = "2020-01-01-abcdef0", "2020-01-01-0000000"
FIGURE = "document-register"
FIRST_FAULT = r"can no longer read them \(documents\.csv, heading: no such column is known\)\.$"


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The tiny dataset served after it was kept and then lost a document; the id of the kept release."""
    tiny_folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("frozen") / "tiny"))
    (tiny_folder / "dataset.toml").write_text('title = "Texts"\nshort_title = "Texts"\n', encoding="utf-8")
    first = data.connect(tiny_folder)
    keep(first)
    path = tiny_folder / "documents.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    dropped = next(line for line in lines[1:] if not any(line.split(",")[0] in other for other in _others(tiny_folder, lines, line)))
    path.write_text("".join(line for line in lines if line != dropped), encoding="utf-8")
    _forget(tiny_folder, dropped.split(",")[0])
    broken = tiny_folder / "releases" / f"{GONE}.zip"
    with zipfile.ZipFile(tiny_folder / "releases" / f"{first.release}.zip") as whole, zipfile.ZipFile(broken, "w") as less:
        for name in whole.namelist():
            less.writestr(name, whole.read(name).replace(b"title", b"heading", 1) if name == "documents.csv" else whole.read(name))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCO_DATA", str(tiny_folder))
        patch.setenv("SCO_PICTURES", "0")
        yield first.release


def _others(folder: Path, lines: list[str], own: str) -> list[str]:
    """Lines that would lose their document with this one; evidence and codings go with it."""
    names = [path for path in folder.glob("*.csv") if path.name not in {"documents.csv", "evidence.csv", "codings.csv"}]
    return [line for path in names for line in path.read_text(encoding="utf-8").splitlines()] + [line for line in lines if line != own]


def _forget(folder: Path, row_id: str) -> None:
    for name in ("evidence.csv", "codings.csv"):
        path = folder / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.startswith(f"documents,{row_id},")), encoding="utf-8")


def rows_of(path: str, **asked: str) -> int:
    answer = client.get(f"/api/v1{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return len(answer.json()["rows"])


def test_the_api_answers_with_the_release_of_the_link(earlier: str) -> None:
    now = data.newest().release
    assert now != earlier
    assert rows_of("/tables/documents.json", rel=earlier) == rows_of("/tables/documents.json", rel=now) + 1
    for rel in (earlier, now):
        body = client.get(f"/api/v1/figures/{FIGURE}.json", params={"rel": rel}).json()
        assert body["release"] == rel and rel in body["cite"]
        assert client.get("/api/v1/", params={"rel": rel}).json()["release"] == rel
        assert f"r{rel}" in client.get(f"/api/v1/figures/{FIGURE}.csv", params={"rel": rel}).headers["content-disposition"]
    counts = [client.get(f"/api/v1/figures/{FIGURE}.json", params={"rel": rel}).json()["n"] for rel in (earlier, now)]
    assert counts[0] == counts[1] + 1


def test_two_releases_have_two_tags(earlier: str) -> None:
    for path in (f"/figures/{FIGURE}.csv", "/tables/themes.csv", "/release.zip", "/"):
        one, other = (client.get(f"/api/v1{path}", params=asked).headers["etag"] for asked in ({}, {"rel": earlier}))
        assert one != other, path
        assert client.get(f"/api/v1{path}", params={"rel": earlier}, headers={"If-None-Match": one}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/openapi.json", "/tables/themes.csv", f"/figures/{FIGURE}.json", f"/figures/{FIGURE}/records.csv", "/records/themes/security.json"])
def test_no_other_numbers_under_an_old_name(earlier: str, path: str) -> None:
    unknown, gone = (client.get(f"/api/v1{path}", params={"rel": rel}) for rel in (UNKNOWN, GONE))
    assert (unknown.status_code, gone.status_code) == (404, 410)
    assert UNKNOWN in unknown.json()["detail"] and GONE in gone.json()["detail"] and "release.zip" in gone.json()["remedy"]
    assert client.get("/api/v1/release.zip", params={"rel": UNKNOWN}).status_code == 404
    assert client.get(f"/api/v1{path}?rel={earlier}&rel={UNKNOWN}").status_code == 400


@pytest.mark.parametrize("path", [path for path, _, _ in PATHS])
def test_every_door_of_the_api_knows_its_release(earlier: str, path: str) -> None:
    door = "/api/v1" + path.replace("{id:path}", "security").replace("{table}", "themes").replace("{figure}", FIGURE).replace("{ending}", "json")
    answer = client.get(door, params={"rel": UNKNOWN, **({"url": f"http://testserver/figure?figure={FIGURE}"} if "oembed" in path else {})})
    assert answer.status_code == 404 and UNKNOWN in answer.json()["detail"]


def test_the_tables_of_a_release_that_cannot_be_shown_can_still_be_had(earlier: str) -> None:
    answer = client.get("/api/v1/release.zip", params={"rel": GONE})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as kept:
        assert b"heading" in kept.read("documents.csv")


def test_pages_show_the_release_of_the_link_and_the_way_to_todays(earlier: str) -> None:
    at = visit("documents", rel=earlier)
    assert not fail_words(at)
    (told,) = [info.value for info in at.info if earlier in info.value]
    assert data.newest().release in told
    links = " ".join(part.proto.body for part in at.get("html"))
    assert "today" in links and f"./data?section=Releases&amp;since={earlier}" in links
    assert f"Release {earlier}" in at.caption[-1].value
    at.query_params.clear()
    at.run()
    assert f"Release {earlier}" in at.caption[-1].value and at.query_params["rel"] == earlier, "the visit stays with its release"


@pytest.mark.parametrize("page", ["overview", "compare"])
def test_links_of_a_page_keep_its_release(earlier: str, page: str) -> None:
    own = re.compile(r'<a href="((?:priorities|documents|timeline|membership|compare|record|show/view)\?[^"#]*)')
    pinned, free = ([link for part in visit(page, **rel).get("html") for link in own.findall(part.proto.body)] for rel in ({"rel": earlier}, {}))
    assert pinned and not [link for link in pinned if not link.endswith(f"&amp;rel={earlier}")]
    assert free and not [link for link in free if "rel=" in link]


@pytest.mark.parametrize(("rel", "title", "status"), [(UNKNOWN, "No such release", 404), (GONE, "This release can no longer be shown", 410), ("<b>", "No such release", 404)])
def test_a_page_of_no_release_shows_no_numbers(earlier: str, rel: str, title: str, status: int) -> None:
    at = visit("documents", rel=rel)
    assert not fail_words(at) and [one.value for one in at.title] == [title]
    assert not at.get("plotly_chart") and any("./documents" in part.proto.body for part in at.get("html"))
    answer = first.answer("documents", f"rel={rel}", narrow=False)
    assert answer.status == status and title in answer.body["identity"].decode() and "<b>" not in answer.body["identity"].decode().split("id=first")[1].split("<header><b>")[0]
    assert client.get("/show/view", params={"figure": FIGURE, "rel": rel}).status_code == 404


def test_the_first_words_are_those_of_the_release(earlier: str) -> None:
    told = first.answer("documents", f"rel={earlier}", narrow=False).body["identity"].decode()
    assert f"Release {earlier}" in told and data.newest().release not in told


def test_a_view_stays_with_its_release_until_its_file_is_saved(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0)
    view, old = View.of("document-register", Filters()), data.current().release
    path = tiny_folder / "gaps.csv"
    for turn in range(3):  # the database of the view is let go by the running dashboard at the second change
        path.write_text(path.read_text(encoding="utf-8").replace("are not known.", f"are not {turn} known.", 1), encoding="utf-8")
        data.current()  # files are taken when they are the same at two looks
        data.current()
    assert data.current().release != old
    with data.bound_to(view.database):
        told = FORMATS["json"].make(view).decode()
        assert len(pd.read_csv(io.BytesIO(rows_csv.records_csv(view)))) and data.about() is view.about
    assert old in told and data.current().release not in told


def test_the_archive_of_a_release_can_be_served_again(earlier: str, tmp_path: Path) -> None:
    with data.bound_to(data.release(earlier)):
        archive = dataset.archive()
        n = View.of(FIGURE, Filters()).n
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "again")
    (folder,) = (tmp_path / "again").iterdir()
    for kind in ("csv", "parquet"):
        served = data.connect(folder / kind)
        assert served.release == earlier and served.about == data.release(earlier).about
        with data.bound_to(served):
            assert View.of(FIGURE, Filters()).n == n
        with served.cursor() as cursor:
            assert cursor.table("releases").fetchall()[0][3] is None


def test_a_release_is_read_once_and_a_refused_one_not_again(earlier: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = data.release(earlier)
    with pytest.raises(data.Unreadable, match=FIRST_FAULT):
        data.release(GONE)
    monkeypatch.setattr("data.earlier.opened.Database", None)
    assert data.release(earlier) is database
    with pytest.raises(data.Unreadable, match=FIRST_FAULT):
        data.release(GONE)
