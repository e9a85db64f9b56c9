"""Which options of a filter lead to rows on a page: those without come last, and a choice of nothing but those is told why the page is empty."""

from collections.abc import Sequence

import streamlit as st

import data
from charts.words import plural
from queries import Field, Vocabulary
from queries.counted import of_chairmanships
from queries.filters import in_words, with_dashes
from ui.text import plain

# What a page shows of a chairmanship, by the name of its count: those with none of it come last among the options.
SHOWS = {"priorities": "priorities stated", "documents": "documents recorded", "compare": "priorities stated"}
# The tables of which a page is made, as a notice calls their rows.
MADE_OF = {
    "overview": ("chairmanships", "priorities", "documents", "events", "membership_steps"),
    "compare": ("chairmanships", "priorities", "documents", "events"),
    "priorities": ("priorities",),
    "timeline": ("meetings", "documents", "events", "membership_steps", "priorities"),
    "documents": ("documents",),
    "membership": ("membership_steps", "world_shares"),
    "reported": ("reported_figures",),
}
OUTSIDE = "none"
PAIR = ("first", "second")
PAGE = "page of this run"


def missing(page: str) -> str:
    """A notice that tables of which a page is made have no rows; "" where all have some."""
    counts = data.current().counts
    bare = [table.replace("_", " ") for table in MADE_OF[page] if not counts[table]]
    return f"This dataset holds no {' and no '.join(bare)}. Cards that need them stay empty." if bare else ""


def empty_choice(page: str, chosen: Sequence[str], vocabulary: Vocabulary) -> str:
    """A notice when none of the chosen chairmanships has rows of what a page shows; "" otherwise."""
    bare = without_rows(page)
    if not chosen or not set(chosen) <= bare:
        return ""
    names = with_dashes(in_words([vocabulary.choices["chairmanships"][one] for one in chosen]))
    filled = len(of_chairmanships()) - len(bare - {OUTSIDE})
    what = SHOWS[page].partition(" ")[0]
    return f"The dataset holds no {what} of {names}. It holds them for {plural(filled, 'chairmanships')}. This does not mean that there were none."


def without_rows(page: str) -> set[str]:
    """The chairmanships that have no rows of what a page shows."""
    thing = SHOWS.get(page)
    bare = {chair for chair, counts in of_chairmanships().items() if not counts.get(thing or "", 0)} if thing else set()
    return bare | {OUTSIDE} if thing == "priorities stated" else bare


def of_page(field: Field, vocabulary: Vocabulary) -> tuple[list[str], str | None]:
    """The values of a filter, those without rows on this page last, and a word on those."""
    values = list(vocabulary.choices[field.name])
    page = st.session_state.get(PAGE, "")
    bare = without_rows(page) if field.name in ("chairmanships", *PAIR) else set()
    last = [value for value in values if value in bare]
    if not last or page not in SHOWS:
        return values, None
    named = vocabulary.choices[field.name]
    told = f"The dataset holds no {SHOWS[page].partition(' ')[0]} of these, which come last: {with_dashes(', '.join(named[value] for value in last))}."
    return [value for value in values if value not in bare] + last, plain(told)
