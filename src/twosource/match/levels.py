"""What a field of a comparison is: its name, a level, and the weight of that level.

In:  names of fields and levels. Out: fields, weighed by weights.toml.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from twosource.lexicon import load

Field = tuple[str, str, float]


@cache
def weights() -> dict[str, Any]:
    """The weights file."""
    return load("weights")


@cache  # one tuple for all pairs of a level: there are millions of pairs
def rated(name: str, level: str) -> Field:
    return name, level, float(weights()[name][level])
