"""The first page: its sentence, and numbers that lead to what they count."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

import queries
import queries.counted
from charts.overview.headlines import answer
from exports.view import View
from queries import Filters
from tests.shown import real
from ui.navigation import pages_known
from ui.overview import columns

VIEW_OF = {
    "Priorities stated": "priority-tracker",
    "Priorities adopted or realised": "priority-tracker",
    "Documents counted": "document-register",
    "Events held": "timeline",
}


def links(view: View) -> list[tuple[str, str]]:
    """Address and number of each link of the table."""
    return [(unescape(href), text) for href, text in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', columns.table(view, ("#000000", "#111111")))]


def test_every_known_number_is_a_link() -> None:
    view = View.of("headline-figures", Filters())
    assert len(links(view)) == int(view.frame["value"].notna().sum()) > 10
    assert all(urlsplit(href).path in pages_known() for href, _ in links(view))


@pytest.mark.parametrize("place", range(14))
def test_a_link_leads_to_what_the_number_counts(place: int) -> None:
    row = View.of("headline-figures", Filters()).frame.iloc[place]
    if row["figure"] not in VIEW_OF or pd.isna(row["value"]):
        return
    found = urlsplit(columns.address(row, View.of("headline-figures", Filters())))
    filters, dropped = Filters.parse(parse_qs(found.query), queries.vocabulary())
    assert not dropped
    shown = View.of(VIEW_OF[row["figure"]], filters)
    if row["figure"].startswith("Priorities"):
        assert shown.n == row["value"]
    else:
        # These pages show all records; the line under the figure names their number.
        name = "documents recorded" if row["figure"] == "Documents counted" else "events recorded"
        assert shown.n_marks >= row["value"]
        assert len(shown.frame) <= queries.counted.of_chairmanships()[row["chairmanship_id"]][name]


def test_members_lead_to_their_day() -> None:
    view = View.of("headline-figures", Filters())
    for row in view.frame[view.frame["figure"].str.startswith("Members")].itertuples():
        filters, _ = Filters.parse(parse_qs(urlsplit(columns.address(row, view)).query), queries.vocabulary())
        states = View.of("membership-map", filters).frame
        assert (states["status"] == "member").sum() == row.value


def test_the_sentence_names_both_and_is_left_out_where_one_is_not_coded() -> None:
    frame = real("headline-figures")
    stated = frame[frame["figure"] == "Priorities stated"]["value"].tolist()
    assert all(str(n) in answer(frame) for n in stated)
    assert "Kazakhstan promised" in answer(frame)
    assert answer(real("headline-figures", second="ru-2001")) == ""
    assert answer(real("headline-figures", second="cn-2017")).startswith("Kazakhstan 2016–2017 promised ")


def test_a_number_that_nobody_collected_is_a_dash() -> None:
    view = View.of("headline-figures", Filters(second="ru-2001"))
    assert "none collected" in columns.table(view, ("#000000", "#111111"))
    assert not any(text in ("0", "–") for _, text in links(view) if text == "–")


def test_what_stands_beneath_a_count_is_the_same_table_counted_otherwise() -> None:
    counts = queries.counted.of_chairmanships()
    for thing, whole in (("documents counted", "documents recorded"), ("events held", "events recorded")):
        assert all(of[thing] <= of[whole] for of in counts.values())
    assert all(of["events held"] + of["events announced"] == of["events recorded"] for of in counts.values())
    assert set(queries.counted.THINGS) == {thing for of in counts.values() for thing in of}
