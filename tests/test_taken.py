"""A picture that has left the page still says what its signs mean, whose records it counts and where it stands."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from charts.catalogue import FIGURES
from charts.form import COLUMN, SLIDE, SQUARE
from charts.look import LIGHT, PRINT
from data.stories import Slide, Story
from exports import about, browser, citation, drawing, sources
from exports.common.whose import whose
from exports.picture.sizes import GROUNDS, PAGE_SIZE, SIZES
from exports.plain_text import readable
from exports.show import deck, handout
from exports.slide import pptx_file
from exports.text import caption
from exports.view import View
from queries import Filters
from queries.filters import with_dashes

pytestmark = pytest.mark.broad

BASE = "https://dashboard.example/sco"


def words(view: View) -> str:
    """All that stands in the drawing."""
    told = view.plot(PRINT).to_dict()["layout"]
    titles = [(axis.get("title") or {}).get("text") or "" for name, axis in told.items() if name[1:5] == "axis"]
    return " ".join([*(note["text"] for note in told.get("annotations", ())), *titles])


@pytest.mark.parametrize("name", FIGURES)
def test_every_picture_names_its_source_release_and_address(name: str) -> None:
    view = View.of(name, Filters(themes=("security",)), BASE)
    for size in SIZES.values():
        foot = " ".join(drawing.picture(view, size, GROUNDS["light"])["foot"])
        assert view.about.licence in foot and view.release in foot and foot.endswith(view.address()) and view.address().startswith(BASE)
    assert "figure?" not in " ".join(drawing.picture(replace(view, base=""))["foot"]), "no address is made up"


@pytest.mark.parametrize("name", FIGURES)
def test_on_a_clear_ground_only_what_is_filled_with_paper_is_clear(name: str) -> None:
    view = View.of(name, Filters(), BASE)
    light, clear = (drawing.picture(view, PAGE_SIZE, GROUNDS[ground])["figure"] for ground in ("light", "clear"))
    assert {clear["layout"][part] for part in ("paper_bgcolor", "plot_bgcolor")} == {drawing.CLEAR}
    n = 0
    for before, after in zip(light["data"], clear["data"], strict=True):
        one, other = ((trace.get("marker") or {}).get("color") for trace in (before, after))
        if before["type"] != "scatter" or one is None:
            assert before == after
            continue
        as_list = [one] if isinstance(one, str) else one
        assert ([other] if isinstance(other, str) else other) == [drawing.CLEAR if ink == LIGHT.paper else ink for ink in as_list]
        n += as_list.count(LIGHT.paper)
    assert n or name != "country-ladder", "steps of an imprecise day are hollow"


def counts(name: str, axis: dict) -> bool:
    """Whether an axis shows numbers that are neither years nor days nor names."""
    is_seen = re.fullmatch(r"[xy]axis\d*", name) and axis.get("visible") is not False and axis.get("showticklabels") is not False
    return bool(is_seen and axis.get("range") and axis.get("type") != "date" and axis.get("tickformat") != "d" and "ticktext" not in axis)


@pytest.mark.parametrize("name", FIGURES)
def test_every_axis_of_numbers_says_what_it_counts(name: str) -> None:
    for chosen in (Filters(), Filters(measure="share"), Filters(chairmanships=("kz-2023",))):
        view = View.of(name, chosen)
        for form in (PRINT.form, SLIDE, SQUARE, COLUMN):
            told = view.plot(PRINT.shaped(form)).to_dict()["layout"]
            heads = [note["y"] for note in told.get("annotations", ()) if note.get("yref") == "paper" and note["text"].startswith("<b>")]
            unnamed = [part for part, axis in told.items() if counts(part, axis) and not (axis.get("title") or {}).get("text")]
            # A panel is named by what stands over it.
            assert all(part[0] == "y" and (told[part].get("domain") or [0, 1])[1] in [pytest.approx(y, abs=0.01) for y in heads] for part in unnamed), unnamed


@pytest.mark.parametrize("name", FIGURES)
def test_years_of_a_term_are_joined_by_a_dash_in_all_words_of_a_view(name: str) -> None:
    for chosen in (Filters(), Filters(chairmanships=("kz-2016", "kz-2023"))):
        view = View.of(name, chosen)
        told = f"{view.title} {view.above} {view.alt} {view.caution} {words(view)}"
        assert not [label for label in view.vocabulary.choices["chairmanships"].values() if "-" in label and label in told]


def test_addresses_are_written_in_their_own_letters() -> None:
    coded = re.compile("%[89A-Fa-f][0-9A-Fa-f]")
    view = View.of("document-register", Filters(q="шос"), BASE)
    assert coded.search(view.address()), "a link that is copied has codes, for whatever takes it up"
    told = [*drawing.picture(view)["foot"], caption.words(view), *(text for _, text in about.facts(view)), citation.words(citation.of_view(view))]
    assert sum("q=шос" in text for text in told) >= 4 and not coded.search(" ".join(told))
    listed = sources.of_file(View.of("timeline", Filters())).rows["Address"].dropna()
    assert not [address for address in listed if coded.search(address)] and any(not address.isascii() for address in listed)


def test_slides_and_handouts_write_addresses_in_their_own_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "unavailable", lambda: "No browser.")
    monkeypatch.setattr(drawing, "on_slide", lambda *_: drawing.Drawn("<svg/>", b""))
    monkeypatch.setattr(browser, "printed", lambda html: html.encode())
    slide = Presentation(BytesIO(pptx_file.to_pptx(View.of("document-register", Filters(q="шос"), BASE)))).slides[0]
    story = Story("s", "S", "Q?", (Slide("document-register", filters={"q": ("шос",)}),))
    for told in (" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame), handout.to_pdf(deck.deck(story, base=BASE)).decode()):
        assert "q=шос" in told and "q=%" not in told


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://x.org/%D1%88%D0%BE%D1%81", "https://x.org/шос"),
        ("https://x.org/?a=1%262&b=%20%25D1", "https://x.org/?a=1%262&b=%20%25D1"),
        ("https://x.org/%E4%B8", "https://x.org/%E4%B8"),
        ("https://x.org/%E2%80%AE%C2%A0", "https://x.org/%E2%80%AE%C2%A0"),
        ("https://x.org/%d1%88-%E2%80%93", "https://x.org/ш-–"),
    ],
)
def test_what_has_a_meaning_of_its_own_or_cannot_be_seen_stays_a_code(address: str, read: str) -> None:
    assert readable(address) == read


@pytest.mark.parametrize("name", FIGURES)
def test_days_between_panels_take_one_line(name: str) -> None:
    """Where Plotly chooses, it writes the year on a line of its own, over whatever stands there."""
    for chosen in (Filters(), Filters(chairmanships=("kz-2023",), years=(2010, 2024))):
        told = View.of(name, chosen).plot(PRINT).to_dict()["layout"]
        dated = {part: axis for part, axis in told.items() if re.fullmatch(r"[xy]axis\d*", part) and axis.get("type") == "date" and axis.get("visible") is not False}
        assert len(dated) < 2 or all(axis.get("tickformat") or axis.get("ticktext") for axis in dated.values()), dated


@pytest.mark.parametrize("name", FIGURES)
def test_a_chairmanship_chosen_alone_is_not_counted(name: str) -> None:
    for chair in ("kz-2016", "kz-2023", "uz-2003"):
        view = View.of(name, Filters(chairmanships=(chair,)))
        assert not re.search(r"\b1 of 1 chairmanship", f"{view.title} {view.above} {view.caution}")


def test_a_legal_force_has_one_sign_whatever_others_are_shown() -> None:
    seen = []
    for forces in ((), ("political",), ("treaty",)):
        told = View.of("document-register", Filters(forces=forces)).plot(PRINT).to_dict()["data"]
        seen.append({(trace["marker"]["symbol"], trace["marker"]["color"]) for trace in told})
    assert len(seen[0]) == 2 and len(seen[1]) == len(seen[2]) == 1 and seen[1] | seen[2] == seen[0]


def test_priorities_say_of_how_many_chairmanships_they_are() -> None:
    view = View.of("outcomes-by-theme", Filters())
    chairs = View.of("outcomes-by-chairmanship", Filters()).frame["chairmanship_id"].nunique()
    assert view.sentence == f"{view.n} priorities in {chairs} chairmanships" and view.sentence in view.above
    assert whose(View.of("outcomes-by-theme", Filters(chairmanships=("kz-2023",)))) == ""
    few = View.of("outcomes-by-theme", Filters(years=(2016, 2017)))
    named = [with_dashes(label) for label in View.of("outcomes-by-chairmanship", Filters(years=(2016, 2017))).frame["chairmanship"].unique()]
    assert 0 < len(named) <= 3 and all(label in few.sentence for label in named)
    assert whose(View.of("priority-survival", Filters())) == "", "a part of the priorities is of a part of the chairmanships"


def test_lanes_with_scales_of_their_own_and_shades_say_so() -> None:
    assert "scale of its own" in words(View.of("timeline-density", Filters()))
    assert "Stronger colour: more rows differ" in words(View.of("coding-confusion", Filters()))


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (3000, 100)], ids=["broad", "tall", "very broad"])
def test_a_picture_on_a_slide_fills_its_place_and_stays_within(size: tuple[int, int]) -> None:
    made = BytesIO()
    Image.new("1", size).save(made, "PNG")
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    left, top, breadth, room = place = Inches(1), Inches(2), Inches(8), Inches(4)
    pptx_file.hang(slide, made.getvalue(), place, "A picture")
    (shape,) = slide.shapes
    assert shape.width / shape.height == pytest.approx(size[0] / size[1], rel=0.01)
    assert max(shape.width / breadth, shape.height / room) == pytest.approx(1, rel=1e-3)
    assert (shape.top, shape.left - left) == (top, pytest.approx((breadth - shape.width) / 2, abs=1)), "in the middle"


def test_a_slide_without_rows_says_so_in_its_middle() -> None:
    deck = Presentation(BytesIO(pptx_file.to_pptx(View.of("priority-tracker", Filters(years=(1996, 1996)), BASE))))
    (words,) = [shape for shape in deck.slides[0].shapes if shape.has_text_frame and shape.text_frame.text.startswith("No priorities")]
    assert str(words.text_frame.paragraphs[0].font.color.rgb) == PRINT.ink[1:].upper()
    assert 1 / 3 < (words.top + words.height / 2) / deck.slide_height < 2 / 3
