"""The command `explain`: what a rule means, why a cluster is what it is, why a pair is none."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from twosource.cli import common, options
from twosource.cli.shaped import command
from twosource.errors import UsageError

if TYPE_CHECKING:
    from twosource.match.explain import Explained
    from twosource.model import Report

_NO_SUM: Final = 1e8  # what is needed when no sum of weights suffices


@command(
    short_help="What a rule means; why sentences were joined or not.",
    epilog="Examples:\n\n\b\n  twosource explain CR102\n"
    "  twosource explain c-7f3a9120de01 --report reports/seeds.report.json\n"
    "  twosource explain blocking --in seeds\n"
    "  twosource explain a-1c20fe881a02 a-9d01ab33c4e5 --in seeds",
)
@click.argument("names", metavar="RULE|ID|blocking [ID]", nargs=-1, required=True)
@click.option(
    "-r",
    "--report",
    "file",
    metavar="FILE",
    help="The JSON report that holds the cluster or assertion.",
)
@click.option(
    "--in",
    "paths",
    metavar="PATH",
    multiple=True,
    help="Documents that hold the two assertions to compare.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=options.Format(["text", "json"]),
    default="text",
    help="Format: text, json (the cluster as in the report) [text].",
)
def explain(names: tuple[str, ...], file: str | None, paths: tuple[str, ...], form: str) -> int:
    """Say what a rule means, why a cluster is what it is, or why two
    assertions were joined or not. A rule is one of findings (CR102) or one by
    which words are taken for a name (pronoun, last-word).

    The beginning of an id is enough when only one has it.
    """
    from twosource.limits import rule_problem
    from twosource.report.explained import explained
    from twosource.rules import rules
    from twosource.rules.links import link_rules

    if len(names) == 2:
        common.emit(_pair_explained(names[0], names[1], paths))
        return 0
    if len(names) > 2:
        raise UsageError("name a rule, a cluster, or two assertions")
    name = names[0]
    if name == "blocking":
        common.emit(_blocking(paths))
        return 0
    if name.upper() in rules():
        common.emit(rules()[name.upper()].text())
        return 0
    if name.lower() in link_rules():
        common.emit(link_rules()[name.lower()].text())
        return 0
    if name.upper().startswith("CR") and file is None:
        problem = rule_problem(name.upper()) or f"{name!r} begins several rules"
        raise UsageError(f"{problem}; twosource rules lists them")
    if file is None:
        raise UsageError(f"name the report that holds the cluster with --report FILE{_meant(name)}")
    data = common.load_report(Path(file))
    cluster = common.cluster_of(data, name)
    if form == "json":
        common.emit(json.dumps(cluster, ensure_ascii=False, indent=1) + "\n")
    else:
        common.emit(explained(data, cluster, columns=common.columns()))
    return 0


def _meant(name: str) -> str:
    """A rule that the word may be a slip of."""
    from twosource.rules.links import link_rules

    close = get_close_matches(name.lower(), link_rules(), n=1)
    return f"; or did you mean the rule {close[0]!r}?" if close else ""


def _read(paths: tuple[str, ...]) -> Report:
    from twosource.pipeline import corroborate

    if not paths:
        raise UsageError("name the documents to look at with --in PATH")
    settings = options.read_settings(None, False)
    left, manifest = common.find_manifest(paths, None, settings, 1)
    return corroborate(left, manifest=manifest, settings=settings, encoding=settings.encoding)


def _blocking(paths: tuple[str, ...]) -> str:
    """Which keys brought how many pairs to a comparison, and how many were never compared."""
    from twosource.match.explain import explain_blocking

    report = _read(paths)
    lines = []
    for found in explain_blocking(report.assertions, report.sources):
        lines.append(f"{found.kind}: {found.compared} pairs compared, {found.never} never")
        lines += [
            f"  {name:<8} {keys:>6} keys {pairs:>8} pairs {new:>8} of them new"
            for name, keys, pairs, new in found.yields
        ]
        if found.left_out:
            lines.append(f"  {found.left_out} keys left out: too many share them")
    return "".join(line + "\n" for line in lines)


def _pair_explained(one: str, two: str, paths: tuple[str, ...]) -> str:
    from twosource.match.explain import explain_two
    from twosource.report import safe
    from twosource.report.document import to_dict
    from twosource.report.explained import name_lines, subject_lines
    from twosource.report.view import view

    report = _read(paths)
    found = []
    for name in (one, two):
        items = [a for a in report.assertions if a.id == name] or [
            a for a in report.assertions if len(name) >= 4 and a.id.startswith(name)
        ]
        if len(items) != 1:
            raise UsageError(f"{name!r} names {len(items) or 'no'} assertion(s) of these documents")
        found.append(items[0])
    result = explain_two(report.assertions, report.sources, found[0], found[1])
    v = view(to_dict(report))
    lines = []
    for item in found:
        lines.append(f"{item.id}  {item.source}  {item.text!r}  {item.plain}")
        told = subject_lines(v, v.assertions[item.id], max(30, common.columns() - 2))
        lines += (f"  {line}" for line in told)
    lines += _pair_lines(result)
    rows = [v.assertions[item.id] for item in found]
    names = list(name_lines(v, rows, max(30, common.columns() - 2)))
    lines += ["names taken for one:", *(f"  {line}" for line in names)] if names else []
    return "".join(safe.terminal(line) + "\n" for line in lines)


def _pair_lines(result: Explained) -> list[str]:
    if result.why_not:
        return [f"never compared: {result.why_not}"]
    lines = [f"values: {result.relation}"]
    lines += [f"  {name:<12} {level:<24} {weight:+.2f}" for name, level, weight in result.fields]
    if result.needed > _NO_SUM:
        lines.append(f"sum {result.total:.2f}; never joined: a level above forbids it")
    else:
        joined = "joined" if result.total >= result.needed else "not joined by this pair alone"
        lines.append(f"sum {result.total:.2f}, needed {result.needed:.2f}: {joined}")
    keys = ", ".join(key.replace("|", " ") for key in result.keys)
    lines.append(f"brought together by: {keys}" if keys else "never compared: they share no key")
    if result.total < result.needed and result.gains:
        gains = ", ".join(f"{name} {best} {gain:+.2f}" for name, best, gain in result.gains[:5])
        lines.append(f"could add most: {gains}")
    return lines
