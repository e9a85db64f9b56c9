"""Where a tall picture is parted so that its text can be read on slides."""

from io import BytesIO
from itertools import pairwise
from math import ceil

import numpy as np
from PIL import Image

PALE = 245
LEEWAY = 0.2


def parts(png: bytes, most: float) -> list[tuple[float, float]]:
    """Top and foot of each part of a picture, as shares of its height from 0 to 1.

    `most` is the share that one part may hold, give or take a fifth. The parts are about equally high; they end where the least is drawn, so that lines of text stay whole.
    """
    ink = (np.asarray(Image.open(BytesIO(png)).convert("L")) < PALE).sum(axis=1)
    rows, n = len(ink), ceil(1 / most)
    reach = int(rows / n * LEEWAY)
    edges = [0, *(_palest(ink, round(rows * at / n), reach) for at in range(1, n)), rows]
    return [(top / rows, foot / rows) for top, foot in pairwise(edges)]


def _palest(ink: np.ndarray, wanted: int, reach: int) -> int:
    """The row with least ink within reach of the wanted one, in the middle of the widest gap of such rows."""
    near = ink[wanted - reach : wanted + reach]
    bare = np.flatnonzero(near == near.min())
    gaps = np.split(bare, np.flatnonzero(np.diff(bare) > 1) + 1)
    widest = max(gaps, key=lambda gap: (len(gap), -abs(int(gap.mean()) - reach)))
    return wanted - reach + int(widest[len(widest) // 2])
