"""The description of the API (OpenAPI): what each route is for, and how it refuses."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from server.api.problems import MEDIA_TYPE

PROBLEM = {
    "type": "object",
    "description": "Why a request was refused, in words for people (RFC 9457).",
    "required": ["type", "status", "code", "title", "detail"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:tafelkleed:problem:seat_taken"]},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "The word by which programs recognise it."},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "message"],
                "properties": {"path": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
REFUSED = {
    "description": "Refused",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
OF_THE_FRAMEWORK = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI) -> None:
    """Let the app's description say what the routes' docstrings say, and how we refuse."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        return mended(made())

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI offers


def mended(schema: dict[str, Any]) -> dict[str, Any]:
    """Give a description with our summaries and refusals; doing it twice changes nothing."""
    schemas = schema["components"]["schemas"]
    for name in OF_THE_FRAMEWORK:
        schemas.pop(name, None)
    schemas["Problem"] = PROBLEM
    for path, operation in _operations(schema):
        operation["summary"] = operation["description"].splitlines()[0]
        operation["tags"] = [_resource(path)]
        operation["responses"].pop("422", None)
        operation["responses"]["default"] = REFUSED
    return schema


def _operations(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            yield path, operation


def _resource(path: str) -> str:
    """Give what a path is about: its last part that is a name, `export` rather than its format."""
    names = [part for part in path.split("/") if part and "{" not in part and part != "api"]
    return names[1] if len(names) > 1 and names[0] == "boards" else names[0]
