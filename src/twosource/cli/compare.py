"""The command `compare`: two documents against each other, in the manner of diff."""

from __future__ import annotations

from typing import Any

import click

from twosource.cli import common, exits

_MARKS = {"conflict": "!", "agree": "=", "single-citation": "=", "not-comparable": "~"}
_WORDS = {
    "conflict": "differ",
    "agree": "same",
    "single-citation": "same, one origin",
    "not-comparable": "changed",
}


@click.command(
    epilog="Examples:\n\n\b\n  twosource compare draft.md source.html\n  twosource compare a.txt b.txt -f json"
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "-f",
    "--format",
    "kind",
    type=common.Choice(["text", "concise", "json", "markdown", "html"]),
    default="text",
    help="Format [text].",
)
@click.option("--brief", is_flag=True, help="Only the counts.")
@click.option("-v", "--verbose", is_flag=True, help="List also what only one of them says.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of files that are not UTF-8 and state none."
)
@click.option(
    "--color",
    type=common.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour [auto].",
)
@click.option("-q", "--quiet", count=True, help="Nothing but the exit code when given twice.")
def compare(
    left: str,
    right: str,
    kind: str,
    brief: bool,
    verbose: bool,
    encoding: str | None,
    color: str,
    quiet: int,
) -> int:
    """Compare two documents: what both say, where they differ, what only one says.

    Exit 0: no conflict; 1: a conflict; 2: trouble.
    """
    from twosource.pipeline import corroborate
    from twosource.report import RENDERERS, to_dict

    paths = [left] if left == right else [left, right]
    result = corroborate(paths, encoding=encoding, stdin=common.stdin_bytes)
    data = to_dict(result)
    common.say_diagnostics(data, quiet)
    if len({row["sha256"] for row in data["inputs"]}) == 1 and data["inputs"]:
        common.note("note: both are the same text (sha256 equal): nothing is corroborated", quiet)
    if quiet < 2:
        painted = common.use_color(color)
        text = (
            listing(data, left, right, brief, verbose, painted)
            if kind == "text"
            else RENDERERS[kind](data, color=painted)
        )
        common.emit(text)
    return exits.exit_code(data, "conflict")


def listing(
    data: dict[str, Any], left: str, right: str, brief: bool, verbose: bool, color: bool
) -> str:
    """The two-column listing: mark, statement, A's value, B's value, how they stand."""
    from twosource.report import safe
    from twosource.report.view import stated, view

    v = view(data)
    lines = [f"--- {safe.terminal(left)}", f"+++ {safe.terminal(right)}"]
    both: list[dict[str, Any]] = []
    alone: dict[str, list[dict[str, Any]]] = {left: [], right: []}
    for cluster in data["clusters"]:
        sides = {
            path: [i for i in v.members(cluster) if v.sources[i["source"]]["document"] == path]
            for path in (left, right)
        }
        if sides[left] and sides[right]:
            both.append(cluster)
            pair = [
                f"{sides[p][0]['line']}:{sides[p][0]['column']} {safe.terminal(stated(sides[p][0]))}"
                for p in (left, right)
            ]
            line = f"{_MARKS[cluster['verdict']]} {safe.terminal(cluster['statement'])[:36]:<36}  {pair[0]:<24} | {pair[1]:<24} {_WORDS[cluster['verdict']]}"
            lines.append(
                f"\x1b[31m{line}\x1b[0m" if color and cluster["verdict"] == "conflict" else line
            )
        else:
            side = left if sides[left] else right
            alone.setdefault(side, []).append(cluster)
    if verbose:
        for path, mark in ((left, "<"), (right, ">")):
            for cluster in alone.get(path, ()):
                item = v.members(cluster)[0]
                lines.append(
                    f"{mark} {item['line']}:{item['column']} {safe.terminal(cluster['statement'])}: {safe.terminal(stated(item))}"
                )
    counts = [sum(1 for c in both if c["verdict"] == name) for name in ("agree", "conflict")]
    tail = f"{len(both)} facts in both: {counts[0]} agree, {counts[1]} conflict; only in A {len(alone.get(left, ()))}, only in B {len(alone.get(right, ()))}"
    return "\n".join([*([] if brief else lines), tail]) + "\n"
