"""What the comparators need to know of a whole corpus.

In:  assertions and the sources they stand in. Out: a `Corpus`: rarity fitted on the corpus at
hand, words with synonyms folded, subjects, and which assertions stand for their copies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from twosource.edtf import bounds
from twosource.extract.senses import noun_class
from twosource.lexicon import load
from twosource.match.company import company_of
from twosource.match.copies import stand_ins
from twosource.match.corpus import Corpus
from twosource.match.density import density_of
from twosource.match.rarity import fit
from twosource.match.semantic import Encoder, meanings_of
from twosource.match.times import long_before
from twosource.model import Assertion, DateValue, Source


def corpus_of(
    assertions: Sequence[Assertion],
    sources: Sequence[Source],
    *,
    subjects: Mapping[str, int] | None = None,
    encode: Encoder | None = None,
) -> Corpus:
    """Fit rarity on the assertions of one subject and fold synonyms in their words.

    `subjects`: as `subjects_of` tells them, where assertions of two are compared.
    """
    terms = {item.id: _folded(item.slot.terms) for item in assertions}
    context = {item.id: _folded(item.slot.context) for item in assertions}
    dates = {source.id: bounds(source.metadata.date or "") for source in sources}
    copied = stand_ins(assertions, subjects or {})
    return Corpus(
        fit((item for item in assertions if item.id not in copied), context),
        terms,
        context,
        dates,
        _groups(),
        _reports(assertions, dates),
        subjects=subjects or {},
        meanings=meanings_of(assertions, encode) if encode else {},
        copied=copied,
        company=company_of(assertions),
        density=density_of(assertions),
    )


def _reports(
    assertions: Sequence[Assertion], dates: Mapping[str, tuple[str, str] | None]
) -> frozenset[str]:
    """Find the sources that report on their own day, by the dates they mention."""
    near: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for item in assertions:
        if isinstance(item.value, DateValue) and (when := bounds(item.value.edtf)) is not None:
            told[item.source] += 1
            near[item.source] += not long_before(when, dates.get(item.source))
    return frozenset(
        source
        for source, day in dates.items()
        if day is not None and near[source] * 2 >= told[source]
    )


@cache
def _groups() -> dict[str, str]:
    return {row["id"]: row["group"] for row in load("senses")["sense"] if row.get("group")}


def _folded(lemmas: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({_set_of(lemma) for lemma in lemmas}))


@cache
def _set_of(lemma: str) -> str:
    """Name a counted noun by its synonym set, any other word by itself."""
    entry = noun_class(lemma)
    return lemma if entry is None or entry.generic else entry.id
