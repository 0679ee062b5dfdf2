"""The proof of a verdict as plain values that a program can check again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.identity import plain
from twosource.intervals import Relation
from twosource.model import (
    Assertion,
    DateValue,
    Derivation,
    EventValue,
    Origin,
    OriginKind,
    Quantity,
)


def pair_trace(
    left: Assertion, right: Assertion, relation: Relation, reason: str | None
) -> dict[str, object]:
    """What was compared and what came out; `reason` says why a difference is no conflict."""
    trace: dict[str, object] = {
        "step": "compare",
        "left": left.id,
        "right": right.id,
        "left_value": meaning(left.value),
        "right_value": meaning(right.value),
        "relation": str(relation),
    }
    if reason:
        trace["reason"] = reason
    return trace


def own_trace(left: str, right: str) -> dict[str, object]:
    """Two members that one voice of one source tells of one thing."""
    return {"step": "own", "left": left, "right": right}


def derived_trace(row: Derivation) -> dict[str, object]:
    """The equation that gives a member from figures of other origins."""
    return {"step": "derived", "derivation": row.id}


def support_trace(
    members: Sequence[Assertion], roots: Mapping[str, Origin], rule: str
) -> dict[str, object]:
    """Which roots the members trace back to, and the rule that decided."""
    known = sorted(
        {
            m.origin
            for m in members
            if m.origin in roots and roots[m.origin].kind is not OriginKind.UNKNOWN
        }
    )
    unknown = sum(
        1 for m in members if m.origin not in roots or roots[m.origin].kind is OriginKind.UNKNOWN
    )
    return {
        "step": "support",
        "sources": sorted({member.source for member in members}),
        "known_roots": known,
        "unknown_roots": unknown,
        "roots": {member.id: member.origin for member in members},
        "values": {member.id: meaning(member.value) for member in members},
        "rule": rule,
    }


def meaning(value: Quantity | DateValue | EventValue) -> str:
    """The stretch of numbers or days that the value can mean, as text."""
    if isinstance(value, Quantity):
        low = plain(value.interval.low) or "-inf"
        high = plain(value.interval.high) or "inf"
        left = "(" if value.interval.open in {"low", "both"} else "["
        right = ")" if value.interval.open in {"high", "both"} else "]"
        return f"{left}{low}, {high}{right} {value.unit}"
    if isinstance(value, DateValue):
        days = f"{value.earliest or '..'}/{value.latest or '..'}"
        half = " or 12 hours later" if value.either_half else ""
        return f"{days} {value.time}{value.zone or ''}{half}" if value.time else days
    when = f" {value.time.edtf} {meaning(value.time)}" if value.time else ""
    return f"{value.type}: {', '.join(value.participants)}{when}"
