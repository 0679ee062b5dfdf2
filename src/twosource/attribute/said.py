"""Tell whether a verb has something said beside it, as far as it needs that to show a speaker.

In:  tokens of a sentence, the index of a verb, the phrase of its subject. Out: yes or no.
"Participants found the tablets hard" says nothing; "the court found that ..." does.
"""

from __future__ import annotations

from typing import Final

from twosource.attribute.giving import gives
from twosource.attribute.speakers import BREAK, QUOTES, Tokens, head_of, is_named, spelt, words

FAR: Final = 14  # tokens a verb is looked ahead of for what is said
_FINDING: Final = frozenset({"find", "show", "indicate", "reveal", "demonstrate"})
_CLOSINGS: Final = frozenset({",", "”", '"', "–", "—", "’", "'", "“", "»"})


def says_something(text: str, tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """Does the verb have something said beside it, as far as it needs that?"""
    lemma, lows = tokens[index].lemma, _lows(_after(tokens, index))
    if lemma in words("of_verbs"):
        return lows[:1] == ["of"]
    if lemma in words("naming"):
        return _names(lemma, lows)
    if _as_clause(tokens, index, span) or _opens_quotation(lows):
        return True
    if _stands_behind(tokens, index, span) or gives(tokens, index, span):
        return True
    if lemma not in words("verbs") | words("clause"):
        return lemma in words("strict") and _says_that(tokens, index)
    if lemma in _FINDING:
        return _finds(text, tokens, index, span)
    return _tells(text, tokens, index, span)


def _after(tokens: Tokens, index: int) -> Tokens:
    return tokens[index + 1 : index + 1 + FAR]


def _lows(tokens: Tokens) -> list[str]:
    return [token.form.lower() for token in tokens]


def _names(lemma: str, lows: list[str]) -> bool:
    """ "Called it the miss of the century", "described as", "deemed the plan unlawful"."""
    near = lows[: lows.index(".")] if "." in lows else lows
    opinion = lemma in {"consider", "regard", "deem", "denounce"} and len(near) > 2
    named = lemma in {"call", "label", "brand", "pronounce"} and _names_it(near)
    told = lemma == "describe" and near[:1] and near[0] in words("words.told")
    return bool(QUOTES & set(near) or "as" in near[:12] or opinion or named or told)


def _opens_quotation(lows: list[str]) -> bool:
    """Is what is said quoted right behind the verb?"""
    if not lows:
        return False
    return lows[0] in QUOTES or (lows[0] in ":," and bool(QUOTES & set(lows[:3])))


def _stands_behind(tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """ "The gate is older, the museum says.": what is said stands before its speaker."""
    if not span[0] or tokens[span[0] - 1].form not in _CLOSINGS:
        return False
    lemma = tokens[index].lemma
    noun = lemma in words("nouns") and lemma in words("strict")
    return closes(tokens, index) and _lows(_after(tokens, index))[:1] != ["to"] and not noun


def _finds(text: str, tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """ "The audit found ...", "the minister showed that ...": a work, or with "that" anybody."""
    if tokens[span[0]].form.lower() in {"its", "their", "his", "her", "our", "my"}:
        return False  # "the dairy said its own records showed": the dairy says so
    if head_of(tokens, span).lemma in words("works"):
        return True
    pronoun = spelt(text, tokens, span).lower() in words("words.pronouns")
    return _lows(_after(tokens, index))[:1] == ["that"] and not pronoun


def _tells(text: str, tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """A verb of saying: with a clause behind it, or of those that need none."""
    lemma, after = tokens[index].lemma, _after(tokens, index)
    lows = _lows(after)
    if has_that(lows) or has_clause(after) or _tells_that(lemma, lows):
        return True
    if lemma == "put":
        return lows[:1] == ["it"] and tokens[span[0] - 1].form.lower() == "as"
    if lemma == "report":
        return is_named(spelt(text, tokens, span)) or bool(after and after[0].form[0].isdigit())
    return lemma in words("verbs") and _free(lemma, lows)


def _as_clause(tokens: Tokens, index: int, span: tuple[int, int]) -> bool:
    """ "As the Post wrote, 41 ...", "41, as the Post noted"."""
    before = tokens[span[0] - 1].form.lower() if span[0] else ""
    after = tokens[index + 1].form if index + 1 < len(tokens) else "."
    saying = words("verbs") | words("clause")
    return before == "as" and after in BREAK and tokens[index].lemma in saying


def _says_that(tokens: Tokens, index: int) -> bool:
    """Verbs of doing as well as saying: only "that" or a pronoun's clause behind them counts."""
    after = _after(tokens, index)
    lows = _lows(after)
    if tokens[index].lemma == "point":
        return lows[:1] == ["out"] and (has_that(lows[1:]) or len(lows) < 2 or lows[1] in BREAK)
    pronoun = lows[:1] and lows[0] in words("words.subjects") - {"it"}
    return (
        has_that(lows)
        or _tells_that(tokens[index].lemma, lows)
        or bool(pronoun and has_clause(after))
    )


def _tells_that(lemma: str, lows: list[str]) -> bool:
    """ "assured the House that", "warned ministers that": to whom, then "that"."""
    stop = next((i for i, low in enumerate(lows) if low in BREAK), len(lows))
    return lemma in words("hearers") and "that" in lows[: min(stop, 8)]


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


def _names_it(near: list[str]) -> bool:
    """ "called it the miss of the century": not "called her a taxi"."""
    fetched = {"taxi", "cab", "ambulance", "doctor", "lift"}
    pronouns = {"it", "him", "her", "them", "this", "us", "me"}
    return (
        near[:1] != []
        and near[0] in pronouns
        and (len(near) > 2 and near[1] in words("words.articles") and not fetched & set(near[:5]))
    )


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
    relatives = {"who", "which", "when", "that", "where", "whose"}
    relative = next((i for i, low in enumerate(near) if i and low in relatives), len(near))
    return any(low in words("words.finite") for low in near[1:relative])


def closes(tokens: Tokens, index: int) -> bool:
    """Is the verb the last word of its clause, or followed by when and where it was said?"""
    after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else "."
    return after in BREAK or after in words("words.when")
