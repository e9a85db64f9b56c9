"""The words that belong to the organisation of the dataset that comes with the dashboard: they stand in its tables, and nowhere in the program."""

import re

import data
from data.organisation.lists import FULL, MEASURES
from data.organisation.shares import USUAL

# Words of its lists that any organisation uses.
GENERAL = {"Member States", "member states", "states represented"}
# The coding of international memberships in research has this word, whatever the organisation.
CODES = "1 full member, 2 associate, 3 observer"


def words_of(real: data.Database) -> set[str]:
    """Its names, statuses, measures and indicators, who meets in it, its bodies, states and cities."""
    lists, about = real.lists, real.about
    named = {about.organisation, about.dashboard, "SCO", "Shanghai", "Eurasia", *about.levels.values()}
    named |= {status.name for status in lists.statuses} - {FULL} | set(lists.measures) - set(MEASURES)
    named |= {word for one in lists.indicators if one.name != USUAL for word in (one.name, one.label, one.title)}
    with real.cursor() as cursor:
        named |= {words for (words,) in cursor.execute("select name from countries").fetchall()}
        named |= {words for (words,) in cursor.execute("select label from bodies union select summit_city from chairmanships").fetchall()}
    return named - {"", *GENERAL}


def sought(real: data.Database) -> re.Pattern[str]:
    """One of these words, in any case, alone or in the plural."""
    return re.compile("|".join(rf"\b{re.escape(name)}s?\b" for name in sorted(words_of(real))), re.I)
