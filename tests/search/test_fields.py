"""What a record that is found says of its day: the day of its table, as precise as the table knows it."""

import data
import queries
from tests.oracle import same, serving, tables

# Table -> its key, its day and how precisely the day is known.
DATED = {
    "priorities": ("priority_id", "stated_on", "date_precision"),
    "documents": ("document_id", "adopted_on", "date_precision"),
    "events": ("event_id", "start_on", "date_precision"),
    "meetings": ("meeting_id", "start_on", "date_precision"),
    "membership_steps": ("step_id", "on_date", "date_precision"),
    "reported_figures": ("figure_id", "as_of", "date_precision"),
    "sources": ("source_id", "published_on", "published_precision"),
}


def test_a_record_that_is_found_has_the_day_of_its_table_and_its_precision(tiny: data.Database) -> None:
    known = tables(tiny, [*DATED, "chairmanships"])
    expected = {(name, row[key]): (row[day], row[precision]) for name, (key, day, precision) in DATED.items() for row in known[name].to_dict("records")}
    expected |= {("chairmanships", row["chairmanship_id"]): (row["start_on"], "day") for row in known["chairmanships"].to_dict("records")}
    expected["countries", "KAZ"] = (None, None)
    assert {"day", "month", "year"} <= {precision for _, precision in expected.values()}
    with serving(tiny):
        found = queries.run("search/fields", {"keys": [" ".join(record) for record in expected]})
    told = {(row.table_name, row.row_id): (row.on_date, row.date_precision) for row in found.itertuples()}
    assert told.keys() == expected.keys()
    wrong = {record: (told[record], cells) for record, cells in expected.items() if not all(map(same, told[record], cells))}
    assert not wrong
