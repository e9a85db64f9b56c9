"""A picture as it was drawn."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """A picture in both forms; the PNG is empty where none was asked for."""

    svg: str
    png: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.svg) + len(self.png)
