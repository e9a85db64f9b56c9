"""What the validity chart says in words: its chains, their years and the holes in them."""

import pandas as pd

from charts.words import listed, plural

LONGEST = "drawn are the longest chains; the table has all"


def uncovered(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Years inside a chain for which none of its texts states validity, as (first, last)."""
    spans = sorted((int(a), int(b)) for a, b in zip(rows["valid_from_year"], rows["valid_to_year"], strict=True) if pd.notna(a) and pd.notna(b))
    found = []
    until = spans[0][1] if spans else 0
    for first, last in spans:
        if first > until + 1:
            found.append((until + 1, first - 1))
        until = max(until, last)
    return found


def describe_validity(frame: pd.DataFrame) -> str:
    """Alt text of what is drawn: how many texts and chains, the longest chains with their years and holes."""
    drawn = frame[frame["is_drawn"]]
    chains = drawn[drawn["line_kind"] == "chain"]
    parts = []
    for _, rows in sorted(chains.groupby("chain_id", sort=False), key=lambda pair: -len(pair[1]))[:6]:
        holes = ", ".join(span_words(*hole) for hole in uncovered(rows))
        parts.append(f"{rows['chain'].iloc[0]}: {plural(len(rows), 'texts')}" + (f", none for {holes}" if holes else ""))
    words = f"Bars of the years that {plural(len(drawn), 'documents')} {'covers' if len(drawn) == 1 else 'cover'}; {plural(chains['chain_id'].nunique(), 'chains')} of succession. "
    words += f"Longest: {listed(parts)}." if parts else "None of these texts is linked to another."
    return words + (f" {LONGEST.capitalize()}." if len(drawn) < len(frame) else "")


def find_validity(frame: pd.DataFrame) -> str:
    """The longest chain the chart holds, which are those with stated years: number of texts, years, holes; none when two are equally long."""
    sizes = frame[frame["line_kind"] == "chain"].groupby("chain_id", sort=False).size().sort_values(ascending=False, kind="stable")
    if sizes.empty or (len(sizes) > 1 and sizes.iloc[0] == sizes.iloc[1]):
        return ""
    rows = frame[frame["chain_id"] == sizes.index[0]]
    if rows[["valid_from_year", "valid_to_year"]].isna().any().any():
        return ""
    holes = ", ".join(span_words(*hole) for hole in uncovered(rows))
    years = span_words(int(rows["valid_from_year"].min()), int(rows["valid_to_year"].max()))
    return f"The longest chain with stated years, in {rows['theme'].iloc[0].lower()}, links {plural(len(rows), 'texts')} for {years}" + (
        f"; none is recorded for {holes}" if holes else ""
    )


def span_words(first: int, last: int) -> str:
    """Years in words: "2017", "2016–2018"."""
    return str(first) if first == last else f"{first}–{last}"
