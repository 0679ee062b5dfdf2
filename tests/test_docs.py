"""What the README says is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from twosource.cli import cli
from twosource.rules import rules

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_are_named() -> None:
    """Every command stands in the README."""
    assert not [
        name
        for name in cli.commands
        if f"`{name}`" not in README and f"twosource {name}" not in README
    ]


def test_example_is_real() -> None:
    """Cluster ids and places of the worked example stand in the committed report."""
    path = ROOT / "reports" / "seeds.report.json"
    if not path.exists():
        pytest.skip("the report is not part of a package")
    data = json.loads(path.read_text(encoding="utf-8"))
    ids = {row["id"] for row in data["clusters"]}
    documents = {row["id"]: row["document"] for row in data["sources"]}
    places = {f"{documents[a['source']]}:{a['line']}:{a['column']}" for a in data["assertions"]}
    told = re.sub(r"```console\n.*?```", "", README, flags=re.S)  # those are of other documents
    assert set(re.findall(r"\bc-[0-9a-f]{12}\b", told)) <= ids
    assert set(re.findall(r"seeds/\S+\.txt:\d+:\d+", told)) <= places


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_is_explained(rule: str) -> None:
    """A rule has a case that speaks, a silent one, and a way to settle it."""
    page = rules()[rule].text()
    assert all(word in page for word in ("speaks:", "silent:", "settle:"))
