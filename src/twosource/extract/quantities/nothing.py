"""Read a count of nothing: "no casualties", "none of the crew", "nobody died".

In:  a view and the place of the word. Out: a figure of zero, or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.lexis import small, words
from twosource.extract.quantities.shapes import Figure, View
from twosource.lexicon import load
from twosource.text import lemma

_OF_SOME: Final = re.compile(
    r" of (?:(?:the|its|their|his|her|those|these) )?(?:[0-9][0-9,]{0,9} )?"
)
_NOUN: Final = re.compile(r"([a-z]{3,20})(?![a-z])(?: (?=[a-z]))?")
_NOBODY: Final = re.compile(
    r"(nobody|no[ -]one|none)(?: else)?(?: (?:was|were|had been|has been|is|is known to have))?"
    r"(?: (?:seriously|reported|badly|believed|killed or|hurt or|injured or))? ([a-z]{4,9})(?![a-z])"
)


def none_at_all(view: View, start: int, word: str) -> Figure | None:
    """ "no casualties", "none of the passengers", "neither pilot": nothing counted, people only."""
    end = start + len(word)
    of = _OF_SOME.match(view.low, end)
    if (of is None and word == "none") or (of is not None and word == "no"):
        return None
    plural = word != "neither" or of is not None
    found = _NOUN.match(view.low, of.end() if of else end + 1)
    if found is not None and _may_be_passed(found.group(1)):
        found = _NOUN.match(view.low, found.end())
    if found is None or not is_personal(found.group(1), plural=plural):
        return None
    return Figure(start, end, Decimal(0), Decimal(0), True)


def _may_be_passed(word: str) -> bool:
    """ "no police officers", "neither of the two pilots"; "no American soldiers" tells of some only."""
    entry = noun_class(word)
    return word in small() or (entry is not None and entry.kind not in words("zero", "classes"))


def is_personal(noun: str, *, plural: bool) -> bool:
    """A word for people, in the plural or not as asked, or for what befell them ("casualties")."""
    many = noun.endswith(("s", "men")) or noun in {"people", "men", "women", "children"}
    if many != plural:
        return False
    entry = noun_class(lemma(noun))
    person = entry is not None and entry.kind in load("numbers")["zero"]["classes"]
    return person or noun in words("zero")


def nobody(view: View, start: int) -> Figure | None:
    """ "no one was hurt", "nobody died": a count of nothing where a harm is told, else no figure."""
    match = _NOBODY.match(view.low, start)
    if match is None or match.group(2) not in words("zero", "befell"):
        return None
    return Figure(start, match.end(1), Decimal(0), Decimal(0), True)
