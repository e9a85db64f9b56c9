"""The README keeps its word: counts, tree, commands and files are those of the project."""
import re
import subprocess
import sys
from pathlib import Path

import pytest

import data
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


def test_the_summary_command_runs():
    ended = subprocess.run([sys.executable, "-m", "data"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_test_command_is_what_continuous_integration_runs():
    assert "make test" in TEXT and (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("make test")


@pytest.mark.parametrize("path", sorted(Path(ROOT).glob("requirements*.in")), ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_has_a_reason(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith(("#", "-"))]
    assert not [line for line in lines if not re.fullmatch(r"[\w.\[\]-]+==\S+\s+# \S.+", line)]
