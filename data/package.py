"""Describe the tables for people (codebook.csv) and for programs (datapackage.json, Frictionless v1)."""

import re

from data.build import Built
from data.catalogue import Catalogue, Column
from data.description import About

TYPES = {"VARCHAR": "string", "DATE": "date", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean"}
CODEBOOK = ("table", "column", "description", "type", "allowed_values", "required")


def codebook(catalogue: Catalogue) -> list[tuple[str, ...]]:
    """One row per column, under the names in CODEBOOK."""
    return [
        (table, column.name, column.comment, TYPES[column.type], "; ".join(column.allowed), "true" if column.required else "false")
        for table, columns in catalogue.items()
        for column in columns
    ]


def datapackage(catalogue: Catalogue, about: About, built: Built, files: dict[str, tuple[int, str]]) -> dict:
    """The datapackage.json of the CSV files, whose size in bytes and SHA-256 `files` gives by path."""
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", about.short_title.lower()).strip("-") or "dataset",
        "title": about.title,
        "version": built.release,
        "created": f"{built.released_on}T00:00:00Z",
        **licences(about),
        "contributors": [{"title": creator, "role": "author"} for creator in about.creators],
        "resources": [resource(table, columns, files[f"csv/{table}.csv"]) for table, columns in catalogue.items()],
    }


def licences(about: About) -> dict:
    """The licence in the words of the standard, which wants a name or an address."""
    licence = {"name": about.licence_id, "path": about.licence_address, "title": about.licence}
    return {"licenses": [{name: value for name, value in licence.items() if value}]} if about.licence_id or about.licence_address else {}


def resource(table: str, columns: tuple[Column, ...], file: tuple[int, str]) -> dict:
    """One table: its file and the schema of its columns."""
    size, digest = file
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"csv/{table}.csv",
        "description": columns[0].table_comment,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [field(column) for column in columns],
            "missingValues": [""],
            "primaryKey": [column.name for column in columns if column.key],
            "foreignKeys": [foreign_key(table, column) for column in columns if column.parent],
        },
    }


def field(column: Column) -> dict:
    """One column: name, type, meaning and constraints."""
    constraints: dict = {"required": column.required}
    if column.unique:
        constraints["unique"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    return {"name": column.name, "type": TYPES[column.type], "description": column.comment, "constraints": constraints}


def foreign_key(table: str, column: Column) -> dict:
    """Where the ids of a column point; an empty name is the table itself."""
    parent = "" if column.parent == table else column.parent
    return {"fields": column.name, "reference": {"resource": parent, "fields": column.parent_column}}
