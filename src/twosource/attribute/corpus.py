"""What the walk to the roots needs to know of the whole corpus, as one value.

In:  attributed assertions, sources, and what the other parts of the stage have read. Out: who
stands where, who is whose voice, which source another one credits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.attribute.bodies import Bodies
from twosource.attribute.counterparts import counterpart
from twosource.attribute.mentions import Mentions
from twosource.attribute.posting import Posts
from twosource.attribute.reuse import Place
from twosource.attribute.sourceindex import SourceIndex
from twosource.edtf import bounds
from twosource.model import Assertion, Source, Work
from twosource.text import fold


@dataclass(frozen=True, slots=True)
class Corpus:
    """The corpus as the walk sees it.

    Attributes:
        sources: By id.
        told: Source id -> its assertions, in order.
        groups: Source id -> the first of the sources that count as one with it.
        works: By id.
        copies: Place of a copied sentence -> place of the one it copies.
        names: The full form of a name.
        mentions: What the texts say of the publishers.
        bodies: The speakers, authors and publishers.
        index: The sources by their heads.
        posts: Who writes in the threads.
        credits: Source id -> the one source it credits for what it tells, or None.
    """

    sources: Mapping[str, Source]
    told: Mapping[str, Sequence[Assertion]]
    groups: Mapping[str, str]
    works: Mapping[str, Work]
    copies: Mapping[Place, Place]
    names: Callable[[str], str]
    mentions: Mentions
    bodies: Bodies
    index: SourceIndex
    posts: Posts
    credits: Mapping[str, str | None] = field(default_factory=dict)

    def counterpart(self, item: Assertion, source: str | None) -> Assertion | None:
        """Return what a source tells of the same value; None when it does not, or is None."""
        return counterpart(item, self.told.get(source, ())) if source else None

    def gives_notes(self, source: str) -> bool:
        """Does a source cite works for what it tells?"""
        return any(i.attribution and i.attribution.citations for i in self.told.get(source, ()))

    def is_own(self, name: str, source: str) -> bool:
        """Is it the publisher or the author of the source itself? `name` is folded."""
        group = self.groups[source]
        metas = (self.sources[source].metadata, self.sources[group].metadata)
        own = {fold((n or "").partition("(")[0]) for m in metas for n in (m.publisher, m.author)}
        return name in own - {""}

    def is_later(self, one: str, two: str) -> bool:
        """Is source `one` surely of a later day than `two`, which so cannot have it from there?"""
        days = [bounds(self.sources[key].metadata.date or "") for key in (one, two)]
        return bool(days[0] and days[1] and days[0][0] > days[1][1])
