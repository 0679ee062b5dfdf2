"""Say in words how a subject was found, and by which rules the names of a fact were taken for one.

In:  assertions of the report document, and its aliases. Out: plain text, still to be made safe for
the channel it goes to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from twosource.report.readable import shown
from twosource.report.view import View, word_end, word_start
from twosource.rules.links import link_rules

_ROOM: Final = 60  # characters of a sentence shown on either side of a mention
_END: Final = re.compile(r"[.!?][”\"’')]{0,2} (?=[A-Z“\"‘])")  # of a sentence, as a block has it

Row = dict[str, Any]


def found_words(item: Row) -> str:
    """'Orrin Bridge, from "the bridge" (description), named in line 4'; "" when the clause says it."""
    found = item.get("subject_from")
    if not found:
        return ""
    phrase, named = found["phrase"], found["antecedent"]
    said = f', from "{_flat(phrase["text"])}"' if phrase else ""
    where = f"named in line {named['line']}" if named and "line" in named else ""
    name = not str(item["slot"]["subject"]).startswith("~")
    where = where or ("which this source does not name" if name and not named else "")
    return f"{subject(item)}{said} ({rule_words(found['rule'])})" + (f", {where}" if where else "")


def short_words(item: Row) -> str:
    """'“it” is Orrin Bridge (pronoun, line 4)'; "" when the clause says it."""
    found = item.get("subject_from")
    if not found:
        return ""
    phrase, named = found["phrase"], found["antecedent"]
    said = f"“{_flat(phrase['text'])}” is" if phrase else "about"
    line = f", line {named['line']}" if named and "line" in named else ""
    return f"{said} {subject(item)} ({rule_words(found['rule'])}{line})"


def subject(item: Row) -> str:
    """The subject as a reader knows it: a name, or a noun without the mark of one."""
    return str(item["slot"].get("subject") or "").removeprefix("~")


def rule_words(rule: str) -> str:
    """What a rule is called in passing; its id when it is not known."""
    found = link_rules().get(rule)
    return found.words if found else rule


def around(v: View, item: Row) -> str:
    """The words around the mention that names the subject; "" when the report does not hold them."""
    named = (item.get("subject_from") or {}).get("antecedent")
    return _around(v, v.document(item), named["span"]) if named else ""


def _around(v: View, document: str, span: Row) -> str:
    cut = v.readable.cut(document, span["start"], span["end"])
    if cut is None:
        return ""
    before, inside, after = map(shown, cut)
    before = before[max((found.end() for found in _END.finditer(before)), default=0) :]
    stop = _END.search(after)
    after = after[: stop.end() - 1] if stop else after
    low = word_start(before, max(0, len(before) - _ROOM))
    high = word_end(after, min(len(after), _ROOM), 0)
    lead, rest = "..." if low else "", "..." if high < len(after) else ""
    return f"{lead}{before[low:]}{inside}{after[:high]}{rest}"


class Names:
    """Which other names of a report stand for which name."""

    def __init__(self, v: View) -> None:
        self._v = v
        self._rows: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in v.data["aliases"]:
            known = self._rows[row["canonical"]].get(row["name"])
            if known is None or (row["document"] and not known["document"]):
                self._rows[row["canonical"]][row["name"]] = row

    def taken_for_one(self, items: Iterable[Row]) -> list[str]:
        """How the names were joined that some assertions have for one thing, a line each.

        Only names that are written in one of them where another has a different one; the people
        of a state, and the state, only where something is said of it.
        """
        items = list(items)
        about = {item["slot"].get("subject") for item in items}
        written: dict[str, set[str]] = defaultdict(set)
        for item in items:
            slot = item["slot"]
            for name in {slot.get("subject"), *slot.get("entities", ())} & self._rows.keys():
                if form := self._form(item, name):
                    written[name].add(form)
        return [
            self._said(row)
            for name, forms in sorted(written.items())
            if len(forms) > 1
            for row in (self._rows[name][form] for form in sorted(forms - {name}))
            if name in about or row["rule"] != "people"
        ]

    def _form(self, item: Row, name: str) -> str | None:
        """The name as a sentence writes it, or as the mention does that its pronoun stands for."""
        named = (item.get("subject_from") or {}).get("antecedent")
        meant = named["text"] if named and item["slot"].get("subject") == name else ""
        forms = sorted({name, *self._rows[name]}, key=lambda form: (-len(form), form))
        return next((f for text in (item["plain"], meant) for f in forms if _holds(text, f)), None)

    def _said(self, row: Row) -> str:
        """ "JRA is Joint Relief Agency (in brackets behind the name, a.txt:3): The Joint ..."."""
        pair, rule = f"{row['name']} is {row['canonical']}", rule_words(row["rule"])
        if not row["document"] or not row["span"]:
            return f"{pair} ({rule})"
        block = self._v.readable.block(row["document"], row["span"]["start"])
        line = f":{block['line']}" if block else ""
        told = _around(self._v, row["document"], row["span"]) or _flat(row["evidence"])
        return f"{pair} ({rule}, {row['document']}{line}): {told}"


def _holds(text: str, form: str) -> bool:
    return _word(form).search(text) is not None


@cache
def _word(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


def _flat(text: str) -> str:
    return " ".join(text.split())
