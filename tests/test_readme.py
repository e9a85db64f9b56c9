"""The README keeps its word: counts, tree, commands and files are those of the project."""
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from starlette.applications import Starlette

import data
from exports.formats import FORMATS
from exports.view import View
from queries import Filters
from server.api import routes
from tests.readme import README, with_counts

ROOT = README.parent
TEXT = README.read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TREE = re.search(r"```\n(data/ .*?)```", TEXT, re.S)
HIDDEN = {"docs", "build"}


def test_counts_are_those_of_the_data(real: data.Database):
    assert with_counts(TEXT, real.counts) == TEXT, "run `make counts`"


def test_the_tree_names_every_folder_and_nothing_else():
    assert TREE
    named = [line.split()[0] for line in TREE[1].splitlines()]
    assert not [name for name in named if not (ROOT / name).exists()]
    folders = {f"{path.parent.name}/" for path in ROOT.glob("*/*.*") if not path.parent.name.startswith(".")} - {f"{name}/" for name in HIDDEN}
    assert {name for name in named if name.endswith("/")} == folders


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", TEXT))))
def test_commands_are_in_the_makefile(target):
    if target != "make":
        assert re.search(rf"^{target}:", MAKEFILE, re.M)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^):#]+)\)", TEXT)) | set(re.findall(r"`((?:[a-z]+/)+[a-z_]+\.[a-z]+)`", TEXT))))
def test_files_named_exist(link):
    assert (ROOT / link).is_file()


@pytest.mark.slow
def test_the_summary_command_runs():
    ended = subprocess.run([sys.executable, "-m", "data"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_test_command_is_what_continuous_integration_runs():
    assert all(command in TEXT for command in ("make test\n", "make test-spark"))
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "\nmake test\n" in run and "\n    make test-spark " in run


@pytest.mark.parametrize("path", sorted(Path(ROOT).glob("requirements*.in")), ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_has_a_reason(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith(("#", "-"))]
    assert not [line for line in lines if not re.fullmatch(r"[\w.\[\]-]+==[^\s;]+(; [^#]+)?\s+# \S.+", line)]


@pytest.fixture(scope="module")
def api() -> Iterator[str]:
    """Address of a running data API."""
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=list(routes)), port=0, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
        assert thread.is_alive()
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


EXAMPLES = re.findall(r"```python\n(.*?)```", TEXT, re.S)


def results(example: str, api: str) -> dict:
    found: dict = {}
    exec(compile(example.replace("http://localhost:8501", api), "README.md", "exec"), found)  # noqa: S102
    return found


def test_the_examples_of_the_data_api_give_what_they_name(api: str, real: data.Database) -> None:
    figure, table, record, paper = EXAMPLES
    view = View.of("outcomes-by-theme", Filters(chairmanships=("kz-2016", "kz-2023")))
    outcomes = results(figure, api)["outcomes"]
    assert (len(outcomes), list(outcomes.columns)) == (len(view.frame), list(view.frame.columns)) and len(outcomes)
    assert len(results(table, api)["documents"]) == real.counts["documents"]
    term = results(record, api)["term"]
    assert (term["id"], term["release"]) == ("kz-2023", real.release) and term["evidence"]
    (kept,) = re.findall("rel=([^\"]*)", paper)
    earlier = data.release(kept)
    with earlier.cursor() as cursor:
        counted = dict(cursor.table("priorities").aggregate("outcome::varchar, count(*)", "outcome").fetchall())
    assert kept != real.release and dict(results(paper, api)["outcomes"]) == counted and sum(counted.values()) == earlier.counts["priorities"]


def test_every_format_of_the_menu_is_named() -> None:
    named = TEXT.partition("## Take it away")[2].partition("## ")[0]
    assert not [made.name for made in FORMATS.values() if made.name not in named]
