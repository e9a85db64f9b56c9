"""What of a caption or note belongs on one line, wherever it is shown: in the player, on a slide of a presentation, in a handout."""

import re

from charts.words import unbroken

# Beside what belongs together anywhere: letters of a slide are large, so that many words stand at the end of a line.
WHOLE = (
    (re.compile(r"\bpart (?=\d)"), "part\u00a0"),
    (re.compile(r"(\d) of (?=[a-z])"), "\\1\u00a0of\u00a0"),  # 1 of those
    (re.compile(r"(\d) (?=[a-z])"), "\\1\u00a0"),
)


def whole(text: str) -> str:
    """The text with its years, dates and numbers each on one line, numbers with their words."""
    text = unbroken(text)
    for pattern, kept in WHOLE:
        text = pattern.sub(kept, text)
    return text
