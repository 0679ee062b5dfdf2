"""Find speakers by verbs: "X said", "..., said X", "X was quoted as saying", "adding that".

In:  a sentence and its tokens. Out: cues with the stretch each answers for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.attribute.cue import Cue
from twosource.attribute.gapped import in_turn
from twosource.attribute.giving import is_figure, is_text
from twosource.attribute.said import FAR, has_clause, has_that, says_something
from twosource.attribute.speakers import (
    BREAK,
    QUOTES,
    Tokens,
    is_named,
    is_vague,
    phrase_left,
    phrase_right,
    spelt,
    words,
)
from twosource.text import lemma

_APPOSED: Final = re.compile(r", ([A-Z][\w.&'’-]{1,30}(?: [A-Z][\w.&'’-]{1,30}){0,3}),")


def by_verbs(text: str, tokens: Tokens) -> Iterator[Cue]:
    """Yield the cues of verbs, and of participles that go on behind one."""
    verbs = [part for cue in _verbs(text, tokens) for part in in_turn(text, tokens, cue)]
    yield from verbs
    yield from _going_on(text, tokens, verbs)


def _verbs(text: str, tokens: Tokens) -> Iterator[Cue]:
    for index, token in enumerate(tokens):
        if not token.form.islower() or not index:
            continue
        if quoted := _quoted_as(tokens, index):
            yield _cue(text, tokens, quoted, index, index + 3)
        elif _is_verb(tokens, index):
            yield from _of_verb(text, tokens, index)


def _quoted_as(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """ "X was quoted as saying": X, although the verb is passive."""
    low = [t.form.lower() for t in tokens[index : index + 3]]
    if low[1:] != ["as", "saying"] or low[0] not in {"quoted", "cited", "recorded"}:
        return None
    at = index
    while at and tokens[at - 1].form.lower() in words("words.be") | {"has", "have", "had", "also"}:
        at -= 1
    return phrase_left(tokens, at) if at < index else None


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Is it one of the verbs, and no noun or participle in the same form?"""
    token = tokens[index]
    known = _known()
    if token.form.endswith("ing") or token.lemma not in known or _takes_lives(tokens, index):
        return False
    before = tokens[index - 1].form.lower()
    if before in words("words.determiners") - words("vague") - {"all", "both", "most", "this"}:
        return False
    after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else ""
    if before in {"some", "many", "other", "most"} and token.form in {
        "informed",
        "reported",
        "alleged",
    }:
        return False  # "some informed sources"
    if token.form.endswith("ed") and _is_participle(token.form, after):
        return False
    noun = token.lemma in words("nouns") and token.form in {token.lemma, f"{token.lemma}s"}
    if noun and (
        before in {"’s", "'s", "of", "for", "in", "by", "no"} or after in words("words.of_nouns")
    ):
        return False
    if noun and before[0].isdigit() and not tokens[index - 2].capital:
        return False  # "14 votes"; but "Channel 4 reports"
    if noun and is_figure(tokens[index - 1 : index]):
        return False  # "seventeen claims"
    if noun and _lists_there(tokens, index):
        return True
    return not (noun and (_is_noun_there(tokens, index) or not _agrees(tokens, index)))


def _lists_there(tokens: Tokens, index: int) -> bool:
    """ "The airline's website lists 118 flights": a text behind its owner, then a figure."""
    third = tokens[index].form == f"{tokens[index].lemma}s" and tokens[index].lemma in {
        "list",
        "count",
    }
    return third and is_text(tokens[index - 1]) and is_figure(tokens[index + 1 : index + 1 + FAR])


@cache
def _known() -> frozenset[str]:
    lists = (
        "verbs",
        "clause",
        "strict",
        "naming",
        "of_verbs",
        "at_verbs",
        "to_verbs",
        "count_verbs",
    )
    return frozenset().union(*map(words, lists))


def _is_participle(form: str, after: str) -> bool:
    """ "estimated to number", "quoted by", "expected later": what is done to the words before."""
    if after == "by" or (after == "as" and lemma(form) in words("naming")):
        return True
    passive = form in words("passive") | {"expected", "anticipated", "asked", "advised", "urged"}
    return passive and after in {"to", "later", "in", "next", "this", "at", "as"}


def _agrees(tokens: Tokens, index: int) -> bool:
    """ "they report", "would report"; "a blog post" is no verb: its subject would be singular."""
    before, low = tokens[index - 1], tokens[index - 1].form.lower()
    if tokens[index].form != tokens[index].lemma or tokens[index].lemma in {"put", "read"}:
        third = tokens[index].form == f"{tokens[index].lemma}s"
        return not (third and before.form.islower() and low.endswith("s") and before.lemma != low)
    several = before.form.endswith("s") and before.lemma != low
    plural = several or low in {"they", "we", "i", "you", "people", "police", "who"}
    pair = index > 2 and before.capital and tokens[index - 2].form == "and"
    named = before.capital and any(t.form == "and" for t in tokens[max(0, index - 5) : index - 1])
    return plural or pair or named or low in words("words.between")


def _is_noun_there(tokens: Tokens, index: int) -> bool:
    """ "the police say in their final report": a possessive or "in" stands close before."""
    near = [token.form.lower() for token in tokens[max(0, index - 2) : index]]
    owners = {"their", "its", "his", "her", "our", "my", "your", "’s", "'s"}
    return bool(owners & set(near))


def _takes_lives(tokens: Tokens, index: int) -> bool:
    """ "The fire claimed 40 lives" says nothing of who says so."""
    after = {token.form.lower() for token in tokens[index + 1 : index + 9]}
    taken = {"life", "lives", "victim", "victims", "credit", "prize", "title", "medal"}
    return tokens[index].lemma == "claim" and bool(after & taken)


def _of_verb(text: str, tokens: Tokens, index: int) -> Iterator[Cue]:
    if tokens[index].form == "claimed" and tokens[index - 1].form == "which":
        return
    span = phrase_left(tokens, index)
    if span is None or _speaker_behind(tokens, index):
        if _after_quote(tokens, index) and _inverts(tokens, index):
            right = phrase_right(tokens, index + 1)
            if right and _may_follow(text, tokens, index, right):
                yield _cue(text, tokens, right, index, right[1])
        return
    if says_something(text, tokens, index, span):
        yield _cue(text, tokens, span, index, index + 1)


def _speaker_behind(tokens: Tokens, index: int) -> bool:
    """ "..., it sounded, says Janet Rowe, ...": between commas the name stands behind."""
    if tokens[index].lemma != "say" or tokens[index - 1].form != ",":
        return False
    right = phrase_right(tokens, index + 1)
    return right is not None and (right[1] == len(tokens) or tokens[right[1]].form in BREAK)


def _cue(text: str, tokens: Tokens, span: tuple[int, int], index: int, last: int) -> Cue:
    start, end = _covered(text, tokens, index, inverted=span[0] > index)
    speaker = spelt(text, tokens, span)
    for opening in sorted(words("before")):
        if speaker.lower().startswith(opening + " "):
            speaker = speaker[len(opening) + 1 :]
    behind = _APPOSED.match(text, tokens[span[1] - 1].end)
    if behind and speaker[0].islower() and not is_named(speaker):
        speaker = behind.group(1)  # "says the operator, Tarrow Crossings, ..."
    places = (tokens[min(span[0], index)].start, tokens[max(last, span[1]) - 1].end)
    vague = is_vague(speaker)
    return Cue(speaker, tokens[index].form, start, end, vague, places, _hearer(text, tokens, index))


def _hearer(text: str, tokens: Tokens, index: int) -> str | None:
    """ "X told the Evening Line that": whom he told it, when that is a name."""
    if tokens[index].lemma != "tell" or index + 1 == len(tokens):
        return None
    span = phrase_right(tokens, index + 1)
    hearer = spelt(text, tokens, span) if span else ""
    return hearer if hearer and is_named(hearer) else None


def _after_quote(tokens: Tokens, index: int) -> bool:
    """ "...", said X: the verb follows a quotation or a comma."""
    mark = tokens[index - 1]
    if mark.form in {",", '"', "”", "’", "»"}:
        return True
    if mark.form in {"“", "„"}:  # the wrong way round: a space follows
        return mark.end < tokens[index].start
    return mark.form == "'" and index > 2 and tokens[index - 2].form in {",", ".", "!", "?", "'"}


def _inverts(tokens: Tokens, index: int) -> bool:
    """May the speaker stand behind this verb?"""
    lemma = tokens[index].lemma
    return lemma not in words("naming") | {"put", "show", "hold", "tell"} and index > 2


def _may_follow(text: str, tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """Without a quotation before, only a name, or anybody who "said" it: not "wrote a book"."""
    quote = QUOTES | {"’", "'"}
    closed = tokens[index - 1].form in quote or tokens[index - 2].form in quote
    return closed or tokens[index].lemma == "say" or is_named(spelt(text, tokens, span))


def _going_on(text: str, tokens: Tokens, verbs: list[Cue]) -> Iterator[Cue]:
    """ "..., adding that ...": the same speaker goes on."""
    for index, token in enumerate(tokens):
        if not index or token.form not in words("going_on") or tokens[index - 1].form != ",":
            continue
        lows = [t.form.lower() for t in tokens[index + 1 : index + 8]]
        said = [cue for cue in verbs if cue.place[1] <= token.start]
        if said and (has_that(lows) or has_clause(tokens[index + 1 : index + 1 + FAR])):
            yield replace(
                said[-1], words=token.form, start=token.end, end=len(text),
                place=(token.start, token.end), hearer=None,
            )  # fmt: skip


def _begins_clause(tokens: Tokens, at: int) -> bool:
    """Does what is said begin right behind "said"? Not "said on Tuesday", "said through a spokesman"."""
    if at >= len(tokens) or tokens[at].form in BREAK:
        return False
    low = tokens[at].form.lower()
    if low.endswith("ly") or low in words("words.times"):
        return False
    around = words("words.when") | words("words.prepositions") | {"again", "via", "so", "when"}
    ahead = tokens[at : at + FAR]
    return low not in around or has_that([t.form.lower() for t in ahead])


def _covered(text: str, tokens: Tokens, index: int, *, inverted: bool) -> tuple[int, int]:
    """A verb after its words answers for what stands before it, else for what follows."""
    rest = [t for t in tokens[index + 1 : index + 9] if t.word]
    if tokens[index].lemma == "say" and not inverted and _begins_clause(tokens, index + 1):
        return tokens[index].end, len(text)
    closes = not rest or len(text) - tokens[index].end < 45
    subject = index
    while subject > 0 and tokens[subject - 1].form not in BREAK:
        subject -= 1
    after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else "."
    parted = after in BREAK or after in words("words.when")
    if closes or (
        parted
        and subject > 0
        and tokens[subject - 1].form in {",", "”", '"'}
        and index - subject <= 7
    ):
        before = tokens[subject].start
        if before > 15 or not rest:
            return 0, before
    return tokens[index].end, len(text)
