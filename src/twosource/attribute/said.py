"""Tell whether a verb has something said beside it, as far as it needs that to show a speaker.

In:  tokens of a sentence, the index of a verb, the phrase of its subject. Out: yes or no.
"Participants found the tablets hard" says nothing; "the court found that ..." does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from twosource.attribute.speakers import BREAK, QUOTES, Tokens, head_of, is_named, spelt, words

FAR: Final = 14  # tokens a verb is looked ahead of for what is said


def says_something(text: str, tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """Does the verb have something said beside it, as far as it needs that?"""
    lemma = tokens[index].lemma
    after = tokens[index + 1 : index + 1 + FAR]
    lows = [token.form.lower() for token in after]
    if lemma in words("naming"):
        near = lows[: lows.index(".")] if "." in lows else lows
        opinion = lemma in {"consider", "regard", "deem", "denounce"} and len(near) > 2
        return bool(QUOTES & set(near)) or "as" in near[:12] or opinion
    quoted = bool(lows) and (
        lows[0] in QUOTES or (lows[0] in ":," and bool(QUOTES & set(lows[:3])))
    )
    behind = (
        closes(tokens, index)
        and lows[:1] != ["to"]
        and tokens[span[0] - 1].form in {",", "”", '"', "–", "—", "’"}
    )
    if quoted or (behind and span[0] > 0):
        return True
    subject = spelt(text, tokens, span)
    if lemma in {"find", "show", "indicate", "reveal", "demonstrate"}:
        if tokens[span[0]].form.lower() in {"its", "their", "his", "her", "our", "my"}:
            return False  # "the dairy said its own records showed": the dairy says so
        works = head_of(tokens, span).lemma in words("works")
        return works or (lows[:1] == ["that"] and subject.lower() not in words("words.pronouns"))
    if has_that(lows) or has_clause(after):
        return True
    if lemma == "put":
        as_he = lows[:1] == ["it"] and tokens[span[0] - 1].form.lower() == "as"
        return as_he or _puts_at(after)
    if lemma == "report":
        return is_named(subject) or bool(after and after[0].form[0].isdigit())
    return lemma in words("verbs") and _free(lemma, lows)


def _puts_at(after: Tokens) -> bool:
    """ "puts the number at 40", "between 5 and 10": a figure right behind the preposition."""
    places = words("words.puts_at")
    return any(
        one.form in places and two.form[0].isdigit() for one, two in pairwise(after[:11])
    ) and not any(token.form in BREAK for token in after[:2])


def _free(lemma: str, lows: list[str]) -> bool:
    """Verbs that need no clause, but for readings that say nothing."""
    if lemma == "tell":
        return lows[1:2] == ["that"] or not {
            "story",
            "stories",
            "tale",
            "time",
            "difference",
            "truth",
        } & set(lows[:6])
    if lemma == "write":
        return not lows or lows[0] in {"in", "on", "of", "to", "about"} | words("words.when")
    if lemma == "state":
        return bool(lows)
    return lows[:1] != ["for"] or lemma in {"hope", "fear"}


def has_that(lows: list[str]) -> bool:
    """ "that" right behind the verb, or behind when, where or to whom it is said."""
    if not lows or lows[0] in words("words.clauses"):
        return bool(lows)
    stop = next((i for i, low in enumerate(lows) if low in BREAK), len(lows))
    return "that" in lows[: min(stop, 8)] and (
        lows[0] in words("words.when") | {"me", "us", "him", "her", "them", "reporters"}
        or lows[0].endswith("ly")
    )


def has_clause(after: Tokens) -> bool:
    """Does a clause with a subject and a finite verb follow?"""
    lows = [token.form.lower() for token in after]
    stop = next(
        (i for i, low in enumerate(lows) if low in BREAK or low in {"and", "or"}), len(lows)
    )
    near = lows[:stop]
    if len(near) > 2 and near[0] in words("words.subjects"):
        return near[0] != "it" or near[1] not in {"in", "on", "at", "to", "as", "for"}
    relative = next((i for i, low in enumerate(near) if low in {"who", "which", "when"}), len(near))
    return any(low in words("words.finite") for low in near[1:relative])


def closes(tokens: Tokens, index: int) -> bool:
    """Is the verb the last word of its clause, or followed by when and where it was said?"""
    after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else "."
    return after in BREAK or after in words("words.when")
