"""What is drawn and written for a release that no longer changes, as short marks in a file beside: a change of any part of it has to be meant.

The marks say that something differs and where, not whether it is right: that is for other tests, and for the eye.
"""

import hashlib
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.catalogue import FIGURES
from charts.form import SLIDE
from charts.look import LIGHT, PRINT
from data.beginning.folder import begin
from data.export import export
from data.reading.shape import columns_of_schema
from data.spreadsheet.written import write
from data.stories import read
from exports import browser, citation, drawing, story_pptx, table_text
from exports.formats import FORMATS
from exports.native.reading import editable
from exports.page import html_file, pdf_file
from exports.picture.drawn import Drawn
from exports.picture.sizes import SIZES
from exports.show import handout, player
from exports.show.deck import deck
from exports.view import View
from queries import Filters
from server.api import routes as api_routes
from server.first import box
from tests.shown import holding

RELEASE = "2026-11-25-00c9607"
FILE = Path(__file__).with_name("marks.txt")
BASE = "https://dashboard.example"
LOOKS = {"wide": LIGHT, "narrow": replace(LIGHT, narrow=True)} | {size: PRINT.shaped(SIZES[size].form) for size in SIZES}
NARROWED = Filters(chairmanships=("kz-2023",), themes=("security", "economy"), years=(2010, 2024), by="type", measure="share", first="cn-2017")
# Choices that leave one row or two, one side of a comparison, or none: sentences and charts have cases of their own for these.
FEW = (
    Filters(years=(2017, 2017)),
    Filters(years=(2001, 2002)),
    Filters(chairmanships=("kz-2016",), themes=("energy",)),
    Filters(themes=("membership",), outcomes=("not achieved",), types=("convention",)),
    Filters(first="uz-2015", second="kz-2023", themes=("digital",)),
    Filters(first="kz-2016", second="kz-2016", kinds=("goal",), forces=("treaty",)),
)
# The rows of a figure as far as these, and so many chances of some of its rows: what is drawn in one way up to a number of rows, and in another beyond it.
ALL_OR_NONE = {"priority-flow", "coding-confusion"}  # rows that only together make a drawing
FIRST_ROWS, CHANCES, SMALL = range(1, 25), range(12), range(8)
# Numbers by which words and drawings turn: none, one, few, one less or more, all. By the name of a column; the first that fits.
NUMBERS = {
    r"n_all|n_facts|n_coders|n_priorities": (1, 2, 3),
    r"n|n_.*|value|claimed|computed|first_value|second_value": (0, 1, 1, 2, 3),
    r"difference|change": (-2, -1, 0, 1, 2),
    r"share.*|done_.*": (0.0, 0.4, 1.0, 50.0, 99.6, 100.0),
    r"years_.*|days": (0.0, 1.0, 2.0),
}
OFFICE = ("ppt/slides/slide", "ppt/notesSlides/notes", "ppt/charts/chart", "xl/worksheets/sheet", "xl/charts/chart", "xl/sharedStrings", "xl/workbook", "xl/styles")
LEAGUE = Path(__file__).parent.parent / "league"
HEADS = ("content-type", "content-disposition", "content-range", "accept-ranges", "cache-control", "vary", "allow", "location", "link", "retry-after")
PAGES = ("overview", "compare", "priorities", "timeline", "documents", "membership", "reported")
TEXTS, SUM = {".csv", ".json", ".toml", ".md", ".txt", ".sql", ".html", ".cff"}, re.compile(r"\b[0-9a-f]{32,64}\b|\"bytes\": \d+")
DAY = date(2026, 11, 30)
DECIMALS = 3


def marks(monkeypatch: Any) -> Iterator[str]:
    """A line a thing that is drawn or written: its name, and a mark for each of its parts."""
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(citation, "today", lambda: DAY)
    with data.bound_to(data.release(RELEASE)):
        for name in FIGURES:
            yield from _figure(View.of(name, Filters(), BASE), "all", LOOKS)
            yield from _figure(View.of(name, NARROWED, BASE), "narrowed", ("wide",))
            for place, few in enumerate(FEW):
                view = View.of(name, few, BASE)
                drawn = {look: dict(_sections(json.loads(view.plot(LOOKS[look]).to_json()))) for look in ("narrow", "slide")}
                yield f"{name} few-{place} {_parts({'said': _words(view)} | dict(_sections(json.loads(view.plot(LIGHT).to_json()))) | drawn)}"
            if name not in ALL_OR_NONE:
                yield from _rows(View.of(name, Filters(), BASE))
        for page, narrow in product(PAGES, (False, True)):
            parts = box.of(page, "", narrow).html.split("<section>")
            yield f"page {page} {'narrow' if narrow else 'wide'} {_parts({str(place): part for place, part in enumerate(parts)})}"
    with data.bound_to(league := data.connect(LEAGUE)):
        for name in FIGURES:
            yield from _figure(View.of(name, Filters(), BASE), "league", ("wide", "slide"))
        stories, faults = read(LEAGUE)
        assert stories and not faults
        for story in stories:
            told = deck(story, None, BASE)
            yield f"story {story.name} player {_parts(player.told(told))}"
            yield f"story {story.name} pptx {_parts(_office(story_pptx.to_pptx(told)))}"
            with monkeypatch.context() as printed:
                _printed_as_text(printed)
                yield f"story {story.name} handout {_parts({str(place): part for place, part in enumerate(handout.to_pdf(told).decode().split('<section'))})}"
    with monkeypatch.context() as served:
        served.setenv("SCO_DATA", str(LEAGUE))
        yield from _answers()
        yield from _written()
    league.close()


def _answers() -> Iterator[str]:
    """What the data API and the first answers of pages say of the dataset that is served."""
    api = TestClient(Starlette(routes=api_routes), raise_server_exceptions=False)
    for method, address, told in [*_asked(), *((method, path, {}) for path in ("/api/v1/", "/api/v1/figures/timeline.csv", "/api/v1/nothing") for method in ("HEAD", "POST", "OPTIONS"))]:
        answer = api.request(method, address, headers=told, follow_redirects=False)
        heads = {name: answer.headers.get(name) for name in HEADS}
        yield f"api {method} {address.replace('=', ':').replace(' ', '_')} {'-'.join(told.values())} {_parts({'status': answer.status_code, 'heads': heads, 'body': answer.text})}"
    for page, query in _pages():
        for narrow in (False, True):
            made = box.of(page, query, narrow, BASE)
            parts = {f"part-{place}": part for place, part in enumerate(made.html.split("<section>"))}
            yield f"first {page} {query.replace('=', ':')} {'narrow' if narrow else 'wide'} {_parts({key: value for key, value in asdict(made).items() if key != 'html'} | parts)}"


def _written() -> Iterator[str]:
    """What the commands of the dataset write: an export, a workbook to fill in, the beginning of a dataset."""
    with tempfile.TemporaryDirectory() as room:
        place = Path(room)
        export(LEAGUE, place / "export")
        begin(place / "begun")
        write(place / "tables.xlsx", LEAGUE, columns_of_schema())
        yield f"command workbook {_parts(_office((place / 'tables.xlsx').read_bytes()))}"
        for path in sorted(path for folder in ("export", "begun") for path in (place / folder).rglob("*") if path.suffix in TEXTS):
            # Sums of files are of those too that a library writes, which may differ with its version.
            text = SUM.sub("", path.read_text(encoding="utf-8").replace(str(place), ""))
            yield f"command {path.relative_to(place).as_posix()} {_parts({'whole': text.splitlines()})}"


def _asked() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Method, address and headers of requests, good ones and others."""
    v1 = "/api/v1"
    for path in ("/api", "/api/", v1, f"{v1}/", f"{v1}/openapi.json", f"{v1}/nothing", f"{v1}/?x=1", f"{v1}/?rel=nothing", f"{v1}/figures/nothing.csv", f"{v1}/tables/nothing.csv"):
        yield "GET", path, {}
    for table in data.TABLES:
        yield from (("GET", f"{v1}/tables/{table}.{ending}", {}) for ending in ("csv", "json", "xml"))
        with data.current().cursor() as cursor:
            ids = [str(row[0]) for row in cursor.table(table).order("all").fetchall()]
        yield from (("GET", f"{v1}/records/{table}/{row_id}.json", {}) for row_id in dict.fromkeys([*ids[:1], *ids[len(ids) // 2 : len(ids) // 2 + 1], *ids[-1:], "nothing"]))
    for name in FIGURES:
        for query in ("", "?themes=nothing&years=1990&years=1991", "?measure=share&q=the&sort=title"):
            yield from (("GET", f"{v1}/figures/{name}{ending}{query}", {}) for ending in (".csv", ".json", "/records.csv", "/records.json"))
        yield "GET", f"{v1}/figures/{name}.pdf", {}
        yield from (("GET", f"{v1}/oembed?url={BASE}/figure%3Ffigure={name}{more}", {}) for more in ("", "&maxwidth=300", "&maxheight=100", "&maxwidth=9&format=json", "&maxwidth=x"))
    yield from (("GET", f"{v1}/oembed{query}", {}) for query in ("", "?url=x", "?format=xml", f"?url={BASE}/compare"))
    for part in ("bytes=0-0", "bytes=0-", "bytes=-1", "bytes=-9999999", "bytes=5-3", "bytes=9999999-", "bytes=1-99999999", "bytes=0-1,3-4", "bytes=-", "lines=0-1"):
        yield "GET", f"{v1}/tables/documents.csv", {"Range": part}


def _pages() -> Iterator[tuple[str, str]]:
    """Pages and query strings."""
    yield from product(("overview", "search", "record", "figure", "data", "present"), ("", "q=the", "figure=nothing", "table=documents&id=nothing", "section=sources"))
    for table in ("documents", "priorities", "membership_steps", "countries", "sources"):
        with data.current().cursor() as cursor:
            yield "record", f"table={table}&id={cursor.table(table).order('all').fetchall()[0][0]}"
    for name in FIGURES:
        yield from (("figure", f"figure={name}{more}") for more in ("", "&embed=true", "&themes=nothing&embed=true&height=500"))


def _figure(view: View, told: str, looks: Iterable[str]) -> Iterator[str]:
    name = f"{view.figure.name} {told}"
    yield f"{name} words {_parts(_words(view))}"
    for look in looks:
        for part in sorted({1, len(view.parts(LOOKS[look].form))}):
            for section, content in _sections(json.loads(view.plot(LOOKS[look], part).to_json())):
                if content:
                    yield f"{name} {look} {part} {section} {_parts(content)}"
    yield from (f"{name} {ending} {_parts(content)}" for ending, content in _files(view))


def _rows(whole: View) -> Iterator[str]:
    """Some of the rows as if they were all."""
    some = {str(n): whole.frame.head(n) for n in FIRST_ROWS if n < len(whole.frame)}
    for told, change in [*((f"chance-{chance}", _same) for chance in CHANCES), *((f"small-{chance}", _small) for chance in SMALL)]:
        dice = random.Random(f"{whole.figure.name} {told}")
        places = sorted(dice.sample(range(len(whole.frame)), dice.randint(1, len(whole.frame))))
        some[told] = change(whole.frame.iloc[places], dice)
    for told, frame in some.items():
        view = holding(whole, frame.reset_index(drop=True))
        made = {"said": (view.title, view.alt, view.sentence, view.caution, table_text.cells(view)), "native": asdict(native) if (native := editable(view)) else None}
        for look in ("wide", "narrow", "slide"):
            made |= {f"{look}-{part}": content for part, content in _sections(json.loads(view.plot(LOOKS[look]).to_json()))}
        yield f"{whole.figure.name} rows {told} {_parts(made)}"


def _same(frame: pd.DataFrame, dice: random.Random) -> pd.DataFrame:
    return frame


def _small(frame: pd.DataFrame, dice: random.Random) -> pd.DataFrame:
    """The rows with small numbers by chance; what has no number keeps none."""
    made = frame.copy()
    for name in made.columns:
        choices = next((numbers for pattern, numbers in NUMBERS.items() if re.fullmatch(pattern, name)), None)
        if choices and pd.api.types.is_numeric_dtype(made[name]) and not pd.api.types.is_bool_dtype(made[name]):
            thrown = pd.Series([dice.choice(choices) for _ in range(len(made))], index=made.index)
            made[name] = made[name].where(made[name].isna(), thrown).astype(made[name].dtype)
    return made


def _words(view: View) -> dict[str, Any]:
    return {
        "title": view.title,
        "sentence": view.sentence,
        "alt": view.alt,
        "caution": view.caution,
        "n": view.n,
        "name": view.file_name("csv"),
        "link": view.address(),
        "cite": [form.write(citation.of_view(view)) for form in citation.FORMS.values()],
        "parts": [[part.left_out for part in view.parts(form)] for form in (SLIDE, SIZES["column"].form, SIZES["square"].form)],
        "picture": [{key: value for key, value in drawing.picture(view, size).items() if key != "figure"} for size in SIZES.values()],
    }


def _sections(figure: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Traces, shapes and words by the keys of all of them, and the rest of the layout."""
    layout = {key: value for key, value in figure["layout"].items() if key != "template"}
    for name, several in (("traces", figure["data"]), ("shapes", layout.pop("shapes", [])), ("words", layout.pop("annotations", []))):
        gathered: dict[str, list[Any]] = defaultdict(list)
        for one in several:
            for path, value in _flat(one):
                gathered[path].append(value)
        yield name, gathered
    yield "layout", dict(_flat(layout))


def _flat(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{before}{key}.")
        else:
            yield f"{before}{key}", inner


def _files(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    for ending in ("csv", "json"):
        yield ending, {"whole": FORMATS[ending].make(view).decode()}
    for ending in ("pptx", "xlsx"):
        yield ending, _office(FORMATS[ending].make(view))
    yield "html", {"whole": html_file.to_html(view).decode().replace(browser.plotly_js(), "")}
    with pytest.MonkeyPatch.context() as printed:
        _printed_as_text(printed)
        yield "pdf", {str(place): part for place, part in enumerate(pdf_file.to_pdf(view).decode().replace(browser.faces_css(), "").split("<h2>"))}


def _printed_as_text(monkeypatch: Any) -> None:
    monkeypatch.setattr(browser, "printed", str.encode)
    monkeypatch.setattr(drawing, "on_paper", lambda view, part=1: f"<svg>{part}</svg>")
    monkeypatch.setattr(drawing, "on_slide", lambda view, part=1: Drawn(f"<svg>{part}</svg>", b""))


def _office(made: bytes) -> dict[str, str]:
    """What this project writes into a file of an office program: slides, notes, sheets and charts, and no parts that a library adds."""
    with ZipFile(BytesIO(made)) as archive:
        return {Path(name).stem: archive.read(name).decode() for name in archive.namelist() if name.startswith(OFFICE)}


def _parts(parts: dict[str, Any]) -> str:
    return " ".join(f"{name}={_mark(value)}" for name, value in sorted(parts.items()))


def _mark(value: Any) -> str:
    return hashlib.sha256(json.dumps(_rounded(value), sort_keys=True, default=str).encode()).hexdigest()[:4]


def _rounded(value: Any) -> Any:
    """Numbers without what machines may differ in."""
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if not pd.isna(value) else None
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list | tuple) else value
