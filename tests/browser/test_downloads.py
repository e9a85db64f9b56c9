"""Every download of every figure, taken in a real browser and opened again."""

import re
import shutil
import subprocess
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.etree
import numpy as np
import openpyxl
import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Locator
from pptx import Presentation
from pptx.util import Inches, Pt
from pypdf import PdfReader

from charts.catalogue import FIGURES
from charts.form import SLIDE
from charts.keys import HATCHED
from charts.look import PRINT
from charts.words import number
from exports import browser as browser_of_server
from exports import citation, drawing, sources, table_text
from exports.formats import FORMATS
from exports.page import alone, pdf_file
from exports.picture.sizes import GROUNDS, PAGE_SIZE, SIZES
from exports.slide import pptx_file
from exports.view import View
from queries import Filters
from tests.browser.conftest import Visit
from tests.browser.printing import too_small

TILE = 12  # pixels, more than lines of a hatch are apart
SVG = {"svg": "http://www.w3.org/2000/svg"}
FOREIGN = re.compile("[\u0600-\u06ff\u4e00-\u9fff\U0001f300-\U0001faff]")  # scripts and signs that the letters of pictures do not hold


def two_a_room() -> Iterator[Any]:
    """Every figure. Beyond the first two of each room they take minutes, and are left to `make deep`."""
    seen = Counter[str]()
    for name, figure in FIGURES.items():
        room = figure.query.partition("/")[0]
        seen[room] += 1
        yield name if seen[room] <= 2 else pytest.param(name, marks=pytest.mark.deep)


def opened(visit: Visit, name: str, query: str = "") -> Locator:
    """The open menu of a figure's own page."""
    return unfolded(visit.open(f"/figure?figure={name}{query}"), name)


def unfolded(visit: Visit, name: str) -> Locator:
    visit.card(name).get_by_role("button", name="Download & share").click()
    menu = visit.page.get_by_role("dialog")
    menu.get_by_role("button", name="SVG").wait_for()
    visit.settled()
    return menu


def taken(visit: Visit, menu: Locator, label: str) -> Path:
    with visit.page.expect_download(timeout=90_000) as waiting:
        menu.get_by_role("button", name=label, exact=True).click()
    download: Download = waiting.value
    path = Path(download.path())
    return path.rename(path.with_name(download.suggested_filename))


def words(svg: bytes) -> str:
    """What a picture says: its letters are outlines, which keep their text as a label."""
    root = lxml.etree.fromstring(svg)
    assert not root.findall(".//svg:text", SVG) or FOREIGN.search(svg.decode()), "letters are drawn, not named"
    return " ".join(node.get("aria-label") for node in root.iterfind(".//svg:g[@aria-label]", SVG))


def check_picture(svg: bytes, view: View) -> None:
    said = " ".join(words(svg).split())
    for text in (view.title, view.above, drawing.source_line(view), f"Release {view.release}"):
        assert bare(text) in bare(said)
    root = lxml.etree.fromstring(svg)
    assert root.findtext("svg:desc", namespaces=SVG) == view.alt
    kinds = [lxml.etree.QName(node).localname for node in root]
    assert kinds[:4] == ["title", "desc", "defs", "rect"] and "g" in kinds, "the ground lies under everything"
    assert not root.xpath("//*[local-name()='image' or local-name()='script' or local-name()='foreignObject']")


@pytest.fixture(scope="module")
def tour(browser: Browser, address: str) -> Iterator[Visit]:
    """One visitor who sees all figures, on dark ground, with what the browser has kept of the pages before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark", accept_downloads=True)
    yield Visit(context, address)
    context.close()


@pytest.mark.parametrize("name", list(two_a_room()))
def test_pictures_and_rows_of_every_figure(name: str, tour: Visit) -> None:
    visit = tour
    visit.complaints.clear()
    menu = opened(visit, name)
    view = View.of(name, Filters())
    svg = taken(visit, menu, "SVG")
    assert svg.name == view.file_name("svg")
    check_picture(svg.read_bytes(), view)
    height = round(float(lxml.etree.fromstring(svg.read_bytes()).get("height")))
    for label, scale in (("PNG 2×", 2), ("PNG 3×", 3)):
        png = Image.open(taken(visit, menu, label))
        assert png.size == pytest.approx((PAGE_SIZE.width * scale, height * scale), abs=scale)
        assert png.info["dpi"] == pytest.approx((96 * scale, 96 * scale), abs=0.1)
        assert png.convert("RGB").getpixel((2, 2)) == (255, 255, 255), "light ground, also from a dark page"
        above = png.convert("L").crop((0, 0, png.width, 60 * scale))
        assert above.getextrema()[0] < 80, "the title is burnt in"
        assert len(set(png.convert("RGB").resize((200, 200)).get_flattened_data())) > 20
    rows = pd.read_csv(taken(visit, menu, "CSV"))
    assert rows.shape == view.frame.shape
    assert not visit.complaints and not visit.outside


@pytest.mark.parametrize("name", ["compared-outcomes", "reported-decisions"])
def test_files_of_a_filtered_view(name: str, visitor) -> None:
    """Every button of the menu once; of another figure the archive, which holds the same files."""
    visit: Visit = visitor()
    menu = opened(visit, name, "&themes=Security&years=2004&years=2024")
    view = View.of(name, Filters(themes=("security",), years=(2004, 2024)))
    with ZipFile(taken(visit, menu, "All of it (ZIP)")) as archive:
        packed = {path.rpartition(".")[2]: archive.read(path) for path in archive.namelist() if path.startswith(f"{name}_")}
    assert {*FORMATS} <= {*packed}
    if name == "compared-outcomes":
        packed |= {FORMATS[ending].ending: taken(visit, menu, FORMATS[ending].name).read_bytes() for ending in ("xlsx", "pptx", "pdf", "html")}
    book = openpyxl.load_workbook(BytesIO(packed["xlsx"]))
    told = {row[0]: row[1] for row in book["Filters"].iter_rows(values_only=True)}
    assert told["Filters in words"] == view.sentence
    assert told["Link to this view"].startswith(visit.address) and f"rel={view.release}" in told["Link to this view"]
    assert ("Picture" in book.sheetnames and len(book["Picture"]._images) == len(view.parts(SLIDE))) == (name == "reported-decisions")
    deck = Presentation(BytesIO(packed["pptx"]))
    assert deck.slides[0].shapes.title.text_frame.text.replace("\u2060", "").replace("\u00a0", " ") == view.title
    assert [shape for shape in deck.slides[0].shapes if shape.has_chart or shape.has_table or hasattr(shape, "image")]
    check_pdf(PdfReader(BytesIO(packed["pdf"])), view)
    assert view.sentence in packed["html"].decode()
    check_picture(packed["svg"], view)
    assert not visit.complaints and not visit.outside


def check_pdf(page: PdfReader, view: View) -> None:
    """A4, the letters of the chart no smaller than 7 points, every row and every source on the pages."""
    for sheet in page.pages:
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx((595, 842), abs=2)
        assert not too_small(sheet)
    said = bare(" ".join(sheet.extract_text() for sheet in page.pages))
    work = citation.words(citation.of_view(view))
    titles = [row["Source"] for row in sources.listed(view)]
    for text in (view.title, view.above, view.release, view.method, work, *titles):
        assert bare(text) in said or len(page.pages) > 1 and lasts(bare(text), said), text
    headings, rows = table_text.cells(view)
    assert all(bare(cell) in said or lasts(bare(cell), said) for row in rows for cell in row[: table_text.MOST_COLUMNS]), headings
    assert f"Sources({sources.used(view).total})" in said and f"Rows({bare(number(len(rows)))})" in said


def lasts(text: str, said: str) -> bool:
    """Whether a text stands there, the foot of a page between its two parts."""
    places = range(len(text))
    longest = bisect_left(places, True, key=lambda at: text[: at + 1] not in said)  # what begins in a text is in it with every shorter beginning
    earliest = bisect_left(places, True, key=lambda at: text[at:] in said)
    return max(1, earliest) <= min(longest, len(text) - 1)


def bare(text: str) -> str:
    """The letters alone, in normal form: some fonts join f and i to one sign."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", list(two_a_room()))
def test_a_server_with_a_browser_makes_the_pdf_of_every_figure(name: str) -> None:
    view = View.of(name, Filters(themes=("energy", "digital"), years=(2016, 2017)))
    check_pdf(PdfReader(BytesIO(pdf_file.to_pdf(view))), view)


@pytest.mark.parametrize("name", ["coverage-matrix", "membership-map", "priority-flow"])
def test_a_server_with_a_browser_draws_pictures_itself(name: str) -> None:
    view = View.of(name, Filters())
    drawn = drawing.both(view)
    check_picture(drawn.svg.encode(), view)
    assert Image.open(BytesIO(drawn.png)).size[0] == PAGE_SIZE.width * drawing.SCALE
    shapes = Presentation(BytesIO(pptx_file.to_pptx(view))).slides[0].shapes
    assert [shape for shape in shapes if hasattr(shape, "image")]


def test_a_picture_goes_on_slides_in_slide_form_and_in_its_parts() -> None:
    for name in ("coding-confusion", "country-ladder"):
        view = View.of(name, Filters())
        deck = Presentation(BytesIO(pptx_file.to_pptx(view)))
        parts = view.parts(SLIDE)
        pictures = [next(shape for shape in slide.shapes if hasattr(shape, "image")) for slide in deck.slides]
        assert len(pictures) == len(parts) == len({shape.image.sha1 for shape in pictures})
        for slide, shape, part in zip(deck.slides, pictures, parts, strict=True):
            said = " ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
            assert part.left_out in said and slide.shapes.title.text_frame.text.replace("\u2060", "").replace("\u00a0", " ") == view.title and view.release in slide.notes_slide.notes_text_frame.text
            points = SLIDE.smallest * shape.height / Image.open(BytesIO(shape.image.blob)).height / Pt(1)
            assert points >= 11.5 and shape.top + shape.height <= Inches(pptx_file.TOP + pptx_file.ROOM) + 1


@pytest.mark.parametrize("name", ["outcomes-by-theme", "membership-growth", "country-ladder"])
def test_a_picture_has_the_size_that_it_is_used_at(name: str) -> None:
    view = View.of(name, Filters())
    for size in SIZES.values():
        for ground in GROUNDS.values():
            (scale, *_) = size.scales.values()
            svg, png = browser_of_server.drawn(drawing.picture(view, size, ground), scale)
            root, made = lxml.etree.fromstring(svg.encode()), Image.open(BytesIO(png))
            assert (root.get("width") == f"{size.mm}mm") if size.mm else (root.get("width") == str(size.width))
            assert made.width == round(size.width * scale) and (not size.tall or made.height == round(size.tall * scale))
            assert made.info["dpi"][0] == pytest.approx(96 * scale, abs=0.1)
            if size.mm:
                assert made.width / made.info["dpi"][0] * 25.4 == pytest.approx(size.mm, abs=0.3), "as broad on paper as the column"
            corner = made.convert("RGBA").crop((made.width - 1, 0, made.width, 1)).tobytes()
            wanted = ground.look.paper
            assert corner[3] == 0 if ground.is_clear else list(corner) == pytest.approx(list(bytes.fromhex(wanted[1:] + "ff")), abs=1)
    pdf = PdfReader(BytesIO(alone.to_pdf(view, SIZES["column"])))
    assert len(pdf.pages) == 1 and float(pdf.pages[0].mediabox.width) == pytest.approx(85 / 25.4 * 72, abs=1)
    fonts = {str(font.get_object().get("/BaseFont", "of type 3")) for font in pdf.pages[0]["/Resources"]["/Font"].values()}
    assert all("Picture" in font for font in fonts), fonts
    assert bare(view.title) in bare(pdf.pages[0].extract_text())


@pytest.mark.parametrize("size", ["column", "columns"])
@pytest.mark.parametrize("name", list(two_a_room()))
def test_letters_of_a_picture_for_a_paper_have_seven_points(name: str, size: str) -> None:
    (sheet,) = PdfReader(BytesIO(alone.to_pdf(View.of(name, Filters()), SIZES[size]))).pages
    assert not too_small(sheet)


def sides(bar: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """From where to where a bar reaches, sideways and upwards."""
    x, y = re.findall(r"(?:M|H)(-?[\d.]+)", bar), re.findall(r"(?:,|V)(-?[\d.]+)", bar)
    return tuple(sorted({float(one) for one in x})), tuple(sorted({float(one) for one in y}))


@pytest.mark.parametrize("name", ["compared-outcomes", "timeline"])
def test_hatches_are_lines_on_paper(name: str) -> None:
    """A pattern would be printed as a drawing of its own for every shape that it fills: ten megabytes for one timeline."""
    told = drawing.picture(View.of(name, Filters()))
    on_screen, on_paper = (lxml.etree.fromstring(browser_of_server.drawn({**told, "keepsText": kept}, 1)[0].encode()) for kept in (False, True))
    patterned = on_screen.xpath("//*[@class='pattern_filled']")
    assert patterned and not on_paper.xpath("//*[local-name()='pattern']") and b"url('#p" not in lxml.etree.tostring(on_paper)
    broad = on_screen.xpath("//*[local-name()='use']/parent::*[@stroke]")
    assert len(broad) == sum(sign in told["figure"]["layout"]["annotations"][0]["text"] for sign in HATCHED), "stripes of the key are as broad as on the page"
    assert not on_paper.xpath("//*[local-name()='text']//*[contains(@style, 'stroke: rgb')]"), "printed in a font of type 3 otherwise"
    bounds = on_paper.xpath("//*[local-name()='clipPath'][starts-with(@id, 'hatch-')]")
    assert [clip[0].get("d") for clip in bounds] == [shape.get("d") for shape in patterned]
    for clip in bounds:
        ((lines,),) = on_paper.xpath(f"//*[@clip-path='url(#{clip.get('id')})']")
        begun = re.findall(r"M(-?[\d.]+),(-?[\d.]+)", lines.get("d"))
        for side, where in zip(sides(clip[0].get("d")), zip(*begun, strict=True), strict=True):
            found = [float(one) for one in where]
            assert min(found) <= side[0] + TILE and max(found) >= side[-1] - TILE, "the lines cover the bar"


def test_a_picture_is_drawn_alike_without_a_browser(tmp_path: Path) -> None:
    """Another program of drawing gives the same picture, with no font at hand: letters are outlines."""
    rsvg = shutil.which("rsvg-convert")
    if rsvg is None:
        pytest.skip("no rsvg-convert on this machine")
    drawn = drawing.both(View.of("outcomes-by-theme", Filters()))
    (tmp_path / "a.svg").write_text(drawn.svg, encoding="utf-8")
    (tmp_path / "fonts.conf").write_text("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>", encoding="utf-8")
    asked = [rsvg, "-w", str(PAGE_SIZE.width * drawing.SCALE), str(tmp_path / "a.svg"), "-o", str(tmp_path / "a.png")]
    subprocess.run(asked, check=True, env={"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "HOME": str(tmp_path)}, timeout=60)
    ours, theirs = (np.asarray(Image.open(picture).convert("L").resize((500, 300)), dtype=float) for picture in (BytesIO(drawn.png), tmp_path / "a.png"))
    assert np.abs(ours - theirs).mean() < 1.5 and (np.abs(ours - theirs) > 90).mean() < 0.002


def test_hostile_text_survives_the_picture() -> None:
    view = View.of("compared-flow", Filters())
    texts = ["=1+1", "@sum(a1)", 'A "quote", comma', "شنغهاي 上海合作组织 🕊", "<b>&amp;</b>", "</script><script>alert(1)</script>"]
    for text in texts:
        made = replace(view, figure=replace(view.figure, finding=None, measure=text))
        drawn = drawing.both(made)
        assert text in words(drawn.svg.encode())
        assert lxml.etree.fromstring(drawn.svg.encode()).findtext("svg:title", namespaces=SVG) == text


def test_texts_of_a_picture_are_broken_by_their_measure() -> None:
    view = View.of("compared-flow", Filters())
    for text in (
        "W" * 100,
        "上海合作组织" * 20,
        "i" * 120 + " " + "m" * 60,
        "A title of ordinary words that goes on until it needs a second line of its own " * 2,
    ):
        drawn = drawing.both(replace(view, figure=replace(view.figure, finding=None, measure=text)))
        told = [node.get("aria-label") for node in lxml.etree.fromstring(drawn.svg.encode()).iterfind("svg:g", SVG)]
        assert "".join(told).replace(" ", "").startswith(text.replace(" ", ""))
        whole = Image.open(BytesIO(drawn.png)).convert("L")
        assert whole.crop((whole.width - 40, 0, whole.width, 200)).getextrema()[0] > 200, "nothing runs over the margin"


def test_an_html_file_opens_alone_and_asks_for_nothing(visitor, tmp_path: Path) -> None:
    visit: Visit = visitor()
    made = taken(visit, opened(visit, "compared-outcomes"), "HTML").rename(tmp_path / "view.html")
    other: Visit = visitor()
    asked: list[str] = []
    other.page.on("request", lambda request: asked.append(request.url))
    other.page.goto(made.as_uri())
    other.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert not other.complaints


def test_the_camera_of_the_chart_stands_in_for_a_picture_that_fails(visitor) -> None:
    visit: Visit = visitor()
    visit.open("/figure?figure=compared-outcomes").page.evaluate("window.Plotly.toImage = () => Promise.reject(new Error('made up')); 0")
    menu = unfolded(visit, "compared-outcomes")
    with visit.page.expect_download(timeout=20_000) as waiting:
        menu.get_by_role("button", name="PNG 2×", exact=True).click()
    assert Image.open(waiting.value.path()).size[0] > 300
    assert "without title and sources" in menu.get_by_role("status").first.inner_text()


def test_a_picture_is_drawn_once_for_all_its_buttons(visitor) -> None:
    visit: Visit = visitor().open("/figure?figure=compared-outcomes")
    visit.page.evaluate("window.times = 0; const draw = window.Plotly.toImage; window.Plotly.toImage = (...a) => { window.times += 1; return draw(...a) }; 0")
    menu = unfolded(visit, "compared-outcomes")
    visit.page.wait_for_function("window.times === 1", timeout=20_000)
    for label in ("SVG", "PNG 2×", "PNG 3×"):
        assert taken(visit, menu, label).stat().st_size > 10_000
    assert visit.page.evaluate("window.times") == 1


@pytest.mark.parametrize(("width", "name"), [(1280, "timeline"), (390, "compared-outcomes")])
def test_link_and_embed_code_are_copied_with_one_click(width: int, name: str, visitor) -> None:
    visit: Visit = visitor(width=width)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu = opened(visit, name, "&themes=Security")
    view = View.of(name, Filters(themes=("security",)), visit.address)
    assert copied(visit, menu, "link") == view.address()
    assert copied(visit, menu, "embed code").startswith(f'<iframe src="{visit.address}/figure?figure={name}&amp;themes=Security')
    wider = menu.evaluate("node => node.scrollWidth - node.clientWidth")
    assert wider <= 1, f"the menu is {wider} px wider than its window"
    if name == "timeline":
        check_zoom(visit, menu)


def copied(visit: Visit, menu: Locator, what: str) -> str:
    """What a button of the menu puts into the clipboard."""
    visit.page.evaluate("navigator.clipboard.writeText('')")
    menu.get_by_role("button", name=f"Copy {what}").click()
    menu.get_by_text(f"Copied: {what}.").wait_for()
    return visit.page.evaluate("navigator.clipboard.readText()")


def check_zoom(visit: Visit, menu: Locator) -> None:
    """What the handles leave of the axis goes along, and is there again when the link is opened."""
    chart, days = "document.querySelector('.st-key-chart-timeline .js-plotly-plot')", ["2019-03-05", "2024-06-30"]
    visit.page.evaluate(f"window.Plotly.relayout({chart}, {{'xaxis.range': {days}}}).then(() => 0)")
    link, code = (copied(visit, menu, what) for what in ("link", "embed code"))
    assert f"&zoom={'_'.join(days)}&rel=" in link and code.count("rel=") == code.count(f"&amp;zoom={'_'.join(days)}&amp;rel=") >= 1
    caption, citation = (copied(visit, menu, what) for what in ("caption", "citation"))
    assert "Shown: 5 March 2019 to 30 June 2024. Source: " in caption and all("&zoom=" in text for text in (caption, citation))
    picture = taken(visit, menu, "SVG")
    assert picture.stem.endswith("_2019-03-05_2024-06-30")
    said = words(picture.read_bytes())
    assert "Shown: 5 March 2019 to 30 June 2024." in said and "zoom=2019-03-05_2024-06-30" in said
    years = {year for year in range(1995, 2028) if re.search(rf"(?<![-\d]){year}(?![-\d])", said.partition("Shown:")[2].partition("Source:")[0])}
    assert years and years <= set(range(2019, 2025)), "the axis is that of the page"
    visit.open(link.removeprefix(visit.address))
    assert visit.page.evaluate(f"{chart}.layout.xaxis.range.map((at) => at.slice(0, 10))") == days


def test_an_embedded_card_stands_alone_under_the_filters_of_its_link(visitor, tmp_path: Path) -> None:
    visit: Visit = visitor()
    view = View.of("compared-outcomes", Filters(themes=("security",)), visit.address)
    (tmp_path / "blog.html").write_text(
        f"<!doctype html><title>blog</title>{'<p>text</p>'}<iframe src='{view.address(embed='true')}' width='700' height='600'></iframe>"
    )
    visit.page.goto((tmp_path / "blog.html").as_uri())
    frame = visit.page.frame_locator("iframe")
    frame.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=30_000)
    assert view.sentence in frame.locator(".st-key-card-compared-outcomes").inner_text().replace("\u2060", "").replace("\u00a0", " ")
    assert frame.get_by_role("combobox").count() == 0
    assert frame.get_by_role("link", name="Compare", exact=True).count() == 0
    assert frame.get_by_role("link", name="Open in the dashboard").get_attribute("href") == view.address()
    state = {"tab-timeline": "Sources", "zoom": "2020-01-01_2024-06-30"}
    visit.page.goto(View.of("timeline", Filters(), visit.address).address(**state, embed="true"))
    assert visit.page.get_by_role("link", name="Open in the dashboard").get_attribute("href") == View.of("timeline", Filters(), visit.address).address(**state)


def test_a_pale_sign_has_its_edge_in_the_picture_too() -> None:
    drawn = browser_of_server.drawn(drawing.picture(View.of("facts-by-sources", Filters())), 1)[0]
    signs = lxml.etree.fromstring(drawn.encode()).xpath("//*[local-name()='use']/parent::*[@stroke]")
    assert [sign.get("stroke") for sign in signs] == ["rgb({}, {}, {})".format(*(int(PRINT.accent[at : at + 2], 16) for at in (1, 3, 5)))] * 3
