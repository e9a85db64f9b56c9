"""Every page as a visitor meets it: bare, filtered at random, with hostile links. No run may end in an error."""

import random
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from data import About
from queries import FIELDS
from tests.test_filters import HOSTILE
from ui import brand
from ui.navigation import FOLDER, SCREENS

pytestmark = pytest.mark.broad

MAIN = str(Path(FOLDER).parent / "ui" / "main.py")
NAMES = [screen.name for screen in SCREENS]
COMBINATIONS = 50
CHARTS = {"overview": 2, "compare": 7}


def visit(page: str, **query: object) -> AppTest:
    """The page after one run, with these values in the link."""
    at = AppTest.from_file(MAIN, default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value  # type: ignore[assignment]
    if page != SCREENS[0].name:
        at.run()
        at.switch_page(str(FOLDER / f"{page}.py"))
        for name, value in query.items():
            at.query_params[name] = value  # type: ignore[assignment]
    return at.run()


def fail_words(at: AppTest) -> list[str]:
    return [e.value for e in at.error] + [str(e.value) for e in at.exception]


def can_be_emptied(at: AppTest) -> list[str]:
    """The rows of buttons, one of which is chosen, that a second click would leave without any."""
    return [group.proto.label for group in at.get("button_group") if not group.proto.required]


@pytest.mark.parametrize("page", NAMES)
def test_bare_page_has_a_title_and_no_error(page: str) -> None:
    at = visit(page)
    assert not fail_words(at)
    assert len(at.title) == 1
    assert not can_be_emptied(at)


@pytest.mark.parametrize("chosen", [{"section": "Tables", "browse": "Evidence"}, {"section": "Use and cite"}], ids=lambda chosen: chosen["section"])
def test_of_the_data_too_one_of_several_stays_chosen(chosen: dict[str, str]) -> None:
    at = visit("data", **chosen)
    assert len(at.get("button_group")) > 1 and not can_be_emptied(at)


@pytest.mark.parametrize(("page", "least"), CHARTS.items())
def test_charts_carry_their_description(page: str, least: int) -> None:
    charts = visit(page).get("plotly_chart")
    assert len(charts) >= least
    assert all(len(chart.proto.alt) > 20 for chart in charts)


def combination(seed: int) -> dict[str, object]:
    """A random choice for every filter, written as a link would have it."""
    dice = random.Random(seed)
    vocabulary = queries.vocabulary()
    chosen: dict[str, object] = {}
    for name, field in FIELDS.items():
        if dice.random() < 0.45:
            continue
        if field.kind == "many":
            labels = list(vocabulary.choices[name].values())
            chosen[name] = dice.sample(labels, dice.randint(1, min(3, len(labels))))
        elif field.kind == "one":
            chosen[name] = dice.choice(list(vocabulary.choices[name].values()))
        elif field.kind == "years":
            chosen[name] = [str(year) for year in sorted(dice.choices(range(vocabulary.years[0], vocabulary.years[1] + 1), k=2))]
        elif field.kind == "text":
            chosen[name] = dice.choice(["anti", "Štrategy", "zzz", "2017 plan"])
    return chosen


@pytest.mark.slow
@pytest.mark.parametrize("page", [name for name in NAMES if name != "record"])
def test_random_filters_never_end_in_an_error(page: str) -> None:
    """Fifty combinations in one session, as a visitor who keeps changing filters."""
    at = visit(page)
    for seed in range(COMBINATIONS):
        chosen = combination(seed)
        for key, value in chosen.items():
            put(at, key, value)
        at.run()
        assert not fail_words(at), (page, chosen)


def put(at: AppTest, name: str, value: object) -> None:
    """Sets a filter widget of the page, if the page has it, to the values of a link."""
    vocabulary = queries.vocabulary()
    if name not in at.session_state:
        return
    match FIELDS[name].kind:
        case "many":
            at.session_state[name] = [key for key, label in vocabulary.choices[name].items() if label in value]  # type: ignore[operator]
        case "one":
            at.session_state[name] = next(key for key, label in vocabulary.choices[name].items() if label == value)
        case "years":
            at.session_state[name] = tuple(int(year) for year in value)  # type: ignore[attr-defined]
        case "text":
            at.session_state[name] = value


@pytest.mark.slow
@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("page", NAMES)
def test_hostile_links_leave_a_normal_page(page: str, value: str) -> None:
    at = visit(page, **dict.fromkeys([*FIELDS, "table", "id", "figure", "section", "nonsense"], value))
    assert not fail_words(at)
    assert len(at.title) == 1


def test_dropped_values_are_named() -> None:
    captions = " ".join(c.value for c in visit("compare", themes=["Security", "sport"]).caption)
    assert "Left out of the link" in captions and "sport" in captions and "Security" in captions


def test_no_rows_says_so_and_offers_a_reset() -> None:
    at = visit("membership")
    at.session_state["years"] = (1999, 1999)
    at.run()
    assert not fail_words(at)
    labels = [button.label for button in at.button]
    assert "Reset the filters" in labels
    at.button(key="reset-path-to-membership").click().run()
    assert at.session_state["years"] == queries.vocabulary().years


@pytest.mark.parametrize("second", ["uz-2021", "cn-2001", "kg-2025", "kz-2016"])
def test_any_pair_can_be_compared(second: str) -> None:
    at = visit("compare")
    at.session_state["second"] = second
    at.run()
    assert not fail_words(at)
    counts = {row[0] for row in data.current().cursor().execute("select distinct chairmanship_id from priorities").fetchall()}
    assert bool(at.info) == (second not in counts or second == "kz-2016"), "a pair that is not fully coded, or one chair twice, comes with a notice"


def test_one_failing_figure_does_not_take_the_page_down(monkeypatch: pytest.MonkeyPatch) -> None:
    from exports.view import View

    def broken(self: View, look: object) -> None:
        if self.figure.name == "compared-outcomes":
            raise RuntimeError("made up")
        return original(self, look)  # type: ignore[arg-type]

    original = View.plot
    monkeypatch.setattr(View, "plot", broken)
    at = visit("overview")
    assert len(at.error) == 1 and "Reference" in at.error[0].value and "made up" not in at.error[0].value
    assert len(at.get("plotly_chart")) == CHARTS["overview"] - 1


def test_the_names_come_from_the_dataset(monkeypatch: pytest.MonkeyPatch) -> None:
    other = About(title="Texts", short_title="Texts", dashboard="A & B Dashboard", organisation="Union of A and B", licence="CC0 1.0")
    assert brand.word_mark() == brand.FILE
    monkeypatch.setattr(data, "about", lambda: other)
    assert ">A &amp; B Dashboard</text>" in brand.word_mark()
    assert brand.width_of("OTS") > 3 * brand.SMALL and brand.width_of("Союз") == 4 * brand.LARGE
    at = visit("overview")
    assert any("chairs of the Union of A and B promised" in text.value for text in at.markdown)
    assert "CC0 1\\.0" in at.caption[-1].value


def test_every_search_box_says_what_it_searches() -> None:
    assert "Search" not in [field.label for field in FIELDS.values()]
    assert [box.label for box in visit("documents").text_input] == ["Search documents"]
