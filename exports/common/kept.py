"""What took long to make, kept for the next who wants the same: one archive, one menu, another reader."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Things by their keys; those used last stay, up to `most_bytes` by the measure of `size`, and one in any case."""

    def __init__(self, most_bytes: int, size: Callable[[Made], int]) -> None:
        self.most_bytes, self._size = most_bytes, size
        self._made: OrderedDict[Hashable, Future[Made]] = OrderedDict()
        self._guard = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under this key, or what `make` gives. Two who want the same at once have it made once; what fails is not kept.

        Raises what `make` raises.
        """
        while True:
            with self._guard:
                found = self._made.get(key)
                if found is None:
                    mine = self._made[key] = Future()
                    break
                self._made.move_to_end(key)
            if found.exception() is None:
                return found.result()
            # The other's turn failed, perhaps for want of time: this reader has a turn of his own.
        try:
            mine.set_result(make())
        except BaseException as error:
            with self._guard:
                self._made.pop(key, None)
            mine.set_exception(error)
            raise
        with self._guard:
            while len(self._made) > 1 and sum(map(self._bytes, self._made.values())) > self.most_bytes:
                self._made.popitem(last=False)
        return mine.result()

    def forget(self) -> None:
        """Let go of everything."""
        with self._guard:
            self._made.clear()

    def _bytes(self, one: Future[Made]) -> int:
        return self._size(one.result()) if one.done() and one.exception() is None else 0
