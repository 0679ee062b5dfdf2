"""A template environment in which a dot reads a key: "row.items" is the value, not the method."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment


class KeyFirst(Environment):
    """Looks in dicts by key before anything else; this is also the faster way."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value under a key; for other objects, and missing keys, as usual."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)
