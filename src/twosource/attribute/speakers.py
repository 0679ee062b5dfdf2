"""Read the phrase that names a speaker, before or behind the word that shows him.

In:  tokens of a sentence and the index of the verb. Out: first and last token of the phrase;
None when what stands there cannot be a speaker.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from twosource.lexicon import load
from twosource.text import Token, stopwords, tokenize

Span = tuple[int, int]  # token indices: first, and the one after the last
Tokens = tuple[Token, ...]

QUOTES: Final = frozenset({'"', "“", "”", "„", "«", "»", "‘"})
BREAK: Final = frozenset({",", ";", ".", "(", ")", "[", "]", ":", "—", "–", "!", "?", *QUOTES})
_LONGEST: Final = 16  # tokens of a phrase
_ASIDE: Final = 16  # tokens between the commas around what is said of a speaker


@cache
def words(key: str) -> frozenset[str]:
    """A list of reporting.toml; "words.be" for one of its table `words`."""
    table, _, name = key.rpartition(".")
    data = load("reporting")
    return frozenset((data[table] if table else data)[name])


def phrase_left(tokens: Tokens, index: int) -> Span | None:
    """The phrase whose verb stands at `index`: "Falk also [said]", "X, who owns it, [said]"."""
    last = _over_helpers(tokens, index)
    if last is None:
        return None
    if last > 3 and tokens[last - 1].form == ")" and tokens[last - 3].form == "(":
        last -= 3 * tokens[last - 2].form[:4].isdigit()  # "Smith (2004) regards"
    if last and tokens[last - 1].form == ",":
        return _around_aside(tokens, last - 1)
    return _bare_left(tokens, last)


def _over_helpers(tokens: Tokens, index: int) -> int | None:
    """Step back over "has", "also", "recently"; None behind "not", "to" or a form of "be"."""
    while index:
        low = tokens[index - 1].form.lower()
        if low in words("words.be") or low in {"not", "never", "t", "to", "must", "should"}:
            return None
        if low not in words("words.between") and not (low.endswith("ly") and len(low) > 4):
            break
        if tokens[index - 1].capital and (index == 1 or tokens[index - 2].capital):
            break  # "Sport Today", "Shore Weekly": a part of the name
        index -= 1
    return index


def _bare_left(tokens: Tokens, last: int) -> Span | None:
    first = last
    while first and last - first < _LONGEST and _goes_on(tokens, first - 1, last):
        first -= 1
    if first and last - first >= _LONGEST:
        return None
    while last > first + 1 and tokens[last - 1].form in {"today", "yesterday", "tonight"}:
        last -= 1
    if first and tokens[first - 1].form.lower() in {"than", "what", "whatever"}:
        return None
    first = _without_opening(tokens, first, last)
    if named := _name_before(tokens, first):
        return named
    return (first, last) if _can_speak(tokens, first, last) else None


def _name_before(tokens: Tokens, first: int) -> Span | None:
    """ "Ada Brenner, an expert on mills and author of ‘Mills’ [says]": the comma is not closed."""
    if first < 3 or tokens[first - 1].form != "," or tokens[first].form not in {"a", "an"}:
        return None
    at = first - 1
    while at and tokens[at - 1].capital:
        at -= 1
    alone = at == 0 or tokens[at - 1].form in BREAK
    return (at, first - 1) if 2 <= first - 1 - at <= 4 and alone else None


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Does the phrase go on to the left over the token at `at`?"""
    form, low = tokens[at].form, tokens[at].form.lower()
    if form == "‘":
        return any(token.form == "’" for token in tokens[at + 1 : last])
    if form == "." and at:
        if tokens[at].end == tokens[at + 1].start and tokens[at + 1].form.islower():
            return True  # inside an address, "city.example"
        before = tokens[at - 1].form
        return before.lower() in words("words.titles") or (len(before) == 1 and before.isupper())
    if form in BREAK:
        return False
    if at + 1 < last and tokens[at + 1].form in words("words.articles"):
        return low in words("words.prepositions")
    if low == "and":
        after = tokens[at + 1] if at + 1 < last else None
        role = after and after.form.islower() and tokens[at + 2].form == "of"
        return bool(at and after and (role or (tokens[at - 1].capital and after.capital)))
    if low == "to":
        return at > 0 and tokens[at - 1].form in words("words.leads_to")
    return low not in words("words.stops") | words("words.be") or (
        low == "that" and at + 1 == last and at == 0
    )


def _without_opening(tokens: Tokens, first: int, last: int) -> int:
    """Skip "In his memoirs", "On Tuesday", "Yesterday" before the phrase itself."""
    if tokens[last - 1].form.lower() in words("words.pronouns") and last - first > 1:
        return last - 1
    if first >= last or tokens[first].form.lower() not in words("words.openers"):
        return first
    for at in range(last - 1, first, -1):
        low, before = tokens[at].form.lower(), tokens[at - 1].form.lower()
        if before in words("words.prepositions") and at - 1 > first:
            continue  # still inside what hangs on a noun before it
        if low in words("words.determiners") and before not in words("words.prepositions"):
            return at
        named = tokens[at].capital and low not in words("words.times")
        if named and not tokens[at - 1].capital and before not in words("words.determiners"):
            return at if before not in words("words.openers") else last
        if named and before in words("words.times"):
            return at
    alone = last - first == 2 and tokens[first + 1].form.islower() and is_plural(tokens[first + 1])
    return first if alone else first + 1 if last - first == 2 else last


def _around_aside(tokens: Tokens, comma: int) -> Span | None:
    """ "X, the mayor, [said]": X; "his lawyer, Nuala Keane, [told]": the name."""
    opening = comma - 1
    while opening >= 0 and tokens[opening].form not in BREAK - {"."}:
        opening -= 1
    if opening <= 0 or tokens[opening].form != "," or not 0 < comma - opening - 1 <= _ASIDE:
        return None
    who = _bare_left(tokens, opening)
    if who is None:
        return None
    aside = tokens[opening + 1 : comma]
    described = tokens[who[0]].form.islower() and not any(t.capital for t in tokens[slice(*who)])
    if len(aside) <= 4 and all(t.capital or not t.word for t in aside):
        return (opening + 1, comma) if described or not _is_name(tokens, who) else who
    return who


def _is_name(tokens: Tokens, span: Span) -> bool:
    """Two capitalised words in a row, or one in the middle of a sentence."""
    capitals = [t.capital for t in tokens[slice(*span)] if t.word]
    return sum(capitals) >= 2 or (span[0] > 0 and any(capitals))


def _can_speak(tokens: Tokens, first: int, last: int) -> bool:
    inside = [token for token in tokens[first:last] if token.word]
    if not inside or inside[0].form[0].isdigit():
        return False
    if inside[0].form.lower() in {"nobody", "none", "neither", "no"}:
        return False
    lows = [token.form.lower() for token in inside]
    if words("words.pronouns") & set(lows):
        return len(inside) == 1 and lows[0] != "you"
    if all(t.lemma in stopwords() and t.form.lower() not in words("vague") for t in inside):
        return False
    if lows[-1] in words("words.times") and len(inside) < 3:
        return False
    return (
        any(token.capital for token in inside)
        or lows[0] in words("words.determiners")
        or is_plural(inside[-1])
        or lows[-1] in words("roles")
    )


def is_plural(token: Token) -> bool:
    """Is it a plural noun, as far as its form tells?"""
    return token.form.islower() and token.form != token.lemma and token.form.endswith("s")


def phrase_right(tokens: Tokens, first: int) -> Span | None:
    """The phrase that begins at `first`: "said [Lind]", "according to [the treasurer]"."""
    last = first
    while last < len(tokens) and last - first < _LONGEST and not _ends(tokens, first, last):
        last += 1
    return (first, last) if last > first and _can_speak(tokens, first, last) else None


def _ends(tokens: Tokens, first: int, at: int) -> bool:
    form, low = tokens[at].form, tokens[at].form.lower()
    if form == ".":
        before = tokens[at - 1].form if at > first else ""
        if at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start and tokens[at + 1].word:
            return False  # inside an address, "city.example"
        return not (
            before.lower() in words("words.titles") or (len(before) == 1 and before.isupper())
        )
    if form in BREAK:
        return True
    if low == "and":
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return not (after and after.capital and at > first and tokens[at - 1].capital)
    if low == "to" and at > first and tokens[at - 1].form in words("words.leads_to"):
        return False
    if at > first and low in {"today", "yesterday"} and tokens[at].capital:
        return not tokens[at - 1].capital  # "Sport Today"
    if low in {"quoted", "cited"} or (
        at > first and low[0].isdigit() and tokens[at - 1].form.lower() not in words("words.times")
    ):
        return True
    if at > first and low in {"the", "a", "an"}:
        return tokens[at - 1].form not in words("words.prepositions")
    if low == "at":
        return at > first and tokens[at - 1].capital and at - first > 1
    return (
        at > first or low not in {"this", "it", "he", "she", "they", "we", "i"}
    ) and low in words("words.ends")


def is_vague(speaker: str) -> bool:
    """Does the phrase name nobody in particular ("officials", "people close to him")?"""
    tokens = [token for token in tokenize(speaker.lower()) if token.word]
    lows = [token.lemma for token in tokens]
    content = [word for word in lows if word not in stopwords() or word in words("vague")]
    named = any(word[:1].isupper() for word in speaker.split()[1:])
    return not named and (
        not content or any(w in words("vague") for w in (*lows, *speaker.lower().split()))
    )


def is_named(speaker: str) -> bool:
    """Does the phrase hold a name?"""
    return any(word[:1].isupper() for word in speaker.split()[1:]) or (
        speaker[:1].isupper() and not speaker.lower().startswith(("the ", "a ", "an "))
    )


def spelt(text: str, tokens: Tokens, span: tuple[int, int]) -> str:
    """The phrase as written."""
    return text[tokens[span[0]].start : tokens[span[1] - 1].end]


def head_of(tokens: Tokens, span: tuple[int, int]) -> Token:
    """The noun of a phrase: the word before the first preposition."""
    inside = [token for token in tokens[slice(*span)] if token.word]
    ends = (
        i for i, t in enumerate(inside) if i and t.form in {"of", "for", "from", "in", "on", "by"}
    )
    return inside[next(ends, len(inside)) - 1]
