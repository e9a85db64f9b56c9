"""The page of membership: who was what on which day, exact rows on the tiny dataset, what its charts draw."""

import json
import re
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import data
import queries
from charts.catalogue import FIGURES
from charts.look import LIGHT, PRINT, Look
from charts.marks import apart, widest_gap
from charts.membership import tiles
from charts.membership.joinings import joinings
from charts.membership.path_parts import step_marks
from charts.membership.statuses import NONE, SHAPES, SIGNS, STEPS, colour, is_full, letter, order, step_shape
from charts.membership.tile_map import groups
from exports.picture.sizes import SIZES
from exports.view import View
from queries import Filters
from tests import oracle
from tests.shown import asked, drawn, holding, real
from tests.test_pages import fail_words, visit
from ui.membership import on_day, player

pytestmark = pytest.mark.broad

NAMES = [name for name, figure in FIGURES.items() if figure.page == "membership"]
NARROW = replace(LIGHT, narrow=True)
STATUSES = ["shanghai five", "member", "observer", "dialogue partner", "sco partner"]
TINY = {"statuses": STATUSES, "year_from": 1996, "year_to": 2026, "day": date(2020, 12, 31), "indicator": "population"}


def rows(tiny: data.Database, name: str, **chosen: object) -> list[dict]:
    """The rows of a query on the tiny dataset, everything chosen but for what is given."""
    return asked(tiny, name, TINY | chosen)


def held(day: date) -> Counter:
    """States by status on a day."""
    return Counter(real("membership-map", day=day)["status"])


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(2001, 6, 15), 6),
        (date(2017, 6, 8), 6),
        (date(2017, 6, 9), 8),
        (date(2023, 7, 3), 8),
        (date(2023, 7, 4), 9),
        (date(2024, 7, 3), 9),
        (date(2024, 7, 4), 10),
    ],
)
def test_members_on_the_days_that_changed_their_number(day: date, members: int) -> None:
    assert held(day)["member"] == members


def test_no_members_before_the_founding_but_the_shanghai_five() -> None:
    counts = held(date(2001, 6, 14))
    assert counts["member"] == 0 and counts["shanghai five"] == 6
    view = View.of("membership-map", Filters(day=date(2001, 6, 14)))
    assert view.title == "No members and 6 states in the Shanghai Five on 14 June 2001"
    assert held(date(2001, 6, 15))["shanghai five"] == 0


def test_map_and_step_lines_agree_on_every_day_of_change() -> None:
    growth = real("membership-growth")
    for day in player.changes():
        until = growth[growth["day"] <= pd.Timestamp(day)].groupby("status")["n"].last()
        counts = held(day)
        assert {status: int(n) for status, n in until.items() if n} == {status: n for status, n in counts.items() if status != NONE}
        assert sum(counts.values()) == len(real("membership-map")) == 27


def test_country_years_are_the_map_on_31_december() -> None:
    years = real("country-year")
    assert len(years) == years["iso3"].nunique() * years["year"].nunique()
    for year, part in years.groupby("year"):
        shown = real("membership-map", day=date(int(str(year)), 12, 31)).set_index("iso3")["status"]
        assert dict(zip(part["iso3"], part["status"], strict=True)) == shown.to_dict()


def test_codes_follow_the_status() -> None:
    years = real("country-year")
    codes = {status: set(part["code"]) for status, part in years.groupby("status")}
    assert codes == {"member": {1}, "dialogue partner": {2}, "sco partner": {2}, "observer": {3}, "shanghai five": {0}, NONE: {0}}
    view = View.of("country-year", Filters())
    told = pd.concat(view.links()).groupby(["iso3", "year"]).size()
    assert set(told) == {1} and set(told.index) == set(map(tuple, years.loc[years["status"] != NONE, ["iso3", "year"]].to_numpy().tolist()))


def test_tiny_day(tiny: data.Database) -> None:
    found = {row["iso3"]: row for row in rows(tiny, "membership/map", day=date(2016, 1, 1))}
    assert {iso3: row["status"] for iso3, row in found.items()} == {"CHN": "member", "KAZ": "member", "IND": "observer", "MNG": "observer"}
    assert found["IND"]["since"] == pd.Timestamp("2005-07-05")
    assert (found["IND"]["latest_step"], found["IND"]["latest_step_status"]) == ("decision", "member")
    with oracle.serving(tiny):
        behind = queries.behind("membership/map", TINY | {"day": date(2016, 1, 1)}, {"iso3": "IND"})
    assert behind.rows["record_id"].tolist() == ["ind-observer-2005", "ind-member-decision-2015"]
    assert {row["status"] for row in rows(tiny, "membership/map", day=date(1996, 1, 1))} == {NONE}


def test_tiny_path(tiny: data.Database) -> None:
    found = [(row["iso3"], row["step"], row["years_since_first"], row["is_last"]) for row in rows(tiny, "membership/path") if not row["is_founder"]]
    assert found == [("IND", "decision", 0.0, False), ("IND", "decision", 10.01, False), ("IND", "accession", 11.93, True)]
    assert {row["iso3"] for row in rows(tiny, "membership/path") if row["is_founder"]} == {"CHN", "KAZ"}
    assert {row["iso3"] for row in rows(tiny, "membership/path", year_from=2002)} == {"IND"}


def test_tiny_ladder(tiny: data.Database) -> None:
    found = rows(tiny, "membership/ladder")
    assert len(found) == 9
    assert list(dict.fromkeys(row["iso3"] for row in found)) == ["CHN", "KAZ", "MNG", "IND"]
    india = next(row for row in found if row["record_id"] == "ind-observer-2005")
    assert (india["shown_from"], india["shown_until"]) == (pd.Timestamp("2005-07-05"), pd.Timestamp("2017-06-09"))
    late = rows(tiny, "membership/ladder", year_from=2018, year_to=2019)
    assert [(row["iso3"], row["status"]) for row in late] == [("CHN", "member"), ("KAZ", "member"), ("MNG", "observer"), ("IND", "member")]
    assert not any(row["is_step_shown"] for row in late)
    assert {row["shown_until"] for row in late} == {pd.Timestamp("2019-12-31")}


def test_tiny_shares(tiny: data.Database) -> None:
    found = [(row["kind"], row["on_date"].year, row["share"], row["record_id"]) for row in rows(tiny, "membership/shares")]
    assert found == [
        ("computed", 2016, 20.0, "population-2016"),
        ("computed", 2017, 40.0, "population-2017"),
        ("claimed", 2017, 43.5, "fig-2017-population"),
    ]
    claim = rows(tiny, "membership/claimed_shares")[0]
    assert (claim["claimed"], claim["computed"], claim["computed_year"], claim["claimed_by"]) == (43.5, 40.0, 2017, "by whom is not stated")
    assert [row["share"] for row in rows(tiny, "membership/shares", indicator="land_area")] == [25.0]


def test_a_note_may_begin_with_the_words_that_tell_what_it_means(tmp_path: Path) -> None:
    claim = "{},,,{},30,per cent,about,2017-01-01,year,,{}"
    more = {
        "reported_figures": [claim.format("fig-gdp", "share of world GDP", "Purchasing power parity."), claim.format("fig-land", "other", "Share of the world's land area.")],
        "gaps": ["gap-land,,,reported_figures,Land area of one state is not known."],
    }
    with closing(oracle.widened(tmp_path, more)) as database:
        found = {indicator: [(row["record_id"], row["basis"]) for row in rows(database, "membership/claimed_shares", indicator=indicator)] for indicator in ("gdp_ppp", "gdp_current_usd", "land_area")}
        assert found == {"gdp_ppp": [("fig-gdp", "purchasing power parity")], "gdp_current_usd": [], "land_area": [("fig-land", "")]}
        assert [row["gap_id"] for row in rows(database, "membership/share_gaps", indicator="land_area")] == ["gap-land"]


def test_the_basis_of_a_claim_is_the_last_that_its_note_names_among_those_of_its_measure(tmp_path: Path) -> None:
    claim = "{},,,share of world GDP,30,per cent,about,2017-01-01,year,,{}"
    lines = [claim.format("fig-both", "At purchasing power parity and nominal."), claim.format("fig-people", "Per head of the people.")]
    oracle.widened(tmp_path, {"reported_figures": lines}).close()
    told = (tmp_path / "dataset.toml").read_text(encoding="utf-8")
    told = told.replace('basis = "nominal"\n', 'basis = "nominal"\nsign = "nominal"\n').replace('label = "Population"\n', 'label = "Population"\nbasis = "heads"\nsign = "people"\n')
    (tmp_path / "dataset.toml").write_text(told, encoding="utf-8")
    with closing(data.connect(tmp_path)) as database:
        found = {indicator: [(row["record_id"], row["basis"]) for row in rows(database, "membership/claimed_shares", indicator=indicator)] for indicator in ("gdp_current_usd", "gdp_ppp")}
    unstated = ("fig-people", "basis not stated")
    assert found == {"gdp_current_usd": [unstated], "gdp_ppp": [("fig-both", "purchasing power parity"), unstated]}


def test_a_note_of_a_claim_has_lines_of_the_breadth_of_a_column() -> None:
    view = View.of("claimed-shares", Filters())
    told = holding(view, view.frame.assign(note="Word " * 60))
    for size, longest in (("column", 49), ("columns", 74)):
        notes = [note["text"] for note in json.loads(told.plot(PRINT.shaped(SIZES[size].form)).to_json())["layout"]["annotations"] if note["text"].count("Word") == 60]
        lines = [line for note in notes for line in re.sub("<(?!br).*?>", "", note).split("<br>")]
        assert max(map(len, lines)) == longest, "of at most 51 letters, and of 76 where there is more room"


def test_tiny_country_years(tiny: data.Database) -> None:
    found = {(row["iso3"], row["year"]): row["code"] for row in rows(tiny, "membership/years")}
    assert len(found) == 4 * 25
    assert [found["IND", year] for year in (2004, 2005, 2016, 2017)] == [0, 3, 3, 1]
    assert [found["CHN", year] for year in (2000, 2001)] == [0, 1]


@pytest.mark.parametrize(("released_on", "last"), [("2020-12-30", 2019), ("2020-12-31", 2020)])
def test_a_year_is_coded_when_it_was_over_on_the_day_of_the_release(tmp_path: Path, released_on: str, last: int) -> None:
    oracle.widened(tmp_path, {}).close()
    (tmp_path / "releases.csv").write_text(f"released_on,title,note,release_id\n{released_on},First release,The rows.,\n", encoding="utf-8")
    with closing(data.connect(tmp_path)) as database:
        assert max(row["year"] for row in rows(database, "membership/years")) == last


def test_the_key_of_country_years_draws_a_year_without_status_as_pale_as_its_cells() -> None:
    key = drawn("country-year")["layout"]["annotations"][0]["text"]
    assert key.count("■") == len(set(real("country-year")["status"]) - {NONE}) and key.count("□") == 1
    assert "status" in key[key.index("□") :] and "■" not in key[key.index("□") :]


def test_tiny_days_of_change(tiny: data.Database) -> None:
    days = [str(row["day"])[:10] for row in rows(tiny, "membership/change_days")]
    assert days == ["1996-04-26", "2001-06-15", "2004-06-17", "2005-07-05", "2017-06-09"]


def test_every_country_has_a_tile_of_its_own() -> None:
    frame = real("membership-map")
    countries, known = frame["iso3"].tolist(), data.current().lists.tiles
    assert set(countries) == set(known) and list(zip(frame["tile_column"], frame["tile_row"], strict=True)) == [tuple(known[iso3]) for iso3 in countries]
    placed = tiles.places([*countries, *(f"X{i:02}" for i in range(10))], {iso3: (place[0], place[1]) for iso3, place in known.items()})
    assert len(set(placed.values())) == len(placed)
    lowest = max(placed[iso3][1] for iso3 in countries)
    assert [placed[f"X{i:02}"] for i in (0, 7, 8)] == [(0, lowest + 1), (7, lowest + 1), (0, lowest + 2)]
    assert all(0 <= column < tiles.COLUMNS for column, _ in placed.values())


def test_a_map_is_as_broad_as_its_easternmost_tile() -> None:
    for column, across in ((tiles.COLUMNS - 1, tiles.COLUMNS), (tiles.COLUMNS, tiles.COLUMNS + 1)):
        assert tiles.columns({"ABC": (0, 0), "DEF": (column, 1)}) == across
        assert tiles.places(["DEF", *(f"X{place:02}" for place in range(across + 1))], {"DEF": (column, 0)})[f"X{across:02}"] == (0, 2)


@pytest.mark.parametrize("look", [LIGHT, NARROW], ids=["wide", "narrow"])
def test_tiles_speak_by_letter_and_colour(look: Look) -> None:
    frame = real("membership-map", day=date(2016, 3, 1))
    figure = drawn("membership-map", look, day=date(2016, 3, 1))
    layout = figure["layout"]
    assert len(layout["shapes"]) == len(frame)
    for row, shape, note in zip(frame.itertuples(), layout["shapes"], layout["annotations"], strict=False):
        assert row.iso3 in note["text"] and letter(row.status) in note["text"]
        assert note["font"]["size"] == look.size("note"), "small letters are for tiles that cannot grow"
        assert note["font"]["color"] == (look.on(colour(row.status, look)) if row.status != NONE else look.ink)
        assert shape["fillcolor"] == (colour(row.status, look) if row.status != NONE else look.band)
        assert shape["x1"] - shape["x0"] == pytest.approx(layout["shapes"][0]["x1"] - layout["shapes"][0]["x0"])
    assert figure["data"][0]["customdata"] == frame.index.tolist()


def test_ladder_draws_every_step_and_every_span() -> None:
    frame = real("country-ladder")
    figure = drawn("country-ladder")
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert sum(len(trace["x"]) for trace in bars) == int(frame["is_effective"].sum())
    lengths = {row: days for trace in bars for row, days in zip(trace["customdata"], trace["x"], strict=True)}
    for row in frame[frame["is_effective"]].itertuples():
        assert lengths[row.Index] == (row.shown_until - row.shown_from).days * 86_400_000  # type: ignore[operator]
    marks = next(trace for trace in figure["data"] if trace.get("mode") == "markers")
    assert marks["customdata"] == frame.index.tolist()
    assert marks["marker"]["symbol"] == [step_shape(step) for step in frame["step"]]
    hollow = [colour == LIGHT.paper for colour in marks["marker"]["color"]]
    assert hollow == (frame["date_precision"] != "day").tolist() and any(hollow)
    ranges = next(trace for trace in figure["data"] if trace.get("mode") == "lines")
    assert ranges["x"].count(None) == sum(hollow)


def test_a_status_that_begins_as_the_time_ends_has_a_step_and_no_span() -> None:
    whole = real("country-ladder")
    frame = whole.copy()
    last = frame[frame["is_effective"]].index[-1]
    frame.loc[last, "shown_until"] = frame.loc[last, "shown_from"]
    figure = holding(View.of("country-ladder", Filters()), frame).plot(LIGHT).to_plotly_json()
    rows = [row for trace in figure["data"] if trace["type"] == "bar" for row in trace["customdata"]]
    assert sorted(rows) == whole.index[whole["is_effective"]].drop(last).tolist()
    marks = next(trace for trace in figure["data"] if trace.get("mode") == "markers")
    assert last in marks["customdata"]


def test_kinds_of_step_and_statuses_have_signs_of_their_own() -> None:
    assert len({symbol for symbol, _ in STEPS}) == len({sign for _, sign in STEPS}) == len(STEPS) >= len(data.current().lists.steps)
    assert len(set(SHAPES)) == len(SHAPES) == len(set(SIGNS)) >= len(order())
    assert len(set(map(letter, order()))) == len(order()) and len({colour(status, LIGHT) for status in order()}) == len(order())


def test_ladder_order_is_the_order_of_first_steps() -> None:
    frame = real("country-ladder")
    firsts = frame.groupby("country", sort=False)["on_date"].min()
    assert firsts.is_monotonic_increasing and len(firsts) == 27


def test_spans_of_one_state_follow_each_other() -> None:
    frame = real("country-ladder")
    for _, spans in frame[frame["is_effective"]].groupby("iso3"):
        assert (spans["shown_from"].iloc[1:].to_numpy() == spans["shown_until"].iloc[:-1].to_numpy()).all()


def test_years_to_membership_are_those_of_members_alone() -> None:
    frame = real("path-to-membership")
    members = real("membership-map")
    assert set(frame["iso3"]) == set(members[members["status"] == "member"]["iso3"])
    later = frame[~frame["is_founder"]].groupby("iso3")["years_to_membership"].first()
    assert later.to_dict() == {"IRN": 18.0, "BLR": 15.05, "IND": 11.93, "PAK": 11.93}
    notes = " ".join(note["text"] for note in drawn("path-to-membership")["layout"]["annotations"])
    assert "Uzbekistan" in notes and "18.0 years" in notes


@pytest.mark.parametrize("indicator", ["population", "gdp_current_usd", "gdp_ppp", "land_area"])
def test_computed_shares_are_the_totals_divided(indicator: str) -> None:
    with data.current().cursor() as cursor:
        known = dict(cursor.execute("select year, 100 * organisation_value / world_value from world_shares where indicator = ?", [indicator]).fetchall())
    frame = real("world-share", indicator=indicator)
    computed = frame[frame["kind"] == "computed"]
    assert {row.on_date.year: row.share for row in computed.itertuples()} == {year: pytest.approx(share, abs=0.005) for year, share in known.items()}  # type: ignore[union-attr]


def test_shares_of_eurasia_are_never_on_the_axis_of_the_world() -> None:
    with data.current().cursor() as cursor:
        eurasia = {row[0] for row in cursor.execute("select figure_id from reported_figures where measure = 'share of Eurasia''s area'").fetchall()}
    assert eurasia
    for indicator in queries.vocabulary().choices["indicator"]:
        assert not eurasia & set(real("world-share", indicator=indicator)["record_id"])
    claims = real("claimed-shares", indicator="land_area")
    apart_from = claims[claims["measure"] == "Share of Eurasia's area"]
    assert set(apart_from["record_id"]) == eurasia and apart_from["computed"].isna().all()
    assert any("another measure" in note["text"] for note in drawn("claimed-shares", indicator="land_area")["layout"]["annotations"])


def test_claims_on_gdp_stand_under_the_basis_they_name() -> None:
    nominal, parity = (set(real("world-share", indicator=name)["basis"]) for name in ("gdp_current_usd", "gdp_ppp"))
    assert nominal == {"", "nominal", "basis not stated"} and parity == {"", "purchasing power parity", "basis not stated"}


def test_land_area_before_the_break_is_dotted_and_does_not_touch_the_rest() -> None:
    lines = [trace for trace in drawn("world-share", indicator="land_area")["data"] if trace.get("mode") == "lines+markers"]
    assert [trace["line"]["dash"] for trace in lines] == ["dot", "solid"]
    assert lines[0]["x"][-1] == "2011-12-31" and lines[1]["x"][0] == "2012-12-31"
    assert [trace["line"]["dash"] for trace in drawn("world-share")["data"] if trace.get("mode") == "lines+markers"] == ["solid"]


def test_every_claim_names_its_claimant() -> None:
    frame = real("claimed-shares", indicator="gdp_ppp")
    labels = drawn("claimed-shares", indicator="gdp_ppp")["layout"]["yaxis"]["ticktext"]
    assert all(label.startswith(row.claimed_by.partition(",")[0]) for label, row in zip(labels, frame.itertuples(), strict=True))  # type: ignore[union-attr]


def test_lines_begin_with_the_number_on_the_first_chosen_day() -> None:
    for year in (2002, 2010, 2017, 2023):
        view = View.of("membership-growth", Filters(years=(year, 2026)))
        begun = view.frame.groupby("status").head(1).query("change == 0")
        assert dict(zip(begun["status"], begun["n"], strict=True)) == {status: n for status, n in held(date(year, 1, 1)).items() if status != NONE}
        assert all(view.records(view.mark(row.Index)).total == row.n for row in begun.itertuples()) and set(begun["day"]) == {pd.Timestamp(year, 1, 1)}
        for trace in drawn("membership-growth", years=(year, 2026))["data"]:
            assert (trace["marker"]["size"][0] == 0) == (trace["x"][0] == f"{year}-01-01"), "what did not change has no mark"
    assert View.of("membership-growth", Filters(years=(2010, 2020))).title == "From 6 members in 2010 to 8 in 2017"
    assert View.of("membership-growth", Filters(years=(2017, 2017))).title == "From 6 members to 8 in 2017"
    assert "8 members already on 1 January 2021" in View.of("membership-growth", Filters(years=(2021, 2022))).alt


def test_a_term_that_begins_before_the_chosen_years_keeps_its_name_in_sight() -> None:
    layout = drawn("membership-growth", years=(2017, 2017))["layout"]
    (name,) = [note for note in layout["annotations"] if "2016–2017" in note["text"]]
    assert layout["xaxis"]["range"][0] < name["x"] < "2017-06-09"


def test_names_of_lines_with_one_peak_keep_apart_on_a_phone() -> None:
    notes = [note for note in drawn("membership-growth", NARROW, years=(2010, 2020))["layout"]["annotations"] if note.get("yshift") == 12]
    assert len(notes) == len({(note["x"], note["y"]) for note in notes}) == 3


def test_title_of_the_shares_compares_no_years_across_a_break() -> None:
    computed = real("world-share", indicator="land_area").query("kind == 'computed'")
    after = computed[~computed["is_before_break"]]
    assert len(after) < len(computed)
    assert f"in {after['on_date'].iloc[0]:%Y}, " in View.of("world-share", Filters(indicator="land_area")).title
    assert "in 2001, " in View.of("world-share", Filters(indicator="land_area", years=(2001, 2010))).title, "before the break the totals are alike"
    assert "in 2001, " in View.of("world-share", Filters()).title


def test_title_of_the_ladder_counts_the_states_that_took_the_steps() -> None:
    for years in ((1996, 2026), (2010, 2020), (2017, 2017)):
        steps = real("country-ladder", years=years).query("is_step_shown")
        assert View.of("country-ladder", Filters(years=years)).title.startswith(f"{len(steps)} steps of {steps['iso3'].nunique()} states; ")
    assert View.of("country-ladder", Filters(years=(2002, 2003))).title == "No step; 6 members at the end of 2003"


@pytest.mark.parametrize(
    ("released", "when"),
    [
        ("2020-06-30", "on 30 June 2020"),
        ("2019-06-30", "on 1 January 2020"),  # the last step is later than the release
        ("", "at the end of 2020"),
    ],
)
def test_a_year_that_is_not_over_is_told_to_the_day_of_the_release(tiny_folder: Path, released: str, when: str) -> None:
    lines = ["released_on,title,note,release_id", *([f"{released},A release,Made up.,"] if released else [])]
    (tiny_folder / "releases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    database = data.connect(tiny_folder)
    with oracle.serving(database), closing(database):
        view = View.of("country-ladder", Filters())
        assert view.title.endswith(f"; 3 members {when}")
        assert f" On {when.removeprefix('on ').replace('at the end of', '31 December')}: 3 members" in view.alt
        assert View.of("country-year", Filters()).frame["year"].max() == (2019 if when.startswith("on") else 2020), "a year that is not over has no end"
        assert f"{queries.vocabulary().days[1]:%-d %B %Y}" == when.removeprefix("on ").replace("at the end of", "31 December")


def test_choice_of_years_without_a_change_says_so() -> None:
    view = View.of("membership-growth", Filters(years=(1997, 1999)))
    assert view.frame.empty and "No state changed its status" in view.alt
    assert "No state became a member" in View.of("path-to-membership", Filters(years=(1997, 1999))).alt


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_figures_draw_for_any_single_year_and_status(name: str) -> None:
    for look in (LIGHT, NARROW):
        for year in range(1996, 2027):
            assert drawn(name, look, years=(year, year))["layout"]["height"] > 100
        for status in STATUSES:
            assert drawn(name, look, statuses=(status,))["layout"]["height"] > 100


def test_marks_keep_apart_and_labels_find_room() -> None:
    assert apart(["a", "a", "a", "b"], [0, 1, 9, 9.5], 2) == [1, -1, 0, 0]
    assert apart([], [], 2) == []
    assert widest_gap(0, 10, [3], 1) == (7, 6)
    assert widest_gap(0, 10, [], 1) == (5, 10)
    assert widest_gap(0, 1, [0.5], 3)[1] == 0


def test_player_goes_from_change_to_change_and_begins_again() -> None:
    days = player.changes()
    assert days == sorted(set(days)) and date(2017, 6, 9) in days
    assert player.neighbours(days, date(2017, 6, 9)) == (date(2015, 7, 10), date(2021, 9, 17))
    assert player.neighbours(days, days[0])[0] is None
    assert player.following(days, days[-1]) == days[0]
    assert player.following([], days[0]) is None
    walked, day = [], days[-1]
    for _ in days:
        day = player.following(days, day)
        assert day is not None
        walked.append(day)
    assert walked == days


def test_states_in_words_are_those_of_the_map() -> None:
    view = View.of("membership-map", Filters(day=date(2017, 6, 9)))
    text = on_day.table(view)
    assert "| Member | 8 |" in text and "Pakistan" in text
    assert sum(len(states) for _, states in groups(view.frame)) == (view.frame["status"] != NONE).sum()


def test_page_shows_all_figures_and_buttons_move_the_day() -> None:
    at = visit("membership")
    assert not fail_words(at)
    assert len(at.get("plotly_chart")) == len(NAMES) == 7
    at.button(key="day-before").click().run()
    assert at.session_state["day"] == date(2025, 9, 1)
    at.button(key="day-before").click().run()
    assert at.session_state["day"] == date(2024, 7, 4)
    assert not fail_words(at)
    assert any("10 members, 2 observers and 14 dialogue partners on 4 July 2024" in heading.value.replace("\u00a0", " ") for heading in at.subheader)


def test_known_gap_stands_beside_the_land_area_alone() -> None:
    assert not [info for info in visit("membership").info if "Known gap" in info.value]
    at = visit("membership", indicator="Land area")
    assert not fail_words(at)
    assert [info for info in at.info if "Known gap" in info.value]


@pytest.mark.parametrize("day", ["1900-01-01", "nonsense", "99999999999999999999", "2017-02-31"])
def test_days_that_do_not_exist_leave_a_normal_page(day: str) -> None:
    at = visit("membership", day=day)
    assert not fail_words(at)
    assert at.session_state["day"] == queries.vocabulary().days[1]


def test_marks_at_the_edges_of_growth_are_whole() -> None:
    figure = drawn("membership-growth")
    assert all(trace["cliponaxis"] is False for trace in figure["data"])
    assert figure["layout"]["xaxis"]["range"][0] < min(trace["x"][0] for trace in figure["data"]), "the first mark stands clear of the numbers beside the axis"


@pytest.mark.parametrize("name", ["country-ladder", "country-year"])
@pytest.mark.parametrize("look", [LIGHT, replace(LIGHT, narrow=True)], ids=["wide", "narrow"])
def test_keys_keep_clear_of_the_years_above_the_plot(name: str, look: Look) -> None:
    """The years take the first 24 pixels above the plot, the key what lies between them and the top margin."""
    layout = drawn(name, look)["layout"]
    key = layout["annotations"][0]
    lines = key["text"].count("<br>") + 1
    assert layout["xaxis"]["side"] == "top"
    assert key["yshift"] >= 24 + 8
    assert key["yshift"] + 17 * lines <= layout["margin"]["t"]


def test_the_key_says_which_totals_stand_beside_a_claim_of_a_later_year() -> None:
    frame = real("claimed-shares")
    last = int(frame["computed_year"].max())
    assert (frame["on_date"].dt.year > last).any()
    assert any(f"Computed, {last} at the latest" in note["text"].replace("\xa0", " ") for note in drawn("claimed-shares")["layout"]["annotations"])


@pytest.mark.parametrize(("precision", "years"), [("year", 1), ("month", 1 / 12), ("day", None)])
def test_a_step_that_is_known_to_the_year_lies_over_that_year(precision: str, years: float | None) -> None:
    frame = real("path-to-membership")
    steps = frame[~frame["is_founder"]].assign(date_precision=precision)
    *over, marks = step_marks(steps, steps["country"].drop_duplicates().tolist(), LIGHT, 20)
    assert [trace["x"][1] - trace["x"][0] for trace in over] == [pytest.approx(years)] * (len(steps) if years else 0)
    assert list(marks["x"]) == pytest.approx([since + (years or 0) / 2 for since in steps["years_since_first"]]), "its mark in the middle"


def test_a_day_on_which_all_have_one_status_is_told_in_one_part() -> None:
    view = View.of("membership-map", Filters(day=date(2001, 6, 15)))
    assert held(date(2001, 6, 15)).keys() == {"member", NONE} and view.title == "6 members on 15 June 2001"


def test_a_tile_tells_the_latest_step_where_it_is_not_that_which_gave_the_status() -> None:
    for on in (date(2016, 3, 1), date(2026, 1, 1)):
        frame = real("membership-map", day=on)
        (trace,) = drawn("membership-map", day=on)["data"]
        told = ["Latest step" in text for text in trace["hovertext"]]
        wanted = [row.latest_step != "" and (row.status == NONE or row.latest_step_on != row.since) for row in frame.itertuples()]
        assert told == wanted
        if on.year == 2016:
            assert {(row.status == NONE, one) for row, one in zip(frame.itertuples(), told, strict=True)} >= {(False, True), (False, False), (True, False)}


def test_a_rule_stands_on_each_day_on_which_full_membership_grew_after_the_first_year() -> None:
    (full,) = (status for status in order() if is_full(status))
    days = pd.to_datetime(["2001-06-15", "2005-07-05", "2010-01-01", "2017-06-09", "2020-01-01", "2024-07-04", "2025-01-01"])
    growth = pd.DataFrame({"status": full, "change": [6, 1, 0, 2, -1, 1, 1], "day": days, "states": list("ABCDEFG")})
    computed = pd.DataFrame({"on_date": pd.to_datetime(["2005-07-05", "2024-07-04"])})
    rules, names = joinings(growth, computed, 1, LIGHT)
    assert [rule["x0"] for rule in rules] == ["2017-06-09", "2024-07-04"]
    assert ["D" in names[0]["text"], "F" in names[1]["text"], len(names)] == [True, True, 2]
