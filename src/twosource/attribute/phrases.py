"""Find speakers by set phrases: "according to X", "Mayor: ...", "reportedly", "it is thought".

In:  a sentence and its tokens. Out: cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.provenance import is_source
from twosource.attribute.speakers import (
    BREAK,
    Tokens,
    is_plural,
    is_vague,
    phrase_right,
    spelt,
    words,
)

_HEADLINE: Final = re.compile(r"([A-Z][\w’'-]{1,24}(?: [\w’'-]{1,24}){0,2}): (?=\S+ \S)")
_TRANSCRIPT: Final = re.compile(r"([A-Z][\w’'.-]{1,24}(?: [A-Z][\w’'.-]{0,24}){1,3}): ")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_PER: Final = re.compile(
    r"(?:^Per|^As per|(?<=[,(–—] )(?:as )?per|(?<=\()(?:as )?per) (?=(?:the|an?|its|their|his|her) \w)|"
    r"(?:^As per|(?<=[,(–—] )(?:as )?per|(?<=\()(?:as )?per) (?=[A-Z])"
)
_APART: Final = 12  # characters between two phrases that each have a figure before them
_PARTING: Final = re.compile(
    r"(?:,| and| but| or)(?= (?:and |but |or )?(?:[\w’'-]{1,12} ){0,2}?(?:\d|[a-z]+(?:teen|ty|een)\b|[a-z]+ty-[a-z]+|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))"
)
_IN_LINE: Final = frozenset(
    {"according to", "per", "as per", "Per", "As per"}
)  # what is done so may be nobody's words


def in_phrases(text: str, tokens: Tokens) -> Iterator[Cue]:
    """Yield the cues of set phrases."""
    yield from _before(text, tokens)
    yield from _headline(text)
    yield from _told_by(text, tokens)
    yield from _adverbs(text)
    yield from _passives(text, tokens)


def _before(text: str, tokens: Tokens) -> Iterator[Cue]:
    """ "according to X": covers what stands between semicolons around it."""
    low = text.lower()
    hits = [(at, phrase) for phrase in sorted(words("before")) for at in _places(low, phrase)]
    hits += [(m.start(), m.group().strip()) for m in _PER.finditer(text)]
    for at, phrase in hits:
        behind = at + len(phrase)
        first = next((i for i, token in enumerate(tokens) if token.start >= behind), None)
        if first is None:
            continue
        span = phrase_right(tokens, first)
        speaker = spelt(text, tokens, span) if span else _unnamed(text, tokens, first)
        if speaker is None or (span and phrase in _IN_LINE and _rule(tokens, span)):
            continue
        if any(low.startswith(other, tokens[first].start) for other in words("before")):
            continue  # "according to a report by X": the inner phrase names him
        if {"not", "no", "never"} & set(low[max(0, at - 20) : at].split()):
            continue
        if span and phrase in words("before_named") and not is_source(text, tokens, span):
            continue
        vague = span is None or is_vague(speaker) or _unspecific(tokens, span)
        start, end = _sentence_part(text, at)
        start, end = _between_others(text, at, (start, end), [hit for hit, _ in hits])
        end_of = text.find(speaker, behind) + len(speaker)
        yield Cue(speaker, text[at:behind], start, end, vague, (at, end_of))


def _places(low: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands, from a word's beginning on."""
    at = low.find(phrase)
    while at >= 0:
        if not (at and low[at - 1].isalnum()):
            yield at
        at = low.find(phrase, at + 1)


def _between_others(text: str, at: int, part: tuple[int, int], hits: list[int]) -> tuple[int, int]:
    """ "Seven, according to X, and nine, according to Y": each answers for what stands before it.

    Only where both stand behind their figures; the stretch begins behind the name before.
    """
    start, end = part
    inside = sorted(hit for hit in hits if start <= hit < end)
    if not text[start : inside[0]].strip():  # "According to X 41 came, according to Y 38"
        later = [hit for hit in inside if hit > at + _APART and text[:hit].rstrip().endswith(",")]
        return (at if at > inside[0] + _APART else start), min(later, default=end)
    before = [hit for hit in hits if start <= hit < at - _APART]
    after = [hit for hit in hits if at + _APART < hit < end]
    if before and (comma := _parting(text, max(before), at)) > 0:
        start = comma
    if after and (comma := _parting(text, at, min(after))) > 0:
        end = comma
    return start, end


def _parting(text: str, first: int, second: int) -> int:
    """Where what the second answers for begins: at the comma or "and" before a figure; 0 if none."""
    found = [m.start() for m in _PARTING.finditer(text, first, second)]
    return found[-1] if found else 0


def _unspecific(tokens: Tokens, span: tuple[int, int]) -> bool:
    """ "residents", "people close to the player": a plural without a name or an article."""
    inside = [token for token in tokens[slice(*span)] if token.word]
    bare = all(token.form.islower() for token in inside) and (
        inside[0].form not in words("words.determiners")
    )
    return bare and (is_plural(inside[-1]) or is_plural(inside[0]))


def _rule(tokens: Tokens, span: tuple[int, int]) -> bool:
    """ "according to size", "according to the current standard": in line with it, nobody says."""
    inside = [token for token in tokens[slice(*span)] if token.word]
    head = next((i for i, t in enumerate(inside) if t.form == "of"), len(inside)) - 1
    named = any(token.capital for token in inside)
    return not named and (
        inside[head].lemma in words("in_line_with") or inside[0].lemma in words("in_line_with")
    )


def _unnamed(text: str, tokens: Tokens, first: int) -> str | None:
    """ "according to people close to him": words for nobody named."""
    last = first
    while last < len(tokens) and tokens[last].form.islower() and last - first < 8:
        last += 1
    if last == first or not (last == len(tokens) or tokens[last].form in BREAK):
        return None
    inside = tokens[first:last]
    known = any(token.lemma in words("vague") for token in inside)
    if known or any(is_plural(token) for token in (inside[0], inside[-1])):
        return text[inside[0].start : inside[-1].end]
    return None


def _sentence_part(text: str, at: int) -> tuple[int, int]:
    """The stretch between semicolons around a position."""
    end = text.find("; ", at)
    return text.rfind("; ", 0, at) + 1, len(text) if end < 0 else end


def _told_by(text: str, tokens: Tokens) -> Iterator[Cue]:
    """ "a figure given by X", "as estimated by X": a participle and who did so."""
    for index, token in enumerate(tokens[:-2]):
        low = token.form
        if tokens[index + 1].form != "by" or low not in words("told_by") | words("issued_by"):
            continue
        if tokens[index - 1].form in {"as", "As"} and low in {
            "reported",
            "quoted",
            "stated",
            "cited",
        }:
            continue  # a phrase of its own, "as reported by"
        before = {t.form.lower() for t in tokens[max(0, index - 10) : index]}
        if low in words("issued_by") and not before & words("figures"):
            continue
        span = phrase_right(tokens, index + 2)
        speaker = spelt(text, tokens, span) if span else ""
        if span and is_source(text, tokens, span):
            start, end = _sentence_part(text, token.start)
            place = (token.start, tokens[span[1] - 1].end)
            yield Cue(speaker, f"{low} by", start, end, is_vague(speaker), place)


def _headline(text: str) -> Iterator[Cue]:
    """ "Mayor: we will rebuild": a role before a colon; "Ada Lind: We lost 41" in an interview."""
    told = _TRANSCRIPT.match(text)
    if told and _FIRST_PERSON.search(text, told.end()):
        yield Cue(told.group(1), ":", told.end(), len(text), False, (0, told.end(1)))
        return
    found = _HEADLINE.match(text)
    who = found.group(1).split() if found else []
    role = who[-1].lower() if who else ""
    if found and len(text[found.end() :].split()) < 4:
        return
    if found and role in words("roles") and (len(who) == 1 or role not in words("works")):
        speaker = found.group(1)
        place = (0, found.end(1))
        yield Cue(speaker, ":", found.end(), len(text), is_vague(speaker), place)


def _adverbs(text: str) -> Iterator[Cue]:
    low = text.lower()
    for phrase in sorted(words("adverbs")):
        if (at := low.find(phrase)) >= 0:
            yield Cue(None, phrase, 0, len(text), True, (at, at + len(phrase)))


def _passives(text: str, tokens: Tokens) -> Iterator[Cue]:
    """ "it is thought that ...", "he is understood to have ...": nobody is named."""
    for index, token in enumerate(tokens):
        if index < 2 or token.form not in words("passive") | words("impersonal"):
            continue
        be = index - 1 - (tokens[index - 1].form.lower().endswith("ly"))
        if be < 1 or tokens[be].form.lower() not in words("words.be"):
            continue
        after = [t.form.lower() for t in tokens[index + 1 : index + 6]]
        subject = tokens[be - 1].form.lower()
        subject = tokens[be - 2].form.lower() if subject in {"has", "had", "been"} else subject
        if token.form not in words("passive"):
            if subject == "it" and after[:1] == ["that"]:
                phrase = text[tokens[be].start : token.end]
                yield Cue(None, phrase, 0, len(text), True, (tokens[be].start, token.end))
            continue
        if token.form == "supposed" and subject != "it" and after[:2] != ["to", "have"]:
            continue  # "the fans were supposed to draw it out": a duty
        if after[:1] == ["to"] or (
            subject == "it" and (token.form != "reported" or "that" in after)
        ):
            phrase = text[tokens[be].start : token.end]
            yield Cue(None, phrase, 0, len(text), True, (tokens[be].start, token.end))
