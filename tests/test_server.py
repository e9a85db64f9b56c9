"""The server beside the dashboard: compressed files, the index, headers, readiness, errors, a start with bad data."""
import asyncio
import gzip
import json
import logging
import os
import re
import socket
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import brotli
import pytest
from starlette.responses import PlainTextResponse

import data
from charts import look
from server import compressed, encoding, errors, guard, index, place, ready, shell, static

ROOT = Path(__file__).parent.parent


def call(app, path, method="GET", **headers):
    """One request to an ASGI app: status, headers (lower case), body."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "root_path": "", "query_string": b"", "headers": raw}
    with ThreadPoolExecutor(1) as pool:  # a loop of its own, also where the browser tests keep one running
        pool.submit(asyncio.run, app(scope, receive, send)).result()
    answer = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(message.get("body", b"") for message in sent[1:])


streamlit = PlainTextResponse("Streamlit's own answer", status_code=203)


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A store over two small files instead of Streamlit's."""
    source = tmp_path / "source"
    (source / "js").mkdir(parents=True)
    (source / "js" / "chart.abc.js").write_text("export const chart = 1;\n" * 100)
    (source / "js" / "tiny.abc.js").write_text("1")
    monkeypatch.setattr(compressed, "SOURCE", source)
    return compressed.Store(tmp_path / "cache")


@pytest.fixture
def served(files, monkeypatch):
    files.fill()
    monkeypatch.setattr(static, "store", lambda: files)
    return static.Static(streamlit)


@pytest.mark.parametrize(("accepted", "encoding", "unpack"), [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)])
def test_files_are_sent_compressed_for_good(served, accepted, encoding, unpack):
    status, headers, body = call(served, "/static/js/chart.abc.js", accept_encoding=accepted)
    assert (status, headers["content-encoding"], headers["vary"]) == (200, encoding, "Accept-Encoding")
    assert unpack(body) == b"export const chart = 1;\n" * 100
    assert "immutable" in headers["cache-control"] and "javascript" in headers["content-type"]
    assert call(served, "/static/js/chart.abc.js", accept_encoding=accepted, if_none_match=headers["etag"])[0] == 304
    assert call(served, "/static/js/chart.abc.js", method="HEAD", accept_encoding=accepted)[1]["content-length"] == str(len(body))


def test_packed_bytes_do_not_tell_when_they_were_packed():
    packed = encoding.gzip_packed(b"words " * 100)
    assert packed[4:8] == bytes(4) and gzip.decompress(packed) == b"words " * 100
    assert len(encoding.gzip_packed(b"words " * 100, 1)) > len(packed)


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("/static/js/chart.abc.js", ""),
        ("/static/js/chart.abc.js", "br;q=0"),
        ("/static/js/tiny.abc.js", "br"),
        ("/static/../compressed.py", "br"),
        ("/static/js/none.js", "br"),
    ],
)
def test_other_files_are_left_to_streamlit(served, path, accepted):
    status, headers, body = call(served, path, accept_encoding=accepted)
    assert (status, body) == (203, b"Streamlit's own answer")
    assert headers["vary"] == "Accept-Encoding"


def test_what_every_page_needs_is_packed_first_then_the_large(files):
    assert compressed.SMALLEST > 1
    for name, size in (("js/PlotlyChart.abc.js", 1), ("js/index.abc.js", 3), ("js/map.abc.js", 2), ("css/large.css", 4)):
        path = compressed.SOURCE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(" " * size * compressed.SMALLEST)
    assert [name for name in compressed._names() if "chart.abc" not in name] == ["js/index.abc.js", "js/PlotlyChart.abc.js", "css/large.css", "js/map.abc.js"]


def test_files_are_packed_once(files):
    assert files.fill() == 2
    assert files.fill() == 0
    assert compressed.Store(files.folder).fill() == 0


def test_a_folder_that_cannot_be_written_leaves_the_files_in_memory(files):
    files.folder.write_text("a file where the cache folder should be")
    assert files.fill() == 2
    assert brotli.decompress(files.get("js/chart.abc.js", "br") or b"") == b"export const chart = 1;\n" * 100


def test_the_index_is_ours():
    html = index.index().body["identity"].decode()
    assert "<title>SCO Chairmanship Dashboard</title>" in html and '<html lang="en-GB">' in html
    assert "service-desc" not in html and "agent" not in html
    assert len(re.findall(r'<link rel="preload" as="script"[^>]*PlotlyChart\.', html)) == 1
    assert re.search(r'const CHART = "./static/js/PlotlyChart\.[\w-]+\.js"', html) and re.search(r'const PROGRAM = "./static/js/index\.[\w-]+\.js"', html)
    assert html.index("window.__streamlit") < html.index("const PROGRAMS = ") and 'type="module"' not in html
    assert len(html.split("<script>")) - 1 == len(index.index().script_hashes.split()) == 2


def test_the_index_bears_the_names_of_the_dataset(tiny_folder, monkeypatch):
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert "<title>Chairmanship Dashboard</title>" in index.index().body["identity"].decode()
    (tiny_folder / "dataset.toml").write_text('title = "T"\nshort_title = "T"\ndashboard = "A & B"\norganisation = "Union \\"U\\""\n', encoding="utf-8")
    html = index.index().body["identity"].decode()
    assert "<title>A &amp; B</title>" in html and 'content="Chairmanships of the Union &quot;U&quot;: promises' in html


def test_an_index_of_another_form_stays_whole():
    assert index.treat("<!DOCTYPE html><p>Another page</p>", ["a.js"], data.about()) == "<!DOCTYPE html><p>Another page</p>"


@pytest.mark.parametrize(("accepted", "unpack"), [("gzip, deflate, br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)])
@pytest.mark.parametrize("path", ["/", "/compare", "/no-such-page"])
def test_page_addresses_get_the_index(path, accepted, unpack):
    app = shell.Shell(streamlit, own=["/ready"])
    status, headers, body = call(app, path, accept_encoding=accepted)
    assert (status, unpack(body)) == (200, index.index().body["identity"])
    assert headers["cache-control"] == "no-cache"
    assert call(app, path, accept_encoding=accepted, if_none_match=headers["etag"])[0] == 304


@pytest.mark.parametrize("path", ["/_stcore/health", "/compare/_stcore/host-config", "/media/a.csv", "/ready", "/compare/", "//host", "/static/js/a.js"])
def test_other_addresses_pass(path):
    status = call(shell.Shell(streamlit, own=["/ready"]), path)[0]
    assert status == (404 if path.startswith("/compare/_") else 203)


def test_only_reading_gets_the_index():
    assert call(shell.Shell(streamlit, own=[]), "/compare", method="POST")[0] == 203


@pytest.mark.parametrize("path", ["/a/b", "/wp-login.php", "/robots.txt"])
def test_unknown_addresses_are_a_plain_404(path):
    status, headers, body = call(shell.Shell(streamlit, own=[]), path)
    assert (status, headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert b"no such page" in body


def test_the_icon():
    status, headers, body = call(shell.Shell(streamlit, own=[]), "/favicon.svg")
    assert (status, headers["content-type"]) == (200, "image/svg+xml") and body.startswith(b"<svg")


def test_every_answer_carries_the_security_headers():
    status, headers, _ = call(guard.Guard(streamlit), "/anything")
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert status == 203 and headers["x-content-type-options"] == "nosniff"
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    assert "frame-ancestors" not in policy and "x-frame-options" not in headers
    assert index.index().script_hashes in policy["script-src"] and "unsafe-inline" not in policy["script-src"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "GET"])
def test_nothing_can_be_uploaded(method):
    assert call(guard.Guard(streamlit), "/_stcore/upload_file/session/file", method=method)[0] == 403


def test_what_the_server_measures_is_not_public():
    assert call(guard.Guard(streamlit), "/_stcore/metrics")[0] == 403


@pytest.fixture
def unseen(monkeypatch):
    monkeypatch.setattr(ready, "_seen", [ready.Seen()])


def test_ready_tells_release_and_rows(unseen, monkeypatch):
    about = SimpleNamespace(address="")
    monkeypatch.setattr(data, "current", lambda: SimpleNamespace(release="2026-11-25-abcdef0", counts={"documents": 3}, about=about))
    monkeypatch.setattr(data, "notice", lambda: None)
    ready.look()
    status, _, body = call(ready.routes[0].app, "/ready")
    assert (status, json.loads(body)) == (200, {"ready": True, "release": "2026-11-25-abcdef0", "rows": {"documents": 3}, "notice": None})


def test_not_ready_without_data(unseen, monkeypatch):
    def refuse():
        raise data.DataError(ROOT, [])

    monkeypatch.setattr(data, "current", refuse)
    ready.look()
    assert call(ready.routes[0].app, "/ready")[0] == 503


def test_ready_asks_for_nothing_while_it_answers(monkeypatch):
    monkeypatch.setattr(data, "current", lambda: pytest.fail("a rebuild of the dataset would hold up all visitors"))
    monkeypatch.setattr("anyio.to_thread.run_sync", lambda *_, **__: pytest.fail("all threads may be at work for others"))
    assert call(ready.routes[0].app, "/ready")[0] in (200, 503)


def test_a_failing_page_shows_a_reference_and_logs_the_trace(monkeypatch, caplog):
    shown = []
    monkeypatch.setattr(errors.st, "error", shown.append)
    with caplog.at_level(logging.ERROR):
        assert errors.on_script_error(ValueError("a secret detail")) is True
    reference = re.search(r"reference ([0-9a-f]{6})", shown[0])
    assert reference and reference[1] in caplog.text
    assert "a secret detail" in caplog.text and "a secret detail" not in shown[0]


@pytest.mark.parametrize("ground", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_pages_and_charts_share_their_colours(ground):
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["theme"][ground.name]
    assert (theme["backgroundColor"], theme["textColor"], theme["primaryColor"]) == (ground.paper, ground.ink, ground.accent)
    assert ground.paper in (ROOT / "server" / "look.css").read_text()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_bad_data_is_named_and_ends_the_server(tmp_path):
    for table in (ROOT / "data").glob("*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    (tmp_path / "themes.csv").write_text("theme_id,label\n")
    (tmp_path / "bodies.csv").unlink()
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    environment = {**os.environ, "SCO_DATA": str(tmp_path)}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "themes.csv" in ended.stderr and "bodies.csv" in ended.stderr
    assert "Traceback" not in ended.stderr and "http://" not in ended.stdout
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2)


@pytest.mark.parametrize(("base", "path", "seen"), [("", "/a/b", "a/b"), (None, "/a", "a"), ("sco", "/sco/a", "a"), ("/sco/", "/sco/a/b", "a/b"), ("sco", "/a", "a"), ("sco", "/scope", "scope")])
def test_a_path_is_seen_from_the_root_of_the_dashboard(base: str | None, path: str, seen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place.config, "get_option", lambda name: base)
    assert place.relative({"path": path}) == seen
