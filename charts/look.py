"""How charts look: three grounds (light, dark, print), the template they share, and one colour for each meaning.

Every colour stands at least 3:1 against its ground; the test of this module also checks the palettes for the three
common colour-vision deficiencies (Machado, Oliveira and Fernandes 2009) and for grey.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts.form import PAGE, PAGE_WIDTH, Form

SANS = '"Source Sans", "Source Sans Pro", "Source Sans 3", "Noto Sans", Arial, Helvetica, sans-serif'
PRINT_SANS = '"Picture Sans", "Picture Signs", Arial, Helvetica, sans-serif'
# The letters of a chart by their use, in pixels at scale 1.
SIZES = {"tiny": 10, "count": 10.5, "small": 11, "note": 12, "text": 13, "label": 14, "heading": 15, "large": 40, "largest": 46}
EDGE = 8  # pixels left free at each side of a chart that says nothing else


@dataclass(frozen=True)
class Look:
    """One ground with its inks. `narrow` asks a drawing function for the form that suits a phone.

    `scale` makes letters and all that must grow with them (margins, rows, shifts) larger or smaller than on a page.
    """

    name: str
    paper: str
    ink: str
    quiet: str
    grid: str
    band: str
    accent: str
    first: str
    second: str
    themes: tuple[str, ...]
    outcomes: dict[str, str]
    statuses: tuple[str, ...]
    font: str = SANS
    narrow: bool = False
    scale: float = 1.0
    form: Form = PAGE

    def shaped(self, form: Form) -> "Look":
        """The same ground and inks for a form: its letters, and whether it is drawn as on a phone."""
        return replace(self, form=form, scale=form.scale, narrow=form.is_narrow)

    def size(self, use: str) -> float:
        """Pixels of the letters of one use ("note", "label" …). Raises KeyError for a use that the scale of letters does not know."""
        return max(self.px(SIZES[use]), self.form.smallest if self.form.width else 0)

    def px(self, pixels: float) -> float:
        """Pixels that grow with the letters: a margin, the height of a row, the distance of a name from its mark."""
        return pixels if self.scale == 1 else round(pixels * self.scale, 2)

    def theme(self, position: int) -> str:
        """Colour of the theme at this place of the theme list; more themes than colours begin again."""
        return self.themes[position % len(self.themes)]

    def chair(self, is_first: bool) -> str:
        """Colour of the first or second of two compared chairmanships."""
        return self.first if is_first else self.second

    def on(self, colour: str, strength: float = 1.0) -> str:
        """The ink, dark or light, that reads better on a colour laid over the ground at this strength (0 to 1); black where neither reads well.

        White and black stand equally far (4.58:1) from a middle grey, so one of both always reaches what WCAG asks, 4.5:1.
        """
        ground = _blend(colour, self.paper, strength)
        ink = max(("#ffffff", "#12161b"), key=lambda ink: contrast(ink, ground))
        return ink if contrast(ink, ground) >= 4.58 else "#000000"

    def room(self, wide: float, narrow: float) -> float:
        """Pixels along an axis, to reckon with where words and marks must fit, on a page and on a phone; the larger the letters, the fewer there are."""
        pixels = narrow if self.narrow else wide
        if self.form.width and not self.narrow:
            return round(max(wide - PAGE_WIDTH + self.form.width / self.scale, 1), 2)
        return pixels if self.scale == 1 else round(pixels / self.scale, 2)

    def shade(self, colour: str, strength: float = 0.62) -> str:
        """A colour moved away from the ink that stands on it: for stripes that leave words on it readable."""
        return _blend(colour, "#12161b" if self.on(colour) == "#ffffff" else "#ffffff", strength)

    def readable(self, colour: str) -> str:
        """A colour as words have it: moved towards the ink as far as it takes to stand 4.5:1 against the ground."""
        shades = (_blend(colour, self.ink, 1 - part / 20) for part in range(21))
        return next(shade for shade in shades if contrast(shade, self.paper) >= 4.5)

    def tint(self, colour: str, strength: float) -> str:
        """A colour at this strength (0 to 1), for fills that let the grid through and for the signs that explain them."""
        return "rgba({}, {}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)), strength)

    def template(self) -> dict[str, Any]:
        """The Plotly template of this ground, as a plain dict."""
        axis = {
            "automargin": True,
            "gridcolor": self.grid,
            "linecolor": self.grid,
            "zeroline": False,
            "ticks": "",
            "tickfont": {"color": self.quiet},
            **({"ticklabelstandoff": round(4 * self.scale)} if self.form.width else {}),
            "title": {"font": {"color": self.quiet, "size": self.size("text")}},
        }
        return {
            "layout": {
                "font": {"family": self.font, "size": self.size("label"), "color": self.ink},
                "paper_bgcolor": self.paper,
                "plot_bgcolor": self.paper,
                "colorway": list(self.themes),
                "xaxis": axis,
                "yaxis": axis,
                "hoverlabel": {"bgcolor": self.paper, "bordercolor": self.quiet, "font": {"color": self.ink, "family": self.font, "size": self.size("text")}},
                "hovermode": "closest",
                "dragmode": False,
                "showlegend": False,
                "margin": {side: self.px(EDGE) for side in "lrtb"},
                "separators": ".\u202f",
                "annotationdefaults": {"font": {"color": self.ink}, "showarrow": False},
            }
        }


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def _blend(colour: str, ground: str, strength: float) -> str:
    pairs = [(int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(strength * c + (1 - strength) * g):02x}" for c, g in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (_linear(one), _linear(other)))
    return (high + 0.05) / (low + 0.05)


LIGHT = Look(
    name="light",
    paper="#ffffff",
    ink="#0d1116",
    quiet="#5b636d",
    grid="#e3e6ea",
    band="#eef2f5",
    accent="#0b5c7d",
    first="#b0561c",
    second="#0b5c7d",
    themes=("#682222", "#1b6ad4", "#c37f00", "#856b1b", "#05454e", "#40684f", "#a34985", "#6a96af", "#4a237a", "#8e9469"),
    outcomes={"adopted": "#0c3343", "realised": "#1b60a8", "in progress": "#cd8112", "not achieved": "#a24112", "no evidence found": "#8d9399"},
    statuses=("#0b5c7d", "#8f2f22", "#41306c", "#86966e", "#825b0c"),
)

DARK = Look(
    name="dark",
    paper="#12161b",
    ink="#e8eaed",
    quiet="#a3abb5",
    grid="#2a3037",
    band="#1d242c",
    accent="#6db9d9",
    first="#e59a5c",
    second="#6db9d9",
    themes=("#cf4232", "#3c74c8", "#d88a2c", "#efbc4b", "#04c4f0", "#9fbb96", "#b56a89", "#b1dffa", "#8982c6", "#dbdbae"),
    outcomes={"adopted": "#bde7fb", "realised": "#2e74ba", "in progress": "#dc9a55", "not achieved": "#db5612", "no evidence found": "#81878d"},
    statuses=("#73baea", "#ce451e", "#9556cd", "#c9f1d0", "#caae63"),
)

PRINT = Look(**{**LIGHT.__dict__, "name": "print", "font": PRINT_SANS})

LOOKS = {look.name: look for look in (LIGHT, DARK, PRINT)}

HATCH = {"shape": "/", "size": 6, "solidity": 0.3, "fillmode": "overlay"}


def ordered(values: Sequence[str], order: Sequence[str]) -> list[str]:
    """The values that occur, each once, in the given order; unknown ones last as they come."""
    seen = list(dict.fromkeys(values))
    return [value for value in order if value in seen] + [value for value in seen if value not in order]
