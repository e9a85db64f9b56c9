"""The last things that were made, so many of them: what one reader asked for, another is likely to ask for."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


class Shelf(Generic[Key, Made]):
    """Things by their keys, `most` of them: the one not asked for longest goes first. For many threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: OrderedDict[Key, Made] = OrderedDict()
        self._guard = Lock()

    def get(self, key: Key) -> Made | None:
        """What is kept under a key, None where nothing is."""
        with self._guard:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: Key, made: Made) -> Made:
        """Keep a thing; gives it back."""
        with self._guard:
            self._made[key] = made
            self._made.move_to_end(key)
            if len(self._made) > self.most:
                self._made.popitem(last=False)
        return made

    def __contains__(self, key: Key) -> bool:
        return key in self._made

    def clear(self) -> None:
        """Let go of everything."""
        with self._guard:
            self._made.clear()
