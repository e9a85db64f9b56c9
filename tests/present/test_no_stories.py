"""Another organisation's folder, which comes without stories: the desk, the player's addresses, the checks; a story of one's own still works."""

import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data.__main__ import main as check_data
from data.stories import Slide, Story
from exports.show import deck, own
from exports.show.__main__ import main as check_stories
from server.show import routes
from tests.test_pages import fail_words, visit

pytestmark = pytest.mark.broad

client = TestClient(Starlette(routes=list(routes)))


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))


def test_the_desk_says_so_and_offers_a_story_of_ones_own() -> None:
    at = visit("present")
    said = " ".join(part.value for part in at.markdown)
    assert not fail_words(at)
    assert "comes without stories" in said and "Add to my story" in said


def test_checks_find_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_data([]) == 0 and check_stories() == 0
    assert "slides" not in capsys.readouterr().out


STORY = """title = "Ours"
question = "What came of it?"

[[slides]]
figure = "{figure}"
caption = "All texts"
"""


def test_checks_of_stories_tell_what_is_there_and_what_is_wrong(capsys: pytest.CaptureFixture[str], tiny_folder: Path) -> None:
    (tiny_folder / "stories").mkdir()
    (tiny_folder / "stories" / "ours.toml").write_text(STORY.format(figure="document-register"), encoding="utf-8")
    assert check_stories() == 0
    assert capsys.readouterr().out.split() == ["ours", "1", "slides", "Ours"]
    assert check_data([]) == 0
    assert f"braces of 1 are sound; figures, filters and values are checked by {sys.orig_argv[0]} -m exports.show" in capsys.readouterr().out
    (tiny_folder / "stories" / "ours.toml").write_text(STORY.format(figure="no-such"), encoding="utf-8")
    assert check_stories() == 1
    told = capsys.readouterr()
    assert not told.out and "no-such" in told.err and "ours.toml" in told.err


def test_checks_of_stories_end_where_the_tables_have_a_fault(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCO_DATA", str(tmp_path))
    assert check_stories() == 1
    told = capsys.readouterr()
    assert not told.out and "documents.csv" in told.err


def test_addresses_of_stories_that_are_not_there_answer_in_words() -> None:
    for path in ("/show/two-chairmanships", "/show/two-chairmanships.json"):
        answer = client.get(path)
        assert answer.status_code == 404 and "There is no story called “two-chairmanships”" in answer.text


def test_views_and_stories_of_ones_own_play() -> None:
    story = Story(own.NAME, "Ours", "", (Slide("document-register", "All texts"),))
    for path, words in (("/show/view?figure=document-register", "Register of documents"), (f"/show/own?story={own.packed(story)}", "All texts")):
        answer = client.get(path)
        assert answer.status_code == 200 and words in answer.text
    assert deck.known() == {}
