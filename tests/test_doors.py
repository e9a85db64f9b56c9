"""The doors through which others take data and figures: parts of files, absolute links, previews, frames; the same through every door."""

import codecs
import io
import json
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Semaphore

import lxml.html
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.catalogue import FIGURES
from exports import drawing
from exports.common.shelf import Shelf
from exports.text import caption, embed
from exports.view import View
from exports.workbook import xlsx_file
from queries import Filters
from server import first
from server.api import pictures, routes
from ui.card import turns

pytestmark = pytest.mark.broad

client = TestClient(Starlette(routes=list(routes)), raise_server_exceptions=False)
API = "/api/v1"
PARQUET = f"{API}/tables/documents.parquet"


@pytest.mark.parametrize(("asked", "part"), [("bytes=0-3", slice(0, 4)), ("bytes=7-7", slice(7, 8)), ("bytes=-8", slice(-8, None)), ("bytes=100-", slice(100, None)), ("bytes=5-99999999", slice(5, None))])
def test_a_part_of_a_file_is_a_part_of_the_file(asked: str, part: slice) -> None:
    whole = client.get(PARQUET)
    got = client.get(PARQUET, headers={"Range": asked})
    assert got.status_code == 206 and got.content == whole.content[part] and got.headers["etag"] == whole.headers["etag"]
    start = part.indices(len(whole.content))[0]
    assert got.headers["content-range"] == f"bytes {start}-{start + len(got.content) - 1}/{len(whole.content)}"
    assert whole.headers["accept-ranges"] == "bytes"


def test_a_file_can_be_read_piece_by_piece() -> None:
    """As polars, DuckDB and fsspec do: the length by HEAD, the end of the file, then what it points to."""
    size = int(client.head(PARQUET).headers["content-length"])
    pieces = [client.get(PARQUET, headers={"Range": f"bytes={at}-{at + 4_999}", "Accept-Encoding": "gzip, br"}) for at in range(0, size, 5_000)]
    assert {piece.status_code for piece in pieces} == {206}
    assert len(pd.read_parquet(io.BytesIO(b"".join(piece.content for piece in pieces)))) == data.current().counts["documents"]


@pytest.mark.parametrize("path", ["/tables/documents.csv", "/release.zip", "/figures/documents-by-year.json"])
def test_an_interrupted_download_goes_on_and_an_outdated_one_begins_anew(path: str) -> None:
    whole = client.get(f"{API}{path}", headers={"Accept-Encoding": "identity"})
    rest = client.get(f"{API}{path}", headers={"Range": "bytes=50-", "If-Range": whole.headers["etag"]})
    assert rest.status_code == 206 and whole.content[:50] + rest.content == whole.content
    assert client.get(f"{API}{path}", headers={"Range": "bytes=50-", "If-Range": '"older"'}).content == whole.content
    beyond = client.get(f"{API}{path}", headers={"Range": "bytes=999999999-"})
    assert beyond.status_code == 416 and beyond.headers["content-range"] == f"bytes */{len(whole.content)}"
    assert client.get(f"{API}{path}", headers={"Range": "lines=1-2"}).status_code == 200


@pytest.mark.parametrize("headers", [{"If-None-Match": "{etag}"}, {"If-None-Match": "*"}])
def test_what_is_no_whole_file_has_no_parts(headers: dict[str, str]) -> None:
    etag = client.get(PARQUET).headers["etag"]
    got = client.get(PARQUET, headers={"Range": "bytes=0-3", **{name: value.format(etag=etag) for name, value in headers.items()}})
    assert (got.status_code, got.content) == (304, b"") and "content-range" not in got.headers


@pytest.mark.parametrize("path", ["/tables/documents.parquet", "/tables/documents.csv", "/figures/documents-by-year.xlsx", "/figures/documents-by-year.csv"])
def test_one_tag_stands_for_one_sequence_of_bytes(path: str) -> None:
    """Streamlit packs what names no packing of its own; then two answers would carry one tag."""
    tags: dict[str, str] = {}
    for encoding in ("identity", "gzip", "br"):
        with client.stream("GET", f"{API}{path}", headers={"Accept-Encoding": encoding}) as answer:
            told = answer.headers.get("content-encoding", "")
            assert told == "identity" or encoding == "identity" or told == encoding
            assert tags.setdefault(answer.headers["etag"], told or "identity") == (told or "identity")


HOSTS = [
    ({"Host": "data.example"}, "http://data.example"),
    ({"Host": "data.example:8443", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/sco"}, "https://data.example:8443/sco"),
    ({"Host": "data.example", "X-Forwarded-Proto": "javascript", "X-Forwarded-Prefix": "/a\" onload="}, "http://data.example"),
    ({"Host": "a b<c>"}, ""),
]


@pytest.mark.parametrize(("headers", "base"), HOSTS)
def test_links_in_answers_are_whole_where_the_request_tells_the_host(headers: dict[str, str], base: str) -> None:
    view = View.of("documents-by-year", Filters(themes=("security",)), base)
    answer = client.get(f"{API}/figures/documents-by-year.json?themes=Security", headers=headers)
    assert (view.address() in answer.json()["cite"]) == bool(base)
    assert "X-Forwarded-Prefix" in answer.headers["vary"]
    book = client.get(f"{API}/figures/documents-by-year.xlsx?themes=Security", headers=headers)
    told = pd.read_excel(io.BytesIO(book.content), sheet_name="Filters", header=None).astype(str).to_numpy().ravel()
    assert any(cell == view.address() for cell in told)


def test_two_hosts_have_two_tags() -> None:
    tags = {client.head(f"{API}/figures/documents-by-year.json", headers=headers).headers["etag"] for headers, _ in HOSTS}
    assert len(tags) == 3


def test_the_description_is_right_behind_any_path() -> None:
    (server,) = client.get(f"{API}/openapi.json").json()["servers"]
    assert urllib.parse.urljoin("https://data.example/sco/api/v1/openapi.json", server["url"] + "/tables/themes.csv") == "https://data.example/sco/api/v1/tables/themes.csv"


@pytest.mark.parametrize("figure", ["compared-outcomes", "membership-map"])
def test_a_link_becomes_a_frame_by_oembed(figure: str) -> None:
    view = View.of(figure, Filters(themes=("security",)), "http://testserver")
    told = client.get(f"{API}/oembed", params={"url": view.address(), "maxwidth": "500", "maxheight": "400"}).json()
    assert (told["version"], told["type"], told["title"], told["width"], told["height"]) == ("1.0", "rich", view.title, 500, 400)
    frame, _ = lxml.html.fragments_fromstring(told["html"])
    assert frame.get("src") == embed.address(view) and frame.get("height") == "400"


@pytest.mark.parametrize(("width", "status"), [("0", 200), ("99999", 200), ("100000", 400)])
def test_the_width_of_a_frame_is_a_number_of_pixels(width: str, status: int) -> None:
    link = "http://testserver/figure?figure=timeline"
    assert client.get(f"{API}/oembed", params={"url": link, "maxwidth": width}).status_code == status


def test_a_link_keeps_its_tab_and_its_days_in_frames_and_previews(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else another site shows another chart than the one that was shared."""
    monkeypatch.setenv("SCO_PICTURES", "0")
    view, state = View.of("timeline", Filters(), "http://testserver"), {"tab-timeline": "Sources", "zoom": "2020-01-01_2024-06-30"}
    link = view.address(**state)
    told = client.get(f"{API}/oembed", params={"url": link}).json()
    assert lxml.html.fragments_fromstring(told["html"])[0].get("src") == view.address(**state, embed="true")
    page = lxml.html.fromstring(first.answer("figure", urllib.parse.urlsplit(link).query, False, "http://testserver").body["identity"].decode())
    assert page.xpath("//meta[@property='og:url']/@content") == [link]
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(page.xpath("//link[@type='application/json+oembed']/@href")[0]).query)["url"] == [link]


@pytest.mark.parametrize(("asked", "status"), [({"url": "https://x.example/"}, 404), ({}, 404), ({"url": "figure?figure=nothing"}, 404), ({"format": "xml"}, 501)])
def test_what_is_no_figure_is_no_frame(asked: dict[str, str], status: int) -> None:
    assert client.get(f"{API}/oembed", params=asked).status_code == status
    good = {"url": "http://testserver/figure?figure=timeline"}
    assert client.get(f"{API}/oembed", params={**good, "maxwidth": "-1"}).status_code == 400
    assert client.get(f"{API}/oembed", params={"url": good["url"] + "&rel=2020-01-01-abcdef0"}).status_code == 404


def test_the_picture_of_a_figure_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    monkeypatch.setattr(drawing, "to_png", lambda view: drawn.append(view.query) or b"\x89PNG")
    monkeypatch.setattr(pictures, "_kept", Shelf(2))
    for query in ("themes=Security", "themes=Security", "themes=Economy"):
        answer = client.get(f"{API}/figures/compared-outcomes.png?{query}")
        assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    assert len(drawn) == 2
    monkeypatch.setattr(drawing, "unavailable", lambda: "no browser")
    assert client.get(f"{API}/figures/compared-outcomes.png").status_code == 404


def test_pictures_for_programs_stand_in_the_line_of_those_for_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    monkeypatch.setattr(drawing, "to_png", lambda view: b"\x89PNG")
    monkeypatch.setattr(pictures, "_kept", Shelf(2))
    monkeypatch.setattr(turns, "_LINES", {"pdf": turns.Line(at_once=1, waiting=0)})
    address = f"{API}/figures/compared-outcomes.png"
    with turns.turn("pdf"):
        busy = client.get(address)
        assert busy.status_code == 503 and int(busy.headers["retry-after"]) > 0
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("ending", ["png", "xlsx"])
def test_files_that_take_long_hold_up_no_rows(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, release = Semaphore(0), Event()

    def slow(view: View) -> bytes:
        begun.release()
        return b"made" if release.wait(120) else b""

    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    monkeypatch.setattr(drawing, "to_png", slow)
    monkeypatch.setattr(xlsx_file, "without_picture", slow)
    monkeypatch.setattr(pictures, "_kept", Shelf(2))
    with TestClient(Starlette(routes=routes)) as one, ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(one.get, f"{API}/figures/compared-outcomes.{ending}?themes={theme}") for theme in ("Security", "Economy")]
        assert begun.acquire(timeout=60)
        rows = threads.submit(one.get, f"{API}/figures/compared-outcomes.csv")
        try:
            assert rows.result(30).status_code == 200
        finally:
            release.set()
        assert [made.result().status_code for made in asked] == [200, 200]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_caption_says_what_where_and_whence(figure: str) -> None:
    view = View.of(figure, Filters(), "https://dashboard.example")
    told = caption.words(view)
    for part in (view.title, view.about.short_title, view.about.licence, view.release, view.address()):
        assert part in told
    assert told.count(view.figure.measure) == 1 and "  " not in told and ".." not in told


def test_a_frame_on_a_ground_of_its_own() -> None:
    view = View.of("timeline", Filters(), "https://dashboard.example")
    assert "embed_options=dark_theme" in embed.code(view, "dark_theme") and json.dumps(embed.FOLLOW).count("script") == 2


def test_a_shared_link_has_a_title_and_a_picture_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_PICTURES", "0")
    monkeypatch.setattr(drawing, "unavailable", lambda: "")
    view = View.of("compared-outcomes", Filters(themes=("security",)), "https://data.example/sco")
    page = lxml.html.fromstring(first.answer("figure", view.link().partition("?")[2], False, "https://data.example/sco").body["identity"].decode())
    told = {one.get("property"): one.get("content") for one in page.iter("meta") if one.get("property")}
    assert told["og:title"].startswith(view.title) and told["og:url"] == view.address() and told["og:image"] == view.rows_address("png")
    (frame,) = page.xpath("//link[@type='application/json+oembed']")
    asked = urllib.parse.urlsplit(frame.get("href"))
    assert client.get(f"{API}/oembed?{asked.query}").json()["title"] == view.title


@pytest.mark.parametrize("path", ["/tables/themes.csv", "/figures/documents-by-year.csv", "/figures/documents-by-year/records.csv"])
def test_every_csv_has_one_encoding_and_one_end_of_line(path: str) -> None:
    content = client.get(f"/api/v1{path}").content
    assert content.startswith(codecs.BOM_UTF8) and content.count(codecs.BOM_UTF8) == 1
    assert content.count(b"\r\n") > 2 and b"\n" not in content.replace(b"\r\n", b"")
