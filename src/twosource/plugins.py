"""What other packages add through entry points.

Groups and what an entry must be:

    twosource.readers      name ".rst"; (text) -> blocks, with spans into that text
    twosource.extractors   (text, reference) -> value mentions; they go before our own
    twosource.comparators  (left, right) -> (name, level, weight) or None, for two assertions
    twosource.renderers    name of a format; (report document) -> text

Entries are loaded when they are first needed, sorted by name. With TWOSOURCE_NO_PLUGINS set
none is: then the same input gives the same bytes whatever is installed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final

from twosource.errors import UsageError

GROUPS: Final = ("readers", "extractors", "comparators", "renderers")
OFF: Final = "TWOSOURCE_NO_PLUGINS"

Plugin = Callable[..., Any]


@cache
def plugins(group: str) -> Mapping[str, Plugin]:
    """The plugins of "readers", "extractors", "comparators" or "renderers", by name.

    Raises:
        UsageError: One cannot be loaded, or two have one name.
    """
    found: dict[str, Plugin] = {}
    for entry in _entries(group):
        if entry.name in found:
            raise UsageError(
                f"two plugins are called {entry.name!r} in twosource.{group}; remove one, "
                f"or set {OFF}=1"
            )
        found[entry.name] = _loaded(entry)
    return found


def _entries(group: str) -> list[EntryPoint]:
    if os.environ.get(OFF):
        return []
    found = set(entry_points(group=f"twosource.{group}"))
    return sorted(found, key=lambda entry: (entry.name, entry.value))


def _loaded(entry: EntryPoint) -> Plugin:
    try:
        loaded = entry.load()
    except Exception as error:  # whatever a foreign package raises, it is named
        owner = entry.dist.name if entry.dist else "?"
        raise UsageError(
            f"plugin {entry.name!r} of {owner} cannot be loaded ({type(error).__name__}: {error}); "
            f"repair or remove that package, or set {OFF}=1"
        ) from error
    if not callable(loaded):
        raise UsageError(f"plugin {entry.name!r} ({entry.value}) is not callable")
    return loaded  # type: ignore[no-any-return]
