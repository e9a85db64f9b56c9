"""Claims as marks above the bar of our count, a block for each meeting or chairmanship."""

from typing import Any

import pandas as pd

from charts.axes import hidden_axis, number_axis, whole
from charts.bars import bars, fill
from charts.figure import Plotted, plot
from charts.hover import card, long
from charts.look import Look
from charts.marks import grouped
from charts.notes import beside, row_name
from charts.points import points
from charts.reported.blocks import GAP, Block, Name, blocks, name_beside, reach, value
from charts.reported.claims import KEY_LINE, claim_key, marker
from charts.shapes import level, rule
from charts.words import number, plural, sentence_case

BESIDE = 206  # pixels for the names of the blocks
LONG_NAME = 44  # letters that the name of a block may have in letters of the usual size where a form is narrow


def draw_claims(frame: pd.DataFrame, look: Look, name: Name, counted: str, unit: str) -> Plotted:
    """A block a subject: the claimed numbers as marks with their value, beneath them the bar of our count.

    name: what stands beside a block, as (bold, plain) words from its first row; counted: what the key calls the bar;
    unit: the noun of the numbers.
    """
    found = blocks(frame, look, name)
    end, furthest = found[-1].end, reach(frame, look)
    start = -(float(frame["value"].max()) or 1.0) * 0.012
    legend = claim_key(frame, look, counted)
    return plot(
        [*_bars(found, look, unit, counted), *_marks(found, look, unit)],
        look,
        int(end) + KEY_LINE * legend.lines + 58,
        annotations=[legend.note(look), *(words for block in found for words in _words(block, look, counted))],
        shapes=[shape for block in found for shape in _rules(block, look)],
        barmode="overlay",
        margin={"l": 4 if look.narrow else BESIDE, "r": 6, "t": KEY_LINE * legend.lines + 10},
        xaxis=number_axis(start, furthest, sentence_case(unit), standoff=4, **{"nticks": 6 if look.narrow else 10} | whole(furthest)),
        yaxis=hidden_axis(end - GAP / 2, -2),
    )


def _words(block: Block, look: Look, counted: str) -> list[dict[str, Any]]:
    """The values of the claims, the name of the block, the count."""
    claimed = zip(block.subject.claimed, block.heights, strict=True)
    values = [beside(look, value(row), row.value, y, 8, bgcolor=look.paper, borderpad=0) for row, y in claimed]
    return [*values, _name(block, look), _count(block, look, counted)]


def _name(block: Block, look: Look) -> dict[str, Any]:
    if look.narrow:
        is_long = look.form.width and sum(map(len, block.words)) > LONG_NAME
        return row_name(look, f"<b>{block.words[0]}</b> {block.words[1]}", block.top - 2, "small" if is_long else "text")
    return beside(look, name_beside(block.words), 0, (block.top + block.bar) / 2, -10, xref="paper")


def _count(block: Block, look: Look, counted: str) -> dict[str, Any]:
    count = block.subject.count
    if count is None:
        plans = "events planned" in block.subject.names
        return beside(look, "plans are not counted" if plans else "not recorded, so not counted", 0.0, block.bar, 5, "note", look.quiet)
    return beside(look, f"<b>{number(count)}</b> {counted.split()[0]}", count, block.bar, 5, "note", look.accent)


def _rules(block: Block, look: Look) -> list[dict[str, Any]]:
    """From the bar up through the claims, and beneath the block."""
    count = block.subject.count
    up = [] if count is None else [rule(count, count, block.top + 2, block.bar, look.accent, dash="dot")]
    return [*up, level(block.end - GAP / 2, look.grid)]


def _bars(found: list[Block], look: Look, unit: str, counted: str) -> list[dict[str, Any]]:
    held = [(block.subject.count, block.bar, block.subject.counted) for block in found if block.subject.count is not None]
    hovers = [card(row.subject, row.scope, f"{plural(int(count), unit)} {counted}") for count, _, row in held]
    made = bars((count for count, _, _ in held), (y for _, y, _ in held), (row.Index for *_, row in held), hovers, fill(look.accent), width=10)
    return [made] if held else []


def _marks(found: list[Block], look: Look, unit: str) -> list[dict[str, Any]]:
    """The claims, a trace a qualifier."""
    claims = [(row, y) for block in found for row, y in zip(block.subject.claimed, block.heights, strict=True)]
    by_form = grouped(claims, lambda claim: str(claim[0].qualifier))
    return [
        points(
            (float(row.value) for row, _ in same),
            (y for _, y in same),
            (row.Index for row, _ in same),
            (_hover(row, unit) for row, _ in same),
            marker(qualifier, look),
            name=qualifier,
            cliponaxis=False,
        )
        for qualifier, same in sorted(by_form.items())
    ]


def _hover(row: Any, unit: str) -> str:
    """What is said when a claim is pointed at: subject, number, claimants."""
    claim = f"{sentence_case(row.qualifier)} {plural(1, unit) if row.value == 1 else f'{number(row.value)} {unit}'}, claimed by"
    return card(row.subject, row.scope, claim, long(row.claimed_by))
