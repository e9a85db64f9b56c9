"""Text made fit for one line, for XML or for readers, with every letter and every kind of space kept."""

import re
from urllib.parse import unquote

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_CODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")  # what is not ASCII; other signs mean something else once they are decoded
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text without breaks and control signs; runs of them become one space."""
    return _BREAKS.sub(" ", text).strip()


def for_xml(text: str) -> str:
    """The text with each sign that XML cannot hold turned into a space; tabs and newlines stay."""
    return _CONTROLS.sub(" ", text)


def readable(address: str) -> str:
    """An address with the letters of any script as such, not in codes that take three lines; a browser takes it all the same."""
    return _CODED.sub(lambda coded: _decoded(coded[0]), address)


def _decoded(coded: str) -> str:
    try:
        letters = unquote(coded, errors="strict")
    except UnicodeDecodeError:
        return coded
    return letters if letters.isprintable() else coded  # a sign that nobody sees stays a code
