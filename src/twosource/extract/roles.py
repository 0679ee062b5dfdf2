"""Read who holds which office: "Mayor Anton Brezik", "led by A. Kettering", "Engineer: H. Reisz".

In:  a frame. Out: event mentions whose value is the holder, one for each office named in the
sentence. The offices stand in roles.toml. That two sources name one holder is agreement; that
they name two is none of our business, for offices change hands and there are deputies.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.extract.cells import is_row
from twosource.extract.entities import Entities, Name
from twosource.extract.events import EventMention
from twosource.extract.frames import Frame
from twosource.extract.senses import SenseHit
from twosource.extract.state import bodies
from twosource.lexicon import load
from twosource.model import EventValue
from twosource.text import fold

PREFIX: Final = "role:"
_LONGEST: Final = 4  # words of an office
_BEHIND: Final = 4  # tokens between a name's comma and the office that follows it
_FILLERS: Final = frozenset(
    {"the", "a", "an", "its", "their", "our", "her", "his", "then", "former"}
)
_HELD: Final = frozenset({"of", "at", "for"})
_TITLES: Final = frozenset({"prof", "professor", "dr", "mr", "ms", "mrs", ""})
_BE: Final = frozenset({"is", "was", "as"})


def read_roles(frame: Frame, entities: Entities) -> tuple[EventMention, ...]:
    """Return the holders of offices that one sentence names, by position."""
    found: dict[str, EventMention] = {}
    for name in frame.named.names:
        if not _personal(frame, name, entities):
            continue
        for role in _roles_of(frame, name):
            found.setdefault(role, _mention(frame, name, role, entities))
    return tuple(sorted(found.values(), key=lambda mention: mention.start))


def _roles_of(frame: Frame, name: Name) -> Iterator[str]:
    yield from _labelled(frame, name)
    yield from _before(frame, name)
    yield from _behind(frame, name)
    yield from _by_verb(frame, name)


def _labelled(frame: Frame, name: Name) -> Iterator[str]:
    """ "Engineer in charge: H. Reisz", "| Master | Einar Solbakk |": the office is the label."""
    sentence = frame.named.sentence
    if not is_row(frame) or not sentence.cells or name.start < sentence.cells[0][1]:
        return
    low, high = sentence.cells[0]
    words = [token.form.lower() for token in frame.tokens if low <= token.start < high]
    for first in range(len(words)):
        if role := _match(words, first):
            yield role
            return


def _before(frame: Frame, name: Name) -> Iterator[str]:
    """ "Mayor Anton Brezik", "the engineer Pavel Dornau", "the master, Einar Solbakk,"."""
    forms = [token.form.lower() for token in frame.tokens]
    last = _after_titles(forms, name.first)
    if last and (forms[last - 1] == ":" or (forms[last - 1] == "," and _closed(forms, name.last))):
        last -= 1
    for size in range(min(_LONGEST, last), 0, -1):
        role = _offices().get(" ".join(forms[last - size : last]))
        if role is not None:
            yield role
            return


def _behind(frame: Frame, name: Name) -> Iterator[str]:
    """ "Anton Brezik, mayor of Kalimar", "A. Kettering is the principal investigator"."""
    forms = [token.form.lower() for token in frame.tokens]
    start = name.last
    if start >= len(forms) or forms[start] not in {",", "("} | _BE:
        return
    for first in range(start + 1, min(len(forms), start + 1 + _BEHIND)):
        if role := _match(forms, first):
            yield role
            return
        if not forms[first].isalpha() and forms[first] not in {"'s", "’s"}:
            return


def _by_verb(frame: Frame, name: Name) -> Iterator[str]:
    """ "led by Amund Kettering", "Amund Kettering, who led the trial"."""
    forms = [token.form.lower() for token in frame.tokens]
    if name.first > 1 and forms[name.first - 1] == "by" and forms[name.first - 2] in _verbs():
        yield _verbs()[forms[name.first - 2]]
    after = forms[name.last : name.last + 3]
    if after[:2] == [",", "who"] and after[2:] and after[2] in _verbs():
        yield _verbs()[after[2]]


def _match(words: list[str], first: int) -> str | None:
    """The office that begins at `first`; the longest name of one."""
    for size in range(_LONGEST, 0, -1):
        role = _offices().get(" ".join(words[first : first + size]))
        if role is not None and len(words[first : first + size]) == size:
            return role
    return None


def _after_titles(forms: list[str], index: int) -> int:
    """Step back over "Prof." and initials, which stand between an office and a name."""
    while index and (
        len(forms[index - 1].strip(".")) == 1 or forms[index - 1].strip(".") in _TITLES
    ):
        index -= 1
    return index


def _closed(forms: list[str], index: int) -> bool:
    return index < len(forms) and forms[index] in {",", ".", ";", "(", ")"}


def _personal(frame: Frame, name: Name, entities: Entities) -> bool:
    """Could the name be a person's: two to four words, none of them a body's?"""
    words = fold(entities.canonical(_whole(frame, name)[1])).split()
    return 2 <= len(words) <= 4 and not any(word in bodies() for word in words)


def _mention(frame: Frame, name: Name, role: str, entities: Entities) -> EventMention:
    hit = SenseHit(f"{PREFIX}{role}", "noun", name.first, name.last)
    start, text = _whole(frame, name)
    holder = entities.canonical(name.text)
    people = (holder if " " in holder else text,)
    value = EventValue(
        hit.id, role.replace("-", " "), None, _held_at(frame, name, entities), people
    )
    return EventMention(start, name.end, hit, value)


def _whole(frame: Frame, name: Name) -> tuple[int, str]:
    """Where the name begins with its initials, and the name as written: "H. Reisz"."""
    first = name.first
    while first and _is_initial(frame, first - 1):
        first -= 1
    start = frame.tokens[first].start
    return start, frame.named.sentence.text[start : name.end]


def _is_initial(frame: Frame, index: int) -> bool:
    form = frame.tokens[index].form
    bare = form.strip(".")
    before = form == "." and index > 0 and _is_initial(frame, index - 1)
    return (len(bare) == 1 and bare.isupper()) or before


def _held_at(frame: Frame, name: Name, entities: Entities) -> str | None:
    """What the office is of: "mayor of the village of Kalimar", "Corvane's boss"."""
    forms = [token.form.lower() for token in frame.tokens]
    for other in frame.named.names:
        between = forms[name.last : other.first]
        owns = forms[other.last : other.last + 1] in (["'s"], ["’s"])
        if 0 < len(between) <= 2 * _BEHIND and (between[-1] in _HELD or owns):
            return entities.canonical(other.text)
        if other.last <= name.first and owns and name.first - other.last <= _LONGEST + 1:
            return entities.canonical(other.text)
    return None


@cache
def _offices() -> dict[str, str]:
    return {word: row["id"] for row in load("roles")["role"] for word in row["words"]}


@cache
def _verbs() -> dict[str, str]:
    return {verb: row["id"] for row in load("roles")["role"] for verb in row.get("verbs", ())}
