"""Walk each assertion to its root: own voice, a named work or person, or unknown.

assertion -> attribution -> citation -> work; a speaker that is a source of the corpus is
followed into that source; a copied sentence has the root of the sentence it copies. Every
link is kept as a `Step` with the words or the note that show it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.attribute.bodies import Bodies
from twosource.attribute.counterparts import counterpart, drifted
from twosource.attribute.cues import find_cues
from twosource.attribute.described import Described
from twosource.attribute.mentions import Mentions
from twosource.attribute.reuse import Place
from twosource.attribute.speakers import is_named, is_vague
from twosource.attribute.whois import bare, core, distinct, is_nobody, is_person, person
from twosource.attribute.works import References
from twosource.edtf import bounds
from twosource.identity import digest
from twosource.model import (
    Assertion,
    Attribution,
    Diagnostic,
    Origin,
    OriginKind,
    Source,
    Step,
    Tie,
    Work,
)
from twosource.text import fold

_INTERVIEW = re.compile(r"\b[Ii]nterview with ((?:[A-Z][\w’'.-]{0,24} ){0,3}[A-Z][\w’'-]{1,24})")
_STEPS = 40  # links listed of one origin
_SELF = (["i"], ["we"], ["our"], ["my"])  # first words of who speaks for the source itself


@dataclass(frozen=True, slots=True)
class Attributed:
    """What the stage gives: assertions with origins, and all that stands behind them."""

    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    works: tuple[Work, ...]
    groups: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    ties: tuple[Tie, ...] = ()


def count_roots(ids: Sequence[str], origins: Sequence[Origin]) -> int:
    """Count distinct known roots; an unknown one never adds."""
    known = {origin.id for origin in origins if origin.kind is not OriginKind.UNKNOWN}
    return len(set(ids) & known)


def _same_voice(said: Attribution | None, other: Assertion) -> bool:
    """May copied words be the other's? "The company said" before them names their own source."""
    if said is None or said == other.attribution:
        return True
    speaker = (said.speaker or "").lower()
    definite = speaker.startswith(("the ", "its ", "their ")) and not is_vague(speaker)
    generic = definite and not is_named(said.speaker or "") and not said.citations
    return generic and other.attribution is None


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
        mentions: Mentions,
        described: Described,
    ) -> None:
        self.sources = {source.id: source for source in sources}
        self.groups, self.copies, self.names = groups, copies, names
        self.mentions, self.described = mentions, described
        self.works = {work.id: work for work in references.works}
        self.by_source: dict[str, list[Assertion]] = {}
        for item in said:
            self.by_source.setdefault(item.source, []).append(item)
        self.bodies = Bodies(said, sources, groups, self.works, names)
        self.origins: dict[str, Origin] = {}
        self.steps: dict[str, set[Step]] = {}
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
            others = self.by_source.get(copied[0], ())
            other = counterpart(item, others, copied[1])
            if other is not None and _same_voice(said, other):
                return self._follow(item, other, seen, "same words")
        if said is not None and said.citations:
            return self._work(said.citations[0], item, seen)
        if said is not None and said.cue is not None:
            return self._speaker(item, said, said.cue, seen)
        return self._own_voice(item, seen)

    def _own_voice(self, item: Assertion, seen: frozenset[str]) -> str:
        """The source's own, unless it credits another for it, or goes on with what one gives."""
        bracket = self.mentions.in_brackets(item.plain)
        for credited in dict.fromkeys((bracket, self.credits.get(item.source))):
            if credited is None or self.groups[credited] == self.groups[item.source]:
                continue
            if self._is_later(credited, item.source):
                continue
            other = counterpart(item, self.by_source.get(credited, ()))
            if other is not None:
                return self._follow(item, other, seen, "same figure as in the source it credits")
        for body in self.bodies.named_before(item):
            named = self.bodies.source_named(body, item.source)
            named = None if named and self._is_later(named, item.source) else named
            there = counterpart(item, self.by_source.get(named, ())) if named else None
            if there is not None and there.id not in seen:
                return self._follow(item, there, seen, f"goes on with the figures of {body}")
            other = self.bodies.given_by(body, item)
            if other is not None and other.id not in seen:
                return self._follow(item, other, seen, f"goes on with the figures of {body}")
        return self._own(item.source)

    def _is_later(self, one: str, two: str) -> bool:
        """Is source `one` surely of a later day than `two`, which so cannot have it from there?"""
        days = [bounds(self.sources[key].metadata.date or "") for key in (one, two)]
        return bool(days[0] and days[1] and days[0][0] > days[1][1])

    def _follow(self, item: Assertion, other: Assertion, seen: frozenset[str], why: str) -> str:
        found = self.root(other, seen)
        origin = self.origins[found]
        note = f"{item.source} -> {other.source}: {why}"
        if note not in origin.evidence:
            self.origins[found] = replace(origin, evidence=(*origin.evidence, note))
        if other.source != item.source:
            self._link(found, item, other.source, why)
        return found

    def _link(self, origin: str, item: Assertion, to: str, why: str) -> None:
        said = item.attribution
        span = said.span if said and said.span else item.sentence
        document = self.sources[item.source].document
        self.steps.setdefault(origin, set()).add(Step(item.source, to, why, document, span))

    def _own(self, source: str) -> str:
        group = self.groups[source]
        meta = self.sources[group].metadata
        label = meta.publisher or meta.author or meta.title or group
        return self._origin(f"own:{group}", OriginKind.OWN, label, f"{source} in its own voice")

    def _work(self, work_id: str, item: Assertion, seen: frozenset[str]) -> str:
        work = self.works[work_id]
        why = f"cites {work.title or work.text[:60]}"
        if work.source is not None and work.source != item.source:
            other = counterpart(item, self.by_source.get(work.source, ()))
            if other is not None:
                return self._follow(item, other, seen, why)
            found = self._own(work.source)
            self._link(found, item, work.source, why)
            return found
        if (outlet := self.bodies.source_named(work.outlet or work.title or "", item.source)) and (
            other := counterpart(item, self.by_source.get(outlet, ()))
        ):
            return self._follow(item, other, seen, f"{why}, of the same publisher")
        if (asked := _INTERVIEW.search(work.text)) and (
            name := self.bodies.full_anywhere(asked[1])
        ):
            return self._said(item, name, f"{why}, with whom it is")
        other = self.bodies.same_author(work, item)
        if other is not None and other.id not in seen:
            return self._follow(item, other, seen, f"{why}, by the same author")
        label = ", ".join(
            part for part in (work.author, work.title, work.outlet, work.date) if part
        )
        found = self._origin(
            work.id,
            OriginKind.WORK,
            label or work.text[:80],
            f"{item.source} cites {work.text[:120]}",
        )
        self._link(found, item, found, why)
        return found

    def _speaker(self, item: Assertion, said: Attribution, cue: str, seen: frozenset[str]) -> str:
        speaker = said.speaker
        if speaker and (other := self._described(item, speaker, seen)):
            return self._follow(item, other, seen, f"{speaker} {cue}, the one so called")
        meant = self.mentions.meant(speaker, item.source) if speaker else None
        if meant is not None and not self._is_own(meant, item.source):
            return self._into(self.mentions.names[meant][0], item, f"{speaker} {cue}", seen)
        if speaker and (meant is not None or self._is_own(fold(bare(speaker)), item.source)):
            return self._own(item.source)
        if speaker and fold(speaker).split()[:1] in _SELF:
            return self._own(item.source)
        if speaker is None or is_nobody(speaker, cue):
            return self._unnamed(item, speaker, cue)
        source = self.bodies.source_named(speaker, item.source)
        if source is not None:
            return self._into(source, item, f"{speaker} {cue}", seen)
        if fold(speaker).split()[0] == "it":
            return self._own(item.source)
        return self._named(item, said, speaker, cue, seen)

    def _unnamed(self, item: Assertion, speaker: str | None, cue: str) -> str:
        """A source that nobody can look up: "officials", "it is said"."""
        slug = "-".join(fold(speaker or cue).split()[:3]) or "unnamed"
        found = self._origin(
            f"unknown:{item.source}:{slug}",
            OriginKind.UNKNOWN,
            speaker or cue,
            f"{item.source}: {speaker or ''} {cue}",
        )
        self._link(found, item, found, f"{speaker or ''} {cue}".strip())
        return found

    def _named(
        self, item: Assertion, said: Attribution, speaker: str, cue: str, seen: frozenset[str]
    ) -> str:
        """A speaker who is no source here: the assertion that he gave another one, else himself."""
        if other := self._quoted_there(item, speaker):
            return self._follow(item, other, seen, f"{speaker} {cue}, as in the source it credits")
        if said.hearer and (through := self.bodies.source_named(said.hearer, item.source)):
            other = counterpart(item, self.by_source.get(through, ()))
            if other is not None and other.id not in seen:
                return self._follow(item, other, seen, f"{speaker} {cue} {said.hearer}")
        name = self.bodies.full_name(speaker, item.source)
        other = self.bodies.given_by(name, item)
        if other is not None and other.id not in seen:
            return self._follow(item, other, seen, f"{speaker} {cue}")
        if (other := self.bodies.said_for(speaker, item)) and other.id not in seen:
            return self._follow(item, other, seen, f"{speaker} {cue}, for whom he speaks")
        told = f" {said.hearer}" if said.hearer else ""
        if said.through:
            return self._said(item, name, f"{said.through}, {cue} {speaker}")
        return self._said(item, name, f"{speaker} {cue}{told}")

    def _described(self, item: Assertion, speaker: str, seen: frozenset[str]) -> Assertion | None:
        """The same value in the only source that gives it and fits the speaker's description."""
        if self.bodies.source_named(speaker, item.source):
            return None
        fitting = self.described.sources(speaker, item.source)
        found = [counterpart(item, self.by_source.get(key, ())) for key in fitting]
        there = [other for other in found if other is not None and other.id not in seen]
        return there[0] if len({self.groups[other.source] for other in there}) == 1 else None

    def _is_own(self, name: str, source: str) -> bool:
        """Is it the publisher or the author of the source itself?"""
        group = self.groups[source]
        metas = (self.sources[source].metadata, self.sources[group].metadata)
        own = {fold((n or "").partition("(")[0]) for m in metas for n in (m.publisher, m.author)}
        return name in own - {""}

    def _quoted_there(self, item: Assertion, speaker: str) -> Assertion | None:
        """The same figure in the one source that this one credits, when that quotes him, too."""
        credited = self.credits.get(item.source)
        if credited is None or not self.mentions.names_person(credited, speaker):
            return None
        return counterpart(item, self.by_source.get(credited, ()))

    def _into(self, source: str, item: Assertion, why: str, seen: frozenset[str]) -> str:
        other = counterpart(item, self.by_source.get(source, ()))
        behind = self.credits.get(source)
        if other is None and behind and self.mentions.says(source, item.text):
            other = counterpart(item, self.by_source.get(behind, ()))
        if other is not None:
            return self._follow(item, other, seen, why)  # a circle ends as unknown
        found = self._own(source)
        changed = drifted(item, self.by_source.get(source, ()))
        drift = f"; there it is {changed.text}" if changed else ""
        self._link(found, item, source, f"{why}{drift}")
        return found

    def _said(self, item: Assertion, name: str, why: str) -> str:
        known = self.names(bare(name))
        key = f"said:{digest([core(person(known))])}"
        found = self._origin(key, OriginKind.WORK, known, f"{item.source}: {why}")
        self._link(found, item, found, why)
        return found

    def _credited(self, source: str) -> str | None:
        """The only other source that this one credits, in a line of its own or most of the time.

        Who gives notes says with each sentence where it is from, and credits nobody beyond that;
        who names many, or quotes a person, has the rest from nobody in particular.
        """
        own = self.by_source.get(source, ())
        if any(item.attribution and item.attribution.citations for item in own):
            return None
        lines = {self.groups[key] for key in self.mentions.credits(source)} - {self.groups[source]}
        cues = [cue for item in own for cue in find_cues(item.plain) if cue.speaker]
        found = [(cue, self._source_of(cue.speaker or "", source, cue.vague)) for cue in cues]
        named = lines | {other for _, other in found if other}
        if len(named) != 1:
            return None
        credited = next(iter(named))
        told = [cue.speaker or "" for cue, other in found if other or not cue.vague]
        counted = [self._speaks_for(credited, speaker, source) for speaker in told]
        return credited if lines or counted.count(True) >= max(1, counted.count(False)) else None

    def _speaks_for(self, credited: str, speaker: str, asking: str) -> bool | None:
        """Is a speaker the credited source, or a person in its text? None for who bears no name."""
        name = person(speaker)
        own = self.sources[asking].metadata
        if distinct(name) <= distinct(f"{own.publisher} {own.author}"):
            return None
        if self._source_of(speaker, asking, vague=False) and not self._wrote(credited, name):
            return True
        if is_person(name):
            return self.mentions.names_person(credited, name)
        return False if is_named(speaker) else None

    def _wrote(self, source: str, name: str) -> bool:
        """Is it a name of the author rather than of the publisher?"""
        meta = self.sources[source].metadata
        author, publisher = distinct(meta.author or ""), distinct(meta.publisher or "")
        meant = distinct(name) | distinct(self.names(name))
        return is_person(name) and bool(meant & (author - publisher))

    def _source_of(self, speaker: str, asking: str, vague: bool) -> str | None:
        """The other source a speaker is: by name, or the one that "the company" must mean."""
        meant = self.mentions.meant(speaker, asking)
        if meant is not None and not self._is_own(meant, asking):
            return self.groups[self.mentions.names[meant][0]]
        return None if vague else self.bodies.source_named(speaker, asking)

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

    def listed(self) -> tuple[Origin, ...]:
        """The origins with evidence and links in order, the longest lists cut."""
        return tuple(
            replace(
                self.origins[key],
                evidence=tuple(sorted(self.origins[key].evidence)[:20]),
                steps=tuple(sorted(self.steps.get(key, ()))[:_STEPS]),
            )
            for key in sorted(self.origins)
        )


def walk(
    said: Sequence[Assertion],
    sources: Sequence[Source],
    groups: Mapping[str, str],
    references: References,
    copies: Mapping[Place, Place],
    names: Callable[[str], str],
    mentions: Mentions,
    described: Described,
    ties: Sequence[Tie] = (),
) -> Attributed:
    """Give every assertion its origin."""
    state = _Walk(said, sources, groups, references, copies, names, mentions, described)
    done = tuple(replace(item, origin=state.root(item)) for item in said)
    return Attributed(
        done,
        state.listed(),
        references.works,
        tuple(sorted(groups.items())),
        references.diagnostics,
        tuple(ties),
    )
