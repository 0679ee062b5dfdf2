"""The public names of the package, and that importing it costs nothing."""

from __future__ import annotations

import builtins
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import twosource
import twosource.api
from twosource.errors import InputError, UsageError
from twosource.report.frames import COLUMNS


def test_exported_names() -> None:
    """Exactly these names are public, and each can be had."""
    names = {
        "Comparison",
        "CorroborationError",
        "Report",
        "Verdict",
        "__version__",
        "check",
        "check_draft",
        "compare",
        "compare_statements",
        "corroborate",
        "group_documents",
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


def two(folder: Path) -> list[str]:
    """Two small documents that differ; one has markup in a quote."""
    (folder / "a.txt").write_text("The Orrin Museum was founded in 1963. It has 412 <b>works</b>.")
    (folder / "b.txt").write_text("The Orrin Museum was established in 1965.")
    return [str(folder / "a.txt"), str(folder / "b.txt")]


def test_examples_of_the_docstrings() -> None:
    """Every example of the public functions runs and is true."""
    done = doctest.testmod(twosource.api)
    assert done.attempted > 8
    assert done.failed == 0


def test_compare_puts_every_cluster_once(tmp_path: Path) -> None:
    found = twosource.compare(*two(tmp_path))
    groups = [found.differ, found.agree, found.not_comparable, found.only_a, found.only_b]
    told = [pair.cluster.id for group in groups for pair in group]
    assert sorted(told) == sorted(cluster.id for cluster in found.report.clusters)
    assert all(pair.a and not pair.b for pair in found.only_a)


def test_an_unreadable_document_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        twosource.compare(two(tmp_path)[0], tmp_path / "absent.txt")
    with pytest.raises(InputError):
        twosource.check(tmp_path / "absent.txt", two(tmp_path))


def test_tables_have_the_columns_they_promise(tmp_path: Path) -> None:
    tables = twosource.corroborate(two(tmp_path)).to_frames()
    assert list(tables) == list(COLUMNS)
    for name, rows in tables.items():
        assert all(list(row) == list(COLUMNS[name]) for row in rows)
    ids = {row["assertion"] for row in tables["assertions"]}
    assert {row["left"] for row in tables["conflicts"]} <= ids
    assert all(isinstance(row["low"], float | None) for row in tables["assertions"])


@pytest.mark.parametrize(
    ("name", "library"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")]
)
def test_hand_over(tmp_path: Path, name: str, library: str) -> None:
    pytest.importorskip(library)
    report = twosource.corroborate(two(tmp_path))
    tables = getattr(report, f"to_{name}")()
    count = len(report.assertions)
    assert (
        tables["assertions"].num_rows if name == "arrow" else len(tables["assertions"])
    ) == count


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *args)  # type: ignore[arg-type]

    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match="to_frames"):
        twosource.corroborate(two(tmp_path)).to_pandas()


def test_notebook(tmp_path: Path) -> None:
    """Escaped, without script, with the quotes of the conflict."""
    bundle = twosource.corroborate(two(tmp_path))._repr_mimebundle_()
    html = bundle["text/html"]
    assert "<mark>1963</mark>" in html
    assert "<mark>1965</mark>" in html
    assert "<b>" not in html
    assert "<script" not in html
    assert "1 conflict" in bundle["text/plain"]


def test_paths_may_be_path_objects(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge is 412 m long.\n", encoding="utf-8")
    assert twosource.corroborate([tmp_path]) == twosource.corroborate([str(tmp_path)])
