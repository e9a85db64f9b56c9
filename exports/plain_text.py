"""Text made fit for one line or for XML, with every letter and every kind of space kept."""

import re

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text without breaks and control signs; runs of them become one space."""
    return _BREAKS.sub(" ", text).strip()


def for_xml(text: str) -> str:
    """The text with each sign that XML cannot hold turned into a space; tabs and newlines stay."""
    return _CONTROLS.sub(" ", text)
