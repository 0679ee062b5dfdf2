"""Where an assertion leads on the walk to its root: one link, or the root itself.

In:  the corpus, a source or a name. Out: leads, the values that `links` decides between.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.attribute.corpus import Corpus
from twosource.attribute.whois import bare, core, person
from twosource.identity import digest
from twosource.model import Assertion, OriginKind, Work
from twosource.text import fold


@dataclass(frozen=True, slots=True)
class Onward:
    """It goes on with another assertion.

    Attributes:
        other: The assertion that is next.
        why: What shows it, in a few words.
    """

    other: Assertion
    why: str


@dataclass(frozen=True, slots=True)
class Root:
    """It ends here.

    Attributes:
        key: Id of the origin.
        label: What the origin is called, unless it was called otherwise before.
        evidence: What shows that it ends here.
        to: What the last link names: a source, or the origin.
        why: What shows that link; None when the source speaks for itself.
    """

    key: str
    kind: OriginKind
    label: str
    evidence: str
    to: str
    why: str | None = None


Lead = Onward | Root


def own_voice(corpus: Corpus, source: str, why: str | None = None) -> Root:
    """A source speaks for itself; `why` when another one leads there."""
    group = corpus.groups[source]
    meta = corpus.sources[group].metadata
    label = meta.publisher or meta.author or meta.title or group
    evidence = f"{source} in its own voice"
    return Root(f"own:{group}", OriginKind.OWN, label, evidence, source, why)


def said_by(corpus: Corpus, item: Assertion, name: str, why: str) -> Root:
    """Somebody says so who is no source of the corpus."""
    known = corpus.names(bare(name))
    key = f"said:{digest([core(person(known))])}"
    return Root(key, OriginKind.WORK, known, f"{item.source}: {why}", key, why)


def cited_work(item: Assertion, work: Work, why: str) -> Root:
    """A work says so that is no source of the corpus."""
    parts = (work.author, work.title, work.outlet, work.date)
    label = ", ".join(part for part in parts if part) or work.text[:80]
    evidence = f"{item.source} cites {work.text[:120]}"
    return Root(work.id, OriginKind.WORK, label, evidence, work.id, why)


def unnamed(item: Assertion, speaker: str | None, cue: str) -> Root:
    """A source that nobody can look up: "officials", "it is said"."""
    slug = "-".join(fold(speaker or cue).split()[:3]) or "unnamed"
    key = f"unknown:{item.source}:{slug}"
    told = f"{speaker or ''} {cue}"
    evidence = f"{item.source}: {told}"
    return Root(key, OriginKind.UNKNOWN, speaker or cue, evidence, key, told.strip())


def circle(item: Assertion) -> Root:
    """Sources that cite each other have no root."""
    key = f"unknown:{item.source}:circle"
    label = "sources that cite each other"
    return Root(key, OriginKind.UNKNOWN, label, item.source, key)
