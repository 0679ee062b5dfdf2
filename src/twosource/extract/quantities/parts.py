"""Read parts of a whole and words that count without being numbers.

In:  a view and the place of a word. Out: a figure: "two-thirds", "half", "one in five",
"a third", "dozens", "several hundred", "no casualties", "a year"; or None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from twosource.extract.nouns import noun_class
from twosource.extract.quantities.hedges import hedge_before
from twosource.extract.quantities.lexis import (
    denominators,
    dozens,
    ordinals,
    scales,
    small,
    vague,
    words,
)
from twosource.extract.quantities.shapes import Figure, View, step_of_value
from twosource.extract.quantities.units import unit_after
from twosource.extract.quantities.words import several_before
from twosource.lexicon import load
from twosource.text import lemma

_MEASURED: Final = re.compile(r"[ -](?:an? |of an? )?")
_FOLLOWING: Final = re.compile(r" ([a-z]{1,12})(?![a-z])")
_PLURAL: Final = re.compile(r" [a-z]{3,20}s(?![a-z])| people")
_MORE_SCALE: Final = re.compile(r" (?:of|and) ([a-z]{5,9}s)(?![a-z])")
_SCALE_WORD: Final = re.compile(r" ([a-z]{5,9})(?![a-z])")
_NEXT_WORD: Final = re.compile(r"[ ]([a-z]{2,11})(?![a-z'’])")
_AFTER_WORD: Final = re.compile(r"[ ]([a-z]{2,8})")
_PLACES: Final = Decimal("0.0000000001")
_LOOSE: Final = Decimal("0.2")  # a fraction reaches a tenth of its part either way
_JOINED: Final = re.compile(r"[ ]?[-–—]?[ ]?([a-z]{3,15})(?![^\W\d_])")
_SCALE: Final = re.compile(r"[ -](?:of )?(?:an? )?([a-z]{5,9})(?![a-z])")
_OF_A: Final = re.compile(r" of an?(?= [a-z])")
_OF_SCALE: Final = re.compile(r" of an? ([a-z]{3,12})(?![a-z])")
_OTHER_PART: Final = re.compile(r" (?:and|to|or) an? (?:half|third|quarter|fifth|tenth)(?![a-z])")
_IN: Final = re.compile(
    r" (in|out of) (?:every |each )?([0-9]{1,3}(?:,[0-9]{3}){0,4}(?![0-9,.])|[0-9]{1,12}(?![0-9.,])|(?:a )?[a-z]{3,9}(?:[ -](?:hundred|thousand|million|[a-z]{3,6}))?)(?![a-z])"
)
_OF_SOME: Final = re.compile(
    r" of (?:(?:the|its|their|his|her|those|these) )?(?:[0-9][0-9,]{0,9} )?"
)
_NOUN: Final = re.compile(r"([a-z]{3,20})(?![a-z])(?: (?=[a-z]))?")
_NOBODY: Final = re.compile(
    r"(nobody|no[ -]one|none)(?: else)?(?: (?:was|were|had been|has been|is|is known to have))?"
    r"(?: (?:seriously|reported|badly|believed|killed or|hurt or|injured or))? ([a-z]{4,9})(?![a-z])"
)
_WORD_BEFORE: Final = re.compile(r"(?<![a-z])([a-z]{3,10})[ -]$")
_THIRTY_SECONDS: Final = re.compile(r"[ -]([a-z]{5,7})(?:-| (?!second))([a-z]{5,7})s(?![a-z])")
_PAIR: Final = re.compile(r" pair(?: of ([a-z]{3,20}))?(?![a-z])")
_AND_CENTS: Final = re.compile(
    r" (?:dollar|euro|pound) and [a-z0-9-]{1,12} (?:cents?|pence)(?![a-z])"
)
_AND_MORE: Final = re.compile(r" and (?:an? |[0-9]{1,3} |[a-z]{3,9}[ -])")
_OVER: Final = re.compile(r" over ([0-9]{1,6}|[a-z]{3,9}(?:[ -][a-z]{3,8}){0,4})$")


def part_of(figure: Figure, view: View) -> Figure | None:
    """A fraction that begins with `figure`: "two-thirds", "four in five"; None when none does."""
    match = _JOINED.match(view.low, figure.end)
    if figure.worded and (small_parts := _compound_parts(view, figure) or _tens(view, figure)):
        return small_parts
    if match and match.group(1) in denominators() and figure.worded and figure.value:
        below = denominators()[match.group(1)]
        plural = (match.group(1).endswith("s") and match.group(1) != "halves") or below == 2
        if mixed := _mixed(view, figure, below, match.end()):
            return mixed
        if (plural or (figure.value == 1 and not figure.scaled)) and not _is_rank(
            view, match.end(), plural
        ):
            return _fraction(view, figure, figure.value, below, match.end())
    return _in_so_many(view, figure) or _over(view, figure)


def _compound_parts(view: View, figure: Figure) -> Figure | None:
    """ "three thirty-seconds": the hyphen and the plural make one word of the parts."""
    match = _THIRTY_SECONDS.match(view.low, figure.end)
    if match is None or match.group(1) not in small() or match.group(2) not in ordinals():
        return None
    if " " in match.group()[1:] and not 10 <= figure.value < 100:
        return None  # only "twenty twenty fifths" can be read one way alone
    below = small()[match.group(1)] + ordinals()[match.group(2)]
    if not 20 < below < 100 or ordinals()[match.group(2)] > 9:
        return None
    value = (figure.value / below).quantize(_PLACES)
    return Figure(figure.start, match.end(), value, _LOOSE / below, True, "ratio")


def _tens(view: View, figure: Figure) -> Figure | None:
    """ "one hundred thirty-fifths": the hyphen makes thirty-fifths of it, a hundred of them."""
    match = _JOINED.match(view.low, figure.end)
    head, _, last = view.low[figure.start : figure.end].rpartition(" ")
    if match is None or not match.group().startswith(("-", "–")) or not head:
        return None
    part = match.group(1).removesuffix("s")
    tens, ones = small().get(last, 0), ordinals().get(part, 0)
    if part == match.group(1) or tens < 20 or tens % 10 or not 0 < ones < 10:
        return None
    below, top = tens + ones, figure.value - tens
    if top <= 0 or figure.value % 1 or head.endswith(" and"):
        return None
    value = (top / below).quantize(_PLACES)
    return Figure(figure.start, match.end(), value, _LOOSE / below, True, "ratio")


def _mixed(view: View, figure: Figure, below: int, end: int) -> Figure | None:
    """ "six million and two thirds", "two hundred and fifty-four hundredths": the part behind "and"."""
    written = view.low[figure.start : figure.end]
    whole, joined, top = written.rpartition(" and ")
    part, base = _whole(top.replace("-", " ")), None
    if joined and part:
        base = figure.value - part if figure.value > part else None
    if not part or base is None or part >= below:
        return None  # "one hundred and thirty fifths" is 130 of them: the part would be no part
    again = _SCALE.match(view.low, end)
    if again and again.group(1) in scales():
        factor, end = scales()[again.group(1)], again.end()
    else:
        last = whole.split()[-1] if whole else ""
        factor = scales()[last] if last in scales() and scales()[last] >= 1000 else Decimal(1)
    value = base + (part / below * factor).quantize(_PLACES)
    return Figure(figure.start, end, value, factor / below, True, "plain", figure.scaled)


def _over(view: View, figure: Figure) -> Figure | None:
    """ "one over three", where nothing else stands; elsewhere "over" means "more than"."""
    match = _OVER.match(view.low, figure.end)
    below = _whole(match.group(1)) if match else None
    if match is None or not below or not view.alone(figure.start, match.end()):
        return None
    return Figure(
        figure.start,
        match.end(),
        (figure.value / below).quantize(_PLACES),
        _LOOSE / below,
        True,
        "ratio",
    )


def _is_rank(view: View, end: int, plural: bool) -> bool:
    return not plural and view.low[end : end + 8] in {" quarter", " century"}


def _fraction(view: View, figure: Figure, top: Decimal, below: int, end: int) -> Figure:
    """The fraction itself, or that part of the scale word that follows ("three quarters of a million")."""
    value, step = top / below, _LOOSE / below
    scale = _SCALE.match(view.low, end)
    if scale and scale.group(1) in scales():
        factor = scales()[scale.group(1)]
        return Figure(figure.start, scale.end(), value * factor, factor / 10, True, "plain", True)
    unit = _OF_SCALE.match(view.low, end)
    if unit and (unit_after(view, unit.start(1) - 1, digits=False) or (None,))[0]:
        end = unit.start(1) - 1
    return Figure(figure.start, end, value.quantize(_PLACES), step, True, "ratio")


def _in_so_many(view: View, figure: Figure) -> Figure | None:
    """ "one in five", "2 out of 3", "1 over 3" as a fraction; counts ("14 out of 23") stay counts."""
    match = _IN.match(view.low, figure.end)
    if match is None:
        return None
    top = figure.value
    below = _whole(match.group(2))
    plain = figure.step <= 1 and not figure.scaled and top == int(top)
    if below is None or not plain or not 0 < top < below or top >= 10:
        return None
    if (
        match.group(1) == "in"
        and not figure.worded
        and below not in {2, 3, 4, 5, 10, 20, 50, 100}
        and top != 1
    ):
        return None
    if re.compile(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|decades?)(?![a-z])").match(
        view.low, match.end()
    ):
        return None
    return Figure(
        figure.start, match.end(), (top / below).quantize(_PLACES), _LOOSE / below, True, "ratio"
    )


def _whole(written: str) -> Decimal | None:
    """The number behind "in" or "out of": plain digits or at most two number words."""
    plain = written.replace(",", "")
    if plain.isdigit():
        return Decimal(plain)
    total = Decimal(0)
    for word in re.split(r"[ -]", written.removeprefix("a ")):
        if word == "and" and total:
            continue
        if word in small():
            total += small()[word]
        elif word in scales():
            total = (total or Decimal(1)) * scales()[word]
        else:
            return total if total and word not in denominators() and word not in dozens() else None
    return total


def half_or_quarter(view: View, start: int, word: str) -> Figure | None:
    """ "half their members", "half a million", "quarter-kilo", "a third of"."""
    low = view.low
    end = start + len(word)
    begin, article = _article(low, start)
    if (before := _WORD_BEFORE.search(low, max(0, begin - 12), begin)) and (
        before.group(1) in words("refused_before", "half")
    ):
        return None
    seed = Figure(begin, end, Decimal(1), Decimal(0), True)
    scale = _SCALE.match(low, end)
    below = denominators()[word]
    if scale and scale.group(1) in scales():
        return _fraction(view, seed, Decimal(1), below, end)
    if scale and scale.group(1) in dozens() and below == 2:
        return Figure(begin, scale.end(), Decimal(6), Decimal(1), True, "plain", True)
    measured = _MEASURED.match(low, end)
    if (
        measured
        and word in {"half", "quarter"}
        and (unit := unit_after(view, measured.end() - 1, digits=False))
        and unit[0] != "{times}"
    ):
        value = Decimal(1) / below
        return Figure(begin, measured.end() - 1, value, value, True)
    return _share(view, seed, word, article)


def _share(view: View, seed: Figure, word: str, article: bool) -> Figure | None:
    """A part of something named: what follows must show it."""
    low, end = view.low, seed.end
    following = _FOLLOWING.match(low, end)
    after = following.group(1) if following else ""
    below = denominators()[word]
    hedged = (article or word == "half") and (
        hedge_before(view, seed.start) is not None
        or view.low.startswith("by ", max(0, seed.start - 3))
    )
    if word == "half":
        plural = _PLURAL.match(low, end)
        if (
            not (
                after in words("half_of")
                or plural
                or ((article or hedged) and _closes(view, end))
                or (hedged and after.endswith("ed"))
            )
            or low[end : end + 1] == "-"
        ):
            return None
    elif not (
        _of_a_unit(view, end)
        or (article and _before_another(view, end))
        or (after == "of" and (article or (below > 4 and word.endswith("th"))))
        or (
            article
            and (
                _closes(view, end)
                or after in {"were", "was", "are", "had", "have"} | words("half_of", "compared")
                or (hedged and after in {"in", "since", "from", "to", "by", "at", "for"})
            )
        )
    ):
        return None
    if low[end : end + 8] in {" of the ", " of all "} and re.compile(
        r" of (?:the|all) (?:year|month|century|season|match|game)(?![a-z])"
    ).match(low, end):
        return None
    if not article and word != "half" and not _of_a_unit(view, end):
        return None
    if _of_a_unit(view, end) and word != "half":
        end = view.low.index(" a", end) + 2
    return Figure(
        seed.start, end, (Decimal(1) / below).quantize(_PLACES), _LOOSE / below, True, "ratio"
    )


def _of_a_unit(view: View, end: int) -> bool:
    """ "a tenth of a gallon", "hundredth of a second": of a measure, and no rank."""
    match = _OF_A.match(view.low, end)
    return match is not None and unit_after(view, match.end(), digits=False) is not None


def _before_another(view: View, end: int) -> bool:
    """ "between a third and a half of": another fraction goes on."""
    return _OTHER_PART.match(view.low, end) is not None


def _closes(view: View, end: int) -> bool:
    return view.closes(end, " .") or view.low[end : end + 1] in {",", ".", ";", ")"}


def _article(low: str, start: int) -> tuple[int, bool]:
    match = re.search(r"(?<![a-z])(?:an?|one)[ -]$", low[max(0, start - 4) : start])
    return (start - (match.end() - match.start()), True) if match else (start, False)


def lower_bound(view: View, start: int, word: str) -> Figure | None:
    """ "dozens", "scores of", "hundreds of thousands", "several hundred"."""
    several = several_before(view, start)
    if word in vague() and several is None:
        end, value = start + len(word), Decimal(vague()[word])
        if word == "scores" and view.low[end : end + 4] != " of ":
            return None
        more = _MORE_SCALE.match(view.low, end)
        if more and more.group(1) in vague() and more.group(1) != word:
            end, value = (
                more.end(),
                value / 2 * vague()[more.group(1)] if " of " in more.group() else value,
            )
        begin = start - 8 if view.low[max(0, start - 8) : start] == "tens of " else start
        if begin != start:
            value = value / 2 * 20
        return Figure(begin, end, value, step_of_value(value), True, "vague", True)
    if several is not None and (word in scales() or word in dozens()):
        value = 2 * (scales().get(word) or Decimal(dozens()[word]))
        more = _SCALE_WORD.match(view.low, start + len(word))
        end = start + len(word)
        if more and more.group(1) in scales():
            value, end = value * scales()[more.group(1)], more.end()
        return Figure(several, end, value, step_of_value(value), True, "vague", True)
    return None


def rank(view: View, start: int, word: str) -> Figure | None:
    """ "the sixth convoy"; "first" and "second" mean too much else unless they stand alone."""
    end = start + len(word)
    before = re.search(r"(?:^|(?<=[^a-z]))([a-z]{3,7})[ —–-]$", view.low[max(0, start - 9) : start])
    value = Decimal(ordinals()[word])
    begin = start
    if before and before.group(1) in load("numbers")["tens"] and value < 10:
        begin = start - (before.end() - before.start())
        value += load("numbers")["tens"][before.group(1)]
    following = view.low[end : end + 13].strip()
    if following.startswith(tuple(words("words_of_time"))):
        return None
    if value <= 2 and not view.alone(begin, end) and not _placed(view, begin, end):
        return None
    return Figure(begin, end, value, Decimal(0), True, "ordinal")


def _placed(view: View, start: int, end: int) -> bool:
    """ "finished second.": the rank somebody reached, at the end of a clause."""
    before = re.search(r"([a-z]{3,9}) $", view.low[max(0, start - 10) : start])
    closed = view.closes(end) or view.low[end : end + 1] in ".,;!)"
    return closed and before is not None and before.group(1) in words("placings")


def none_at_all(view: View, start: int, word: str) -> Figure | None:
    """ "no casualties", "none of the passengers", "neither pilot": nothing counted, people only."""
    end = start + len(word)
    of = _OF_SOME.match(view.low, end)
    if (of is None and word == "none") or (of is not None and word == "no"):
        return None
    plural = word != "neither" or of is not None
    found = _NOUN.match(view.low, of.end() if of else end + 1)
    if found is not None and _may_be_passed(found.group(1)):
        found = _NOUN.match(view.low, found.end())
    if found is None or not _is_personal(found.group(1), plural=plural):
        return None
    return Figure(start, end, Decimal(0), Decimal(0), True)


def _may_be_passed(word: str) -> bool:
    """ "no police officers", "neither of the two pilots"; "no American soldiers" tells of some only."""
    entry = noun_class(word)
    return word in small() or (entry is not None and entry.kind not in words("zero", "classes"))


def _is_personal(noun: str, *, plural: bool) -> bool:
    """A word for people, in the plural or not as asked, or for what befell them ("casualties")."""
    many = noun.endswith(("s", "men")) or noun in {"people", "men", "women", "children"}
    if many != plural:
        return False
    entry = noun_class(lemma(noun))
    person = entry is not None and entry.kind in load("numbers")["zero"]["classes"]
    return person or noun in words("zero")


def nobody(view: View, start: int) -> Figure | None:
    """ "no one was hurt", "nobody died": a count of nothing where a harm is told, else no figure."""
    match = _NOBODY.match(view.low, start)
    if match is None or match.group(2) not in words("zero", "befell"):
        return None
    return Figure(start, match.end(1), Decimal(0), Decimal(0), True)


def _pair(view: View, start: int, end: int) -> Figure | None:
    """ "a pair of gunmen" are two; "a pair of trousers" is one thing."""
    match = _PAIR.match(view.low, end)
    if match is None:
        return None
    people = match.group(1) is not None and _is_personal(match.group(1), plural=True)
    if not people and not (match.group(1) is None and view.alone(start, match.end())):
        return None
    return Figure(start, end + len(" pair"), Decimal(2), Decimal(1), True)


def article_unit(view: View, start: int, word: str) -> Figure | None:
    """ "a decade", "an hour": the article counts one unit, unless it means "per" or "some"."""
    end = start + len(word)
    if (two := _pair(view, start, end)) is not None:
        return two
    if _AND_CENTS.match(view.low, end):
        return Figure(start, end, Decimal(1), Decimal(1), True, "article")
    match = _NEXT_WORD.match(view.low, end)
    if match is None or match.group(1) not in words("articles"):
        return None
    after = _AFTER_WORD.match(view.low, match.end())
    weighed = match.group(1) not in words("articles", "times")
    stops = after is not None and after.group(1) in words("articles", "stop before")
    if stops and not (weighed and after is not None and after.group(1) == "of"):
        return None
    before = re.search(r"([a-z%]{1,12})[ ]$", view.low[max(0, start - 13) : start])
    if before and (
        before.group(1) in words("articles", "no article")
        or (
            before.group(1).endswith("s")
            and before.group(1)
            not in {"was", "is", "as", "has", "lasts", "takes", "about", "plus", "lies"}
        )
    ):
        return None
    if before is None and not (
        view.alone(start, match.end()) or _AND_MORE.match(view.low, match.end())
    ):
        return None
    return Figure(start, end, Decimal(1), Decimal(1), True, "article")
