"""Who is let in and how often: websockets by origin, a fair share by address and page, work in lines that end."""

import asyncio
import json
import os
import re
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from exports import studio
from exports.errors import CannotMake
from server import fair, guard, origin, ready, room, start
from server.api import turns as api_turns
from server.instead import downloads
from tests.conftest import ROOT
from tests.test_server import call
from ui.card import turns


def shake(app, host: str = "dash.example", client: str = "127.0.0.1", **headers: str) -> list[dict]:
    """One websocket handshake with an ASGI app: what it sent."""
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "websocket.connect"}

    async def send(message: dict) -> None:
        sent.append(message)

    raw = [(b"host", host.encode()), *((name.replace("_", "-").encode(), value.encode()) for name, value in headers.items())]
    scope = {"type": "websocket", "path": "/_stcore/stream", "query_string": b"", "headers": raw, "client": (client, 9)}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, app(scope, receive, send)).result()
    return sent


async def streamlit(scope, receive, send) -> None:
    """Stands in for Streamlit: opens every websocket, and tells the host that it sees."""
    await receive()
    await send({"type": "websocket.accept", "host": Headers(scope=scope)["host"]})


def opened(**headers: str) -> str:
    """The host that Streamlit sees, "" when the websocket is refused before it is asked."""
    (answer,) = shake(guard.Guard(streamlit), **headers)
    assert answer["type"] == "websocket.accept" or answer == {"type": "websocket.close", "code": 1008}
    return answer.get("host", "")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(origin.SETTING, raising=False)
    monkeypatch.setattr(ready, "_seen", [ready.Seen()])


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "file://", "http://dash.example.evil.example", "http://localhost:9999", "http://x@dash.example", "http://[", "", "ftp://dash.example", "http://dash.example:9999"],
)
def test_pages_of_others_open_no_websocket(origin: str) -> None:
    assert not opened(origin=origin)


def test_a_request_that_names_two_origins_opens_none() -> None:
    own = (b"origin", b"http://dash.example")
    for both in ((own, own), (own, (b"origin", b"http://evil.example"))):
        assert not origin.admits({"type": "websocket", "headers": [(b"host", b"dash.example"), *both]})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://dash.example"},
        {"origin": "https://DASH.example"},
        {"origin": "https://dash.example", "host": "dash.example:443"},
        {"origin": "http://localhost:8501", "host": "localhost:8501"},
        {"origin": "http://[::1]:8501", "host": "[::1]:8501"},
        {"origin": "https://dash.example", "host": "127.0.0.1:8501", "x_forwarded_host": "dash.example"},
        {"origin": "https://dash.example", "host": "127.0.0.1:8501", "forwarded": 'for=1.2.3.4;host="dash.example";proto=https'},
    ],
)
def test_its_own_pages_do_whatever_a_proxy_makes_of_the_host(headers: dict[str, str]) -> None:
    assert opened(**headers) == headers.get("origin", "http://dash.example").partition("//")[2]


def test_a_proxy_that_says_nothing_is_named_in_a_setting_or_in_the_dataset(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"origin": "https://dash.example", "host": "127.0.0.1:8501"}
    assert not opened(**asked)
    monkeypatch.setenv(origin.SETTING, "https://other.example, https://dash.example/sco/")
    assert opened(**asked) == "dash.example"
    monkeypatch.delenv(origin.SETTING)
    monkeypatch.setattr(ready, "_seen", [ready.Seen(address="https://dash.example/")])
    assert opened(**asked) == "dash.example"


def test_a_page_is_told_what_to_set() -> None:
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    client = TestClient(Starlette(routes=origin.routes), base_url="http://127.0.0.1:8501")
    told = client.get("/connection", params={"origin": "https://dash.example"})
    assert "Host" in told.text and "SCO_PROXY=https://dash.example" in told.text
    assert told.headers["content-type"].startswith("text/plain")
    assert client.get("/connection", params={"origin": "http://127.0.0.1:8501"}).text == ""


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_so_many_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    buckets = fair.Buckets(rate=2, burst=3, clock=clock)
    assert [buckets.take("a") for _ in range(5)] == [0, 0, 0, 0.5, 0.5]
    assert buckets.take("b") == 0, "another one has a bucket of its own"
    clock.now = 1
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 0.5]
    assert [buckets.take("a", owing=True) for _ in range(3)] == [0.5, 1, 1.5]


def test_buckets_are_forgotten_and_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair, "MOST_KEPT", 10)
    buckets = fair.Buckets(rate=1, burst=1)
    for number in range(100):
        buckets.take(str(number))
    assert len(buckets._left) == 10


@pytest.mark.parametrize(
    ("client", "who"),
    [
        (("127.0.0.1", 1), ""),
        (("::1", 1), ""),
        (("::ffff:127.0.0.1", 1), ""),
        (None, ""),
        (("203.0.113.7", 1), "203.0.113.7"),
        (("::ffff:203.0.113.7", 1), "203.0.113.7"),
    ],
)
def test_visitors_are_told_apart_by_address_and_this_computer_is_nobody(client, who: str) -> None:
    assert fair.visitor({"type": "http", "client": client}) == who


def test_a_household_is_one_visitor() -> None:
    one, two, other = (fair.visitor({"type": "http", "client": (address, 1)}) for address in ("2001:db8:1:1::1", "2001:db8:1:1:ffff::9", "2001:db8:1:2::1"))
    assert one == two != other


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> fair.Fair:
    """A share of two requests and two visits."""
    for name in ("REQUESTS", "VISITS"):
        monkeypatch.setattr(fair, name, {"rate": 0.01, "burst": 2})

    async def app(scope, receive, send) -> None:
        await (streamlit if scope["type"] == "websocket" else PlainTextResponse("ok"))(scope, receive, send)

    return fair.Fair(app)


def asked(app, path: str, client: str) -> tuple[int, dict, bytes]:
    async def from_there(scope, receive, send) -> None:
        await app({**scope, "client": (client, 9)}, receive, send)

    return call(from_there, path)


def test_an_address_that_asks_too_often_is_told_when_to_ask_again(strict: fair.Fair) -> None:
    status = [asked(strict, "/api/v1/", "203.0.113.7")[0] for _ in range(3)]
    assert status == [200, 200, 429]
    _, headers, body = asked(strict, "/api/v1/", "203.0.113.7")
    assert 0 < int(headers["retry-after"]) <= 100 and headers["content-type"] == "application/problem+json"
    assert json.loads(body)["status"] == 429 and headers["retry-after"] in json.loads(body)["remedy"]
    assert asked(strict, "/api/v1/", "203.0.113.8")[0] == 200, "another address is not its neighbour's keeper"
    assert asked(strict, "/static/js/a.js", "203.0.113.7")[0] == 200, "files of a page are not counted"
    assert [asked(strict, "/api/v1/", "127.0.0.1")[0] for _ in range(5)] == [200] * 5


def test_the_guide_tells_the_bounds_that_hold() -> None:
    told = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    for what, share in (("requests of an address to the data API", fair.REQUESTS), ("pages opened by an address", fair.VISITS), ("clicks of one page", fair.PAGE)):
        assert f"| {what} | {share['rate']:g} a second, {share['burst']:g} at once |" in told
    assert f"| API requests waiting | {api_turns.MOST_WAITING} |" in told
    assert f"| files drawn by Chromium | 1 at once, {studio.MOST_WAITING - 1} waiting |" in told


def test_pages_opened_too_often_are_refused_and_told_why(strict: fair.Fair) -> None:
    answers = [shake(strict, client="203.0.113.7")[0]["type"] for _ in range(3)]
    assert answers == ["websocket.accept", "websocket.accept", "websocket.close"]
    assert asked(strict, "/connection", "203.0.113.7")[0] == 429
    assert shake(strict, client="203.0.113.8")[0]["type"] == "websocket.accept"


def test_a_page_that_asks_without_end_is_slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair, "PAGE", {"rate": 20, "burst": 5})
    arrived: list[float] = []

    async def app(scope, receive, send) -> None:
        loop = asyncio.get_running_loop()
        while (await receive())["type"] == "websocket.receive":
            arrived.append(loop.time())

    messages = iter([*[{"type": "websocket.receive", "bytes": b"x"}] * 15, {"type": "websocket.disconnect"}])

    async def receive() -> dict:
        return next(messages)

    asyncio.run(fair.Fair(app)({"type": "websocket", "path": "/_stcore/stream", "headers": [], "client": ("127.0.0.1", 9)}, receive, receive))
    assert arrived[4] - arrived[0] < 0.1 and len(arrived) == 15
    assert arrived[-1] - arrived[4] > 9 / 20


def test_all_pages_of_an_address_share_its_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair, "REDRAWS", {"rate": 20, "burst": 5})
    arrived: list[float] = []

    async def app(scope, receive, send) -> None:
        while (await receive())["type"] == "websocket.receive":
            arrived.append(asyncio.get_running_loop().time())

    def page(client: str):
        messages = iter([*[{"type": "websocket.receive", "bytes": b"x"}] * 5, {"type": "websocket.disconnect"}])

        async def receive() -> dict:
            return next(messages)

        return shared({"type": "websocket", "path": "/_stcore/stream", "headers": [], "client": (client, 9)}, receive, receive)

    shared = fair.Fair(app)

    async def one_after_the_other(*clients: str) -> float:
        for client in clients:
            await page(client)
        return arrived[-1] - arrived[-10]

    assert asyncio.run(one_after_the_other("203.0.113.7", "203.0.113.7")) > 4 / 20
    assert asyncio.run(one_after_the_other("203.0.113.8", "203.0.113.9")) < 4 / 20


def test_every_connection_is_counted() -> None:
    from server import middleware

    kinds = [one.cls for one in middleware]
    assert kinds.index(guard.Guard) < kinds.index(fair.Fair) < len(kinds) - 1


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*")), ids=lambda path: path.name)
def test_no_list_of_requirements_brings_a_parser_without_bounds(path: Path) -> None:
    assert not re.search(r"^(httptools|uvicorn\[standard\])", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_line_of_files_has_an_end_and_holds_up_no_other() -> None:
    line, release = turns.Line(at_once=1, waiting=2), Event()

    def make() -> None:
        with line.turn():
            release.wait(5)

    with ThreadPoolExecutor(6) as threads:
        jobs = [threads.submit(make) for _ in range(6)]
        refused = [str(job.exception(1)) for job in jobs[3:]]
        release.set()
        assert refused == [turns.BUSY] * 3 and [job.exception() for job in jobs[:3]] == [None] * 3
    with line.turn():
        pass
    with turns.turn("csv"), turns.turn("csv"), turns.turn("csv"):
        pass


def test_two_files_take_no_more_of_python_from_the_pages_than_one() -> None:
    def make() -> bool:
        with turns.turn("zip"):
            return True

    with ThreadPoolExecutor(1) as threads:
        with turns.turn("pdf"):
            other = threads.submit(make)
            with pytest.raises(TimeoutError):
                other.result(0.3)
        assert other.result(5)
    assert start.SWITCH_SECONDS < 0.001, "a page waits so long for Python each time that it has asked the database"


def test_readers_are_told_why_there_is_no_file_and_nothing_else() -> None:
    class Handler(downloads.Downloads):
        def __init__(self, error: Exception | None) -> None:
            super().__init__(lambda: self)
            self.error = error

        def execute_deferred(self, file_id: str) -> str:
            if self.error is not None:
                raise RuntimeError("secret") from self.error
            return f"/media/{file_id}"

    request = downloads.BackendOperationRequest(request_id="r")
    request.deferred_file.file_id = "a.csv"
    answers = [asyncio.run(Handler(error).handle(request, "s")) for error in (CannotMake("No browser here."), ValueError("secret"), None)]
    assert [answer.error_msg for answer in answers] == ["No browser here.", downloads.FAILED, ""]
    assert answers[2].deferred_file.url == "/media/a.csv" and {answer.request_id for answer in answers} == {"r"}


def test_slow_files_hold_up_no_other_use_of_threads() -> None:
    release, begun = Event(), Event()

    class Handler(downloads.Downloads):
        def execute_deferred(self, file_id: str) -> str:
            begun.set()
            return file_id if file_id == "csv" or release.wait(10) else ""

    async def all_at_once() -> None:
        handler = Handler(lambda: handler)
        requests = [downloads.BackendOperationRequest(request_id=name) for name in ["pdf"] * 40 + ["csv"]]
        for request in requests:
            request.deferred_file.file_id = request.request_id
        slow = [asyncio.create_task(handler.handle(request, "s")) for request in requests[:-1]]
        await asyncio.to_thread(begun.wait, 5)
        answer = await asyncio.wait_for(handler.handle(requests[-1], "s"), 3)
        assert answer.deferred_file.url == "csv"
        release.set()
        await asyncio.gather(*slow)

    try:
        asyncio.run(all_at_once())
    finally:
        release.set()


def test_a_process_has_one_temporary_folder_and_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    dead = tmp_path / f"{room.PREFIX}dead"
    (dead / "profile").mkdir(parents=True)
    (dead / room.LOCK).touch()
    with room.own():
        made = Path(tempfile.mkdtemp())
        assert made.parent.parent == tmp_path and made.parent.name.startswith(room.PREFIX)
        assert os.environ["TMPDIR"] == str(made.parent), "what it starts, such as a browser, puts its files there too"
        assert not dead.exists(), "what a dead process left is removed"
        assert room.sweep(tmp_path) == 0 and made.exists(), "what a living one uses stays"
    assert not list(tmp_path.iterdir()) and tempfile.gettempdir() == str(tmp_path)


def test_what_cannot_be_removed_is_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remove = shutil.rmtree

    def held(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise OSError(16, "Device or resource busy")
        remove(path)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(shutil, "rmtree", held)
    (tmp_path / f"{room.PREFIX}dead").mkdir()
    (tmp_path / f"{room.PREFIX}dead" / room.LOCK).touch()
    assert room.sweep(tmp_path) == 1
    with room.own():
        pass


def test_no_room_for_temporary_files_does_not_stop_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with room.own():
        pass


def test_streamlit_asks_nobody_for_its_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> str:
        pytest.fail("the whole server would wait for an outside host")

    for name in ("get_external_ip", "get_internal_ip"):
        monkeypatch.setattr(start.net_util, name, asked)
    options: list[tuple[str, object]] = []
    monkeypatch.setattr(start.config, "set_option", lambda name, value: options.append((name, value)))
    start._stay_inside()
    assert options == [("server.headless", True)]
    assert not start.server_util.is_url_from_allowed_origins("http://evil.example")
