"""Check that ids follow from what is said, and that bounds follow from what is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Any

Row = tuple[str, str]


def digest(parts: list[str]) -> str:
    """Twelve hexadecimal digits of joined strings."""
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return blake2b(joined, digest_size=6).hexdigest()


def value_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    """The id of every assertion, the bounds of every value."""
    seen: Counter[str] = Counter()
    for index, row in enumerate(data["assertions"]):
        at, value, slot = f"/assertions/{index}", row["value"], row["slot"]
        speaker = (row["attribution"] or {}).get("speaker") or ""
        parts = [row["source"], row["kind"], _key(row["kind"], value)]
        parts += [slot["subject"] or "", slot["attribute"], slot["noun"] or "", speaker]
        base = digest(parts)
        seen[base] += 1
        wanted = f"a-{base}" + (f"-{seen[base]}" if seen[base] > 1 else "")
        if row["id"] != wanted:
            yield f"{at}/id", f"says {row['id']}, from what is said follows {wanted}"
        if row["kind"] == "quantity" and not _bounds_follow(value):
            yield f"{at}/value/interval", "does not follow from low, high and hedge"
        if row["kind"] == "date" and not _days_follow(value):
            yield f"{at}/value/earliest", f"does not follow from {value['edtf']!r}"


def _key(kind: str, value: Mapping[str, Any]) -> str:
    names: tuple[str, ...]
    if kind == "quantity":
        names = ("low", "high", "unit", "noun", "hedge")
    elif kind == "date":
        names = ("edtf", "time", "zone", "hedge")
    else:
        return f"{value['type']}|{value['place']}|{','.join(value['participants'])}"
    return "|".join(str(value.get(name)) for name in names)


def _bounds_follow(value: Mapping[str, Any]) -> bool:
    """The interval lies around what is written, and is open where the hedge opens it."""
    low, high, hedge = value["low"], value["high"], value["hedge"]
    bottom, top = value["interval"]["low"], value["interval"]["high"]
    if value["interval"]["open"] not in {"none", "low", "high", "both"}:
        return False
    if hedge in {"more-than", "at-least"}:
        return high is None and bool(bottom == low)
    if hedge in {"less-than", "up-to"}:
        return low is None and bool(top == high)
    below = bottom is None or low is None or Decimal(bottom) <= Decimal(low)
    above = top is None or high is None or Decimal(high) <= Decimal(top)
    return below and above and (top is None) == (high is None)


def _days_follow(value: Mapping[str, Any]) -> bool:
    """The first day of plain years, months and days; other forms hold their days in order."""
    first, last = value["earliest"], value["latest"]
    match = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2}))?)?", value["edtf"])
    if match is None or value.get("hedge") is not None:
        return first is None or last is None or first[0] == "-" or first <= last
    year, month, day = match.groups()
    return bool(first == f"{year}-{month or '01'}-{day or '01'}" and last >= first)
