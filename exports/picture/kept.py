"""What has been drawn on slides, kept for the next file that shows the same: of one archive, of one menu, of another reader."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock

from exports.picture.drawn import Drawn

MOST_BYTES = 24_000_000
_drawn: OrderedDict[Hashable, Future[Drawn]] = OrderedDict()
_guard = Lock()


def kept(key: Hashable, draw: Callable[[], Drawn]) -> Drawn:
    """The picture of this key, or what `draw` gives. Two who want the same at once have it drawn once; what fails is not kept.

    Raises what `draw` raises.
    """
    while True:
        with _guard:
            found = _drawn.get(key)
            if found is None:
                mine = _drawn[key] = Future()
                break
            _drawn.move_to_end(key)
        if found.exception() is None:
            return found.result()
        # The other's turn failed, perhaps for want of time: this reader has a turn of his own.
    try:
        mine.set_result(draw())
    except BaseException as error:
        with _guard:
            _drawn.pop(key, None)
        mine.set_exception(error)
        raise
    with _guard:
        while len(_drawn) > 1 and sum(map(_bytes, _drawn.values())) > MOST_BYTES:
            _drawn.popitem(last=False)
    return mine.result()


def forget() -> None:
    """Let go of all pictures."""
    with _guard:
        _drawn.clear()


def _bytes(one: Future[Drawn]) -> int:
    return one.result().size if one.done() and one.exception() is None else 0
