"""What the texts say a name is: "Amsel, a bank", "the ferry Maren", "Lund Bank", "Mr Dvorak".

In:  the named sentences of a corpus. Out: the words for the sort of thing each name stands for.
A person has PERSON among them, and HE or SHE where a title or a noun tells; what is written of as
a place ("in Oberlund") has PLACE. One pass over the names: linear in the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from twosource.extract.entities.aliases import NamedSentence
from twosource.extract.entities.names import Name
from twosource.extract.nouns import noun_class
from twosource.lexicon import load
from twosource.text import Token, fold, stopwords

PERSON: Final = "@person"
PLACE: Final = "@place"
HE: Final = "@he"
SHE: Final = "@she"
_MARKS: Final = frozenset({PERSON, PLACE, HE, SHE})
_SITES: Final = {"place", "building", "structure"}
_SELDOM: Final = 10  # a kind told once in so many times is a slip of the reading
_PLACED: Final = 3  # "in X" so many times as often as "X, a firm": a place
_SORTS: Final = {"organisation", "vehicle", "place", "building", "structure", "machine", "product"}
_ARTICLES: Final = {"a", "an", "the", "one"}
_IS: Final = {"is", "was"}
_AGENTS: Final = ("er", "or", "ist", "ian", "man", "woman")
_STEM: Final = 4  # letters of the shortest such noun
_SAID: Final = "@said "  # before a sex that a pronoun beside a name tells
_OFTEN: Final = 3  # pronouns that tell the sex of whom a text is about
_MOSTLY: Final = 4  # times as many of the one as of the other
_PHRASE: Final = 10  # tokens of "an Orrin-based regional airline"
_LEADS: Final = {"of", "from", "in", "at", "near", "to", "on", "for", "with"}
_AGE: Final = 120
_ENDS: Final = frozenset(
    {",", ";", ":", ".", "(", ")", "–", "—", "of", "in", "for", "that", "which", "who", "with"}
    | {"at", "on", "from", "to", "by", "near", "and", "whose", "where", "founded", "based"}
)


def kinds_of(
    sentences: Iterable[NamedSentence], canonical: Callable[[str], str]
) -> dict[str, frozenset[str]]:
    """Return for each canonical name the words that tell what it is; names without one left out."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in sentences:
        said = _one_sex(item)
        for name in item.names:
            if said is not None:
                found[canonical(name.text)][f"{_SAID}{said}"] += 1
            found[canonical(name.text)].update(set(_told(item.tokens, name)))
    kept = {own: _sure(kinds) for own, kinds in found.items()}
    return {own: kinds for own, kinds in kept.items() if kinds}


def sex_told(lows: Counter[str]) -> str | None:
    """What the one person that a text is about is, by its pronouns: HE, SHE, or None."""
    he = sum(lows[word] for word in ("he", "him", "his"))
    she = sum(lows[word] for word in ("she", "her", "hers"))
    least = _MOSTLY * min(he, she)
    return None if max(he, she) < _OFTEN or max(he, she) < least else HE if he > she else SHE


def _sure(kinds: Counter[str]) -> frozenset[str]:
    """The kinds told more than by the way; a person or a thing by what is told more often."""
    things = {
        kind: n
        for kind, n in kinds.items()
        if kind not in _MARKS and not kind.startswith(_SAID) and not _is_human(kind)
    }
    person, place, told = kinds[PERSON], kinds[PLACE], sum(things.values())
    if person and person > max(told, place):
        titled = {kind for kind in kinds if kind in _MARKS - {PLACE} or _is_human(kind)}
        return frozenset(titled if titled & {HE, SHE} else titled | _sex_said(kinds))
    kept = {kind for kind, n in things.items() if n * _SELDOM >= told and _stands(kind, n, place)}
    return frozenset(kept | ({PLACE} if place else set()))


def _one_sex(item: NamedSentence) -> str | None:
    """HE or SHE for a sentence with one name and pronouns of one sex: "Dvorak said he ..."."""
    if len(item.names) != 1:
        return None
    lows = {token.form.lower() for token in item.tokens[item.names[0].last :]}
    he, she = bool(lows & {"he", "his", "him"}), bool(lows & {"she", "her", "hers"})
    return None if he == she else HE if he else SHE


def _sex_said(kinds: Counter[str]) -> set[str]:
    """What most of the pronouns beside a person's name tell."""
    he, she = kinds[f"{_SAID}{HE}"], kinds[f"{_SAID}{SHE}"]
    return set() if max(he, she) < 2 * min(he, she) + 1 else {HE} if he > she else {SHE}


def _stands(kind: str, count: int, place: int) -> bool:
    """Is it a sort of place, or told often enough of what is written of as a place?"""
    entry = noun_class(kind)
    sited = entry is not None and entry.kind in _SITES
    return sited or count * _PLACED >= place


def may_be(word: str, kinds: frozenset[str]) -> bool:
    """Can "the <word>" be what these words tell of: an airline be called "the company"?"""
    return word in kinds or any(word in _beside(kind) for kind in kinds)


def is_sort(word: str) -> bool:
    """Is it a noun for a body, a person, a place or a thing that has a name?"""
    entry = noun_class(word)
    sort = entry is not None and entry.kind in _SORTS | {"person"}
    return sort or word in _bodies() or bool(_beside(word)) or word in _sexes()


def sex_of(word: str) -> str | None:
    """HE or SHE for a noun that tells it ("actress"), else None."""
    return _sexes().get(word)


def _told(tokens: Sequence[Token], name: Name) -> Iterator[str]:
    yield from _in_name(name)
    yield from _before(tokens, name)
    yield from _after(tokens, name)


def _in_name(name: Name) -> Iterator[str]:
    """ "Lund Bank", "Bank of Lund", "Skarvane Air": the last word, or the one before "of"."""
    words = fold(name.text).split()
    if len(words) < 2:
        return
    head = words[max(1, words.index("of")) - 1] if "of" in words else words[-1]
    form = next((kind for kind, ends in _forms().items() if head in ends), head)
    entry = noun_class(form)
    if form in _bodies() or _beside(form) or (entry is not None and entry.kind in _SORTS):
        yield form


def _before(tokens: Sequence[Token], name: Name) -> Iterator[str]:
    """ "the ferry Maren", "Mr Dvorak", "in Oberlund"."""
    if not name.first:
        return
    token = tokens[name.first - 1]
    low = token.form.lower().rstrip(".")
    ahead = tokens[name.first - 2].form.lower() if name.first > 1 and low == "the" else low
    if ahead == "in" and not _owns(tokens, name):
        yield PLACE
    elif token.capital and low in _titles():
        yield from _person(low)
    elif low in _speech() and has_personal_form(name.text):
        yield PERSON
    elif token.form.islower() and token.form == token.lemma and _tells_of(token.lemma, name):
        yield from _sort(token.lemma)


def _after(tokens: Sequence[Token], name: Name) -> Iterator[str]:
    """ "Amsel, a bank", "Amsel is the oldest bank", "Dvorak, 41,", "Dvorak, who"."""
    lows = [token.form.lower() for token in tokens[name.last : name.last + 3]]
    if len(lows) < 3:
        return
    if lows[0] == "who" or lows[:2] == [",", "who"] or _is_age(lows):
        if not _is_led(tokens, name):  # "a man from Sarn, who"
            yield PERSON
    elif lows[0] in _speech() and has_personal_form(name.text):
        yield PERSON
    elif (lows[0] == "," or lows[0] in _IS) and lows[1] in _ARTICLES:
        yield from _called(tokens, name)


def has_personal_form(name: str) -> bool:
    """Has a name two or three words, the last of them no word for a body or a thing?"""
    words = name.split()
    lows = {word.lower() for word in words}
    formed = len(words) in {2, 3} and not words[-1].isupper() and "of" not in lows
    return formed and not lows & _offices() and not is_sort(words[-1].lower())


def _called(tokens: Sequence[Token], name: Name) -> Iterator[str]:
    """The noun at the end of the phrase behind the name and an article."""
    at = name.last + 2
    end = next(
        (i for i in range(at, min(len(tokens), at + _PHRASE)) if tokens[i].form.lower() in _ENDS),
        None,
    )
    if end is not None and end > at and _tells_of(tokens[end - 1].lemma, name):
        yield from _sort(tokens[end - 1].lemma)


def _tells_of(lemma: str, name: Name) -> bool:
    """Does the noun tell what the name stands for; beside a person's also "skier", "novelist"?"""
    return is_sort(lemma) or (has_personal_form(name.text) and _is_agent(lemma))


def _is_agent(lemma: str) -> bool:
    """A noun for who does something, by its ending."""
    formed = len(lemma) > _STEM and lemma.islower() and lemma.endswith(_AGENTS)
    return formed and lemma not in stopwords()


def _sort(lemma: str) -> Iterator[str]:
    if _is_human(lemma):
        yield from _person(lemma)
    yield lemma


def _is_human(lemma: str) -> bool:
    entry = noun_class(lemma)
    person = entry is not None and entry.kind == "person" and lemma not in _bodies()
    if entry is not None and (entry.generic or entry.state or entry.vague):
        return False  # "other", "dead": they stand beside all sorts of names
    doing = entry is None and _is_agent(lemma) and not _beside(lemma) and lemma not in _bodies()
    return person or doing or lemma in _sexes()


def _person(word: str) -> Iterator[str]:
    yield PERSON
    if word in _sexes():
        yield _sexes()[word]


def _is_age(lows: Sequence[str]) -> bool:
    first, number, last = lows
    return first == last == "," and number.isdecimal() and int(number[:4]) <= _AGE


def _is_led(tokens: Sequence[Token], name: Name) -> bool:
    """Does a preposition stand before the name?"""
    return name.first > 0 and tokens[name.first - 1].form.lower() in _LEADS


def _owns(tokens: Sequence[Token], name: Name) -> bool:
    return name.last < len(tokens) and tokens[name.last].form in {"'s", "’s", "'", "’"}


@cache
def _lexicon() -> Mapping[str, Any]:
    return load("referents")


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("names")["bodies"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("names")["offices"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(load("modality")["grammar"]["speech"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("names")["titles"])


@cache
def _forms() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in _lexicon()["forms"].items()}


@cache
def _sexes() -> dict[str, str]:
    rows = _lexicon()["sex"]
    return {**dict.fromkeys(rows["male"], HE), **dict.fromkeys(rows["female"], SHE)}


def _beside(word: str) -> frozenset[str]:
    """Words that may stand for the same thing as `word`."""
    return _families().get(word, frozenset())


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _lexicon()["sorts"]:
        general = set(row["general"])
        every = general.union(*row["special"])
        for word in general:
            found[word] |= every
        for special in row["special"]:
            for word in special:
                found[word] |= general.union(special)
    return {word: frozenset(words) for word, words in found.items()}
