"""Story files: what is wrong with them is named with place and remedy; captions take their numbers from the rows."""

import base64
import json
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import data
from charts.form import SLIDE
from charts.look import LIGHT
from data import stories
from data.reading.named import Unreadable, named
from exports.show import check, deck, own, player
from exports.show.captions import Unfilled, filled
from exports.view import View
from queries import Filters
from server import show
from server.show import routes
from tests.conftest import ROOT

pytestmark = pytest.mark.broad

CODED = re.compile("%[89A-Fa-f][0-9A-Fa-f]")
ONE = '[[slides]]\nfigure = "compared-outcomes"\ncaption = "{n_all where is_first=yes} priorities"\n'
SOUND = f'title = "T"\nquestion = "Q?"\n{ONE}'
NUMBER, WITH_UNIT = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"\b(\d+(?:\.\d+)?) (?:%|years)")
ROWS = pd.DataFrame({"kind": ["a", "b", "b"], "n": [1, 2, 3], "is_first": [True, False, False], "day": pd.to_datetime(["2017-06-09"] * 3), "none": [None] * 3})


def written(folder: Path, text: str, name: str = "one.toml") -> Path:
    (folder / "stories").mkdir(exist_ok=True)
    (folder / "stories" / name).write_text(text, encoding="utf-8")
    return folder


def test_the_stories_that_come_with_the_dashboard_are_sound() -> None:
    assert [len(story.slides) for story in deck.known().values()] == [10, 7, 6, 6, 8]
    assert check.faults(ROOT / "data") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('title = "T"', "", "missing"),
        ('title = "T"', "title = 3", "not a text"),
        ('question = "Q?"', "", "missing"),
        ('question = "Q?"', 'question = "Q?"\nplace = "x"', "not a whole number"),
        ('question = "Q?"', 'question = "Q?"\ncolour = "red"', "no such name"),
        ('figure = "compared-outcomes"', "", "missing"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\nsize = 3', "no such name"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\npart = 0', "number of a part"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\nfilters = 3', "not filters"),
        ("{n_all where is_first=yes} priorities", "50 priorities", "typed number"),
        ("{n_all where is_first=yes} priorities", "{n_all priorities", "brace"),
        ("{n_all where is_first=yes} priorities", "n_all} priorities", "brace"),
        ("{n_all where is_first=yes} priorities", "{n_all where} priorities", "names no value"),
        ("{n_all where is_first=yes} priorities", "{n_all where is_first} priorities", "condition"),
        ("{n_all where is_first=yes} priorities", "   ", "missing"),
        ("priorities\"\n", 'priorities"\nnote = 3\n', "not a text"),
        ("priorities\"\n", 'priorities"\nnote = "50"\n', "typed number"),
        ("[[slides]]", "[slides]", "no slides"),
        (ONE, "slides = []", "no slides"),
        (ONE, "slides = 3", "no slides"),
        (ONE, 'slides = ["one"]', "no slides"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\nfilters = {themes = [[1]]}', "not filters"),
        (ONE, ONE * 41, "41 slides, more than 40"),
        ("{n_all where is_first=yes} priorities", "w" * 301, "more than 300"),
        ("{n_all where is_first=yes} priorities", "50 {n_all priorities", "typed number"),
        ("[[slides]]", "[[slides", "not valid TOML"),
    ],
)
def test_each_kind_of_fault_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert stories.read(written(tmp_path, SOUND))[1] == []
    found, faults = stories.read(written(tmp_path, SOUND.replace(old, new, 1)))
    assert not found and any(rule in str(fault) and fault.file == "stories/one.toml" and fault.remedy for fault in faults), list(map(str, faults))


def test_forty_slides_are_not_too_many(tmp_path: Path) -> None:
    assert stories.read(written(tmp_path, SOUND.replace(ONE, ONE * 40)))[1] == []


def test_a_mark_that_editors_write_before_a_text_is_no_fault(tmp_path: Path) -> None:
    assert stories.read(written(tmp_path, "\ufeff" + SOUND))[1] == []


def test_every_value_that_is_not_there_is_named_at_once(tmp_path: Path) -> None:
    places = ("{nothing}", "{n where other=1}", '{n where outcome="no such"}')
    found = check.faults(written(tmp_path, SOUND.replace("{n_all where is_first=yes} priorities", " and ".join(places).replace('"', '\\"'))))
    assert [fault.value for fault in found] == list(places)


def test_a_file_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    assert stories.read(written(tmp_path, SOUND.replace("[[slides]]", "[[slides")))[1][0].line == 3
    (tmp_path / "stories" / "one.toml").write_bytes(SOUND.replace("T", "Größe").encode("latin-1"))
    assert "not UTF-8" in str(stories.read(tmp_path)[1][0])


def test_a_fault_of_a_slide_that_is_written_within_a_line_has_no_line(tmp_path: Path) -> None:
    folder = tmp_path / stories.FOLDER
    folder.mkdir()
    (folder / "ours.toml").write_text('title = "T"\nquestion = "Q?"\nslides = [{figure = "timeline", caption = "C", colour = "red"}, {figure = 5}]\n', encoding="utf-8")
    found, faults = stories.read(tmp_path)
    assert not found and len(faults) >= 2 and {fault.line for fault in faults} == {None}


@pytest.mark.parametrize("name", ["own.toml", "view.toml", "A b.toml"])
def test_a_file_must_have_the_name_of_an_address(tmp_path: Path, name: str) -> None:
    assert "address" in str(stories.read(written(tmp_path, SOUND, name))[1][0])


def test_a_fault_of_a_story_is_told_with_those_of_the_tables(tiny_folder: Path) -> None:
    written(tiny_folder, SOUND.replace("{n_all where is_first=yes}", "12"))
    with pytest.raises(data.DataError) as told:
        data.connect(tiny_folder)
    assert "stories/one.toml, line 3, 'slide 1, caption'" in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("compared-outcomes", "no-such", "no such figure"),
        ("n_all where is_first=yes", "n_al where is_first=yes", "no column n_al"),
        ("n_all where is_first=yes", "n_all", "different values"),
        ("n_all where is_first=yes", "n_all where outcome=none", "no row"),
        ('outcomes"\n', 'outcomes"\npart = 4\n', "comes in 1"),
        ("priorities\"\n", 'priorities"\n[slides.filters]\nthemes = "nothing"\n', "not in this dataset"),
        ("priorities\"\n", 'priorities"\n[slides.filters]\nstatuses = "member"\n', "does not obey"),
        ("priorities\"\n", 'priorities"\nnote = "{n_al}"\n', "no column n_al"),
        (ONE, '[[slides]]\nfigure = "document-register"\ncaption = "All"\n[slides.filters]\nq = "zzzz"\n', "no rows"),
    ],
)
def test_figures_filters_and_values_are_checked(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert check.faults(written(tmp_path, SOUND)) == []
    faults = check.faults(written(tmp_path, SOUND.replace(old, new, 1)))
    assert any(rule in str(fault) and "slide 1" in str(fault) for fault in faults), list(map(str, faults))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{n where kind=a}", "1"),
        ("{sum n where kind=a|b}", "6"),
        ("{sum n where kind!=a}", "5"),
        ("{count kind}", "2"),
        ("{least n}–{most n}", "1–3"),
        ("{first kind}{last kind}", "ab"),
        ('{n where kind="a" and is_first=yes}', "1"),
        ("{day}", "9 June 2017"),
        ("(n = {n where kind=a})", "(n\u00a0=\u00a01)"),
    ],
)
def test_captions_take_their_values_from_the_rows(text: str, told: str) -> None:
    assert filled(text, ROWS) == told


def test_captions_round_as_the_marks_beside_them() -> None:
    rows = pd.DataFrame({"share": [32 / 3, 24.0], "kind": ["a", "b"]})
    assert [filled("{share where kind=a}, {most share}, {count share}", rows, {"share": n} if n < 9 else None) for n in (0, 1, 9)] == ["11, 24, 2", "10.7, 24.0, 2", "10.7, 24, 2"]
    for story in deck.known().values():
        for place, shown in enumerate(deck.deck(story).slides, 1):
            plot = shown.view.plot(LIGHT.shaped(SLIDE), shown.part).to_dict()
            words = [*(trace.get("text") for trace in plot["data"]), *(note["text"] for note in plot["layout"].get("annotations", []))]
            drawn = set(WITH_UNIT.findall(str(words)))
            for told in NUMBER.findall(shown.caption):
                near = {mark for mark in drawn if abs(float(mark) - float(told)) < 0.5}
                assert not near or told in near, f"{story.name}, slide {place}: {told} in the caption, {near} beside its marks"


def test_sources_in_short_have_addresses_that_can_be_read() -> None:
    told = [deck.in_short(row) for name in deck.known() for row in deck.deck(deck.known()[name]).sources]
    assert not [line for line in told if CODED.search(line)] and any("http" in line and not line.partition("http")[2].isascii() for line in told)


@pytest.mark.parametrize("text", ["{n}", "{n where kind=c}", "{none}", "{m}", "{n where m=1}", "{__import__('os')}"])
def test_a_value_that_is_not_there_is_no_value(text: str) -> None:
    with pytest.raises(Unfilled):
        filled(text, ROWS)


@pytest.mark.parametrize(("column", "told"), [("year", "2024"), ("valid_from_year", "2024"), ("year_of_joining", "2\u202f024"), ("n", "2\u202f024")])
def test_a_year_is_no_number_of_things(column: str, told: str) -> None:
    assert filled(f"{{{column}}}", pd.DataFrame({column: [2024]})) == told


def test_braces_run_no_code() -> None:
    for place in ("n()", "n.__class__", "n; drop", "n where kind=a or 1=1", ""):
        with pytest.raises(Unreadable):
            named(place)


def test_another_folder_needs_no_stories(tiny_folder: Path) -> None:
    assert stories.read(tiny_folder) == ([], [])
    data.connect(tiny_folder).close()


def test_filters_of_the_visitor_reach_captions_and_pairs() -> None:
    story = deck.known()["two-chairmanships"]
    changed = deck.deck(story, {"chairmanships": ["cn-2017", "kg-2018"]})
    assert "China 2017–2018" in changed.slides[1].under
    assert changed.slides[1].caption != deck.deck(story).slides[1].caption
    assert deck.deck(story, {"themes": ["nothing"]}).dropped


def test_no_title_claims_what_the_filters_of_a_visitor_do_not_show() -> None:
    for name, place, chosen, untrue in (
        ("how-a-programme-lives-on", 3, {"themes": ["energy"]}, "security"),
        ("twenty-four-or-twenty-five", 0, {"chairmanships": ["cn-2017", "kg-2018"]}, "Kazakh"),
        ("two-chairmanships", 0, {"chairmanships": ["kz-2023", "cn-2024"]}, "More"),
    ):
        story = deck.known()[name]
        own, other = deck.deck(story).slides[place], deck.deck(story, chosen).slides[place]
        assert untrue in own.caption and other.caption == other.view.title and untrue not in other.caption
        assert other.note == deck.OTHERWISE + own.note, "the words for the speaker say what they are about"
    story = deck.known()["from-six-to-ten-members"]
    kept, chosen = ([shown.caption for shown in deck.deck(story, raw).slides] for raw in ({}, {"themes": ["energy"]}))
    assert kept == chosen, "a filter that a figure does not obey changes nothing"


def test_slides_that_compare_two_say_so_where_not_two_are_chosen() -> None:
    story = deck.known()["two-chairmanships"]
    for chairs, is_said in ((["cn-2017"], True), (["cn-2017", "kg-2018"], False), (["cn-2017", "kg-2018", "ru-2019"], True)):
        assert any("choose two" in one for one in deck.deck(story, {"chairmanships": chairs}).dropped) == is_said
    assert not deck.deck(deck.known()["from-six-to-ten-members"], {"chairmanships": ["cn-2017"]}).dropped
    answer = TestClient(Starlette(routes=list(routes))).get("/show/view.json?figure=compared-outcomes&chairmanships=cn-2017&chairmanships=kg-2018").json()
    assert "China 2017\u2060–\u20602018" in answer["slides"][0]["under"], "a view alone takes the two, as a story does"


def test_an_address_may_be_as_long_as_is_said() -> None:
    asked = TestClient(Starlette(routes=list(routes)))
    begin = "figure=compared-outcomes&x="
    told = [asked.get(f"/show/view.json?{begin}{'x' * (show.LONGEST - len(begin) + more)}").status_code for more in (0, 1)]
    assert told == [200, 404]


def test_a_view_alone_answers_no_question_and_has_no_sign_before_one() -> None:
    story = deck.known()["two-chairmanships"]
    for shown, told in ((deck.of_view(View.of("membership-growth", Filters())), ""), (deck.deck(story), f" · {story.question}")):
        kicker = re.search(r'<p id="kicker">(.*?)<span>(.*?)</span>', player.to_html(shown).decode())
        assert kicker and kicker[1] == shown.title and kicker[2] == told


@pytest.mark.parametrize(("less", "lost"), [(0, ()), (1, ("parts after the first {most}",))])
def test_a_view_alone_has_as_many_slides_as_a_story_may_have(less: int, lost: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("country-ladder", Filters())
    most = len(view.parts(SLIDE)) - less
    monkeypatch.setattr(stories, "MOST_SLIDES", most)
    made = deck.of_view(view)
    assert len(made.slides) == most > 0 and made.dropped == tuple(one.format(most=most) for one in lost)


@pytest.mark.parametrize(("figure", "by", "noun"), [("country-ladder", "iso3", "states"), ("coverage-matrix", "chairmanship_id", "chairmanships")])
def test_each_slide_of_a_view_says_which_rows_it_holds(figure: str, by: str, noun: str) -> None:
    slides = deck.of_view(View.of(figure, Filters())).slides
    found = [re.search(rf"Shown: {noun} (\d+) to (\d+) of (\d+); part (\d+) of (\d+)\.", shown.under) for shown in slides]
    told = [tuple(map(int, one.groups())) for one in found if one]
    assert len(told) == len(slides) > 1, [shown.under for shown in slides]
    lines, last = list(slides[0].view.frame[by].unique()), 0
    for place, (shown, (low, high, n, part, parts)) in enumerate(zip(slides, told, strict=True), 1):
        assert (low, n, part, parts) == (last + 1, len(lines), place, len(slides))
        assert list(shown.drawn.frame[by].unique()) == lines[low - 1 : high]
        last = high


def test_a_hostile_story_gives_its_good_slides_and_says_what_was_dropped() -> None:
    hostile = {"figure": "membership-growth", "caption": "</script><img src=x onerror=alert(1)>\u202e{n}", "filters": {"themes": ["'; drop"], "x": 3}, "part": -1}
    many = {"title": ["no"], "slides": [hostile, {"figure": "no-such"}, 7, *[{"figure": "timeline"}] * 200]}
    story, lost = own.from_file(json.dumps(many).encode())
    shown = deck.deck(story, lost=lost)
    assert len(story.slides) == stories.MOST_SLIDES and len(shown.slides) == stories.MOST_SLIDES - 1
    for part in ("slide 3: it is none", "no-such", "after the first", "slide 1: themes"):
        assert any(part in one for one in shown.dropped), shown.dropped
    page = player.to_html(deck.Deck("own", shown.title, "", shown.slides[:1], {}, shown.dropped)).decode()
    assert "<img src=x" not in page and "\u202e" not in page
    assert shown.slides[0].caption.endswith("{n}"), "braces of a visitor name nothing"
    for text in ("", "x", "é", "A" * 20_000, "eJw", "QUFBQQ"):
        assert not own.unpacked(text)[0].slides and own.unpacked(text)[1]


def test_a_story_of_ones_own_has_bounds() -> None:
    sound = json.dumps({"slides": [{"figure": "timeline", "caption": "c" * 900, "note": "n" * 9_000}]}).encode()
    slide = own.from_file(sound)[0].slides[0]
    assert (len(slide.caption), len(slide.note)) == (300, 4_000)
    blank = b" " * (own.LONGEST_TEXT - len(sound))
    assert own.from_file(blank + sound) == own.from_file(sound) and "longer" in own.from_file(b" " + blank + sound)[1][0]
    assert own.from_file(b"\xff")[1] == own.from_file(b"[")[1] == ["the story: its file cannot be read"]
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * 500_000 + sound)).decode()
    assert len(bomb) < own.LONGEST_LINK and own.unpacked(bomb)[1] == ["the story: its link cannot be read"], "no link becomes more than a story holds"
    long = replace(own.from_file(sound)[0], slides=tuple(replace(slide, note=" ".join(map(str, range(k * 900, k * 900 + 600)))) for k in range(20)))
    assert "longer" in own.unpacked(own.packed(long))[1][0] and own.from_file(own.to_file(long)) == (long, [])


def test_the_longest_link_is_read_and_a_longer_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    story = own.from_file(json.dumps({"slides": [{"figure": "timeline"}]}).encode())[0]
    link = own.packed(story)
    monkeypatch.setattr(own, "LONGEST_LINK", len(link))
    assert own.unpacked(link) == (story, [])
    monkeypatch.setattr(own, "LONGEST_LINK", len(link) - 1)
    assert own.unpacked(link) == (own.empty(), [f"the story: its link is longer than {len(link) - 1} characters"])


def test_a_story_of_ones_own_survives_link_and_file() -> None:
    first = deck.known()["how-a-programme-lives-on"]
    story = stories.Story(own.NAME, "Mine – моя", "", first.slides[:5])
    assert own.unpacked(own.packed(story)) == (story, [])
    assert own.from_file(own.to_file(story)) == (story, [])
    assert re.match(r'\{\n "\w+": ', own.to_file(story).decode()), "a line a value, set in by one"
    short = replace(story, slides=(stories.Slide("timeline"), stories.Slide("timeline", part=2)))
    assert json.loads(own.to_file(short)) == {"title": "Mine – моя", "slides": [{"figure": "timeline"}, {"figure": "timeline", "part": 2}]}, "what is as usual is not told"


@pytest.mark.parametrize(("told", "part"), [(1, 1), (2, 2), (1_000, 1_000), (0, 1), (1_001, 1), (-1, 1), ("2", 1), (2.0, 1), (True, 1), (None, 1)])
def test_a_slide_of_ones_own_shows_the_part_that_it_names_or_the_first(told: object, part: int) -> None:
    story, dropped = own.from_file(json.dumps({"slides": [{"figure": "timeline", "part": told}, {"figure": "timeline"}]}).encode())
    assert [slide.part for slide in story.slides] == [part, 1] and not dropped
    assert own.slide_of(View.of("timeline", Filters())).part == 1


@pytest.mark.parametrize("told", [{"slides": {}}, {"slides": []}, {"slides": "abc"}, {"slides": {"figure": "timeline"}}, {"slides": 5}, {}, [{"figure": "timeline"}], "abc", None])
def test_what_has_no_list_of_slides_is_no_story(told: object) -> None:
    assert own.from_file(json.dumps(told).encode()) == (own.empty(), ["the story: it has no slides"])


@pytest.mark.parametrize(("good", "bad", "lost"), [(stories.MOST_SLIDES, 1, 1), (stories.MOST_SLIDES + 1, 0, 1), (stories.MOST_SLIDES + 1, 2, 3), (stories.MOST_SLIDES - 1, 0, 0)])
def test_slides_that_are_none_do_not_count_as_too_many(good: int, bad: int, lost: int) -> None:
    slides = [*[{}] * bad, *[{"figure": "document-register"}] * good]
    story, dropped = own.from_file(json.dumps({"title": "Ours", "slides": slides}).encode())
    assert len(story.slides) == min(good, stories.MOST_SLIDES) and len(dropped) == lost
