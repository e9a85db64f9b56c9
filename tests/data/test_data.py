"""The database: its shape, its locks, its views on rows checked by hand, and how it follows its files."""

import gc
import os
import re
import shutil
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

import data
from data import DataError, connect, file
from data.__main__ import main
from data.catalogue import ALONE
from data.database import Database
from data.live import LOOK_EVERY_SECONDS, Live, fingerprint, shrunk
from tests import oracle
from tests.thin import made

pytestmark = pytest.mark.broad

ROOT = Path(__file__).resolve().parents[2]
CHECKS = sorted((ROOT / "tests" / "data" / "checks").glob("*.sql"))


def rows(database: Database, query: str, **values: object) -> list[tuple]:
    """All rows of a query."""
    return database.cursor().execute(query, values).fetchall()


@pytest.mark.parametrize("check", CHECKS, ids=[check.stem for check in CHECKS])
def test_a_check_of_the_real_dataset_finds_nothing(real: Database, check: Path) -> None:
    assert rows(real, check.read_text(encoding="utf-8")) == []


def test_tables_stand_in_the_order_of_the_contract_and_are_counted(tiny: Database) -> None:
    assert tuple(tiny.counts) == data.TABLES
    assert list(tiny.counts.values()) == [3, 4, 3, 5, 3, 4, 6, 5, 4, 9, 5, 3, 42, 12, 2, 2]
    assert all(rows(tiny, f"select count(*) from {table}") == [(count,)] for table, count in tiny.counts.items())


def test_the_codebook_lists_the_tables_in_the_same_order(tiny: Database) -> None:
    listed = rows(tiny, "select table_name, any_value(table_position) from codebook group by table_name order by 2")
    assert tuple(table for table, _ in listed) == (*data.TABLES, "releases")


def test_the_codebook_names_allowed_values(tiny: Database) -> None:
    query = "select data_type, allowed_values, is_required, referenced_table from codebook where table_name = $table and column_name = $column"
    assert rows(tiny, query, table="documents", column="theme_id") == [("VARCHAR", "security; economy; culture", True, "themes")]
    (measures,) = rows(tiny, query, table="reported_figures", column="measure")
    assert "share of Eurasia's area; population" in measures[1]


@pytest.mark.parametrize(
    "statement",
    [
        "insert into themes select * from themes",
        "update themes set label = 'x'",
        "delete from gaps",
        "drop view records",
        "create table mine (i integer)",
        "comment on table themes is 'x'",
        "copy themes to 'themes.csv'",
        "with x as (copy themes to 'themes.csv') select 1",
        "export database 'folder'",
        "attach ':memory:' as other",
        "attach 'other.duckdb'",
        "select * from read_csv('/etc/hostname')",
        "select * from read_text('/etc/hostname')",
        "select * from glob('/*')",
        "select * from read_parquet('https://example.org/x.parquet')",
        "install httpfs",
        "load spatial",
        "set memory_limit = '8GB'",
        "set global max_execution_time = 0",
        "set enable_external_access = true",
        "reset lock_configuration",
    ],
)
def test_a_cursor_can_ask_and_do_nothing_else(tiny: Database, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        tiny.cursor().execute(statement)


def test_a_query_that_runs_too_long_is_stopped_on_every_cursor(tiny: Database) -> None:
    (limit,) = rows(tiny, "select current_setting('max_execution_time')")
    assert 0 < int(limit[0]) <= 10_000


def test_nothing_is_left_on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tiny_folder: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(room))
    database = data.connect(tiny_folder)
    assert os.name == "nt" or list(room.iterdir()) == []
    assert rows(database, "select count(*) from documents") == [(6,)]
    database.close()
    (tiny_folder / "gaps.csv").unlink()
    with pytest.raises(data.DataError):
        data.connect(tiny_folder)
    assert list(room.iterdir()) == []


def test_the_release_is_a_date_and_a_digest_of_the_contents(tiny: Database, tiny_folder: Path) -> None:
    assert tiny.released_on == date(2026, 1, 31)
    day, digest = tiny.release.rsplit("-", 1)
    assert day == "2026-01-31"
    assert len(digest) == 7 and int(digest, 16) >= 0
    lines = (tiny_folder / "gaps.csv").read_text(encoding="utf-8").splitlines()
    (tiny_folder / "gaps.csv").write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n", encoding="utf-8")
    assert data.connect(tiny_folder).release == tiny.release
    (tiny_folder / "gaps.csv").write_text("\n".join(lines).replace("not known", "unknown") + "\n", encoding="utf-8")
    assert data.connect(tiny_folder).release != tiny.release


def test_without_a_list_of_releases_the_newest_file_gives_the_date(tiny_folder: Path) -> None:
    (tiny_folder / "releases.csv").unlink()
    assert date.today() - data.connect(tiny_folder).released_on <= timedelta(days=1)


def test_parquet_gives_the_same_release_as_csv(tiny: Database, tiny_folder: Path) -> None:
    for path in sorted(tiny_folder.glob("*.csv")):
        duckdb.read_csv(str(path)).write_parquet(str(path.with_suffix(".parquet")))
        path.unlink()
    assert data.connect(tiny_folder).release == tiny.release


def test_themes_are_ordered_as_the_dataset_says(tiny_folder: Path) -> None:
    text = "theme_id,label,definition,sort_order\nsecurity,S,S,3\neconomy,E,E,1\nculture,C,C,2\n"
    (tiny_folder / "themes.csv").write_text(text, encoding="utf-8")
    ordered = rows(data.connect(tiny_folder), "select distinct theme_id from documents order by theme_id")
    assert ordered == [("economy",), ("culture",), ("security",)]


def test_spells_run_from_one_effective_step_to_the_next(tiny: Database) -> None:
    founded, joined = date(2001, 6, 15), date(2017, 6, 9)
    assert rows(tiny, "select iso3, status, start_on, end_on, step_id, end_step_id from membership_spells order by iso3, start_on") == [
        ("CHN", "shanghai five", date(1996, 4, 26), founded, "chn-five-1996", "chn-member-2001"),
        ("CHN", "member", founded, None, "chn-member-2001", None),
        ("IND", "observer", date(2005, 7, 5), joined, "ind-observer-2005", "ind-member-2017"),
        ("IND", "member", joined, None, "ind-member-2017", None),
        ("KAZ", "shanghai five", date(1996, 4, 26), founded, "kaz-five-1996", "kaz-member-2001"),
        ("KAZ", "member", founded, None, "kaz-member-2001", None),
        ("MNG", "observer", date(2004, 6, 17), None, "mng-observer-2004", None),
    ]


def test_a_status_before_the_founding_ends_with_it_for_a_state_that_did_not_join(tmp_path: Path) -> None:
    lines = {"countries": ["RUS,Russian Federation"], "membership_steps": ["rus-five-1997,RUS,shanghai five,founding,1997-04-24,day,true,"]}
    with closing(oracle.widened(tmp_path, lines)) as database:
        assert rows(database, "select start_on, end_on from membership_spells where iso3 = 'RUS'") == [(date(1997, 4, 24), date(2001, 6, 15))]


def test_the_founding_is_the_day_of_the_first_member_as_precise_as_the_vaguest(tmp_path: Path) -> None:
    lines = {
        "countries": ["RUS,Russian Federation", "UZB,Uzbekistan"],
        "membership_steps": [
            "rus-five-1997,RUS,shanghai five,founding,1997-04-24,day,true,",
            "uzb-member-2001,UZB,member,founding,2001-06-01,month,true,",
        ],
    }
    with closing(oracle.widened(tmp_path, lines)) as database:
        assert rows(database, "select end_on, end_precision from membership_spells where iso3 = 'RUS'") == [(date(2001, 6, 1), "month")]


def test_terms_count_what_belongs_to_them(tiny: Database) -> None:
    query = """select chairmanship_id, country, days, n_documents, n_counted_documents, n_events, n_meetings, n_priorities, is_coded
        from chairmanship_terms order by start_on"""
    assert rows(tiny, query) == [
        ("kz-2016", "Kazakhstan", 350, 3, 2, 2, 2, 3, True),
        ("cn-2017", "China", 366, 1, 1, 0, 1, 0, False),
        ("kz-2023", "Kazakhstan", 366, 1, 1, 2, 1, 2, True),
    ]


@pytest.mark.parametrize("table", ["documents", "events", "meetings", "priorities"])
def test_a_term_of_which_nothing_of_a_kind_is_known_has_none_of_it(table: str, tmp_path: Path) -> None:
    database = data.connect(made.written(tmp_path / "thin", made.without(table)))
    with closing(database), database.cursor() as cursor:
        counts = cursor.execute(f"select n_{table} from chairmanship_terms order by start_on").fetchall()
    assert counts == [(0,)] * database.counts["chairmanships"] and counts


@pytest.mark.parametrize(
    ("table", "row_id", "title", "on_date", "precision"),
    [
        ("chairmanships", "kz-2016", "Kazakhstan 2016-2017", date(2016, 6, 24), "day"),
        ("documents", "2018-trade-programme", "Trade programme 2019-2024", date(2018, 6, 1), "month"),
        ("membership_steps", "ind-member-2017", "India: member, accession", date(2017, 6, 9), "day"),
        ("reported_figures", "fig-2017-documents", "2 documents (exactly), Secretary-General", date(2017, 6, 9), "day"),
        ("reported_figures", "fig-2017-population", "43.5 per cent (about)", date(2017, 1, 1), "year"),
        ("world_shares", "population-2016", "Population 2016", date(2016, 1, 1), "year"),
        ("world_shares", "land_area-2016", "Land area 2016", date(2016, 1, 1), "year"),
        ("sources", "chronicle", "Chronicle of the organisation", None, None),
        ("countries", "MNG", "Mongolia", None, None),
        ("gaps", "list-2018", "The full list of 2018 is not known.", None, None),
    ],
)
def test_a_record_is_told_in_words(tiny: Database, table: str, row_id: str, title: str, on_date: date | None, precision: str | None) -> None:
    query = "select title, on_date, date_precision from records where table_name = $table and row_id = $row_id"
    assert rows(tiny, query, table=table, row_id=row_id) == [(title, on_date, precision)]


def test_every_row_that_can_be_looked_up_is_a_record(tiny: Database) -> None:
    found = dict(rows(tiny, "select table_name, count(*) from records group by table_name"))
    assert found == {table: count for table, count in tiny.counts.items() if table not in ("evidence", "codings")}


def test_links_are_told_from_both_ends(tiny: Database) -> None:
    query = "select relation, other_table, other_id from related_records where table_name = $table and row_id = $row_id order by all"
    assert rows(tiny, query, table="documents", row_id="2018-trade-programme") == [
        ("adopted at", "meetings", "chs-2018"),
        ("adopted by", "bodies", "chs"),
        ("during the chairmanship", "chairmanships", "cn-2017"),
        ("renewed or replaced by", "documents", "2024-trade-programme"),
        ("renews or replaces", "documents", "2016-trade-programme"),
    ]
    assert rows(tiny, query, table="priorities", row_id="kz16-security") == [
        ("continued by", "priorities", "kz23-security"),
        ("outcome document", "documents", "2017-convention"),
        ("voiced for the chairmanship", "chairmanships", "kz-2016"),
    ]
    assert rows(tiny, query, table="sources", row_id="news-2017") == [
        ("first claim of a disagreement", "conflicts", "trade-of-2017"),
        ("second claim of a disagreement", "conflicts", "documents-of-2017"),
    ]


def test_evidence_is_joined_with_its_source_and_counted(tiny: Database) -> None:
    evidence = "select role, source_id, locator, source_title, is_seed from record_evidence where table_name = $table and row_id = $row_id order by all"
    assert rows(tiny, evidence, table="documents", row_id="2017-convention") == [
        ("corroboration", "chronicle", "para 50", "Chronicle of the organisation", False),
        ("corroboration", "official-2024", "item 1", "List of documents", False),
        ("statement", "news-2017", "para 11", "Summit closes", False),
    ]
    assert rows(tiny, evidence, table="world_shares", row_id="land_area-2016") == [
        ("statement", "data-bank", "land_area, 2016", "World indicators", False),
    ]
    counts = "select n_evidence, n_sources, n_corroborations from evidence_counts where row_id = '2017-convention'"
    assert rows(tiny, counts) == [(3, 3, 2)]


def looked(live: Live) -> Database:
    """What is served after two looks: files that have changed are taken when they no longer do."""
    live.current()
    return live.current()


def test_the_folder_is_looked_at_again_when_it_is_time(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    now, looks = [100.0], []
    monkeypatch.setattr("data.live.time", SimpleNamespace(monotonic=lambda: now[0]))
    live = Live(tiny_folder)
    live.current()
    monkeypatch.setattr(live, "_look_again", lambda _: looks.append(now[0]))
    for now[0] in (100.0 + LOOK_EVERY_SECONDS - 0.1, 100.0 + LOOK_EVERY_SECONDS):
        live.current()
    assert looks == [100.0 + LOOK_EVERY_SECONDS]


def test_a_running_database_keeps_the_last_good_data_and_recovers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tiny_folder: Path
) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live = Live(tiny_folder)
    first = live.current()
    running = first.cursor()
    assert live.current() is first
    good = (tiny_folder / "gaps.csv").read_text(encoding="utf-8")
    (tiny_folder / "gaps.csv").write_text(good.replace("cn-2017", "cn-2000").replace(",meetings,", ",meals,"), encoding="utf-8")
    assert looked(live) is first
    assert live.notice == f"The data files have changed, but 2 faults were found in them; release {first.release} is still shown."
    assert "gaps.csv, line 2, chairmanship_id 'cn-2000'" in caplog.text
    (tiny_folder / "gaps.csv").write_text(good.replace("not known", "unknown"), encoding="utf-8")
    second = looked(live)
    assert second.release != first.release
    assert live.notice is None
    assert running.execute("select count(*) from gaps").fetchall() == [(2,)]
    (tiny_folder / "gaps.csv").write_text(good, encoding="utf-8")
    assert looked(live).release == first.release
    assert running.execute("select count(*) from gaps").fetchall() == [(2,)], "who holds a release keeps it"


def test_a_release_that_was_replaced_is_closed_when_nobody_holds_it(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live, gaps = Live(tiny_folder), tiny_folder / "gaps.csv"
    first = live.current()
    running = first.cursor()
    for word in ("unknown", "no longer known"):
        gaps.write_text(gaps.read_text(encoding="utf-8").replace("not known", word), encoding="utf-8")
        assert looked(live) is not first
        gaps.write_text(gaps.read_text(encoding="utf-8").replace(word, "not known"), encoding="utf-8")
        looked(live)
    assert running.execute("select count(*) from gaps").fetchall() == [(2,)]
    held = weakref.ref(first)
    del first
    gc.collect()
    assert held() is None
    with pytest.raises(duckdb.Error):
        running.execute("select count(*) from gaps")


def test_a_running_database_keeps_title_and_licence_while_their_file_is_faulty(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    file = tiny_folder / "dataset.toml"
    file.write_text('title = "Tiny"\nshort_title = "T"\n', encoding="utf-8")
    live = Live(tiny_folder)
    assert live.current().about.title == "Tiny"
    file.write_text("title = [", encoding="utf-8")
    assert looked(live).about.title == "Tiny"
    assert live.notice and "1 fault was found" in live.notice
    file.write_text('title = "Small"\nshort_title = "S"\n', encoding="utf-8")
    assert (looked(live).about.title, live.notice) == ("Small", None)


def test_a_file_that_becomes_readable_is_looked_at_again(tiny_folder: Path) -> None:
    before = fingerprint(tiny_folder)
    (tiny_folder / "gaps.csv").chmod(0o600)
    assert fingerprint(tiny_folder) != before


def test_a_folder_that_cannot_be_entered_has_no_files(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    def closed(folder: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("data.live.data_files", closed)
    assert fingerprint(tiny_folder) == ()


def test_a_file_that_is_still_being_written_is_waited_for(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live = Live(tiny_folder)
    first = live.current()
    *lines, last = (tiny_folder / "gaps.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    for written in (lines[0], "".join(lines), "".join(lines) + last + "late,,,events,Found later.\n"):
        (tiny_folder / "gaps.csv").write_text(written, encoding="utf-8")
        assert live.current() is first and live.notice is None
    assert live.current().counts["gaps"] == first.counts["gaps"] + 1


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_file_that_stops_within_its_last_line_is_refused(cut: int, tiny_folder: Path) -> None:
    content = (tiny_folder / "gaps.csv").read_bytes()
    (tiny_folder / "gaps.csv").write_bytes(content[:-cut])
    with pytest.raises(DataError, match="gaps.csv, line 3.*the last line has no line break"):
        connect(tiny_folder)


def test_rows_that_have_gone_are_shown_and_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live = Live(tiny_folder)
    first = live.current()
    whole = (tiny_folder / "gaps.csv").read_text(encoding="utf-8")
    (tiny_folder / "gaps.csv").write_text("".join(whole.splitlines(keepends=True)[:-1]), encoding="utf-8")
    second = looked(live)
    assert second.counts["gaps"] == 1
    assert live.notice == f"Release {second.release} holds far fewer rows than the one before: gaps from 2 to 1." and live.notice in caplog.text
    (tiny_folder / "gaps.csv").write_text(whole, encoding="utf-8")
    assert looked(live).release == first.release and live.notice is None
    assert shrunk({"gaps": 100}, {"gaps": 90}, "r") is None and shrunk({"gaps": 100}, {}, "r")


def test_no_connection_would_fetch_an_extension() -> None:
    served = [path for layer in ("data", "queries", "charts", "exports", "ui", "server") for path in (ROOT / layer).rglob("*.py")]
    made = [path for path in served if re.search(r"duckdb\.connect\((?![^\n]*ALONE)", path.read_text(encoding="utf-8"))]
    assert not made
    with duckdb.connect(config=ALONE) as connection:
        names = ("autoinstall_known_extensions", "autoload_known_extensions", "allow_community_extensions")
        assert [connection.execute("select current_setting($name)", {"name": name}).fetchone() for name in names] == [(False,)] * 3


def test_a_failure_to_load_is_noticed_and_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live = Live(tiny_folder)
    first = live.current()

    def full(folder: Path) -> Database:
        raise OSError("No space left on device")

    monkeypatch.setattr("data.live.Database", full)
    (tiny_folder / "gaps.csv").touch()
    assert looked(live) is first
    assert live.notice == f"The data files have changed, but could not be loaded; release {first.release} is still shown."
    assert "No space left on device" in caplog.text


def test_files_are_looked_at_every_two_seconds_at_most(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    live = Live(tiny_folder)
    looks = []
    monkeypatch.setattr("data.live.fingerprint", lambda folder: looks.append(folder) or ())
    database = live.current()
    assert [live.current() is database for _ in range(100)] == [True] * 100
    assert len(looks) == 1


def test_many_threads_read_while_the_files_change(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setattr("data.live.LOOK_EVERY_SECONDS", 0.0)
    live = Live(tiny_folder)
    live.current()

    def ask(turn: int) -> int:
        if turn == 40:
            with (tiny_folder / "gaps.csv").open("a", encoding="utf-8") as file:
                file.write("late,,,events,Found later.\n")
        ((count,),) = live.current().cursor().execute("select count(*) from documents").fetchall()
        return count

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(200))) == {6}
    assert live.current().counts["gaps"] == 3


def test_the_shared_database_is_that_of_the_folder_named(monkeypatch: pytest.MonkeyPatch, tiny_folder: Path) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert data.current().folder == tiny_folder
    assert data.current() is data.current()
    assert data.notice() is None


def test_the_command_prints_a_summary(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tiny_folder: Path, tiny: Database) -> None:
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert f"release {tiny.release}" in printed
    assert "documents               6" in printed
    assert 0 < float(re.findall(r"checked in ([\d.]+) seconds", printed)[0]) < 60


def test_the_command_says_how_stories_are_checked_in_full(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SCO_DATA", str(Path(__file__).parent.parent / "league"))
    monkeypatch.setattr(sys, "orig_argv", ["/a/python", "-m", "data"])
    assert main([]) == 0
    assert "braces of 1 are sound; figures, filters and values are checked by /a/python -m exports.show" in capsys.readouterr().out


def test_the_command_prints_every_fault_and_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tiny_folder: Path) -> None:
    shutil.copyfile(tiny_folder / "gaps.csv", tiny_folder / "bodies.csv")
    monkeypatch.setenv("SCO_DATA", str(tiny_folder))
    assert main([]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "bodies.csv, line 1, body_id: the column is missing." in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("largest_small", [file.LARGEST_SMALL_BYTES, 0], ids=["small", "large"])
def test_no_condition_gets_lost_on_a_column_that_is_joined_under_another_name(largest_small: int, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB 2.0.0 did so where a row's id is its chairmanship as well; `data/file.py` leaves out the step that does it, whatever the size of the dataset."""
    monkeypatch.setattr(file, "LARGEST_SMALL_BYTES", largest_small)
    query = """
        select r.row_id
        from records r
        join evidence_counts c on c.table_name = r.table_name and c.row_id = r.row_id
        where r.table_name = 'chairmanships' and list_contains($chairmanships, coalesce(r.chairmanship_id, 'none'))
    """
    database = data.connect(tiny_folder)
    assert rows(database, query, chairmanships=["cn-2017"]) == [("cn-2017",)]
    ((off,),) = rows(database, "select current_setting('disabled_optimizers')")
    assert set(off.split(",")) == {*file.WRONG.split(","), *(file.NEEDLESS.split(",") if largest_small else ())}
    database.close()
