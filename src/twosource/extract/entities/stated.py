"""Find names that a sentence says are one: "X (Y)", "X, also known as Y", "X / Y", "X (Y; Z)".

In:  the sentences of a corpus with their names. Out: alias links, each with the sentence. What may
as well say where somebody was ("Lena Orr, formerly Harbour Trust chairman") needs a second name of
the same sort that ends its phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from twosource.extract.clauses import auxiliaries
from twosource.extract.entities.aliases import NamedSentence, fits_initials, similar
from twosource.extract.entities.joints import words
from twosource.extract.entities.kinds import has_personal_form
from twosource.extract.entities.names import Name
from twosource.model import Alias

_FAR: Final = 10  # tokens between two names
_MARKS: Final = frozenset({",", "(", "“", "”", '"', "‘", "’", "'", "-", "—", "–", ":", "."})
_ASIDE: Final = frozenset({",", "(", "—", "–"})
_PASSIVE: Final = frozenset({"is", "are", "was", "were", "been", "which", "who"})
_ENDS: Final = frozenset({",", ")", ".", ";", ":", "(", "”", '"', "—", "–", "and", "or"})
_OR: Final = "or "


def stated(sentences: Iterable[NamedSentence]) -> Iterable[Alias]:
    """Yield aliases that a sentence states, in the order of the sentences."""
    for item in sentences:
        names = [name for name in item.names if not _is_language(item, name)]
        linked: list[tuple[Name, Name]] = []
        for left, right in pairwise(names):
            whole = _opener(item, left, right, linked)
            rule = _rule(item, whole or left, left, right)
            if rule:
                linked.append((whole or left, right))
                span = item.sentence.passage.span((whole or left).start, right.end)
                text, first = item.sentence.text, (whole or left).text
                yield Alias(right.text, first, rule, text, item.document, span)


def _is_language(item: NamedSentence, name: Name) -> bool:
    """ "(German: X)", "in English, X": the language, and nobody's name."""
    before = item.tokens[name.first - 1].form if name.first else ""
    after = item.tokens[name.last].form if name.last < len(item.tokens) else ""
    led = before in {"in", "("} or after in {":", "for"}
    return name.text.lower() in words("languages") and led


def _opener(
    item: NamedSentence, left: Name, right: Name, linked: Sequence[tuple[Name, Name]]
) -> Name | None:
    """ "X (BCN; Y)", "A / B / Y": the name that the one on the left was linked with."""
    between = [token.form for token in item.tokens[left.last : right.first]]
    led = between in ([";"], ["/"], [","]) and bool(linked) and linked[-1][1] is left
    return linked[-1][0] if led and (between == ["/"] or _closes(item, right)) else None


def _rule(item: NamedSentence, whole: Name, left: Name, right: Name) -> str | None:
    between = [token.form.lower() for token in item.tokens[left.last : right.first]]
    if len(between) > _FAR or not between:
        return None
    if _is_said(item, left, right, between):
        return "stated"
    if whole is not left:
        return "parenthesis" if between == [";"] else _in_list(item, whole, left, right, between)
    if between in (["("], ["(", "the"], ["(", "“"], ["(", '"']) and _closes(item, right):
        return _in_brackets(item, left, right)
    return _in_list(item, whole, left, right, between)


def _in_brackets(item: NamedSentence, left: Name, right: Name) -> str | None:
    fits = fits_initials(right.text, left.text) or fits_initials(left.text, right.text)
    if right.text.isupper() and item.tokens[right.last].form == "/":
        return "list"
    return "parenthesis" if fits or similar(left.text, right.text) else None


def _in_list(
    item: NamedSentence, whole: Name, left: Name, right: Name, between: Sequence[str]
) -> str | None:
    """ "FSD / FDS", "the FSD or FDS", "FSD / Front for ..."."""
    short = [name for name in (left, right) if name.text.isupper() and len(name.text) > 1]
    joins = between in (["or"], ["/"], ["(", "or"]) or (
        between == ["and"] and _in_aka_list(item, left)
    )
    if len(short) == 2 and joins:
        return "list"
    fits = any(
        fits_initials(a.text, b.text) or fits_initials(b.text, a.text)
        for a, b in ((left, right), (whole, right))
    )
    return "list" if between == ["/"] and fits else None


def _in_aka_list(item: NamedSentence, name: Name) -> bool:
    before = item.tokens[max(0, name.first - 3) : name.first]
    return any(token.form.lower() in {"aka", "a.k.a."} for token in before)


def _closes(item: NamedSentence, name: Name) -> bool:
    """Is the name in brackets followed by their end, a slash or the next name in them?"""
    at = name.last + (name.last < len(item.tokens) and item.tokens[name.last].form in {"”", '"'})
    return at < len(item.tokens) and item.tokens[at].form in {")", "/", ",", ";", "or"}


def _is_said(item: NamedSentence, left: Name, right: Name, between: Sequence[str]) -> bool:
    """ "X, also known as Y", "X (now Y)"."""
    said = _phrase(between)
    if between[0] == "(" and said in words("bracketed"):
        return _of_one_sort(left, right) and _ends(item, right, frozenset({")"}))
    if said not in words("said"):
        return False
    if said in words("active") and between[0] not in _ASIDE and _PASSIVE.isdisjoint(between):
        return False
    if said == "born" and " " not in right.text:
        return False  # where, not under which name
    return said not in words("loosely") or (
        _of_one_sort(left, right) and _ends(item, right, _ENDS | auxiliaries())
    )


def _phrase(between: Sequence[str]) -> str:
    """The words between two names without small ones, a language written "<language>"."""
    left_out = _MARKS | words("filler")
    plain = [form for form in between if form not in left_out]
    said = " ".join("<language>" if form in words("languages") else form for form in plain)
    return said.removeprefix(_OR) if said.removeprefix(_OR) in _known() else said


@cache
def _known() -> frozenset[str]:
    return words("said")


def _of_one_sort(left: Name, right: Name) -> bool:
    """Two persons' names, or two that are none; initials go with any."""
    if left.text.isupper() or right.text.isupper():
        return True
    return _is_personal(left.text) == _is_personal(right.text)


def _is_personal(name: str) -> bool:
    return has_personal_form(name) and words("firms").isdisjoint(name.split())


def _ends(item: NamedSentence, name: Name, ends: frozenset[str]) -> bool:
    """Does the name end its phrase?"""
    return name.last >= len(item.tokens) or item.tokens[name.last].form.lower() in ends
