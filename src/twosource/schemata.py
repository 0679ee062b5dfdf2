"""Validators: JSON Schema with bounded work, whatever schema a user brings.

In:  a schema. Out: a validator that fetches nothing, gives up on a pattern after a second and
compares items for uniqueness in linear time.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

SECONDS: Final = 1.0  # for one pattern on one text


def validator_of(against: Any, registry: Any) -> Any:
    """Make a validator for a schema of any published draft.

    Raises:
        ValueError: `against` is no schema, or of a draft that is not known.
    """
    from jsonschema.exceptions import SchemaError

    if not isinstance(against, dict | bool):
        raise ValueError("the schema itself is wrong: expected an object")
    draft = _draft(against.get("$schema") if isinstance(against, dict) else None)
    try:
        draft.check_schema(against)
    except SchemaError as error:
        raise ValueError(f"the schema itself is wrong: {error.message}") from error
    return draft(against, registry=registry, format_checker=None)


def _draft(name: Any) -> Any:
    import jsonschema
    from jsonschema import validators

    known = {
        str(draft.META_SCHEMA.get("$id", draft.META_SCHEMA.get("id"))).rstrip("#"): draft
        for draft in (
            jsonschema.Draft3Validator,
            jsonschema.Draft4Validator,
            jsonschema.Draft6Validator,
            jsonschema.Draft7Validator,
            jsonschema.Draft201909Validator,
            jsonschema.Draft202012Validator,
        )
    }
    if name is None:
        found: Any = jsonschema.Draft202012Validator
    elif isinstance(name, str) and name.rstrip("#") in known:
        found = known[name.rstrip("#")]
    else:
        raise ValueError(f"the schema itself is wrong: no draft {name!r} of JSON Schema is known")
    ours = {"pattern": _pattern, "patternProperties": _patterns, "uniqueItems": _unique}
    extend: Any = validators.extend
    return extend(found, ours)


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    del validator, schema
    if isinstance(instance, str) and not _matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _patterns(validator: Any, rules: Any, instance: Any, schema: Any) -> Iterator[Any]:
    del schema
    if not isinstance(instance, dict):
        return
    for pattern, rule in rules.items():
        for key, value in instance.items():
            if _matches(pattern, key):
                yield from validator.descend(value, rule, path=key, schema_path=pattern)


def _unique(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    del validator, schema
    if wanted and isinstance(instance, list):
        keys = [_key(item) for item in instance]
        if len(set(keys)) < len(keys):
            yield ValidationError("has items that are equal")


def _key(value: Any) -> Any:
    """Something to hash that is equal for values that JSON Schema calls equal."""
    if isinstance(value, dict):
        return ("object", frozenset((key, _key(item)) for key, item in value.items()))
    if isinstance(value, list):
        return ("array", tuple(map(_key, value)))
    return (isinstance(value, bool), value)


def _matches(pattern: str, text: str) -> bool:
    try:
        with _limited(pattern):
            return re.search(pattern, text) is not None
    except re.error as error:
        raise ValueError(f"the schema itself is wrong: pattern {pattern!r}: {error}") from error


@contextmanager
def _limited(pattern: str) -> Iterator[None]:
    """Give up after `SECONDS`; where no timer can be set the pattern runs on."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(number: int, frame: Any) -> None:
        del number, frame
        raise ValueError(f"time limit reached in the pattern {pattern!r} of the schema")

    before: Callable[[int, Any], Any] | int | None = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
