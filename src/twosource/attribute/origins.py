"""Walk each assertion to its root: own voice, a named work or person, or unknown.

assertion -> attribution -> citation -> work; a speaker that is a source of the corpus is
followed into that source; a copied sentence has the root of the sentence it copies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.attribute.cues import find_cues
from twosource.attribute.reuse import Place
from twosource.attribute.works import References
from twosource.identity import digest
from twosource.model import (
    Assertion,
    Diagnostic,
    EventValue,
    Kind,
    Origin,
    OriginKind,
    Quantity,
    Source,
    Work,
)
from twosource.text import fold

_TITLES = frozenset(
    {
        "the",
        "a",
        "an",
        "former",
        "mr",
        "mrs",
        "ms",
        "dr",
        "professor",
        "president",
        "spokesman",
        "spokeswoman",
        "for",
        "of",
    }
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """What the stage gives: assertions with origins, and all that stands behind them."""

    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    works: tuple[Work, ...]
    groups: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def count_roots(ids: Sequence[str], origins: Sequence[Origin]) -> int:
    """Count distinct known roots; an unknown one never adds."""
    known = {origin.id for origin in origins if origin.kind is not OriginKind.UNKNOWN}
    return len(set(ids) & known)


class _Walk:
    """The state of one walk over a corpus."""

    def __init__(
        self,
        said: Sequence[Assertion],
        sources: Sequence[Source],
        groups: Mapping[str, str],
        references: References,
        copies: Mapping[Place, Place],
        names: Callable[[str], str],
    ) -> None:
        self.sources = {source.id: source for source in sources}
        self.groups, self.copies, self.names = groups, copies, names
        self.works = {work.id: work for work in references.works}
        self.by_source: dict[str, list[Assertion]] = {}
        for item in said:
            self.by_source.setdefault(item.source, []).append(item)
        self.origins: dict[str, Origin] = {}
        self.credits = {source: self._credited(source) for source in self.sources}
        self.memo: dict[str, str] = {}

    def root(self, item: Assertion, seen: frozenset[str] = frozenset()) -> str:
        """Return the origin id of an assertion; a circle ends as unknown."""
        if item.id in self.memo:
            return self.memo[item.id]
        if item.id in seen:
            return self._origin(
                f"unknown:{item.source}:circle",
                OriginKind.UNKNOWN,
                "sources that cite each other",
                item.source,
            )
        found = self._step(item, seen | {item.id})
        self.memo[item.id] = found
        return found

    def _step(self, item: Assertion, seen: frozenset[str]) -> str:
        said = item.attribution
        copied = self.copies.get((item.source, item.index))
        if copied is not None:
            other = self._counterpart(item, copied[0], copied[1])
            if other is not None and (said is None or said == other.attribution):
                return self._follow(item, other, seen, "same words")
        if said is not None and said.citations:
            return self._work(said.citations[0], item, seen)
        if said is not None and said.cue is not None:
            return self._speaker(item, said.speaker, said.cue, seen)
        credited = self.credits.get(item.source)
        if credited is not None:
            other = self._counterpart(item, credited)
            if other is not None:
                return self._follow(item, other, seen, "same figure as in the source it credits")
        return self._own(item.source)

    def _follow(self, item: Assertion, other: Assertion, seen: frozenset[str], why: str) -> str:
        found = self.root(other, seen)
        origin = self.origins[found]
        note = f"{item.source} -> {other.source}: {why}"
        if note not in origin.evidence:
            self.origins[found] = replace(origin, evidence=(*origin.evidence, note))
        return found

    def _own(self, source: str) -> str:
        group = self.groups[source]
        meta = self.sources[group].metadata
        label = meta.publisher or meta.author or meta.title or group
        return self._origin(f"own:{group}", OriginKind.OWN, label, f"{source} in its own voice")

    def _work(self, work_id: str, item: Assertion, seen: frozenset[str]) -> str:
        work = self.works[work_id]
        if work.source is not None and work.source != item.source:
            other = self._counterpart(item, work.source)
            if other is not None:
                return self._follow(item, other, seen, f"cites {work.title or work.text[:60]}")
            return self._own(work.source)
        label = ", ".join(
            part for part in (work.author, work.title, work.outlet, work.date) if part
        )
        return self._origin(
            work.id,
            OriginKind.WORK,
            label or work.text[:80],
            f"{item.source} cites {work.text[:120]}",
        )

    def _speaker(self, item: Assertion, speaker: str | None, cue: str, seen: frozenset[str]) -> str:
        if speaker is None or _vague(speaker, cue):
            slug = "-".join(fold(speaker or cue).split()[:3]) or "unnamed"
            return self._origin(
                f"unknown:{item.source}:{slug}",
                OriginKind.UNKNOWN,
                speaker or cue,
                f"{item.source}: {speaker or ''} {cue}",
            )
        source = self.source_named(speaker, item.source)
        if source is not None:
            other = self._counterpart(item, source)
            return (
                self._follow(item, other, seen, f"{speaker} {cue}") if other else self._own(source)
            )
        if source is None and self._is_self(speaker, item.source):
            return self._own(item.source)
        name = self.names(_bare(speaker))
        return self._origin(
            f"said:{digest([fold(_core(name))])}",
            OriginKind.WORK,
            name,
            f"{item.source}: {speaker} {cue}",
        )

    def _is_self(self, speaker: str, source: str) -> bool:
        return fold(speaker) in {"i", "we", "it"}

    def source_named(self, speaker: str, asking: str) -> str | None:
        """The one other source whose publisher or author the speaker is."""
        wanted = _distinct(self.names(_bare(speaker))) | _distinct(_bare(speaker))
        found = set()
        for key, source in self.sources.items():
            if self.groups[key] == self.groups[asking]:
                continue
            meta = source.metadata
            for name in (meta.publisher, meta.author, _spoken(key) if not meta.publisher else None):
                own = _distinct((name or "").split("(")[0].split(",")[0])
                if own and (own <= wanted or (len(wanted) == 1 and wanted < own and len(own) <= 3)):
                    found.add(self.groups[key])
        return min(found) if len(found) == 1 else None

    def _credited(self, source: str) -> str | None:
        """The only other source that this one credits with anything, anywhere."""
        named: Counter[str] = Counter()
        for item in self.by_source.get(source, ()):
            for cue in find_cues(item.plain):
                if (
                    cue.speaker
                    and not cue.vague
                    and (other := self.source_named(cue.speaker, source))
                ):
                    named[other] += 1
        return next(iter(named)) if len(named) == 1 else None

    def _counterpart(
        self, item: Assertion, source: str, index: int | None = None
    ) -> Assertion | None:
        """The assertion of `source` with the same value and some of the same words."""
        best: tuple[int, str, Assertion] | None = None
        for other in self.by_source.get(source, ()):
            if (
                other.kind is not item.kind
                or (index is not None and other.index != index)
                or not _same_value(item, other)
            ):
                continue
            shared = len(set(item.slot.context) & set(other.slot.context)) + 2 * (
                item.slot.attribute == other.slot.attribute
            )
            if (shared or index is not None) and (best is None or (-shared, other.id) < best[:2]):
                best = (-shared, other.id, other)
        return best[2] if best else None

    def _origin(self, key: str, kind: OriginKind, label: str, evidence: str) -> str:
        old = self.origins.get(key)
        notes = old.evidence if old else ()
        self.origins[key] = Origin(
            key,
            kind,
            old.label if old else label,
            notes if evidence in notes else (*notes, evidence),
        )
        return key


def walk(
    said: Sequence[Assertion],
    sources: Sequence[Source],
    groups: Mapping[str, str],
    references: References,
    copies: Mapping[Place, Place],
    names: Callable[[str], str],
) -> Attributed:
    """Give every assertion its origin."""
    state = _Walk(said, sources, groups, references, copies, names)
    done = tuple(replace(item, origin=state.root(item)) for item in said)
    origins = tuple(
        replace(state.origins[key], evidence=tuple(sorted(state.origins[key].evidence)[:20]))
        for key in sorted(state.origins)
    )
    return Attributed(
        done, origins, references.works, tuple(sorted(groups.items())), references.diagnostics
    )


def _spoken(source_id: str) -> str | None:
    """An id of several words ("harbour-news") as a name; None for a single word."""
    words = source_id.replace("-", " ").replace("_", " ")
    return words if len(words.split()) > 1 else None


def _vague(speaker: str, cue: str) -> bool:
    either = (*find_cues(f"{speaker} {cue} that"), *find_cues(f"{cue} {speaker}, so"))
    return any(found.vague for found in either) or fold(speaker) in {"he", "she", "they"}


def _bare(speaker: str) -> str:
    return speaker.strip(" ,.'\"“”").removeprefix("the ").removeprefix("The ")


def _core(name: str) -> str:
    """A name without possessors and titles, for one id of one speaker."""
    return " ".join(word for word in fold(name).split() if word not in _TITLES)


def _distinct(name: str) -> frozenset[str]:
    return frozenset(word for word in fold(name).split() if word not in _TITLES and len(word) > 2)


def _same_value(one: Assertion, two: Assertion) -> bool:
    left, right = one.value, two.value
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        from twosource.intervals import Relation, compare_quantities

        return compare_quantities(left, right) in {Relation.EQUAL, Relation.COMPATIBLE}
    if isinstance(left, EventValue) and isinstance(right, EventValue):
        return left.type == right.type
    if one.kind is Kind.DATE and two.kind is Kind.DATE:
        from twosource.intervals import Relation, compare_dates
        from twosource.model import DateValue

        if isinstance(left, DateValue) and isinstance(right, DateValue):
            return compare_dates(left, right) in {Relation.EQUAL, Relation.COMPATIBLE}
    return False
