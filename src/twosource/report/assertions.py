"""An assertion, its slot and its value in the form of the contract.

In:  data of the model. Out: plain dicts; numbers are decimal strings, offsets count code points.
"""

from __future__ import annotations

from typing import Any

from twosource.identity import plain
from twosource.model import (
    Assertion,
    Attribution,
    DateValue,
    EventValue,
    Interval,
    Quantity,
    Scope,
    Slot,
)
from twosource.report.places import bounds

Row = dict[str, Any]


def assertion_to_dict(item: Assertion) -> Row:
    """Return one assertion in the form of the contract, without line and column."""
    return {
        "id": item.id,
        "source": item.source,
        "kind": str(item.kind),
        "span": bounds(item.span),
        "text": item.text,
        "sentence": bounds(item.sentence),
        "quote": item.quote,
        "plain": item.plain,
        "value": value_to_dict(item.value),
        "slot": _slot(item.slot),
        "attribution": None if item.attribution is None else _attribution(item.attribution),
        "origin": item.origin,
        "modality": str(item.modality),
    }


def _slot(slot: Slot) -> Row:
    return {
        "subject": slot.subject,
        "attribute": slot.attribute,
        "scope": _scope(slot.scope),
        "noun": slot.noun,
        "senses": list(slot.senses),
        "measures": list(slot.measures),
        "entities": list(slot.entities),
        "terms": list(slot.terms),
        **({"voice": slot.voice} if slot.voice else {}),
        **({"agents": list(slot.agents)} if slot.agents else {}),
    }


def _scope(scope: Scope) -> Row:
    return {
        "place": scope.place,
        "time": scope.time,
        "as_of": scope.as_of,
        "as_of_stated": scope.as_of_stated,
        "part": scope.part,
        "qualifiers": list(scope.qualifiers),
    }


def _attribution(said: Attribution) -> Row:
    return {
        "speaker": said.speaker,
        "cue": said.cue,
        "citations": list(said.citations),
        **({"hearer": said.hearer} if said.hearer else {}),
        **({"stance": said.stance} if said.stance else {}),
        **({"through": said.through} if said.through else {}),
        **({"span": bounds(said.span)} if said.span else {}),
    }


def value_to_dict(value: Quantity | DateValue | EventValue) -> Row:
    """Return a value in the form of the contract."""
    if isinstance(value, Quantity):
        return _quantity(value)
    return _date(value) if isinstance(value, DateValue) else _event(value)


def _quantity(value: Quantity) -> Row:
    return {
        "low": plain(value.low),
        "high": plain(value.high),
        "unit": value.unit,
        "noun": value.noun,
        "hedge": value.hedge,
        "interval": _interval(value.interval),
        "role": value.role,
        **({"iso": value.iso} if value.iso else {}),
        **({"whole": plain(value.whole)} if value.whole is not None else {}),
    }


def _interval(interval: Interval) -> Row:
    return {"low": plain(interval.low), "high": plain(interval.high), "open": interval.open}


def _date(value: DateValue) -> Row:
    extra = {name: getattr(value, name) for name in ("hedge", "precision", "time", "zone")}
    return {
        "edtf": value.edtf,
        "earliest": value.earliest,
        "latest": value.latest,
        "type": value.type,
        "anchor": value.anchor,
        **{key: found for key, found in extra.items() if found is not None},
        **({"named": True} if value.named else {}),
        **({"either_half": True} if value.either_half else {}),
    }


def _event(value: EventValue) -> Row:
    return {
        "type": value.type,
        "label": value.label,
        "time": None if value.time is None else _date(value.time),
        "place": value.place,
        "participants": list(value.participants),
        **({"agents": list(value.agents)} if value.agents else {}),
    }
