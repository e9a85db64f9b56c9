"""What the first answer holds of a page: the words of the live page, the view of the link, pictures, and nothing that acts."""

import ast
import html
import re
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

import data
from charts.catalogue import FIGURES
from charts.overview.headlines import answer
from exports import browser
from exports.errors import CannotMake
from exports.picture import colours
from exports.view import View
from queries import Filters, vocabulary
from server import index, ready, shell, start
from server.first import box, page, pictures
from server.first import outline as outlines
from server.first.outline import chosen_on, outline
from tests.test_pages import visit
from tests.test_server import call, streamlit
from ui.card.sheet import HINT
from ui.documents import facets
from ui.navigation import SCREENS
from ui.overview import columns

ROOT = Path(__file__).parent.parent
SCRIPTED = [screen.name for screen in SCREENS if not screen.hidden]
MOST_BYTES = 15_000


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pictures.SETTING, "0")


class Reader(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data.replace("\u2060", "").replace("\u00a0", " ")


@pytest.mark.parametrize("name", SCRIPTED)
def test_a_page_is_told_before_its_program_runs(name: str) -> None:
    made = box.of(name, "", narrow=False)
    read = Reader(made.html)
    links = [attributes["href"] for tag, attributes in read.tags if tag == "a"]
    ways = ["./", *(f"./{other}" for other in SCRIPTED[1:])]
    assert links[: len(ways)] == ways and (name == "overview") == (len(links) > len(ways)), "numbers of the overview are ways, too"
    script = (ROOT / "pages" / f"{name}.py").read_text(encoding="utf-8")
    assert [tag for tag, _ in read.tags].count("h1") == 1 and "".join(re.findall(r'st\.title\("(.*?)"\)', script)) in read.text
    cards = re.findall(r'^card\("([\w-]+)"|^    card\("([\w-]+)"\)$', script, re.M)
    for card in (one or other for one, other in cards):
        if name != "membership" or card != "membership-map":  # that one runs by itself
            view = View.of(card, Filters())
            assert view.title in read.text and view.sentence[1:] in read.text and (view.alt in read.text or html.escape(view.alt) in made.html)
    assert made.title.endswith(data.about().dashboard) and made.description


@pytest.mark.parametrize("name", ["overview", "compare"])
def test_cards_end_as_they_will_when_the_program_has_run(name: str) -> None:
    feet = re.findall(r"<p class=quiet>(Release [^<]*)</p>", box.of(name, "", narrow=False).html)
    told = [caption.value for caption in visit(name).caption if caption.value.startswith("Release")]
    assert feet and feet == told[: len(feet)]


def test_the_view_is_that_of_the_link() -> None:
    known = vocabulary()
    theme, label = list(known.choices["themes"].items())[1]
    read = Reader(box.of("priorities", f"themes={label}", narrow=False).html)
    view = View.of("outcomes-by-theme", Filters(themes=(theme,)))
    assert view.title in read.text and label in read.text and view.sentence in read.text
    kept = {f"./{screen.name}" for screen in SCREENS if screen.has_bar and not screen.hidden} - {"./overview"} | {"./"}
    links = [str(tag["href"]) for name, tag in read.tags if name == "a"]
    assert {link.partition("?")[0] for link in links if f"themes={label.replace(' ', '+')}" in link} == kept
    assert box.of("overview", "first=uz-2021", narrow=False) == box.of("overview", "", narrow=False), "a page without this filter passes it over"
    assert box.of("compare", "first=uz-2021", narrow=False) != box.of("compare", "", narrow=False)
    assert box.of("compare", "years=x&themes=%00&no=1&first=" + "a" * 5000, narrow=False) == box.of("compare", "", narrow=False)


def test_a_record_a_figure_and_a_search_are_told_too() -> None:
    record = Reader(box.of("record", "table=chairmanships&id=kz-2023", narrow=False).html)
    assert "Kazakhstan" in record.text and "Chairmanship" in record.text
    assert "No such record" in box.of("record", "table=sqlite_master&id='", narrow=False).html
    embedded = Reader(box.of("figure", "figure=membership-growth&embed=true", narrow=False).html)
    assert View.of("membership-growth", Filters()).title in embedded.text and not [tag for tag, _ in embedded.tags if tag in ("nav", "h1")]
    assert FIGURES["membership-growth"].measure in box.of("figure", "figure=membership-growth", narrow=False).html
    assert "Search: energy" in box.of("search", "q=energy", narrow=False).html


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\x00b\ud800", "</title><b>", "<!-- the first words -->"])
def test_what_a_link_says_stays_text(bad: str) -> None:
    from urllib.parse import quote

    query = "q=" + quote(bad, errors="surrogatepass")
    made = box.of("search", query, narrow=False)
    body = page._packed(index.with_first(made)).body["identity"].decode()
    usual = Reader(page._packed(index.with_first(box.of("search", "q=a", narrow=False))).body["identity"].decode())
    assert [tag for tag, _ in Reader(body).tags] == [tag for tag, _ in usual.tags]


def answered(path: str, query: str = "", **headers: str) -> tuple[int, dict, bytes]:
    async def asked(scope, receive, send) -> None:
        await shell.Shell(streamlit, own=[])({**scope, "query_string": query.encode()}, receive, send)

    return call(asked, path, **headers)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(ready, "_seen", [ready.Seen({"ready": True}, 200)])
    monkeypatch.setattr(shell, "FIRST_WORDS_SECONDS", 60)
    yield


@pytest.mark.parametrize("name", SCRIPTED)
def test_it_costs_little(served: None, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/" if name == "overview" else f"/{name}"
    plain = len(index.index().body["br"])
    _, headers, body = answered(path, accept_encoding="br")
    assert len(body) - plain < MOST_BYTES and b"<div id=first" in brotli.decompress(body)
    monkeypatch.setattr(box, "of", lambda *_: pytest.fail("written once for a view"))
    assert answered(path, accept_encoding="br")[2] == body
    assert answered(path, accept_encoding="br", if_none_match=headers["etag"])[0] == 304


def test_a_page_whose_words_take_long_is_sent_without_them(served: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "FIRST_WORDS_SECONDS", 0.05)
    monkeypatch.setattr(shell, "_first", lambda *_: time.sleep(0.5) or index.Index(dict.fromkeys(("identity", "gzip", "br"), b"late"), "late", ""))
    assert answered("/compare")[2] == index.index().body["identity"]


def test_a_page_whose_words_fail_is_sent_without_them(served: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(shell, "_first", fail)
    status, _, body = answered("/compare")
    assert (status, body) == (200, index.index().body["identity"]) and "compare" in caplog.text


@pytest.mark.parametrize(("headers", "narrow"), [({"cookie": "a=1; narrow=1"}, True), ({"cookie": "narrow=0", "user-agent": "Mobi"}, False), ({"user-agent": "x Mobile"}, True), ({}, False)])
def test_a_phone_is_known_by_its_cookie_or_name(headers: dict[str, str], narrow: bool) -> None:
    from starlette.datastructures import Headers

    assert shell.is_narrow(Headers(headers)) is narrow


def test_an_outline_follows_its_script() -> None:
    kinds = [part.kind for part in outline("overview")]
    assert kinds[:4] == ["title", "markdown", "columns", "card"]
    left, right = next(part for part in outline("overview") if part.kind == "columns").columns
    assert (left[0], right[0]) == (1, 1) and [part.text for part in (*left[1], *right[1])] == ["headline-figures", "membership-growth"]
    told = next(part for part in outline("overview") if part.kind == "title").words()
    assert told == answer(View.of("headline-figures", Filters()).frame)
    everywhere = chosen_on("overview")
    own = {name: chosen_on(name) - everywhere for name in ("compare", "documents", "membership", "timeline")}
    assert own == {
        "compare": {"first", "second", "measure"},
        "documents": {"q", "sort", "by", "types", "forces"},
        "membership": {"statuses", "day", "indicator"},
        "timeline": {"lanes", "period", "sort"},
    }
    assert everywhere == {"chairmanships", "themes", "bodies"}


@pytest.mark.parametrize("title", ["name", 'f"{name} and more"', 'f""', "told(1)", "other.told()"])
def test_words_that_only_a_run_can_tell_are_left_out(title: str) -> None:
    assert not list(outlines._parts(ast.parse(f"st.title({title})").body, {}, {}))


@pytest.mark.parametrize(("call", "names"), [('choose("first")', ["first"]), ("choose(5)", []), ("choose(name)", []), ('choose(5, "first")', ["first"])])
def test_a_choice_is_known_by_its_name_as_text(call: str, names: list[str]) -> None:
    assert [part.text for part in outlines._parts(ast.parse(call).body, {}, {})] == names


@pytest.mark.parametrize(("page_name", "query", "has_bar"), [("documents", "", True), ("documents", "embed=true", False), ("overview", "", False), ("figure", "figure=timeline", False)])
def test_the_bar_of_filters_is_that_of_the_page(page_name: str, query: str, has_bar: bool) -> None:
    assert ('<div class="bar">' in box.of(page_name, query, False).html) is has_bar


@pytest.mark.parametrize(("query", "is_hinted"), [("figure=timeline", True), ("figure=headline-figures", False), ("figure=document-register&q=xyzzyplugh", False)])
def test_marks_are_offered_where_there_are_some_to_choose(query: str, is_hinted: bool) -> None:
    assert (HINT in box.of("figure", query, False).html) is is_hinted


@pytest.mark.parametrize(("base", "why", "has_picture"), [("https://x.org", "", True), ("", "", False), ("https://x.org", "no browser", False), ("", "no browser", False)])
def test_a_picture_is_named_where_there_is_one_to_be_had(base: str, why: str, has_picture: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box.drawing, "unavailable", lambda: why)
    assert ('property="og:image"' in box.preview(View.of("timeline", Filters(), base), {})) is has_picture


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><g class="x" id="{uid}a" clip-path="url(#{uid}a)"><path style="fill: {one}; stroke: {two};" d="M0,0"/>{more}</g></svg>'


def test_one_picture_serves_light_and_dark() -> None:
    light = DRAWING.format(uid="lot1", one="rgb(1, 2, 3)", two="#fff", more="<text>1 #fff</text>")
    dark = DRAWING.format(uid="lot2", one="rgb(9, 9, 9)", two="#000", more="<text>1 #fff</text>")
    made = colours.joined(light, dark)
    assert "--c0:rgb(1, 2, 3);--c1:#fff;" in made and "prefers-color-scheme: dark" in made and "--c0:rgb(9, 9, 9);--c1:#000;" in made
    assert "fill: var(--c0); stroke: var(--c1);" in made and ">1 #fff<" in made and 'viewBox="0 0 300 200"' in made
    assert re.search(r'id="(p\w+-\d+)" clip-path="url\(#\1\)"', made) and re.match(r"<svg[^>]*><style>#p", made)
    pressed = colours.joined(*(drawing.replace("fill: ", "pointer-events: all; cursor: pointer; fill: ") for drawing in (light, dark)))
    assert "fill: var(--c0)" in pressed and "pointer" not in pressed
    other = colours.joined(light, dark.replace("M0,0", "M1,1"))
    assert "rgb(9, 9, 9)" not in other, "another drawing is not half of this one"


def test_the_outline_of_a_hatched_mark_follows_the_ground_too() -> None:
    light, dark = (DRAWING.format(uid=uid, one=f"url('#{uid}a')", two=two, more="") for uid, two in (("lot1", "rgb(255, 255, 255)"), ("lot2", "rgb(13, 17, 22)")))
    made = colours.joined(light, dark)
    assert re.search(r"fill: url\('#p\w+-\d+'\); stroke: var\(--c0\);", made)
    assert "--c0:rgb(255, 255, 255);" in made and "--c0:rgb(13, 17, 22);" in made


@pytest.mark.parametrize(
    "bad",
    [
        "<script>1</script>",
        '<a href="javascript:1"><text>x</text></a>',
        '<image href="http://evil.example/x"/>',
        '<path onclick="1" style="fill: url(http://evil.example/x)"/>',
        '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>',
        '<path xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://evil.example/x"/>',
        "<style>@import 'http://evil.example/x'</style>",
    ],
)
def test_a_picture_holds_shapes_and_words_alone(bad: str) -> None:
    drawing = DRAWING.format(uid="a", one="#000", two="#fff", more=bad)
    made = ElementTree.fromstring(colours.joined(drawing, drawing))
    own = {element.tag.rpartition("}")[2] for element in made.iter()}
    assert own <= colours.SHAPES | {"style"} and [element.tag for element in made.iter()].count(f"{{{colours.SVG}}}style") == 1
    text = ElementTree.tostring(made, encoding="unicode")
    assert not re.search("evil|javascript|onclick|@import", text)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A server with a browser that is asked to draw; gives what was asked."""
    asked: list[str] = []

    def sketch(figure: dict, width: int) -> str:
        asked.append(threading.current_thread().name)
        return DRAWING.format(uid="a", one="#000", two="#fff", more="")

    monkeypatch.delenv(pictures.SETTING)
    monkeypatch.setattr(browser, "unavailable", lambda: "")
    monkeypatch.setattr(browser, "sketched", sketch)
    pictures._kept.clear()
    yield asked
    drawn_out()
    pictures._kept.clear()


def drawn_out() -> None:
    """Wait until nothing is left to draw."""
    until = time.monotonic() + 10
    while pictures._waiting and time.monotonic() < until:
        time.sleep(0.01)


def test_pictures_are_made_beside_the_request_and_once(drawn: list[str]) -> None:
    view, before = View.of("membership-growth", Filters()), pictures.made()
    assert pictures.of(view, False, 600)[0] == ""
    until = time.monotonic() + 10
    while pictures.made() == before and time.monotonic() < until:
        time.sleep(0.01)
    svg, height = pictures.of(view, False, 600)
    assert svg.startswith("<svg") and height == view.plot(pictures.LIGHT).to_dict()["layout"]["height"]
    assert drawn == ["pictures", "pictures"]
    shown = box.of("overview", "", narrow=False).html
    assert html.escape(View.of("membership-growth", Filters()).alt) in shown


def test_the_words_name_the_organisation_of_the_dataset_shown() -> None:
    league = data.connect(ROOT / "tests" / "league")
    for database in (data.current(), league, data.current()):
        with data.bound_to(database):
            shown = box.of("overview", "", narrow=False).html
            assert html.escape(database.about.organisation) in shown
    assert league.about.organisation != data.about().organisation
    league.close()


def test_a_picture_is_as_broad_as_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(pictures, "of", lambda view, narrow, width: asked.append(width) or ("", 300))
    box.of("overview", "", narrow=False)
    box.of("compare", "", narrow=False)
    half, whole = asked[0] + 32, asked[-1] + 32
    assert 2 * half + box.GAP == whole == box.PAGE_WIDTH


def test_a_card_with_rows_of_its_own_begins_with_them() -> None:
    shown = box.of("overview", "", narrow=False).html
    headlines = View.of("headline-figures", Filters())
    assert columns.at_first(headlines) in shown and html.escape(headlines.alt) not in shown
    tracker = box.of("priorities", "", narrow=False).html
    titles = View.of("priority-tracker", Filters()).frame["title"].tolist()
    assert all(html.escape(title) in tracker for title in titles[: box.ROWS]) and html.escape(titles[box.ROWS]) not in tracker
    assert shown.index("<span>Table</span><span>Chart</span>") < shown.index("<span>Chart</span><span>Table</span>"), "its tab comes first"


def test_search_and_facets_of_documents_stand_before_the_program_comes() -> None:
    wide, narrow = (box.of("documents", "themes=energy", narrow=narrow).html for narrow in (False, True))
    found = facets.counts_under(Filters(themes=("energy",)))
    assert all(html.escape(facets.summary(name, found[found["facet"] == name])) in wide for name in facets.FACETS)
    assert html.escape(facets.FOLDED) in narrow and "Search documents" in narrow and "Sort by" not in narrow


def test_a_browser_that_fails_leaves_the_words(drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise CannotMake("hung")

    monkeypatch.setattr(browser, "sketched", fail)
    view = View.of("membership-growth", Filters())
    pictures.of(view, False, 601)
    drawn_out()
    assert not pictures._waiting and pictures.of(view, False, 601)[0] == ""


def test_views_that_are_asked_without_end_do_not_keep_the_browser_busy(drawn: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_pace", pictures.Buckets(rate=0.001, burst=3))
    view = View.of("membership-growth", Filters())
    for width in range(700, 720):
        pictures.of(view, False, width)
    drawn_out()
    assert len(drawn) == 2 * 3


def test_its_colours_are_those_of_the_pages() -> None:
    theme = (ROOT / ".streamlit" / "config.toml").read_text()
    look = (ROOT / "server" / "first" / "first.css").read_text()
    assert all(colour in theme for colour in re.findall(r"#[0-9a-f]{6}", look))


@pytest.mark.parametrize(("seconds", "written"), [(-1, []), (60, SCRIPTED)], ids=["late", "in time"])
def test_first_words_are_written_ahead_while_there_is_time_and_of_pages_in_the_menu_alone(seconds: float, written: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("server.first.answer", lambda name, query, narrow: asked.append(name))
    start._write_first_words(time.monotonic() + seconds)
    assert asked == written


def test_a_call_is_known_by_its_first_name() -> None:
    """What else it is given says how it looks."""
    (part,) = outlines._said(ast.parse('choose("coding", "coders")', mode="eval").body, {})
    assert (part.kind, part.text) == ("choose", "coding")
