"""What the dataset is called, who is to be cited, and under which licence it may be used."""

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FILE = "dataset.toml"


@dataclass(frozen=True)
class About:
    """Titles, creators and licence of a dataset; the names of `dataset.toml`.

    `cautions`: table -> what a reader must know before using it, a sentence or two each.
    """

    title: str
    short_title: str
    dashboard: str = "Chairmanship Dashboard"
    creators: list[str] = field(default_factory=list)
    licence: str = "licence not stated"
    licence_id: str = ""
    licence_address: str = ""
    address: str = ""
    cautions: dict[str, list[str]] = field(default_factory=dict)


def read(folder: Path) -> About:
    """The description in `folder`; a folder without one is called by its name. Raises ValueError naming the file when it cannot be read."""
    try:
        changed = (folder / FILE).stat().st_mtime_ns
    except FileNotFoundError:
        return About(title=folder.name, short_title=folder.name)
    return _read(folder / FILE, changed)


@lru_cache(maxsize=8)
def _read(file: Path, changed: int) -> About:
    """The file as it stood at a time of change: every card asks for it."""
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
        return About(**values)
    except (tomllib.TOMLDecodeError, TypeError, UnicodeDecodeError) as error:
        raise ValueError(f"{FILE}: {error}. Correct the file; data/dataset.toml of the project shows its names.") from error
