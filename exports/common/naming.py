"""What a view is called in file names and citations: by its figure and its filters, a name of its own for every view, never too long for a disk."""

import re
from collections.abc import Iterable
from hashlib import sha256

from queries import FIELDS, Filters, Vocabulary
from queries.filters import SLUG_VALUES

LONGEST = 150  # bytes of a file name: an archive is unpacked into a folder of the same name, and 260 is where Windows ends
LONGEST_SLUG = 56
TELLING = {"chairmanships", "themes", "years"}  # ids and years, which no other filter shares
PLAIN = re.compile(r"[a-z0-9-]{1,40}")


def slug(filters: Filters, names: Iterable[str], vocabulary: Vocabulary) -> str:
    """The chosen values for a file name: "security_2001-2025". Where they are more than it has room for, or can be read in two ways, with a mark of them all."""
    chosen = [name for name in FIELDS if name in set(names) and getattr(filters, name)]
    told = filters.slug(chosen, vocabulary)
    values = [value for name in chosen if name in TELLING for value in map(str, getattr(filters, name))]
    whole = set(chosen) <= TELLING and all(PLAIN.fullmatch(value) for value in values) and all(len(getattr(filters, name)) <= SLUG_VALUES for name in chosen)
    cut = _cut(told, LONGEST_SLUG)
    if not chosen or (whole and cut == told):
        return cut
    return "_".join(part for part in (cut, mark(filters.query_string(chosen, vocabulary))) if part)


def mark(text: str) -> str:
    """Eight hexadecimal digits that differ for different texts."""
    return sha256(text.encode()).hexdigest()[:8]


def key(figure: str, told: str) -> str:
    """The part of a citation key that names a view: letters of ASCII alone, since BibTeX takes no others."""
    name = f"{figure}-{told}" if told else figure
    return name if name.isascii() else f"{name.encode('ascii', 'ignore').decode()}-{mark(name)}"


def _cut(text: str, most: int) -> str:
    """No more than so many bytes, whole letters."""
    return text.encode()[:most].decode("utf-8", "ignore").rstrip("-_")
