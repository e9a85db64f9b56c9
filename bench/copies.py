"""`python -m bench.copies`: two copies behind HAProxy as deploy/ has it, 80 visitors and 6 downloads without pause; one copy is killed. Needs haproxy and openssl."""

import asyncio
import hashlib
import http.client
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from bench.serving import DASHBOARD, ROOT, Serving, free_port, serving

VISITORS, DOWNLOADS, LIMIT = 80, 6, 10.0  # LIMIT: seconds until a visitor of the killed copy has the same view
NAME, FILE = "dash.example", "/api/v1/tables/codings.csv"
VIEWS = (("", ""), ("compare", ""), ("priorities", "themes=Security"), ("membership", "day=2018-01-01"), ("documents", "q=energy"), ("reported", ""), ("timeline", ""))
TRUSTING = ssl.create_default_context()
TRUSTING.check_hostname, TRUSTING.verify_mode = False, ssl.CERT_NONE


@dataclass
class Seen:
    """What visitors and downloads met: seconds until the same view or another one stood, whether each file was whole, and how many were cut."""

    killed_at: float = 0.0
    standing: int = 0
    same: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)
    whole: int = 0
    broken: int = 0
    cut: int = 0


@contextmanager
def proxy(copies: list[Serving]) -> Iterator[int]:
    """HAProxy before the copies, with a certificate of its own; gives its port."""
    program = shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        raise RuntimeError("No haproxy is installed.")
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-keyout", folder / "key", "-out", folder / "certificate"]
        subprocess.run(made, check=True, capture_output=True)
        (folder / "site.pem").write_bytes((folder / "certificate").read_bytes() + (folder / "key").read_bytes())
        told = (ROOT / "deploy" / "haproxy.cfg").read_text(encoding="utf-8").replace("/etc/ssl/dashboard", name)
        for number, copy in zip(("8501", "8502"), copies, strict=True):
            told = told.replace(number, copy.url.rpartition(":")[2])
        (folder / "haproxy.cfg").write_text(re.sub(r"bind :443", f"bind :{port}", told), encoding="utf-8")
        running = subprocess.Popen([program, "-db", "-f", folder / "haproxy.cfg"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(6)  # until it has looked at both copies
            yield port
        finally:
            running.terminate()
            running.wait()


async def view(port: int, page: str, query: str, copy: str) -> tuple[ClientConnection, list[str]]:
    """Opens a page at the copy that the cookie names, and what it shows: headings, texts and charts. Raises RuntimeError where the page reports an error."""
    socket = await connect(
        f"wss://127.0.0.1:{port}/_stcore/stream",
        ssl=TRUSTING,
        server_hostname=NAME,
        subprotocols=["streamlit"],  # pyright: ignore[reportArgumentType]
        max_size=None,
        compression=None,
        additional_headers={"Cookie": f"copy={copy}"},
    )
    asked = BackMsg()
    asked.rerun_script.query_string, asked.rerun_script.page_name = query, page
    await socket.send(asked.SerializeToString())
    shown: list[str] = []
    while True:
        told = await asyncio.wait_for(socket.recv(), 60)
        message = ForwardMsg.FromString(told if isinstance(told, bytes) else told.encode())
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(element.exception.message)
        shown += [element.heading.body + element.markdown.body + hashlib.sha256(element.plotly_chart.spec.encode()).hexdigest()]
        if message.WhichOneof("type") == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return socket, sorted(set(shown))


async def visitor(number: int, port: int, seen: Seen) -> None:
    """Has a page open; where its copy is gone, comes back until there is a view again."""
    page, query = VIEWS[number % len(VIEWS)]
    socket, before = await view(port, page, query, "ab"[number % 2])
    seen.standing += 1
    with suppress(ConnectionClosed):
        while True:
            await socket.recv()
    while True:
        try:
            socket, after = await view(port, page, query, "ab"[number % 2])
        except (OSError, TimeoutError, WebSocketException):
            await asyncio.sleep(0.3)
            continue
        (seen.same if after == before else seen.other).append(time.monotonic() - seen.killed_at)
        await socket.close()
        return


def download(number: int, port: int, wanted: str, seen: Seen, stop: Event) -> None:
    """Fetches the file again and again; what was cut goes on where it ended, as browsers do."""
    while not stop.is_set():
        got, size, tag, began = b"", -1, "", time.monotonic()
        cut = False
        while len(got) != size and time.monotonic() - began < 60:
            try:
                line = http.client.HTTPSConnection("127.0.0.1", port, context=TRUSTING, timeout=30)
                line.request("GET", FILE, headers={"Host": NAME, "Cookie": f"copy={'ab'[number % 2]}"} | ({"Range": f"bytes={len(got)}-", "If-Range": tag} if got else {}))
                answer = line.getresponse()
                if answer.status == 200:
                    got, size, tag = b"", int(answer.headers["Content-Length"]), answer.headers["ETag"]
                while answer.status in (200, 206) and (piece := answer.read1(65_536)):
                    got += piece
                cut = cut or len(got) != size
            except (OSError, http.client.HTTPException):
                cut = True
                time.sleep(0.3)
        seen.cut += cut
        if hashlib.sha256(got).hexdigest() == wanted:
            seen.whole += 1
        else:
            seen.broken += 1


async def measure() -> Seen:
    """Everybody comes, one copy is killed, and all see what there is."""
    seen, stop = Seen(), Event()
    with serving(DASHBOARD) as one, serving(DASHBOARD) as other, proxy([one, other]) as port:
        with urllib.request.urlopen(one.url + FILE) as answer:
            wanted = hashlib.sha256(answer.read()).hexdigest()
        visitors = [asyncio.create_task(visitor(number, port, seen)) for number in range(VISITORS)]
        while seen.standing < VISITORS:
            for failed in (task for task in visitors if task.done()):
                failed.result()  # a page that cannot be opened ends the measurement
            await asyncio.sleep(0.2)
        loads = [Thread(target=download, args=(number, port, wanted, seen, stop)) for number in range(DOWNLOADS)]
        for load in loads:
            load.start()
        await asyncio.sleep(2)
        seen.killed_at = time.monotonic()
        os.kill(one.pid, signal.SIGKILL)
        while len(seen.same) + len(seen.other) < VISITORS / 2 and time.monotonic() - seen.killed_at < 60:
            await asyncio.sleep(0.2)
        stop.set()
        for load in loads:
            await asyncio.to_thread(load.join)
        for task in visitors:
            task.cancel()
    return seen


def main() -> int:
    """Measure and print; exit code 1 where a view is another one or late, or a file is not whole."""
    seen = asyncio.run(measure())
    print(f"{VISITORS} visitors, one of two copies killed: {len(seen.same)} have the same view again, {len(seen.other)} another one, the last after {max(seen.same + seen.other, default=60):.1f} s")
    print(f"{seen.whole:,} downloads whole, {seen.cut} of them cut and gone on with, {seen.broken} broken")
    return int(len(seen.same) < VISITORS / 2 or max(seen.same) > LIMIT or seen.broken > 0)


if __name__ == "__main__":
    sys.exit(main())
