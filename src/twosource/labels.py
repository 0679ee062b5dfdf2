"""Nouns for what can happen or be measured: "founding" for the sense found."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from twosource.lexicon import load


def label(attribute: str, said: Collection[str] = ()) -> str:
    """A noun for a sense ("founding" for found), the words of the id for anything else.

    `said`: the words of the texts in lower case; of "spill" and "leak" theirs is taken.
    """
    told = next((noun for noun in _told().get(attribute, ()) if noun in said), "")
    return told or _nouns().get(attribute) or attribute.replace("-", " ")


def has_noun(attribute: str) -> bool:
    """Is there a noun for it, or is it one itself?"""
    return attribute in _nouns() or attribute not in _ids("senses", "sense")


def is_measure(attribute: str) -> bool:
    """Does it say what is measured ("depth"), not what is counted?"""
    return attribute in _ids("measures", "measure")


@cache
def _nouns() -> dict[str, str]:
    rows = [row for row in load("senses")["sense"] if row.get("label") or row.get("nouns")]
    return {row["id"]: str(row.get("label") or row["nouns"][0]) for row in rows}


@cache
def _told() -> dict[str, tuple[str, ...]]:
    return {row["id"]: tuple(row["nouns"]) for row in load("senses")["sense"] if row.get("told")}


@cache
def _ids(name: str, table: str) -> frozenset[str]:
    return frozenset(row["id"] for row in load(name)[table])
