"""What a manifest says that a reader should know of: circles of citation, shared publishers.

In:  a checked manifest. Out: diagnostics. Neither is an error: a circle has no origin outside
itself, and sources of one publisher are one voice; origins are counted accordingly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twosource.manifest import Manifest
from twosource.model import Diagnostic, Entry, Level
from twosource.rules.upkeep import circle_of_sources, shared_publisher


def remarks(manifest: Manifest) -> Iterator[Diagnostic]:
    """Yield CR403 for circles and CR404 for what several sources share."""
    file = manifest.path.as_posix()
    ties = {entry.id: (*entry.cites, *entry.derived_from) for entry in manifest.entries}
    for circle in circles(ties):
        names = " -> ".join([*circle, circle[0]])
        message = f"{file}: sources cite each other in a circle: {names}"
        yield circle_of_sources(message)
    for key, level in (("url", Level.WARNING), ("publisher", Level.NOTE)):
        said = "; ".join(_shared(manifest.entries, key))
        if said:
            message = f"{file}: counted as one origin, since they share a {key}: {said}"
            yield shared_publisher(message, level=level)


def _shared(entries: Sequence[Entry], key: str) -> Iterator[str]:
    groups: dict[str, dict[str, None]] = {}
    for entry in entries:
        value = getattr(entry.metadata, key)
        if value:
            groups.setdefault(value, {})[entry.id] = None
    for value, names in sorted(groups.items()):
        if len(names) > 1:
            shown = ", ".join([*names][:5]) + (", ..." if len(names) > 5 else "")
            yield f"{value} ({shown})"


def circles(ties: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The circles of a graph, each from its first name on; no recursion, however long."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    done: set[str] = set()
    for start in sorted(ties):
        path: list[str] = []
        stack = [(start, iter(ties[start]))] if start not in done else []
        while stack:
            name, rest = stack[-1]
            if len(path) < len(stack):
                path.append(name)
            following = next(rest, None)
            if following is None:
                stack.pop()
                done.add(path.pop())
            elif following in path:
                circle = path[path.index(following) :]
                first = circle.index(min(circle))
                found.setdefault(frozenset(circle), (*circle[first:], *circle[:first]))
            elif following not in done and following in ties:
                stack.append((following, iter(ties[following])))
    return sorted(found.values())
