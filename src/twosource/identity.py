"""Names for assertions and clusters that survive edits elsewhere in a text.

An id is a hash of what is said, never of where it stands; a repeated statement gets an
ordinal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import blake2b

from twosource.model import Assertion, DateValue, EventValue, Quantity


def digest(parts: Iterable[str], size: int = 6) -> str:
    """Hash strings to `2 * size` hexadecimal digits, the same on every machine."""
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=size).hexdigest()


def plain(number: Decimal | None) -> str | None:
    """A decimal string without exponent and trailing zeros; None stays None."""
    if number is None:
        return None
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def value_key(value: Quantity | DateValue | EventValue) -> str:
    """One line that is equal for equal values."""
    if isinstance(value, Quantity):
        low, high = plain(value.low), plain(value.high)
        return f"{low}|{high}|{value.unit}|{value.noun}|{value.hedge}"
    if isinstance(value, DateValue):
        return f"{value.edtf}|{value.time}|{value.zone}|{value.hedge}"
    roles = filter(None, [value.participants, value.agents])
    return "|".join([value.type, str(value.place), *map(",".join, roles)])


def name_assertions(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """Give every assertion its lasting id ("a-" and 12 digits)."""
    seen: Counter[str] = Counter()
    named = []
    for item in assertions:
        speaker = item.attribution.speaker if item.attribution else None
        slot = item.slot
        base = digest(
            [
                item.source,
                item.kind,
                value_key(item.value),
                slot.subject or "",
                slot.attribute,
                slot.noun or "",
                speaker or "",
            ]
        )
        seen[base] += 1
        ordinal = f"-{seen[base]}" if seen[base] > 1 else ""
        named.append(replace(item, id=f"a-{base}{ordinal}"))
    return tuple(named)


def cluster_id(members: Iterable[str]) -> str:
    """Name a cluster by its sorted members ("c-" and 12 digits)."""
    return "c-" + digest(sorted(members))
