"""Begin a dataset: empty tables with their headers, a description to fill in, an example story and a guide."""

import json
import shutil
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from data import synonyms
from data.beginning.guide import guide
from data.catalogue import Catalogue
from data.description import FILE, About
from data.export import write_rows
from data.package import CODEBOOK, codebook
from data.reading.shape import columns_of_schema

TEMPLATE = Path(__file__).parent / "template"
FURTHER = "# Further names.\n"
EMPTY = {str(str): '""', str(list[str]): "[]", str(list[dict[str, Any]]): "[]"}


class BeginningError(Exception):
    """A folder in which nothing can be begun; the message says why and what to do."""


def begin(folder: Path) -> list[str]:
    """Write what a dataset begins with into a new or empty folder and give the paths written, relative to it.

    Raises BeginningError where something is there already, or where nothing can be written.
    """
    refuse(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
        write_tables(folder, columns_of_schema())
        (folder / FILE).write_text(description(folder.resolve().name), encoding="utf-8")
    except OSError as error:
        raise BeginningError(f"{folder} cannot be written ({error.strerror}). Name a folder in which you may write.") from error
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def refuse(folder: Path) -> None:
    """Raise BeginningError where the folder is a file, or holds anything."""
    if folder.exists() and not folder.is_dir():
        raise BeginningError(f"{folder} is a file. Name a folder.")
    if folder.is_dir() and (found := sorted(path.name for path in folder.iterdir())):
        raise BeginningError(f"{folder} is not empty: it holds {found[0]}. Name a new or an empty folder.")


def write_tables(folder: Path, catalogue: Catalogue) -> None:
    """The header of every table, the codebook and the guide."""
    for table, columns in catalogue.items():
        write_rows(folder / f"{table}.csv", [column.name for column in columns], [])
    write_rows(folder / synonyms.FILE, synonyms.COLUMNS, [])
    write_rows(folder / "codebook.csv", CODEBOOK, codebook(catalogue))
    (folder / "README.md").write_text(guide(catalogue), encoding="utf-8")


def description(name: str) -> str:
    """The text of `dataset.toml`, with this name as title; a name of the description that the template does not know stands in it as well."""
    text = (TEMPLATE / FILE).read_text(encoding="utf-8")
    title = "".join(letter for letter in name if letter.isprintable()) or "dataset"
    text = text.replace('"NAME"', json.dumps(title, ensure_ascii=False))
    for one in fields(About):
        if not any(begun in text for begun in (f"{one.name} = ", f"[{one.name}]", f"[{one.name}.")):
            needed = one.default is MISSING and one.default_factory is MISSING
            line = f"{one.name} = {EMPTY[str(one.type)]}\n" if str(one.type) in EMPTY else f"[{one.name}]\n"
            line = line if needed else f"# {line}"
            text = text.replace(FURTHER, FURTHER + line) if str(one.type) in EMPTY else text + "\n" + line
    return text
