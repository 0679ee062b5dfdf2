"""Find the names in a statement: words with a capital where no sentence asks for one.

In:  a statement and its words. Out: runs of words.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.text import Token, known_word, stopwords


def is_name(text: str, token: Token) -> bool:
    """Is it written with a capital though no sentence begins there?"""
    plain = token.lemma in stopwords() or token.form.lower() in stopwords()
    return token.capital and not plain and not opens(text, token.start)


def opens(text: str, start: int) -> bool:
    """Does a sentence begin here?"""
    before = text[max(0, start - 8) : start].rstrip(" \t\n\"“‘'(")
    return not before or before[-1] in ".!?:;|"


def names_in(text: str, words: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Runs of neighbouring words with a capital; a word that opens a sentence counts when it is
    no word of the dictionary, or when another name follows it.
    """
    runs: list[list[Token]] = []
    for index, token in enumerate(words):
        if not (is_name(text, token) or _opening_name(text, words, index)):
            continue
        if runs and runs[-1][-1].end + 1 >= token.start:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [tuple(run) for run in runs]


def _opening_name(text: str, words: Sequence[Token], index: int) -> bool:
    token = words[index]
    if not token.capital or not opens(text, token.start) or token.lemma in stopwords():
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    followed = after is not None and after.start == token.end + 1 and is_name(text, after)
    return followed or not known_word(token.form)
