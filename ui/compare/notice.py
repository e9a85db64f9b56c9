"""What a reader must know about the two chosen chairmanships, said where it matters."""

from typing import Any

import streamlit as st

import queries
from charts.marks import each
from queries.filters import in_words, with_dashes
from ui import filters
from ui.text import known, plain


def same() -> None:
    """A notice when one chairmanship is chosen twice, or when there is only one."""
    chosen = filters.current().parameters(queries.vocabulary())
    if chosen["first"] and not chosen["second"]:
        st.info("This dataset holds one chairmanship, and no other to compare it with.")
    elif chosen["first"] and chosen["first"] == chosen["second"]:
        label = queries.vocabulary().choices["first"][chosen["first"]]
        st.info(f"{plain(label)} is chosen twice. Choose another chairmanship to compare it with.")


def missing(part: str) -> None:
    """A notice when the dataset holds no rows of this part ("priorities", "events") for one of the two."""
    for row in _compared():
        if not getattr(row, f"n_{part}"):
            st.info(
                f"The dataset holds no {part} of {plain(with_dashes(row.label))}. "
                "The cards that need them show the other chairmanship alone or stay empty. This does not mean that there were none."
            )


def depth() -> None:
    """One line when the two lists of priorities were not gathered to the same depth: which is how deep, and what follows; from what, on demand."""
    rows = _compared()
    if len({row.list_depth for row in rows if known(row.list_depth)}) < 2:
        return
    lists = in_words([f"that of {with_dashes(row.label)} is {row.list_depth}" for row in rows])
    basis = " ".join(f"{with_dashes(row.label)}: {row.list_basis}" for row in rows)
    asked = "Numbers were asked for; they" if filters.current().measure == "count" else "Shares are shown, for numbers"
    st.caption(plain(f"The two lists of priorities differ in depth: {lists}. {asked} would speak of what was gathered, not of what was promised."), help=plain(basis))


def _compared() -> list[Any]:
    """What the dataset holds of the two chairmanships, the first one first. All are asked for at once, so that another pair asks nothing."""
    chosen = filters.current().parameters(queries.vocabulary())
    held = {row.chairmanship_id: row for row in each(queries.run("compare/held"))}
    return [held[name] for name in dict.fromkeys((chosen["first"], chosen["second"])) if name in held]
