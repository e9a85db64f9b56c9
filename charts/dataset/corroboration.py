"""How well the facts are supported: by how many sources, and by which kinds of source."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look, ordered
from charts.words import number, plural, sentence_case

SUPPORTS = ("one source", "two sources", "three or more")
ALONE, SHARED = "this kind alone", "with other kinds"
STRENGTHS = {"one source": 1.0, "two sources": 0.55, "three or more": 0.28, ALONE: 1.0, SHARED: 0.35}
SHORT = {"Membership steps": "Member steps", "Reported figures": "Figures", "Chairmanships": "Chairs"}


def draw_sources(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bar a table, parted by the number of sources, each part labelled; frame as of `facts_by_sources.sql`."""
    facts = list(dict.fromkeys(frame["fact"]))
    traces = []
    for support in SUPPORTS:
        rows = frame[frame["support"] == support]
        room = 3.2 if look.narrow else 1.3
        labels = [str(n) if share >= room * len(str(n)) else "" for n, share in zip(rows["n"], rows["share"], strict=True)]
        traces.append(_bars(rows, [facts.index(fact) for fact in rows["fact"]], rows["share"].tolist(), labels, support, look))
    totals = dict(zip(frame["fact"], frame["n_all"], strict=True))
    labels = [f"{SHORT.get(fact, fact) if look.narrow else fact} <b>{totals[fact]}</b>" for fact in facts]
    return _plot(traces, labels, SUPPORTS, look, {"range": [0, 100.6], "ticksuffix": " %", "dtick": 25})


def draw_kinds(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bar a kind of source: facts that rest on it alone, facts shared with other kinds; frame as of `facts_by_source_kind.sql`.

    Each part is made of one piece a table of facts, so that a click leads to the facts of that table.
    """
    kinds = list(dict.fromkeys(frame["source_kind"]))
    traces = []
    notes: list[dict[str, Any]] = []
    for support in (ALONE, SHARED):
        for fact in dict.fromkeys(frame["fact"]):
            rows = frame[(frame["support"] == support) & (frame["fact"] == fact)]
            if len(rows):
                traces.append(_bars(rows, [kinds.index(kind) for kind in rows["source_kind"]], rows["n"].tolist(), [], support, look))
    for place, kind in enumerate(kinds):
        rows = frame[frame["source_kind"] == kind]
        both = " + ".join(number(int(rows[rows["support"] == support]["n"].sum())) for support in (ALONE, SHARED))
        notes.append({"x": int(rows["n"].sum()), "y": place, "text": both, "xanchor": "left", "xshift": 5, "showarrow": False, "font": {"size": 13}})
    longest = int(frame.groupby("source_kind")["n"].sum().max())
    names = [sentence_case(kind).replace(" ", "<br>") if look.narrow else sentence_case(kind) for kind in kinds]
    return _plot(traces, names, (ALONE, SHARED), look, {"range": [0, longest * (1.32 if look.narrow else 1.14)], "rangemode": "tozero"}, notes)


def _bars(rows: pd.DataFrame, places: list[int], lengths: list[float], labels: list[str], support: str, look: Look) -> dict[str, Any]:
    strength = STRENGTHS[support]
    pattern = {"pattern": {**HATCH, "fgcolor": look.paper}} if support == SHARED else {}
    fill = look.tint(look.accent, strength)
    ink = {"color": look.on(look.accent, strength), "size": 13}
    labelled = {"text": labels, "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "textfont": ink}
    kinds = rows["source_kind"] if "source_kind" in rows else [""] * len(rows)
    hover = [f"<b>{fact}</b><br>{n}: {support}<br>{sentence_case(kind)}" for fact, n, kind in zip(rows["fact"], rows["n"], kinds, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "name": support,
        "x": lengths,
        "y": places,
        "width": 0.72,
        "customdata": rows.index.tolist(),
        "marker": {"color": fill, "line": {"width": 0 if support in (ALONE, SHARED) else 1, "color": look.accent}, **pattern},
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        **(labelled if labels else {}),
    }


def _plot(
    traces: list[dict[str, Any]], labels: list[str], supports: tuple[str, ...], look: Look, xaxis: dict[str, Any], notes: list[dict[str, Any]] | None = None
) -> go.Figure:
    per_line = 2 if look.narrow else 3
    entries = [("▨", look.accent, support) if support == SHARED else ("■", look.tint(look.accent, STRENGTHS[support]), support) for support in supports]
    return plot(
        traces,
        look,
        44 * len(labels) + 66,
        barmode="stack",
        annotations=[key(entries, per_line), *(notes or [])],
        margin={"l": 8, "r": 28, "t": 8 + 26 * -(-len(supports) // per_line), "b": 8},
        xaxis={"fixedrange": True, "nticks": 4 if look.narrow else 9, **xaxis},
        yaxis={"tickmode": "array", "tickvals": list(range(len(labels))), "ticktext": labels, "range": [len(labels) - 0.5, -0.5], "ticklabelstandoff": 6,
               "showgrid": False, "fixedrange": True, "tickfont": {"color": look.ink}},
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
        native=Native("share bar", category="fact", value="n", series="support"),
        formats={"share": "%.1f"},
        height=374,
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
        native=Native("stacked bar", category="source_kind", value="n", series="support"),
        height=330,
    ),
)
