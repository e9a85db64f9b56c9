"""Whose priorities a view counts, where no filter names a chairmanship."""

import queries
from charts.words import plural
from exports.common.answer import Answer
from queries import QUERIES
from queries.filters import in_words, with_dashes

ASKED = "priorities/chairs"
MOST_NAMED = 3


def whose(answer: Answer) -> str:
    """" in 10 chairmanships", or their names where they are few; "" for other records, and where a part of the priorities alone is counted."""
    if answer.figure.noun != "priorities" or "chairmanships" not in answer.names or answer.filters.chairmanships:
        return ""
    values = answer.filters.parameters(answer.vocabulary)
    rows = queries.run(ASKED, {key: value for key, value in values.items() if key in QUERIES[ASKED].parameters})
    chairs = [with_dashes(str(label)) for label in rows["chairmanship"].unique()]
    if not chairs or int(rows["n"].sum()) != answer.n:
        return ""
    return f" in {in_words(chairs) if len(chairs) <= MOST_NAMED else plural(len(chairs), 'chairmanships')}"
