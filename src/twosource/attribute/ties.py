"""Group the sources that cannot count apart: same author, publisher or owner, stated ties."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Source
from twosource.text import fold


def origin_groups(sources: Sequence[Source]) -> dict[str, str]:
    """Return source id -> group id; a group is named by its first source."""
    parent = {source.id: source.id for source in sources}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    def join(one: str, two: str) -> None:
        low, high = sorted((root(one), root(two)))
        parent[high] = low

    seen: dict[tuple[str, str], str] = {}
    for source in sorted(sources, key=lambda item: item.id):
        meta = source.metadata
        for field, value in (
            ("author", meta.author),
            ("publisher", meta.publisher),
            ("publisher", meta.owner),
        ):
            key = (field, _body(value or ""))
            if key[1]:
                join(source.id, seen.setdefault(key, source.id))
        for other in (*source.same_as, *source.derived_from):
            if other in parent:
                join(source.id, other)
    return {name: root(name) for name in parent}


def _body(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return fold(name.split("(")[0])
