"""The parts of the validity chart: bars and points of texts, the lines that join them, round years, names."""

from typing import Any

from charts.bars import bars, fill, inside
from charts.documents.spans import Layout, Span
from charts.look import Look
from charts.notes import at_left
from charts.points import line, marker, points, words
from charts.words import wrapped

BESIDE = 330  # pixels for the names beside the lines
INSET = 0.09  # years left free at both ends of a bar
LETTER = {True: ("tiny", 5.1), False: ("small", 6.2)}  # size of the years in bars and pixels a letter, on a phone and elsewhere
LETTER_SLIDE = 7.2  # a slide has the letters of the machine that shows it, which may be broad, and years must be told apart from a distance


def _ink(theme: int | None, look: Look) -> str:
    return look.quiet if theme is None else look.theme(theme - 1)


def span_bars(hovers: dict[Any, str], layout: Layout, scale: float, look: Look) -> list[dict[str, Any]]:
    """The years covered, written in each bar as far as it has room."""
    found = [(span, _ink(theme, look)) for theme, span in layout.spans if not span.is_point]
    if not found:
        return []
    size, letter = LETTER[look.narrow]
    if look.form.name == "slide":
        letter = LETTER_SLIDE
    lengths = [span.end - span.start - 2 * INSET for span, _ in found]
    texts = [span.label(0 if span.is_open else int(length * scale / letter)) for (span, _), length in zip(found, lengths, strict=True)]
    spans = [span for span, _ in found]
    words_in = inside(look, texts, [look.on(ink) for _, ink in found], size)
    form = fill([ink for _, ink in found]) | {"line": {"width": 0}}
    at = {"base": [span.start + INSET for span in spans], "width": 0.66}
    return [bars(lengths, (span.y for span in spans), (span.row for span in spans), (hovers[span.row] for span in spans), form, **at, **words_in)]


def span_points(hovers: dict[Any, str], layout: Layout, look: Look) -> list[dict[str, Any]]:
    """Texts that state no years, and the open ends of bars."""
    marks = [(theme, span, span.start + 0.5, "diamond") for theme, span in layout.spans if span.is_point]
    marks += [(theme, span, span.end + 0.1, "triangle-right") for theme, span in layout.spans if span.is_open]
    if not marks:
        return []
    themes, spans, x, symbols = zip(*marks, strict=True)
    form = marker(list(symbols), 10, [_ink(theme, look) for theme in themes], look.paper)
    return [points(x, (span.y for span in spans), (span.row for span in spans), (hovers[span.row] for span in spans), form)]


def connectors(layout: Layout, look: Look) -> dict[str, Any]:
    """From the end of each text across and down to the start of the one that follows."""
    x: list[float | None] = []
    y: list[float | None] = []
    for earlier, later in layout.links:
        start = later.start + (0.5 if later.is_point else INSET)
        x += [_edge(earlier, later), start, start, None]
        y += [earlier.y, earlier.y, later.y, None]
    return line(x, y, look.quiet, 1.6, "dot")


def _edge(earlier: Span, later: Span) -> float:
    if earlier.is_point:
        return earlier.start + 0.5
    return max(earlier.start, min(earlier.end - INSET, later.start + INSET))


def round_years(layout: Layout, years: list[int], look: Look) -> dict[str, Any]:
    """Round years on the line of each heading, beneath it on a phone."""
    places = [(year, y + (0.95 if look.narrow else 0)) for _, _, y in layout.headings for year in years]
    return words(look, (x for x, _ in places), (y for _, y in places), (str(x) for x, _ in places), "small", look.quiet, cliponaxis=False)


def line_names(layout: Layout, look: Look) -> list[dict[str, Any]]:
    """The themes and the names of the lines, beside them or above them on a phone."""
    shift = 0 if look.narrow else -BESIDE + 4
    heads = [
        at_left(
            look,
            f"<b>{wrapped(text, 26) if look.narrow else text}</b>",
            y,
            ink="" if theme is None else look.readable(_ink(theme, look)),
            xshift=shift,
            yanchor="middle",
        )
        for text, theme, y in layout.headings
    ]
    if look.narrow:
        return [*heads, *(at_left(look, text, y - 0.5, "note", xshift=shift, yanchor="top") for text, y, _ in layout.labels)]
    return [*heads, *(at_left(look, text, y, "note", xshift=shift, yanchor="middle") for text, y, _ in layout.labels)]
