"""A visitor who means harm finds the running server unmoved: another visitor's request takes no longer, memory stays, nothing leaves the computer."""

import os
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from exports import browser
from server import fair
from server.instead import downloads
from tests.served import Served, running

MB = 2**20
PATIENCE_SECONDS = 1.5  # usual are 5 ms; a single foreign handshake took 2 s and more
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are shell scripts, and processes are measured as Linux does"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard as on a desktop: not headless, with a program that opens addresses, which notes them."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "bin").mkdir()
    opener = folder / "bin" / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" >>{folder}/opened\n')
    opener.chmod(0o755)
    with running(folder, "--server.headless", "false", PATH=f"{opener.parent}{os.pathsep}{os.environ['PATH']}") as served:
        served.get("/api/v1/figures/outcomes-by-theme.xlsx")  # what is loaded by the first request alone
        served.settle()
        yield served


class Neighbour:
    """Another visitor, who asks again and again while the body runs; `longest` is the longest wait."""

    def __init__(self, server: Served, path: str = "/_stcore/health") -> None:
        self.server, self.path, self.longest, self._end = server, path, 0.0, Event()
        self._thread = Thread(target=self._ask)

    def _ask(self) -> None:
        while not self._end.wait(0.02):
            self.longest = max(self.longest, self.server.get(self.path)[2])

    def __enter__(self) -> "Neighbour":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()


def handshake(port: int, origin: str) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port))
    one.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: streamlit\r\nOrigin: {origin}\r\n\r\n".encode()
    )
    return one


def test_foreign_websockets_stop_nobody(server: Served) -> None:
    with Neighbour(server) as neighbour:
        held = [handshake(server.port, origin) for origin in ["http://evil.example", "null", "file://", "http://localhost:9999"] * 5]
        answers = [one.recv(12) for one in held]
        time.sleep(0.2)
    assert answers == [b"HTTP/1.1 403"] * 20
    assert neighbour.longest < PATIENCE_SECONDS
    assert not server.outside()


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/media/x", "/api/v1/", "/_stcore/stream"])
def test_requests_of_foreign_pages_ask_nothing_outside(path: str, server: Served) -> None:
    assert server.get(path, Origin="http://evil.example")[2] < PATIENCE_SECONDS
    assert not server.outside()


FLOODS = {
    "headers": (b"GET / HTTP/1.1\r\nHost: x\r\n", b"".join(b"X-%05d: abcdefgh\r\n" % number for number in range(3600))),
    "one header": (b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"a" * 65536),
    "address": (b"GET /?q=", b"a" * 65536),
    "trailers": (b"POST /connection HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: abcdefgh\r\n" * 5000),
}


@pytest.mark.parametrize("kind", FLOODS)
def test_what_comes_before_the_body_is_bounded(kind: str, server: Served) -> None:
    first, more = FLOODS[kind]
    before, sent = server.memory(), 0
    with Neighbour(server) as neighbour, socket.create_connection(("127.0.0.1", server.port)) as one, pytest.raises(OSError):
        one.sendall(first)
        while sent < 60 * MB:
            one.sendall(more)
            sent += len(more)
    assert sent < 12 * MB, "the connection is cut; what was sent till then is what lay on the way"
    assert server.memory() - before < 40 and neighbour.longest < PATIENCE_SECONDS


@pytest.mark.parametrize("path", ["/", "/connection", "/api/v1/", "/_stcore/upload_file/a/b", "/_stcore/agent/interact", "/media/x"])
def test_bodies_are_not_kept(path: str, server: Served) -> None:
    before = server.memory()
    with socket.create_connection(("127.0.0.1", server.port)) as one:
        one.settimeout(20)
        try:
            one.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {60 * MB}\r\n\r\n".encode())
            for _ in range(60):
                one.sendall(b"a" * MB)
        except OSError:
            pass  # it need not read what it does not want
        assert server.memory() - before < 30


@pytest.fixture
def session(server: Served) -> Iterator[tuple[ClientConnection, str]]:
    """A session that has begun, and its id."""
    with connect(f"ws://127.0.0.1:{server.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, proxy=None) as socket_:  # type: ignore[list-item]
        message = BackMsg()
        message.rerun_script.query_string = ""
        socket_.send(message.SerializeToString())
        while True:
            told = ForwardMsg.FromString(socket_.recv(60))  # type: ignore[arg-type]
            if told.WhichOneof("type") == "new_session":
                yield socket_, told.new_session.initialize.session_id
                return


def test_a_page_cannot_have_anything_written_into_the_project(server: Served, session: tuple[ClientConnection, str]) -> None:
    socket_, own = session
    message = BackMsg()
    message.backend_operation_request.request_id = "r"
    message.backend_operation_request.session_id = own
    message.backend_operation_request.install_skills.SetInParent()
    socket_.send(message.SerializeToString())
    while True:
        told = ForwardMsg.FromString(socket_.recv(60))  # type: ignore[arg-type]
        if told.WhichOneof("type") == "backend_operation_response":
            break
    assert told.backend_operation_response.error_reason == "refused:headless"


def test_a_session_is_told_in_our_words_that_there_is_no_file(server: Served, session: tuple[ClientConnection, str]) -> None:
    socket_, own = session
    message = BackMsg()
    message.backend_operation_request.request_id = "r"
    message.backend_operation_request.session_id = own
    message.backend_operation_request.deferred_file.file_id = "none"
    socket_.send(message.SerializeToString())
    while True:
        told = ForwardMsg.FromString(socket_.recv(60))  # type: ignore[arg-type]
        if told.WhichOneof("type") == "backend_operation_response":
            break
    assert told.backend_operation_response.error_msg == downloads.FAILED


def test_a_visitor_behind_a_proxy_of_this_computer_is_counted_by_the_address_it_names(server: Served) -> None:
    most, status = int(fair.REQUESTS["burst"]), 0
    until = time.monotonic() + 60
    while status != 429 and time.monotonic() < until:
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda _: server.get("/api", X_Forwarded_For="203.0.113.7")[0], range(most)))
        status = max(answers)
    assert status == 429
    assert server.get("/api", X_Forwarded_For="203.0.113.8")[0] == 200 == server.get("/api")[0]


@pytest.mark.skipif(not browser.find(), reason="no Chromium on this machine")
def test_a_picture_asks_nothing_outside(server: Served) -> None:
    status, body, _ = server.get("/api/v1/figures/outcomes-by-theme.png", 120)
    assert status == 200 and body.startswith(b"\x89PNG"), body[:300]
    assert not server.outside()


def test_a_desktop_opens_its_browser_all_the_same(server: Served) -> None:
    opened = server.temporary.parent / "opened"
    until = time.monotonic() + 10
    while not opened.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert opened.read_text() == f"http://localhost:{server.port}\n"


def _received(from_there: ClientConnection, seconds: float) -> Iterator[bytes | str]:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        with suppress(TimeoutError):
            yield from_there.recv(left)


def test_a_page_that_asks_without_end_leaves_others_their_turn(server: Served) -> None:
    message = BackMsg()
    message.rerun_script.query_string = ""
    with connect(f"ws://127.0.0.1:{server.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, proxy=None) as rude:  # type: ignore[list-item]

        def write() -> None:
            with suppress(ConnectionClosed):
                for _ in range(2000):
                    rude.send(message.SerializeToString())

        Thread(target=write, daemon=True).start()
        with Neighbour(server, "/ready") as neighbour:
            runs = sum(ForwardMsg.FromString(told).WhichOneof("type") == "script_finished" for told in _received(rude, 4))  # type: ignore[arg-type]
        rude.socket.close()  # without good-byes, which would wait for what was sent
    assert 1 <= runs <= 4 * fair.PAGE["rate"] + fair.PAGE["burst"]
    assert neighbour.longest < PATIENCE_SECONDS


def test_many_requests_at_once_leave_ready_and_pages_their_turn(server: Served) -> None:
    done: list[int] = []

    def ask(number: int) -> None:
        done.append(server.get(f"/api/v1/figures/outcomes-by-theme.xlsx?years={1996 + number % 20}&years={2016 + number % 9}", 120)[0])

    with Neighbour(server, "/ready") as neighbour:
        threads = [Thread(target=ask, args=(number,)) for number in range(60)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert done == [200] * 60
    assert neighbour.longest < PATIENCE_SECONDS


def test_a_server_that_is_told_to_stop_leaves_no_temporary_file(tmp_path: Path) -> None:
    with running(tmp_path) as served:
        assert served.get("/api/v1/release.zip")[0] == 200
        assert list(served.temporary.iterdir())
    assert not list(served.temporary.iterdir())
    assert not served.outside()
