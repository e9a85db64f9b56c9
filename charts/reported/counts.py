"""Reported numbers of documents, decisions and events against our count."""

from typing import Any

import pandas as pd

from charts.figure import Plotted
from charts.look import Look
from charts.reported.blocks import fit_blocks
from charts.reported.claims import subjects
from charts.reported.counting import CLAIMED, claims_figure, columns, find_met
from charts.reported.in_rows import draw_claims
from charts.words import plural, rounded
from queries.filters import with_dashes

LISTED = "The count is what this dataset lists; a lower count can mean that texts are missing in it, and the known gaps say where. "
SCOPE = "Shown are the meetings and chairmanships for which a number was claimed; the years are those of the meeting or of the end of the term."


def _meeting(row: Any) -> tuple[str, str]:
    return with_dashes(row.subject), row.scope


def _measured(row: Any) -> tuple[str, str]:
    scope = "" if row.scope == "whole term" else f"{row.scope}, "
    return with_dashes(row.subject), f"{scope}{row.measure}"


def draw_documents(frame: pd.DataFrame, look: Look) -> Plotted:
    """Claims above the count, a block a meeting or chairmanship; frame as of `reported_documents.sql`."""
    return draw_claims(frame, look, _meeting, "counted in the dataset", "documents")


def draw_decisions(frame: pd.DataFrame, look: Look) -> Plotted:
    """The same for decisions and statements; frame as of `reported_decisions.sql`."""
    return draw_claims(frame, look, _measured, "counted in the dataset", "texts")


def draw_events(frame: pd.DataFrame, look: Look) -> Plotted:
    """The same for events held and planned; frame as of `reported_events.sql`."""
    return draw_claims(frame, look, _measured, "recorded as held", "events")


def find_events(frame: pd.DataFrame) -> str:
    """The span of the claims of events held for the chairmanship with most claims, against our count."""
    held = [subject for subject in subjects(frame) if subject.count is not None and "events held" in subject.names]
    if not held:
        return ""
    most = max(held, key=lambda subject: subject.n_claims)
    values = [row.value for row in most.claimed]
    if len(set(values)) < 2:
        return ""
    return f"{with_dashes(most.names[0])}: from {rounded(min(values))} to {plural(round(max(values)), 'events')} claimed as held (n = {most.n_claims}), {rounded(most.count)} recorded here"


DOCUMENTS = claims_figure(
    "reported-documents",
    "Documents claimed and counted",
    "documents",
    query="reported/documents",
    fit=fit_blocks(_meeting),
    draw=draw_documents,
    finding=find_met,
    method=CLAIMED
    + "Our count takes the documents adopted at the meeting, or within the term, that count once: a text approved by the same decision as another one, "
    "or a communiqué issued besides the package, does not add to it. " + LISTED + SCOPE,
    columns=columns("measure"),
    height=1200,
    empty="No claims on documents",
)

DECISIONS = claims_figure(
    "reported-decisions",
    "Decisions and statements claimed and counted",
    "decisions and statements",
    query="reported/decisions",
    fit=fit_blocks(_measured),
    draw=draw_decisions,
    finding=find_met,
    method=CLAIMED + "Our count of decisions takes documents of the type decision and those approved by decision; "
    "our count of statements those of the type statement. " + LISTED + SCOPE,
    columns=columns(),
    height=520,
    empty="No claims on decisions or statements",
)

EVENTS = claims_figure(
    "reported-events",
    "Events claimed and recorded",
    "events",
    query="reported/events",
    fit=fit_blocks(_measured),
    draw=draw_events,
    finding=find_events,
    method=CLAIMED
    + "Our count takes the events of the term that are recorded as held; events that were only announced are left out, and plans have no count of ours. "
    "Claims seldom say what counts as an event, so claims and count need not mean the same. "
    "“Not recorded” means that the dataset holds no events of the term at all. " + SCOPE,
    columns=columns(),
    height=700,
    empty="No claims on events",
)

FIGURES = (DOCUMENTS, EVENTS, DECISIONS)
