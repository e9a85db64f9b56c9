"""How well the facts are supported: by how many sources, and by which kinds of source."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from charts.axes import number_axis, row_axis
from charts.bars import bars, fill, hatch, inside
from charts.figure import Figure, Plotted, plot
from charts.hover import card
from charts.keys import key
from charts.look import Look, ordered
from charts.marks import each, grouped
from charts.notes import beside
from charts.words import number, plural, sentence_case

SUPPORTS = ("one source", "two sources", "three or more")
ALONE, SHARED = "this kind alone", "with other kinds"
STRENGTHS = {"one source": 1.0, "two sources": 0.55, "three or more": 0.28, ALONE: 1.0, SHARED: 0.35}
SHORT = {"Membership steps": "Member steps", "Reported figures": "Figures", "Chairmanships": "Chairs"}


def draw_sources(frame: pd.DataFrame, look: Look) -> Plotted:
    """One bar a table, parted by the number of sources, each part labelled; frame as of `facts_by_sources.sql`."""
    totals = dict(zip(frame["fact"], frame["n_all"], strict=True))
    room = 4.2 if look.narrow else 1.3  # per cent that a digit takes
    parts = grouped(each(frame), lambda row: row.support)
    traces = [
        _bars(rows, [*totals].index, lambda row: row.fact, lambda row: row.share, look)
        | inside(look, [str(row.n) if row.share >= room * len(str(row.n)) else "" for row in rows], look.on(look.accent, STRENGTHS[support]))
        for support in SUPPORTS
        if (rows := parts.get(support, []))
    ]
    labels = [f"{SHORT.get(fact, fact) if look.narrow else fact} <b>{n}</b>" for fact, n in totals.items()]
    return _plot(traces, labels, SUPPORTS, look, 100.6, "Share of the facts", ticksuffix=" %", dtick=25)


def draw_kinds(frame: pd.DataFrame, look: Look) -> Plotted:
    """One bar a kind of source: facts that rest on it alone, facts shared with other kinds; frame as of `facts_by_source_kind.sql`.

    Each part is made of one piece a table of facts, so that a click leads to the facts of that table.
    """
    kinds = list(dict.fromkeys(frame["source_kind"]))
    pieces = grouped(each(frame), lambda row: (row.support, row.fact))
    order = [(support, fact) for support in (ALONE, SHARED) for fact in dict.fromkeys(frame["fact"]) if (support, fact) in pieces]
    traces = [_bars(pieces[place], kinds.index, lambda row: row.source_kind, lambda row: row.n, look) for place in order]
    sums = frame.groupby(["source_kind", "support"], sort=False)["n"].sum()
    pairs = [[int(sums.get((kind, support), 0)) for support in (ALONE, SHARED)] for kind in kinds]
    notes = [beside(look, " + ".join(map(number, pair)), sum(pair), place, 5) for place, pair in enumerate(pairs)]
    names = [sentence_case(kind).replace(" ", "<br>") if look.narrow else sentence_case(kind) for kind in kinds]
    longest = max(map(sum, pairs)) * (1.32 if look.narrow else 1.14)
    return _plot(traces, names, (ALONE, SHARED), look, longest, "Facts", notes)


def _bars(rows: list[Any], place: Callable[[str], int], name: Callable[[Any], str], length: Callable[[Any], float], look: Look) -> dict[str, Any]:
    """The parts of one support; place: of the name of a bar."""
    support = rows[0].support
    is_kind = support in (ALONE, SHARED)
    hovers = [card(row.fact, f"{row.n}: {support}", sentence_case(row.source_kind) if is_kind else "") for row in rows]
    form = fill(look.tint(look.accent, STRENGTHS[support]), look.accent, 0 if is_kind else 1, hatch(look) if support == SHARED else None)
    return bars(map(length, rows), (place(name(row)) for row in rows), (row.Index for row in rows), hovers, form, width=0.72, name=support)


def _plot(
    traces: list[dict[str, Any]], labels: list[str], supports: tuple[str, ...], look: Look, longest: float, counted: str, notes: Sequence[dict[str, Any]] = (), **more: Any
) -> Plotted:
    entries = [("▨" if support == SHARED else "■", look.tint(look.accent, STRENGTHS[support]), support) for support in supports]
    legend = key(entries, look, 3)
    return plot(
        traces,
        look,
        44 * len(labels) + 84,
        barmode="stack",
        annotations=[legend.at_right(look), *notes],
        margin={"r": 28, "t": 8 + 26 * legend.lines},
        xaxis=number_axis(0, longest, counted, standoff=4, nticks=4 if look.narrow else 9, **more),
        yaxis=row_axis(labels, look, ticklabelstandoff=6),
    )


def describe_sources(frame: pd.DataFrame) -> str:
    """Alt text: the three numbers of every table."""
    parts = []
    for fact, rows in frame.groupby("fact", sort=False):
        numbers = dict(zip(rows["support"], rows["n"], strict=True))
        parts.append(f"{fact}: " + ", ".join(f"{numbers.get(support, 0)} {support}" for support in SUPPORTS))
    return "Bars of facts by the number of their sources. " + "; ".join(parts) + "."


def find_sources(frame: pd.DataFrame) -> str:
    """How many facts rest on one source, of how many."""
    one = int(frame[frame["support"] == "one source"]["n"].sum())
    return f"{number(one)} of {plural(int(frame['n'].sum()), 'facts')} {_rest(one)} on one source alone"


def describe_kinds(frame: pd.DataFrame) -> str:
    """Alt text: for every kind the facts that rest on it alone and with others."""
    sums = frame.groupby(["source_kind", "support"], sort=False)["n"].sum()
    kinds = ordered(list(frame["source_kind"]), ())
    parts = [f"{kind}: {sums.get((kind, ALONE), 0)} alone, {sums.get((kind, SHARED), 0)} with other kinds" for kind in kinds]
    return "Bars of facts by kind of source. " + "; ".join(parts) + "."


def find_kinds(frame: pd.DataFrame) -> str:
    """How many facts rest on news alone, of how many."""
    news = int(frame[(frame["source_kind"] == "news") & (frame["support"] == ALONE)]["n"].sum())
    return f"{number(news)} of {plural(int(frame['n_facts'].iloc[0]), 'facts')} {_rest(news)} on news alone" if news else ""


def _rest(n: int) -> str:
    return "rests" if n == 1 else "rest"


CAUTION = (
    "A fact is a row of the tables of documents, priorities, events, meetings, chairmanships, membership steps and reported figures. "
    "The shares of the world are left out: all of them rest on one dataset. "
)

FIGURES = (
    Figure(
        name="facts-by-sources",
        page="data",
        measure="Facts by the number of their sources",
        query="dataset/facts_by_sources",
        draw=draw_sources,
        describe=describe_sources,
        finding=find_sources,
        noun="facts",
        method=CAUTION + "Different sources that say the same, or that show what came of a priority, count once each; two places in one source count as one. "
        "News agencies copy each other, so two sources are not always two witnesses.",
        columns={"fact": "Facts", "support": "Rest on", "n": "Number", "n_all": "Of", "share": "Share, per cent"},
        formats={"share": "%.1f"},
        height=392,
    ),
    Figure(
        name="facts-by-source-kind",
        page="data",
        measure="Facts by kind of source",
        query="dataset/facts_by_source_kind",
        draw=draw_kinds,
        describe=describe_kinds,
        finding=find_kinds,
        noun="facts",
        method=CAUTION + "A fact with sources of several kinds counts in each of them, so the bars do not add up to the number of facts. "
        "The first number beside a bar counts the facts for which no other kind of source was found. "
        "The kind describes the publisher: an official website may repeat a speech, a newspaper may print an official text in full.",
        columns={"source_kind": "Kind of source", "support": "Rests on", "fact": "Facts", "n": "Number"},
        height=348,
    ),
)
