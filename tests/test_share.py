"""The Download & share menu, and links that remember their release and what was zoomed in on."""

from types import SimpleNamespace

import lxml.html
import pytest

import data
from charts.form import SLIDE
from charts.look import LIGHT
from exports.errors import CannotMake
from exports.text import embed
from exports.view import View
from queries import Filters
from tests.test_pages import fail_words, visit
from ui.card import chart_tab, file_button, share, turns

pytestmark = pytest.mark.broad

OTHER = "2025-01-01-abcdef0"

def test_nothing_of_the_menu_is_made_before_it_is_opened() -> None:
    at = visit("compare")
    assert not at.get("download_button")
    at.button(key="share-compared-outcomes").click().run()
    assert not fail_words(at)
    labels = [button.proto.label for button in at.get("download_button")]
    assert labels[:8] == ["PDF of the picture", "CSV", "Excel", "JSON", "PowerPoint", "PDF", "HTML", "All of it (ZIP)"]


@pytest.mark.parametrize(("name", "is_told"), [("timeline", True), ("membership-growth", False)])
def test_the_menu_of_a_chart_with_handles_says_which_files_are_of_all_days(name: str, is_told: bool) -> None:
    at = visit("figure", figure=name)
    assert share.WHOLE not in [caption.value for caption in at.caption]
    at.button(key=f"share-{name}").click().run()
    assert not fail_words(at)
    assert (share.WHOLE in [caption.value for caption in at.caption]) == is_told


def test_a_picture_is_asked_for_by_its_use_ground_and_part() -> None:
    at = visit("figure", figure="country-ladder")
    at.session_state["size-country-ladder"] = "slide"
    at.button(key="share-country-ladder").click().run()
    assert not fail_words(at)
    assert at.selectbox(key="size-country-ladder").value == "slide" and at.selectbox(key="ground-country-ladder").value == "light"
    parts = View.of("country-ladder", Filters()).parts(SLIDE)
    assert len(parts) > 1 and at.selectbox(key="part-country-ladder-slide").options == [part.left_out for part in parts]


def test_rows_shown_and_all_rows_are_offered_where_they_differ() -> None:
    at = visit("compare", themes=["Security"])
    at.button(key="share-compared-outcomes").click().run()
    view = View.of("compared-outcomes", Filters(themes=("security",)))
    (radio,) = at.radio
    assert f"{len(view.frame)}, from {view.n} priorities" in radio.options[0]
    assert f"{len(view.whole.frame)}, from {view.n_all} priorities" in radio.options[1]
    bare = visit("compare")
    bare.button(key="share-compared-outcomes").click().run()
    assert not bare.radio


def test_a_file_is_of_the_release_that_its_name_says(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {}
    monkeypatch.setattr(file_button.st, "download_button", lambda label, **told: made.update({label: told}))
    served = data.current()
    view = View.of("document-register", Filters())
    file_button.show("CSV", view, "csv", "text/csv", lambda view: data.current().release.encode(), False)
    monkeypatch.setattr(data, "newest", lambda: SimpleNamespace(release=OTHER))  # the data were replaced while the menu was open
    assert data.current().release == OTHER
    assert made["CSV"]["data"]().decode() == served.release and served.release in made["CSV"]["file_name"]


def test_a_file_is_made_when_its_turn_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {}
    monkeypatch.setattr(file_button.st, "download_button", lambda label, **told: made.update({label: told}))
    monkeypatch.setattr(turns, "_LINES", {"pdf": turns.Line(at_once=1, waiting=0)})
    for ending in ("pdf", "csv"):
        file_button.show(ending, View.of("document-register", Filters()), ending, "", lambda view: b"made")
    with turns.turn("pdf"):
        with pytest.raises(CannotMake, match="busy"):
            made["pdf"]["data"]()
        assert made["csv"]["data"]() == b"made"
    assert made["pdf"]["data"]() == b"made"


@pytest.mark.parametrize("rel", [None, "served"])
def test_a_link_of_this_release_says_nothing(rel: str | None) -> None:
    at = visit("overview", **({"rel": data.current().release} if rel else {}))
    assert not [info for info in at.info if "release" in info.value]


@pytest.mark.parametrize("name", ["compared-outcomes", "membership-growth"])
def test_embed_code_is_one_frame_with_the_filters_of_the_view(name: str) -> None:
    view = View.of(name, Filters(themes=("security",), years=(2005, 2020)), "https://dashboard.example")
    frame, script = lxml.html.fragments_fromstring(embed.code(view))
    assert frame.tag == "iframe" and frame.get("title") == view.title
    assert script.tag == "script" and frame.get("allow") == "clipboard-write" and int(frame.get("height")) > view.figure.height
    address = frame.get("src")
    assert address == view.address(embed="true")
    assert f"figure={name}" in address and "embed=true" in address and f"rel={view.release}" in address


def test_a_zoom_that_is_none_shows_all(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View.of("timeline", Filters())
    whole = view.plot(LIGHT).to_dict()["layout"]["xaxis"]["range"]
    for told, shown in {"2020-01-01_1990-01-01": whole, "x_y": whole, "2020": whole, "": whole, "1900-01-01_2020-01-01": [whole[0], "2020-01-01"]}.items():
        monkeypatch.setattr(chart_tab, "st", SimpleNamespace(query_params={"zoom": told}, session_state={}))
        assert chart_tab.zoomed(view, LIGHT).to_dict()["layout"]["xaxis"]["range"] == shown, told
    monkeypatch.setattr(chart_tab, "st", SimpleNamespace(query_params={"zoom": "2020-01-01_2021-01-01"}, session_state={}))
    other = View.of("membership-growth", Filters())
    assert chart_tab.zoomed(other, LIGHT) is other.plot(LIGHT), "a chart without handles has no zoom"
