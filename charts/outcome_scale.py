"""The five outcomes: their order, and the sign, mark and bar that stand for each beside its colour."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from charts.bars import bars, fill, hatch, inside
from charts.keys import Key, key
from charts.look import Look
from charts.marks import each, grouped
from charts.words import plural, rounded, sentence_case

OUTCOMES = ("adopted", "realised", "in progress", "not achieved", "no evidence found")
DONE = ("adopted", "realised")
SIGNS = {"adopted": "●", "realised": "◆", "in progress": "▲", "not achieved": "×", "no evidence found": "○"}
SYMBOLS = {"adopted": "circle", "realised": "diamond", "in progress": "triangle-up", "not achieved": "x-thin-open", "no evidence found": "circle-open"}
# Beside their colours, which differ by 20 steps of lightness at least, or by these stripes: a bar is read in grey as well.
HATCHED = {"not achieved": "\\", "no evidence found": "/"}
BAR_SIGNS = {"not achieved": "▧", "no evidence found": "▨"}
SENSITIVE = (
    "Beside each share stand the least and the most that it would be if one coder alone had given the outcomes, "
    "and what it would be without priorities first voiced on the closing day of their chairmanship. "
)
SPREAD_COLUMNS = {
    "share_least": "Least by a coder, %",
    "share_most": "Most by a coder, %",
    "n_coders": "Coders",
    "share_before_close": "Without the closing day, %",
}
SPREAD_FORMATS = dict.fromkeys(("share", "share_least", "share_most", "share_before_close"), "%.1f")

Of = Callable[[Any], Any]


def badge(outcome: str) -> str:
    """Sign and name: "● Adopted"."""
    return f"{SIGNS.get(outcome, '·')} {sentence_case(outcome)}"


def marker(outcome: str, look: Look, size: int) -> dict[str, Any]:
    """The marker of an outcome; thin forms get a thicker line."""
    colour = look.outcomes.get(outcome, look.quiet)
    return {
        "symbol": SYMBOLS.get(outcome, "circle"),
        "color": colour,
        "size": size,
        "line": {"width": 2.2 if outcome in ("not achieved", "no evidence found") else 0, "color": colour},
    }


def spread(row: Any) -> str:
    """What becomes of a share under each coder's values and without the closing day: "28.0 to 30.0 % by coder (2 coders); 31.0 % without the closing day"."""
    low, high, early = row.share_least, row.share_most, row.share_before_close
    same = not pd.isna(low) and rounded(low, 1) == rounded(high, 1)
    coders = "" if pd.isna(low) else f"{rounded(low, 1)} % by each coder" if same else f"{rounded(low, 1)} to {rounded(high, 1)} % by coder ({plural(int(row.n_coders), 'coders')})"
    close = "nothing left without the closing day" if pd.isna(early) else f"{rounded(early, 1)} % without the closing day"
    return "; ".join(part for part in (coders, close) if part)


def by_outcome(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The rows of each outcome that occurs, as plain rows (`Index` is the position), in the order of the outcomes."""
    found = grouped(each(frame), lambda row: str(row.outcome))
    return {outcome: found[outcome] for outcome in OUTCOMES if outcome in found}


def stripes(outcome: str, look: Look) -> dict[str, Any] | None:
    """The stripes of the bars of an outcome, None where it has none: what failed in a shade of its own, what is not known in white.

    Neither takes contrast from the number that stands on it: stripes are lighter where the number is dark.
    """
    if outcome not in HATCHED:
        return None
    if outcome == "no evidence found":
        return hatch(look, shape=HATCHED[outcome], fgcolor=look.shade(look.outcomes[outcome], 0), solidity=0.2)
    return hatch(look, shape=HATCHED[outcome], fgcolor=look.shade(look.outcomes[outcome]), solidity=0.35)


def outcome_bars(frame: pd.DataFrame, look: Look, at: Of, length: Of, words: Of, hover: Of, **more: Any) -> list[dict[str, Any]]:
    """Lying bars parted by outcome, a trace an outcome; stack them (`barmode`).

    at, length, words, hover: the place of a row, the length of its part, what stands in it, what is said of it.
    """
    return [
        bars(
            map(length, rows),
            map(at, rows),
            (row.Index for row in rows),
            map(hover, rows),
            fill(look.outcomes[outcome], look.paper, 1.5, stripes(outcome, look)),
            name=sentence_case(outcome),
            **inside(look, map(words, rows), look.on(look.outcomes[outcome])),
            **more,
        )
        for outcome, rows in by_outcome(frame).items()
    ]


def sign_key(frame: pd.DataFrame, look: Look) -> Key:
    """The key of the outcomes that occur, by sign."""
    return _key(frame["outcome"], look, 5, SIGNS.__getitem__)


def bar_key(frame: pd.DataFrame, look: Look, wide: int = 5) -> Key:
    """The key of bars by outcome, with so many entries a line on a page."""
    return _key(frame["outcome"], look, wide, lambda outcome: BAR_SIGNS.get(outcome, "■"))


def _key(outcomes: pd.Series, look: Look, wide: int, sign: Callable[[str], str]) -> Key:
    occur = set(outcomes)
    return key([(sign(outcome), look.outcomes[outcome], sentence_case(outcome)) for outcome in OUTCOMES if outcome in occur], look, wide)
