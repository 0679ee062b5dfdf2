"""Words beside a date that change what it says: "early", "about", "before", "throughout".

In:  tokens and a reading of the bare date. Out: the reading with its hedges, and with
the tokens they take up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from twosource.extract.dates.stamps import Pointer, Reading, Stamp
from twosource.extract.dates.styles import restyle
from twosource.extract.dates.tokens import Tokens
from twosource.extract.dates.words import mapping, words

_PHASE_LINKS: Final = {"of", "in", "on"}
_BOUNDS: Final = {"before", "by", "after", "since", "until"}
_LASTING: Final = {"throughout", "during", "all"}
_TRAILING: Final = {"approximately", "approx", "approx.", "maybe", "uncertain"}
_TRAILED: Final = {"year", "decade", "century", "month", "day", "group", "range", "fixed"}
_SIDES: Final = {
    "later": "since",
    "after": "since",
    "beyond": "since",
    "greater": "since",
    "earlier": "until",
}
_OUTSIDE: Final = {"pre": "before", "post": "after"}
_TURN: Final = 10  # years about the turn of a century
_DATED: Final = frozenset({"day", "month", "year", "fixed"})
_PARTS: Final = {
    "early": "early",
    "earlier": "early",
    "late": "late",
    "later": "late",
    "latter": "late",
}
_OR_ON: Final = {"before": "until", "after": "since"}
_ENDS: Final = frozenset({"end", "close"})
REMAINS: Final = frozenset({"rest", "remainder"})  # "of the week"
_LEASTS: Final = frozenset({"least", "most"})
_SHORT: Final = frozenset({"c", "ca", "approx"})  # with a full stop behind
_EXACTLY: Final = frozenset({"only", "just", "exactly"})
_UNHEDGED: Final = {"clock", "vague", "span", "list"}


def hedge(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """Take in the hedges around `reading`; tokens below `floor` belong to another."""
    if reading.stamp.unit == "vague":
        return reading
    if reading.stamp.unit not in _UNHEDGED and not reading.attributive:
        reading = _phase(tokens, _night(tokens, reading, floor), floor)
    reading = _week(tokens, reading, floor)
    reading = _loose(tokens, _article(tokens, reading, floor), floor)
    return restyle(tokens, _trailing(tokens, _bound(tokens, reading, floor)))


def _week(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "w/c 4 July 2014", "w/e 10 July": the week that begins or ends on a day."""
    told = [_word(tokens, reading.first - back, floor) for back in (3, 2, 1)]
    if told not in (["w", "/", "c"], ["w", "/", "e"]) or reading.stamp.unit not in {"day", "fixed"}:
        return reading
    stamp = Stamp("week-of", ends=(reading.stamp, reading.stamp))
    return replace(reading, first=reading.first - 3, stamp=stamp)


def _word(tokens: Tokens, index: int, floor: int) -> str:
    return tokens.items[index].word if index >= floor else ""


def _article(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    if (
        reading.stamp.unit in {"range", "year"}
        and not reading.either
        and reading.first == reading.core[0]
        and tokens.marks[reading.first] != "U"
    ):
        return reading  # "the 1980-88 war": the article is the noun's
    if (
        reading.first - 1 >= floor
        and tokens.marks[reading.first - 1] == "T"
        and not reading.attributive
    ):
        return replace(reading, first=reading.first - 1)
    return reading


def _night(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "the night of 18 April", "earlier that year", "late on 2 May"."""
    start = _article(tokens, reading, floor).first
    if reading.stamp.unit in {"day", "fixed"} and _word(tokens, start - 2, floor) == "eve":
        eve = Stamp("away", count=-1, pointer=Pointer("day", 0, ""), ends=(reading.stamp,) * 2)
        return _article(tokens, replace(reading, first=start - 2, stamp=eve), floor)
    if (
        _word(tokens, start - 1, floor) == "of"
        and start - 2 >= floor
        and tokens.marks[start - 2] == "N"
    ):
        return _article(tokens, replace(reading, first=start - 2), floor)
    if (
        _word(tokens, start - 1, floor) == "of"
        and _word(tokens, start - 2, floor) in REMAINS
        and reading.stamp.unit == "pointer"
    ):
        return _article(tokens, replace(reading, first=start - 2), floor)
    if start - 1 >= floor and tokens.marks[start - 1] == "L" and reading.stamp.pointer is not None:
        return replace(reading, first=start - 1)
    if (
        _word(tokens, start - 1, floor) == "in"
        and start - 2 >= floor
        and tokens.marks[start - 2] == "L"
    ):
        return replace(reading, first=start - 2)
    return reading


def _phase(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "early 1970s", "mid-1987", "the end of March 1917", "late in 1985", "mid to late 1981"."""
    index = reading.first - 1
    while index >= floor and (
        tokens.marks[index] in "-T" or tokens.items[index].word in _PHASE_LINKS
    ):
        index -= 1
    if _word(tokens, index, floor) == "turn" and reading.stamp.unit == "century":
        return _turn(tokens, index, reading, floor)
    phase = mapping("phases").get(_word(tokens, index, floor))
    if phase is None and _word(tokens, index, floor) == "part":
        return _part(tokens, reading, index, floor)
    if phase is None or not _is_linked(tokens, index, reading.first):
        return reading
    first = index
    start = index - 1
    while start > floor and tokens.marks[start] in "-=&":
        start -= 1
    other = mapping("phases").get(tokens.items[start].word) if floor <= start < index - 1 else None
    if other and other != phase:
        phase, first = f"{other}-{phase}", start
    return _article(tokens, replace(reading, first=first, phase=phase), floor)


def _part(tokens: Tokens, reading: Reading, index: int, floor: int) -> Reading:
    """ "the early part of 2014", "the latter part of the 1990s"."""
    phase = _PARTS.get(_word(tokens, index - 1, floor))
    if phase is None or not _is_linked(tokens, index, reading.first):
        return reading
    return _article(tokens, replace(reading, first=index - 1, phase=phase), floor)


def _turn(tokens: Tokens, index: int, reading: Reading, floor: int) -> Reading:
    """ "the turn of the 20th century": about 1900."""
    first = reading.stamp.year
    if first is None or not _is_linked(tokens, index, reading.first):
        return reading
    ends = (Stamp("year", first - _TURN), Stamp("year", first + _TURN))
    turned = replace(reading, first=index, stamp=Stamp("range", ends=ends), loose=True, either=True)
    if index - 1 >= floor and tokens.marks[index - 1] == "T":
        return replace(turned, first=index - 1)
    return turned


def _is_linked(tokens: Tokens, index: int, first: int) -> bool:
    """ "end" needs "of"; "early", "late", "mid" stand directly before, or with "in"."""
    between = [token.word for token in tokens.items[index + 1 : first] if token.mark != "T"]
    if tokens.items[index].word in {"early", "late", "mid"}:
        middle = tokens.items[index].word == "mid" and between == ["of"]
        return middle or between in ([], ["-"], ["in"], ["on"])
    return between == ["of"]


def _loose(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "about 1850", "c. 1850", "perhaps in May", "at least a week ago", "only a day later"."""
    index = _before_stop(tokens, reading.first - 1, floor)
    word = _word(tokens, index, floor)
    if word == "than" and reading.stamp.unit in {"shift", "shifts", "away"}:
        return _beyond(tokens, reading, floor)
    if (
        word in _LEASTS
        and reading.stamp.unit == "shift"
        and _word(tokens, index - 1, floor) == "at"
    ):
        back = (word == "least") == (reading.stamp.count < 0)
        return replace(reading, first=index - 1, bound="until" if back else "since")
    if _is_topic(tokens, index, reading):
        return reading
    kind = "about" if word == "~" else mapping("hedges").get(word)
    if kind in {"about", "unsure"}:
        hedged = replace(reading, first=index, loose=kind == "about", unsure=kind == "unsure")
        return _article(tokens, hedged, floor)
    if word in words("loose") and reading.stamp.unit == "shift":
        return replace(reading, first=index, loose=word not in _EXACTLY)
    return reading


def _before_stop(tokens: Tokens, index: int, floor: int) -> int:
    """The token of "c." before a date rather than its full stop."""
    short = index > floor and tokens.marks[index] == "."
    return index - 1 if short and tokens.items[index - 1].word in _SHORT else index


def _beyond(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "more than a year ago" lies before, "less than a week later" too."""
    side = {"more": -1, "longer": -1, "less": 1}.get(_word(tokens, reading.first - 2, floor), 0)
    if side == 0:
        return reading
    back = side if reading.stamp.count < 0 else -side
    return replace(reading, first=reading.first - 2, bound="before" if back < 0 else "after")


def _is_topic(tokens: Tokens, index: int, reading: Reading) -> bool:
    """ "information about the September 2013 attack" is no estimate."""
    if index < 0 or tokens.items[index].word != "about" or reading.phase is not None:
        return False
    return index < reading.core[0] - 1 and tokens.marks[reading.core[0] - 1] == "T"


def _bound(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    word = _word(tokens, reading.first - 1, floor)
    kind = mapping("hedges").get(word)
    if word in _LASTING and not reading.attributive:
        return replace(reading, lasting=True)
    if (led := _led(tokens, reading, floor)) is not None:
        return led
    if word == "through" and reading.stamp.unit in _TRAILED | {"weekday", "pointer"}:
        return replace(reading, first=reading.first - 1, bound="until")
    if word == "to" and _word(tokens, reading.first - 2, floor) == "prior":
        return replace(reading, first=reading.first - 2, bound="before")
    if kind in _OR_ON and _on_or(tokens, reading.first, floor):
        return replace(reading, first=reading.first - 3, bound=_OR_ON[kind])
    if kind == "before" and _word(tokens, reading.first - 2, floor) == "not":
        return replace(reading, first=reading.first - 2, bound="since")
    if kind == "before" and _is_to_the_end(tokens, reading):
        return replace(reading, first=reading.first - 1, bound="until")
    outside = _OUTSIDE.get(_word(tokens, reading.first - 2, floor))
    if word == "-" and outside:
        return replace(reading, first=reading.first - 2, bound=outside)
    if word == "than" and not reading.attributive:
        return _than(tokens, reading, floor)
    if (
        kind not in _BOUNDS
        or word == "following"
        or reading.attributive
        or reading.stamp.unit in {"clock", "span"}
    ):
        return reading
    return replace(reading, first=reading.first - 1, bound=kind)


def _led(tokens: Tokens, reading: Reading, floor: int) -> Reading | None:
    """ "starting on 5 May", "beginning with May", "ending with 2012", "in advance of 2 May", "before or in 2015"."""
    before = [_word(tokens, reading.first - back, floor) for back in (3, 2, 1)]
    for size in (3, 2, 1):
        bound = mapping("bound_phrases").get(" ".join(before[-size:]))
        if bound is not None and (size > 1 or reading.stamp.unit in _DATED):
            return replace(reading, first=reading.first - size, bound=bound)
    return None


def _on_or(tokens: Tokens, first: int, floor: int) -> bool:
    """ "on or before 5 May", "in or after 1990": the day itself is meant too."""
    return _word(tokens, first - 2, floor) == "or" and _word(tokens, first - 3, floor) in {
        "on",
        "in",
    }


def _is_to_the_end(tokens: Tokens, reading: Reading) -> bool:
    """ "before the end of 2016": up to its last day, not before the year."""
    told = {token.word for token in tokens.items[reading.first : reading.last]}
    return reading.phase == "late" and not told.isdisjoint(_ENDS)


def _than(tokens: Tokens, reading: Reading, floor: int) -> Reading:
    """ "later than 2012", "no later than 5 May", "not earlier than March"."""
    word = _word(tokens, reading.first - 2, floor)
    side = {"later": "after", "earlier": "before", "greater": "after"}.get(word)
    if side is None:
        return reading
    if _word(tokens, reading.first - 3, floor) in {"no", "not"}:
        bound = "until" if side == "after" else "since"
        return replace(reading, first=reading.first - 3, bound=bound)
    return replace(reading, first=reading.first - 2, bound=side)


def _goes_on(tokens: Tokens, reading: Reading) -> Reading | None:
    """ "1990-present", "from 1990 to date", "to the present day", "2016 and later.", "2016 or earlier"."""
    at = reading.last
    told = [token.word for token in tokens.items[at : at + 4]]
    link, rest = tokens.marks[at : at + 1], [word for word in told[1:] if word != "the"]
    end = at + 1 + (told[1:2] == ["the"]) + 1 + (rest[:2] == ["present", "day"])
    stops = tokens.marks[end : end + 1]
    if link == "&" and _word(tokens, reading.first - 1, 0) == "between" and rest[:1] == ["now"]:
        return replace(reading, last=end, bound="since")
    if link in {"-", "="} and rest and rest[0] in words("until_now"):
        return replace(reading, last=end, bound="since") if stops not in {"-"} else None
    closing = {"", ".", ")", ";"} | ({","} if told[:1] == ["or"] else set())
    side = _SIDES.get(rest[0]) if link == "&" and rest else None
    return replace(reading, last=end, bound=side) if side and stops in closing else None


def _trailing(tokens: Tokens, reading: Reading) -> Reading:
    """ "from 1979 onwards", "1860 approximately"."""
    if (
        reading.last >= len(tokens.items)
        or reading.stamp.unit not in _TRAILED
        or reading.attributive
    ):
        return reading
    if reading.bound is None and (made := _goes_on(tokens, reading)) is not None:
        return made
    word = tokens.items[reading.last].word
    before = _word(tokens, reading.first - 1, 0)
    alone = tokens.marks[reading.last + 1 : reading.last + 2] in {"", ",", ".", ")", ";"}
    if word in {"onward", "onwards"} or (word == "on" and before == "from" and alone):
        return replace(reading, last=reading.last + 1, bound="since")
    if word in _TRAILING:
        unsure = word in {"maybe", "uncertain"}
        return replace(reading, last=reading.last + 1, loose=not unsure, unsure=unsure)
    if (
        word == "?"
        and tokens.items[reading.last].start == tokens.items[reading.last - 1].end
        and _in_brackets(tokens, reading)
    ):
        return replace(reading, last=reading.last + 1, unsure=True)
    return reading


def _in_brackets(tokens: Tokens, reading: Reading) -> bool:
    """A question mark inside brackets, "(1862?)", doubts the date; elsewhere it asks."""
    return (
        tokens.marks[reading.first - 1 : reading.first] == "("
        and tokens.marks[reading.last + 1 : reading.last + 2] == ")"
    )
