"""Small texts made into documents, so that a test shows its whole input."""

from __future__ import annotations

from pathlib import Path

from twosource.manifest import load_manifest
from twosource.model import Report
from twosource.pipeline import corroborate


def run(folder: Path, texts: dict[str, str], manifest: str | None = None) -> Report:
    """Write the texts into `folder` and corroborate them, with a manifest when given."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    if manifest is None:
        return corroborate([str(folder / name) for name in sorted(texts)])
    (folder / "manifest.toml").write_text(f"version = 1\n{manifest}", encoding="utf-8")
    return corroborate([], manifest=load_manifest(folder / "manifest.toml"))


def verdicts(report: Report, text: str) -> set[tuple[str, str]]:
    """(verdict, detail) of the clusters that hold an assertion with exactly this text."""
    ids = {item.id for item in report.assertions if item.text == text}
    return {(str(c.verdict), str(c.detail)) for c in report.clusters if ids & set(c.members)}
