"""One card alone: the page of a figure, and the same embedded."""

import json

import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from charts.catalogue import FIGURES
from tests.test_pages import fail_words, visit
from ui.card import whole
from ui.figure import alone

pytestmark = pytest.mark.broad


def span(at: AppTest) -> list[str]:
    """First and last day that the timeline shows."""
    (chart,) = at.get("plotly_chart")
    return [day[:10] for day in json.loads(chart.proto.spec)["layout"]["xaxis"]["range"]]


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_a_page_of_its_own(name: str) -> None:
    at = visit("figure", figure=name)
    assert not fail_words(at)
    assert len(at.title) == 1
    assert len(at.get("plotly_chart")) == 1


def test_an_unknown_figure_gets_a_list() -> None:
    at = visit("figure", figure="no-such")
    assert at.title[0].value == "No such figure"
    assert len(at.get("page_link")) == len(FIGURES)


def test_the_page_of_one_figure_begins_with_no_other_figures_query(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[str, ...]] = []
    monkeypatch.setattr(whole, "ahead", lambda names, chosen: begun.append(tuple(names)))
    pair = ("compared-outcomes", "compared-themes")
    for name in pair:
        visit("figure", figure=name)
    for name in pair:
        visit("figure", figure=name)
        assert begun[-1] == (name,)


def test_a_link_takes_the_zoom_of_the_timeline_along_until_the_filters_change() -> None:
    at = visit("figure", figure="timeline", zoom="2020-01-01_2024-06-30")
    assert span(at) == ["2020-01-01", "2024-06-30"]
    at.run()
    assert span(at) == ["2020-01-01", "2024-06-30"], "as long as nothing else is asked for"
    at.multiselect(key="themes").set_value([at.multiselect(key="themes").options[0]]).run()
    assert not fail_words(at) and span(at)[0] != "2020-01-01"


def test_a_figure_has_the_filters_that_it_obeys_a_few_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert alone.chosen_lines("outcomes-by-theme") == [["chairmanships", "themes", "years", "outcomes"], ["kinds"]]
    monkeypatch.setattr(queries.Vocabulary, "is_choice", lambda self, field: field != "themes")
    assert alone.chosen_lines("outcomes-by-theme") == [["chairmanships", "years", "outcomes", "kinds"]], "no widget where the dataset has nothing to choose from"


def test_an_embedded_figure_names_its_source_and_leads_to_the_dashboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(alone.st.context), "is_embedded", True)
    at = visit("figure", figure="timeline", themes=["Security"], zoom="2020-01-01_2024-06-30")
    assert not fail_words(at) and not at.title and not at.multiselect
    (told,) = [caption.value.replace("\\", "") for caption in at.caption if caption.value.startswith("Source\\:")]
    assert f"; release {data.current().release}. " in told
    assert all(part in told for part in ("figure?figure=timeline", "themes=Security", "zoom=2020-01-01_2024-06-30"))
