"""Load the word lists that decide something: TOML files in `lexicons/`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return `lexicons/<name>.toml` as a dict. Treat it as read-only; it is shared."""
    text = files(__package__).joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
