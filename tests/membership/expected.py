"""What each question of the membership page should answer, worked out from the tables; a function a question, named as its file."""

from collections import defaultdict
from datetime import date
from typing import Any

import data
from tests.membership.steps import names, on, spells
from tests.membership.weights import CLAIMS, OTHER, SHARE_OF, Rows, Tables, Values, claims, computed
from tests.oracle import BEHIND

STEPS = "membership_steps"
FAR = date.max


def change_days(tables: Tables, values: Values) -> Rows:
    """Each day on which a status began or ended."""
    return [{"day": day} for day in sorted({day for spell in spells(tables) for day in (spell["start"], spell["end"]) if day})]


def growth(tables: Tables, values: Values) -> Rows:
    """Each status and day of change in the chosen years, and where the years begin with states that hold it already, their first day."""
    low, high = date(values["year_from"], 1, 1), date(values["year_to"], 12, 31)
    held, called = spells(tables), names(tables)
    moved: dict[tuple[str, date], list[tuple[int, str, str, str]]] = defaultdict(list)
    for spell in held:
        moved[spell["status"], spell["start"]].append((1, spell["step_id"], spell["known"], spell["iso3"]))
        if spell["end"]:
            moved[spell["status"], spell["end"]].append((-1, spell["end_step"] or spell["step_id"], spell["end_known"], spell["iso3"]))
    chosen = {key: moves for key, moves in moved.items() if low <= key[1] <= high}
    found = []
    for (status, day), moves in chosen.items():
        records = {(STEPS, step): day for _, step, *_ in moves}
        found.append((status, day, sum(move[0] for move in moves), {iso3 for *_, iso3 in moves}, records, max(move[2] for move in moves)))
    for status in {spell["status"] for spell in held} if chosen else ():
        own = [spell for spell in held if spell["status"] == status and on(spell, low)]
        if own and (status, low) not in moved:
            found.append((status, low, 0, {spell["iso3"] for spell in own}, {(STEPS, spell["step_id"]): spell["start"] for spell in own}, "day"))
    return [
        {
            "status": status,
            "day": day,
            "n": sum(spell["status"] == status and on(spell, day) for spell in held),
            "change": change,
            "states": ", ".join(sorted(called[iso3] for iso3 in states)),
            "date_precision": precision,
            BEHIND: records,
        }
        for status, day, change, states, records, precision in sorted(found, key=lambda row: row[:2])
    ]


def reach(tables: Tables) -> date:
    """Until when statuses are known: the end of the last year with a step, or the day of the release where that year was not over."""
    last = max(tables["membership_steps"]["on_date"])
    return min(date(last.year, 12, 31), max([last, *tables["releases"]["released_on"]] if len(tables["releases"]) else [date.max]))


def ladder(tables: Tables, values: Values) -> Rows:
    """Each step of the chosen statuses that lies in the years, or whose status lasted into them."""
    low, high = date(values["year_from"], 1, 1), date(values["year_to"], 12, 31)
    steps, called = tables["membership_steps"].to_dict("records"), names(tables)
    ends = {spell["step_id"]: (spell["end"], spell["end_known"]) for spell in spells(tables)}
    known = reach(tables)
    first = {step["iso3"]: min(other["on_date"] for other in steps if other["iso3"] == step["iso3"]) for step in steps}
    rows = []
    for step in steps:
        end, known_to = ends.get(step["step_id"], (None, ""))
        row = {name: step[name] for name in ("iso3", "status", "step", "on_date", "date_precision", "is_effective")}
        row |= {"country": called[step["iso3"]], "note": step["note"] or "", "end_on": end, "end_precision": known_to, "record_table": STEPS, "record_id": step["step_id"]}
        row |= {"is_step_shown": low <= step["on_date"] <= high, "shown_from": None, "shown_until": None}
        if step["is_effective"]:
            row |= {"shown_from": max(step["on_date"], low), "shown_until": min(end or known, high)}
        lasted = step["is_effective"] and row["shown_from"] < row["shown_until"]
        if step["status"] in values["statuses"] and (row["is_step_shown"] or lasted):
            rows.append(row | {BEHIND: {(STEPS, step["step_id"]): step["on_date"]}})
    return sorted(rows, key=lambda row: (first[row["iso3"]], row["country"], row["on_date"], row["record_id"]))


def map(tables: Tables, values: Values) -> Rows:
    """Each state with the status it held on the day and the last step it had taken."""
    day, steps, held = values["day"], tables["membership_steps"].to_dict("records"), spells(tables)
    rows, tiles = [], data.current().lists.tiles
    for iso3, country in names(tables).items():
        own = [step for step in steps if step["iso3"] == iso3 and step["on_date"] <= day]
        taken = sorted(own, key=lambda step: (-step["on_date"].toordinal(), not step["is_effective"], step["step_id"]))
        last = taken[0] if taken else {"step": "", "status": "", "on_date": None, "date_precision": ""}
        spell = next((spell for spell in held if spell["iso3"] == iso3 and on(spell, day)), {"status": "none", "start": None, "known": ""})
        rows.append(
            {
                "iso3": iso3,
                "country": country,
                "status": spell["status"],
                "since": spell["start"],
                "since_precision": spell["known"],
                "latest_step": last["step"],
                "latest_step_status": last["status"],
                "latest_step_on": last["on_date"],
                "latest_step_precision": last["date_precision"],
                "as_of": day,
                "tile_column": tiles.get(iso3, (None, None))[0],
                "tile_row": tiles.get(iso3, (None, None))[1],
                BEHIND: {(STEPS, step["step_id"]): step["on_date"] for step in own},
            }
        )
    return sorted(rows, key=lambda row: (row["status"] == "none", row["status"], row["since"] or FAR, row["country"]))


def path(tables: Tables, values: Values) -> Rows:
    """Each step of a state that became a member in the chosen years, up to its membership."""
    steps, called = tables["membership_steps"], names(tables)
    rows = []
    for iso3, own in steps.groupby("iso3"):
        joining = own[(own["status"] == "member") & own["is_effective"].astype(bool)]
        if joining.empty or not values["year_from"] <= joining["on_date"].min().year <= values["year_to"]:
            continue
        begun, joined = own["on_date"].min(), joining["on_date"].min()
        for step in own[own["on_date"] <= joined].to_dict("records"):
            row = {name: step[name] for name in ("iso3", "status", "step", "on_date", "date_precision")}
            row |= {"country": called[iso3], "is_founder": "founding" in set(joining["step"]), "joined_on": joined, "joined_precision": joining.sort_values("on_date")["date_precision"].iloc[0]}
            row |= {"is_last": step["step_id"] in set(joining["step_id"]), "record_table": STEPS, "record_id": step["step_id"]}
            row["years_since_first"] = round((step["on_date"] - begun).days / 365.25, 2)
            row["years_to_membership"] = round((joined - begun).days / 365.25, 2)
            rows.append(row | {BEHIND: {(STEPS, step["step_id"]): step["on_date"]}})
    return sorted(rows, key=lambda row: (row["is_founder"], -row["years_to_membership"], row["country"], row["on_date"], row["record_id"]))


def years(tables: Tables, values: Values) -> Rows:
    """Each state and year from the first step to the last that was over, with the status held on 31 December."""
    steps = list(tables["membership_steps"]["on_date"])
    until = reach(tables)
    every, codes = range(min(steps).year, until.year + (until == date(until.year, 12, 31))), {"member": 1, "dialogue partner": 2, "sco partner": 2, "observer": 3}
    kept: dict[tuple[str, int], dict[str, Any]] = {(spell["iso3"], year): spell for spell in spells(tables) for year in every if on(spell, date(year, 12, 31))}
    begun = {iso3: min((spell["start"] for (other, _), spell in kept.items() if other == iso3), default=FAR) for iso3 in names(tables)}
    rows = []
    for iso3, country in sorted(names(tables).items(), key=lambda item: (begun[item[0]], item[1])):
        for year in every:
            if values["year_from"] <= year <= values["year_to"]:
                spell = kept.get((iso3, year), {"status": "none", "start": None, "known": ""})
                records = {(STEPS, spell["step_id"]): spell["start"]} if "step_id" in spell else {}
                told = {"iso3": iso3, "country": country, "year": year, "code": codes.get(spell["status"], 0), "status": spell["status"]}
                rows.append(told | {"since": spell["start"], "since_precision": spell["known"], BEHIND: records})
    return rows


def share_gaps(tables: Tables, values: Values) -> Rows:
    """The gaps on reported figures that speak of land area, for that indicator alone."""
    gaps = [gap for gap in tables["gaps"].to_dict("records") if gap["table_name"] == CLAIMS and "land area" in gap["description"].lower()]
    shown = sorted(gaps, key=lambda gap: gap["gap_id"]) if values["indicator"] == "land_area" else []
    return [{"gap_id": gap["gap_id"], "description": gap["description"]} for gap in shown]


def shares(tables: Tables, values: Values) -> Rows:
    """The computed years, then the claims on the world; years of land area before the last leap of the total of the world stand apart."""
    indicator, rows = values["indicator"], []
    own = tables["world_shares"][tables["world_shares"]["indicator"] == indicator].sort_values("year")
    leaps = own[(own["world_value"].astype(float).pct_change().abs() > 0.01)]["year"] if indicator == "land_area" else own["year"][:0]
    for year, share in computed(tables, values).items():
        words = dict.fromkeys(("qualifier", "claimed_by", "basis", "note"), "")
        row = {"kind": "computed", "on_date": date(year, 12, 31), "date_precision": "year", "share": share, **words}
        before = bool(len(leaps)) and year < leaps.max()
        rows.append(row | {"is_before_break": before, "record_table": "world_shares", "record_id": f"{indicator}-{year}"})
    told = [claim for claim in claims(tables, values) if claim["words"] != OTHER]
    for claim in sorted(told, key=lambda claim: (claim["as_of"], claim["figure_id"])):
        row = {"kind": "claimed", "on_date": claim["as_of"], "date_precision": claim["date_precision"], "share": claim["value"]}
        row |= {"qualifier": claim["qualifier"], "claimed_by": claim["claimed_by"] or "", "basis": claim["basis"], "note": claim["note"] or ""}
        rows.append(row | {"is_before_break": False, "record_table": CLAIMS, "record_id": claim["figure_id"]})
    return [
        row | {"indicator": indicator, "share_of": SHARE_OF[indicator], "share": round(row["share"], 2), BEHIND: {(row["record_table"], row["record_id"]): row["on_date"]}}
        for row in rows
        if values["year_from"] <= row["on_date"].year <= values["year_to"]
    ]


def claimed_shares(tables: Tables, values: Values) -> Rows:
    """Each claim of the chosen years with the share computed for its year, or for the last year before it."""
    known, rows = computed(tables, values), []
    for claim in claims(tables, values):
        year = max((year for year in known if year <= claim["as_of"].year), default=None) if claim["words"] != OTHER else None
        row = {name: claim[name] for name in ("date_precision", "qualifier", "basis")}
        row |= {"measure": f"Share of {claim['words']}", "is_comparable": claim["words"] != OTHER, "on_date": claim["as_of"], "claimed": claim["value"], "note": claim["note"] or ""}
        row |= {"claimed_by": claim["claimed_by"] or "by whom is not stated", "computed_year": year}
        row |= {"computed": None if year is None else round(known[year], 2), "record_table": CLAIMS, "record_id": claim["figure_id"]}
        if values["year_from"] <= claim["as_of"].year <= values["year_to"]:
            rows.append(row | {BEHIND: {(CLAIMS, claim["figure_id"]): claim["as_of"]}})
    rows.sort(key=lambda row: (row["on_date"], row["claimed_by"], row["claimed"], row["record_id"]))
    return sorted(rows, key=lambda row: not row["is_comparable"])
