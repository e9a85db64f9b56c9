"""A record in words, for its page before the program runs."""

import queries
from ui.card.behind import TABLES
from ui.text import dated, known, titled

MISSING = "No such record"


def words_of(table: str, row_id: str) -> list[str]:
    """Its title, then what it is with its date, its own words, its note. A title alone where there is none of that id."""
    asked = {"table": table, "id": row_id}
    head = queries.run("common/record_head", asked) if table in TABLES else None
    if head is None or head.empty:
        return [MISSING]
    row = head.iloc[0]
    when = f", {dated(row['on_date'], row['date_precision'])}" if known(row["on_date"]) else ""
    told = [f"{TABLES[table].capitalize()}{when}", *(titled(table, words) for words in queries.run("common/record_words", asked)["words"]), *([row["note"]] if known(row["note"]) else [])]
    return [titled(table, row["title"]), *map(str, told)]
