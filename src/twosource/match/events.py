"""Compare two named events: type, participants, place, time, wording.

An event is the same only when its type is the same, no time excludes it, and at least
two of participants, place, time and rare wording agree. What bears a name is told apart by it
(named.py).
"""

from __future__ import annotations

from typing import Final

from twosource.extract.entities.aliases import states
from twosource.intervals import Relation, compare_dates
from twosource.match.corpus import Corpus
from twosource.match.levels import Field
from twosource.match.named import agreeing, happening_of, one_happening
from twosource.match.people import one_person
from twosource.match.slots import families
from twosource.match.subjects import subject_field
from twosource.model import Assertion, EventValue
from twosource.text import fold

ROLE: Final = "role:"
_VETO: Final = -99.0
_LIFETIME: Final = 80  # years


def event_weight(left: Assertion, right: Assertion, corpus: Corpus) -> tuple[Field, ...]:
    """Return the fields of a pair of events."""
    one, two = left.value, right.value
    if (
        not isinstance(one, EventValue)
        or not isinstance(two, EventValue)
        or not _one_type(one, two)
    ):
        return (("type", "different", _VETO),)
    if one.type.startswith(ROLE):
        return _one_holder(one, two)
    fields = (
        ("type", one.type, 1.5 if one.type == two.type else 1.0),
        _people(one, two, corpus),
        *_roles(left, right),
        _place(one, two),
        _time(left, right, corpus),
        _wording(left, right, corpus),
        *subject_field(left, right, corpus.subjects),
        *_named(left, right),
    )
    count = sum(1 for _, _, weight in fields[1:] if weight >= 0.5)
    named = ("named", "the same") in {field[:2] for field in fields}
    return fields if named or count >= 2 else (*fields, ("agreeing", str(count), -4.0))


def _named(left: Assertion, right: Assertion) -> tuple[Field, ...]:
    """Does either bear a name, and does that make the two one happening?"""
    one, two = happening_of(left), happening_of(right)
    if one is None or two is None or (found := one_happening(one, two)) is None:
        return ()
    if found and one.name == two.name:
        return (("named", "the same", 4.0),)
    if found:
        return () if _others_did(left, right) else (("named", "one", 1.5),)
    return (("named", "another", _VETO if agreeing(one, two) is None else -4.0),)


def _others_did(left: Assertion, right: Assertion) -> bool:
    """Does one say who did it, and the other name others instead?"""
    return _instead(left, right) or _instead(right, left)


def _instead(item: Assertion, other: Assertion) -> bool:
    one, two = item.value, other.value
    if not isinstance(one, EventValue) or not isinstance(two, EventValue):
        return False
    strangers = set(two.participants) - {other.slot.subject, two.place, *one.participants}
    unsaid = not _one_agent(set(one.agents), set(two.participants))
    return bool(one.agents) and unsaid and bool(strangers)


def _one_holder(one: EventValue, two: EventValue) -> tuple[Field, ...]:
    """Do two sources name one person for one office? Two people are no contradiction."""
    same = one_person(one.participants[0], two.participants[0])
    holder = ("holder", "same", 3.5) if same else ("holder", "different", _VETO)
    return ("type", one.type, 1.5), holder, _place(one, two)


def _one_type(one: EventValue, two: EventValue) -> bool:
    """The same sense, or two that writers use for one happening ("fled", "driven into exile")."""
    return one.type == two.type or bool(families(one.type) & families(two.type))


def _people(one: EventValue, two: EventValue, corpus: Corpus) -> Field:
    shared = sorted(set(one.participants) & set(two.participants))
    if not shared:
        return "participants", "disjoint", -1.0
    total = sum(0.4 + 0.4 * corpus.rarity.name(name) for name in shared)
    return "participants", ", ".join(shared), round(min(2.5, total), 4)


def _roles(left: Assertion, right: Assertion) -> tuple[Field, ...]:
    """Do both say who did it, and is that one? Then what it happens to speaks for itself.

    Without a day, what two have done is two happenings; with one, a ruler may be named for it
    and his police.
    """
    one, two = left.value, right.value
    if not isinstance(one, EventValue) or not isinstance(two, EventValue):
        return ()
    told = set(one.agents), set(two.agents)
    if not all(told):
        return ()
    dated = one.time is not None and two.time is not None
    found = _one_agent(*told)
    if found is None:
        strange = not told[0] & set(two.participants) and not told[1] & set(one.participants)
        return (("agent", "different", -0.4 if dated else -1.5),) if strange else ()
    patient = {left.slot.subject, right.slot.subject}
    if len(patient) == 1 and not patient & {None, *told[0], *told[1]}:
        return ("agent", found, 1.6), ("patient", str(left.slot.subject), 0.8)
    return (("agent", found, 0.4),)


def _one_agent(one: set[str], two: set[str]) -> str | None:
    """The names shared, or "alike"; None when they are others."""
    alike = any(_of_one_name(a, b) for a in one for b in two)
    return ", ".join(sorted(one & two)) or ("alike" if alike else None)


def _of_one_name(one: str, two: str) -> bool:
    """ "Europe" and "European Union": is one name, its own people's word or not, part of the other?"""
    words, other = _roots(one), _roots(two)
    return bool(words and other) and (words <= other or other <= words)


def _roots(name: str) -> frozenset[str]:
    """Its words, "Danish" as Denmark."""
    return frozenset(fold(states().get(word, word)) for word in name.split())


def _place(one: EventValue, two: EventValue) -> Field:
    if one.place is None or two.place is None:
        return "place", "missing", 0.0
    return ("place", one.place, 1.0) if one.place == two.place else ("place", "different", -0.6)


def _time(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    one, two = left.value, right.value
    if not isinstance(one, EventValue) or not isinstance(two, EventValue):
        return "time", "missing", 0.0
    if one.time is None or two.time is None:
        dated, other = (one, right) if one.time else (two, left)
        old = dated.time is not None and _of_old(dated.time.latest, _told(other, corpus))
        return ("time", "of old", _VETO) if old else ("time", "missing", 0.0)
    found = compare_dates(one.time, two.time)
    if found is Relation.EXCLUDES:
        return "time", "excludes", _VETO
    if found is Relation.INCOMPARABLE:
        return "time", "missing", 0.0
    return ("time", "equal", 1.5) if found is Relation.EQUAL else ("time", "compatible", 0.8)


def _told(item: Assertion, corpus: Corpus) -> tuple[str, str] | None:
    """The date of its source, else the last one of the corpus."""
    known = sorted(span for span in corpus.dates.values() if span is not None)
    return corpus.dates.get(item.source) or (known[-1] if known else None)


def _of_old(latest: str | None, told: tuple[str, str] | None) -> bool:
    """Did it happen a lifetime before the other source was written, which names no time?

    Who tells of such things without a time does not mean them.
    """
    if latest is None or told is None or told[0].startswith("-"):
        return False
    return latest.startswith("-") or int(told[0][:4]) - int(latest[:4]) > _LIFETIME


def _wording(left: Assertion, right: Assertion, corpus: Corpus) -> Field:
    share = corpus.rarity.overlap(corpus.context[left.id], corpus.context[right.id])
    return "wording", f"{share:.2f}", round(3.0 * share, 4)
