"""Every priority as a line with its outcome, for a picture or a slide; the page shows the same rows as a list."""

from itertools import accumulate
from typing import Any

import pandas as pd

from charts.axes import hidden_axis
from charts.figure import Figure, Plotted, plot
from charts.form import Form, telling
from charts.hover import card, long
from charts.look import Look
from charts.marks import each, n_rows
from charts.notes import beside
from charts.outcome_scale import OUTCOMES, SIGNS, badge, by_outcome, marker, sign_key
from charts.points import points
from charts.priorities.outcomes import CODED, UNDATED
from charts.words import day, number, plural, wrapped
from queries.filters import with_dashes

MOST, MOST_LARGE = 40, {"slide": 8, "square": 6}  # priorities a drawing has room for, where their titles are short
LETTERS, LETTERS_NARROW, LETTERS_LARGE = 100, 38, 84  # of a title, a line
LINE, SPACE, KEY_LINE = 17, 11, 24  # pixels: a line of letters, between two priorities, a line of the key
LETTER, CHAIR = 6.6, 24  # pixels of a letter; letters of the chairmanship after a title
TIGHTEST = 0.88  # of the usual distance between lines, before they touch


def _most(frame: pd.DataFrame, form: Form) -> int:
    """How many of the first rows a form holds: of long titles fewer."""
    form = form.parted_as or form
    if not form.height:
        return MOST
    room = form.height / form.scale - KEY_LINE * (2 if form.is_narrow else 1) - 26
    ends = list(accumulate(_lines(wrapped(row.title, _letters(form)), form) * LINE + SPACE for row in each(frame.head(MOST_LARGE[form.name]))))
    foot = 2 * LINE + SPACE if n_rows(frame) > len(ends) else 0
    whole = sum((end + foot) * TIGHTEST <= room for end in ends)
    return len(ends) if whole == len(ends) else sum((end + 2 * LINE + SPACE) * TIGHTEST <= room for end in ends)


def _letters(form: Form) -> int:
    return LETTERS_NARROW if form.is_narrow else min(LETTERS_LARGE, int(form.width / form.scale / LETTER) - CHAIR) if form.width else LETTERS


def _lines(title: str, form: Form) -> int:
    return title.count("<br>") + (2 if form.is_narrow else 1)


def _left_out(frame: pd.DataFrame, form: Form) -> str:
    most = _most(frame, form)
    return f"the first {number(most)} of {plural(n_rows(frame), 'priorities')}" if len(frame) > most else ""


def draw(frame: pd.DataFrame, look: Look) -> Plotted:
    """A line a priority, its outcome as sign before it, its chairmanship after it, the first of the rows alone; frame as of `priorities/tracker.sql`."""
    shown = frame.head(_most(frame, look.form))
    legend = sign_key(shown, look)
    texts = [_text(row, look) for row in each(shown)]
    places: list[float] = []
    at = 0.0
    for text in texts:
        places.append(at)
        at += (text.count("<br>") + 1) * LINE + SPACE
    notes = [beside(look, text, 0, y, 14, yanchor="top", yshift=10) for text, y in zip(texts, places, strict=True)]
    if left_out := _left_out(frame, look.form):
        notes.append(beside(look, f"Drawn are {left_out};{'<br>' if look.narrow else ' '}the list and the table have all", 0, at, 0, "note", look.quiet, yanchor="top"))
        at += 2 * LINE + SPACE
    marks = [
        points([0] * len(rows), (places[row.Index] for row in rows), (row.Index for row in rows), map(_hover, rows), marker(outcome, look, 11), cliponaxis=False)
        for outcome, rows in by_outcome(shown).items()
    ]
    return plot(
        marks,
        look,
        int(at) + KEY_LINE * legend.lines + 30,
        annotations=[legend.note(look, yshift=16), *notes],
        margin={"l": 12, "r": 4, "t": KEY_LINE * legend.lines + 22, "b": 4},
        xaxis=hidden_axis(0, 1),
        yaxis=hidden_axis(at, -4),
    )


def _text(row: Any, look: Look) -> str:
    title = wrapped(row.title, LETTERS_NARROW if look.narrow else _letters(look.form))
    said = f"<span style='color:{look.quiet}'>{with_dashes(row.chairmanship)}</span>"
    return title + ("<br>" if look.narrow else "  ") + said


def _hover(row: Any) -> str:
    said = row.chairmanship + ("" if pd.isna(row.stated_on) else f", {day(row.stated_on, row.stated_precision)}")
    return card(long(row.title), f"{badge(row.outcome)} · {row.kind}", said, long(f"Became: {row.became}") if row.became else "")


def describe(frame: pd.DataFrame) -> str:
    """Alt text: how many priorities of each outcome, in all and by theme."""
    parts = [f"{theme} {len(rows)}" for theme, rows in frame.groupby("theme", sort=False)]
    counts = frame["outcome"].value_counts()
    outcomes = ", ".join(f"{outcome} {counts[outcome]}" for outcome in OUTCOMES if outcome in counts)
    return f"A list of {plural(len(frame), 'priorities')}. By outcome: {outcomes}. By theme: {', '.join(parts)}."


FIGURE = Figure(
    name="priority-tracker",
    page="priorities",
    measure="Every priority with its outcome",
    query="priorities/tracker",
    fit=telling(_left_out),
    draw=draw,
    describe=describe,
    noun="priorities",
    method=CODED + "The words are those of the dataset, in a sentence; the sources hold what was said. "
    f"The signs: {', '.join(f'{SIGNS[o]} {o}' for o in OUTCOMES)}. “Became” names the document or event that the dataset links as the outcome; "
    "some outcomes have none and rest on their evidence alone. Continues and continued by are links between priorities of different chairmanships. " + UNDATED,
    columns={
        "title": "Priority",
        "words": "In words",
        "outcome": "Outcome",
        "theme": "Theme",
        "kind": "Kind",
        "chairmanship": "Chairmanship",
        "actor": "Stated by",
        "stated_on": "Stated",
        "stated_precision": "Stated, known to the",
        "outcome_on": "Outcome dated",
        "outcome_precision": "Outcome, known to the",
        "became": "Became",
        "continues": "Continues",
        "continued_by": "Continued by",
    },
    height=400,
    empty="No priorities",
)
