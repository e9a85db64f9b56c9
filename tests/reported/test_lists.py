"""The lists beside the cards: the claims of a subject, and every claim."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import data
import queries
from exports.view import View
from queries import Filters
from tests import oracle
from tests.reported import expected
from tests.reported.test_reported import COUNTED
from tests.test_pages import fail_words, visit
from ui.card import paged
from ui.reported import every_claim, explanations
from ui.text import plain

pytestmark = pytest.mark.broad


def others(**chosen: object) -> list[dict]:
    """The claims of the served dataset, worked out from its tables."""
    values = Filters(**chosen).parameters(queries.vocabulary())  # type: ignore[arg-type]
    return expected.measures(oracle.tables(data.current()), values)


def shown(at: AppTest) -> pd.DataFrame:
    """The table of claims on the page."""
    (table,) = [table.value for table in at.dataframe if list(table.value.columns) == list(every_claim.HEADINGS.values())]
    return table


@pytest.mark.parametrize("name", COUNTED)
def test_claims_of_a_subject_stand_by_date_each_once(name: str) -> None:
    view = View.of(name, Filters())
    told: list[str] = []
    for subject in explanations.blocks(view.frame).values():
        claims, total = explanations.claims_of(view, subject)
        assert len(claims) == total == subject.n_claims
        assert claims["as_of"].is_monotonic_increasing or claims["as_of"].isna().any()
        assert set(claims["value"]) == {row.value for row in subject.claimed}
        told += claims["figure_id"].tolist()
    assert len(told) == len(set(told)) == view.frame["n_claims"].sum()


def test_claims_of_a_subject_come_in_pages() -> None:
    view = View.of("reported-documents", Filters())
    subject = next(iter(explanations.blocks(view.frame).values()))
    claims, total = explanations.claims_of(view, subject, page=2)
    assert claims.empty and total == 0


def test_every_claim_have_days_to_sort_by_and_say_how_well_they_are_known() -> None:
    table = shown(visit("reported"))
    wanted = others()
    assert pd.api.types.is_datetime64_any_dtype(table["When"])
    assert [None if pd.isna(day) else day.date() for day in table["When"]] == [row["as_of"] for row in wanted]
    assert table["Known to the"].tolist() == [row["date_precision"] if row["as_of"] else "" for row in wanted]


def test_many_claims_come_page_by_page_sorted_and_searched_over_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paged, "MOST_WHOLE", 5)
    monkeypatch.setattr(paged, "A_PAGE", 7)
    at = visit("reported")
    wanted = others()
    assert not fail_words(at)
    assert any(f"{len(wanted)} claims." in caption.value for caption in at.caption)
    at.selectbox(key="sort-every-claim").select("When").run()
    days = sorted(row["as_of"] for row in wanted if row["as_of"])
    assert [day.date() for day in shown(at)["When"]] == days[:7]
    at.session_state[paged.page_key(View.of("reported-measures", Filters()), "every-claim")] = 2
    at.run()
    assert [day.date() for day in shown(at)["When"]] == days[7:14]
    at.text_input(key="search-every-claim").input("trade TURNOVER").run()
    found = [row for row in wanted if "turnover" in " ".join(map(str, row.values())).lower() and "trade" in " ".join(map(str, row.values())).lower()]
    assert 0 < len(found) < len(wanted) and not fail_words(at)
    assert any(f"Claims 1 to {min(len(found), 7)} of {len(found)}." in caption.value for caption in at.caption), "another search begins at the first page"


def test_words_that_no_claim_holds_leave_the_box_to_search_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paged, "MOST_WHOLE", 5)
    at = visit("reported")
    at.text_input(key="search-every-claim").input("zzqx").run()
    assert not fail_words(at) and at.text_input(key="search-every-claim").value == "zzqx"
    assert any(caption.value == "None of the claims holds these words." for caption in at.caption)


def test_a_chosen_claim_stays_chosen_when_others_leave_the_list() -> None:
    """Kept by its id: under another choice of years it stands at another place."""
    wanted = others()
    place, claim = next((place, row) for place, row in enumerate(wanted) if row["as_of"] and place > 3)
    at = visit("reported")
    at.session_state["chosen in every-claim-rows"] = claim["figure_id"]
    at.session_state["years"] = (claim["as_of"].year, claim["as_of"].year)
    at.run()
    fewer = others(years=(claim["as_of"].year, claim["as_of"].year))
    assert [row["figure_id"] for row in fewer].index(claim["figure_id"]) != place
    titles = queries.run("common/records", {"table": "reported_figures", "ids": (claim["figure_id"],)})["title"]
    assert not fail_words(at) and at.session_state["chosen in every-claim-rows"] == claim["figure_id"]
    assert any(link.proto.label == plain(titles.iloc[0]) for link in at.get("page_link"))
