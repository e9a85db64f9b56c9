"""The page as the first answer gives it, packed and kept by view and release."""

import hashlib
from urllib.parse import parse_qs

import brotli

from exports.common.shelf import Shelf
from exports.text.digest import digest
from server.encoding import gzip_packed
from server.index import Index, index, with_first

_kept = Shelf[tuple[str, str, bool, str, str, int], Index](64)


def answer(page: str, query: str, narrow: bool, base: str = "") -> Index:
    """The index with the words, findings and numbers of a page of the dashboard, `query` being the link's own. Takes the time of its queries once.

    `base` is the address under which the dashboard was reached, for previews of a link to a figure. The words are those of the release
    that the link names; where it cannot be shown, the page says so, with status 404 or 410.
    """
    import data
    from server.first import box

    try:
        database = data.release(wanted) if (wanted := parse_qs(query).get("rel", [""])[-1]) else data.newest()
    except data.NoRelease as error:
        return _packed(with_first(box.refusal("No such release", str(error))), 404)
    except data.Unreadable as error:
        return _packed(with_first(box.refusal("This release can no longer be shown", str(error))), 410)
    with data.bound_to(database):
        return _kept_or_made(page, query, narrow, base if page == "figure" else "")


def _kept_or_made(page: str, query: str, narrow: bool, base: str) -> Index:
    import data
    from server.first import box, pictures

    served = data.current()
    key = (page, query, narrow, base, f"{served.release}-{digest(served.about)}", pictures.made())
    return _kept.get(key) or _kept.put(key, _packed(with_first(box.of(page, query, narrow, base))))


def _packed(html: str, status: int = 200) -> Index:
    body = html.encode()
    packed = {"identity": body, "gzip": gzip_packed(body, 5), "br": brotli.compress(body, quality=5)}
    return Index(packed, hashlib.sha256(body).hexdigest()[:16], index().script_hashes, status)
