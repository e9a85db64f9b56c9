"""The page as the first answer gives it, packed and kept by view and release."""

import gzip
import hashlib
from collections import OrderedDict
from threading import Lock

import brotli

from server.index import Index, index, with_first

KEPT = 64
_kept: OrderedDict[tuple[str, str, bool, str, int], Index] = OrderedDict()
_guard = Lock()


def answer(page: str, query: str, narrow: bool) -> Index:
    """The index with the words, findings and numbers of a page of the dashboard, `query` being the link's own. Takes the time of its queries once."""
    import data
    from server.first import box, pictures

    key = (page, query, narrow, data.current().release, pictures.made())
    with _guard:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = _packed(with_first(box.of(page, query, narrow)))
    with _guard:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def _packed(html: str) -> Index:
    body = html.encode()
    packed = {"identity": body, "gzip": gzip.compress(body, 5, mtime=0), "br": brotli.compress(body, quality=5)}
    return Index(packed, hashlib.sha256(body).hexdigest()[:16], index().script_hashes)
