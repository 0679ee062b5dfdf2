"""The command `explain`: what a rule means, why a cluster is what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from twosource.cli import common
from twosource.errors import UsageError


@click.command(
    epilog="Examples:\n\n\b\n  twosource explain CR102\n  twosource explain c-7f3a9120de01 --report reports/seeds.report.json"
)
@click.argument("name", metavar="RULE|ID")
@click.option(
    "-r",
    "--report",
    "file",
    metavar="FILE",
    help="The JSON report that holds the cluster or assertion.",
)
def explain(name: str, file: str | None) -> int:
    """Say what a rule means, or why a cluster is what it is."""
    from twosource.rules import rules

    if name.upper() in rules():
        common.emit(rules()[name.upper()].text())
        return 0
    if name.upper().startswith("CR") and file is None:
        raise UsageError(f"no rule {name!r}; twosource rules lists them")
    if file is None:
        raise UsageError("name the report that holds the cluster with --report FILE")
    common.emit(_explained(name, common.load_report(Path(file))))
    return 0


def _explained(name: str, data: dict[str, Any]) -> str:
    from twosource.report import safe
    from twosource.report.view import stated, view

    v = view(data)
    cluster = common.cluster_of(data, name)
    lines = [
        f"{cluster['id']}  {cluster['statement']}  {cluster['verdict']} ({cluster['detail']}, {cluster['rule']})",
        "  members",
    ]
    for item in v.members(cluster):
        lines.append(f"    {item['id']}  {v.place(item)}  {stated(item)}  {v.origin(item)}")
    lines.append("  linked because")
    for link in cluster["links"]:
        lines.append(f"    {link['left']} ~ {link['right']}: {link['weight']}")
        lines += [
            f"      {f['field']:<12} {f['level']:<24} {f['weight']:+.2f}"
            for f in link["fields"]
            if f["weight"]
        ]
    lines.append("  judged")
    lines += [f"    {json.dumps(step, ensure_ascii=False)}" for step in cluster["why"]]
    return "".join(safe.terminal(line) + "\n" for line in lines)
