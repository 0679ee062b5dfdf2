"""Find which names stand for one entity by a safe rule; stated.py reads what a sentence says.

In:  the names of a corpus, how often each is written, and which stand in one sentence.
Out: alias links, each with the rule and the words behind it. Two people who share a
surname, or a body and its part, are never joined: a shorter name joins a longer one
only when it is the only candidate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from twosource.extract.entities.joints import words
from twosource.extract.entities.names import Name
from twosource.lexicon import load
from twosource.model import Alias, Sentence
from twosource.text import Token, fold, known_word, lemma

Pair = frozenset[str]  # two folded names
SPELLING: Final = 88.0  # whole-name similarity of two spellings; each word at least 75
_WORD: Final = 75.0
_SOUNDS: Final = (  # how a first sound is written in other romanisations
    ("kh", "h"), ("q", "k"), ("c", "k"), ("ye", "e"), ("yo", "io"), ("yu", "iu"), ("ju", "iu"),
    ("ya", "ia"), ("ja", "ia"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("w", "v"), ("ts", "z"),
    ("tz", "z"), ("u", "ou"),
)  # fmt: skip
_SHIP: Final = 2  # words of "MV Aldora"
_FULL: Final = 3  # words of a full name at most


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence with its tokens and names; `document` is its document's path."""

    sentence: Sentence
    document: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]


def fits_initials(short: str, long: str) -> bool:
    """Tell whether `short` ("FSD", "MoR") is made of the initials of `long` in order."""
    letters = [char for char in short if char.isalpha()]
    parts = [word for word in fold(long).split() if word]
    if not (2 <= len(letters) <= 8 and len(parts) >= 2) or " " in short:
        return False
    if not short.replace(".", "").isupper():
        return _fits_mixed(letters, long)
    initials = iter(word[0] for word in parts)
    return all(letter.lower() in initials for letter in letters)


def _fits_mixed(letters: Sequence[str], long: str) -> bool:
    """ "MoR", "MdF": every word has its letter, small words a small one."""
    initials = [word[0] for word in long.replace("’", "'").split() if word[0].isalpha()]
    return sum(letter.isupper() for letter in letters) > 1 and list(letters) == initials


def similar(left: str, right: str) -> bool:
    """Tell whether two names are spellings of one: as many words, each word close.

    Thresholds chosen so that different first names or compass points never pass.
    """
    one, two = fold(left), fold(right)
    if one == two:
        return True
    ones, twos = one.split(), two.split()
    if len(ones) != len(twos) or (one[:1] != two[:1] and not _swapped(one, two)):
        return False
    if one.startswith(two) or two.startswith(one):
        return False  # a country and its people, a word and its plural
    if len(ones) > 1 and not _one_ending(ones[0], twos[0]):
        return False  # Marie and Maria Lund
    if min(len(one), len(two)) < 7 or any(char.isdigit() for char in one + two):
        return False
    if any(fuzz.ratio(a, b) < _WORD for a, b in zip(ones, twos, strict=True)):
        return False
    floor = SPELLING if len(ones) > 1 else 90.0
    return fuzz.ratio(one, two) >= floor or (_swapped(one, two) and fuzz.ratio(one, two) >= 84.0)


def _one_ending(one: str, two: str) -> bool:
    """Do two first names end in one letter, "y" being "i"? Another last vowel is another person."""
    ends = [name.rstrip("h").replace("y", "i").rstrip("i")[-1:] for name in (one, two)]
    last = [name[-1:].replace("y", "i") for name in (one, two)]
    return last[0] == last[1] or (ends[0] == ends[1] and not set("aeou") & set(last))


def _swapped(one: str, two: str) -> bool:
    """Beginnings that transliteration swaps ("Qalimar", "Kalimar"; "Yevgeny", "Evgeni")."""
    return one[:1] != two[:1] and _romanised(one) == _romanised(two)


def _romanised(name: str) -> str:
    """The first two sounds of a name, however they are written."""
    for written, sound in _SOUNDS:
        if name.startswith(written):
            return (sound + name[len(written) :])[:2]
    return name[:2]


def inferred(counts: Counter[str], beside: Container[Pair] = frozenset()) -> Iterable[Alias]:
    """Yield aliases no sentence states: initials, spelling, a firm's or person's short form.

    Args:
        counts: How often each name is written.
        beside: Folded names that stand in one sentence, so that they are two.
    """
    names = sorted(counts, key=lambda name: (-counts[name], name))
    spelled = [link for link in _by_spelling(names) if _pair(link) not in beside]
    yield from _by_initials(names, counts)
    yield from spelled
    yield from _by_shorter(names, counts)
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


def _pair(link: Alias) -> Pair:
    return frozenset((fold(link.name), fold(link.canonical)))


def _by_shorter(names: Sequence[str], counts: Counter[str]) -> Iterable[Alias]:
    """ "Kelbury Water" for "Kelbury Water plc", "John Lund" for "John F. Lund": where one fits."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (short := _shortened(name)) is not None:
            longer[fold(short)].add(name)
    for name in names:
        fits = sorted(longer.get(fold(name), ()), key=lambda long: (-counts[long], long))
        if len({fold(long) for long in fits}) == 1:
            yield Alias(name, fits[0], "short-form", f"{name} = {fits[0]}")


def _shortened(name: str) -> str | None:
    """The name without the sort of firm at its end or the initials inside; None when it has none."""
    parts = name.split()
    while len(parts) > 1 and parts[-1].rstrip(".") in words("firms"):
        parts = parts[:-1]
    inner = [part for part in parts[1:-1] if not _is_initial(part)]
    short = [parts[0], *inner, *parts[1:][-1:]]
    return " ".join(short) if len(short) < len(name.split()) else None


def _is_initial(part: str) -> bool:
    return len(part.rstrip(".")) == 1 and part[0].isupper()


def _by_spelling(names: Sequence[str]) -> Iterable[Alias]:
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in names:
        key = fold(name)
        if len(key) >= 7:
            buckets[(len(key.split()), _romanised(key)[:1])].append(name)
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
    """A lone surname, or one with initials, stands for the only full name that ends in it."""
    full: dict[str, dict[str, str]] = defaultdict(dict)
    vessels = {fold(word) for word in _vessels()}
    for name in names:
        if _is_full(name):
            base = fold(_shortened(name) or name)
            full[fold(name.split()[-1])].setdefault(spelled.get(base, base), name)
    for name in names:
        parts = name.split()
        longer = full.get(fold(parts[-1]), {})
        fits = {base: long for base, long in longer.items() if _initials_fit(parts[:-1], long)}
        ship = any(base.split()[0] in vessels for base in fits)
        common = len(parts) == 1 and (known_word(lemma(name)) or known_word(name))
        if len(fits) == 1 and not (common and not ship):
            (target,) = fits.values()
            yield Alias(name, target, "last-word", f"{name} = {fold(target)}")


def _is_full(name: str) -> bool:
    """ "Petr Dvorak", "John F. Lund", "MV Aldora"; neither "M. Dvorak" nor "PETR DVORAK"."""
    parts = name.split()
    plain = parts[1:] if len(parts) == _SHIP and parts[0] in _vessels() else parts
    plain = plain[:1] + [part for part in plain[1:] if not _is_initial(part)]
    named = all(part[0].isupper() and not part.isupper() for part in plain)
    return 2 <= len(parts) <= _FULL and named


def _initials_fit(initials: Sequence[str], long: str) -> bool:
    """No first name at all, or initials that a full name begins with ("M. Dvorak")."""
    if not all(_is_initial(part) for part in initials):
        return False
    firsts = long.split()[:-1]
    return len(initials) <= len(firsts) and all(
        fold(one)[:1] == fold(two)[:1] for one, two in zip(initials, firsts, strict=False)
    )
