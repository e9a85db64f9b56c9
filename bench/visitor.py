"""A visitor without a browser: speaks the dashboard's websocket and counts what the server sends."""
import asyncio
import time
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

WAIT_SECONDS = 60


@dataclass(frozen=True)
class Run:
    """One run of the script: seconds from asking to its end, bytes and messages sent by the server, charts among them."""

    seconds: float
    bytes: int
    messages: int
    charts: int


class Visitor:
    """One session. Use as `async with Visitor(url) as visitor`."""

    def __init__(self, url: str) -> None:
        self._url = url.replace("http", "ws", 1).rstrip("/") + "/_stcore/stream"
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> "Visitor":
        self._socket = await connect(self._url, subprotocols=["streamlit"], max_size=None, compression=None)  # pyright: ignore[reportArgumentType]
        return self

    async def __aexit__(self, *_: Any) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def open(self, page: str, query: str = "") -> Run:
        """Ask for `page` ("" is the first one) with the `query` part of a link, and wait for the end of the run.

        Raises RuntimeError when the page reports an error, TimeoutError when it does not end.
        """
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        return await self._ask(message)

    async def _ask(self, message: BackMsg) -> Run:
        if self._socket is None:
            raise RuntimeError("The visitor is not connected: use it in an `async with` block.")
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        size = count = charts = 0
        while True:
            received = await asyncio.wait_for(self._socket.recv(), WAIT_SECONDS)
            answer = ForwardMsg.FromString(received if isinstance(received, bytes) else received.encode())
            size, count = size + len(received), count + 1
            element = answer.delta.new_element
            charts += element.HasField("plotly_chart")
            if element.HasField("exception"):
                raise RuntimeError(f"The page failed: {element.exception.message}")
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Run(time.perf_counter() - start, size, count, charts)


async def visit(url: str, page: str, query: str = "") -> Run:
    """One run in a session of its own, as after following a link."""
    async with Visitor(url) as visitor:
        return await visitor.open(page, query)
