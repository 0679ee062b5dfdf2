"""A report that is kept beside its documents is no source of the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import corroborate
from twosource.read import read_documents
from twosource.report import render
from twosource.report.document import to_dict


@pytest.mark.parametrize(("ending", "name"), [("html", "r.html"), ("markdown", "r.md")])
def test_reports_are_left_out(tmp_path: Path, ending: str, name: str) -> None:
    (tmp_path / "a.txt").write_text("The Orrin Museum was founded in 1963.\n", encoding="utf-8")
    (tmp_path / name).write_text(
        render(to_dict(corroborate([str(tmp_path)])), ending), encoding="utf-8"
    )
    found = read_documents([str(tmp_path)])
    assert [Path(item.path).name for item in found.documents] == ["a.txt"]
    assert any(name in item.message for item in found.diagnostics)
    named = read_documents([str(tmp_path / name)])
    assert len(named.documents) == 1  # who names it wants it


def test_a_document_about_reports_is_read(tmp_path: Path) -> None:
    text = "# Corroboration report\n\nThe Orrin Museum was founded in 1963.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert len(read_documents([str(tmp_path)]).documents) == 1
