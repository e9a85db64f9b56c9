"""What of a caption or note belongs on one line, wherever it is shown: in the player, on a slide of a presentation, in a handout."""

import re

WHOLE = (
    (re.compile(r"(\d)–(?=\d)"), "\\1–\u2060"),
    (re.compile(r"\bpart (?=\d)"), "part\u00a0"),
    (re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) (?=\d{4}\b)"), "\\1\u00a0\\2\u00a0"),  # 9 June 2017
    (re.compile(r"(\d) (of|to) (?=\w)"), "\\1\u00a0\\2\u00a0"),  # 10 of 47; 1 of those; 40 to 50
    (re.compile(r"(\d) (?=[a-z])"), "\\1\u00a0"),
    (re.compile(r"\bper cent\b"), "per\u00a0cent"),
)


def whole(text: str) -> str:
    """The text with its years, dates and numbers each on one line, numbers with their words."""
    for pattern, kept in WHOLE:
        text = pattern.sub(kept, text)
    return text
