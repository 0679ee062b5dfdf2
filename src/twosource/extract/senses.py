"""Find in a sentence the words that say what happened and what is measured.

In:  tokens. Out: hits on the entries of senses.toml and measures.toml, one reading for
each word; and, for counted nouns, whether two of them name the same sort of thing
(nouns.toml). One pass over the tokens; an entry is looked up by its first word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from twosource.lexicon import load
from twosource.text import Token

_GAP: Final = "*"
_WIDEST_GAP: Final = 8  # tokens that "*" in an entry can stand for
_WEAK_REACH: Final = 12  # tokens within which another sense silences a weak one
_PREFIXES: Final = ("de-", "re-", "un-", "non-", "co-", "ex-", "pre-")
_HARD: Final = frozenset(".;:!?()[]{}|")
_ROLES: Final = (
    ("verbs", "verb"),
    ("intransitive", "intransitive"),
    ("nouns", "noun"),
    ("agents", "noun"),
    ("adjectives", "adjective"),
    ("phrases", "phrase"),
)


@dataclass(frozen=True, slots=True)
class SenseHit:
    """A sense or measure found at tokens [start_token, end_token).

    `role` is "verb" (what it happens to is the object, or the subject of a passive),
    "intransitive" (it is the subject), "noun", "adjective" or "phrase".
    """

    id: str
    role: str
    start_token: int
    end_token: int


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A set of nouns that count the same thing.

    Attributes:
        id: Name of the set.
        kind: Class of things it belongs to: "person", "building", ...
        generic: It stands for anything of its class ("people", "item").
        vague: The word has several meanings, so it never tells two things apart.
        near: Sets that can count the same thing ("patient" and "case").
    """

    id: str
    kind: str
    generic: bool = False
    vague: bool = False
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry: its words, the first being the key. `exact` compares spelling only."""

    id: str
    role: str
    words: tuple[str, ...]
    weak: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by first word, longest first."""

    patterns: Mapping[str, tuple[_Pattern, ...]]
    irregular: Mapping[str, str]
    lower_only: frozenset[str]


def find_senses(tokens: Sequence[Token]) -> tuple[SenseHit, ...]:
    """Return the senses of senses.toml in token order; no word has two."""
    found = list(_find(tokens, _lexicon("senses", "sense")))
    strong = [hit.start_token for hit, weak in found if not weak]
    return tuple(
        hit
        for hit, weak in found
        if not weak or not any(abs(at - hit.start_token) <= _WEAK_REACH for at in strong)
    )


def find_measures(tokens: Sequence[Token]) -> tuple[SenseHit, ...]:
    """Return the measures of measures.toml in token order.

    An adjective measures only right after a figure with its unit ("12 km deep").
    """
    return tuple(
        hit
        for hit, _ in _find(tokens, _lexicon("measures", "measure"))
        if hit.role != "adjective" or _after_figure(tokens, hit.start_token)
    )


def noun_class(lemma: str) -> NounEntry | None:
    """Return the set a counted noun belongs to; a compound goes by its last word."""
    nouns = _nouns()
    word = lemma.lower().strip()
    if word in nouns:
        return nouns[word]
    return nouns.get(word.replace("-", " ").rpartition(" ")[2])


def same_noun(one: str, two: str) -> str:
    """Compare two counted nouns, in either order.

    Returns:
        "same", "near" (may count the same thing), "generic" (one stands for the other's
        class), "different", or "unknown" when the lists cannot tell.
    """
    left, right = noun_class(one), noun_class(two)
    if one.lower() == two.lower():
        return "same"
    if left is None or right is None:
        return "unknown"
    if left.id == right.id:
        return "same"
    if left.id in right.near or right.id in left.near:
        return "near"
    if _stands_for(left, right) or _stands_for(right, left):
        return "generic"
    return "unknown" if left.vague or right.vague else "different"


def _stands_for(general: NounEntry, other: NounEntry) -> bool:
    return general.generic and general.kind in {other.kind, "any"}


@cache
def _nouns() -> dict[str, NounEntry]:
    entries: dict[str, NounEntry] = {}
    for row in load("nouns")["noun"]:
        entry = NounEntry(
            row["id"],
            row["class"],
            row.get("generic", False),
            row.get("vague", False),
            frozenset(row.get("near", ())),
        )
        entries.update(dict.fromkeys(row["words"], entry))
    return entries


@cache
def _lexicon(name: str, table: str) -> Lexicon:
    data = load(name)
    patterns: dict[str, list[_Pattern]] = defaultdict(list)
    for row in data[table]:
        for pattern in _patterns(row):
            patterns[pattern.words[0]].append(pattern)
    return Lexicon(
        {word: tuple(sorted(rows, key=_order)) for word, rows in patterns.items()},
        load("senses").get("irregular", {}),
        frozenset(load("senses").get("lower_only", ())),
    )


def _patterns(row: Mapping[str, Any]) -> Iterable[_Pattern]:
    weak = bool(row.get("weak"))
    for key, role in _ROLES:
        for entry in row.get(key, ()):
            yield _Pattern(row["id"], role, _words(entry), weak or key == "agents")
    role = "verb" if row.get("verbs") else "intransitive"
    for form in row.get("forms", ()):
        yield _Pattern(row["id"], role, (form,), weak, exact=True)


def _words(entry: str) -> tuple[str, ...]:
    """Split an entry as `tokenize` splits text: "follow-up" is two words, "co-found" one."""
    return tuple(
        part
        for word in entry.split()
        for part in ([word.replace("-", "")] if word.startswith(_PREFIXES) else word.split("-"))
    )


def _order(pattern: _Pattern) -> tuple[int, bool, str, str]:
    return -len(pattern.words), not pattern.exact, pattern.role, pattern.id


def _find(tokens: Sequence[Token], lexicon: Lexicon) -> Iterable[tuple[SenseHit, bool]]:
    index = 0
    while index < len(tokens):
        best = _at(tokens, index, lexicon)
        if best is None:
            index += 1
            continue
        pattern, end = best
        yield SenseHit(pattern.id, pattern.role, index, end), pattern.weak
        index = end


def _at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[_Pattern, int] | None:
    """Return the longest entry that begins at `index`, with the token after it."""
    token = tokens[index]
    low = token.form.lower()
    lemma = lexicon.irregular.get(low, token.lemma)
    if low in lexicon.lower_only and token.capital:
        return None
    rows = dict.fromkeys((*lexicon.patterns.get(lemma, ()), *lexicon.patterns.get(low, ())))
    single: list[_Pattern] = []
    for pattern in sorted(rows, key=_order):
        if len(pattern.words) > 1:
            end = _match(tokens, index, pattern.words, lexicon)
            if end is not None:
                return pattern, end
        elif _fits(pattern, low, lemma):
            single.append(pattern)
    chosen = _choose(tokens, index, single, lexicon) if single else None
    return None if chosen is None else (chosen, index + 1)


def _fits(pattern: _Pattern, low: str, lemma: str) -> bool:
    """Verbs go by lemma ("found" is a form of "find"), other words by either."""
    if pattern.exact:
        return pattern.words[0] == low
    if pattern.role in {"verb", "intransitive"}:
        return pattern.words[0] == lemma
    return pattern.words[0] in {lemma, low}


def _match(
    tokens: Sequence[Token], index: int, words: Sequence[str], lexicon: Lexicon
) -> int | None:
    """Match `words` from `index` on; hyphens between words do not count."""
    at, gap = index, 0
    for word in words:
        if word == _GAP:
            gap = _WIDEST_GAP
            continue
        stop = min(len(tokens), at + gap + 1)
        while at < stop and not _is_word(tokens[at], word, lexicon):
            if tokens[at].form in _HARD:
                return None
            at += 1
            stop += at < len(tokens) and tokens[at - 1].form == "-" and gap == 0
        if at >= stop:
            return None
        at, gap = at + 1, 0
    return at


def _is_word(token: Token, word: str, lexicon: Lexicon) -> bool:
    low = token.form.lower()
    return word in {low, token.lemma, lexicon.irregular.get(low)}


def _choose(
    tokens: Sequence[Token], index: int, patterns: Sequence[_Pattern], lexicon: Lexicon
) -> _Pattern | None:
    """Pick the reading that the neighbours of a single word allow; None when none does."""
    roles = {pattern.role: pattern for pattern in reversed(patterns)}
    verb = _verb_reading(tokens, index, roles)
    part = _part_of_speech(tokens, index, lexicon)
    if part == "noun" and "noun" in roles:
        return roles["noun"]
    if "adjective" in roles and not (verb and _is_verb_here(tokens, index)):
        return roles["adjective"]
    if part == "verb" and verb:
        return verb
    if "noun" in roles:
        return roles["noun"]
    if part == "noun" and verb is not None and not _is_gerund(tokens, index):
        return None
    if verb and _inside_name(tokens, index):
        return None
    return verb


def _is_gerund(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].form.lower().endswith(("ing", "ed"))


def _verb_reading(
    tokens: Sequence[Token], index: int, roles: Mapping[str, _Pattern]
) -> _Pattern | None:
    if "verb" in roles and "intransitive" in roles:
        return roles["verb" if _has_object(tokens, index) else "intransitive"]
    return roles.get("verb") or roles.get("intransitive")


@cache
def _cues(key: str) -> frozenset[str]:
    return frozenset(load("senses")["grammar"][key])


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].form.lower() if 0 <= index < len(tokens) else ""


def _before(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the word before, adverbs in -ly and "not" passed over."""
    at = index - 1
    while at > 0 and (_low(tokens, at).endswith("ly") or _low(tokens, at) in _cues("adverbs")):
        at -= 1
    return at


def _part_of_speech(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str:
    """Guess "noun", "verb" or "either" from the form and the words beside it."""
    form, before = _low(tokens, index), _low(tokens, _before(tokens, index))
    inflected = form.endswith("ed") or (
        form != lexicon.irregular.get(form, tokens[index].lemma)
        and not form.endswith(("s", "ing"))
    )
    if before in _cues("determiners"):
        return "either" if inflected else "noun"
    if inflected or before in _cues("verb_markers"):
        return "verb"
    if form.endswith("ing"):
        return "noun" if _low(tokens, index + 1) == "of" else "either"
    if before in _cues("prepositions") or before[:1].isdigit() or _inside_name(tokens, index):
        return "noun"
    return "verb" if _opens_phrase(tokens, index + 1) else "either"


def _opens_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Does a noun phrase with an article, possessive or figure begin here?"""
    word = _low(tokens, index)
    return word in _cues("determiners") or word[:1].isdigit()


def _inside_name(tokens: Sequence[Token], index: int) -> bool:
    """Is this a capitalised word that does not open the sentence?"""
    return tokens[index].capital and index > 0 and tokens[index - 1].word


def _is_verb_here(tokens: Sequence[Token], index: int) -> bool:
    """ "were injured", "injured the driver": no plain adjective ("200 injured")."""
    near = {_low(tokens, at) for at in range(max(0, index - 3), index)}
    return bool(near & _cues("be")) or _opens_phrase(tokens, index + 1)


def _has_object(tokens: Sequence[Token], index: int) -> bool:
    """Is the verb passive, or followed by a noun phrase rather than a preposition?"""
    near = {_low(tokens, at) for at in range(max(0, index - 3), index)}
    if near & _cues("be") and not tokens[index].form.lower().endswith("ing"):
        return True
    after = _low(tokens, index + 1)
    if not after[:1].isalnum() or after in _cues("prepositions") or after in _cues("links"):
        return after in {"$", "€", "£", "“", '"'}
    return not after.endswith("ly")


def _after_figure(tokens: Sequence[Token], index: int) -> bool:
    """Do figure and unit stand right before ("12 km deep", "six-foot-tall")?"""
    at = index - 1
    hyphen = _low(tokens, at) == "-"
    while at > 0 and not tokens[at].word:
        at -= 1
    word = _low(tokens, at)
    return word in _cues("units") or (word[:1].isdigit() and (hyphen or not word.isdigit()))
