"""Streamlit's browser files, compressed once: the set-up (`main`) or the first start fills the cache.

Streamlit sends its scripts uncompressed (23 MB, its chart library alone 4.7 MB) and compressing on every request costs more than
it saves. Each file is therefore compressed once, with brotli and gzip, into `.cache/`; where that folder cannot be written, into memory.
"""

import os
import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import brotli
import streamlit
from streamlit import file_util

from server.encoding import gzip_packed

SOURCE = Path(file_util.get_static_dir()) / "static"
CACHE = Path(__file__).parent.parent / ".cache" / f"streamlit-{streamlit.__version__}"
SUFFIX = {"br": ".br", "gzip": ".gz"}
COMPRESSIBLE = {".js", ".css", ".svg", ".json"}
SMALLEST = 512  # bytes; below this the header costs more than compression saves
# Loaded on most pages and worth nine seconds once; the rest is packed 40 times faster and 15 % larger.
OFTEN = re.compile(r"^(PlotlyChart|index|src|StreamlitMarkdown|protobuf|react-dom|DataFrame|arrowFormatUtils|Multiselect|BidiComponent)\.")


def _pack(content: bytes, encoding: str, thorough: bool) -> bytes:
    if encoding == "br":
        return brotli.compress(content, quality=11 if thorough else 5, lgwin=24)
    return gzip_packed(content, 9 if thorough else 6)


def _names() -> list[str]:
    """Files worth compressing, relative to Streamlit's `static/`, the often used and the large first."""
    files = [path for path in SOURCE.rglob("*") if path.suffix in COMPRESSIBLE and path.stat().st_size >= SMALLEST]
    files.sort(key=lambda path: (not OFTEN.match(path.name), -path.stat().st_size))
    return [path.relative_to(SOURCE).as_posix() for path in files]


class Store:
    """Compressed files by name and encoding: from memory, else from the cache folder, else not there."""

    def __init__(self, folder: Path = CACHE) -> None:
        self.folder = folder
        self.names = _names()
        self._known = frozenset(self.names)
        self._memory: dict[tuple[str, str], bytes] = {}

    def get(self, name: str, encoding: str) -> bytes | None:
        """The packed bytes of `name` (such as `js/index.abc.js`) in `encoding` (`br` or `gzip`); None if not packed yet or unknown."""
        if name not in self._known:
            return None
        packed = self._memory.get((name, encoding))
        if packed is None and self._path(name, encoding).is_file():
            packed = self._memory[(name, encoding)] = self._path(name, encoding).read_bytes()
        return packed

    def missing(self) -> Iterator[tuple[str, str]]:
        """Name and encoding of every file that is still to be packed."""
        for name in self.names:
            for encoding in SUFFIX:
                if (name, encoding) not in self._memory and not self._path(name, encoding).is_file():
                    yield name, encoding

    def fill(self) -> int:
        """Pack what is missing (half a minute at first, nothing later). Gives the number of files packed."""
        count = 0
        for name, encoding in self.missing():
            self._put(name, encoding, _pack((SOURCE / name).read_bytes(), encoding, bool(OFTEN.match(Path(name).name))))
            count += 1
        return count

    def _path(self, name: str, encoding: str) -> Path:
        return self.folder / (name + SUFFIX[encoding])

    def _put(self, name: str, encoding: str, packed: bytes) -> None:
        path = self._path(name, encoding)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(packed)
            part.replace(path)  # whole or not at all, also with two servers starting at once
        except OSError:
            self._memory[(name, encoding)] = packed


@cache
def store() -> Store:
    """The one store of this process."""
    return Store()


def main() -> None:
    """Fill the cache and say so."""
    start = time.perf_counter()
    count = store().fill()
    sys.stdout.write(f"Browser files compressed: {count} in {time.perf_counter() - start:.1f} s\n" if count else "Browser files are compressed already.\n")

