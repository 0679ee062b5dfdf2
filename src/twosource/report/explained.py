"""Say in words why a cluster is what it is: members, links, comparison, support.

In:  the report document and one of its clusters. Out: lines for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from twosource.report import safe
from twosource.report.excerpt import excerpt, wrapped
from twosource.report.meant import Names, around, found_words
from twosource.report.view import View, stated, view

_RELATIONS: Final = {
    "excludes": "cannot both hold",
    "compatible": "can both hold",
    "equal": "are the same",
}
_LINKS: Final = 30
_DECISIONS: Final = "confirmed|dismissed|explained"

Row = dict[str, Any]


def explained(data: Row, cluster: Row, *, columns: int = 80) -> str:
    """The page of one cluster."""
    v = view(data)
    members = v.members(cluster)
    numbers = {item["id"]: number for number, item in enumerate(members, start=1)}
    head = f"{cluster['id']}  {cluster['statement']}"
    said = f"{cluster['verdict']} ({cluster['detail']}, {cluster['rule']})"
    lines = [head, f"  {said}", *_members(v, members, columns)]
    lines += _links(cluster["links"], numbers, columns)
    lines += _names(v, members, columns)
    lines += _judged(cluster["why"], numbers, columns)
    lines += _around(v, cluster)
    lines += _support(v, cluster)
    if cluster["verdict"] == "conflict":
        lines += _settle(cluster)
    return "".join(safe.line(line).rstrip() + "\n" for line in lines)


def _members(v: View, members: list[Row], columns: int) -> Iterator[str]:
    yield ""
    yield "  what is said"
    room = max(len(stated(item)) for item in members)
    for number, item in enumerate(members, start=1):
        yield f"  {number:>3}  {stated(item):<{room}}  {v.place(item)}  {item['id']}"
        yield f"       {v.source_line(item)}; {v.origin(item)}"
        yield f"       {''.join(excerpt(item, max(30, columns - 13), v.marked(item)))}"
        for line in subject_lines(v, item, max(30, columns - 7)):
            yield f"       {line}"


def subject_lines(v: View, item: Row, room: int) -> Iterator[str]:
    """How the subject of an assertion was found, where its clause does not name it."""
    words = found_words(item)
    if words:
        told = around(v, item)
        yield from wrapped(f"subject: {words}" + (f": {told}" if told else ""), room)


def name_lines(v: View, members: list[Row], room: int) -> Iterator[str]:
    """Which names of theirs were taken for one, by which rule, with the sentence that says so."""
    for said in Names(v).taken_for_one(members):
        yield from wrapped(said, room)


def _names(v: View, members: list[Row], columns: int) -> Iterator[str]:
    lines = list(name_lines(v, members, max(30, columns - 4)))
    if lines:
        yield ""
        yield "  names taken for one"
        yield from (f"    {line}" for line in lines)


def _links(links: list[Row], numbers: dict[str, int], columns: int) -> Iterator[str]:
    if not links:
        return
    yield ""
    yield "  why they were linked (the weights of what two sentences have in common)"
    for link in sorted(links, key=lambda row: (numbers[row["left"]], numbers[row["right"]]))[
        :_LINKS
    ]:
        left, right = numbers[link["left"]], numbers[link["right"]]
        fields = ", ".join(_field(row) for row in link["fields"] if row["weight"])
        lines = wrapped(f"{link['weight']:.1f} = {fields}", max(30, columns - 16))
        yield f"    {f'{left} ~ {right}':<9} {next(lines)}"
        yield from (f"              {line}" for line in lines)
    if len(links) > _LINKS:
        yield f"    ... and {len(links) - _LINKS} more"


def _field(row: Row) -> str:
    return f"{row['field']} {row['level'].replace('_', ' ')} {row['weight']:+.1f}"


def _judged(steps: list[Row], numbers: dict[str, int], columns: int) -> Iterator[str]:
    rows = [step for step in steps if step.get("step") == "compare"]
    if not rows:
        return
    yield ""
    yield "  how they were compared"
    for step in rows:
        left, right = numbers.get(step["left"], 0), numbers.get(step["right"], 0)
        relation = _RELATIONS.get(step["relation"], step["relation"])
        reason = f", {step['reason']}" if "reason" in step else ""
        text = f"{step['left_value']} and {step['right_value']} {relation}{reason}"
        lines = wrapped(text, max(30, columns - 16))
        yield f"    {f'{left}, {right}':<9} {next(lines)}"
        yield from (f"              {line}" for line in lines)


def _around(v: View, cluster: Row) -> Iterator[str]:
    """What bears on the verdict from outside, and the values by time."""
    for how, reason, item in v.beside(cluster):
        yield ""
        yield f"  beside it, {how} ({reason}): {stated(item)}  {v.place(item)}  {item['id']}"
        yield f"       {''.join(excerpt(item, 67))}"
    if v.series(cluster):
        yield ""
        yield "  over time"
    for when, items in v.series(cluster):
        yield f"    {when}: {', '.join(dict.fromkeys(stated(item) for item in items))}"
    for step in cluster["why"]:
        if step.get("step") == "derived":
            rows = {row["id"]: row for row in v.data["derivations"]}
            yield ""
            yield f"  follows by arithmetic: {rows[step['derivation']]['equation']}"


def _support(v: View, cluster: Row) -> Iterator[str]:
    labels = sorted({v.origin(item) for item in v.members(cluster)})
    yield ""
    yield f"  who stands behind it: {v.count(v.members(cluster))}"
    yield from (f"    {label}" for label in labels)


def _settle(cluster: Row) -> Iterator[str]:
    yield ""
    yield "  settle it"
    yield f"    twosource decide {cluster['id']} {_DECISIONS} -r REPORT --reason TEXT"
    yield f"    twosource baseline create REPORT --only {cluster['id']} --reason TEXT"
