"""The questions of a sceptical reader, answered from the rows, each with the section that shows more."""

import math
from collections.abc import Iterator

import streamlit as st

import data
import queries
from charts.words import day, number, plural, rounded, verb
from data.kept import releases
from exports import citation
from queries.dataset.agreement import Agreement, agreement
from ui.dataset import cautions, changes, sections
from ui.navigation import base
from ui.text import plain

VARIABLES = {
    ("priorities", "outcome"): "outcomes of priorities",
    ("priorities", "theme"): "themes of priorities",
    ("documents", "theme"): "themes of documents",
}


def show() -> None:
    """Questions and answers in two columns."""
    facts = queries.run("dataset/answers").iloc[0].to_dict()
    st.header("What a careful reader asks first")
    answers = list(_answers({name: int(value) for name, value in facts.items() if name.startswith("n_")}))
    for left, right in zip(answers[::2], answers[1::2], strict=True):
        for column, (question, words, section, label) in zip(st.columns(2, gap="large"), (left, right), strict=True):
            with column:
                st.subheader(question)
                st.markdown(words)
                if section == "Tables":
                    cautions.show("documents")
                sections.opener(section, label, section)


def _answers(n: dict[str, int]) -> Iterator[tuple[str, str, str, str]]:
    """Question, answer as Markdown, section that shows more, its label."""
    beside = n["n_documents"] - n["n_counted"]
    held = (
        f"A text adopted, signed or approved, with its body, date and place as far as they are known. The table holds {plural(n['n_documents'], 'documents')}; "
        f"{number(n['n_counted'])} {verb(n['n_counted'], 'count')} towards totals, {number(beside)} {verb(beside, 'are')} listed without being added."
    )
    yield "What is a “document” here?", held, "Tables", "Browse the documents"
    yield "Who coded this, and how reliably?", _coders(n), "Coding", "Agreement, differences and definitions"
    several = n["n_facts"] - n["n_one_source"]
    share = f" ({rounded(100 * several / n['n_facts'], 1)}\u00a0%)" if n["n_facts"] else ""
    one = (
        f"{number(n['n_one_source'])} of {plural(n['n_facts'], 'facts')} {verb(n['n_one_source'], 'rest')} on one source, {number(several)}{share} on two or more. "
        f"{number(n['n_news_alone'])} {verb(n['n_news_alone'], 'rest')} on news alone. The dataset names {plural(n['n_sources'], 'sources')} "
        f"under {plural(n['n_publishers'], 'names')} of publishers, in {plural(n['n_languages'], 'languages')}."
        if n["n_facts"]
        else "No fact is recorded."
    )
    yield "How many facts rest on one source?", one, "Sources", "All sources and what rests on them"
    yield "What is missing?", _missing(n["n_gaps"]), "Coverage", "Coverage and gaps"
    conflicts = f"In {plural(n['n_conflicts'], 'cases')} sources contradict each other. Each is listed with both statements, what the dataset follows, and why."
    if not n["n_conflicts"]:
        conflicts = "No contradiction between sources is recorded."
    yield "Where do sources disagree?", conflicts, "Conflicts", "All contradictions"
    yield "What changed since the last release?", _changes(), "Releases", "Every change, row by row"
    meaning = f"{plural(len(data.TABLES), 'tables').capitalize()} with {plural(sum(data.current().counts.values()), 'rows')}. Every column is explained, with an example."
    yield "What does a column mean?", meaning, "Dictionary", "Search the dictionary"
    cite = plain(citation.words(citation.of_release(base())))
    yield "How do I cite it, and may I use it?", cite, "Use and cite", "Downloads, licence and citation formats"


def _missing(n_gaps: int) -> str:
    """Which tables hold rows for few chairmanships, and how many gaps are described for which table."""
    every = queries.Filters().parameters(queries.vocabulary())
    cells = queries.run("dataset/coverage", every)
    n_chairs = cells["chairmanship_id"].nunique()
    held = {name: cells[(cells["table_name"] == name) & (cells["n"] > 0)]["chairmanship_id"].nunique() for name in ("priorities", "events")}
    thin = [f"{name} for {number(n)}" for name, n in held.items() if n < n_chairs]
    thinly = f"Of {plural(n_chairs, 'chairmanships')} the dataset holds {' and '.join(thin)}. " if thin else ""
    tables = queries.run("dataset/gaps", every)["table_name"].value_counts()
    parts = ", ".join(f"{name.replace('_', ' ')} {number(int(n))}" for name, n in tables.items())
    if not n_gaps:
        return f"{thinly}No gap is described, which does not mean that there is none."
    return f"{thinly}{plural(n_gaps, 'gaps').capitalize()} {'is' if n_gaps == 1 else 'are'} known and described ({parts}). A low number in a table can mean few facts or few sources."


def _coders(n: dict[str, int]) -> str:
    found, coded = agreement(), f"{number(n['n_coded'])} of {number(n['n_codable'])} documents and priorities {verb(n['n_coded'], 'were')} coded"
    if not found:
        return f"{coded}, none of them by two coders." if n["n_coded"] else "No codings stand in this dataset."
    parts = "; ".join(
        f"{VARIABLES.get((a.table, a.variable), a.variable)}: {number(len(a.coders))} coders agree on {_percent(a)} of {number(a.n)}, alpha {three(a.alpha)}" for a in found
    )
    return (
        f"{coded}. {''.join(f'{plain(words)} ' for words in data.about().coders[:2])}{parts[:1].upper()}{parts[1:]}."
    )


def _percent(a: Agreement) -> str:
    return f"{rounded(100 * a.n_same / a.n, 1)}\u00a0%" if a.n else "none"


def three(value: float) -> str:
    """A coefficient with three decimals, in words where it is not defined."""
    return "not defined" if math.isnan(value) else rounded(value, 3)


def _changes() -> str:
    listed = releases(data.current())
    earlier = next((release for release in listed if release.is_kept), None)
    served = f"Release {plain(data.current().release)} is of {day(data.current().released_on)}. "
    if earlier is None:
        return served + "No earlier release is kept beside it."
    return served + plain(f"Since the {earlier.title.lower()} ({earlier.release_id}): {changes.in_words(changes.of(str(earlier.release_id)))}.")
