"""How far the data reach, in a sentence."""

import pandas as pd

import queries
from charts.words import day
from ui.text import plain


def sentence() -> str:
    """Until when something recorded took place, and for how many chairmanships priorities were coded; Markdown text."""
    row = queries.run("overview/reach").iloc[0]
    until = "" if pd.isna(row["last_on"]) else f"Data until {day(row['last_on'])}. "
    return plain(f"{until}Priorities are coded for {row['n_coded']} of {row['n_terms']} chairmanships.")
