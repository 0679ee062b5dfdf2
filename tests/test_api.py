"""The public names of the package, and that importing it costs nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import twosource


def test_exported_names() -> None:
    """Exactly these names are public, and each can be had."""
    names = {
        "CorroborationError",
        "Report",
        "Verdict",
        "__version__",
        "check_draft",
        "corroborate",
        "load_manifest",
    }
    assert set(twosource.__all__) == names
    assert all(getattr(twosource, name) is not None for name in names)
    with pytest.raises(AttributeError):
        _ = twosource.nothing


def test_import_is_light() -> None:
    """Neither the package nor the command line loads a stage or a schema library."""
    code = "import sys, twosource.cli; print([m for m in ('jsonschema', 'simplemma', 'jinja2', 'rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_corroborate(tmp_path: Path) -> None:
    """The example of the docstring."""
    (tmp_path / "a.txt").write_text("The museum was founded in 1963.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The museum was founded in 1965.", encoding="utf-8")
    report = twosource.corroborate([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert [c.statement for c in report.clusters if c.verdict == "conflict"] == [
        "founding of museum"
    ]
