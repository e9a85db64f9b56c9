"""The page of reported figures: claims and counts on the tiny dataset and the real one, why 11, 24 and 25 come about."""

import pandas as pd
import pytest

import data
import queries
from charts.reported.claims import QUALIFIERS, Subject, met, reasons, subjects
from charts.words import day
from exports.view import View
from queries import Filters
from tests import oracle
from tests.priorities.test_priorities import TINY
from tests.shown import asked, drawn, real
from tests.test_pages import fail_words, visit
from ui.reported import every_claim, explanations

pytestmark = pytest.mark.broad

COUNTED = ("reported-documents", "reported-decisions", "reported-events", "reported-states")
EVERYWHERE = {**TINY, "chairmanships": [*TINY["chairmanships"], "none"]}


def rows(tiny: data.Database, name: str) -> list[dict]:
    return asked(tiny, name, EVERYWHERE)


def told(tiny: data.Database, mark: dict) -> list[str]:
    """The records behind a mark of the figure on documents."""
    with oracle.serving(tiny):
        return queries.behind("reported/documents", EVERYWHERE, mark).rows["record_id"].tolist()


def subject(frame: pd.DataFrame, *names: str) -> Subject:
    (found,) = [subject for subject in subjects(frame) if subject.names == names]
    return found


def test_claims_and_count_of_a_summit_on_the_tiny_dataset(tiny: data.Database) -> None:
    found = [(row["subject"], row["side"], row["value"], row["qualifier"], told(tiny, row)) for row in rows(tiny, "reported/documents")]
    assert found == [
        ("Astana 2017", "counted", 1.0, "", ["2017-convention"]),
        ("Astana 2017", "claimed", 2.0, "exactly", ["fig-2017-documents"]),
        ("Astana 2017", "claimed", 3.0, "about", ["fig-2017-documents-news"]),
    ]
    assert "Not counted: Communique of the summit. Issued besides the package." in rows(tiny, "reported/documents")[0]["explanation"]


def test_events_held_are_counted_and_plans_are_not(tiny: data.Database) -> None:
    found = {(row["subject"], row["measure"], row["side"]): row["value"] for row in rows(tiny, "reported/events")}
    assert found[("Kazakhstan 2016-2017", "events held", "claimed")] == 5
    assert found[("Kazakhstan 2016-2017", "events held", "counted")] == 1
    assert found[("Kazakhstan 2023-2024", "events planned", "claimed")] == 10
    assert pd.isna(found[("Kazakhstan 2023-2024", "events planned", "counted")])


@pytest.mark.parametrize("name", COUNTED)
def test_each_subject_has_one_count_and_claims(name: str) -> None:
    frame = real(name)
    for found in subjects(frame):
        assert found.counted is not None and found.claimed, found.names
    assert (frame["side"] == "counted").sum() == len(subjects(frame))


@pytest.mark.parametrize("name", COUNTED)
def test_a_count_is_the_number_of_its_records(name: str) -> None:
    view = View.of(name, Filters())
    counted = view.frame.query("side == 'counted'")
    for row in counted[counted["value"].notna()].itertuples():
        assert row.value == view.records(view.mark(row.Index)).total


def test_no_claim_is_lost_or_told_twice() -> None:
    """Every claim on documents, decisions, events and states stands in exactly one of the four figures."""
    links = pd.concat([frame for name in COUNTED for frame in View.of(name, Filters()).links()])
    claims = real("reported-measures")
    assert sorted(links.loc[links["side"] == "claimed", "record_id"]) == sorted(claims.loc[claims["is_counted_elsewhere"], "figure_id"])
    assert len(claims) == data.current().counts["reported_figures"]


def test_the_numbers_of_the_two_astana_summits_come_about() -> None:
    frame = real("reported-documents")
    first, second = subject(frame, "Astana 2017", "summit"), subject(frame, "Astana 2024", "summit")
    assert first.count == 11 and second.count == 25
    assert {11.0, 12.0, 13.0} == {row.value for row in first.claimed}
    assert {24.0, 25.0} <= {row.value for row in second.claimed}
    assert any("issued besides" in reason for reason in reasons(first.first.explanation))
    assert any("environment" in reason for reason in reasons(second.first.explanation))
    left_out = data.current().cursor().execute("select count(*) from documents where meeting_id = 'chs-2017-astana' and not is_counted").fetchone()
    assert left_out and sum(reason.startswith("Not counted") for reason in reasons(first.first.explanation)) == left_out[0]


def test_claimed_decisions_and_statements_of_the_astana_summits_are_met() -> None:
    frame = real("reported-decisions")
    assert subject(frame, "Astana 2017", "summit", "decisions").count == 7
    assert subject(frame, "Astana 2024", "summit", "decisions").count == 20
    assert subject(frame, "Astana 2024", "summit", "statements").count == 3


def test_states_are_counted_for_the_day_of_the_claim() -> None:
    counted = real("reported-states").query("side == 'counted' and scope == 'member states'").set_index("subject")["value"]
    assert counted["7 June 2012"] == 6 and counted["9 June 2017"] == 8 and counted["4 July 2024"] == 10
    partners = real("reported-states").query("side == 'counted' and subject == '28 October 2025'")
    assert partners["value"].tolist() == [0.0]


@pytest.mark.parametrize("name", COUNTED[:3])
def test_claims_and_counts_are_drawn_apart(name: str) -> None:
    frame = real(name)
    figure = drawn(name)
    bars = {row: x for trace in figure["data"] if trace["type"] == "bar" for row, x in zip(trace["customdata"], trace["x"], strict=True)}
    marks = {row: x for trace in figure["data"] if trace["type"] == "scatter" for row, x in zip(trace["customdata"], trace["x"], strict=True)}
    counted = frame[(frame["side"] == "counted") & frame["value"].notna()]
    assert bars == counted["value"].to_dict()
    assert marks == frame[frame["side"] == "claimed"]["value"].to_dict()


def test_each_qualifier_has_its_own_form() -> None:
    figure = drawn("reported-documents")
    forms = {trace["name"]: trace["marker"]["symbol"] for trace in figure["data"] if trace["type"] == "scatter"}
    assert set(forms) <= set(QUALIFIERS)
    assert len(set(forms.values())) == len(forms) >= 4


def test_marks_of_one_subject_never_share_a_place() -> None:
    figure = drawn("reported-documents")
    places = [(x, y) for trace in figure["data"] if trace["type"] == "scatter" for x, y in zip(trace["x"], trace["y"], strict=True)]
    assert len(places) == len(set(places))


def test_findings_come_from_the_rows() -> None:
    equal, both = met(real("reported-documents"))
    assert View.of("reported-documents", Filters()).title == f"In {equal} of {both} cases with an exact claim it equals the number counted here"
    held = real("reported-events").query("subject == 'Kazakhstan 2023-2024' and measure == 'events held' and side == 'claimed'")
    assert f"{held['value'].min():.0f} to {held['value'].max():.0f} events" in View.of("reported-events", Filters()).title


def test_explanations_begin_with_the_most_claimed() -> None:
    made = explanations.blocks(real("reported-documents"))
    assert list(made)[:2] == ["Astana 2024, summit", "Astana 2017, summit"]
    assert explanations.numbers(made["Astana 2024, summit"]).endswith("counted 25")
    assert explanations.numbers(made["Astana 2017, summit"]).endswith("counted 11")


@pytest.mark.parametrize("name", COUNTED)
def test_every_subject_of_a_figure_can_be_explained(name: str) -> None:
    """The choice goes by name, so two subjects of one name would hide each other."""
    frame = real(name)
    assert len(explanations.blocks(frame)) == len(subjects(frame))


def test_names_beside_the_bars_keep_clear_of_the_next_block() -> None:
    """A name of three lines needs a higher block than one mark and a bar."""
    layout = drawn("reported-decisions")["layout"]
    names = [note for note in layout["annotations"] if note.get("xanchor") == "right"]
    edges = sorted(shape["y0"] for shape in layout["shapes"] if shape.get("xref") == "paper")
    assert any(note["text"].count("<br>") == 2 for note in names)
    for note in names:
        half = 17 * (note["text"].count("<br>") + 1) / 2
        assert not any(note["y"] - half < edge < note["y"] + half for edge in edges), note["text"]


def test_exactly_is_not_put_into_the_mouth_of_a_speaker() -> None:
    numbers = every_claim.table(real("reported-measures"))["Number"]
    assert not numbers.str.contains("exactly").any() and numbers.str.contains("about").any()


def test_a_conflict_names_its_sources() -> None:
    why = real("reported-measures")["why"]
    assert not why.str.contains("(one source)", regex=False).any() and (why.str.len() > 0).any()


def test_claims_keep_their_unit() -> None:
    table = every_claim.table(real("reported-measures"))
    assert (table["Unit"].str.len() > 0).all()
    assert "billion US dollars" in set(table.loc[table["Of what"] == "Trade turnover", "Unit"])


def test_page_shows_its_figures_and_explanations() -> None:
    at = visit("reported")
    assert not fail_words(at)
    assert len(at.get("plotly_chart")) == len(COUNTED)
    assert [box.value for box in at.selectbox if box.label == "Meeting, chairmanship or day"][0].startswith("Astana 2024")


def test_another_explanation_can_be_chosen() -> None:
    at = visit("reported")
    box = at.selectbox(key="why-reported-documents-of")
    box.select(next(option for option in box.options if option.startswith("Samarkand"))).run()
    assert not fail_words(at)
    assert any("17 of the 44 texts" in text.value for text in at.markdown)


def test_a_closed_fold_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    explained = []
    monkeypatch.setattr(explanations, "claims_of", lambda view, subject, page=1: explained.append(view.figure.name) or (pd.DataFrame(), 0))
    assert not fail_words(visit("reported"))
    assert explained == ["reported-documents"], "the first is open, the others are folded"


def test_page_without_rows_says_so() -> None:
    at = visit("reported")
    at.session_state["years"] = (1997, 1998)
    at.run()
    assert not fail_words(at)
    assert sum(button.label == "Reset the filters" for button in at.button) == len(COUNTED)


def test_filters_of_the_page_change_what_can_be_explained() -> None:
    at = visit("reported")
    at.session_state["chairmanships"] = ["uz-2021"]
    at.run()
    assert not fail_words(at)
    values = [box.value for box in at.selectbox if box.label == "Meeting, chairmanship or day"]
    assert values and all(value.startswith(("Samarkand", "Uzbekistan")) for value in values)


def test_states_have_their_numbers_beside_the_marks() -> None:
    frame = real("reported-states")
    notes = [note for note in drawn("reported-states")["layout"]["annotations"] if note.get("yref", "").startswith("y")]
    claimed = {(row.scope, row.value) for row in frame.itertuples() if row.side == "claimed"}
    scopes = {"y": "member states", "y2": "observers", "y3": "dialogue partners", "y4": "sco partners"}
    assert {(scopes[note["yref"]], note["y"]) for note in notes if "counted" not in note["text"]} == claimed
    assert [note["text"] for note in notes if "counted" in note["text"]] == ["0 counted"], "28 October 2025 alone has a count that nobody claimed"


def test_one_case_is_one_case() -> None:
    assert View.of("reported-documents", Filters(chairmanships=("kz-2016",), years=(2016, 2016))).title == "In 0 of 1 case with an exact claim it equals the number counted here"


def test_a_case_without_an_exact_claim_is_none_of_them() -> None:
    frame = real("reported-documents")
    claimed = frame[frame["side"] == "claimed"]
    counted = set(frame[(frame["side"] == "counted") & frame["value"].notna()]["subject_id"])
    exact = claimed[(claimed["qualifier"] == "exactly") & claimed["subject_id"].isin(counted)]
    assert met(frame)[1] == exact["subject_id"].nunique() < claimed["subject_id"].nunique()
    assert met(frame[frame["qualifier"] != "exactly"]) == (0, 0)


def test_panels_of_numbers_in_time_begin_at_nought_and_hold_every_number() -> None:
    frame, layout = real("reported-states"), drawn("reported-states")["layout"]
    axes = [axis["range"] for name, axis in layout.items() if name.startswith("yaxis")]
    most = sorted(frame.groupby("scope")["value"].max())
    assert len(axes) == len(most) > 1
    for (low, high), top in zip(sorted(axes, key=lambda ends: ends[1]), most, strict=True):
        assert -0.1 * top < low < 0 and 1.1 * top < high < 1.5 * top, "numbers fill their panel, a mark at nought is whole, and a claimed number has room above"


def test_states_are_drawn_by_qualifier_and_counts_by_themselves() -> None:
    frame = real("reported-states")
    for trace in drawn("reported-states")["data"]:
        rows = frame.loc[[row for row in trace.get("customdata") or [] if row is not None]]
        said = {"counted" if side == "counted" else qualifier for side, qualifier in zip(rows["side"], rows["qualifier"], strict=True)}
        assert said <= {trace.get("name")}


def test_claims_on_states_say_their_day_once_and_stand_clear_of_the_edges() -> None:
    frame, figure = real("reported-states"), drawn("reported-states")
    told = {row: text for trace in figure["data"] for row, text in zip(trace.get("customdata") or [], trace.get("hovertext") or [], strict=True)}
    assert len(told) == len(frame)
    for row in frame.itertuples():
        assert told[row.Index].count(day(row.as_of, row.date_precision)) == 1
    first, last = map(pd.Timestamp, figure["layout"]["xaxis"]["range"])
    room = 0.02 * (last - first)
    assert first + room < frame["as_of"].min() and frame["as_of"].max() < last - room
