"""Story files: what is wrong with them is named with place and remedy; captions take their numbers from the rows."""

import json
from pathlib import Path

import pandas as pd
import pytest

import data
from data import stories
from data.reading.named import Unreadable, named
from exports.show import check, deck, own, player
from exports.show.captions import Unfilled, filled
from tests.conftest import ROOT

SOUND = 'title = "T"\nquestion = "Q?"\n[[slides]]\nfigure = "compared-outcomes"\ncaption = "{n_all where is_first=yes} priorities"\n'
ROWS = pd.DataFrame({"kind": ["a", "b", "b"], "n": [1, 2, 3], "is_first": [True, False, False], "day": pd.to_datetime(["2017-06-09"] * 3), "none": [None] * 3})


def written(folder: Path, text: str, name: str = "one.toml") -> Path:
    (folder / "stories").mkdir(exist_ok=True)
    (folder / "stories" / name).write_text(text, encoding="utf-8")
    return folder


def test_the_stories_that_come_with_the_dashboard_are_sound() -> None:
    assert [len(story.slides) for story in deck.known().values()] == [10, 7, 6, 6, 7]
    assert check.faults(ROOT / "data") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('title = "T"', "", "missing"),
        ('title = "T"', "title = 3", "not a text"),
        ('question = "Q?"', 'question = "Q?"\nplace = "x"', "not a whole number"),
        ('question = "Q?"', 'question = "Q?"\ncolour = "red"', "no such name"),
        ('figure = "compared-outcomes"', "", "missing"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\nsize = 3', "no such name"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\npart = 0', "number of a part"),
        ('figure = "compared-outcomes"', 'figure = "compared-outcomes"\nfilters = 3', "not filters"),
        ("{n_all where is_first=yes} priorities", "50 priorities", "typed number"),
        ("{n_all where is_first=yes} priorities", "{n_all priorities", "brace"),
        ("{n_all where is_first=yes} priorities", "{n_all where} priorities", "names no value"),
        ("{n_all where is_first=yes} priorities", "{n_all where is_first} priorities", "condition"),
        ("[[slides]]", "[slides]", "no slides"),
        ("[[slides]]", "[[slides", "not valid TOML"),
    ],
)
def test_each_kind_of_fault_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert stories.read(written(tmp_path, SOUND))[1] == []
    found, faults = stories.read(written(tmp_path, SOUND.replace(old, new, 1)))
    assert not found and any(rule in str(fault) and fault.file == "stories/one.toml" and fault.remedy for fault in faults), list(map(str, faults))


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
    ],
)
def test_figures_filters_and_values_are_checked(tmp_path: Path, old: str, new: str, rule: str) -> None:
    assert check.faults(written(tmp_path, SOUND)) == []
    faults = check.faults(written(tmp_path, SOUND.replace(old, new, 1)))
    assert any(rule in str(fault) for fault in faults), list(map(str, faults))


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


@pytest.mark.parametrize("text", ["{n}", "{n where kind=c}", "{none}", "{m}", "{n where m=1}", "{__import__('os')}"])
def test_a_value_that_is_not_there_is_no_value(text: str) -> None:
    with pytest.raises(Unfilled):
        filled(text, ROWS)


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


def test_a_hostile_story_gives_its_good_slides_and_says_what_was_dropped() -> None:
    hostile = {"figure": "membership-growth", "caption": "</script><img src=x onerror=alert(1)>\u202e{n}", "filters": {"themes": ["'; drop"], "x": 3}, "part": -1}
    many = {"title": ["no"], "slides": [hostile, {"figure": "no-such"}, 7, *[{"figure": "timeline"}] * 200]}
    story, lost = own.from_file(json.dumps(many).encode())
    shown = deck.deck(story, lost=lost)
    assert len(story.slides) == stories.MOST_SLIDES and len(shown.slides) == stories.MOST_SLIDES - 1
    for part in ("it is none", "no-such", "after the first"):
        assert any(part in one for one in shown.dropped), shown.dropped
    page = player.to_html(deck.Deck("own", shown.title, "", shown.slides[:1], {}, shown.dropped)).decode()
    assert "<img src=x" not in page and "\u202e" not in page
    for text in ("", "x", "é", "A" * 20_000, "eJw"):
        assert not own.unpacked(text)[0].slides


def test_a_story_of_ones_own_survives_link_and_file() -> None:
    first = deck.known()["how-a-programme-lives-on"]
    story = stories.Story(own.NAME, "Mine – моя", "", first.slides[:5])
    assert own.unpacked(own.packed(story)) == (story, [])
    assert own.from_file(own.to_file(story)) == (story, [])
