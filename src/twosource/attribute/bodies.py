"""Who stands behind figures in a corpus: sources, people and bodies, authors of cited works.

In:  assertions with attribution, sources, works. Out: which source a speaker is, his full
name, and what else of a corpus he is said to give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from twosource.attribute.counterparts import same_value, words_shared
from twosource.attribute.owners import as_short, owner_of, short_forms
from twosource.attribute.whois import bare, core, distinct, person
from twosource.lexicon import load
from twosource.model import Assertion, Kind, Quantity, Source, Work

_BACK = 2  # sentences back in which a body may have been named
_WORDS = 2  # words two contexts must share besides the value


class Bodies:
    """The speakers, authors and publishers of a corpus."""

    def __init__(
        self,
        said: Sequence[Assertion],
        sources: Sequence[Source],
        groups: Mapping[str, str],
        works: Mapping[str, Work],
        names: Callable[[str], str],
    ) -> None:
        self.groups, self.works, self.names = groups, works, names
        self.citing: dict[str, list[Assertion]] = {}  # core name of an author -> who cites him
        self.spoken: dict[tuple[str, int], list[str]] = {}
        self.said_by: dict[str, list[Assertion]] = {}  # core name of a speaker -> what he says
        self.full: dict[str, dict[str, set[str]]] = {}
        self.by_word: dict[str, set[tuple[str, frozenset[str]]]] = {}  # of publishers' names
        self.by_short: dict[str, set[str]] = {}  # "JRA" -> groups of that publisher
        for source in sources:
            for short in short_forms(source.metadata.publisher or ""):
                self.by_short.setdefault(short, set()).add(groups[source.id])
            for name in _names(source):
                for word in name:
                    self.by_word.setdefault(word, set()).add((source.id, name))
        for item in said:
            self._note(item)

    def _note(self, item: Assertion) -> None:
        told = item.attribution
        if told is None:
            return
        for key in told.citations[:1]:
            if author := core(self.works[key].author or ""):
                self.citing.setdefault(author, []).append(item)
        if told.speaker and told.cue:
            self.said_by.setdefault(core(bare(told.speaker)), []).append(item)
            self.spoken.setdefault((item.source, item.index), []).append(told.speaker)
            parts = person(told.speaker).split()
            if len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].isupper():
                last = self.full.setdefault(item.source, {}).setdefault(core(parts[-1]), set())
                last.add(person(told.speaker))

    def full_name(self, speaker: str, source: str) -> str:
        """ "Falk" as the "Ingrid Falk" that the source named; else as written."""
        found = self.full.get(source, {}).get(core(speaker), set())
        return next(iter(found)) if len(found) == 1 else person(speaker)

    def full_anywhere(self, name: str) -> str | None:
        """ "A. Falk" as the one "Anna Falk" that any source names; None when none or several do."""
        first, _, last = name.rpartition(" ")
        found = {
            full
            for names in self.full.values()
            for full in names.get(core(last), ())
            if full.startswith(first.rstrip(".")[:1])
        }
        return next(iter(found)) if first and len(found) == 1 else None

    def said_for(self, speaker: str, item: Assertion) -> Assertion | None:
        """The same figure by the body itself, when the speaker is one "of Quay Research"."""
        name = person(speaker)
        body = speaker.partition(f"{name} of ")[2] or speaker.partition(f"{name} at ")[2]
        others = self.said_by.get(core(bare(body)), ()) if body[:1].isupper() else ()
        return _alike(item, (other for other in others if other.source != item.source))

    def named_before(self, item: Assertion) -> list[str]:
        """Bodies that gave a figure in the sentences right before one in the source's voice."""
        found = [
            speaker
            for back in range(1, _BACK + 1)
            for speaker in self.spoken.get((item.source, item.index - back), ())
        ]
        return list(dict.fromkeys(found))

    def given_by(self, name: str, item: Assertion) -> Assertion | None:
        """The same figure where a work of this body is cited for it, in any other place.

        Only figures: a date or an event that two places share tells nothing.
        """
        if item.kind is not Kind.QUANTITY:
            return None
        wanted = {core(bare(name)), core(self.names(bare(name)))}
        others = (other for key in sorted(wanted) for other in self.citing.get(key, ()))
        return _alike(item, others)

    def same_author(self, work: Work, item: Assertion) -> Assertion | None:
        """The same figure cited from another work of one author, the first of them by id."""
        author = core(work.author or "")
        if not author or item.kind is not Kind.QUANTITY:
            return None
        others = [
            other
            for other in self.citing.get(author, ())
            if other.attribution and other.attribution.citations[0] < work.id
        ]
        return _alike(item, others)

    def source_named(self, speaker: str, asking: str) -> str | None:
        """The one other source whose publisher or author the speaker is, or whose text it is."""
        if (short := as_short(speaker)) and len(found := self.by_short.get(short, set())) == 1:
            return next(iter(found - {self.groups[asking]}), None)
        return self._named(speaker, asking) or (
            self._named(owner, asking) if (owner := owner_of(speaker)) else None
        )

    def _named(self, speaker: str, asking: str) -> str | None:
        wanted = distinct(self.names(bare(speaker))) | distinct(bare(speaker))
        near = {row for word in wanted for row in self.by_word.get(word, ())}
        if bare(speaker).islower():  # "the union" is not the Union Press
            near = {row for row in near if not (row[1] - wanted) & _press()}
        others = {row for row in near if self.groups[row[0]] != self.groups[asking]}
        exact = {self.groups[key] for key, own in others if own == distinct(bare(speaker))}
        found = {self.groups[key] for key, own in others if own <= wanted or _is_part(wanted, own)}
        return next((min(keys) for keys in (exact, found) if len(keys) == 1), None)


@cache
def _press() -> frozenset[str]:
    """Words in the names of news outlets."""
    return frozenset(load("credits")["press"])


def _is_part(wanted: frozenset[str], own: frozenset[str]) -> bool:
    """ "Norrey" of "Radio Norrey", "the coast guard" of "Coast Guard Sector Brenning"."""
    if not wanted < own:
        return False
    return len(own) <= 3 if len(wanted) == 1 else 2 * len(wanted) >= len(own)


def _names(source: Source) -> list[frozenset[str]]:
    """The names a source can be called by: publisher, author, an id of several words."""
    meta = source.metadata
    names = (meta.publisher, meta.author, _spoken(source.id) if not meta.publisher else None)
    return [own for name in names if (own := distinct((name or "").split("(")[0].split(",")[0]))]


def _alike(item: Assertion, others: Iterable[Assertion]) -> Assertion | None:
    """The first of the others with the same written figure and some of the same words."""
    fitting = [
        other
        for other in others
        if other.id != item.id and _same_figure(item, other) and words_shared(item, other) >= _WORDS
    ]
    return min(fitting, key=lambda other: (-words_shared(item, other), other.id), default=None)


def _same_figure(one: Assertion, two: Assertion) -> bool:
    left, right = one.value, two.value
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    written = (left.low, left.high) == (right.low, right.high)
    return written and left.unit == right.unit and same_value(one, two)


def _spoken(source_id: str) -> str | None:
    """An id of several words ("harbour-news") as a name; None for a single word."""
    words = source_id.replace("-", " ").replace("_", " ")
    return words if len(words.split()) > 1 else None
