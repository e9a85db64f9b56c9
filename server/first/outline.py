"""The order of a page, read from its script without running it: headings, words, filters, columns and cards."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import data
from queries import FIELDS
from ui.navigation import FOLDER

ROOT = FOLDER.parent
SHOWN = {"title", "header", "markdown"}


@dataclass(frozen=True)
class Part:
    """A piece of a page. kind: title, header, markdown, caption, choose, card, columns or room; text: its words or name; columns: width and parts of each.

    pieces: words that are partly worked out: texts, and (module, function) of a room that tells the rest.
    rows: the module that shows the rows of a card in a form of its own, which comes before the chart.
    """

    kind: str
    text: str = ""
    columns: tuple[tuple[float, tuple["Part", ...]], ...] = ()
    pieces: tuple[str | tuple[str, str], ...] = ()
    rows: str = ""

    def words(self) -> str:
        """The words, with what is worked out from the data as they are now."""
        return self.text or "".join(piece if isinstance(piece, str) else getattr(import_module(piece[0]), piece[1])() for piece in self.pieces)


@cache
def outline(name: str) -> tuple[Part, ...]:
    """The parts of the page `pages/<name>.py` that are the same for every reader, from top to bottom."""
    tree = _tree(FOLDER / f"{name}.py")
    rooms = {one.name: f"{node.module}.{one.name}" for node in tree.body if isinstance(node, ast.ImportFrom) for one in node.names}
    return tuple(_parts(tree.body, {}, rooms))


@cache
def chosen_on(name: str) -> frozenset[str]:
    """Names of the filters that a page speaks of, in its script or in the rooms it is made of: those it may have widgets for."""
    tree = _tree(FOLDER / f"{name}.py")
    rooms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module and node.module.count(".") == 1}
    files = [path for room in rooms for path in (ROOT / room.replace(".", "/")).glob("*.py")]
    trees = (tree, *map(_tree, files))
    return frozenset(str(node.value) for one in trees for node in ast.walk(one) if isinstance(node, ast.Constant) and node.value in FIELDS)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _parts(body: list[ast.stmt], columns: dict[str, list], rooms: dict[str, str]) -> Iterator[Part]:
    for statement in body:
        if isinstance(statement, ast.Assign) and _called(statement.value) == "columns":
            row = _columns(statement)
            columns |= row
            yield Part("columns", columns=tuple((weight, parts) for weight, parts in row.values()))  # the lists are filled by what follows
        elif isinstance(statement, ast.With):
            inner = list(_parts(statement.body, columns, rooms))
            held = columns.get(getattr(statement.items[0].context_expr, "id", ""))
            if held is None:
                yield from inner
            else:
                held[1].extend(inner)
        elif isinstance(statement, ast.Expr):
            yield from _said(statement.value, rooms)


def _columns(statement: ast.Assign) -> dict[str, list]:
    """Name of each column -> its width and the list of its parts, empty as yet."""
    names = [name.id for name in getattr(statement.targets[0], "elts", []) if isinstance(name, ast.Name)]
    wanted = ast.literal_eval(statement.value.args[0])  # type: ignore[attr-defined]
    return {name: [float(weight), []] for name, weight in zip(names, wanted if isinstance(wanted, list) else [1] * wanted, strict=False)}


def _said(call: ast.expr, rooms: dict[str, str]) -> Iterator[Part]:
    name = _called(call)
    if name in SHOWN:
        pieces = _pieces(call.args[0], rooms)  # type: ignore[attr-defined]
        if pieces and all(pieces):
            yield Part(name, pieces=tuple(pieces))
    elif name in ("choose", "card"):
        yield from (Part(name, text, rows=_rows(call, rooms)) for text in _literals(call)[:1])
    elif name == "show" and hasattr(import_module(room := _room(call, rooms)), "at_first"):
        yield Part("room", room)


def _called(node: ast.AST) -> str:
    """The last part of the name of what is called, "" for anything but a call."""
    return getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""


def _room(call: ast.AST, rooms: dict[str, str]) -> str:
    """The module of a room whose function is called, that of this file for any other call."""
    return rooms.get(getattr(getattr(getattr(call, "func", None), "value", None), "id", ""), __name__)


def _rows(call: ast.AST, rooms: dict[str, str]) -> str:
    """The module of the room that a card has its rows from, "" where it has none."""
    given = next((one.value for one in getattr(call, "keywords", []) if one.arg == "rows"), None)
    return rooms.get(getattr(getattr(given, "value", None), "id", ""), "")


def _literals(call: ast.AST) -> list[str]:
    return [one.value for one in getattr(call, "args", []) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def _pieces(node: ast.expr, rooms: dict[str, str]) -> list[str | tuple[str, str]]:
    """The words of a call: literals, the name of the organisation, and what functions of a room tell; an empty piece for what only a run can tell."""
    if isinstance(node, ast.JoinedStr):
        return [piece for value in node.values for piece in _pieces(value.value if isinstance(value, ast.FormattedValue) else value, rooms)]
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if _called(node) in ("plain", "line"):
        return _pieces(node.args[0], rooms)  # type: ignore[attr-defined]
    if "organisation" in ast.dump(node):
        return [(__name__, organisation.__name__)]
    told = node.func if isinstance(node, ast.Call) and not node.args else None
    module = rooms.get(getattr(getattr(told, "value", None), "id", ""), "")
    return [(module, told.attr)] if module and isinstance(told, ast.Attribute) else [""]


def organisation() -> str:
    """The name of the organisation that the dataset shown is about: another dataset, another name."""
    return data.about().organisation
