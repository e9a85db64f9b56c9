"""Documents by the thousand: lists go page by page over all rows, pictures draw what they have room for and say so."""

from zlib import crc32

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from charts.catalogue import FIGURES
from charts.documents.phrases import LONGEST, describe_validity
from charts.documents.register import FIRST, MOST, describe
from charts.documents.validity import MOST_LINES_SQUARE
from charts.form import SLIDE, SLIDE_TALL, SQUARE, Form
from charts.look import LIGHT
from charts.words import plural
from exports.view import View
from queries import Filters
from tests.shown import real
from tests.test_pages import fail_words, visit
from ui.documents import chains, register


def page(**over: object) -> pd.DataFrame:
    return queries.run("documents/listed", Filters().parameters(queries.vocabulary()) | over)


@pytest.mark.slow
@pytest.mark.parametrize("sort", ["match", "newest", "oldest", "title"])
@pytest.mark.parametrize("q", ["", "cooperation agreement"])
def test_the_pages_of_the_list_are_the_register(q: str, sort: str) -> None:
    whole = real("document-register", q=q, sort=sort)
    assert len(whole)
    values = Filters(q=q, sort=sort).parameters(queries.vocabulary())
    pages = [queries.run("documents/listed", values | {"page_rows": 60, "page_start": start}) for start in range(0, len(whole), 60)]
    rows = pd.concat(pages, ignore_index=True)
    pd.testing.assert_frame_equal(rows, whole[list(rows.columns)])
    assert page(page_rows=60, page_start=1_000_000).empty


def test_a_long_register_goes_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "MOST_WHOLE", 100)
    monkeypatch.setattr(register, "A_PAGE", 40)
    total = len(real("document-register"))
    at = visit("documents")
    assert not fail_words(at)
    assert at.dataframe[0].value["Title"].tolist() == real("document-register")["title"].tolist()[:40]
    assert f"Documents 1 to 40 of {total}." in [caption.value for caption in at.caption]
    at.session_state[f"register-page-{crc32(str(View.of('document-register', Filters()).parameters).encode())}"] = 3
    at.run()
    assert at.dataframe[0].value["Title"].tolist() == real("document-register")["title"].tolist()[80:120]
    assert f"Documents 81 to 120 of {total}." in [caption.value for caption in at.caption]
    at.session_state["sort"] = "title"
    at.run()
    assert at.dataframe[0].value["Title"].tolist() == real("document-register", sort="title")["title"].tolist()[:40], "another order begins at its first page"


def test_chains_go_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains, "A_PAGE", 2)
    at = visit("documents")
    at.session_state["chains"] = True
    at.run()
    assert not fail_words(at)
    assert links(at) == titles(0)
    at.session_state[f"chains-page-{crc32(str(Filters().parameters(queries.vocabulary())).encode())}"] = 2
    at.run()
    assert not fail_words(at) and links(at) == titles(2) != titles(0)


def titles(start: int) -> list[str]:
    """The texts of two chains."""
    return queries.run("documents/chains", Filters().parameters(queries.vocabulary()) | {"page_rows": 2, "page_start": start})["title"].tolist()


def links(at: AppTest) -> list[str]:
    """The titles to which the page leads, without their dates."""
    return [link.proto.label.partition(": ")[2].replace("\\", "") for link in at.get("page_link")]


def test_the_picture_of_the_register_draws_the_first_of_many() -> None:
    frame = pd.concat([real("document-register")] * 4, ignore_index=True)
    made = FIGURES["document-register"].draw(frame, LIGHT).to_dict()
    rows = [row for trace in made["data"] for row in trace["customdata"]]
    assert len(frame) > MOST and sorted(rows) == list(range(MOST))
    assert FIRST.replace(" ", "\u00a0") in made["layout"]["annotations"][0]["text"]
    assert describe(frame).endswith(f"{FIRST.capitalize()}.") and f" {plural(MOST, 'documents')}," in describe(frame)
    alone = real("document-register")
    assert FIRST.capitalize() not in describe(alone)


def test_the_picture_of_validity_draws_the_longest_chains() -> None:
    frame = real("document-validity")
    kept = frame["theme_place"] == frame["theme_place"].iloc[0]
    some = pd.concat([frame[kept], frame[~kept].assign(is_drawn=False)], ignore_index=True)
    made = FIGURES["document-validity"].draw(some, LIGHT).to_dict()
    rows = {row for trace in made["data"] for row in trace.get("customdata", [])}
    assert 0 < kept.sum() < len(frame) and rows == set(range(int(kept.sum())))
    assert LONGEST.replace(" ", "\u00a0") in made["layout"]["annotations"][0]["text"]
    assert describe_validity(some).endswith(f"{LONGEST.capitalize()}.") and f" {kept.sum()} documents" in describe_validity(some)
    assert frame["is_drawn"].all() and LONGEST.capitalize() not in View.of("document-validity", Filters()).alt


def test_reports_and_decisions_are_counted_on_a_slide_as_on_the_page() -> None:
    view = View.of("document-validity", Filters(q="terrorism"))
    series = view.frame[view.frame["line_kind"] == "series"]
    assert view.frame["chain_id"].nunique() > 5 and len(series) > 2, "the rows that this is about"
    assert [len(part.frame) for part in view.parts(SLIDE)] == [len(view.frame)]
    assert len(View.of("document-validity", Filters()).parts(SLIDE)) > 5


BROAD = 0.57  # of a letter's size: what a digit takes in the broadest of the usual letters of machines


@pytest.mark.parametrize("form", [SLIDE, SLIDE_TALL])
@pytest.mark.parametrize("chosen", [{"q": "terrorism"}, {"q": "drug"}, {"themes": ("security",)}])
def test_the_years_in_bars_of_a_slide_have_air_in_the_letters_of_any_machine(form: Form, chosen: dict) -> None:
    view, told = View.of("document-validity", Filters(**chosen)), []
    for part in range(1, len(view.parts(SLIDE)) + 1):
        made = view.plot(LIGHT.shaped(form), part).to_dict()
        low, high = made["layout"]["xaxis"]["range"]
        pixels = (form.width - made["layout"]["margin"]["l"] - made["layout"]["margin"]["r"]) / (high - low)
        for bars in (trace for trace in made["data"] if trace["type"] == "bar"):
            told += [(text, len(text) * BROAD * bars["textfont"]["size"] / (years * pixels)) for text, years in zip(bars["text"], bars["x"], strict=True) if text]
    assert told and max(share for _, share in told) <= 0.9, sorted(told, key=lambda one: one[1])[-3:]


def test_parts_of_a_square_hold_the_longest_chains_and_count_them() -> None:
    view = View.of("document-validity", Filters())
    sizes = view.frame["chain_id"].value_counts()
    parts = view.parts(SQUARE)
    lines = [part.frame["chain_id"].nunique() for part in parts]
    assert all(lines) and sum(lines) <= MOST_LINES_SQUARE < len(sizes)
    ends = [sum(lines[: k + 1]) for k in range(len(lines))]
    for k, (part, n, end) in enumerate(zip(parts, lines, ends, strict=True), 1):
        told = f"lines {end - n + 1} to {end}" if n > 1 else f"line {end}"
        assert part.left_out.startswith(f"{told} of {MOST_LINES_SQUARE}; part {k} of {len(parts)}"), part.left_out
