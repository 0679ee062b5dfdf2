"""Nouns for what can happen or be measured: "founding" for the sense found."""

from __future__ import annotations

from functools import cache

from twosource.lexicon import load


@cache
def label(attribute: str) -> str:
    """A noun for a sense ("founding" for found), the words of the id for anything else."""
    return _nouns().get(attribute) or attribute.replace("-", " ")


def has_noun(attribute: str) -> bool:
    """Is there a noun for it, or is it one itself?"""
    return attribute in _nouns() or attribute not in _ids("senses", "sense")


def is_measure(attribute: str) -> bool:
    """Does it say what is measured ("depth"), not what is counted?"""
    return attribute in _ids("measures", "measure")


@cache
def _nouns() -> dict[str, str]:
    return {row["id"]: str(row["nouns"][0]) for row in load("senses")["sense"] if row.get("nouns")}


@cache
def _ids(name: str, table: str) -> frozenset[str]:
    return frozenset(row["id"] for row in load(name)[table])
