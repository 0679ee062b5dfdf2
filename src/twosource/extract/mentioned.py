"""Where the words stand by which a subject was found that its clause does not name.

In:  what a rule found, the frame it was found in, the names of the source so far. Out: the rule,
the words that stand for the subject ("the bridge") and the mention that names it, as places in the
document. Only names that were read are mentions; nothing here changes what is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from twosource.extract.entities import Entities
from twosource.extract.found import CARRIED, HEADER, MEANT, Found
from twosource.extract.frames import Frame
from twosource.model import Assertion, BlockKind, Mention, Passage, Slot, Span, SubjectFrom

if TYPE_CHECKING:
    from twosource.extract.context import Context
    from twosource.extract.state import SourceState

_DETERMINERS: Final = frozenset({"the", "this", "that", "these", "those", "a", "an", "one"})
_PHRASE: Final = 4  # words from "the" to the noun: "the troubled bank"
_ROWS: Final = frozenset({BlockKind.ROW, BlockKind.PAIR})
_UNREAD: Final = ""  # the words of a mention until the document is at hand

Place = tuple[Passage, int, int]


def subject_from(
    found: Found | None, frame: Frame, before: int, entities: Entities
) -> SubjectFrom | None:
    """Say how a subject was found.

    Args:
        before: Token of the value or event, for a subject that no word stands for.

    Returns:
        The places it was found by, their words still to be read by `placed`; None when the
        name or noun itself was read.
    """
    if found is None or found.rule is None:
        return None
    phrase = _phrase(frame, found.at) if found.at is not None else None
    named = _named_here(frame, found, before if found.at is None else found.at, entities)
    return SubjectFrom(found.rule, phrase, named)


def carried(told: Slot, rule: str = CARRIED) -> SubjectFrom | None:
    """How a subject was found that is that of another figure; None when there is none."""
    if told.subject is None:
        return None
    return SubjectFrom(rule, None, told.subject_from.antecedent if told.subject_from else None)


def _phrase(frame: Frame, at: int) -> Mention:
    """The word at token `at` with its article: "it", "the bridge", "the troubled bank"."""
    first = at
    reach = 0 if frame.tokens[at].form.lower() in MEANT else _PHRASE
    for start in range(at - 1, max(-1, at - 1 - reach), -1):
        token = frame.tokens[start]
        if token.form.lower() in _DETERMINERS:
            first = start
            break
        if not token.word:
            break
    start, end = frame.tokens[first].start, frame.tokens[at].end
    ends = (v.end for v in frame.values if v.start <= frame.tokens[at].start < v.end)
    return _mention(frame, start, max([end, *ends]))  # "the 41-year-old"


def _named_here(frame: Frame, found: Found, before: int, entities: Entities) -> Mention | None:
    """The nearest mention in the sentence that ends before token `before`."""
    if found.rule == HEADER:
        return None
    if found.name.startswith("~"):
        at = next((i for i in range(before - 1, -1, -1) if _is_noun(frame, i, found.name)), None)
        return None if at is None else _mention(frame, *_ends(frame, at))
    for name in reversed(frame.named.names):
        if name.last <= before and entities.canonical(name.text) == found.name:
            return _mention(frame, name.start, name.end)
    return None


def _is_noun(frame: Frame, at: int, name: str) -> bool:
    return frame.tokens[at].lemma == name[1:]


def _ends(frame: Frame, at: int) -> tuple[int, int]:
    return frame.tokens[at].start, frame.tokens[at].end


def _mention(frame: Frame, start: int, end: int) -> Mention:
    return Mention(_UNREAD, frame.named.sentence.passage.span(start, end))


@dataclass(slots=True)
class Mentioned:
    """Where a source names its subjects.

    Attributes:
        last: Canonical name, or lemma marked with "~" -> its last mention so far.
        whole: Canonical name -> its first mention in the whole source; None until asked for.
        above: Offset behind the last sentence that is no row: a table's header stands after it.
    """

    last: dict[str, Place] = field(default_factory=dict)
    whole: dict[str, Place] | None = None
    above: int = 0

    def add(self, context: Context, after: SourceState) -> None:
        """Remember the names of a sentence, and the noun that the next "it" may stand for."""
        frame, passage = context.frame, context.frame.named.sentence.passage
        for name in frame.named.names:
            self.last[context.entities.canonical(name.text)] = (passage, name.start, name.end)
        for noun in _nouns(after):
            at = next((i for i in range(len(frame.tokens)) if _is_noun(frame, i, noun)), None)
            if at is not None:
                self.last[noun] = (passage, *_ends(frame, at))
        if context.sentence.kind not in _ROWS:
            self.above = context.sentence.span.end

    def place(self, name: str, context: Context) -> Span | None:
        """The last mention before the sentence, else the first behind it."""
        found = self.last.get(name) or self._first(context).get(name)
        return found[0].span(found[1], found[2]) if found else None

    def _first(self, context: Context) -> dict[str, Place]:
        if self.whole is None:
            self.whole = {}
            for name, place in _all_names(context):
                self.whole.setdefault(name, place)
        return self.whole


def _nouns(state: SourceState) -> Iterator[str]:
    """The common nouns that a pronoun, or a bare figure, of the next sentence may be said of."""
    if state.spoken is not None and state.spoken[0].startswith("~"):
        yield state.spoken[0]
    if state.someone is not None:
        yield state.someone
    for told in state.contested:
        if told.slot.subject is not None and told.slot.subject.startswith("~"):
            yield told.slot.subject


def _all_names(context: Context) -> Iterator[tuple[str, Place]]:
    """Every name of a source in order."""
    entities, path = context.entities, context.item.document.path
    for sentence in context.item.sentences:
        if sentence.source == context.source.id:
            for name in entities.sentences[path, sentence.index].names:
                yield entities.canonical(name.text), (sentence.passage, name.start, name.end)


def placed(told: Assertion, context: Context, mentioned: Mentioned) -> Assertion:
    """Return an assertion whose subject's phrase and antecedent are read from the document."""
    found, subject = told.slot.subject_from, told.slot.subject
    if found is None or subject is None:
        return told
    text = context.item.document.text
    named = found.antecedent.span if found.antecedent else None
    if named is None:
        named = _header(context, subject, mentioned) if found.rule == HEADER else None
    if named is None and found.phrase is None:
        named = _here(context, subject, told.span.start)
    if named is None:
        named = mentioned.place(subject, context)
    whole = SubjectFrom(
        found.rule,
        _read(found.phrase.span, text) if found.phrase else None,
        _read(named, text) if named else None,
    )
    return replace(told, slot=replace(told.slot, subject_from=whole))


def _read(span: Span, text: str) -> Mention:
    return Mention(text[span.start : span.end], span)


def _here(context: Context, subject: str, before: int) -> Span | None:
    """The nearest mention in the sentence that ends before a place of the document."""
    frame, passage = context.frame, context.frame.named.sentence.passage
    if subject.startswith("~"):
        ends = [_ends(frame, at) for at in range(len(frame.tokens)) if _is_noun(frame, at, subject)]
    else:
        names = frame.named.names
        ends = [(n.start, n.end) for n in names if context.entities.canonical(n.text) == subject]
    spans = [passage.span(*end) for end in ends]
    return next((span for span in reversed(spans) if span.end <= before), None)


def _header(context: Context, subject: str, mentioned: Mentioned) -> Span | None:
    """The cell above a column that names the subject; headers are no sentences of their own."""
    text, row = context.item.document.text, context.sentence.span.start
    for header in map(str.strip, context.sentence.header):
        if context.entities.canonical(header) == subject:
            start = text.find(header, mentioned.above, row)
            return Span(start, start + len(header)) if start >= 0 else None
    return None
