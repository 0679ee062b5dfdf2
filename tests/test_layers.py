"""The layers, read from the imports: a stage never uses a later one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "twosource"
STAGES = ["read", "segment", "extract", "attribute", "match", "judge", "report"]
FILES = sorted(SRC.rglob("*.py"))


def stage(path: Path) -> str | None:
    """The stage a module belongs to; None for what all may use."""
    name = path.relative_to(SRC).parts[0].removesuffix(".py")
    return name if name in STAGES else None


def imports(path: Path) -> set[str]:
    """Modules of the package that a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }
    found |= {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return found


@pytest.mark.parametrize(
    "path", [p for p in FILES if stage(p)], ids=lambda p: p.relative_to(SRC).as_posix()
)
def test_no_later_stage(path: Path) -> None:
    """Imports point backwards only, and never at the command line."""
    later = [*STAGES[STAGES.index(stage(path) or "") + 1 :], "gather", "pipeline", "cli"]
    assert not [m for m in imports(path) if m.startswith("twosource.") and m.split(".")[1] in later]


def test_only_cli_prints_and_exits() -> None:
    """No other module prints, exits or asks for the time."""
    for path in FILES:
        if path.relative_to(SRC).parts[0] in {"cli", "__main__.py"}:
            continue
        names = {
            getattr(node.func, "id", getattr(node.func, "attr", ""))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        assert not names & {"print", "exit", "now", "today", "utcnow", "localtime"}, path


def test_rapidfuzz_stays_in_comparison() -> None:
    """Fuzzy comparison is for names, titles of works, fields and statements only."""
    users = {p.relative_to(SRC).parts[0:2] for p in FILES if "rapidfuzz" in imports(p)}
    known = {("match", "slots.py"), ("match", "people.py"), ("extract", "entities")}
    statements = {("statements", "rules.py"), ("statements", "align.py")}
    assert users <= known | statements | {("attribute", "known.py")}
