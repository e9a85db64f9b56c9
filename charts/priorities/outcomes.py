"""What came of the priorities: shares by theme, and one mark a priority."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.figure import Figure, Native, key, plot
from charts.look import HATCH, Look
from charts.marks import each
from charts.outcome_scale import OUTCOMES, PER_CENT, SIGNS, badge, by_outcome, key_lines, marker, sign_key
from charts.units import draw_units
from charts.words import day, plural, sentence_case, wrapped

ALL_CHOSEN = "A chosen outcome narrows what is shown; shares stay shares of all priorities of the theme under the other filters. "
CODED = (
    "The outcome is the state at the close of the chairmanship, coded from the sources by three coders. "
    "“No evidence found” means that nothing was found, not that nothing happened. "
)
UNDATED = "Years are those of the statement; a priority without a date stays in."


def _themes(frame: pd.DataFrame) -> list[tuple[str, int]]:
    return list(dict.fromkeys(zip(frame["theme"], frame["n_all"].astype(int), strict=True)))


def draw_shares(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A bar of 100 per cent a theme, n beside it; frame as of `outcomes_by_theme.sql`."""
    themes = _themes(frame)
    places = {theme: position for position, (theme, _) in enumerate(themes)}
    traces = []
    for outcome, rows in by_outcome(frame).items():
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": sentence_case(outcome),
                "y": [places[row.theme] for row in rows],
                "x": [row.share for row in rows],
                "width": 0.5 if look.narrow else 0.72,
                "customdata": [row.Index for row in rows],
                "text": [str(row.n) if row.share >= (5 if look.narrow else 3.5) else "" for row in rows],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "textfont": {"color": look.on(look.outcomes[outcome]), "size": 13},
                "hovertext": [f"<b>{sentence_case(outcome)}</b><br>{row.theme}: {row.n} of {row.n_all} ({row.share:.0f} %)" for row in rows],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "color": look.outcomes[outcome],
                    "line": {"color": look.paper, "width": 1.5},
                    **({"pattern": {**HATCH, "fgcolor": look.paper, "solidity": 0.2}} if outcome == "no evidence found" else {}),
                },
            }
        )
    lines = key_lines(frame, look)
    notes = [share_key(frame, look)]
    if look.narrow:
        notes += [
            {
                "xref": "paper",
                "x": 0,
                "y": places[theme] - 0.27,
                "text": f"<b>{theme}</b>  n = {n}",
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"size": 13},
            }
            for theme, n in themes
        ]
    return plot(
        traces,
        look,
        24 * lines + 44 + (52 if look.narrow else 36) * len(themes),
        barmode="stack",
        annotations=notes,
        margin={"l": 16 if look.narrow else 8, "r": 26, "t": 24 * lines + 10, "b": 8},
        xaxis=PER_CENT,
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(themes))),
            "ticktext": [f"{theme} <b>n = {n}</b>  " for theme, n in themes],
            "range": [len(themes) - 0.5, -0.85 if look.narrow else -0.5],
            "showticklabels": not look.narrow,
            "tickfont": {"color": look.ink},
            "showgrid": False,
            "fixedrange": True,
        },
    )


def share_key(frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The key of bars by outcome."""
    occur = set(frame["outcome"])
    shown = [outcome for outcome in OUTCOMES if outcome in occur]
    return key([("▨" if outcome == "no evidence found" else "■", look.outcomes[outcome], sentence_case(outcome)) for outcome in shown], 2 if look.narrow else 5)


def describe_shares(frame: pd.DataFrame) -> str:
    """Alt text: every number of every theme."""
    parts = []
    rows = list(each(frame))
    for theme, n in _themes(frame):
        parts.append(f"{theme}, n = {n}: " + ", ".join(f"{row.outcome} {row.n}" for row in rows if row.theme == theme))
    return "Stacked bars of the outcomes of priorities by theme. " + "; ".join(parts) + "."


def find_shares(frame: pd.DataFrame) -> str:
    """How many of all priorities shown were adopted or realised; nothing when a filter hides part of the outcomes."""
    total, shown = sum(n for _, n in _themes(frame)), int(frame["n"].sum())
    if total != shown:
        return ""
    done = int(frame[frame["outcome"].isin(["adopted", "realised"])]["n"].sum())
    return f"{done} of {plural(total, 'priorities')} were adopted or realised by the close of the chairmanship"


def draw_tracker(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One mark a priority, by theme and outcome; frame as of `priority_tracker.sql`."""
    hover = [_hover(row) for row in each(frame)]
    return draw_units(frame, look, "theme", "outcome", OUTCOMES, marker, hover, sign_key(frame, look), key_lines(frame, look))


def _hover(row: Any) -> str:
    said = f"{row.chairmanship}" + ("" if pd.isna(row.stated_on) else f", {day(row.stated_on, row.stated_precision)}")
    became = f"<br>{wrapped('Became: ' + row.became, 60)}" if row.became else ""
    return f"<b>{wrapped(row.title, 60)}</b><br>{badge(row.outcome)} · {row.kind}<br>{said}{became}"


def describe_tracker(frame: pd.DataFrame) -> str:
    """Alt text: how many marks of each outcome, in all and by theme."""
    parts = [f"{theme} {len(rows)}" for theme, rows in frame.groupby("theme", sort=False)]
    counts = frame["outcome"].value_counts()
    outcomes = ", ".join(f"{outcome} {counts[outcome]}" for outcome in OUTCOMES if outcome in counts)
    return f"One mark a priority, {len(frame)} in all. By outcome: {outcomes}. By theme: {', '.join(parts)}."


SHARES_FIGURE = Figure(
    name="outcomes-by-theme",
    page="priorities",
    measure="Outcomes of the priorities by theme",
    query="priorities/outcomes",
    draw=draw_shares,
    describe=describe_shares,
    finding=find_shares,
    noun="priorities",
    method=CODED
    + "Each priority has one theme. A bar is 100 per cent of the priorities of its theme; the numbers in it are priorities, n is their sum. "
    + ALL_CHOSEN
    + UNDATED,
    columns={"theme": "Theme", "outcome": "Outcome", "n": "Priorities", "n_all": "Of", "share": "Share, %"},
    formats={"share": "%.1f"},
    native=Native("share bar", category="theme", value="n", series="outcome", colours="outcomes"),
    height=430,
    empty="No priorities in the dataset for these filters",
)

TRACKER_FIGURE = Figure(
    name="priority-tracker",
    page="priorities",
    measure="Every priority with its outcome",
    query="priorities/tracker",
    draw=draw_tracker,
    describe=describe_tracker,
    noun="priorities",
    method=CODED + f"The signs: {', '.join(f'{SIGNS[o]} {o}' for o in OUTCOMES)}. “Became” names the document or event that the dataset links as the outcome; "
    "some outcomes have none and rest on their evidence alone. Continues and continued by are links between priorities of different chairmanships. " + UNDATED,
    columns={
        "title": "Priority",
        "outcome": "Outcome",
        "theme": "Theme",
        "kind": "Kind",
        "chairmanship": "Chairmanship",
        "actor": "Stated by",
        "stated_on": "Stated",
        "stated_precision": "Stated, known to the",
        "outcome_on": "Outcome dated",
        "outcome_precision": "Outcome, known to the",
        "became": "Became",
        "continues": "Continues",
        "continued_by": "Continued by",
    },
    native=Native("stacked bar", category="theme", series="outcome", colours="outcomes"),
    height=400,
    empty="No priorities in the dataset for these filters",
)
