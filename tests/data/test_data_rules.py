"""Every rule of the dataset bites: one bad row a rule, told by file, line, column, value and remedy."""

from pathlib import Path

import duckdb
import pytest

import data
from data.faults import Fault

pytestmark = pytest.mark.broad

# file changed (> file in which the fault is told), text in the tiny dataset, what takes its place, line, column, value, words of the rule
CASES = [
    ("documents", "cn-2017,economy,", "cn-2017,sport,", 3, "theme_id", "sport", "not one of security, economy, culture"),
    ("documents", "programme,chg", "program,chg", 4, "document_type", "program", "not one of declaration, convention"),
    ("documents", "2016-11-03,day,Bishkek,chg-2016,kz-2016", "2016-13-03,day,Bishkek,chg-2016,kz-2016", 4, "adopted_on", "2016-13-03", "not a date"),
    ("documents", "2016-11-03,day,Bishkek", "20161103,day,Bishkek", 4, "adopted_on", "20161103", "not a date"),
    ("documents", ",2017,2018,", ",2017,18 or 19,", 4, "valid_to_year", "18 or 19", "not a whole number"),
    ("documents", "chs-2017,kz-2016,security,,,signed,treaty,2019-10-12,,true", "chs-2017,kz-2016,security,,,signed,treaty,2019-10-12,,yes", 5, "is_counted",
     "yes", "not true or false"),
    ("documents", "Trade programme 2017-2018,", ",", 4, "title", "", "must not be empty"),
    ("documents", "chg-2016,kz-2016", "chg-2015,kz-2016", 4, "meeting_id", "chg-2015", "no such row in meetings.csv"),
    ("documents", ",2016-trade-programme,true", ",2016-trade-plan,true", 3, "predecessor_id", "2016-trade-plan", "no such row in documents.csv"),
    ("documents", "political,,,true,\n2017-convention", "political,,2016-trade-programme,true,\n2017-convention", 4, "predecessor_id",
     "2016-trade-programme", "leads back to this row"),
    ("documents", ",2017,2018,", ",2017,2016,", 4, "valid_to_year", "2016", "ends before it starts"),
    ("documents", "2017-06-09,day,Astana,chs-2017,kz-2016,security", "2017-06-10,day,Astana,chs-2017,kz-2016,security", 5, "adopted_on", "2017-06-10",
     "falls outside the dates of its chairmanship"),
    ("documents", "2024-01-01,year", "2024-01-02,year", 7, "adopted_on", "2024-01-02", "not the first day"),
    ("documents", "false,Issued besides the package.", "false,", 6, "is_counted", "false", "no note says why"),
    ("documents", "2024-memorandum,Memorandum", "2017-convention,Memorandum", 7, "document_id", "2017-convention", "already stands on line 5"),
    ("documents", "Memorandum with a museum", "=cmd()", 7, "title", "=cmd()", "begins like a formula"),
    ("documents", "Memorandum with a museum", "+1", 7, "title", "+1", "begins like a formula"),
    ("documents", "Memorandum with a museum", "-1", 7, "title", "-1", "begins like a formula"),
    ("documents", "Memorandum with a museum", "@name", 7, "title", "@name", "begins like a formula"),
    ("documents", "Memorandum with a museum", "\tMuseum", 7, "title", "\tMuseum", "begins like a formula"),
    ("documents", "Memorandum with a museum", "Mu\x00seum", 7, "title", "Mu\x00seum", "control character"),
    ("documents", "Memorandum with a museum", "Mu\u202eseum", 7, "title", "Mu\u202eseum", "text direction mark"),
    ("documents", "2024-memorandum,Memorandum with a museum,", "2024-memorandum,Memorandum, with a museum,",
     7, None, None, "has 19 cells where the header has 18"),
    ("themes", "Trade and finance,2", "Trade and finance,1", 3, "sort_order", "1", "already stands on line 2"),
    ("countries", "MNG,Mongolia", "MNG,Mongolia\nKAZ,Kazakhstan", 6, "iso3", "KAZ", "already stands on line 4"),
    ("bodies", "Secretariat,expert", "Secretariat,office", 4, "level", "office", "not one of summit, government"),
    ("sources", "https://example.org/news-2017", "javascript:alert(1)", 3, "url", "javascript:alert(1)", "not a web address"),
    ("sources", "Press,,,,en", "Press,,,day,en", 5, "published_precision", "day", "both be given or both be empty"),
    ("sources", "2026-01-01,year,en", "2026-02-01,year,en", 6, "published_on", "2026-02-01", "not the first day"),
    ("chairmanships", "2016-06-24,2017-06-09", "2017-06-24,2017-06-09", 2, "end_on", "2017-06-09", "ends before it starts"),
    ("chairmanships", "2018-06-10,day,2", "2018-06-10,month,2", 3, "summit_on", "2018-06-10", "not the first day"),
    ("chairmanships", "full,Whole speeches were read.", ",Whole speeches were read.", 2, "list_depth", "", "term whose priorities are coded"),
    ("chairmanships", "full,Whole speeches were read.", "full,", 2, "list_basis", "", "term whose priorities are coded"),
    ("chairmanships", "2018-06-10,day,2,,,,", "2018-06-10,day,2,,thin,,", 3, "list_depth", "thin", "term whose priorities are coded"),
    ("chairmanships", "2018-06-10,day,2,,,,", "2018-06-10,day,2,,,One report.,", 3, "list_basis", "One report.", "term whose priorities are coded"),
    ("chairmanships", "cn-2017,CHN", "cn-2017,XXX", 3, "iso3", "XXX", "no such row in countries.csv"),
    ("meetings", "2017-06-08,2017-06-09", "2017-06-08,2017-06-07", 3, "end_on", "2017-06-07", "ends before it starts"),
    ("meetings", "2018-06-01,,month", "2018-06-09,,month", 4, "start_on", "2018-06-09", "not the first day"),
    ("events", "2016-09-01,2016-09-03", "2016-09-04,2016-09-03", 2, "end_on", "2016-09-03", "ends before it starts"),
    ("events", "2017-03-01,,month", "2017-03-05,,month", 3, "start_on", "2017-03-05", "not the first day"),
    ("priorities", "2023-09-01,month", "2023-09-02,month", 3, "stated_on", "2023-09-02", "not the first day"),
    ("priorities", "2024-07-04,day,2024-trade-programme", "2024-07-04,year,2024-trade-programme", 3, "outcome_on", "2024-07-04", "not the first day"),
    ("priorities", "in progress,2017-06-09,day,2017-convention", "in progress,2017-06-09,,2017-convention", 4, "outcome_precision", "",
     "both be given or both be empty"),
    ("priorities", "no evidence found,,,,,,", "no evidence found,2017-06-09,day,,,,", 6, "outcome_on", "2017-06-09", "nothing came of it"),
    ("priorities", "no evidence found,,,,,,", "not achieved,,,2017-convention,,,", 6, "outcome_document_id", "2017-convention", "nothing came of it"),
    ("priorities", "no evidence found,,,,,,", "not achieved,,,,ev-2016-festival,,", 6, "outcome_event_id", "ev-2016-festival", "nothing came of it"),
    ("priorities", "no evidence found,,,,,,", "not achieved,2017-06-09,day,,,,", 6, "outcome_on", "2017-06-09", "nothing came of it"),
    ("priorities", "no evidence found,,,,,,", "no evidence found,,,2017-convention,,,", 6, "outcome_document_id", "2017-convention", "nothing came of it"),
    ("priorities", "no evidence found,,,,,,", "no evidence found,,,,ev-2016-festival,,", 6, "outcome_event_id", "ev-2016-festival", "nothing came of it"),
    ("priorities", "no evidence found,,", "adopted,2017-06-09,day", 6, "outcome", "adopted", "no evidence row with the role outcome"),
    ("priorities", "no evidence found,,", "realised,2017-06-09,day", 6, "outcome", "realised", "no evidence row with the role outcome"),
    ("priorities", "2024-07-04,day,2024-trade-programme", "2024-07-02,day,2024-trade-programme", 3, "outcome_document_id", "2024-trade-programme",
     "adopted more than one day after"),
    ("priorities", "ev-2024-ministers,kz16-security", "ev-2024-ministers,kz23-security", 2, "continues_priority_id", "kz23-security", "leads back to this row"),
    ("priorities", "kz-2016,culture,University network,A common network.,institution proposal,President,2016-06-24,day,no evidence found",
     "kz-2016,culture,University network,A common network.,institution proposal,President,2016-06-24,day,none", 6, "outcome", "none", "not one of adopted"),
    ("membership_steps", "2004-06-17,day", "2004-06-17,month", 6, "on_date", "2004-06-17", "not the first day"),
    ("membership_steps", "2004-06-17,day,true", "2004-06-17,day,false", 6, "is_effective", "MNG, observer: 0", "exactly one effective step"),
    ("membership_steps", "2015-07-10,day,false", "2015-07-10,day,true", 8, "is_effective", "IND, member: 2", "exactly one effective step"),
    ("membership_steps", "2020-01-01,year,false", "2020-01-01,year,true", 10, "is_effective", "MNG, member: 1", "not granted none"),
    ("reported_figures", "documents,2,documents", "documents,two,documents", 2, "value", "two", "not a number"),
    ("reported_figures", "documents,2,documents", "documents,1e999,documents", 2, "value", "1e999", "not a number"),
    ("reported_figures", "2017-06-01,month", "2017-06-02,month", 4, "as_of", "2017-06-02", "not the first day"),
    ("world_shares", "2016,population,1500", "2016,population,7501", 2, "organisation_value", "7501.0", "between 0 and the value of the world"),
    ("world_shares", "2017,population,3200,8000", "2016,population,3200,8000", 3, "year, indicator", "2016 / population", "already stands on line 2"),
    ("evidence > chairmanships", "chairmanships,kz-2016,statement,chronicle", "chairmanships,kz-2016,corroboration,chronicle",
     2, "chairmanship_id", "kz-2016", "role statement"),
    ("evidence > meetings", "meetings,chg-2016,statement", "meetings,chg-2016,corroboration", 2, "meeting_id", "chg-2016", "role statement"),
    ("evidence > documents", "documents,2024-memorandum,statement", "documents,2024-memorandum,corroboration",
     7, "document_id", "2024-memorandum", "role statement"),
    ("evidence > priorities", "priorities,kz16-trade,statement", "priorities,kz16-trade,corroboration", 5, "priority_id", "kz16-trade", "role statement"),
    ("evidence > events", "events,ev-2024-year,statement", "events,ev-2024-year,corroboration", 5, "event_id", "ev-2024-year", "role statement"),
    ("evidence > membership_steps", "membership_steps,ind-member-2017,statement", "membership_steps,ind-member-2017,corroboration",
     9, "step_id", "ind-member-2017", "role statement"),
    ("evidence > reported_figures", "reported_figures,fig-2017-events,statement", "reported_figures,fig-2017-events,corroboration",
     4, "figure_id", "fig-2017-events",
     "role statement"),
    ("evidence > priorities", "priorities,kz16-trade,outcome", "priorities,kz16-trade,corroboration",
     5, "outcome", "adopted", "no evidence row with the role outcome"),
    ("evidence", "corroboration,chronicle", "corroboration,chronic", 39, "source_id", "chronic", "no such row in sources.csv"),
    ("evidence", "documents,2017-convention,corroboration,chronicle", "documents,2017-treaty,corroboration,chronicle", 39, "row_id", "2017-treaty",
     "no such row in documents.csv"),
    ("codings", "documents,2017-convention,theme,blind-2,culture", "documents,2017-convention,theme,blind-2,sport", 13, "value", "sport", "not a value"),
    ("codings", "priorities,kz16-trade,outcome,blind-3,adopted", "priorities,kz16-trade,outcome,blind-3,economy", 10, "value", "economy", "not a value"),
    ("codings", "kz16-trade,outcome,blind-3", "kz16-trade,outcome,blind-2", 10, "table_name, row_id, variable, coder",
     "priorities / kz16-trade / outcome / blind-2", "already stands on line 9"),
    ("codings", "kz16-trade,outcome,blind-3", "kz16-trade,outcome,blind-4", 10, "coder", "blind-4", "not one of first, blind-1"),
    ("codings", "blind-1,in progress,3", "blind-1,in progress,", 5, "rule", "", "an outcome that was coded blind"),
    ("codings", "theme,blind-3,security,", "theme,blind-3,security,3", 4, "rule", "3", "an outcome that was coded blind"),
    ("codings", "documents,2017-convention,theme,blind-1,security,", "documents,2017-convention,theme,blind-1,security,2",
     12, "rule", "2", "an outcome that was coded blind"),
    ("codings", "kz16-trade,outcome,blind-1,adopted,2", "kz16-trade,outcome,first,adopted,2", 8, "rule", "2", "an outcome that was coded blind"),
    ("codings", "blind-1,in progress,3", "blind-1,in progress,6", 5, "rule", "6", "a question that leads to this value"),
    ("codings", "blind-1,in progress,3", "blind-1,in progress,5", 5, "rule", "5", "a question that leads to this value"),
    ("codings", "blind-3,adopted,2\npriorities", "blind-3,no evidence found,2\npriorities", 7, "rule", "2", "a question that leads to this value"),
    ("codings", "documents,2017-convention,theme,blind-2,culture", "documents,2017-convention,outcome,blind-2,adopted",
     13, "variable", "outcome", "not a value"),
    ("codings > documents", "theme,blind-1,security,\ndocuments", "theme,blind-1,culture,\ndocuments",
     5, "theme_id", "security", "differs from what most coders gave"),
    ("codings > priorities", "kz16-security,outcome,blind-2,in progress,3", "kz16-security,outcome,blind-2,adopted,2",
     4, "outcome", "in progress", "differs from what most coders gave"),
    ("codings > priorities", "kz16-security,theme,blind-1,security,\npriorities,kz16-security,theme,blind-2,security",
     "kz16-security,theme,blind-1,culture,\npriorities,kz16-security,theme,blind-2,culture", 4, "theme_id", "security", "differs from what most coders gave"),
    ("codings", "documents,2017-convention,theme,blind-2", "documents,2017-treaty,theme,blind-2", 13, "row_id", "2017-treaty", "no such row in documents.csv"),
    ("conflicts", "fig-2017-documents,Number", "fig-2017-texts,Number", 2, "row_id", "fig-2017-texts", "no such row in reported_figures.csv"),
    ("conflicts", "Growth,news-2017", "Growth,news-2018", 3, "source_a", "news-2018", "no such row in sources.csv"),
    ("gaps", "chs-2018,documents", "chs-2018,texts", 2, "table_name", "texts", "not one of chairmanships"),
    ("gaps", "list-2018,cn-2017", "list-2018,cn-2018", 2, "chairmanship_id", "cn-2018", "no such row in chairmanships.csv"),
    ("releases", "First release", "Second release", 3, "title", "Second release", "already stands on line 2"),
]

# One row renamed or one term moved leaves other rows wrong as well, and these are told too.
WITH_CONSEQUENCES = {("documents", "document_id"), ("chairmanships", "end_on")}


def change(folder: Path, table: str, old: str, new: str) -> None:
    """Replace the first place of a text in a file, which must be there."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_in(folder: Path) -> list[data.Fault]:
    """All faults of a folder that must have some."""
    with pytest.raises(data.DataError) as caught:
        data.connect(folder)
    return caught.value.faults


@pytest.mark.parametrize(("files", "old", "new", "line", "column", "value", "rule"), CASES, ids=[f"{case[0]}-{case[4]}-{case[6]}" for case in CASES])
def test_a_bad_row_is_told_in_full(
    tiny_folder: Path, files: str, old: str, new: str, line: int, column: str | None, value: str | None, rule: str
) -> None:
    changed, told = files.split(" > ")[0], files.split(" > ")[-1]
    change(tiny_folder, changed, old, new)
    found = faults_in(tiny_folder)
    faults = [fault for fault in found if rule in fault.rule]
    assert (len(found) > 1) == ((changed, column) in WITH_CONSEQUENCES)
    assert [(fault.file, fault.line, fault.column, fault.value) for fault in faults] == [(f"{told}.csv", line, column, value)]
    assert faults[0].remedy.endswith(".")


def test_every_file_that_is_missing_is_named(tiny_folder: Path) -> None:
    for table in data.TABLES:
        (tiny_folder / f"{table}.csv").unlink()
    faults = faults_in(tiny_folder)
    assert [fault.file for fault in faults] == sorted(f"{table}.csv" for table in data.TABLES)
    assert {fault.rule for fault in faults} == {"the file is missing"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "SCO_DATA" in str(faults_in(tmp_path / "nothing")[0])


@pytest.mark.parametrize(
    ("header", "column", "rule"),
    [
        ("iso3", "name", "the column is missing"),
        ("iso3,name,capital", "capital", "no such column is known"),
        ("iso3,name,name", "name", "the column is there twice"),
    ],
)
def test_a_wrong_header_is_told(tiny_folder: Path, header: str, column: str, rule: str) -> None:
    width = header.count(",")
    rows = [f"{code}{',x' * width}" for code in ("CHN", "IND", "KAZ", "MNG")]
    (tiny_folder / "countries.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    assert [(fault.file, fault.line, fault.column, fault.rule) for fault in faults_in(tiny_folder)] == [("countries.csv", 1, column, rule)]


def test_an_empty_file_and_open_quotes_are_told(tiny_folder: Path) -> None:
    (tiny_folder / "bodies.csv").write_text("", encoding="utf-8")
    (tiny_folder / "gaps.csv").write_text('gap_id,chairmanship_id,meeting_id,table_name,description\nx,,,documents,"open\n', encoding="utf-8")
    assert [(fault.file, fault.line) for fault in faults_in(tiny_folder)] == [("bodies.csv", 1), ("gaps.csv", 2)]
    (tiny_folder / "gaps.csv").write_text('gap_id,"open\n', encoding="utf-8")
    assert ("gaps.csv", 1) in [(fault.file, fault.line) for fault in faults_in(tiny_folder)]


def test_text_that_is_not_utf8_is_told_by_line(tiny_folder: Path) -> None:
    path = tiny_folder / "countries.csv"
    path.write_bytes(path.read_bytes().replace(b"India", b"Indi\xe4"))
    assert [(fault.file, fault.line, fault.rule) for fault in faults_in(tiny_folder)] == [("countries.csv", 3, "not UTF-8 text")]
    path.write_bytes(path.read_bytes().replace(b"Mongolia", b"Mongoli\xe4"))
    assert [(fault.line, fault.rule) for fault in faults_in(tiny_folder)] == [(3, "not UTF-8 text, on 2 lines from here")]


def test_lines_are_true_after_cells_with_line_breaks(tiny_folder: Path) -> None:
    change(tiny_folder, "meetings", "The days are not known.", '"The days\nare not\nknown."')
    change(tiny_folder, "meetings", "2024-07-03,2024-07-04", "2024-07-03,2024-07-02")
    assert [(fault.line, fault.value) for fault in faults_in(tiny_folder)] == [(7, "2024-07-02")]


def test_all_faults_of_all_files_come_in_one_run(tiny_folder: Path) -> None:
    change(tiny_folder, "documents", "cn-2017,economy,", "cn-2017,sport,")
    change(tiny_folder, "documents", "false,Issued besides the package.", "false,")
    change(tiny_folder, "events", "2016-09-01,2016-09-03", "2016-09-04,2016-09-03")
    change(tiny_folder, "gaps", "list-2018,cn-2017", "list-2018,cn-2018")
    change(tiny_folder, "evidence", "meetings,chg-2016,statement", "meetings,chg-2016,corroboration")
    (tiny_folder / "world_shares.csv").unlink()
    faults = faults_in(tiny_folder)
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [
        ("documents.csv", 3, "theme_id"),
        ("documents.csv", 6, "is_counted"),
        ("events.csv", 2, "end_on"),
        ("gaps.csv", 2, "chairmanship_id"),
        ("meetings.csv", 2, "meeting_id"),
        ("world_shares.csv", None, None),
    ]


def test_the_message_reads_as_a_sentence(tiny_folder: Path) -> None:
    change(tiny_folder, "documents", "cn-2017,economy,", "cn-2017,sport,")
    with pytest.raises(data.DataError) as caught:
        data.connect(tiny_folder)
    assert str(caught.value).splitlines() == [
        f"The data in {tiny_folder} has 1 fault:",
        "documents.csv, line 3, theme_id 'sport': not one of security, economy, culture. Correct the row or add the theme.",
    ]


def test_a_note_excuses_a_document_outside_its_chairmanship(tiny_folder: Path) -> None:
    signed = "day,Astana,chs-2017,kz-2016,security,,,signed,treaty,2019-10-12,,true,"
    change(tiny_folder, "documents", f"2017-06-09,{signed}", f"2017-06-10,{signed}Signed on the day after the summit.")
    data.connect(tiny_folder).close()


def test_a_note_that_names_the_coders_excuses_another_value(tiny_folder: Path) -> None:
    """Every priority has some note on what came of it: only one that speaks of the coders is a reason."""
    change(tiny_folder, "codings", "kz16-security,outcome,blind-2,in progress,3", "kz16-security,outcome,blind-2,adopted,2")
    assert [fault.column for fault in faults_in(tiny_folder)] == ["outcome"]
    change(tiny_folder, "priorities", "The convention was signed.", "The convention was signed. The coders took it for the aim; it is a step towards it.")
    data.connect(tiny_folder).close()


def test_half_of_the_coders_are_no_majority(tiny_folder: Path) -> None:
    change(tiny_folder, "codings", "kz16-trade,outcome,blind-2,adopted,2", "kz16-trade,outcome,blind-2,realised,2")
    change(tiny_folder, "codings", "kz16-trade,outcome,blind-3,adopted,2", "kz16-trade,outcome,blind-3,realised,2\npriorities,kz16-trade,outcome,first,adopted,")
    data.connect(tiny_folder).close()


def test_a_header_in_another_order_a_byte_order_mark_and_blank_lines_are_accepted(tiny_folder: Path) -> None:
    (tiny_folder / "countries.csv").write_text("\ufeffname,iso3\r\nChina,CHN\r\n\r\nIndia,IND\r\nKazakhstan,KAZ\r\nMongolia,MNG\r\n\r\n", encoding="utf-8")
    database = data.connect(tiny_folder)
    assert database.cursor().execute("select name from countries order by iso3").fetchall() == [("China",), ("India",), ("Kazakhstan",), ("Mongolia",)]
    database.close()


def test_every_check_of_the_schema_has_a_rule_that_explains_it(real: data.Database) -> None:
    """A row that only the schema refuses would be told in the words of the database: each kind of check is met by a case above."""
    checks = real.cursor().execute("select table_name, constraint_column_names from duckdb_constraints() where constraint_type = 'CHECK'").fetchall()
    met = {(case[0].split(" > ")[-1], case[4]) for case in CASES}
    unmet = [(table, columns) for table, columns in checks if not any((table, column) in met for column in columns)]
    assert unmet == []


def test_a_damaged_parquet_file_is_told(tiny_folder: Path) -> None:
    (tiny_folder / "bodies.csv").unlink()
    (tiny_folder / "bodies.parquet").write_bytes(b"not parquet")
    assert [(fault.file, fault.rule) for fault in faults_in(tiny_folder)] == [("bodies.parquet", "not a Parquet file that can be read")]


def test_two_files_of_one_table_are_told(tiny_folder: Path) -> None:
    duckdb.from_csv_auto(str(tiny_folder / "bodies.csv")).write_parquet(str(tiny_folder / "bodies.parquet"))
    assert [(fault.file, fault.rule) for fault in faults_in(tiny_folder)] == [("bodies.csv", "stands beside bodies.parquet, which holds the same table")]


@pytest.mark.parametrize(("sign", "name"), [("\t", "tab"), ("|", "bar")])
def test_columns_parted_by_another_sign_are_one_fault(tiny_folder: Path, sign: str, name: str) -> None:
    path = tiny_folder / "countries.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", sign), encoding="utf-8")
    found = [(fault.file, fault.line, fault.value, fault.rule) for fault in faults_in(tiny_folder)]
    assert found == [("countries.csv", 1, f"iso3{sign}name", f"the columns are parted by a {name}")]


def test_another_encoding_is_one_fault(tiny_folder: Path) -> None:
    path = tiny_folder / "countries.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert [(fault.file, fault.rule) for fault in faults_in(tiny_folder)] == [("countries.csv", "not UTF-8 text, but UTF-16")]


def test_an_older_encoding_of_a_whole_file_is_one_fault(tiny_folder: Path) -> None:
    (tiny_folder / "countries.csv").write_bytes("iso3,name\nCHN,Китай\nIND,Индия\nKAZ,Казахстан\nMNG,Монголия\n".encode("cp1251"))
    assert [(fault.line, fault.rule) for fault in faults_in(tiny_folder)] == [(2, "not UTF-8 text, on 4 lines from here")]


def test_a_folder_in_place_of_a_file_and_a_cell_without_end_are_told(tiny_folder: Path) -> None:
    (tiny_folder / "gaps.csv").unlink()
    (tiny_folder / "gaps.csv").mkdir()
    change(tiny_folder, "events", "2016-09-01", "2016" * 40_000)
    rules = [(fault.file, fault.line, fault.rule) for fault in faults_in(tiny_folder)]
    assert rules == [("events.csv", 2, "a cell has more than 131,072 characters"), ("gaps.csv", None, "is not a file")]


def test_a_blank_around_a_text_is_told_at_its_place(tiny_folder: Path) -> None:
    change(tiny_folder, "countries", "IND,India", "IND ,India")
    faults = [(fault.file, fault.line, fault.column, fault.value) for fault in faults_in(tiny_folder) if "blank" in fault.rule]
    assert faults == [("countries.csv", 3, "iso3", "IND ")]


def test_a_name_from_outside_is_spelled_out_in_the_message(tiny_folder: Path) -> None:
    change(tiny_folder, "countries", "iso3,name", "iso3,na\x1b[31mme,")
    change(tiny_folder, "countries", "CHN,China", "CHN,China,beyond")
    lines = [str(fault) for fault in faults_in(tiny_folder) if fault.rule == "no such column is known"]
    assert lines[0].startswith("countries.csv, line 1, '':")
    assert lines[1].startswith("countries.csv, line 1, 'na\\x1b[31mme':")


@pytest.mark.parametrize(
    ("text", "line", "column", "rule"),
    [
        ("title = [\n", None, None, "not valid TOML"),
        ('title = "A"\nshort_title = "B\n', 2, None, "not valid TOML"),
        ('title = "A"\n', None, "short_title", "the name is missing"),
        ('title = "A"\nshort_title = "B"\ncreator = "C"\n', None, "creator", "no such name is known"),
        ('title = 5\nshort_title = "B"\n', None, "title", "not a text of one line"),
        ('title = "A"\nshort_title = "B"\ncreators = "C"\n', None, "creators", "not a list of texts"),
        ('title = "A"\nshort_title = "B"\n[cautions]\nevents = "C"\n', None, "cautions", "not a list of texts under each name"),
        ('title = "A"\nshort_title = "B"\ncoders = 3\n', None, "coders", "not a list of texts"),
        ('title = "A"\nshort_title = "B"\nstatuses = {full = {mark = 1}, guest = {mark = 1}}\n', None, "statuses.guest.mark", "the mark of the status 'full' too"),
        ('title = "A"\nshort_title = "B"\nstatuses = {a = {measure = "x"}, b = {measure = "x"}}\n', None, "statuses.b.measure", "the measure of the status 'a' too"),
        ('title = "A"\nshort_title = "B"\n[questions]\n"Is it so?" = [1]\n', None, "questions", "not a list of texts under each name"),
    ],
)
def test_a_wrong_description_is_told_with_the_other_faults(tiny_folder: Path, text: str, line: int | None, column: str | None, rule: str) -> None:
    (tiny_folder / "dataset.toml").write_text(text, encoding="utf-8")
    change(tiny_folder, "documents", "cn-2017,economy,", "cn-2017,sport,")
    told, other = faults_in(tiny_folder)
    assert (told.file, told.line, told.column) == ("dataset.toml", line, column)
    assert rule in told.rule and told.remedy.endswith(".")
    assert other.file == "documents.csv"


def test_a_description_that_cannot_be_read_is_told(tiny_folder: Path) -> None:
    (tiny_folder / "dataset.toml").write_bytes(b'title = "\xe9"')
    assert [fault.rule for fault in faults_in(tiny_folder)] == ["not UTF-8 text"]
    (tiny_folder / "dataset.toml").unlink()
    (tiny_folder / "dataset.toml").mkdir()
    assert [fault.rule for fault in faults_in(tiny_folder)] == ["cannot be opened (Is a directory)"]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path, ending: str) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    if ending == "parquet":
        (tiny_folder / "gaps.csv").rename(tiny_folder / "gaps.parquet")
    monkeypatch.setattr(f"data.reading.sheets.read_{ending}", closed)
    told = {(fault.file, fault.line, fault.rule) for fault in faults_in(tiny_folder)}
    assert (f"gaps.{ending}", None, "cannot be opened (Permission denied)") in told


def test_a_folder_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    def closed(folder: Path, table: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("data.build.read_file", closed)
    assert [fault.rule for fault in faults_in(tiny_folder)] == ["the folder cannot be opened (Permission denied)"]


def test_faults_stand_in_the_order_of_files_lines_and_columns(tmp_path: Path) -> None:
    told = [("a.csv", None, "z"), ("a.csv", 1, None), ("a.csv", 1, "b"), ("a.csv", 2, "a"), ("b.csv", None, None)]
    faults = [Fault(file, line, column, None, "a rule", "A remedy.") for file, line, column in told]
    assert data.DataError(tmp_path, reversed(faults)).faults == faults
