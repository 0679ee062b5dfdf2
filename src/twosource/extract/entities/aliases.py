"""Find which names stand for one entity: stated in the texts, or inferred by a safe rule.

In:  the names of every sentence of a corpus, and the manifest's alias rules.
Out: alias links, each with the rule and the words behind it. Two people who share a
surname, or a body and its part, are never joined: a shorter name joins a longer one
only when it is the only candidate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from twosource.extract.entities.names import Name
from twosource.lexicon import load
from twosource.model import Alias, Sentence
from twosource.text import Token, fold, known_word, lemma

SPELLING: Final = 88.0  # whole-name similarity of two spellings; each word at least 75
_WORD: Final = 75.0
_SHIP: Final = 2  # words of "MV Aldora"


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence with its tokens and names; `document` is its document's path."""

    sentence: Sentence
    document: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


def stated(sentences: Iterable[NamedSentence]) -> Iterable[Alias]:
    """Yield aliases that a sentence states: "X (Y)", "X, also known as Y", "(A/ B/ C)"."""
    for item in sentences:
        for left, right in zip(item.names, item.names[1:], strict=False):
            rule = _stated_rule(item, left, right)
            if rule:
                yield _alias(item, left, right, rule)


def _alias(item: NamedSentence, left: Name, right: Name, rule: str) -> Alias:
    span = item.sentence.passage.span(left.start, right.end)
    return Alias(right.text, left.text, rule, item.sentence.text, item.document, span)


def _stated_rule(item: NamedSentence, left: Name, right: Name) -> str | None:
    between = [token.form.lower() for token in item.tokens[left.last : right.first]]
    words = [
        word
        for word in between
        if word not in {",", "(", "the", "“", '"', "more", "is", "are", "-"}
    ]
    if _is_statement(words) and len(between) <= 8:
        return "stated"
    if between in (["("], ["(", "the"]) and _closes(item.tokens, right):
        fits = fits_initials(right.text, left.text) or fits_initials(left.text, right.text)
        if right.text.isupper() and item.tokens[right.last].form == "/":
            return "list"
        return "parenthesis" if fits or similar(left.text, right.text) else None
    pair = (
        left.text.isupper() and right.text.isupper() and len(left.text) > 1 and len(right.text) > 1
    )
    if (
        pair
        and between in (["or"], ["/"], ["(", "or"], ["and"])
        and (between != ["and"] or _in_aka_list(item.tokens, left))
    ):
        return "list"
    return None


def _is_statement(words: list[str]) -> bool:
    return tuple(words) in _statements()


@cache
def _statements() -> frozenset[tuple[str, ...]]:
    rows = {tuple(row["words"]) for row in load("names")["statement"]}
    return frozenset(rows | {("or", *row) for row in rows})


def _closes(tokens: Sequence[Token], name: Name) -> bool:
    """Is the name in brackets followed by the bracket's end, a slash or a comma?"""
    return name.last < len(tokens) and tokens[name.last].form in {")", "/", ",", "or"}


def _in_aka_list(tokens: Sequence[Token], name: Name) -> bool:
    return any(
        token.form.lower() in {"aka", "a.k.a."}
        for token in tokens[max(0, name.first - 3) : name.first]
    )


def fits_initials(short: str, long: str) -> bool:
    """Tell whether `short` ("FSD") is made of the initials of `long` in order."""
    letters = [char for char in short if char.isalpha()]
    words = [word for word in fold(long).split() if word]
    if not (2 <= len(letters) <= 8 and short.replace(".", "").isupper() and len(words) >= 2):
        return False
    initials = iter(word[0] for word in words)
    return all(letter.lower() in initials for letter in letters)


def similar(left: str, right: str) -> bool:
    """Tell whether two names are spellings of one: as many words, each word close.

    Thresholds chosen so that different first names or compass points never pass.
    """
    one, two = fold(left), fold(right)
    if one == two:
        return True
    ones, twos = one.split(), two.split()
    if len(ones) != len(twos) or (one[:1] != two[:1] and not _swapped_k(one, two)):
        return False
    if one.startswith(two) or two.startswith(one):
        return False  # a country and its people, a word and its plural
    if min(len(one), len(two)) < 7 or any(char.isdigit() for char in one + two):
        return False
    if any(fuzz.ratio(a, b) < _WORD for a, b in zip(ones, twos, strict=True)):
        return False
    floor = SPELLING if len(ones) > 1 else 90.0
    return fuzz.ratio(one, two) >= floor or (_swapped_k(one, two) and fuzz.ratio(one, two) >= 84.0)


def _swapped_k(one: str, two: str) -> bool:
    """First letters that transliteration swaps: K/Q, C/K."""
    return {one[:1], two[:1]} in ({"k", "q"}, {"c", "k"}) and one[1:2] == two[1:2]


def inferred(counts: Counter[str]) -> Iterable[Alias]:
    """Yield aliases no sentence states: initials, spelling, a full name's last word."""
    names = sorted(counts, key=lambda name: (-counts[name], name))
    spelled = list(_by_spelling(names))
    yield from _by_initials(names, counts)
    yield from spelled
    yield from _by_people(names)
    yield from _by_last_word(names, {fold(link.name): fold(link.canonical) for link in spelled})


def _by_initials(names: Sequence[str], counts: Counter[str]) -> Iterable[Alias]:
    long: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if (letters := _initials(name)) is not None:
            long[letters].append(name)
    for short in names:
        letters = fold(short).upper()
        if short.replace(".", "").isupper() and 2 <= len(letters) <= 8:
            often = 3 if len(letters) == 2 else 1  # two letters fit many names by chance
            fits = [name for name in long.get(letters, ()) if counts[name] >= often]
            if len({fold(name) for name in fits}) == 1:
                yield Alias(short, fits[0], "initials", f"{short} = {fits[0]}")


def _initials(long: str) -> str | None:
    """The initials of a name of several words, in capitals; None for one of a single word."""
    words = [word for word in fold(long).split() if word not in {"of", "the", "and", "for", "de"}]
    return "".join(word[0] for word in words).upper() if len(words) > 1 else None


def _by_spelling(names: Sequence[str]) -> Iterable[Alias]:
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in names:
        key = fold(name)
        if len(key) >= 7:
            letter = {"q": "k", "c": "k"}.get(key[:1], key[:1])
            buckets[(len(key.split()), letter)].append(name)
    for _, group in sorted(buckets.items()):
        for index, left in enumerate(group[:400]):
            for right in group[index + 1 : 400]:
                if similar(left, right):
                    yield Alias(right, left, "spelling", f"{right} ~ {left}")


def _by_people(names: Sequence[str]) -> Iterable[Alias]:
    """ "Danish" stands for the state that the texts name, and so does another name of it."""
    written: dict[str, list[str]] = defaultdict(list)
    for name in names:
        state = states().get(name)
        if state is not None:
            written[state].append(name)
    for forms in written.values():
        named = [form for form in forms if form not in peoples()]
        for form in (form for form in forms if named and form != named[0]):
            yield Alias(form, named[0], "people", f"{form} = of {named[0]}")


@cache
def states() -> dict[str, str]:
    """Name of a state, or word for its people, as written -> the state."""
    rows = load("peoples")["people"]
    return {form: row["names"][0] for row in rows for form in (*row["names"], *row["adjectives"])}


@cache
def peoples() -> frozenset[str]:
    """Words for the people of a state, as written."""
    return frozenset(form for row in load("peoples")["people"] for form in row["adjectives"])


@cache
def _vessels() -> frozenset[str]:
    """ "HMS", "MV": before the name of a ship, which is called without them, too."""
    return frozenset(load("names")["vessels"])


def _by_last_word(names: Sequence[str], spelled: dict[str, str]) -> Iterable[Alias]:
    """A lone surname stands for the only full name of the corpus that ends in it."""
    full: dict[str, set[str]] = defaultdict(set)
    vessels = {fold(word) for word in _vessels()}
    for name in names:
        words = name.split()
        plain = words[1:] if len(words) == _SHIP and words[0] in _vessels() else words
        if 2 <= len(words) <= 3 and all(word[0].isupper() and not word.isupper() for word in plain):
            full[fold(words[-1])].add(spelled.get(fold(name), fold(name)))
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    for name in names:
        key = fold(name)
        ship = any(other.split()[0] in vessels for other in full.get(key, ()))
        common = known_word(lemma(name)) or known_word(name)
        if " " in key or (common and not ship) or len(full.get(key, ())) != 1:
            continue
        (target,) = full[key]
        yield Alias(name, first[target], "last-word", f"{name} = {target}")
