"""The table of counts in README.md, made from the data: `make counts` writes it, `tests/test_readme.py` compares it."""
import re
from collections.abc import Mapping
from pathlib import Path

import data

README = Path(__file__).parent.parent / "README.md"
PLACE = re.compile(r"(<!-- counts -->\n).*?(<!-- /counts -->)", re.S)
MEANING = {
    "themes": "fields of cooperation",
    "countries": "states",
    "bodies": "councils, meetings of ministers and other bodies",
    "sources": "texts and websites that facts are taken from",
    "chairmanships": "terms from one summit to the next",
    "meetings": "summits and meetings of ministers",
    "documents": "declarations, agreements, programmes and other texts",
    "priorities": "what chairs said they would do, with what came of it",
    "events": "held or announced during chairmanships",
    "membership_steps": "applications, decisions, accessions",
    "reported_figures": "numbers as officials stated them",
    "world_shares": "population, output and area, by year",
    "evidence": "where a fact stands in which source",
    "codings": "who assigned which theme or outcome",
    "conflicts": "where sources contradict each other",
    "gaps": "what is known to be missing",
}


def table(counts: Mapping[str, int]) -> str:
    """The Markdown table of rows by table."""
    lines = [f"| `{name}` | {MEANING[name]} | {rows:,} |" for name, rows in counts.items()]
    return "\n".join(["| table | holds | rows |", "|---|---|---:|", *lines, f"| all | | {sum(counts.values()):,} |", ""])


def with_counts(text: str, counts: Mapping[str, int]) -> str:
    """The README with its table of counts as the data has it."""
    return PLACE.sub(lambda found: found[1] + table(counts) + found[2], text)


if __name__ == "__main__":
    README.write_text(with_counts(README.read_text(encoding="utf-8"), data.current().counts), encoding="utf-8")
