"""The schemas: where they are, and what of a value breaks one.

Validation always uses a registry of our own schemas; nothing is ever fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from twosource.schemata import validator_of

NAMES: Final = (
    "assertion",
    "baseline",
    "decisions",
    "document",
    "lexicon",
    "manifest",
    "report",
    "settings",
)
_OTHER_WORDS: Final = {  # what other tools call a key
    "file": "path",
    "filename": "path",
    "name": "id",
    "published": "date",
    "link": "url",
    "aliases": "alias",
    "sources": "source",
    "extend_ignore": "ignore",
    "extend_select": "select",
    "per_file_ignores": "per-path",
    "extend_exclude": "exclude",
}
_CHECKOUT: Final = Path(__file__).resolve().parents[2] / "schemas"


def _folder() -> Traversable:
    packaged = files("twosource").joinpath("schemas")
    return packaged if packaged.is_dir() else _CHECKOUT


@cache
def schema_text(name: str) -> str:
    """Return a schema as written. `name` is one of `NAMES`."""
    return _folder().joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


def schema(name: str) -> dict[str, Any]:
    """Return a schema, parsed."""
    parsed: dict[str, Any] = json.loads(schema_text(name))
    return parsed


def violations(data: Any, name: str) -> list[tuple[str, str]]:
    """Return (JSON pointer, message) of everything in `data` that breaks schema `name`."""
    return _found(data, _validator(name))


@cache
def _validator(name: str) -> Any:
    return validator_of(schema(name), _registry())


def check(data: Any, against: Any) -> list[tuple[str, str]]:
    """Return (JSON pointer, message) of everything that breaks `against`, by place.

    Raises:
        ValueError: `against` is no valid schema, refers to one that is not ours or to itself
            without end, or holds a pattern that takes too long.
    """
    return _found(data, validator_of(against, _registry()))


def _found(data: Any, validator: Any) -> list[tuple[str, str]]:
    from referencing.exceptions import Unresolvable

    try:
        found = [row for error in validator.iter_errors(data) for row in _rows(error)]
    except Unresolvable as error:
        raise ValueError(f"reference not followed (nothing is fetched): {error}") from error
    except RecursionError as error:
        raise ValueError("the schema itself is wrong: it refers to itself without end") from error
    return sorted(set(found), key=lambda row: (_order(row[0]), row[1]))


def version_problem(data: Any) -> str | None:
    """Say why a report cannot be understood by its version; None when it can."""
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version is None:
        return "not a report: it states no schema_version"
    if not isinstance(version, str) or not version.startswith("1."):
        return (
            f"schema_version {version} is not understood, only 1.x is; "
            "a report of a newer twosource needs a newer twosource"
        )
    return None


def _order(pointer: str) -> list[tuple[int, int, str]]:
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in pointer.split("/")]


@cache
def _registry() -> Any:
    import referencing

    resources: list[Any] = [referencing.Resource.from_contents(schema(name)) for name in NAMES]
    empty: Any = referencing.Registry
    return empty().with_resources([(item.id() or "", item) for item in resources])


def _rows(error: Any) -> Iterator[tuple[str, str]]:
    """Say one schema error in our words; the deepest cause of a choice is told."""
    if error.context:
        deepest = max(
            error.context, key=lambda inner: (len(inner.absolute_path), -len(str(inner.message)))
        )
        if len(deepest.absolute_path) > len(error.absolute_path):
            yield from _rows(deepest)
            return
    pointer = "".join(
        f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in error.absolute_path
    )
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = sorted(error.schema.get("properties", {}))
        for key in sorted(set(error.instance) - set(known)):
            yield f"{pointer}/{key}", _unknown(key, known)
    elif error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        yield pointer, f"expected key {', '.join(map(repr, missing))}, which is missing"
    else:
        yield pointer, _said(error)


def _unknown(key: str, known: list[str]) -> str:
    other = _OTHER_WORDS.get(key.lower().replace("-", "_"))
    close = [other] if other in known else get_close_matches(key, known, n=1)
    return f"unknown key {key!r}" + (
        f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"
    )


def _said(error: Any) -> str:
    found = json.dumps(error.instance, ensure_ascii=False, default=str)
    found = found if len(found) <= 60 else found[:57] + "..."
    wanted = _wanted(str(error.validator), error.validator_value, error.schema)
    return f"{wanted or error.message}, found {found}"


def _wanted(keyword: str, value: Any, against: Any) -> str | None:
    """Say in words what a schema keyword asks for; None when we have no words for it."""
    if keyword == "type":
        return f"expected {_types(value)}"
    if keyword in {"enum", "const"}:
        choices = value if keyword == "enum" else [value]
        return "expected " + " or ".join(json.dumps(item, ensure_ascii=False) for item in choices)
    if keyword == "pattern":
        return f"expected {against.get('description') or 'a text of the form ' + value}"
    words = {
        "minimum": f"expected a number of at least {value}",
        "minLength": "expected a text that is not empty",
        "minItems": f"expected at least {value} items",
    }
    return words.get(keyword)


def _types(value: Any) -> str:
    return " or ".join(value) if isinstance(value, list) else str(value)
