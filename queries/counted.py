"""The names of what is counted on a chairmanship. The same name gives the same number on every page; the counts stand in `chosen/counted.sql`."""

from collections.abc import Sequence
from dataclasses import dataclass

from queries.filters import in_words
from queries.loader import run


@dataclass(frozen=True)
class Thing:
    """One count: its name as cards use it, and what it leaves out of the records of its table."""

    name: str
    meaning: str


THINGS = {
    thing.name: thing
    for thing in (
        Thing("documents recorded", "every document with a row"),
        Thing("documents counted", "without those that a source lists beside a package and that must not add to it"),
        Thing("documents counted and dated to the day", "of those counted, the ones of which the day is known"),
        Thing("events recorded", "every event with a row, held or only announced"),
        Thing("events held", "those of which a source says that they took place"),
        Thing("events announced", "those of which no source says that they took place"),
        Thing("events held and dated to the day", "of those held, the ones of which the day is known"),
        Thing("meetings recorded", "every summit or meeting of a body with a row"),
        Thing("priorities stated", "goals, proposals and plans voiced for the chairmanship"),
        Thing("priorities adopted or realised", "of those stated, the ones that were done by the close of the term"),
    )
}
FAMILIES = {
    "documents": ("documents recorded", "documents counted", "documents counted and dated to the day"),
    "events": ("events recorded", "events held", "events held and dated to the day"),
}


def of_chairmanships() -> dict[str, dict[str, int]]:
    """Chairmanship id -> name of a count -> number, in the order of the terms."""
    found: dict[str, dict[str, int]] = {}
    rows = run("common/counted")
    for chair, thing, n in zip(rows["chairmanship_id"].tolist(), rows["thing"].tolist(), rows["n"].tolist(), strict=True):
        found.setdefault(chair, {})[thing] = n
    return found


def reconciled(chairmanships: Sequence[str], family: str, but: str = "") -> str:
    """How the counts of one table follow from each other: "37 and 61 recorded, 34 and 59 dated to the day", without the count `but`.

    Raises KeyError for an unknown family. A chairmanship without records has noughts.
    """
    counts = of_chairmanships()
    told = [(name, [str(counts.get(chair, {}).get(name, 0)) for chair in chairmanships]) for name in FAMILIES[family] if name != but]
    return ", ".join(f"{in_words(numbers)} {_short(name, family)}" for name, numbers in told)


def _short(name: str, family: str) -> str:
    return name.removeprefix(f"{family} ").rpartition("and ")[2]
