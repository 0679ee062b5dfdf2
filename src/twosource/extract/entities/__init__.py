"""Proper names of a corpus and which of them stand for one entity.

In:  segmented documents and the manifest's alias rules. Out: `Entities`, which turns a
name as written into the canonical name, and lists every alias with its reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.extract.entities.aliases import NamedSentence, Pair, inferred, peoples
from twosource.extract.entities.kinds import HE, PERSON, SHE, has_personal_form, kinds_of, sex_told
from twosource.extract.entities.names import Name, case_use, find_names
from twosource.extract.entities.stated import stated
from twosource.model import Alias, AliasRule, BlockKind, Segmented
from twosource.text import fold, known_word, lemma, tokenize

__all__ = ["Entities", "Name", "NamedSentence", "find_entities"]

_NAMELESS = {
    BlockKind.FURNITURE,
    BlockKind.NOTE,
    BlockKind.BYLINE,
    BlockKind.DATELINE,
    BlockKind.CODE,
}


@dataclass(frozen=True, slots=True)
class Entities:
    """Names of a corpus resolved.

    Attributes:
        keys: Folded name -> canonical name as written.
        aliases: Every link kept, sorted, with rule and evidence.
        sentences: The sentences with their tokens and names, by (document, index).
        main: Source id -> canonical name the source speaks of most; absent when none.
        full: Canonical name -> the form of it with the most words.
        kinds: Canonical name -> words for what the texts say it is, as `kinds_of` gives them.
        holders: Folded word -> the one canonical name that holds it; words of two left out.
    """

    keys: Mapping[str, str]
    aliases: tuple[Alias, ...]
    sentences: Mapping[tuple[str, int], NamedSentence]
    main: Mapping[str, str]
    full: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)

    def in_full(self, name: str) -> str:
        """Return the form of the name with the most words ("Petr Dvorak" for "Dvorak")."""
        canonical = self.canonical(name)
        return self.full.get(canonical, canonical)

    def canonical(self, name: str) -> str:
        """Return the canonical name; `name` itself when it is not known."""
        return self.keys.get(fold(name), name)


def find_entities(segmented: Sequence[Segmented], rules: Sequence[AliasRule] = ()) -> Entities:
    """Read all names of the corpus and join those that stand for one entity."""
    sentences = _named(segmented)
    counts = Counter(name.text for item in sentences.values() for name in item.names)
    links = [
        *_ruled(rules),
        *stated(sentences.values()),
        *inferred(counts, _beside(sentences.values())),
    ]
    keys, kept = _join(links, counts, rules)
    main = _main(sentences.values(), keys)
    full = _full(counts, keys)
    kinds = kinds_of(sentences.values(), lambda name: keys.get(fold(name), name))
    return Entities(
        keys,
        kept,
        sentences,
        main,
        full,
        _with_sexes(kinds, main, sentences.values(), full),
        _holders(keys.values()),
    )


def _beside(sentences: Iterable[NamedSentence]) -> frozenset[Pair]:
    """The pairs of folded names that stand in one sentence."""
    return frozenset(
        frozenset(pair)
        for item in sentences
        for pair in combinations(sorted({fold(name.text) for name in item.names}), 2)
    )


def _with_sexes(
    kinds: Mapping[str, frozenset[str]],
    main: Mapping[str, str],
    sentences: Iterable[NamedSentence],
    full: Mapping[str, str],
) -> dict[str, frozenset[str]]:
    """The kinds, and the sex of whom a source is about where its pronouns tell."""
    lows: dict[str, Counter[str]] = defaultdict(Counter)
    for item in sentences:
        lows[item.sentence.source].update(token.form.lower() for token in item.tokens)
    found = dict(kinds)
    for source, name in sorted(main.items()):
        own = found.get(name, frozenset())
        sex = sex_told(lows[source])
        personal = PERSON in own or (not own and _is_personal(full.get(name, name)))
        if sex is not None and personal and not own & {HE, SHE}:
            found[name] = own | {sex}
    return found


def _is_personal(full: str) -> bool:
    return has_personal_form(full) and not known_word(lemma(full.split()[-1].lower()))


def _holders(canonical: Iterable[str]) -> dict[str, str]:
    """The one name that holds each word, so that no one has to go through all of them for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in set(canonical):
        for word in fold(name).split():
            found[word].add(name)
    return {word: min(names) for word, names in found.items() if len(names) == 1}


def _full(counts: Iterable[str], keys: Mapping[str, str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for name in sorted(counts):
        canonical = keys.get(fold(name), name)
        best = forms.get(canonical, canonical)
        forms[canonical] = name if len(name.split()) > len(best.split()) else best
    return forms


def _named(segmented: Sequence[Segmented]) -> dict[tuple[str, int], NamedSentence]:
    tokens = {
        (item.document.path, sentence.index): tokenize(sentence.text)
        for item in segmented
        for sentence in item.sentences
    }
    use = case_use(
        tokens[item.document.path, sentence.index]
        for item in segmented
        for sentence in item.sentences
        if sentence.kind not in _NAMELESS
        and sentence.kind not in {BlockKind.TITLE, BlockKind.HEADING}
    )
    named = {}
    for item in segmented:
        for sentence in item.sentences:
            key = (item.document.path, sentence.index)
            nameless = sentence.kind in _NAMELESS
            names = () if nameless else find_names(sentence.text, tokens[key], use)
            named[key] = NamedSentence(sentence, item.document.path, tokens[key], names)
    return named


def _ruled(rules: Sequence[AliasRule]) -> Iterable[Alias]:
    for rule in rules:
        for other in rule.same_as:
            yield Alias(other, rule.name, "manifest", f"manifest: {other} = {rule.name}")


def _join(
    links: Sequence[Alias], counts: Counter[str], rules: Sequence[AliasRule]
) -> tuple[dict[str, str], tuple[Alias, ...]]:
    """Union the linked names, strongest rules first, never across a forbidden pair."""
    forbidden = {
        frozenset((fold(rule.name), fold(other))) for rule in rules for other in rule.never
    }
    members: dict[str, set[str]] = {fold(name): {fold(name)} for name in counts}
    kept: list[Alias] = []
    for link in links:
        left, right = fold(link.name), fold(link.canonical)
        one = members.setdefault(left, {left})
        two = members.setdefault(right, {right})
        if one is two and link.rule != "stated":
            continue
        if any(frozenset((a, b)) in forbidden for a in one for b in two):
            continue
        kept.append(link)
        two |= one
        for key in one:
            members[key] = two
    return _canonical_keys(members, counts, kept)


def _canonical_keys(
    members: Mapping[str, set[str]], counts: Counter[str], kept: Sequence[Alias]
) -> tuple[dict[str, str], tuple[Alias, ...]]:
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in counts.items():
        written[fold(name)][name] += count
    keys = {}
    for key, group in members.items():
        forms = [(count, form) for other in group for form, count in written[other].items()]
        forms = [item for item in forms if item[1] not in peoples()] or forms
        if forms:
            keys[key] = min(forms, key=lambda item: (-item[0], -len(item[1]), item[1]))[1]
    aliases = {_shown(link, keys) for link in kept if fold(link.name) != fold(link.canonical)}
    return keys, tuple(sorted(aliases, key=_alias_order))


def _alias_order(link: Alias) -> tuple[str, ...]:
    place = f"{link.span.start:09}-{link.span.end:09}" if link.span else ""
    return link.canonical, link.name, link.rule, link.document or "", place, link.evidence


def _shown(link: Alias, keys: Mapping[str, str]) -> Alias:
    """Put the canonical name in its place, and the other one as the alias."""
    canonical = keys.get(fold(link.canonical), link.canonical)
    name = link.name if fold(link.name) != fold(canonical) else link.canonical
    return Alias(name, canonical, link.rule, link.evidence, link.document, link.span)


def _main(sentences: Iterable[NamedSentence], keys: Mapping[str, str]) -> dict[str, str]:
    """Name the entity each source speaks of most; a title's name counts more."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in sentences:
        weight = 4 if item.sentence.kind is BlockKind.TITLE else 1
        for name in item.names:
            key = fold(name.text)
            counts[item.sentence.source][keys.get(key, name.text)] += weight
    return {
        source: min(table.items(), key=lambda pair: (-pair[1], pair[0]))[0]
        for source, table in counts.items()
        if table
    }
