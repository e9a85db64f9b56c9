"""The API in the words of OpenAPI 3.1, made from the same lists that answer the requests."""

from typing import Any

import data
import queries
from charts.catalogue import FIGURES
from queries import FIELDS, Field
from server.api import figures, tables

PROBLEM = {"$ref": "#/components/responses/Problem"}
REL = {
    "name": "rel",
    "in": "query",
    "required": False,
    "description": "Release that is to answer, such as 2026-11-28-0a1b2c3; the newest when left out. 404 when it is not known, 410 when it can no longer be shown.",
    "schema": {"type": "string", "maxLength": 100},
}


def openapi() -> dict[str, Any]:
    """The whole description as a plain object."""
    about = data.about()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{about.short_title}: data API",
            "version": data.current().release,
            "description": "Read only. No values means all rows. Answers carry an ETag; send it back in If-None-Match.",
            "license": {"name": about.licence, **({"identifier": about.licence_id} if about.licence_id else {})},
        },
        "servers": [{"url": f"{about.address.rstrip('/')}/api/v1" if about.address else "."}],
        "paths": {
            "/": {"get": _operation("index", "What the API offers", {"200": _ok("application/json")})},
            "/openapi.json": {"get": _operation("openapi", "This description", {"200": _ok("application/json")})},
            "/release.zip": {"get": _operation("release", "The whole dataset", {"200": _ok("application/zip"), "503": PROBLEM})},
            "/tables/{table}.{ending}": {
                "get": _operation(
                    "table", "A table", _many(tables.ENDINGS.values()), [_path("table", list(data.TABLES)), _path("ending", list(tables.ENDINGS))]
                )
            },
            "/oembed": {"get": _operation("oembed", "What a site needs to show a figure from its link", _many(["application/json"]), [_query("url")])},
            "/figures/{figure}.png": {
                "get": _operation("picture", "The picture of a figure", _many(["image/png"]), [_path("figure", list(FIGURES)), *map(_filter, FIELDS.values())])
            },
            "/figures/{figure}.{ending}": {
                "get": _operation(
                    "figure",
                    "The rows of a figure",
                    _many(_FIGURE_TYPES),
                    [_path("figure", list(FIGURES)), _path("ending", list(figures.ENDINGS)), *map(_filter, FIELDS.values())],
                )
            },
            "/figures/{figure}/records.{ending}": {
                "get": _operation(
                    "links",
                    "The records behind each mark of a figure",
                    _many(figures.TYPES.values()),
                    [_path("figure", list(FIGURES)), _path("ending", list(figures.RECORD_ENDINGS)), *map(_filter, FIELDS.values())],
                )
            },
            "/records/{table}/{id}.json": {
                "get": _operation("record", "A record with its evidence", {"200": _ok("application/json"), "404": PROBLEM}, [_path("table"), _path("id")])
            },
        },
        "components": {
            "responses": {"Problem": {"description": "What is wrong and how to mend it", "content": {"application/problem+json": {"schema": _PROBLEM_SCHEMA}}}}
        },
    }


_FIGURE_TYPES = ("text/csv", "application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "remedy"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "remedy": {"type": "string"},
        "allowed": {"type": "object"},
    },
}


def _operation(name: str, summary: str, answers: dict[str, Any], parameters: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [*(parameters or []), REL],
        "responses": {**answers, "404": PROBLEM, "304": {"description": "The version named in If-None-Match is still the current one"}, "400": PROBLEM, "410": PROBLEM},
    }


def _ok(*types: str) -> dict[str, Any]:
    schemas = {"application/json": {"type": "object"}, "text/csv": {"type": "string"}}
    return {
        "description": "Found",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {kind: {"schema": schemas[kind]} if kind in schemas else {} for kind in types},
    }


def _many(types: Any) -> dict[str, Any]:
    return {"200": _ok(*types), "206": _ok(*types), "406": PROBLEM, "416": PROBLEM}


def _path(name: str, allowed: list[str] | None = None) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", **({"enum": allowed} if allowed else {"minLength": 1})}}


def _query(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": True, "schema": {"type": "string", "minLength": 1}}


def _filter(field: Field) -> dict[str, Any]:
    vocabulary = queries.vocabulary()
    choices = list(vocabulary.choices.get(field.name, {}).values())
    one = {"type": "string"} | ({"enum": choices} if choices else {})
    schema: dict[str, Any] = {
        "many": {"type": "array", "items": one},
        "one": one,
        "years": {"type": "array", "items": {"type": "integer", "minimum": vocabulary.years[0], "maximum": vocabulary.years[1]}, "minItems": 2, "maxItems": 2},
        "day": {"type": "string", "format": "date"},
        "text": {"type": "string", "maxLength": 100},
    }[field.kind]
    words = (
        f"{field.label}. {field.everything + ' when left out. ' if field.everything else ''}Figures that do not use it pass over it; the index lists which do."
    )
    return {"name": field.name, "in": "query", "required": False, "description": words, "schema": schema, "style": "form", "explode": True}
