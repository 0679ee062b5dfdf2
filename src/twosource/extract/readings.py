"""Tell verb from noun by the words beside a word; no tagger, only the plain cases.

In:  tokens and a position. Out: "noun", "verb" or "either", and whether a verb has an
object. The lists stand under [grammar] in senses.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource.extract.quantities.lexis import scales
from twosource.lexicon import load
from twosource.text import Token


@cache
def _cues(key: str) -> frozenset[str]:
    return frozenset(load("senses")["grammar"][key])


def low_form(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].form.lower() if 0 <= index < len(tokens) else ""


def _before(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the word before, adverbs in -ly and "not" passed over."""
    at = index - 1
    while at > 0 and (
        low_form(tokens, at).endswith("ly") or low_form(tokens, at) in _cues("adverbs")
    ):
        at -= 1
    return at


def part_of_speech(tokens: Sequence[Token], index: int, lemma: str) -> str:
    """Guess "noun", "verb" or "either" from the form and the words beside it."""
    form, before = low_form(tokens, index), low_form(tokens, _before(tokens, index))
    inflected = form.endswith("ed") or (form != lemma and not form.endswith(("s", "ing")))
    if before in _cues("determiners"):
        return "either" if inflected else "noun"
    if inflected or before in _cues("verb_markers"):
        return "verb"
    if form.endswith("ing") and not _opens_phrase(tokens, index + 1):
        return "noun" if low_form(tokens, index + 1) == "of" else "either"
    if before in _cues("prepositions") or _is_number(before) or inside_name(tokens, index):
        return "noun"
    return "verb" if _opens_phrase(tokens, index + 1) else "either"


def _is_number(word: str) -> bool:
    """ "47.5 million crowns": a digit, or a word that scales one."""
    return word[:1].isdigit() or word in scales()


def _opens_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Does a noun phrase with an article, possessive or figure begin here?"""
    word = low_form(tokens, index)
    return word in _cues("determiners") or word[:1].isdigit()


def inside_name(tokens: Sequence[Token], index: int) -> bool:
    """Is this a capitalised word that does not open the sentence?"""
    return tokens[index].capital and index > 0 and tokens[index - 1].word


def is_adjective(tokens: Sequence[Token], index: int, lemma: str) -> bool:
    """ "is open", "was complete": a plain form after "be" is no participle."""
    form = low_form(tokens, index)
    plain = form == lemma and form not in _cues("unchanged")
    return plain and low_form(tokens, _before(tokens, index)) in _cues("be")


def is_verb_here(tokens: Sequence[Token], index: int) -> bool:
    """ "were injured", "injured the driver": no plain adjective ("200 injured")."""
    near = {low_form(tokens, at) for at in range(max(0, index - 3), index)}
    return bool(near & _cues("be")) or _opens_phrase(tokens, index + 1)


def is_verb_form(tokens: Sequence[Token], index: int, lemma: str) -> bool:
    """ "to pay", "will pay", "paid": a form that no noun has there, whatever its lemma is too."""
    form, before = low_form(tokens, index), low_form(tokens, _before(tokens, index))
    if form == lemma:
        return before in _cues("modals")
    return not form.endswith(("s", "ing")) and part_of_speech(tokens, index, lemma) == "verb"


def is_rather_noun(tokens: Sequence[Token], index: int, lemma: str) -> bool:
    """ "two ships", "the health service": a noun that is seldom a verb, and nothing shows one."""
    form, before = low_form(tokens, index), low_form(tokens, _before(tokens, index))
    bare = form == lemma or form.endswith("s")
    return lemma in _cues("nounlike") and bare and before not in _cues("subjects") | _cues("modals")


def has_object(tokens: Sequence[Token], index: int) -> bool:
    """Is the verb passive, or followed by a noun phrase rather than a preposition?"""
    near = {low_form(tokens, at) for at in range(max(0, index - 3), index)}
    if near & _cues("be") and not tokens[index].form.lower().endswith("ing"):
        return True
    after = low_form(tokens, index + 1)
    if not after[:1].isalnum() or after in _cues("prepositions") or after in _cues("links"):
        return after in {"$", "€", "£", "“", '"'}
    return not after.endswith("ly")


def after_figure(tokens: Sequence[Token], index: int) -> bool:
    """Do figure and unit stand right before ("12 km deep", "six-foot-tall")?"""
    at = index - 1
    hyphen = low_form(tokens, at) == "-"
    while at > 0 and not tokens[at].word:
        at -= 1
    word = low_form(tokens, at)
    return word in _cues("units") or (word[:1].isdigit() and (hyphen or not word.isdigit()))
