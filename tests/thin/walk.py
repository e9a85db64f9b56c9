"""A visit to all that a dataset shows: pages, figures with what stands behind them, files, data API and player. Gives what went wrong, in words."""

import re
import traceback
from collections.abc import Callable, Iterable, Iterator

import pandas as pd
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

import data
from charts.catalogue import FIGURES
from charts.look import LIGHT
from exports import everything_zip
from exports.formats import FORMATS
from exports.view import View
from queries import Filters
from server import show
from server.api import routes
from server.first import box
from tests.test_pages import NAMES, fail_words, visit

FILES = ("csv", "xlsx", "json", "pptx", "html")
SECTIONS = ("In short", "Dictionary", "Tables", "Sources", "Coverage", "Coding", "Conflicts", "Releases", "Use and cite")
# What a sentence never holds: a cell that is not there, a number that could not be worked out.
NO_WORDS = re.compile(r"\b(nan|NaT|None(?! in | of | under )|<NA>|inf)\b|\{\w*\}|\(\)|  +\S|\bof 0\b")
client = TestClient(Starlette(routes=[*routes, *show.routes]))


def tried(what: str, work: Callable[[], object]) -> list[str]:
    """What a piece of work failed with: its error and where it was raised."""
    try:
        told = work()
    except Exception as error:
        own = [step for step in traceback.extract_tb(error.__traceback__) if "site-packages" not in step.filename]
        return [f"{what}: {type(error).__name__} {error} ({own[-1].filename}, line {own[-1].lineno})"]
    return [f"{what}: {told}"] if told else []


def words(at: AppTest) -> list[str]:
    """Every text of a page that has run."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.warning)
    return [str(part.value) for kind in kinds for part in kind] + [part.proto.body for part in at.get("html") if "<style" not in part.proto.body]


def page(name: str, **link: str) -> str:
    """What is wrong with a page: failed parts, words that cannot be true, a way out of filters that nobody set."""
    at = visit(name, **link)
    bad = fail_words(at) + [text for text in words(at) if NO_WORDS.search(text)]
    return "; ".join(bad + [button.label for button in at.button if button.label == "Reset the filters"])


def figure(name: str) -> str:
    """What is wrong with the words of a figure; raises where it cannot be drawn."""
    view = View.of(name, Filters())
    view.plot(LIGHT)
    told = [view.title, view.sentence, view.alt, view.caution, view.above]
    return "; ".join(text for text in told if NO_WORDS.search(text) or "these filters" in text)


def beneath(name: str) -> None:
    """Raises where the records behind a figure, their sources or a file of it cannot be had."""
    view = View.of(name, Filters())
    links = pd.concat(view.links()) if view.keys else pd.DataFrame(columns=["record_table", "record_id"])
    assert view.records().total == view.n == len(links.drop_duplicates(["record_table", "record_id"]))
    view.sources()
    for place in {0, len(view.frame) - 1} if len(view.frame) else ():
        view.records(view.mark(place))
        view.sources(view.mark(place))
    for ending in FILES:
        assert FORMATS[ending].make(view)


def answered(path: str) -> str:
    """What is wrong with an answer of the server: its status."""
    answer = client.get(path)
    return "" if answer.status_code == 200 else f"{answer.status_code} {answer.text[:200]}"


def first(name: str) -> str:
    """What is wrong with the first words of a page."""
    made = box.of(name, "", narrow=False)
    return made.html if NO_WORDS.search(re.sub(r"<[^>]+>", "\n", made.html)) else ""


def figures() -> Iterator[str]:
    """All figures."""
    for name in FIGURES:
        yield from tried(f"figure {name}", lambda name=name: figure(name))


def files(names: Iterable[str] = FIGURES) -> Iterator[str]:
    """What stands behind figures, and all their files."""
    for name in names:
        yield from tried(f"figure {name}", lambda name=name: beneath(name))
        yield from tried(f"archive of {name}", lambda name=name: "" if everything_zip.to_zip(View.of(name, Filters())) else "empty")


def pages() -> Iterator[str]:
    """All pages."""
    for name in NAMES:
        yield from tried(f"page {name}", lambda name=name: page(name))


def parts() -> Iterator[str]:
    """The parts of the page Data, a record of every table, the first words of every page."""
    for section in SECTIONS:
        yield from tried(f"section {section}", lambda section=section: page("data", section=section))
    for table, record in records():
        yield from tried(f"record of {table}", lambda table=table, record=record: page("record", table=table, id=record))
    for name in NAMES:
        yield from tried(f"first words of {name}", lambda name=name: first(name))


def records() -> list[tuple[str, str]]:
    """One record of every table that has rows and keys of its own."""
    with data.current().cursor() as cursor:
        return cursor.execute("select table_name, min(row_id) from records group by table_name order by table_name").fetchall()


def api(names: Iterable[str] = FIGURES) -> Iterator[str]:
    """The data API, these figures of it, and the player."""
    for table in data.TABLES:
        for ending in ("csv", "json", "parquet"):
            yield from tried(f"table {table}.{ending}", lambda table=table, ending=ending: answered(f"/api/v1/tables/{table}.{ending}"))
    for name in names:
        for path in (f"{name}.csv", f"{name}.json", f"{name}/records.csv", f"{name}/records.json"):
            yield from tried(f"figure {path}", lambda path=path: answered(f"/api/v1/figures/{path}"))
    for table, record in records():
        yield from tried(f"record {table}", lambda table=table, record=record: answered(f"/api/v1/records/{table}/{record}.json"))
    for path in ("/api/v1/", "/api/v1/openapi.json", "/api/v1/release.zip", "/show/view?figure=document-register"):
        yield from tried(path, lambda path=path: answered(path))
