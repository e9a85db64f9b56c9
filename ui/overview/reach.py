"""What the first screen says in words: what changed between the two chairmanships, and how far the data reach."""

import pandas as pd

import queries
from charts.overview.headlines import answer
from charts.words import day, plural
from exports.view import View
from queries import Filters

QUESTION = "Promises and results of the chair"


def changed() -> str:
    """The answer of the first screen, or its subject where no two chairmanships can be set side by side."""
    return answer(View.of("headline-figures", Filters()).frame) or QUESTION


def sentence() -> str:
    """Until when something recorded took place, and for how many chairmanships priorities were coded."""
    row = queries.run("overview/reach").iloc[0]
    until = "" if pd.isna(row["last_on"]) else f"Data until {day(row['last_on'])}. "
    if not row["n_terms"]:
        return f"{until}No chairmanships are recorded."
    return f"{until}Priorities are coded for {row['n_coded']} of {plural(int(row['n_terms']), 'chairmanships')}."
