"""The data API: right rows, right headers, clear problems, no way to write."""

import gzip
import io
import json
import os
import re
import time
import zipfile
from datetime import date
from pathlib import Path

import anyio
import openapi_spec_validator
import openpyxl
import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.catalogue import FIGURES
from exports.view import View
from queries import Filters
from server.api import answers, figures, routes, turns

pytestmark = pytest.mark.broad

client = TestClient(Starlette(routes=list(routes)), raise_server_exceptions=False)
API = "/api/v1"
SECURITY = "themes=Security&chairmanships=Kazakhstan+2016-2017"


def problem(path: str, status: int) -> dict:
    answer = client.get(f"{API}{path}")
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status and body["detail"] and body["remedy"]
    return body


@pytest.mark.parametrize("table", data.TABLES)
def test_tables_hold_every_row_in_every_format(table: str) -> None:
    n = data.current().counts[table]
    csv = client.get(f"{API}/tables/{table}.csv")
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"{table}_r{data.current().release}.csv" in csv.headers["content-disposition"]
    assert len(pd.read_csv(io.BytesIO(csv.content))) == n
    assert len(client.get(f"{API}/tables/{table}.json").json()["rows"]) == n
    assert len(pd.read_parquet(io.BytesIO(client.get(f"{API}/tables/{table}.parquet").content))) == n


@pytest.mark.parametrize("figure", FIGURES)
def test_figures_answer_with_the_rows_of_their_view(figure: str) -> None:
    view = View.of(figure, Filters(themes=("security",), chairmanships=("kz-2016",)))
    csv = client.get(f"{API}/figures/{figure}.csv?{SECURITY}")
    assert csv.status_code == 200
    frame = pd.read_csv(io.BytesIO(csv.content))
    assert list(frame.columns) == list(view.frame.columns) and len(frame) == len(view.frame)
    body = client.get(f"{API}/figures/{figure}.json?{SECURITY}").json()
    assert (body["filters"], body["n"], body["release"]) == (view.sentence, view.n, view.release)
    assert len(body["rows"]) == len(view.frame) and list(body["rows"][0] if body["rows"] else view.frame) == list(view.frame.columns)
    book = client.get(f"{API}/figures/{figure}.xlsx?{SECURITY}")
    assert book.content[:2] == b"PK" and f"{figure}_" in book.headers["content-disposition"]


def test_a_workbook_for_programs_says_where_its_picture_is() -> None:
    content = client.get(f"{API}/figures/coverage-matrix.xlsx?{SECURITY}").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    told = dict(book["Filters"].iter_rows(max_col=2, values_only=True))
    place = str(told["Picture"]).split()[-1]
    assert "Picture" not in book.sheetnames and place.startswith("http://testserver/api/v1/figures/coverage-matrix.png?chairmanships=Kazakhstan+2016-2017&rel=")


@pytest.mark.parametrize("figure", FIGURES)
def test_figures_tell_what_stands_behind_each_mark(figure: str) -> None:
    view = View.of(figure, Filters(themes=("security",), chairmanships=("kz-2016",)))
    wanted = pd.concat(view.links())
    csv = client.get(f"{API}/figures/{figure}/records.csv?{SECURITY}")
    frame = pd.read_csv(io.BytesIO(csv.content))
    assert list(frame.columns) == list(wanted.columns) and frame["record_id"].tolist() == wanted["record_id"].tolist()
    body = client.get(f"{API}/figures/{figure}/records.json?{SECURITY}").json()
    assert body["keys"] == list(view.keys) and body["n"] == view.n
    assert [(row["record_table"], row["record_id"]) for row in body["rows"]] == list(zip(wanted["record_table"], wanted["record_id"], strict=True))
    assert f"figures/{figure}/records.csv" in client.get(f"{API}/").text


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_long_answers_are_sent_piece_by_piece(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = client.get(f"{API}/figures/timeline/records.csv").content
    monkeypatch.setattr(figures, "MOST_ROWS", 1)
    answer = client.get(f"{API}/figures/timeline/records.csv", headers={"Accept-Encoding": encoding})
    assert answer.content == whole and "content-length" not in answer.headers
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert client.head(f"{API}/figures/timeline/records.csv", headers={"Accept-Encoding": encoding}).headers["etag"] == answer.headers["etag"]


def test_an_empty_result_keeps_its_header_row() -> None:
    answer = client.get(f"{API}/figures/membership-growth.csv?years=1997&years=1997")
    assert answer.status_code == 200
    assert len(answer.content.decode("utf-8-sig").splitlines()) == 1


def test_records_come_with_evidence_and_relations() -> None:
    body = client.get(f"{API}/records/documents/2017-counter-terrorism-statement.json").json()
    assert body["row"]["document_type"] == "statement"
    assert {"source_id", "locator", "role"} <= body["evidence"][0].keys()
    assert {"relation", "other_table", "other_id"} <= body["related"][0].keys()
    assert client.get(f"{API}/records/sources/alimbayev-2018.json").json()["facts_resting_on_it"]


def test_the_release_holds_the_whole_dataset() -> None:
    answer = client.get(f"{API}/release.zip")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert any(name.endswith("datapackage.json") for name in names)
    assert {name.rsplit("/", 1)[-1] for name in names if name.endswith(".csv")} >= {f"{t}.csv" for t in data.TABLES}


@pytest.mark.parametrize(
    "path", ["/", "/openapi.json", "/tables/themes.csv", f"/figures/compared-outcomes.csv?{SECURITY}", "/records/themes/security.json", "/release.zip"]
)
def test_conditional_head_and_cross_site_requests(path: str) -> None:
    full = client.get(f"{API}{path}", headers={"Origin": "https://example.org"})
    assert full.status_code == 200 and full.headers["access-control-allow-origin"] == "*"
    assert "max-age" in full.headers["cache-control"]
    again = client.get(f"{API}{path}", headers={"If-None-Match": full.headers["etag"]})
    assert again.status_code == 304 and not again.content and again.headers["etag"] == full.headers["etag"]
    head = client.head(f"{API}{path}")
    assert head.status_code == 200 and not head.content and head.headers["etag"] == full.headers["etag"]
    assert client.get(f"{API}{path}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_page_of_another_site_may_ask_whether_its_version_is_current() -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "If-None-Match"}
    answer = client.options(f"{API}/tables/themes.csv", headers=asked)
    assert answer.status_code == 200 and "If-None-Match" in answer.headers["access-control-allow-headers"]


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1"])
def test_addresses_above_the_index_lead_to_it(path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 308 and not answer.headers["location"].startswith("/"), "a proxy may have put a path before ours"
    assert client.get(path).json()["release"] == data.current().release


@pytest.mark.parametrize("path", ["/api/v2", "/api/v2/", "/api/tables/themes.csv"])
def test_no_address_under_the_api_is_a_page(path: str) -> None:
    assert client.get(path).headers["content-type"] == "application/problem+json"


def test_an_answer_that_tells_its_day_is_another_one_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    tags = {}
    for day in (date(2026, 1, 1), date(2026, 1, 2)):
        monkeypatch.setattr("exports.citation.today", lambda day=day: day)
        tags[day] = [client.head(f"{API}/figures/compared-outcomes.{ending}").headers["etag"] for ending in ("csv", "json", "xlsx")]
    same = [one == other for one, other in zip(*tags.values(), strict=True)]
    assert same == [True, False, False]


def test_text_is_packed_for_those_who_take_it() -> None:
    plain = client.get(f"{API}/tables/sources.csv", headers={"Accept-Encoding": "identity"})
    packed = client.get(f"{API}/tables/sources.csv", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers and packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content and plain.headers["etag"] != packed.headers["etag"]
    assert len(gzip.compress(plain.content)) < len(plain.content) / 2


def test_problems_name_the_remedy() -> None:
    assert "compared-outcomes" in problem("/figures/nothing.csv", 404)["remedy"]
    assert "documents" in problem("/tables/nothing.csv", 404)["remedy"]
    assert "csv" in problem("/figures/compared-outcomes.exe", 406)["remedy"]
    assert "parquet" in problem("/tables/documents.xlsx", 406)["remedy"]
    problem("/records/documents/none.json", 404)
    problem("/records/none/none.json", 404)
    problem("/somewhere/else", 404)
    assert "themes" in problem("/figures/compared-outcomes.csv?theme=security", 400)["remedy"]
    wrong = problem("/figures/compared-outcomes.csv?themes=sport&years=1&years=x", 400)
    assert "sport" in wrong["detail"] and "years" in wrong["detail"] and "Security" in wrong["allowed"]["themes"]
    problem("/figures/compared-outcomes.csv?q=" + "x" * 10_000, 400)


def test_a_reversed_range_is_put_in_order() -> None:
    one, two = (client.get(f"{API}/figures/membership-growth.json?years={a}&years={b}").json() for a, b in ((2001, 2017), (2017, 2001)))
    assert one == two


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "LOCK"])
def test_nothing_can_be_written(method: str) -> None:
    answer = client.request(method, f"{API}/tables/documents.csv", content=b"x")
    assert answer.status_code == 405 and answer.headers["allow"] == "GET, HEAD"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/tables/%00.csv",
        "/records/documents/%27%3B%20drop%20table%20documents%3B--.json",
        "/records/documents/..%2f..%2fetc%2fpasswd.json",
        "/figures/%F0%9F%92%A5.csv",
        "/figures/compared-outcomes.csv?q=%00&themes=%FF",
    ],
)
def test_hostile_addresses_get_a_problem(path: str) -> None:
    answer = client.get(f"{API}{path}")
    assert 400 <= answer.status_code < 500 and answer.headers["content-type"] == "application/problem+json"
    assert data.current().counts["documents"] == len(client.get(f"{API}/tables/documents.json").json()["rows"])


@pytest.mark.parametrize(("path", "title"), [("tables/x%0Ay.csv", "No such table"), ("figures/x%0A.json", "No such figure"), ("tables/documents.csv%0A", "No such format"), ("no%0Athing", "No such address")])
def test_an_address_with_a_line_break_is_answered_where_it_leads(path: str, title: str) -> None:
    assert client.get(f"/api/v1/{path}").json()["title"] == title
    assert client.post(f"/api/v1/{path}").status_code == (404 if title == "No such address" else 405)


def test_the_description_is_valid_and_names_all_that_is_served() -> None:
    described = client.get(f"{API}/openapi.json").json()
    openapi_spec_validator.validate(described)
    assert described["openapi"] == "3.1.0"
    asked = [one for path in described["paths"].values() for one in (*path.get("parameters", ()), *path["get"].get("parameters", ()))]
    free = [one["schema"].get("minLength") for one in asked if one.get("required") and one["schema"] != {} and "enum" not in one["schema"]]
    assert free and set(free) == {1}, "what must be told is not empty, and may be one letter"
    text = client.get(f"{API}/").text
    index = json.loads(text)
    assert re.match(r'\{\n "\w+": ', text), "a line a value, set in by one"
    assert set(index["figures"]) == set(FIGURES) and set(index["tables"]) == set(data.TABLES)


def test_a_new_program_makes_new_tags_for_the_same_release(monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"{API}/tables/documents.csv"
    tag = client.head(address).headers["etag"]
    monkeypatch.setattr(answers, "code", lambda: "another program")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_the_dataset_says_about_itself_makes_new_tags_and_a_new_archive(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0)
    description = tiny_folder / "dataset.toml"
    description.write_text('title = "T"\nshort_title = "T"\nlicence = "CC BY 4.0"\n')
    addresses = [f"{API}/tables/themes.json", f"{API}/release.zip"]
    before = [client.get(address) for address in addresses]
    release = data.current().release
    description.write_text(description.read_text().replace("CC BY 4.0", "ALL RIGHTS RESERVED"))
    data.current()  # files are taken when they are the same at two looks
    after = [client.get(address, headers={"If-None-Match": old.headers["etag"]}) for address, old in zip(addresses, before, strict=True)]
    assert data.current().release == release and data.current().about.licence == "ALL RIGHTS RESERVED"
    assert [answer.status_code for answer in after] == [200, 200]
    assert after[0].json()["licence"] == "ALL RIGHTS RESERVED"
    assert after[1].content != before[1].content


def test_the_waiting_line_of_the_api_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "MOST_WAITING", 0)
    answer = problem("/tables/themes.csv", 503)
    assert "Try again" in answer["remedy"]
    assert client.get(f"{API}/tables/themes.csv").headers["retry-after"] == answers.RETRY_SECONDS


@pytest.mark.parametrize(("processors", "threads"), [(None, 1), (1, 1), (2, 1), (3, 1), (4, 2), (16, 8)])
def test_the_api_works_on_half_of_the_processors(processors: int | None, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    async def limits() -> list[float]:
        return [turns._threads.__wrapped__(kind).total_tokens for kind in ("", "xlsx")]

    assert anyio.run(limits) == [threads, 1]


def test_work_of_the_api_leaves_the_threads_of_pages_alone() -> None:
    at_once, most = [0], [0]

    def work() -> None:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        time.sleep(0.02)
        at_once[0] -= 1

    async def many() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(turns.worked, work)
            await anyio.sleep(0)
            began = time.monotonic()
            await anyio.to_thread.run_sync(lambda: None)
            assert time.monotonic() - began < 0.2, "another thread is free at once"

    anyio.run(many)
    assert most[0] <= max(1, (os.cpu_count() or 2) // 2)
