"""What the words of a dataset's own lists mean, as text for the tables that queries read."""

from collections.abc import Iterable

from data.organisation.lists import Lists

Cells = dict[str, list[str | None]]
# The tables that are made of it.
TABLES = ("status_kinds", "step_kinds", "measure_kinds", "level_kinds", "indicator_kinds", "share_kinds", "tile_places")


def meanings(lists: Lists) -> dict[str, Cells]:
    """Name of the SQL file that makes the tables -> the cells that it reads, by column."""
    return {"kinds": kinds(lists), "shares": shares(lists), "tiles": tiles(lists)}


def kinds(lists: Lists) -> Cells:
    """What statuses, steps, measures and levels mean, one a line."""
    rows = [("status", s.name, s.mark, s.heading, s.inside, s.code, s.is_full, s.is_until_founding, s.measure) for s in lists.statuses]
    rows += [("step", step.name, "", step.effect, "", "", "", "", "") for step in lists.steps]
    rows += [("measure", name, "", lists.spoken(name), "", "", "", "", lists.counts.get(name, "")) for name in lists.measures]
    rows += [("level", name, "", words, "", "", "", "", "") for name, words in lists.levels.items()]
    return cells(("kind", "name", "place", "words", "inside", "code", "is_full", "is_until_founding", "measure"), rows)


def shares(lists: Lists) -> Cells:
    """Indicators, and the shares beside each of them, one a line."""
    rows = [("indicator", i.name, place, i.label, i.of, i.title, i.basis, i.sign, i.gaps, i.is_fixed) for place, i in enumerate(lists.indicators, 1)]
    rows += [("share", name, place, one.measure, one.of, "", "", one.note, "", one.is_comparable) for place, one in enumerate(lists.shares, 1) for name in one.indicators]
    return cells(("kind", "indicator", "place", "words", "share_of", "title", "basis", "sign", "gaps", "flag"), rows)


def tiles(lists: Lists) -> Cells:
    """State, column and row of each tile, one a line."""
    return cells(("iso3", "tile_column", "tile_row"), [(iso3, *place) for iso3, place in lists.tiles.items()])


def cells(names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Cells:
    """Rows as columns of text."""
    found: Cells = {name: [] for name in names}
    for row in rows:
        for name, value in zip(names, row, strict=True):
            found[name].append(str(value))
    return found
