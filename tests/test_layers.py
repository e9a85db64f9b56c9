"""The tree is the data flow: who may import whom, where SQL stands, what the texts must not hold."""
import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("data", "queries", "charts", "exports", "ui", "server", "pages")
KEPT_OUT = {
    "data": {"streamlit", "plotly"},
    "queries": {"streamlit", "plotly"},
    "charts": {"streamlit", "duckdb"},
    "exports": {"streamlit"},
}
# Streamlit runs ui/main.py, and ui/main.py runs the pages, by path: neither needs an import.
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
QUERY_FILES = sorted((ROOT / "queries").rglob("*.sql"))
# What a page is made of stands in a room of its name in every layer; exports have a room a form of file.
PAGES = {"overview", "compare", "priorities", "timeline", "documents", "membership", "reported", "dataset", "record", "figure", "search", "present"}
ROOMY = ("queries", "charts", "exports", "ui")
SHARED = {"common", "parts", "chosen", "engine", "card", "native", "picture", "reading"}  # folders of what several rooms need
CONTENTS = {"catalogue.py", "formats.py", "everything_zip.py", "story_pptx.py", "main.py"}  # what brings the contents of rooms together
NO_PAGE = {"approved", "browser", "data", "league", "spark", "thin", "tiny"}  # folders of tests beside those of pages: of a layer, of several, or a dataset
MOST_SIDE_BY_SIDE = 16
QUERY_NAMES = {f"{path.parent.name}/{path.stem}" for path in QUERY_FILES if not {"parts", "chosen"} & set(path.parts)}
TEXTS = (".py", ".sql", ".md", ".toml", ".css", ".sh", ".in", ".cff", ".yml", ".html", "Makefile", "Dockerfile", "run")
OTHERS = set((ROOT / "bench" / "others").glob("*.py"))  # pages of other programs, measured beside ours; they bring their own libraries
SKIPPED = {".git", ".venv", ".cache", "__pycache__", ".pytest_cache", ".ruff_cache", "build"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> tuple[tuple[str, int], ...]:
    """First part of every imported name, with its line."""
    found: list[tuple[str, int]] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.append((node.module.split(".")[0], node.lineno))
    return tuple(found)


@cache
def makers() -> dict[str, set[str]]:
    """Importable name -> the packages that bring it, as a list of requirements writes them."""
    return {name: {re.sub(r"[-_.]+", "-", maker.lower()) for maker in found} for name, found in packages_distributions().items()}


@cache
def pinned(lock: str) -> set[str]:
    """The packages of a list of requirements."""
    return set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.M))


@cache
def strings(path: Path) -> tuple[tuple[str, int], ...]:
    """Every string of the code with its line, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree_of(path)) if isinstance(node, documented)]
    docstrings = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    constants = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    return tuple((node.value, node.lineno) for node in constants if isinstance(node.value, str))


@cache
def all_strings() -> set[str]:
    """Every string of the product's code."""
    return {text for module in MODULES for text, _ in strings(module)}


def test_imports_go_one_way():
    wrong = []
    for path in MODULES:
        layer = path.relative_to(ROOT).parts[0]
        closed = {*LAYERS[LAYERS.index(layer) + 1 :], *KEPT_OUT.get(layer, ())}
        wrong += [f"{name_of(path)}, line {line}: {layer} imports {name}" for name, line in imported(path) if name in closed]
    assert not wrong, "\n".join(wrong)


def test_no_import_is_relative():
    nodes = [(path, node) for path in [*MODULES, ROOT / "app.py"] for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom)]
    relative = [f"{name_of(path)}, line {node.lineno}" for path, node in nodes if node.level]
    assert not relative, f"the tests of imports see full names alone: {relative}"


def dotted(path: Path) -> str:
    """The module as an import names it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


KNOWN = {dotted(module) for module in MODULES}


@cache
def arrows(path: Path) -> frozenset[str]:
    """The modules of the product that a module imports when it is loaded or when it runs, and the rooms' contents it takes whole."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (parts & KNOWN) or {node.module}
    return frozenset(found & KNOWN)


def room_of(module: str) -> str:
    """"charts.compare" for a module of that room, "" for what a layer shares. `server` has no rooms."""
    layer, *rest = module.split(".")
    return f"{layer}.{rest[0]}" if layer in ROOMY and rest and rest[0] not in SHARED and (ROOT / layer / rest[0]).is_dir() else ""


def test_a_room_imports_no_other_room():
    wrong = []
    for path in MODULES:
        own, layer = room_of(dotted(path)), dotted(path).split(".")[0]
        if own or path.name not in CONTENTS:
            foreign = sorted(name for name in arrows(path) if name.split(".")[0] == layer and room_of(name) not in ("", own))
            wrong += [f"{name_of(path)} imports {name}: what two rooms need is shared and moves to the top of {layer}/" for name in foreign]
    assert not wrong, "\n".join(wrong)


def test_a_room_asks_its_own_questions_and_shared_ones():
    wrong = []
    for path in MODULES:
        own = room_of(dotted(path)).rpartition(".")[2]
        if own in PAGES and path.parent.parent.parent == ROOT:
            asked = {text for text, _ in strings(path) if text in QUERY_NAMES}
            foreign = sorted(name for name in asked if name.split("/")[0] not in (own, "common"))
            wrong += [f"{name_of(path)} asks {name}: a question of several rooms stands in queries/common/" for name in foreign]
    assert not wrong, "\n".join(wrong)


def test_no_circle_of_imports():
    graph = {dotted(path): arrows(path) - {dotted(path)} for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("folder", sorted({path.parent for path in [*MODULES, *QUERY_FILES]}), ids=name_of)
def test_no_folder_is_a_corridor(folder):
    modules = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    questions = [path.name for path in folder.glob("*.sql")] if folder.is_relative_to(ROOT / "queries") else []
    held = f"{name_of(folder)} holds {len(modules)} modules and {len(questions)} questions"
    assert len(modules) <= MOST_SIDE_BY_SIDE and len(questions) <= MOST_SIDE_BY_SIDE, f"{held}: make a room of some"


def test_a_name_says_its_subject_without_its_folder():
    modules = [path for path in MODULES if path.name != "__init__.py" and path.parent.name != path.stem]
    twice = [name_of(path) for path in modules if path.parent.name.removesuffix("s") in path.stem.split("_")]
    assert not twice


@pytest.mark.parametrize("room", sorted({path.parent for path in MODULES if room_of(dotted(path))}), ids=name_of)
def test_every_room_opens_with_what_it_is_about(room):
    told = ast.get_docstring(tree_of(room / "__init__.py")) or ""
    assert 20 < len(told) < 200, f"{name_of(room)}/__init__.py: one or two sentences"


def test_every_layer_has_the_same_rooms():
    for layer in ("queries", "charts", "ui"):
        rooms = {path.name for path in (ROOT / layer).iterdir() if path.is_dir() and path.name not in {"__pycache__", "static", *SHARED}}
        assert rooms <= PAGES, f"{layer}: {sorted(rooms - PAGES)}"


def test_every_page_has_a_folder_of_tests_and_any_other_is_named_here():
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - SKIPPED
    assert folders == PAGES | NO_PAGE


def test_nothing_in_the_product_imports_its_tests_or_benchmarks():
    wrong = [f"{name_of(path)}, line {line}" for path in [*MODULES, ROOT / "app.py"] for name, line in imported(path) if name in {"tests", "bench"}]
    assert not wrong


def test_sql_stands_in_sql_files():
    opening = r"select\b.+\bfrom|with\b.+\bas\s*\(|insert\s+into|update\b.+\bset|delete\s+from|create\s+(table|view)|copy\b.+\bto"
    statement = re.compile(rf"^\s*({opening})\b", re.I | re.S)
    modules = [path for path in MODULES if path.relative_to(ROOT).parts[0] != "data"]
    found = [f"{name_of(path)}, line {line}" for path in modules for text, line in strings(path) if statement.search(text)]
    assert not found, f"SQL in Python: {found}"


@pytest.mark.parametrize("path", QUERY_FILES, ids=name_of)
def test_every_query_says_what_it_answers_and_what_a_row_is(path):
    first, second, *rest = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"-- \S.{10,}", first), "line 1: `-- what it answers`"
    assert second.startswith("-- One row per "), "line 2: `-- One row per …`"
    code = re.sub(r"--.*|'[^']*'", "", "\n".join(rest))
    assert not re.search(r"\b(SELECT|FROM|WHERE|JOIN|GROUP|ORDER|WITH|CASE)\b", code), "keywords in lower case"
    assert re.search(r"\border by\b", code) or "chosen" in path.parts, "results are always ordered"


def test_every_query_is_used():
    idle = sorted(QUERY_NAMES - all_strings())
    assert not idle, f"no code asks for {idle}"


def test_texts_name_no_machine():
    # Put together here, so that this file does not find itself.
    banned = re.compile("|".join(["/" + "work/", "/" + "root/", "/" + "home/[a-z]", "index" + "-url", r"pypi\." + "org", r"\bshared" + "/"]))
    found = []
    for path in ROOT.rglob("*"):
        if path.is_file() and path.name.endswith(TEXTS) and not SKIPPED & set(path.relative_to(ROOT).parts):
            lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            found += [f"{name_of(path)}, line {number}: {line.strip()[:80]}" for number, line in lines if banned.search(line)]
    assert not found, "\n".join(found)


def test_every_library_is_pinned():
    own = {folder.name for folder in ROOT.iterdir() if folder.is_dir()} | {"app"} | sys.stdlib_module_names
    product, spark = {*MODULES, ROOT / "app.py"}, (ROOT / "queries" / "engine", ROOT / "tests" / "spark")
    wrong = []
    for path in sorted({*product, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")} - OTHERS):
        kind = "" if path in product else "-dev"
        held = pinned(f"requirements{kind}.txt") | (pinned("requirements-spark.txt") if path.parent in spark else set())
        missing = sorted({name for name, _ in imported(path) if name not in own and not makers().get(name, {name}) & held})
        wrong += [f"{name_of(path)} imports {name}: add it to requirements{kind}.in and run `make lock`" for name in missing]
    assert not wrong, "\n".join(wrong)


# What is gathered bit by bit, within one function or file, and is changed on the way.
GATHERED = {"data/reading/sheets.py: Raw", "data/reading/sheets.py: Sheet", "data/spreadsheet/workbook.py: Taken", "charts/timeline/marks.py: Mark",
            "charts/documents/spans.py: Layout", "server/first/box.py: Page"}  # fmt: skip
# Where one of two lists may be the longer one: neighbours in a list, places for less than all, columns of a grid.
UNEVEN = Counter({"charts/overview/headlines.py": 2, "charts/form.py": 1, "charts/reported/blocks.py": 1, "charts/timeline/summits.py": 1, "exports/workbook/picture.py": 1,
                  "server/first/outline.py": 1, "ui/filters.py": 1, "ui/present/desk.py": 1})  # fmt: skip


def told(call: ast.Call, name: str) -> bool:
    """Whether a call sets an option."""
    return any(word.arg == name and isinstance(word.value, ast.Constant) and word.value.value is True for word in call.keywords)


def called(path: Path, name: str) -> Iterator[ast.Call]:
    """The calls of a function by its name."""
    yield from (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name)


def test_what_is_handed_on_cannot_be_changed():
    classes = [(path, node) for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    open_ = {
        f"{name_of(path)}: {node.name}"
        for path, node in classes
        for one in node.decorator_list
        if "dataclass" in ast.unparse(one) and not (isinstance(one, ast.Call) and told(one, "frozen"))
    }
    assert open_ == GATHERED, "views and rows are kept and shared between visitors: make the class frozen, or name it here"


def test_lists_side_by_side_are_of_one_length():
    uneven = Counter(name_of(path) for path in MODULES for call in called(path, "zip") if not told(call, "strict"))
    assert uneven == UNEVEN, "rows go astray without a word where one list is shorter: say strict=True, or count the place here"
